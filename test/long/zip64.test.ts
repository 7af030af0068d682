import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBag } from '../../src/bag/open.ts';
import { verifyBag } from '../../src/bag/verify.ts';
import { writeBag, zipTarget, type BagEntry } from '../../src/bag/write.ts';
import { temporaryFolder } from '../support/folder.ts';

/** The signature of the end of a directory in 64 bits. */
const ZIP64_END = Buffer.from('PK\u0006\u0006', 'latin1');

async function bagOf(entries: readonly BagEntry[]): Promise<string> {
  const path = join(temporaryFolder(), 'bag.zip');
  await writeBag(await zipTarget(createWriteStream(path), '证据包'), entries, {});
  return path;
}

test('a bag of more files than 16 bits count is written and read', async () => {
  const bytes = Buffer.from('x');
  const path = await bagOf(
    Array.from({ length: 65_600 }, (_, i) => ({ path: `${i}.bin`, bytes: 1, open: () => [bytes] })),
  );
  expect(readFileSync(path).includes(ZIP64_END)).toBe(true);
  const bag = await openBag(path);
  expect(await verifyBag(bag)).toMatchObject({ ok: true, checked: { files: 65_603 } });
  bag.close();
});

test('a bag with a file of more bytes than 32 bits count is written and read', async () => {
  const [chunk, chunks] = [Buffer.alloc(4 * 1024 * 1024, 'a'), 1_040];
  const bytes = chunk.length * chunks;
  expect(bytes).toBeGreaterThan(2 ** 32);
  const sum = createHash('sha256');
  // A text shrinks on its way: what is on the disk is small.
  const entry: BagEntry = {
    path: 'long.txt',
    bytes,
    *open() {
      for (let i = 0; i < chunks; i++) {
        sum.update(chunk);
        yield chunk;
      }
    },
  };
  const path = await bagOf([entry]);
  expect(statSync(path).size).toBeLessThan(100 * 1024 * 1024);
  const bag = await openBag(path);
  expect(bag.items.find((item) => item.path === 'data/long.txt')).toMatchObject({ bytes });
  expect(await verifyBag(bag)).toMatchObject({ ok: true });
  const manifest: Buffer[] = [];
  for await (const part of bag.read('manifest-sha256.txt')) manifest.push(Buffer.from(part));
  expect(Buffer.concat(manifest).toString()).toBe(`${sum.digest('hex')}  data/long.txt\n`);
  bag.close();
});
