import { describe, expect, it } from 'vitest';
import { joinedLines } from '../../src/reading/parts/joined-lines.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { readFields } from './lines.ts';

type Put = [x: number, y: number, text: string];
const HEIGHT = 24;
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? HEIGHT : HEIGHT * 0.55), 0);
const linesOf = (lines: readonly Put[]): ScoredLine[] =>
  lines.map(([x, y, text]) => ({
    text,
    box: { x, y, width: widthOf(text), height: HEIGHT },
    confidence: 0.999,
    scores: Array.from(text, () => 0.999),
  }));
const SIZE = { width: 1200, height: 600 };

/** A head, and below it a row whose cells have one to three lines set about one middle. */
const TABLE: Put[] = [
  [40, 100, '订单编号'],
  [260, 100, '商品名称'],
  [480, 100, '下单时间'],
  [700, 100, '店铺名称'],
  [920, 100, '实付款'],
  [40, 160, 'XQ20260714'],
  [40, 192, '338120946'],
  [40, 224, '71'],
  [260, 176, '麦浪音乐会员'],
  [260, 208, '半年卡'],
  [480, 176, '2026.07.14'],
  [480, 208, '09:12:44'],
  [700, 192, '松果小卖部'],
  [920, 192, '¥48.60'],
];
const read = (lines: readonly Put[], kind: 'order' | 'payment' = 'order') =>
  Object.fromEntries(readFields(linesOf(lines), kind, SIZE).map((field) => [field.key, field]));

describe('a table whose cells were too narrow', () => {
  it('gives each head all the lines of its cell', () => {
    const fields = read(TABLE);
    expect(fields).toMatchObject({
      orderNo: { value: 'XQ2026071433812094671', by: 'column' },
      product: { value: '麦浪音乐会员半年卡', by: 'column' },
      orderedAt: { value: '2026-07-14T09:12:44+08:00' },
      merchant: { value: '松果小卖部', by: 'column' },
      amount: { value: '48.60' },
    });
  });

  it('is heard by the second reader so, too', () => {
    const texts = joinedLines(linesOf(TABLE).map(({ text, box }) => ({ text, box: box! }))).map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['XQ2026071433812094671', '麦浪音乐会员半年卡', '2026.07.14 09:12:44']),
    );
  });

  it('may have a head of two lines', () => {
    const heads = TABLE.flatMap(([x, y, text]): Put[] =>
      text === '下单时间'
        ? [
            [x, 84, '下单'],
            [x, 116, '时间'],
          ]
        : [[x, y, text]],
    );
    expect(read(heads)['orderedAt']?.value).toBe('2026-07-14T09:12:44+08:00');
  });

  it('takes nothing from a cell that is empty, and nothing from the next one', () => {
    const without = TABLE.filter(([, , text]) => text !== '松果小卖部');
    expect(read(without)['merchant']).toBeUndefined();
    expect(read(without)['amount']?.value).toBe('48.60');
  });

  it('is left alone where it has several rows: nobody knows which of them counts', () => {
    const more = TABLE.filter(([, y]) => y > 100).map(([x, y, text]): Put => [x, y + 140, text.replace('71', '72')]);
    const texts = joinedLines(linesOf([...TABLE, ...more]).map(({ text, box }) => ({ text, box: box! })));
    expect(texts.map(({ text }) => text)).not.toContain('麦浪音乐会员半年卡');
  });

  it('is read, too, where heads that had no room stand below with values of their own', () => {
    const more: Put[] = [
      [40, 320, '充值区服'],
      [330, 320, '优惠减免'],
      [40, 376, '双线一区'],
      [330, 376, '-¥5.00'],
    ];
    const fields = read([...TABLE, ...more]);
    expect(fields).toMatchObject({ product: { value: '麦浪音乐会员半年卡' }, amount: { value: '48.60' } });
  });

  it('is none where labels have their values beside them', () => {
    const pairs: Put[] = [
      [40, 100, '订单编号'],
      [260, 100, '麦浪铺'],
      [480, 100, '商品名称'],
      [40, 160, '店铺名称'],
      [260, 160, '松果小卖部'],
    ];
    expect(joinedLines(linesOf(pairs).map(({ text, box }) => ({ text, box: box! })))).toHaveLength(pairs.length);
  });
});
