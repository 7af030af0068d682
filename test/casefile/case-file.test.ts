import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createCaseFile, openCaseFile } from '../../src/casefile/open-case.ts';
import { openConnection } from '../../src/casefile/connection.ts';
import { recordFact, currentFacts } from '../../src/casefile/facts.ts';
import { addReading, newestReadings } from '../../src/casefile/readings.ts';
import { APPLICATION_ID, MIGRATIONS, PAGE_SIZE, SCHEMA_VERSION } from '../../src/casefile/schema.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { KamengError } from '../../src/model/errors.ts';
import { blankReading } from '../../src/reading/reader.ts';
import { addBytes, NOW, temporaryCase } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

const now = (): string => NOW;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof KamengError) {
      expect(error.hints.length).toBeGreaterThan(0);
      return error.code;
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a new case file', () => {
  test('is one SQLite file with our mark, large pages and no WAL', () => {
    const file = temporaryCase();
    const header = readFileSync(file.path).subarray(0, 100);
    expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
    expect(header.readUInt32BE(60)).toBe(SCHEMA_VERSION);
    expect(header.readUInt16BE(16)).toBe(PAGE_SIZE);
    expect([header[18], header[19]]).toEqual([1, 1]);
    expect(readdirSync(dirname(file.path))).toEqual(['x.kameng']);
  });

  test('is never made over a file that is there', () => {
    const path = join(temporaryFolder(), 'x.kameng');
    writeFileSync(path, 'mine');
    expect(codeOf(() => createCaseFile(path, 't', now))).toBe('CASE_EXISTS');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('has STRICT tables only, and none that lets evidence be changed or deleted', () => {
    const file = temporaryCase();
    const raw = new Database(file.path);
    const tables = raw
      .prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
      .all();
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.every((table) => (table as { strict: number }).strict === 1)).toBe(true);
    for (const table of ['contents', 'chunks', 'journal', 'facts', 'readings', 'letters', 'contacts', 'exhibits']) {
      raw.prepare(`SELECT count(*) FROM ${table}`).get();
      const triggers = raw
        .prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
        .get(table);
      expect((triggers as { n: number }).n).toBeGreaterThan(0);
    }
    expect(() => raw.prepare('DELETE FROM journal').run()).toThrow(/append-only/);
    raw.close();
  });
});

describe('files that are not a case', () => {
  test.each<[string, (path: string) => void, string]>([
    ['a text file', (path) => writeFileSync(path, '这不是案卷'.repeat(100)), 'CASE_NOT_SQLITE'],
    ['an empty file', (path) => writeFileSync(path, ''), 'CASE_EMPTY'],
    [
      'an SQLite file of another program',
      (path) => new Database(path).exec('CREATE TABLE t (a)').close(),
      'CASE_FOREIGN',
    ],
    [
      'a case of a newer version',
      (path) => {
        createCaseFile(path, 't', now).close();
        const db = new Database(path);
        db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
        db.close();
      },
      'CASE_NEWER',
    ],
    [
      'a case with a trigger of a stranger',
      (path) => {
        createCaseFile(path, 't', now).close();
        new Database(path).exec('CREATE TRIGGER evil AFTER INSERT ON facts BEGIN SELECT 1; END').close();
      },
      'CASE_ALTERED',
    ],
    [
      'a case with a view in place of a table',
      (path) => {
        createCaseFile(path, 't', now).close();
        new Database(path).exec('DROP TABLE platform_rules; CREATE VIEW platform_rules AS SELECT 1').close();
      },
      'CASE_ALTERED',
    ],
    [
      'a case with an index that says it is of another table',
      (path) => {
        createCaseFile(path, 't', now).close();
        // A bit of a name that SQLite itself never looks at.
        const bytes = readFileSync(path);
        const at = bytes.indexOf('sqlite_autoindex_exhibits_1exhibits') + 'sqlite_autoindex_exhibits_1'.length;
        bytes[at]! ^= 4;
        writeFileSync(path, bytes);
      },
      'CASE_ALTERED',
    ],
    [
      'a case cut in the middle',
      (path) => {
        createCaseFile(path, 't', now).close();
        writeFileSync(path, readFileSync(path).subarray(0, 30_000));
      },
      'CASE_DAMAGED',
    ],
  ])('%s', (_name, make, code) => {
    const path = join(temporaryFolder(), 'x.kameng');
    make(path);
    expect(codeOf(() => openCaseFile(path, now))).toBe(code);
  });

  test('no file, and a folder', () => {
    const folder = temporaryFolder();
    expect(codeOf(() => openCaseFile(join(folder, 'none.kameng'), now))).toBe('CASE_NOT_FOUND');
    expect(() => openCaseFile(folder, now)).toThrow(KamengError);
  });
});

