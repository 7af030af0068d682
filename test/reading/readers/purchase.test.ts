import { expect, it } from 'vitest';
import { matchPurchase, purchaseFields } from '../../../src/reading/readers/bill/purchase.ts';
import type { BillReading, BillRow } from '../../../src/model/reading.ts';

const row = (line: number, more: Partial<BillRow> = {}): BillRow => ({
  at: `2026-10-14T14:43:${String(line).padStart(2, '0')}+08:00`,
  counterparty: '青柠网络',
  product: '点券',
  amount: 9650,
  direction: 'out',
  status: '交易成功',
  method: '余额宝',
  tradeNo: `2026T${line}`,
  merchantOrderNo: `KM${line}`,
  line,
  ...more,
});
const bill = (...rows: BillRow[]): BillReading => ({ wallet: 'alipay', rows, stated: {} });

it('the order number settles it, even against a nearer time and the same amount', () => {
  const [best] = matchPurchase(bill(row(1), row(2), row(3, { amount: 1 })), {
    numbers: ['KM3'],
    amount: 9650,
    at: '2026-10-14T14:43:01+08:00',
  });
  expect(best).toMatchObject({ row: { line: 3 }, certain: true });
  expect(best!.by).toContain('number');
});

it('amount and time settle it when only one row answers both', () => {
  const [best] = matchPurchase(bill(row(1), row(2, { at: '2026-10-20T10:00:00+08:00' }), row(3, { amount: 5 })), {
    amount: 9650,
    at: '2026-10-14T14:43:52+08:00',
  });
  expect(best).toMatchObject({ row: { line: 1 }, certain: true });
});

it('two equal payments in the same minutes are not told apart for certain', () => {
  const matches = matchPurchase(bill(row(1), row(40)), {
    amount: 9650,
    at: '2026-10-14T14:43:39+08:00',
    names: ['青柠'],
  });
  expect(matches.map((match) => [match.row.line, match.certain])).toEqual([
    [40, false],
    [1, false],
  ]);
});

it('an amount alone, money received and refunds are no purchase; one amount and one name are', () => {
  const rows = bill(row(1), row(2, { direction: 'in' }), row(3, { refund: true, direction: 'neutral' }));
  expect(matchPurchase(rows, { amount: 9650 })).toEqual([]);
  expect(
    matchPurchase(rows, { amount: 9650, names: ['青柠网络科技'] }).map((match) => [match.row.line, match.certain]),
  ).toEqual([[1, true]]);
});

it('one amount and one day are enough, unless several rows answer them', () => {
  const rows = bill(row(1, { at: '2026-10-14T09:00:00+08:00' }), row(2, { at: '2026-10-20T10:00:00+08:00' }));
  const found = (bills: BillReading) =>
    matchPurchase(bills, { amount: 9650, at: '2026-10-14' }).map((match) => [match.row.line, match.certain]);
  expect(found(rows)).toEqual([[1, true]]);
  expect(found(bill(...rows.rows, row(3, { at: '2026-10-14T21:00:00+08:00' })))).toEqual([
    [1, false],
    [3, false],
  ]);
});

it('a name does not find the row of another month', () => {
  const [best] = matchPurchase(bill(row(1)), { amount: 9650, names: ['青柠网络'], at: '2026-08-01' });
  expect(best).toMatchObject({ by: ['amount', 'name'], certain: false });
});

it('brings the refunds of the row and the values with their line', () => {
  const rows = bill(
    row(1, { refunded: 1000 }),
    row(2, { refund: true, refundOf: 1, amount: 1000, direction: 'neutral' }),
  );
  const [best] = matchPurchase(rows, { numbers: ['2026T1'] });
  expect(best).toMatchObject({ refunded: 1000, refunds: [{ line: 2 }] });
  const fields = purchaseFields(best!.row, 'alipay');
  expect(fields.find((field) => field.key === 'refunded')!.value).toBe('10.00');
  expect(fields.every((field) => field.text.startsWith('第 1 行'))).toBe(true);
});

it.each([
  ['海盐音乐季卡', '海盐音乐季卡', undefined],
  ['双人券HD1126110900372154', '双人券', 'guess'],
  ['松果小铺-订单819204657731042', undefined, undefined],
  ['JY260920152854633017', undefined, undefined],
  ['收款', undefined, undefined],
])('what a till writes where goods should stand is no name of goods: %s', (product, value, by) => {
  const goods = purchaseFields(row(1, { product })).find(({ key }) => key === 'product');
  expect([goods?.value, goods?.by]).toEqual([value, by]);
});
