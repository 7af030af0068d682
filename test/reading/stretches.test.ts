import { describe, expect, it } from 'vitest';
import { mayGoOn } from '../../src/reading/parts/stretch-values.ts';
import { stretchesIn } from '../../src/reading/parts/stretches.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';

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

describe('a name of goods that only the second reader sees', () => {
  const line = (text: string, x: number, y: number, height = 22): ScoredLine => ({
    text,
    box: { x, y, width: 22 * text.length, height },
  });
  const mayGoOnOver = (...below: ScoredLine[]): boolean =>
    mayGoOn([line('森之国度 典藏礼包', 180, 200), line('出让物', 20, 200), ...below], 0);

  // A tiny copy of `PUBG 绝地求生 激活码 Steam`, whose last word stood in a line of its own, gave the goods without it.
  it.each(['Switch', '战网', 'QQ'])('may go on in the line below it, in a word that elsewhere is a label: %s', (word) =>
    expect(mayGoOnOver(line(word, 180, 221))).toBe(true),
  );
  it.each([
    ['stands a row apart', line('永久有效', 180, 233)],
    ['begins elsewhere', line('永久有效', 150, 221)],
    ['is of another size', line('永久有效', 180, 221, 15)],
    ['has a label of its own', line('订单编号：7041882', 180, 221)],
  ])('ends where the line below %s', (_, below) => expect(mayGoOnOver(below)).toBe(false));
  it('ends where the line below is a row with another cell', () =>
    expect(mayGoOnOver(line('Switch', 180, 221), line('机型', 20, 221))).toBe(false));
});
