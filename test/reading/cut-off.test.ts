import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import { doubtAloneCutOff, doubtCutOff } from '../../src/reading/page/cut-off.ts';
import { foundOf } from '../../src/reading/page/found.ts';
import { pageOf, part } from '../../src/reading/page/page.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { SIZE } from './lines.ts';

const line = (text: string, x: number, y: number, width: number): ScoredLine => ({
  text,
  box: { x, y, width, height: 30 },
  confidence: 0.99,
  scores: Array.from(text, () => 0.99),
});
const valueIn = (lines: ScoredLine[], at: number, value: string) => {
  const page = pageOf(lines, SIZE);
  const cell = page.rows.flat().find((one) => one.line === lines[at])!;
  const from = cell.text.indexOf(value);
  const own = part(cell, from, from + value.length);
  const found = foundOf('merchant', { value, text: cell.text, cells: [own], scores: [], doubtful: false }, 'label');
  return doubtCutOff([found], page)[0]!.by;
};

describe('a value at the edge of the page', () => {
  const full = line('备注甲：无  所在摊位：灯塔', 40, 100, 640);

  it('may go on below, and is only a guess', () => {
    expect(valueIn([full, line('书摊', 40, 140, 60)], 0, '灯塔')).toBe('guess');
  });
  it('may have begun above', () => {
    expect(valueIn([full, line('书摊', 40, 140, 60)], 1, '书摊')).toBe('guess');
  });
  it('is whole where a label comes next, where there was room, and where what follows stands apart', () => {
    expect(valueIn([full, line('下一项：书', 40, 140, 160)], 0, '灯塔')).toBe('label');
    expect(
      valueIn([line('所在摊位：灯塔', 40, 100, 240), line('书摊', 40, 140, 60), line('宽', 650, 300, 30)], 0, '灯塔'),
    ).toBe('label');
    expect(valueIn([full, line('书摊', 40, 260, 60)], 0, '灯塔')).toBe('label');
  });
});

describe('the end of a label that was broken over two lines', () => {
  it('names nobody', () => {
    const rows = ['订单号：70011223344', '店铺：家：灯塔书摊'].map((text, i) => line(text, 40, 100 + i * 60, 300));
    const names = understand(rows, SIZE).fields.filter(({ key }) => key === 'merchant');
    expect(names.map(({ value }) => value)).not.toContain('家：灯塔书摊');
  });
});

describe('a code that only the second reader sees', () => {
  const certain = (above: string): boolean | undefined => {
    const lines = [line(above, 400, 100, 175), line('7PLW-QQ2D', 398, 142, 178)];
    const page = pageOf(lines, SIZE);
    const cells = [page.rows.flat().find((one) => one.line === lines[1])!];
    const value = { value: '7PLW-QQ2D', text: '7PLW-QQ2D', cells, scores: cells[0]!.scores!, doubtful: false };
    return doubtAloneCutOff([{ ...foundOf('cardCode', value, 'guess'), alone: 0.99 }], page)[0]!.certain;
  };

  it('may have begun in the line above, where that ends with a dash', () => {
    expect(certain('XK41-88RT-')).toBe(false);
    expect(certain('XK41-88RT')).toBe(true);
  });
});
