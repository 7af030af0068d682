import { describe, expect, it } from 'vitest';
import { pageOf } from '../../src/reading/page/page.ts';
import { readPage } from '../../src/reading/page/read-page.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { SIZE } from './lines.ts';

type Put = readonly [text: string, x: number, y: number, height?: number];

const wide = (text: string, height: number): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 0.8 : 0.45) * height, 0);

/** Lines of text at their places on a screen 720 wide. */
const placed = (...lines: readonly Put[]): ScoredLine[] =>
  lines.map(([text, x, y, height = 36]) => ({
    text,
    box: { x, y, width: Math.round(wide(text, height)), height },
    confidence: 0.999,
    scores: Array.from(text, () => 0.999),
  }));

const TOP: Put[] = [
  ['‹', 20, 70],
  ['山雀数码铺', 288, 70],
];
const SAID: Put[] = [
  ['11月3日 20:15', 270, 420, 28],
  ['码兑换不了，提示已被使用', 270, 500],
  ['亲稍等，我查一下', 125, 610],
];
const chat = (...lines: readonly Put[]): ReturnType<typeof readPage> =>
  readPage(pageOf(placed(...lines), SIZE), 'chat');

describe('the goods over a talk', () => {
  it.each<[string, Put[], string | undefined]>([
    [
      'a name of two lines, a kind, the price and a button',
      [
        ['鲸落剪辑软件专业版 永久激活码', 170, 150, 34],
        ['自动发货', 170, 188, 34],
        ['单机版', 170, 234, 26],
        ['¥68.00', 170, 270],
        ['查看订单', 570, 270, 28],
      ],
      '鲸落剪辑软件专业版 永久激活码自动发货',
    ],
    [
      'a name with the price at the right end, a state below',
      [
        ['云梯网盘会员年卡', 120, 150],
        ['¥158', 600, 150],
        ['交易成功', 120, 196, 26],
      ],
      '云梯网盘会员年卡',
    ],
    [
      'a name with the price lower at the right end, a kind below',
      [
        ['山雀词典 三年卡', 150, 150, 34],
        ['￥45.00', 560, 172, 34],
        ['安卓版', 150, 198, 26],
      ],
      '山雀词典 三年卡',
    ],
    [
      'a name over its price at an edge of their own, a button further down',
      [
        ['山雀词典 三年卡', 190, 150, 34],
        ['￥45.00', 190, 208, 34],
        ['发送宝贝', 570, 320, 28],
      ],
      '山雀词典 三年卡',
    ],
    [
      'a price and a state without a name',
      [
        ['¥860.00', 120, 150],
        ['交易成功', 120, 196, 26],
      ],
      undefined,
    ],
  ])('%s: offered, and said by nobody', (_, card, product) => {
    const { fields, messages } = chat(...TOP, ...card, ...SAID);
    const found = fields.find(({ key }) => key === 'product');
    expect(found?.value).toBe(product);
    if (found) expect(found).toMatchObject({ by: 'position' });
    expect(messages?.map(({ text }) => text)).toEqual(['码兑换不了，提示已被使用', '亲稍等，我查一下']);
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('山雀数码铺');
    expect(fields.filter(({ key }) => key === 'amount' || key === 'platform')).toEqual([]);
  });

  it('a price that somebody names is said, and no card', () => {
    const { fields, messages } = chat(
      ...TOP,
      ['云梯网盘会员年卡多少钱', 300, 160],
      ['¥158', 125, 270],
      ['便宜点行吗', 420, 380],
    );
    expect(fields.filter(({ key }) => key === 'product')).toEqual([]);
    expect(messages?.map(({ text }) => text)).toEqual(['云梯网盘会员年卡多少钱', '¥158', '便宜点行吗']);
  });
});
