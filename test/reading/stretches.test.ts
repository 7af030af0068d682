import { describe, expect, it } from 'vitest';
import { stretchesIn } from '../../src/reading/parts/stretches.ts';

const lines = [
  { text: '货号：7001', box: { x: 40, y: 100, width: 600, height: 30 } },
  { text: '1223344', box: { x: 40, y: 140, width: 120, height: 30 } },
  { text: '88', box: { x: 40, y: 300, width: 40, height: 30 } },
];
const run = (line: number, from: number, to: number, sure = 0.9) => ({
  line,
  from,
  to,
  part: 'orderNo' as const,
  sure,
});

describe('what the second reader takes for one value', () => {
  it('goes on from the end of a line to the beginning of the next, as sure as its least sure piece', () => {
    const [whole, ...more] = stretchesIn([run(0, 3, 7), run(1, 0, 7, 0.7)], lines);
    expect(whole).toMatchObject({ part: 'orderNo', sure: 0.7, runs: [{ line: 0 }, { line: 1 }] });
    expect(more).toEqual([]);
  });
  it('ends where a line has room left, where the next stands apart, and where something else is said', () => {
    expect(stretchesIn([run(0, 3, 5), run(1, 0, 7)], lines)).toHaveLength(2);
    expect(stretchesIn([run(1, 0, 7), run(2, 0, 2)], lines)).toHaveLength(2);
    expect(stretchesIn([run(0, 3, 7), { ...run(1, 0, 7), part: 'tradeNo' }], lines)).toHaveLength(2);
  });
  it('is no label', () => {
    expect(stretchesIn([{ ...run(0, 0, 2), part: 'label' }], lines)).toEqual([]);
  });
});