describe('writing', () => {
  test('keeps all of a change or none', () => {
    const file = temporaryCase();
    const entries = verifyCase(file).checked.entries;
    expect(() =>
      file.write(() => {
        recordFact(file, 'orderNo', { value: 'A', status: 'given', sources: [] });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(currentFacts(file)).toEqual({});
    expect(verifyCase(file)).toMatchObject({ ok: true, checked: { entries } });
  });

  test('waits for no one for ever: a second writer is told', { timeout: 20_000 }, () => {
    const file = temporaryCase();
    const other = new Database(file.path);
    other.exec('BEGIN IMMEDIATE');
    expect(codeOf(() => recordFact(file, 'orderNo', { value: 'A', status: 'given', sources: [] }))).toBe('CASE_BUSY');
    other.exec('ROLLBACK');
    other.close();
    recordFact(file, 'orderNo', { value: 'A', status: 'given', sources: [] });
    expect(currentFacts(file).orderNo?.value).toBe('A');
  });

  test('a full database says that the disk is full and keeps what was there', () => {
    const file = temporaryCase();
    recordFact(file, 'orderNo', { value: 'A', status: 'given', sources: [] });
    file.prepare(`PRAGMA max_page_count = ${readFileSync(file.path).length / PAGE_SIZE}`).get();
    expect(
      codeOf(() =>
        recordFact(file, 'product', {
          value: 'x'.repeat(400),
          status: 'given',
          sources: Array.from({ length: 500 }, (_, i) => ({ exhibit: i, text: 'y'.repeat(100) })),
        }),
      ),
    ).toBe('DISK_FULL');
    expect(currentFacts(file)).toEqual({ orderNo: { value: 'A', status: 'given', sources: [] } });
    expect(verifyCase(file).ok).toBe(true);
  });
});

describe('migrations', () => {
  const next = { version: SCHEMA_VERSION + 1, name: 'test', sql: 'CREATE TABLE later (a INTEGER) STRICT;' };

  test('are named, in order, and end at the current version', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(
      [...new Set(MIGRATIONS.map((migration) => migration.version))].toSorted((a, b) => a - b),
    );
    expect(MIGRATIONS.at(-1)!.version).toBe(SCHEMA_VERSION);
    expect(new Set(MIGRATIONS.map((migration) => migration.name)).size).toBe(MIGRATIONS.length);
  });

  test('back the file up before the first, and lose nothing', () => {
    const file = temporaryCase();
    recordFact(file, 'orderNo', { value: 'A', status: 'given', sources: [] });
    const copy = join(temporaryFolder(), 'old.kameng');
    copyFileSync(file.path, copy);
    const db = openConnection(copy, { migrations: [...MIGRATIONS, next] });
    expect(db.pragma('user_version', { simple: true })).toBe(next.version);
    expect(db.prepare('SELECT value FROM facts').get()).toEqual({ value: 'A' });
    db.close();
    expect(readdirSync(dirname(copy)).toSorted()).toEqual(['old.kameng', `old.kameng.v${SCHEMA_VERSION}.bak`]);
    const backup = openCaseFile(`${copy}.v${SCHEMA_VERSION}.bak`, now);
    expect(currentFacts(backup).orderNo?.value).toBe('A');
    backup.close();
  });

  test('one that fails leaves the file as it was', () => {
    const file = temporaryCase();
    const copy = join(temporaryFolder(), 'old.kameng');
    copyFileSync(file.path, copy);
    expect(() =>
      openConnection(copy, {
        migrations: [...MIGRATIONS, { ...next, sql: 'CREATE TABLE later (a INTEGER) STRICT; nonsense' }],
      }),
    ).toThrow();
    const again = openCaseFile(copy, now);
    expect(verifyCase(again).ok).toBe(true);
    again.close();
  });
});

test('a case copied by the system while it is open is whole', () => {
  const file = temporaryCase();
  for (let i = 0; i < 20; i++) recordFact(file, 'orderNo', { value: `A${i}`, status: 'given', sources: [] });
  const copy = join(temporaryFolder(), 'copy.kameng');
  copyFileSync(file.path, copy);
  const opened = openCaseFile(copy, now);
  expect(currentFacts(opened).orderNo?.value).toBe('A19');
  expect(verifyCase(opened).ok).toBe(true);
  opened.close();
});

test('a file that another program gave a write-ahead log goes on with a rollback journal', () => {
  const file = temporaryCase();
  const copy = join(temporaryFolder(), 'copy.kameng');
  copyFileSync(file.path, copy);
  const other = new Database(copy);
  other.pragma('journal_mode = WAL');
  other.close();
  expect([...readFileSync(copy).subarray(18, 20)]).toEqual([2, 2]);
  const opened = openCaseFile(copy, now);
  recordFact(opened, 'orderNo', { value: 'A', status: 'given', sources: [] });
  opened.close();
  expect([...readFileSync(copy).subarray(18, 20)]).toEqual([1, 1]);
  expect(readdirSync(dirname(copy))).toEqual(['copy.kameng']);
});

test('the small picture that readings used to keep is not handed out', () => {
  const file = temporaryCase();
  const no = addBytes(file, 'a.zip', new Uint8Array([1]));
  const reading = blankReading('zip', '1', 'application/zip');
  const kept = { ...reading, thumbnail: { $base64: '/9j/4AAQ' } };
  const withPart = { ...kept, parts: [{ name: 'a.png', reading: kept }] };
  addReading(file, no, withPart);
  expect(newestReadings(file).get(no)?.reading).toEqual({ ...reading, parts: [{ name: 'a.png', reading }] });
});
