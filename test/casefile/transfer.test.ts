import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { contentChunks, findContent } from '../../src/casefile/contents.ts';
import { addExhibit, listExhibits, withdrawExhibit } from '../../src/casefile/exhibits.ts';
import { storeBytes } from '../../src/casefile/contents.ts';
import { recordFact } from '../../src/casefile/facts.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { SCHEMA_VERSION } from '../../src/casefile/schema.ts';
import {
  allRows,
  dropArrivingCase,
  headOf,
  makeArrivingCase,
  settleArrivingCase,
  type ArrivingCase,
} from '../../src/casefile/transfer.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { NOW, temporaryCase } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

const now = (): string => NOW;

function richCase(): CaseFile {
  const file = temporaryCase();
  for (const [i, bytes] of [5, 0, 9_000_000].entries()) {
    file.write(() =>
      addExhibit(file, {
        contentId: storeBytes(file, Buffer.alloc(bytes, i + 65)).id,
        file: `${i}.txt`,
        mediaType: 'text/plain',
        category: 'other',
        kind: 'other',
        labelledBy: 'guess',
        confidence: 0.5,
      }),
    );
  }
  recordFact(file, 'product', { value: '长'.repeat(2_000), status: 'given', sources: [] });
  withdrawExhibit(file, 2, '空的');
  return file;
}

function arrivingFrom(file: CaseFile): ArrivingCase {
  const rows = allRows(file);
  return {
    schema: SCHEMA_VERSION,
    rows: (table) => rows[table],
    content: (sha256) => {
      const content = findContent(file, sha256);
      // In pieces of another size than they are kept in.
      return content && small(contentChunks(file, content.id));
    },
  };
}

async function* small(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += 1_000_003) yield chunk.subarray(at, at + 1_000_003);
}

test('a case that travelled as rows and bytes is equal to the one it came from', async () => {
  const from = richCase();
  const path = join(temporaryFolder(), 'y.kameng');
  const grown = await makeArrivingCase(`${path}.part`, arrivingFrom(from), now);
  expect(existsSync(path)).toBe(false);
  expect(verifyCase(grown).problems).toEqual([]);
  settleArrivingCase(grown, path);
  const arrived = openCaseFile(path, now);
  expect(headOf(arrived)).toEqual(headOf(from));
  expect(allRows(arrived)).toEqual(allRows(from));
  expect(listExhibits(arrived)).toEqual(listExhibits(from));
  expect(verifyCase(arrived)).toMatchObject({ ok: true, checked: { exhibits: 3, bytes: 9_000_005 } });
  expect(readdirSync(dirname(path))).toEqual(['y.kameng']);
  arrived.close();
});

test('changed on its way it is known, and can be thrown away', async () => {
  const from = richCase();
  const path = join(temporaryFolder(), 'y.kameng');
  const arriving = arrivingFrom(from);
  const rows = allRows(from);
  rows.exhibits[0] = { ...rows.exhibits[0]!, file_name: 'another.txt' };
  const grown = await makeArrivingCase(`${path}.part`, { ...arriving, rows: (table) => rows[table] }, now);
  expect(verifyCase(grown).problems.map((problem) => problem.code)).toEqual(['ROW_CHANGED']);
  dropArrivingCase(grown);
  expect(readdirSync(dirname(path))).toEqual([]);
});

test.each<[string, Partial<ArrivingCase>, string]>([
  ['without its bytes', { content: () => undefined }, 'IMPORT_INCOMPLETE'],
  ['of a newer program', { schema: SCHEMA_VERSION + 1 }, 'CASE_NEWER'],
  ['with values that are none', { rows: () => [{ id: {} as never }] }, 'IMPORT_INVALID'],
])('%s it leaves nothing behind', async (_, changes, code) => {
  const path = join(temporaryFolder(), 'y.kameng');
  await expect(
    makeArrivingCase(`${path}.part`, { ...arrivingFrom(richCase()), ...changes }, now),
  ).rejects.toMatchObject({
    code,
  });
  expect(readdirSync(dirname(path))).toEqual([]);
});

test('it never takes the place of another file', async () => {
  const from = richCase();
  const grown = await makeArrivingCase(join(temporaryFolder(), 'y.kameng'), arrivingFrom(from), now);
  expect(() => settleArrivingCase(grown, from.path)).toThrow(expect.objectContaining({ code: 'CASE_EXISTS' }));
});

test('a copy is whole while another process writes', async () => {
  const from = richCase();
  const other = openCaseFile(from.path, now);
  const path = join(temporaryFolder(), 'copy.kameng');
  const copying = from.copyTo(path);
  recordFact(other, 'merchant', { value: '小铺', status: 'given', sources: [] });
  await copying;
  const copy = openCaseFile(path, now);
  expect(verifyCase(copy).problems).toEqual([]);
  expect([headOf(other).seq, headOf(other).seq - 1]).toContain(headOf(copy).seq);
});
