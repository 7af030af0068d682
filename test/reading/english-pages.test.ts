import { describe, expect, it } from 'vitest';
import type { FactKey } from '../../src/model/facts.ts';
import { understand, type Understanding } from '../../src/reading/kinds/understand.ts';
import { foreignSums } from '../../src/reading/page/form/foreign-prices.ts';

const read = (...lines: string[]): Understanding => understand(lines.map((text) => ({ text })));
const value = (of: Understanding, key: FactKey): string | undefined =>
  of.fields.find((field) => field.key === key)?.value;

describe('English labels with one space before their value', () => {
  it.each<[string, FactKey, string]>([
    ['Order QMB-7714-ZK2A · 3 October 2026', 'orderNo', 'QMB-7714-ZK2A'],
    ['Purchase #RF-9920-11873', 'orderNo', 'RF-9920-11873'],
    ['Order number: GPA.1180-2294-7716-50083', 'orderNo', 'GPA.1180-2294-7716-50083'],
    ['Placed Sep 9, 2026, 8:12 PM (GMT+8)', 'orderedAt', '2026-09-09T20:12+08:00'],
    ['Placed on 7 Oct 2026 at 18:41 (UTC+8)', 'orderedAt', '2026-10-07T18:41+08:00'],
    ['Sold by BrightKettle ★ 97% (12,004)', 'merchant', 'BrightKettle'],
    ['Seller Copper Lane Keys 4.9 ★', 'merchant', 'Copper Lane Keys'],
    ['Qty: 2 ¥88.00 ¥61.40', 'quantity', '2'],
    ['Amount charged  CN¥61.40', 'amount', '61.40'],
  ])('%s', (line, key, expected) => expect(value(read(line), key)).toBe(expected));

  it.each(['Seller has shipped your order', 'Order now and save', 'Seller Rating 98%', 'Placed in Games'])(
    '%s says nothing',
    (line) => expect(read(line).fields).toEqual([]),
  );
});

it('a sum whose € the picture lost is none in yuan where the page has its prices in EUR', () => {
  const page = read('EUR', 'Order ID  TT-4410-29918', 'Item  Winterfall season pass', 'Order total  21.40');
  expect(value(page, 'amount')).toBeUndefined();
  expect(foreignSums(page.fields, ['EUR', 'Order total  21.40'], 'order')).toEqual(['EUR']);
});

it('a sum without a sign on an English page is asked', () => {
  const page = read('Order ID  TT-4410-29918', 'Item  Winterfall season pass', 'Order total  21.40');
  expect(page.fields.find(({ key }) => key === 'amount')).toMatchObject({ value: '21.40', certain: false });
});

it('a sum in yuan on an English page stands beside a card whose worth is another', () => {
  const page = read('Order ID  TT-4410-29918', 'Item  Roundel Card 25 USD', 'Order total  CNY 181.20');
  expect(page.fields.find(({ key }) => key === 'amount')).toMatchObject({ value: '181.20', certain: true });
});

it('the price counts among sums of other countries, not what a card is worth', () => {
  expect(foreignSums([], ['Roundel Card USD 25', 'Total charged $26.80'], 'order')).toEqual(['$26.80']);
});

describe('whose page it is', () => {
  const platform = (...lines: string[]): unknown =>
    read(...lines).fields.flatMap(({ key, value: name, by }) => (key === 'platform' ? [{ name, by }] : []));
  const order = [
    'Order ID  TT-4410-29918',
    'Item  Winterfall season pass',
    'Order total  CNY 181.20',
    'Payment method  Alipay',
  ];

  it('its foot owns the name in its head', () =>
    expect(platform('Larkspur Keys', ...order, '@ 2026 Larkspur Keys · Terms · Privacy')).toEqual([
      { name: 'Larkspur Keys', by: 'label' },
    ]));

  it('its address has the name in its head', () =>
    expect(platform('larkspur.shop/account', 'Larkspur Support', ...order)).toEqual([
      { name: 'Larkspur', by: 'label' },
    ]));

  it('a name that nothing says again is none', () =>
    expect(platform('Larkspur', ...order, 'Terms · Privacy · Refund policy')).toEqual([]));
});

it('the goods stand right over who sells them', () => {
  const page = read(
    'Order ID  TT-4410-29918',
    'Winterfall season pass (EU)',
    'Sold by BrightKettle',
    'Total paid  ¥88.10',
  );
  expect(page.fields.find(({ key }) => key === 'product')).toMatchObject({ value: 'Winterfall season pass (EU)' });
});

it('an order number ends where the subject of a mail goes on', () =>
  expect(value(read('Your order TP-3E41D09A77 is on its way', 'Total paid  CNY 61.00'), 'orderNo')).toBe(
    'TP-3E41D09A77',
  ));

it('how many stands behind the goods', () => {
  const page = read('Order ID  TT-4410-29918', 'Item  Winterfall gems (Asia) x 3', 'Total paid  CNY 61.00');
  expect([value(page, 'product'), value(page, 'quantity')]).toEqual(['Winterfall gems (Asia)', '3']);
});

it('a button is no goods', () => {
  const page = read('Winterfall season pass', 'Offer from BrightKettle', 'ADD TO CART', '¥ 88.10', 'BUY NOW');
  expect(value(page, 'product')).not.toBe('ADD TO CART');
});

describe('sums in yuan beside those of another country', () => {
  const order = ['Order ID  TT-4410-29918', 'Item  Winterfall season pass', 'Order total  US$12.50'];

  it('the only one is asked', () => {
    const { fields } = read(...order, 'In your currency  CNY 89.75');
    expect(fields.filter(({ key }) => key === 'amount')).toMatchObject([{ value: '89.75', by: 'guess' }]);
  });

  it('of two none is taken', () =>
    expect(value(read(...order, 'In your currency  CNY 89.75', 'You save  CNY 10.25'), 'amount')).toBeUndefined());
});

it('the number of an error is no order', () => {
  const page = read('Redeem Codes', 'The code you entered may no longer be valid.', 'WC-40375-9', 'OK');
  expect(value(page, 'orderNo')).toBeUndefined();
});

it.each([
  ['Sold by: BrightKettle·Qty: 2', 'merchant', 'BrightKettle'],
  ['Code: QNDL-73KT-W7XA-40MB Copy', 'cardCode', 'QNDL-73KT-W7XA-40MB'],
] as const)('%s ends where the next begins', (line, key, expected) => {
  expect(value(read('Order ID  TT-4410-29918', 'Total paid  ¥88.10', line), key)).toBe(expected);
});
