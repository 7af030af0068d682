import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import {
  allContent,
  CHUNK_BYTES,
  contentChunks,
  readContent,
  storeBytes,
  storeContent,
} from '../../src/casefile/contents.ts';
import {
  changeExhibit,
  getExhibit,
  listExhibits,
  restoreExhibit,
  withdrawExhibit,
} from '../../src/casefile/exhibits.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { recordFact } from '../../src/casefile/facts.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { addBytes, NOW, sha256, temporaryCase } from '../support/case.ts';

function reader(bytes: Uint8Array): () => Promise<Uint8Array> {
  let at = 0;
  return async () => {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    at += chunk.length;
    return chunk;
  };
}

test.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES + 7])(
  '%i bytes come out as they went in',
  async (size) => {
    const file = temporaryCase();
    const bytes = randomBytes(size);
    const content = await storeContent(file, reader(bytes));
    expect(content).toMatchObject({ sha256: sha256(bytes), bytes: size, fresh: true });
    expect(Buffer.concat([...contentChunks(file, content.id)]).equals(bytes)).toBe(true);
    expect(Buffer.from(allContent(file, content.id, size)).equals(bytes)).toBe(true);
    expect(verifyCase(file).ok).toBe(true);
  },
);

test('a slice across chunks is the slice of the whole', async () => {
  const file = temporaryCase();
  const bytes = randomBytes(2 * CHUNK_BYTES + 100);
  const { id } = await storeContent(file, reader(bytes));
  for (const [offset, length] of [
    [0, 10],
    [CHUNK_BYTES - 5, 10],
    [CHUNK_BYTES, CHUNK_BYTES + 50],
    [bytes.length - 3, 100],
    [bytes.length, 5],
  ] as const) {
    expect(Buffer.from(readContent(file, id, offset, length)).equals(bytes.subarray(offset, offset + length))).toBe(
      true,
    );
  }
});

test('the same bytes are stored once, and the second time nothing is written', async () => {
  const file = temporaryCase();
  const bytes = randomBytes(CHUNK_BYTES + 5);
  const first = await storeContent(file, reader(bytes));
  const size = readFileSync(file.path).length;
  const second = await storeContent(file, reader(bytes));
  expect(second).toMatchObject({ id: first.id, fresh: false });
  expect(storeBytes(file, bytes)).toMatchObject({ id: first.id, fresh: false });
  expect((file.prepare('SELECT count(*) AS n FROM chunks').get() as { n: number }).n).toBe(2);
  expect(readFileSync(file.path).length - size).toBeLessThan(CHUNK_BYTES * 3);
  expect(verifyCase(file).ok).toBe(true);
});

test('a source that breaks half-way leaves nothing behind', async () => {
  const file = temporaryCase();
  let calls = 0;
  await expect(
    storeContent(file, async () => {
      if (++calls > 2) throw new Error('gone');
      return randomBytes(CHUNK_BYTES);
    }),
  ).rejects.toThrow('gone');
  expect((file.prepare('SELECT count(*) AS n FROM chunks').get() as { n: number }).n).toBe(0);
  expect(verifyCase(file).ok).toBe(true);
});

test('an exhibit is withdrawn with a reason, keeps its number and bytes, and can come back', () => {
  const file = temporaryCase();
  const no = addBytes(file, '聊天.png', Buffer.from('a'));
  withdrawExhibit(file, no, '拍错了');
  expect(getExhibit(file, no).withdrawn).toEqual({ at: NOW, why: '拍错了' });
  expect(() => withdrawExhibit(file, no, '再来')).toThrow('已经撤下');
  expect(addBytes(file, 'b.png', Buffer.from('b'))).toBe(no + 1);
  restoreExhibit(file, no);
  expect(getExhibit(file, no).withdrawn).toBeUndefined();
  expect(listExhibits(file).map((exhibit) => exhibit.no)).toEqual([1, 2]);
});

const attacks: [string, string, string][] = [
  [
    'bytes of an exhibit',
    "DROP TRIGGER chunks_no_update; UPDATE chunks SET data = CAST('bad' AS BLOB)",
    'BYTES_CHANGED',
  ],
  ['a chunk that is gone', 'DROP TRIGGER chunks_no_delete; DELETE FROM chunks', 'BYTES_MISSING'],
  ['a changed label', "UPDATE exhibits SET kind = 'payment'", 'ROW_CHANGED'],
  ['a changed fact', "DROP TRIGGER facts_no_update; UPDATE facts SET value = '999.00'", 'ROW_CHANGED'],
  [
    'a fact slipped in',
    "INSERT INTO facts (key, value, status, sources, set_at) VALUES ('amount', '1.00', 'read', '[]', 'x')",
    'ROW_UNRECORDED',
  ],
  ['a fact taken out', 'DROP TRIGGER facts_no_delete; DELETE FROM facts', 'ROW_MISSING'],
  [
    'a journal entry rewritten',
    "DROP TRIGGER journal_no_update; UPDATE journal SET at = '2020-01-01T00:00:00+08:00' WHERE seq = 2",
    'CHAIN_BROKEN',
  ],
  ['a journal entry taken out', 'DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE seq = 2', 'CHAIN_BROKEN'],
];

test.each(attacks)('verify finds %s', (_name, sql, code) => {
  const file = temporaryCase();
  addBytes(file, 'a.png', randomBytes(3));
  changeExhibit(file, 1, { note: '订单页' });
  recordFact(file, 'amount', { value: '96.50', status: 'given', sources: [] });
  expect(verifyCase(file).ok).toBe(true);
  const { path } = file;
  const raw = new Database(path);
  const triggers = raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[];
  raw.unsafeMode();
  raw.pragma('foreign_keys = OFF');
  raw.exec(sql);
  // A careful forger puts the triggers back.
  for (const trigger of triggers) {
    try {
      raw.exec(trigger);
    } catch {
      // It was not dropped.
    }
  }
  raw.close();
  const forged = openCaseFile(path, () => NOW);
  const result = verifyCase(forged);
  forged.close();
  expect(result.ok).toBe(false);
  expect(result.problems.map((problem) => problem.code)).toContain(code);
});

test('a damaged page is reported with everything else in one run', () => {
  const file = temporaryCase();
  for (let i = 0; i < 6; i++) addBytes(file, `${i}.bin`, randomBytes(60_000));
  const { path } = file;
  file.close();
  const bytes = readFileSync(path);
  const at = bytes.length - 20_000;
  bytes.fill(0x5a, at, at + 4_000);
  writeFileSync(path, bytes);
  const damaged = openCaseFile(path, () => NOW);
  const result = verifyCase(damaged);
  damaged.close();
  expect(result.ok).toBe(false);
  expect(result.problems.length).toBeGreaterThan(0);
});
