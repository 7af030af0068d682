import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createConnection, openConnection } from '../../src/casefile/connection.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/casefile/schema.ts';
import { createCaseFile, openCaseFile } from '../../src/casefile/open-case.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { KamengError } from '../../src/model/errors.ts';
import { NOW, temporaryCase } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

const now = (): string => NOW;
const ROOT = join(import.meta.dirname, '../..');

/** Runs a script that ends by killing itself. */
function runUntilKilled(script: string): void {
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' });
  expect(result.stderr).toBe('');
  expect(result.signal).toBe('SIGKILL');
}
const KILL = `process.kill(process.pid, 'SIGKILL'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`;

describe.skipIf(process.platform === 'win32')('a process that is killed', () => {
  test('while it makes a case leaves nothing in the way of the next try', () => {
    const path = join(temporaryFolder(), 'x.kameng');
    runUntilKilled(`
      import { createConnection } from './src/casefile/connection.ts';
      createConnection(${JSON.stringify(path)}, (db) => {
        db.pragma('cache_spill = 1');
        db.pragma('cache_size = 1');
        db.exec("CREATE TABLE large (a BLOB); INSERT INTO large SELECT zeroblob(100000) FROM sqlite_schema");
        ${KILL}
      });`);
    expect(existsSync(`${path}-journal`)).toBe(true);
    createCaseFile(path, 't', now).close();
    const file = openCaseFile(path, now);
    expect(verifyCase(file).problems).toEqual([]);
    file.close();
    expect(existsSync(`${path}-journal`)).toBe(false);
  });

  test('in the middle of a change leaves the case as it was', () => {
    const path = join(temporaryFolder(), 'x.kameng');
    createCaseFile(path, 't', now).close();
    runUntilKilled(`
      import Database from 'better-sqlite3';
      const db = new Database(${JSON.stringify(path)});
      db.pragma('cache_size = 1');
      db.exec("BEGIN; INSERT INTO chunks (content_id, seq, data) SELECT 1, value, zeroblob(100000) FROM json_each('[0,1,2,3,4,5,6,7,8,9]')");
      ${KILL}`);
    expect(existsSync(`${path}-journal`)).toBe(true);
    const file = openCaseFile(path, now);
    expect(verifyCase(file)).toMatchObject({ ok: true, checked: { bytes: 0, entries: 1 } });
    file.close();
  });

  test('when it has only just made its journal leaves none to the next', () => {
    const { path } = temporaryCase();
    for (const journal of ['', '\0'.repeat(512)]) {
      writeFileSync(`${path}-journal`, journal);
      openCaseFile(path, now).close();
      expect(existsSync(`${path}-journal`)).toBe(false);
    }
  });

  test('before anything of a new case is there leaves an empty file with a journal, and the next try takes it over', () => {
    for (const journal of ['', '\0'.repeat(512)]) {
      const path = join(temporaryFolder(), 'x.kameng');
      writeFileSync(path, '');
      writeFileSync(`${path}-journal`, journal);
      expect(() => openCaseFile(path, now)).toThrow(expect.objectContaining({ code: 'CASE_EMPTY' }));
      expect([existsSync(`${path}-journal`), statSync(path).size]).toEqual([false, 0]);
      createCaseFile(path, 't', now).close();
      openCaseFile(path, now).close();
    }
  });

  test('while it copies a case of an older version leaves nothing that is taken for the copy', () => {
    const path = join(temporaryFolder(), 'x.kameng');
    copyFileSync(join(ROOT, 'test/fixtures/cases/v1.kameng'), path);
    const more = [...MIGRATIONS, { version: SCHEMA_VERSION + 1, name: 'next', sql: 'CREATE TABLE t (a)' }];
    writeFileSync(`${path}.v1.bak.part`, 'half');
    openConnection(path, { migrations: more }).close();
    expect(existsSync(`${path}.v1.bak.part`)).toBe(false);
    openCaseFile(`${path}.v1.bak`, now).close();
  });

  test('while a case is made that cannot be made leaves no journal for the next of that name', () => {
    const path = join(temporaryFolder(), 'x.kameng');
    expect(() =>
      createConnection(path, (db) => {
        // What SQLite leaves when a full disk lets it not even take back what it did.
        db.close();
        writeFileSync(`${path}-journal`, 'left');
        throw new Error('no more');
      }),
    ).toThrow('no more');
    expect([existsSync(path), existsSync(`${path}-journal`)]).toEqual([false, false]);
  });

  test('before its first byte leaves an empty file, and that is said', () => {
    const path = join(temporaryFolder(), 'x.kameng');
    writeFileSync(path, '');
    expect(() => openCaseFile(path, now)).toThrow(expect.objectContaining({ code: 'CASE_EMPTY' }));
    createCaseFile(path, 't', now).close();
    openCaseFile(path, now).close();
  });
});

describe('a case', () => {
  test.skipIf(process.platform === 'win32')('is readable by its owner alone', () => {
    expect(statSync(temporaryCase().path).mode & 0o777).toBe(0o600);
  });

  test.each([1, 16_384, 5_000_000])('that has grown by %s bytes is not called intact', (bytes) => {
    const file = temporaryCase();
    appendFileSync(file.path, Buffer.alloc(bytes));
    const { ok, problems } = verifyCase(file);
    expect(ok).toBe(false);
    expect(problems.map((problem) => problem.code)).toEqual(['FILE_DAMAGED']);
  });

  test('with any byte of its header flipped is opened or refused with a word, never a crash', () => {
    const { path } = temporaryCase();
    const copy = join(temporaryFolder(), 'y.kameng');
    for (let at = 0; at < 100; at++) {
      copyFileSync(path, copy);
      const bytes = readFileSync(copy);
      bytes[at]! ^= 0x40;
      writeFileSync(copy, bytes);
      try {
        const file = openCaseFile(copy, now);
        verifyCase(file);
        file.close();
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(KamengError);
      }
    }
    expect(() => openConnection(copy)).not.toThrow();
  });
});

test('a case of an older version whose copy cannot be made is not opened, and stays as it was', () => {
  const path = join(temporaryFolder(), 'old.kameng');
  copyFileSync(join(ROOT, 'test/fixtures/cases/v1.kameng'), path);
  const before = readFileSync(path);
  mkdirSync(`${path}.v1.bak.part`);
  expect(() => openCaseFile(path, now)).toThrow(expect.objectContaining({ code: 'CASE_READ_ONLY' }));
  expect(readFileSync(path).equals(before)).toBe(true);
});
