import { describe, expect, it } from 'vitest';
import { widened } from '../../src/reading/readers/picture/gaps.ts';
import { rejoined } from '../../src/reading/readers/picture/joints.ts';
import { levelled } from '../../src/reading/readers/picture/levelled.ts';
import type { Pixels, Quad } from '../../src/reading/readers/picture/recogniser.ts';
import { NOTHING_READ, type ReadWords } from '../../src/reading/readers/picture/spelling.ts';
import { placeOf, type ScoredLine } from '../../src/reading/reader.ts';

function line(text: string, x: number, width: number, at: { y?: number; height?: number; last?: number } = {}) {
  const { y = 100, height = 40, last = 0.99 } = at;
  const scores = Array.from(text, (_, i) => (i === text.length - 1 ? last : 0.99));
  return { text, box: { x, y, width, height }, confidence: 0.99, scores } satisfies ScoredLine;
}
const texts = (...lines: ScoredLine[]): string[] => rejoined(lines).map(({ text }) => text);

describe('a letter that two boxes share', () => {
  it.each([
    ['a digit is of the number', '入账于：3', '3026/11/02', ['入账于：', '3026/11/02']],
    ['a colon is of the label', '货单代码：', '：KJ88210034', ['货单代码：', 'KJ88210034']],
    ['a letter before a space is of the label', '订单名', '名 蓝莓小铺', ['订单名', '蓝莓小铺']],
  ])('%s', (_, one, other, expected) => {
    const [first, second] = rejoined([line(one, 40, 200), line(other, 224, 300)]);
    expect([first!.text, second!.text]).toEqual(expected);
    expect([first!.scores!.length, second!.scores!.length]).toEqual(expected.map(({ length }) => length));
    expect(first!.box!.x + first!.box!.width <= 240 && second!.box!.x >= 224).toBe(true);
  });

  it('is a piece of a sign where it was hardly made out', () => {
    expect(texts(line('游戏账号：【', 40, 200, { last: 0.4 }), line('kqz88213', 224, 200))).toEqual([
      '游戏账号：',
      'kqz88213',
    ]);
    expect(texts(line('游戏账号：【', 40, 200), line('kqz88213', 224, 200))[0]).toBe('游戏账号：【');
  });

  it('is doubted in both where nobody can tell', () => {
    const [first, second] = rejoined([line('蓝莓小铺', 40, 200), line('铺子里', 224, 200)]);
    expect([first!.text, second!.text]).toEqual(['蓝莓小铺', '铺子里']);
    expect([first!.scores!.at(-1)! < 0.9, second!.scores![0]! < 0.9]).toEqual([true, true]);
  });

  it('stays where the boxes only touch, or stand in two rows', () => {
    expect(texts(line('入账于：3', 40, 200), line('3026/11/02', 236, 300))).toEqual(['入账于：3', '3026/11/02']);
    expect(texts(line('入账于：3', 40, 200), line('3026/11/02', 224, 300, { y: 130 }))[0]).toBe('入账于：3');
  });
});

describe('letters that are spread over the column of labels', () => {
  const others = [line('商品名称', 40, 240, { y: 200 }), line('收货账户', 40, 240, { y: 300 })];

  it('are one label, by its words or by the column that they fill', () => {
    const value = line('2026-11-02 09:14', 320, 300);
    expect(texts(line('交', 40, 40), line('易', 105, 40), line('时', 170, 40), line('间', 240, 40), value)).toEqual([
      '交易时间',
      '2026-11-02 09:14',
    ]);
    const [joined] = rejoined([line('甲', 40, 40), line('乙', 140, 40), line('丙', 240, 40), value, ...others]);
    expect(joined).toMatchObject({ text: '甲乙丙', box: { x: 40, width: 240 }, scores: [0.99, 0.99, 0.99] });
  });

  it('stay apart where they make no label', () => {
    expect(texts(line('甲', 40, 40), line('乙', 140, 40), line('丙', 240, 40))).toEqual(['甲', '乙', '丙']);
  });

  it('are read as one where a line has them apart', () => {
    expect(texts(line('对 方 商 户 蓝莓小铺', 40, 400))).toEqual(['对方商户 蓝莓小铺']);
    expect(texts(line('支付时 间 2026-11-02', 40, 400))).toEqual(['支付时间 2026-11-02']);
    expect(texts(line('蓝 莓小铺', 40, 400), line('王者荣耀 点券 980', 40, 400, { y: 200 }))).toEqual([
      '蓝 莓小铺',
      '王者荣耀 点券 980',
    ]);
  });
});

