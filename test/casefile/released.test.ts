import { copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contentChunks } from '../../src/casefile/contents.ts';
import { listExhibits } from '../../src/casefile/exhibits.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { MIGRATIONS } from '../../src/casefile/schema.ts';
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
