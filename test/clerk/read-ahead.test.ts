import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentChunks, CHUNK_BYTES } from '../../src/casefile/contents.ts';
import { listExhibits } from '../../src/casefile/exhibits.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { readAhead, type Read } from '../../src/clerk/intake/read-ahead.ts';
import { takeInFiles } from '../../src/clerk/intake/take-in.ts';
import { walk } from '../../src/clerk/intake/walk.ts';
import { Cancelled } from '../../src/model/errors.ts';
import { sha256, temporaryCase } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

/** So many that a thread reads them ahead. */
const MANY = 1_100;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

function folderOfMany(): string {
  const folder = temporaryFolder();
  for (let i = 0; i < MANY; i++) {
    const name = `${String(i).padStart(5, '0')}.${i % 2 === 0 ? 'txt' : 'png'}`;
    writeFileSync(join(folder, name), i % 2 === 0 ? `第 ${i} 句话` : Buffer.concat([PNG, Buffer.from(String(i))]));
  }
  return folder;
}

const digest = (chunks: Iterable<Uint8Array>): string => {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
};

describe('files that a thread reads ahead', () => {
  test('are numbered in their order, with the bytes and the types that they have', async () => {
    const folder = folderOfMany();
    const file = temporaryCase();
    const taken = await takeInFiles(file, walk([folder], '/').files);
    expect(taken.added).toEqual(Array.from({ length: MANY }, (_, i) => i + 1));
    const exhibits = listExhibits(file);
    expect(exhibits.map((one) => one.file)).toEqual(readdirSync(folder).toSorted());
    expect(new Set(exhibits.map((one) => one.mediaType))).toEqual(new Set(['text/plain', 'image/png']));
    expect(exhibits[4]!.sha256).toBe(sha256(Buffer.from('第 4 句话')));
    const { problems, checked } = verifyCase(file);
    expect(problems).toEqual([]);
    expect(checked.exhibits).toBe(MANY);
  });

  test('that are gone, links, or changed when their turn comes are named, and the others follow', async () => {
    const folder = folderOfMany();
    const { files } = walk([folder], '/');
    rmSync(files[10]!.path);
    rmSync(files[500]!.path);
    symlinkSync(files[0]!.path, files[500]!.path);
    rmSync(files[700]!.path);
    mkdirSync(files[700]!.path);
    const taken = await takeInFiles(temporaryCase(), files);
    expect(taken.refused.map(({ path, code }) => [files.findIndex((one) => one.path === path), code])).toEqual([
      [10, 'UNREADABLE'],
      [500, 'LINK'],
      [700, 'NOT_A_FILE'],
    ]);
    expect(taken.added).toHaveLength(MANY - 3);
  });

  test('stay up to the moment of a cancel, and a second run goes on from there', async () => {
    const folder = folderOfMany();
    const { files } = walk([folder], '/');
    const file = temporaryCase();
    const stop = new AbortController();
    let seen = 0;
    const progress = (): void => {
      seen += 1;
      if (seen === 300) stop.abort(new Cancelled('已取消'));
    };
    await expect(takeInFiles(file, files, { signal: stop.signal, progress })).rejects.toThrow(Cancelled);
    expect(listExhibits(file)).toHaveLength(300);
    const rest = await takeInFiles(file, files);
    expect([rest.duplicates.length, rest.added.length]).toEqual([300, MANY - 300]);
  });
});

test('large files: twins are stored once, one of the same size is stored beside', async () => {
  const folder = temporaryFolder();
  const size = 3 * CHUNK_BYTES + 5;
  const first = randomBytes(size);
  const other = randomBytes(size);
  for (const [name, bytes] of Object.entries({ a: first, b: first, c: other, d: other }))
    writeFileSync(join(folder, name), bytes);
  const file = temporaryCase();
  const { files } = walk([folder], '/');
  const taken = await takeInFiles(file, files);
  expect(taken.duplicates).toEqual([
    { file: 'b', exhibit: 1 },
    { file: 'd', exhibit: 2 },
  ]);
  expect(listExhibits(file).map((one) => one.sha256)).toEqual([sha256(first), sha256(other)]);
  expect(listExhibits(file).map(({ contentId }) => digest(contentChunks(file, contentId)))).toEqual([
    sha256(first),
    sha256(other),
  ]);
  expect((await takeInFiles(file, files)).duplicates.map(({ exhibit }) => exhibit)).toEqual([1, 1, 2, 2]);
  expect(verifyCase(file).problems).toEqual([]);
});

test('a large file that grows while it is read is refused, and nothing of it is kept', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'film.mp4');
  writeFileSync(path, randomBytes(2 * CHUNK_BYTES));
  writeFileSync(join(folder, 'note.txt'), '之后的文件');
  const file = temporaryCase();
  let grown = false;
  const progress = (): void => {
    if (!grown) appendFileSync(path, 'more');
    grown = true;
  };
  const taken = await takeInFiles(file, walk([folder], '/').files, { progress });
  expect(taken.refused.map(({ code }) => code)).toEqual(['CHANGED']);
  expect(listExhibits(file).map((one) => [one.no, one.file])).toEqual([[1, 'note.txt']]);
  expect(verifyCase(file).problems).toEqual([]);
});

test('the chunks of a film come whole and in their order, however slowly they are taken', async () => {
  const path = join(temporaryFolder(), 'film.mp4');
  const film = randomBytes(12 * CHUNK_BYTES);
  writeFileSync(path, film);
  const whole = createHash('sha256');
  const kinds: Read['is'][] = [];
  for await (const piece of readAhead([{ path, name: 'film.mp4', digestOnly: false }], film.length)) {
    if (kinds.length === 0) await new Promise((resolve) => void setTimeout(resolve, 100));
    whole.update(piece.data);
    kinds.push(piece.is);
  }
  expect(kinds).toEqual([...Array.from({ length: 12 }, () => 'chunk'), 'end']);
  expect(whole.digest('hex')).toBe(sha256(film));
});
