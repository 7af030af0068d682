import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/agreement/reconcile.ts';
import { understand } from '../../src/reading/kinds/understand.ts';
import { labelRow } from '../../src/reading/page/labels/labels.ts';
import { isPlatformName } from '../../src/reading/page/names.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { readingOfPage } from '../looks/measure.ts';
import { readFields, screen, SIZE } from './lines.ts';

/** A line of a page 720 wide by its place. */
const at = (text: string, x: number, y: number, height = 32, wide = 0.95): ScoredLine => ({
  text,
  box: { x, y, width: Math.round([...text].length * height * wide), height },
  confidence: 0.99,
  scores: Array.from(text, () => 0.99),
});
const valuesOf = (lines: readonly ScoredLine[]): Record<string, string> =>
  Object.fromEntries(understand(lines, SIZE).fields.map(({ key, value }) => [key, value]));

describe('labels put together from their parts', () => {
  it.each([
    ['缴费完成于', 'paidAt'],
    ['结清日期', 'paidAt'],
    ['商品买入时间', 'orderedAt'],
    ['券后实付价', 'amount'],
    ['抵扣后价格', 'amount'],
    ['汇款至', 'payee'],
    ['转账对象名称', 'payee'],
    ['店家系统单号', 'merchantOrderNo'],
    ['清算流水号', 'tradeNo'],
    ['由哪家提供', 'merchant'],
    ['货品出自', 'merchant'],
    ['送给谁', 'account'],
    ['一共几张', 'quantity'],
    ['售出的东西', 'product'],
    ['扣款所用卡', 'paidBy'],
  ])('%s is of %s', (label, means) => expect(labelRow(label)?.means).toBe(means));

  it.each(['消费', '到手', '商家发货后', '付款给商家后', '由谁'])('%s is none', (words) =>
    expect(labelRow(words)).toBeUndefined(),
  );
});

describe('a page that writes its labels twice', () => {
  const page = [
    at('下单编号', 40, 300),
    at('7702516690081443250', 260, 300),
    at('Booking No.', 40, 338, 25, 0.5),
    at('88', 260, 338),
    at('口令', 40, 420),
    at('K7QM-22TX-PL0A', 260, 420),
    at('Secret', 40, 458, 25, 0.5),
    at('应付总计', 40, 540),
    at('¥41.60', 260, 540),
    at('Sum', 40, 578, 25, 0.5),
  ];
  it('gives each value whole, without the small words under its label', () => {
    const values = valuesOf(page);
    expect(values.orderNo).toBe('770251669008144325088');
    expect(values.amount).toBe('41.60');
    expect(Object.values(values).join()).not.toMatch(/Secret|Booking|Sum/);
  });
  it('keeps a value in Latin letters that stands under its label', () => {
    const [field] = readFields([at('游戏昵称', 40, 300), at('MoonRabbit', 40, 342, 32, 0.6)], 'order', SIZE);
    expect(field).toMatchObject({ key: 'account', value: 'MoonRabbit' });
  });
});

describe('a note below a value', () => {
  it('is no part of it', () => {
    const page = [
      at('店铺名称：杭州栀子花数字娱乐专营商店', 40, 300),
      at('近30天成交2千单', 40, 346, 24),
      at('订单编号：66012788120394', 40, 400),
      at('付款金额：¥12.00', 40, 460),
    ];
    expect(valuesOf(page).merchant).toBe('杭州栀子花数字娱乐专营商店');
  });
});

describe('a label that begins with another', () => {
  it('is one before its colon', () => {
    const page = ['订单编号：66012788120394', '数量2', '实付时刻：2026-08-11 10:22:31', '合计12.50', '件数3'];
    const fields = readFields(screen(page), 'order', SIZE);
    expect(fields.find(({ key }) => key === 'paidAt')?.value).toBe('2026-08-11T10:22:31+08:00');
    expect(fields.find(({ key }) => key === 'amount')?.value).toBe('12.50');
  });
});

describe('a grid of labels and values', () => {
  it('goes on below in each of its columns, as far as they were full', () => {
    const line = (text: string, x: number, y: number, width: number): ScoredLine => ({
      text,
      box: { x, y, width, height: 24 },
      confidence: 1,
      scores: Array.from(text, () => 1),
    });
    const page = [
      line('订单编号：88120039447001', 20, 100, 300),
      line('商品名称：黑森林蛋糕卡一年四', 420, 100, 372),
      line('实付款：¥30.00', 820, 100, 160),
      line('季', 420, 130, 24),
      line('下单时间：2026-08-11 10:22', 20, 180, 310),
      line('店铺：月见点心铺', 420, 180, 180),
      line('货真价实', 420, 210, 96),
    ];
    const fields = readFields(page, 'order', { width: 1200, height: 800 });
    expect(fields.find(({ key }) => key === 'product')?.value).toBe('黑森林蛋糕卡一年四季');
    // 月见点心铺 had room left in its column.
    expect(fields.find(({ key }) => key === 'merchant')?.value).toBe('月见点心铺');
  });
});

