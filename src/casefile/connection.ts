import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { KamengError } from '../model/errors.ts';
import { APPLICATION_ID, MIGRATIONS, PAGE_SIZE, SCHEMA_VERSION, type Migration } from './schema.ts';
import newestSchema from './newest-schema.json' with { type: 'json' };

export type Connection = Database.Database;

/** How long a second process waits for the first before it gives up. */
const BUSY_MS = 5_000;
const MAGIC = 'SQLite format 3\u0000';

/**
 * Says what SQLite said, in words a buyer can act on. Errors of our own pass through.
 */
export function explainSqlite(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) {
    const full = code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE';
    return new KamengError(
      full ? 'DISK_FULL' : 'CASE_IO',
      full ? `磁盘空间不足，没有写进案卷：${path}` : `读写案卷时磁盘出错：${path}`,
      {
        hints: full
          ? ['腾出空间后重新运行同一条命令；此前已存的内容完好']
          : ['把案卷复制到本机磁盘再试；用 kameng verify 检查是否受损'],
        cause: error,
      },
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new KamengError('CASE_BUSY', `另一个程序正在使用这个案卷：${path}`, {
      hints: ['等它结束，或关掉另一个 kameng 窗口后重试'],
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_CANTOPEN')) {
    return new KamengError('CASE_READ_ONLY', `案卷或它所在的文件夹不能写入：${path}`, {
      hints: ['把案卷复制到可以写入的文件夹再试', `文件夹：${dirname(path)}`],
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return damaged(path, error);
  // A header that asks for another file format or encoding comes as a plain error.
  if (code === 'SQLITE_ERROR' && /unsupported file format|malformed|encoding/i.test(error.message)) {
    return damaged(path, error);
  }
  return error;
}

function damaged(path: string, cause?: unknown): KamengError {
  return new KamengError('CASE_DAMAGED', `案卷已损坏：${path}`, {
    hints: ['先保留这个文件，不要删除', '用最近的备份或副本继续；kameng verify 可以列出损坏的地方'],
    cause,
  });
}

/**
 * Takes back what a process that was killed left half-written: its rollback journal lies beside the case, and the file
 * may not even have a header yet. SQLite rolls it back at the first reading.
 */
function recover(path: string): void {
  if (!existsSync(`${path}-journal`)) return;
  let db: Connection | undefined;
  try {
    db = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
    setUp(db);
    db.pragma('schema_version');
    removeDeadJournal(db, path);
  } catch {
    // What is wrong with the file is said by those that look at it next.
  } finally {
    db?.close();
  }
}

/**
 * A journal that was not begun in earnest says nothing of the file, so that SQLite lets it lie. It may be another
 * process's, just made: only who has the file for himself may take it away.
 */
function removeDeadJournal(db: Connection, path: string): void {
  // To begin with an empty file makes a database of it.
  if (!existsSync(`${path}-journal`) || statSync(path).size === 0) return;
  db.pragma('busy_timeout = 0');
  db.exec('BEGIN EXCLUSIVE');
  rmSync(`${path}-journal`, { force: true });
  db.exec('ROLLBACK');
}

/** Looks at the first hundred bytes, before SQLite sees a file that may be anything. */
function checkHeader(path: string): { version: number } {
  let size: number;
  const header = Buffer.alloc(100);
  try {
    const stats = statSync(path);
    if (!stats.isFile()) {
      throw new KamengError('CASE_NOT_A_FILE', `这是文件夹，不是案卷：${path}`, {
        hints: ['案卷是以 .kameng 结尾的文件；kameng list 列出所有案卷'],
      });
    }
    size = stats.size;
    const handle = openSync(path, 'r');
    try {
      readSync(handle, header, 0, 100, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof KamengError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new KamengError(
      missing ? 'CASE_NOT_FOUND' : 'CASE_UNREADABLE',
      missing ? `没有这个案卷：${path}` : `案卷打不开：${path}`,
      { hints: missing ? ['kameng list 列出所有案卷', 'kameng new 新建一个'] : ['检查文件的读取权限'], cause: error },
    );
  }
  if (size === 0) {
    throw new KamengError('CASE_EMPTY', `这个案卷还是空的，新建它时被中断了：${path}`, {
      hints: ['里面什么都没有存，可以删掉它，或者再运行一次原来的 kameng new'],
    });
  }
  if (size < 100 || header.toString('latin1', 0, 16) !== MAGIC) {
    throw new KamengError('CASE_NOT_SQLITE', `这不是卡盟案卷：${path}`, {
      hints: ['案卷文件以 .kameng 结尾，由 kameng new 建立'],
    });
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new KamengError('CASE_FOREIGN', `这是一个 SQLite 数据库，但不是卡盟案卷：${path}`, {
      hints: ['检查 --case 指向的文件'],
    });
  }
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION) {
    throw new KamengError(
      'CASE_NEWER',
      `案卷由更新版本的 kameng 写成（格式 ${version}，本版本只认到 ${SCHEMA_VERSION}）：${path}`,
      {
        hints: ['升级 kameng 后再打开：npm install -g kameng@latest'],
      },
    );
  }
  if (version === 0) throw damaged(path);
  return { version };
}

function setUp(db: Connection): void {
  db.exec(
    'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL',
  );
}

/** The statements of a schema as SQLite keeps them, sorted. */
function schemaOf(db: Connection): string[] {
  const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema').raw().all() as [string, string, string | null][];
  return rows.map(([type, name, sql]) => `${type} ${name} ${sql ?? ''}`).toSorted();
}

/**
 * By version. The newest is at hand, since to run its migrations takes longer than all else in opening a case; others
 * are built once a run.
 */
const expected = new Map<number, readonly string[]>([[SCHEMA_VERSION, newestSchema]]);

function expectedSchema(version: number): readonly string[] {
  const known = expected.get(version) ?? buildSchema(version);
  expected.set(version, known);
  return known;
}

/** The statements of a version as SQLite keeps them once its migrations were run. */
export function buildSchema(version: number): string[] {
  const db = new Database(':memory:');
  try {
    for (const migration of MIGRATIONS) if (migration.version <= version) db.exec(migration.sql);
    return schemaOf(db);
  } finally {
    db.close();
  }
}

/**
 * A stranger's file may carry triggers and views of its own; only the exact
 * schema of its version is opened.
 */
function checkSchema(db: Connection, version: number, path: string): void {
  const found = schemaOf(db);
  const wanted = expectedSchema(version);
  if (found.length === wanted.length && found.every((line, i) => line === wanted[i])) return;
  throw new KamengError('CASE_ALTERED', `案卷的内部结构被改动过，为安全起见不打开：${path}`, {
    hints: ['用没有改动过的副本', '不要打开来历不明的案卷'],
  });
}

function migrate(db: Connection, from: number, path: string, migrations: readonly Migration[]): void {
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return;
  const backup = `${path}.v${from}.bak`;
  // The file is copied by SQLite itself, so that a half-written page is never backed up; and it gets its name when it
  // is whole, so that what a killed process left of it is never taken for a copy.
  if (!existsSync(backup)) {
    const unfinished = `${backup}.part`;
    rmSync(unfinished, { force: true });
    db.prepare('VACUUM INTO ?').run(unfinished);
    renameSync(unfinished, backup);
  }
  for (const migration of pending) {
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}

/**
 * Opens an existing case.
 * @throws KamengError CASE_NOT_FOUND, CASE_NOT_SQLITE, CASE_FOREIGN, CASE_NEWER, CASE_ALTERED,
 *   CASE_DAMAGED, CASE_READ_ONLY, CASE_BUSY
 */
export function openConnection(path: string, options: { migrations?: readonly Migration[] } = {}): Connection {
  recover(path);
  const { version } = checkHeader(path);
  let db: Connection | undefined;
  try {
    db = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
    setUp(db);
    checkSchema(db, version, path);
    if (db.pragma('journal_mode', { simple: true }) !== 'delete') db.pragma('journal_mode = DELETE');
    migrate(db, version, path, options.migrations ?? MIGRATIONS);
    return db;
  } catch (error) {
    db?.close();
    throw explainSqlite(error, path);
  }
}

/**
 * Opens a case only to look: nothing is recovered, migrated or waited for, and no lock is left behind.
 * @throws KamengError as openConnection, and CASE_OLDER for a file of an older version
 */
export function lookIntoConnection(path: string): Connection {
  const { version } = checkHeader(path);
  if (version !== SCHEMA_VERSION) {
    throw new KamengError('CASE_OLDER', `案卷是旧版本的格式：${path}`, { hints: ['kameng status 打开一次就会更新'] });
  }
  let db: Connection | undefined;
  try {
    db = new Database(path, { fileMustExist: true, readonly: true, timeout: 0 });
    setUp(db);
    checkSchema(db, version, path);
    return db;
  } catch (error) {
    db?.close();
    throw explainSqlite(error, path);
  }
}

/**
 * Creates a case file with its first row, in one transaction: killed at any moment it is a case or it is empty.
 * Nothing is left behind when it fails.
 * @param begin writes the first row
 * @param version of the tables; an older one only for rows that are of it
 * @throws KamengError CASE_EXISTS, FOLDER_NOT_FOUND, CASE_READ_ONLY, DISK_FULL
 */
export function createConnection(path: string, begin: (db: Connection) => void, version = SCHEMA_VERSION): Connection {
  claimPath(path);
  let db: Connection | undefined;
  try {
    const created = new Database(path, { timeout: BUSY_MS });
    db = created;
    db.pragma(`page_size = ${PAGE_SIZE}`);
    db.pragma('journal_mode = DELETE');
    setUp(db);
    db.transaction(() => {
      created.pragma(`application_id = ${APPLICATION_ID}`);
      for (const migration of MIGRATIONS) if (migration.version <= version) created.exec(migration.sql);
      created.pragma(`user_version = ${version}`);
      begin(created);
    }).immediate();
    return db;
  } catch (error) {
    db?.close();
    unlinkSync(path);
    // A journal without its file would be played into the next file of that name.
    rmSync(`${path}-journal`, { force: true });
    throw explainSqlite(error, path);
  }
}

/**
 * Takes a path for a case by an exclusive create: SQLite itself would open whatever is there. For its owner alone.
 * @throws KamengError CASE_EXISTS, FOLDER_NOT_FOUND, CASE_READ_ONLY, DISK_FULL
 */
export function claimPath(path: string): void {
  try {
    if (!isUnfinished(path)) closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    throw explainCreate(error as NodeJS.ErrnoException, path);
  }
}

/** Did a `new` that was killed leave this file, with nothing in it? Then it is taken over. */
function isUnfinished(path: string): boolean {
  if (!existsSync(path)) return false;
  recover(path);
  const stats = statSync(path);
  return stats.isFile() && stats.size === 0;
}

function explainCreate(error: NodeJS.ErrnoException, path: string): KamengError {
  if (error.code === 'EEXIST') {
    return new KamengError('CASE_EXISTS', `已经有这个文件：${path}`, {
      hints: ['换一个名字，或用 --case 打开它继续'],
    });
  }
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new KamengError('FOLDER_NOT_FOUND', `没有这个文件夹：${dirname(path)}`, { hints: ['先建好文件夹再试'] });
  }
  if (error.code === 'ENOSPC') {
    return new KamengError('DISK_FULL', `磁盘空间不足，案卷没有建成：${path}`, {
      hints: ['腾出空间后重试'],
      cause: error,
    });
  }
  return new KamengError('CASE_READ_ONLY', `不能在这里建立案卷：${path}`, {
    hints: ['换一个可以写入的文件夹：--case 文件夹/名字.kameng，或设置 KAMENG_HOME'],
    cause: error,
  });
}
