import { copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/casefile/connection.ts';
import { contentChunks } from '../../src/casefile/contents.ts';
import { listExhibits } from '../../src/casefile/exhibits.ts';
import newestSchema from '../../src/casefile/newest-schema.json' with { type: 'json' };
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/casefile/schema.ts';
import { takeSnapshot } from '../../src/casefile/snapshot.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { NOW, sha256 } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

/** Versions of the tables that a released kameng wrote; those above are still being made. */
const RELEASED = [1];

const FROZEN = resolve(import.meta.dirname, '../fixtures/cases');

test('a frozen case of every released version is kept', () => {
  expect(readdirSync(FROZEN).toSorted()).toEqual(RELEASED.map((version) => `v${version}.kameng`));
  for (const version of RELEASED) expect(MIGRATIONS.map((migration) => migration.version)).toContain(version);
});

test('the schema that is at hand is what the migrations make', () => {
  expect(newestSchema, 'run node tools/write-schema.ts').toEqual(buildSchema(SCHEMA_VERSION));
});

test.each(readdirSync(FROZEN))('%s opens, verifies, and says what it said', (name) => {
  const path = join(temporaryFolder(), name);
  copyFileSync(join(FROZEN, name), path);
  const file = openCaseFile(path, () => NOW);
  expect(verifyCase(file)).toMatchObject({ ok: true, problems: [] });
  const snapshot = takeSnapshot(file);
  expect(snapshot).toMatchObject({
    dispute: 'card_invalid',
    facts: { orderNo: { value: 'QK2026110919581177' }, amount: { value: '58.80' } },
    contacts: [{ channel: 'merchant', filedOn: '2026-11-20', letter: 1, said: '请耐心等待' }],
    platformRules: [{ key: 'report_window', number: 48, unit: 'hour' }],
  });
  expect(snapshot.letters[0]!.text).toContain('58.80');
  const [chat] = listExhibits(file);
  expect(sha256(Buffer.concat([...contentChunks(file, chat!.contentId)]))).toBe(chat!.sha256);
  file.close();
});

test('what a migration adds is empty in older rows, and a value that was slipped in there is found', () => {
  const path = join(temporaryFolder(), 'old.kameng');
  copyFileSync(join(FROZEN, 'v1.kameng'), path);
  openCaseFile(path, () => NOW).close();
  const raw = new Database(path);
  raw.exec("DROP TRIGGER contacts_no_update; UPDATE contacts SET arrived_on = '2026-11-21'");
  raw.exec(
    "CREATE TRIGGER contacts_no_update BEFORE UPDATE ON contacts\nBEGIN SELECT RAISE(ABORT, 'contacts is append-only'); END",
  );
  raw.close();
  const file = openCaseFile(path, () => NOW);
  expect(verifyCase(file)).toMatchObject({ ok: false, problems: [{ code: 'ROW_CHANGED' }] });
  file.close();
});
