import { describe, expect, it } from 'vitest';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { readFields, screen, SIZE } from './lines.ts';

type Put = [x: number, y: number, width: number, text: string];
const linesOf = (lines: readonly Put[]): ScoredLine[] =>
  lines.map(([x, y, width, text]) => ({
    text,
    box: { x, y, width, height: 26 },
    confidence: 0.999,
    scores: Array.from(text, () => 0.999),
  }));
const read = (lines: readonly Put[]) => readFields(linesOf(lines), 'order', { width: 1200, height: 600 });
const valueOf = (lines: readonly Put[], key: string) => read(lines).find((field) => field.key === key)?.value;

describe('labels and values in columns up to the edge', () => {
  const COLUMNS: Put[] = [
    [20, 200, 382, '订单编号: XT20260823353381'],
    [420, 200, 260, '实付款: 38.50元'],
    [820, 200, 330, '下单时间: 2026/08/23 16:20'],
    [20, 290, 300, '店铺名称: 松果小卖部'],
    [420, 290, 260, '购买数量: 1'],
    [820, 290, 300, '商品名称: 麦浪音乐季卡'],
  ];

  it('go on in their own column, to the last digit', () => {
    expect(valueOf([...COLUMNS, [20, 234, 13, '7']], 'orderNo')).toBe('XT202608233533817');
  });

  it('run on from one line to the next where no other row begins as they do', () => {
    const text: Put[] = [
      [20, 200, 382, '订单编号: XT202608233533817'],
      [414, 200, 330, '店铺名称: 松果小卖部'],
      [756, 200, 420, '商品名称: 麦浪音乐黑胶会员半年'],
      [20, 234, 60, '卡尊享'],
    ];
    expect(valueOf(text, 'orderNo')).toBe('XT202608233533817');
  });

  it('go on where the next word had no room, in a row without a cell in the next column', () => {
    const wrapped: Put[] = [
      [420, 380, 356, '商品名称: 麦浪音乐黑胶季卡 200元'],
      [420, 412, 52, '国区'],
    ];
    const rows = COLUMNS.filter(([, , , text]) => !text.startsWith('商品名称'));
    expect(valueOf([...rows, ...wrapped], 'product')).toMatch(/^麦浪音乐黑胶季卡 200元\s?国区$/);
  });
});

describe('a value that goes on below itself', () => {
  const ROWS: Put[] = [
    [25, 100, 110, '订单编号'],
    [200, 100, 220, '88120039447001'],
    [450, 100, 110, '下单时间'],
    [600, 100, 200, '2026-08-23 16:20'],
    [25, 200, 110, '商品名称'],
    [200, 200, 230, '麦浪音乐黑胶会员'],
    [450, 200, 110, '店铺名称'],
    [600, 200, 180, '松果小卖部'],
    [200, 236, 100, '季卡'],
    [25, 300, 110, '实付款'],
    [200, 300, 80, '¥30.00'],
  ];

  it('has its last line though another column stands beside it', () => {
    expect(valueOf(ROWS, 'product')).toBe('麦浪音乐黑胶会员季卡');
    const two = [...ROWS, [600, 236, 90, '旗舰店'] as Put];
    expect(valueOf(two, 'product')).toBe('麦浪音乐黑胶会员季卡');
    expect(valueOf(two, 'merchant')).toBe('松果小卖部旗舰店');
  });

  it('and does not take the value of a label of its own', () => {
    expect(valueOf([...ROWS, [25, 236, 90, '赠品信息']], 'product')).not.toBe('麦浪音乐黑胶会员季卡');
  });

  it('has its last word though that is a label elsewhere', () => {
    const rows: Put[] = [
      [25, 200, 110, '商品名称'],
      [434, 200, 261, '深海守望者 标准版'],
      [611, 235, 84, '激活码'],
      [25, 320, 110, '订单编号'],
      [475, 320, 220, '88120039447001'],
    ];
    expect(valueOf(rows, 'product')).toMatch(/标准版\s?激活码$/);
  });
});

describe('a name of goods with a colon in it', () => {
  const goods = (rows: readonly string[]) =>
    readFields(screen(rows), 'order', SIZE).find(({ key }) => key === 'product');

  it.each([
    ['beside its label', ['= 订单详情', '商品名称 | 深海：灯塔守望 月卡', '实付款 | ¥30.00']],
    ['under its label', ['= 订单详情', '商品名称', '深海：灯塔守望 月卡', '实付款 | ¥30.00']],
  ])('is all of it, %s', (_, rows) => {
    expect(goods(rows)?.value).toBe('深海：灯塔守望 月卡');
  });

  it('is the title between a count and a price', () => {
    const card: Put[] = [
      [204, 100, 300, '深海：灯塔守望 月卡'],
      [660, 100, 30, 'x1'],
      [204, 168, 90, '¥30.00'],
      [40, 260, 120, '订单编号'],
      [420, 260, 260, '88120039447001'],
    ];
    expect(valueOf(card, 'product')).toBe('深海：灯塔守望 月卡');
    const labelled = card.map(([x, y, width, text]): Put => [x, y, width, text.replace('深海：', '店铺：')]);
    expect(valueOf(labelled, 'product')).toBeUndefined();
  });

  it('does not make a value of a label that no table has', () => {
    expect(goods(['= 订单详情', '礼盒包装：深海灯塔', '商品名称 | 麦浪音乐季卡'])?.value).toBe('麦浪音乐季卡');
  });
});
