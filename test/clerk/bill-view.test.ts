import { describe, expect, it } from 'vitest';
import { billView, purchaseValues } from '../../src/clerk/intake/purchase-row.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { BillReading, BillRow } from '../../src/model/reading.ts';

const row = (line: number, day: string, counterparty: string, amount: number): BillRow => ({
  at: `${day}T10:00:00+08:00`,
  counterparty,
  product: '',
  amount,
  direction: 'out',
  status: '',
  method: '',
  tradeNo: '',
  merchantOrderNo: '',
  line,
});
const bill = (...rows: BillRow[]): BillReading => ({ wallet: 'table', rows, stated: {} });
const given = (values: Partial<Record<string, string>>): Facts =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, status: 'given', sources: [] }]));
const lines = (view: ReturnType<typeof billView>): number[] => view.rows.map(({ line }) => line);

describe('the rows of a bill that fit', () => {
  const own = bill(
    row(2, '2026-10-03', '芦苇点卡', 4200),
    row(3, '2026-10-03', '菜市场', 1800),
    row(4, '2026-10-19', '芦苇点卡', 4200),
    row(5, '2026-10-19', '芦苇点卡', 990),
  );

  it('by one amount and one name are shown for a choice where there are several', () => {
    const view = billView(own, given({ amount: '42.00', merchant: '芦苇点卡' }));
    expect(view.shows).toBe('choice');
    expect(lines(view).toSorted()).toEqual([2, 4]);
    expect(purchaseValues(own, given({ amount: '42.00', merchant: '芦苇点卡' }))).toEqual({});
  });

  it('are one when the day is known too, or the day alone', () => {
    for (const more of [{ sellerName: '芦苇点卡' }, { product: '季卡' }]) {
      const facts = given({ amount: '42.00', paidAt: '2026-10-19', ...more });
      expect(billView(own, facts)).toMatchObject({ shows: 'purchase', rows: [{ line: 4, amount: '42.00' }] });
      expect(purchaseValues(own, facts)).toMatchObject({ amount: '42.00', payee: '芦苇点卡' });
    }
  });

  it('by the amount alone are none', () => {
    expect(billView(own, given({ amount: '42.00' }))).toMatchObject({ shows: 'none', rows: [] });
  });
});
