import { chmodSync, closeSync, existsSync, openSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs';
import Database from 'better-sqlite3';
import { KamengError } from '../model/errors.ts';
import { explainCopy, explainCreate, explainSqlite } from './failures.ts';
import { checkHeader } from './header.ts';
import { APPLICATION_ID, MIGRATIONS, PAGE_SIZE, SCHEMA_VERSION, type Migration } from './schema.ts';
import newestSchema from './newest-schema.json' with { type: 'json' };

export type Connection = Database.Database;

/** How long a second process waits for the first before it gives up. */
const BUSY_MS = 5_000;
/** A case and its copies are readable by their owner alone. */
const OWNER_ONLY = 0o600;

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
  if (!existsSync(`${path}-journal`)) return;
  db.pragma('busy_timeout = 0');
  db.exec('BEGIN EXCLUSIVE');
  // In a file without a byte SQLite begins with this very journal, and takes it away with its own rollback.
  if (statSync(path).size > 0) rmSync(`${path}-journal`, { force: true });
  db.exec('ROLLBACK');
}

function setUp(db: Connection): void {
  db.exec(
    'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL',
  );
}

/** The statements of a schema as SQLite keeps them, with the table each belongs to, sorted. */
function schemaOf(db: Connection): string[] {
  const line = "type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '')";
  return (db.prepare(`SELECT ${line} FROM sqlite_schema`).pluck().all() as string[]).toSorted();
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
    try {
      rmSync(unfinished, { force: true });
      // SQLite writes into an empty file as into none; of one that it makes itself everybody may read.
      closeSync(openSync(unfinished, 'wx', OWNER_ONLY));
      db.prepare('VACUUM INTO ?').run(unfinished);
      renameSync(unfinished, backup);
    } catch (error) {
      throw explainCopy(error, backup);
    }
  }
  for (const migration of pending) {
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
  keepToOwner(path);
}

/** The first version let everybody read a case. What its owner allows after that is his. */
function keepToOwner(path: string): void {
  try {
    chmodSync(path, OWNER_ONLY);
  } catch {
    // It is somebody else's file, or the disk knows no such thing.
  }
}

/**
 * Opens an existing case.
 * @throws KamengError CASE_NOT_FOUND, CASE_NOT_SQLITE, CASE_FOREIGN, CASE_NEWER, CASE_ALTERED,
 *   CASE_DAMAGED, CASE_READ_ONLY, CASE_BUSY
 */
export function openConnection(path: string, options: { migrations?: readonly Migration[] } = {}): Connection {
  recover(path);
  const { version, rollsBack } = checkHeader(path);
  let db: Connection | undefined;
  try {
    db = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
    setUp(db);
    checkSchema(db, version, path);
    if (!rollsBack) db.pragma('journal_mode = DELETE');
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
    if (!isUnfinished(path)) closeSync(openSync(path, 'wx', OWNER_ONLY));
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
