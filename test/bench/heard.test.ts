import { expect, it } from 'vitest';
import type { Pixels, Quad } from '../../src/reading/readers/picture/recogniser.ts';
import { hearFrom, remembering, timesAsked } from './heard.ts';

const pixels = (grey: number): Pixels => ({ width: 2, height: 1, data: new Uint8Array(6).fill(grey) });
const NO_MARKS = { half: 0, full: 0, open: [] };
const QUAD: Quad = [
  { x: 0, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 1 },
  { x: 0, y: 1 },
];

it('asks the recogniser once what stands in the same pixels at the same place', async () => {
  let read = 0;
  const kept = {};
  const open = (): ReturnType<Parameters<typeof remembering>[0]> =>
    Promise.resolve({
      find: () => Promise.resolve([QUAD]),
      read: () => Promise.resolve({ text: `${++read}`, confidence: 1, scores: [1], others: [''], marks: NO_MARKS }),
    });
  hearFrom(kept);
  const before = timesAsked();
  const first = remembering(open);
  expect(await first.find(pixels(9), 960)).toEqual([QUAD]);
  expect((await first.read(pixels(9), QUAD)).text).toBe('1');
  // A later run has what was kept of this one, and pixels of its own that are the same.
  hearFrom(JSON.parse(JSON.stringify(kept)) as typeof kept);
  const later = remembering(() => Promise.reject(new Error('was asked')));
  expect(await later.find(pixels(9), 960)).toEqual([QUAD]);
  expect((await later.read(pixels(9), QUAD)).text).toBe('1');
  expect(timesAsked() - before).toBe(2);
  await expect(later.read(pixels(8), QUAD)).rejects.toThrow('was asked');
  await expect(later.find(pixels(9), 1280)).rejects.toThrow('was asked');
});
