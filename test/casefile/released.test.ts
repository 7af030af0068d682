import { copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contentChunks } from '../../src/casefile/contents.ts';
import { listExhibits } from '../../src/casefile/exhibits.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { SCHEMA_VERSION } from '../../src/casefile/schema.ts';
import { takeSnapshot } from '../../src/casefile/snapshot.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { NOW, sha256 } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

const FROZEN = resolve(import.meta.dirname, '../fixtures/cases');

test('a frozen case of every released version is kept', () => {
  expect(readdirSync(FROZEN).toSorted()).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, i) => `v${i + 1}.kameng`));
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
