import { describe, expect, it } from 'vitest';
import { framedTitleOf } from '../../src/reading/page/form/goods-block.ts';
import { pageOf } from '../../src/reading/page/page.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';

type Line = readonly [x: number, y: number, height: number, text: string];
const SIZE = { width: 720, height: 1100 };
const LETTER = 0.5;

/** Lines of a height and a left edge; a Han letter is as wide as it is high. */
const lines = (rows: readonly Line[]): ScoredLine[] =>
  rows.map(([x, y, height, text]) => {
    const width = [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? height : height * LETTER), 0);
    const scores = Array.from(text, () => 0.999);
    return { text, box: { x, y, width: Math.round(width), height }, confidence: 0.999, scores };
  });
const titleIn = (rows: readonly Line[]): string | undefined =>
  framedTitleOf(pageOf(lines(rows), SIZE))
    ?.map(({ text }) => text)
    .join('');

const SHOP: Line = [30, 200, 30, '月见点心铺 ›'];
const REST: readonly Line[] = [
  [40, 520, 28, '订单编号'],
  [400, 520, 28, '88120039447001'],
  [40, 580, 28, '实付款'],
  [560, 580, 28, '¥30.00'],
];

describe('goods without a label', () => {
  it.each<[string, readonly Line[]]>([
    [
      'over how they come and the price',
      [
        [160, 280, 33, '海盐沙龙季卡 激活码'],
        [172, 336, 28, '秒发'],
        [575, 336, 28, '¥30.00'],
      ],
    ],
    [
      'over how many and the price, at the left edge',
      [
        [30, 280, 33, '海盐沙龙季卡 激活码'],
        [30, 345, 31, '×1'],
        [575, 345, 31, '¥30.00'],
      ],
    ],
    [
      'left of the price, how many under that',
      [
        [220, 280, 30, '海盐沙龙季卡 激活码'],
        [590, 280, 30, '¥30.00'],
        [665, 316, 24, 'x1'],
      ],
    ],
    [
      'over the price, beside the room of a picture',
      [
        [190, 280, 31, '海盐沙龙季卡 激活码'],
        [190, 342, 31, '¥30.00'],
      ],
    ],
    [
      'over the kind that was chosen, in smaller letters',
      [
        [160, 280, 33, '海盐沙龙季卡 激活码'],
        [160, 326, 24, '套餐一'],
        [160, 372, 24, '×1'],
        [590, 372, 24, '¥30.00'],
      ],
    ],
  ])('stand %s', (_, block) => {
    expect(titleIn([SHOP, ...block, ...REST])).toBe('海盐沙龙季卡 激活码');
  });

  it('go on in the next line, beside how many', () => {
    const block: Line[] = [
      [220, 280, 30, '海盐沙龙季卡（月见'],
      [590, 280, 30, '¥30.00'],
      [220, 318, 30, '分店）'],
      [665, 318, 24, 'x1'],
    ];
    expect(titleIn([SHOP, ...block, ...REST])).toBe('海盐沙龙季卡（月见分店）');
  });

  it('are not the state of the order over them', () => {
    const block: Line[] = [
      [30, 210, 36, '等待对方发货'],
      [30, 280, 31, '海盐沙龙季卡'],
      [30, 343, 29, '×1'],
      [611, 343, 29, '¥30.00'],
    ];
    expect(titleIn([...block, ...REST])).toBe('海盐沙龙季卡');
  });

  it.each<[string, readonly Line[]]>([
    ['a label over others, each with its sum', [[40, 280, 28, '单件价格'], [560, 280, 28, '¥31.00'], ...REST]],
    [
      'the middle of the page over a price there',
      [
        [300, 280, 30, '海盐沙龙'],
        [315, 330, 30, '¥30.00'],
        [30, 420, 30, '说明'],
      ],
    ],
    [
      'the shop that an arrow leads to',
      [
        [30, 280, 30, '月见点心铺 ›'],
        [30, 340, 30, '×1'],
        [611, 340, 30, '¥30.00'],
      ],
    ],
  ])('are not %s', (_, rows) => {
    expect(titleIn(rows)).toBeUndefined();
  });

  it('are asked for where only their frame says so, and never dropped', () => {
    const block: Line[] = [
      [30, 280, 33, '海盐沙龙 季卡'],
      [30, 345, 31, '×1'],
      [575, 345, 31, '¥30.00'],
    ];
    const heading: Line = [260, 100, 36, '订单详情'];
    const { kind, fields } = understand(lines([heading, SHOP, ...block, ...REST]), SIZE);
    expect(kind).toBe('order');
    expect(fields.find(({ key }) => key === 'product')).toMatchObject({ value: '海盐沙龙 季卡' });
  });
});

