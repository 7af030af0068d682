import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exhibitViews } from '../../src/clerk/cases/exhibits.ts';
import { readAll, takeInPaths, type ReadAllOptions } from '../../src/clerk/intake/take-in-paths.ts';
import { temporaryCase } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

const BILL = resolve(import.meta.dirname, '../fixtures/intake/bill-aes256.zip');
const signal = new AbortController().signal;

/** Takes in the locked bill and reads it, with these answers to the question for its password. */
async function readLocked(answers: readonly string[]) {
  const file = temporaryCase();
  const asked: string[] = [];
  let wrong = 0;
  const reading: ReadAllOptions = {
    askPassword: async ({ file: name }) => {
      asked.push(name);
      return answers[asked.length - 1]!;
    },
    onWrongPassword: () => wrong++,
  };
  const taken = await takeInPaths(file, [BILL], { cwd: '/', labels: {}, reading, signal });
  return { taken, asked: asked.length, wrong, status: exhibitViews(file)[0]!.status };
}

describe('a file with a password', () => {
  test('is opened by the one that is answered', async () => {
    const { taken, asked, wrong, status } = await readLocked(['000000', '318204']);
    expect([asked, wrong, status]).toEqual([2, 1, 'read']);
    expect(taken.reconciliation?.locked).toEqual([]);
  });

  test('stays shut after three that are wrong, and is named', async () => {
    const { taken, asked, wrong } = await readLocked(['1', '2', '3', '318204']);
    expect([asked, wrong]).toEqual([3, 3]);
    expect(taken.reconciliation?.locked).toEqual([{ exhibit: 1, file: 'bill-aes256.zip' }]);
  });

  test('is not asked for again when it is not at hand', async () => {
    const { taken, asked, wrong } = await readLocked(['']);
    expect([asked, wrong]).toEqual([1, 0]);
    expect(taken.reconciliation?.locked).toHaveLength(1);
  });

  test('is asked for by nobody where nobody can answer', async () => {
    const file = temporaryCase();
    const { added } = await takeInPaths(file, [BILL], { cwd: '/', labels: {}, signal });
    expect((await readAll(file, {})).locked).toEqual([{ exhibit: 1, file: 'bill-aes256.zip' }]);
    expect((await readAll(file, { only: added, again: true, password: '318204' })).locked).toEqual([]);
  });
});

test('tells how far it is, and what was refused beside what went in', async () => {
  const file = temporaryCase();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), 'aaaa');
  writeFileSync(join(folder, 'b.txt'), 'bb');
  const told: [number, number, string][] = [];
  let over = 0;
  const taken = await takeInPaths(file, ['a.txt', 'b.txt', 'none.txt'], {
    cwd: folder,
    labels: { category: 'other', note: '两段话' },
    signal,
    onTaken: (bytes, total, name) => told.push([bytes, total, name]),
    onTakenIn: () => over++,
  });
  expect(taken.added).toEqual([1, 2]);
  expect(taken.refused).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(taken).not.toHaveProperty('reconciliation');
  expect(told.at(-1)).toEqual([6, 6, 'b.txt']);
  expect(over).toBe(1);
});