describe('a platform', () => {
  const order = ['订单编号 | 88120039447001', '合计 | ¥35.00', '下单时间 | 2026-09-13 17:39:05'];
  const platform = (rows: readonly string[]) =>
    understand(screen(rows), SIZE).fields.find(({ key }) => key === 'platform');

  it.each([
    '来自海豚集市小程序',
    '在海豚集市下单',
    '海豚集市交易详情',
    '海豚集市 浙ICP备20260001号',
    '海豚集市拥有最终解释权',
  ])('is named by the words around it, to be asked amid the page: %s', (words) => {
    const [first, ...rest] = order;
    expect(platform([`= ${words}`, ...order])).toMatchObject({ value: '海豚集市', by: 'label' });
    const found = platform([first!, '等待发货', `= ${words}`, ...rest]);
    expect(found).toMatchObject({ value: '海豚集市' });
    expect(found?.by).not.toBe('label');
  });
  it.each(['技术支持：海豚集市', '海豚集市提供技术支持', '由海豚集市为您服务'])(
    'is asked where others help: %s',
    (words) => {
      const found = platform([`= ${words}`, ...order]);
      expect(found).toMatchObject({ value: '海豚集市' });
      expect(found?.by).not.toBe('label');
    },
  );
  it.each(['在线购买', '来自微信小程序', '我的订单详情', '查看交易详情'])('is not named by %s', (words) =>
    expect(platform([`= ${words}`, ...order])).toBeUndefined(),
  );
  it('is no label with a number beside it, and no wallet on its own voucher', () => {
    const voucher = ['= 账单详情', '= -35.00', '支付宝付款凭证 | 2026091322001499460998634074', '商品 | 书'];
    expect(platform(voucher)).toBeUndefined();
    expect(platform(['= 云闪付 - 交易详情', '= -35.00', '交易时间 | 2026-09-13 17:39:05'])).toBeUndefined();
  });
  it('has a name beside its kind', () => {
    expect(['订单卡密', '商品充值网', '会员商城'].map(isPlatformName)).toEqual([false, false, false]);
    expect(isPlatformName('鲲鹏卡密')).toBe(true);
  });
});

describe('what two exhibits say', () => {
  const page = (rows: readonly string[]) => readingOfPage(screen(rows), SIZE.width, SIZE.height);
  const together = (...pages: string[][]) =>
    reconcile(pages.map((rows, i) => ({ no: i + 1, reading: page(rows) }))).facts;

  it('is no agreement where one has only the half of a name', () => {
    const facts = together(
      ['= 订单详情', '订单编号 | 88120039447001', '合计 | ¥35.00', '买到的东西 | 星河影音会员'],
      ['= 订单列表', '= 已完成', '订单编号 | 88120039447001', '商品名称 | 星河影音会员三个月', '合计 | ¥35.00'],
    );
    expect(facts.product?.value).not.toBe('星河影音会员');
  });

  it('an order taken for a voucher dates no payment by itself', () => {
    const lines = ['= 凭证', '流水编号 | 771923004515', '提交时间 | 2026-09-13 17:39:05', '合计 | ¥35.00'];
    const found = readFields(screen(lines), 'payment', SIZE).find(({ key }) => key === 'paidAt');
    expect(found?.by).toBe('guess');
  });
  it('a voucher with a number of its wallet does', () => {
    const lines = [
      '= 账单',
      '交易号 | 2026091322001499460998634074',
      '创建时间 | 2026-09-13 17:39:05',
      '合计 | ¥35.00',
    ];
    const found = readFields(screen(lines), 'payment', SIZE).find(({ key }) => key === 'paidAt');
    expect(found?.by).toBe('label');
  });
});

it('goods under a label that is known are not contested by what an unknown one may mean', () => {
  const page = screen([
    '= 订单详情',
    '订单号 | 77120039447001',
    '商品 | 云海 官服 成品号',
    '赔付服务 | 未投保',
    '实付 | ¥60.00',
  ]);
  expect(readFields(page, 'order', SIZE).filter(({ key }) => key === 'product')).toMatchObject([
    { value: '云海 官服 成品号', certain: true, by: 'label' },
  ]);
});