describe('a price and the only count of a page', () => {
  const goods: readonly Line[] = [
    [160, 280, 33, '海盐沙龙季卡 自动充值'],
    [160, 336, 28, '¥30.00'],
    [620, 336, 28, 'x1'],
  ];
  const knownOf = (rows: readonly Line[]) =>
    understand(lines([[300, 60, 40, '订单详情'], SHOP, ...rows, ...REST]), SIZE)
      .fields.filter(({ key }) => key === 'product')
      .map(({ value, by, known }) => [value, by, known]);

  it('say that a title is of goods, whatever it is called', () => {
    expect(knownOf(goods)).toEqual([['海盐沙龙季卡 自动充值', 'position', true]]);
  });
  it('do not where there is no count, or one of other goods', () => {
    expect(knownOf(goods.slice(0, 2)).map(([, , known]) => known)).toEqual([undefined]);
    const other: readonly Line[] = [
      [160, 840, 33, '白桃乌龙月卡 自动充值'],
      [160, 896, 28, '¥12.00'],
      [620, 896, 28, 'x1'],
    ];
    expect(knownOf([...goods, ...other]).map(([, , known]) => known)).not.toContain(true);
  });
});

describe('a title of several lines beside its price, on a photograph', () => {
  const goodsOf = (rows: readonly Line[]) =>
    understand(lines([[300, 60, 40, '订单详情'], ...rows, ...REST]), SIZE)
      .fields.filter(({ key, by }) => key === 'product' && by !== 'guess')
      .map(({ value, known }) => [value, known]);
  const price: readonly Line[] = [
    [615, 281, 28, '¥30.00'],
    [650, 327, 25, 'x1'],
  ];
  const long: Line = [160, 280, 33, '海盐沙龙季卡官方正品到账'];

  it('goes on below, whatever its lines measure, as long as they are full', () => {
    const rows: readonly Line[] = [long, ...price, [166, 322, 28, '激活密钥'], [160, 372, 22, '一年']];
    expect(goodsOf(rows).map(([value]) => value)).toEqual(['海盐沙龙季卡官方正品到账激活密钥']);
  });
  it('is not known whole where a line as large stands hard above or below it', () => {
    const short: Line = [160, 280, 33, '海盐沙龙季卡'];
    expect(goodsOf([short, ...price])).toEqual([['海盐沙龙季卡', true]]);
    expect(goodsOf([short, ...price, [160, 322, 29, '官方直营小店']]).map(([, known]) => known)).not.toContain(true);
    expect(goodsOf([[160, 240, 33, '官方直营小店'], short, ...price]).map(([, known]) => known)).not.toContain(true);
  });
});

it('goods whose bracket is never closed were cut off', () => {
  const certain = (value: string) =>
    understand(lines([[300, 60, 40, '订单详情'], [40, 300, 28, '商品名称'], [300, 300, 28, value], ...REST]), SIZE)
      .fields.filter(({ key }) => key === 'product')
      .map((field) => field.certain);
  expect(certain('海盐密钥（永久')).toEqual([false]);
  expect(certain('海盐密钥（永久）')).toEqual([true]);
});

it.each(['未购买', '已开通', '默认', '待评价', '一经售出概不退换'])('%s is nothing that anybody bought', (state) => {
  const rows: readonly Line[] = [[300, 60, 40, '订单详情'], [40, 300, 28, '包赔服务'], [560, 300, 28, state], ...REST];
  expect(understand(lines(rows), SIZE).fields.filter(({ key }) => key === 'product')).toEqual([]);
});