describe('the height of a line', () => {
  const heights = (...lines: ScoredLine[]): number[] => levelled(lines).map((one) => placeOf(one)!.height);
  const code = line('This code was used', 40, 410);

  it('is that of all Latin lines whose letters are as broad', () => {
    const lines = [code, line('once before', 40, 256), line('by somebody', 40, 256, { height: 50 })];
    expect(heights(...lines)).toEqual([40, 40, 40]);
    expect(placeOf(levelled(lines)[2]!)).toEqual({ x: 40, y: 105, width: 256, height: 40 });
  });

  it('stays its own where letters are broader, too few to tell, or Chinese', () => {
    expect(heights(code, line('Not valid', 40, 250, { height: 50 }))).toEqual([40, 50]);
    expect(heights(code, line('x1', 40, 44, { height: 32 }))).toEqual([40, 32]);
    expect(heights(line('此码已被他人用过', 40, 334), line('请联系店家', 40, 214, { height: 46 }))).toEqual([40, 46]);
  });
});

describe('the room behind a label', () => {
  const SQUARE = 40;
  const QUAD: Quad = [
    { x: 0, y: 0 },
    { x: 600, y: 0 },
    { x: 600, y: 40 },
    { x: 0, y: 40 },
  ];
  /** Signs of four dark strokes on white, with a bare stretch of this many squares between the first `before` and the others. */
  function drawn(before: number, behind: number, gap: number): Pixels {
    const data = new Uint8Array(600 * 40 * 3).fill(255);
    for (let i = 0; i < before + behind; i++) {
      const from = Math.round(20 + i * SQUARE + (i >= before ? gap * SQUARE : 0));
      for (const stroke of [2, 12, 22, SQUARE - 6].map((at) => from + at))
        for (let y = 4; y < 36; y++) data.fill(30, (y * 600 + stroke) * 3, (y * 600 + stroke + 4) * 3);
    }
    return { width: 600, height: 40, data };
  }
  const words = (text: string): ReadWords => ({
    ...NOTHING_READ,
    text,
    scores: Array.from(text, (_, i) => i / 100),
    others: Array.from(text, () => ''),
    marks: { half: 0, full: 0, open: [6] },
  });
  const read = (text: string, before: number, behind: number, gap: number): ReadWords =>
    widened(words(text), drawn(before, behind, gap), QUAD);

  it('is written as two spaces where it is broader than a space', () => {
    const { text, scores, others, marks } = read('对方商户 蓝莓小铺', 4, 4, 0.7);
    expect(text).toBe('对方商户  蓝莓小铺');
    expect([scores.length, others.length]).toEqual([text.length, text.length]);
    expect([scores[3], scores[6], marks.open]).toEqual([0.03, 0.05, [7]]);
    expect(read('对方商户 蓝莓小铺', 4, 4, 0.3).text).toBe('对方商户 蓝莓小铺');
  });

  it('says nothing where no label stands before it', () => {
    expect(read('蓝 莓小铺子', 1, 5, 0.7).text).toBe('蓝 莓小铺子');
    expect(read('商户（收款） 蓝莓', 6, 2, 0.7).text).toBe('商户（收款）  蓝莓');
    expect(read('付款金额 （元）', 4, 3, 0.7).text).toBe('付款金额 （元）');
  });
});
