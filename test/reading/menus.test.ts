import { describe, expect, it } from 'vitest';
import { menusIn, siteOf } from '../../src/reading/page/menus.ts';
import { pageOf } from '../../src/reading/page/page.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { readFields } from './lines.ts';

const SIZE = { width: 1200, height: 800 };

/** A page as a PC shows it: each piece with the place where it begins; 14 high, or as said. */
const shown = (pieces: readonly [x: number, y: number, text: string, height?: number][]): ScoredLine[] =>
  pieces.map(([x, y, text, height = 14]) => ({
    text,
    box: { x, y, width: [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 1 : 0.55) * height, 0), height },
    confidence: 0.99,
    scores: Array.from(text, () => 0.99),
  }));

const HEAD: [number, number, string, number?][] = [
  [40, 40, '云鹿屯', 28],
  [200, 48, '账号'],
  [248, 48, '点券'],
  [296, 48, '代练'],
  [344, 48, '我要卖'],
  [900, 48, '你好，半夏 | 消息(2) | 退出'],
];
const SIDE: [number, number, string][] = ['我是买家', '购买记录', '账户', '我的收藏', '安全设置'].map((text, i) => [
  40,
  120 + i * 34,
  text,
]);
const ORDER: [number, number, string][] = [
  ['订单编号', 'YL-DW-20260311448'],
  ['商品名称', '雾港来信 典藏版 激活码'],
  ['付款时间', '2026-03-11 20:10:33'],
  ['实付金额', '¥1, 045.00'],
].flatMap(([label, value], i): [number, number, string][] => [
  [240, 126 + i * 40, label!],
  [340, 126 + i * 40, value!],
]);

describe('a page that a PC shows', () => {
  const lines = shown([...HEAD, ...SIDE, ...ORDER]);
  const page = pageOf(lines, SIZE);
  const menus = menusIn(page);

  it('has menus at its head and its side, and its site named before them', () => {
    expect([...menus].map(({ text }) => text).toSorted()).toEqual(
      [...HEAD.slice(1), ...SIDE].map(([, , text]) => text).toSorted(),
    );
    expect(siteOf(page, menus)?.text).toBe('云鹿屯');
  });

  it('gives no value off its menus, and every value to its own label', () => {
    const fields = readFields(lines, 'order', SIZE).map(({ key, value }) => `${key} ${value}`);
    expect(fields.toSorted()).toEqual([
      'amount 1045.00',
      'orderNo YL-DW-20260311448',
      'paidAt 2026-03-11T20:10:33+08:00',
      'platform 云鹿屯',
      'product 雾港来信 典藏版 激活码',
    ]);
  });

  it('has no menu in the head of a table, nor in a column of labels', () => {
    const heads = ['宝贝', '单价', '数量', '小计'];
    const table: [number, number, string][] = heads.flatMap((text, i): [number, number, string][] => [
      [240 + i * 60, 400, text],
      [240 + i * 60, 426, ['月卡', '12.00', '1', '12.00'][i]!],
    ]);
    const labels: [number, number, string][] = ['开户网点', '专属顾问', '积分', '等级'].flatMap(
      (text, i): [number, number, string][] => [
        [40, 500 + i * 30, text],
        [160, 500 + i * 30, `第${i + 1}项`],
      ],
    );
    expect(menusIn(pageOf(shown([...table, ...labels, ...ORDER]), SIZE)).size).toBe(0);
  });

  it('names a shop without the buttons below it, in one of several blocks side by side', () => {
    const blocks = shown([
      [120, 300, '充值信息'],
      [450, 300, '付款信息'],
      [780, 300, '店铺信息'],
      [120, 324, '面值：200元'],
      [450, 324, '付款方式：在线'],
      [780, 324, '月见话费专营'],
      [120, 348, '归属地：江西'],
      [450, 348, '商品总额：¥192.80'],
      [780, 348, '联系客服  进店逛逛'],
      [120, 372, '说明：慢充'],
      [450, 372, '应付金额：¥187.80'],
      [780, 372, '营业时间 9:00-24:00'],
    ]);
    const merchants = readFields(blocks, 'order', SIZE).filter(({ key }) => key === 'merchant');
    expect(merchants.map(({ value }) => value)).toEqual(['月见话费专营']);
  });
});
