import { fieldsOfMatch, matchPurchase, type PurchaseMatch } from '../../reading/readers/bill/purchase.ts';
import { type FactKey, type Facts, standingValue } from '../../model/facts.ts';
import { formatYuan, parseFen } from '../../model/money.ts';
import type { BillReading, BillRow } from '../../model/reading.ts';

/** The row of a bill that is this purchase, by what the case knows of it; undefined when none is it for certain. */
export function purchaseRow(bill: BillReading, facts: Facts): PurchaseMatch | undefined {
  const [best] = matchingRows(bill, facts);
  return best?.certain ? best : undefined;
}

/** The rows that can be this purchase, the likeliest first; the amount and one thing more agree. */
export function matchingRows(bill: BillReading, facts: Facts): PurchaseMatch[] {
  const amount = parseFen(standingValue(facts, 'amount') ?? '');
  const at = standingValue(facts, 'paidAt') ?? standingValue(facts, 'orderedAt');
  const product = standingValue(facts, 'product');
  const present = (keys: FactKey[]): string[] => keys.flatMap((key) => standingValue(facts, key) ?? []);
  return matchPurchase(bill, {
    numbers: present(['orderNo', 'tradeNo', 'merchantOrderNo']),
    names: present(['merchant', 'payee', 'sellerName']),
    ...(amount === undefined ? {} : { amount }),
    ...(at === undefined ? {} : { at }),
    ...(product === undefined ? {} : { product }),
  });
}

/** A row as it is shown: money in yuan. */
export type ShownRow = Omit<BillRow, 'amount' | 'refunded'> & { amount: string; refunded?: string };

/** What a bill shows of itself: by default only the rows of this purchase, since the others are nobody's business. */
export interface BillView extends Omit<BillReading, 'rows' | 'stated'> {
  /** Of every amount in it. */
  amountUnit: 'yuan';
  rows: ShownRow[];
  stated: { count?: number; outTotal?: string; inTotal?: string };
  /** `purchase`: its row, with those that gave money back; `choice`: several that fit; `all`; `none` that fits. */
  shows: 'purchase' | 'choice' | 'all' | 'none';
  found: number;
}

/** @param all every row was asked for */
export function billView(bill: BillReading, facts: Facts, all = false): BillView {
  const matches = matchingRows(bill, facts);
  const certain = matches[0]?.certain ? matches[0] : undefined;
  const rows = all ? bill.rows : certain ? [certain.row, ...certain.refunds] : matches.map(({ row }) => row);
  const { count, outTotal, inTotal } = bill.stated;
  return {
    wallet: bill.wallet,
    amountUnit: 'yuan',
    shows: all ? 'all' : certain ? 'purchase' : rows.length > 0 ? 'choice' : 'none',
    found: bill.found ?? bill.rows.length,
    rows: rows.map(shownRow),
    stated: {
      ...(count === undefined ? {} : { count }),
      ...(outTotal === undefined ? {} : { outTotal: formatYuan(outTotal) }),
      ...(inTotal === undefined ? {} : { inTotal: formatYuan(inTotal) }),
    },
  };
}

/** A row with its money in yuan. */
export const shownRow = ({ amount, refunded, ...row }: BillRow): ShownRow => ({
  ...row,
  amount: formatYuan(amount),
  ...(refunded === undefined ? {} : { refunded: formatYuan(refunded) }),
});

/** What that row says, by fact key; its merchant order number is the order number where the case calls it so. */
export function purchaseValues(bill: BillReading, facts: Facts): Partial<Record<FactKey, string>> {
  const match = purchaseRow(bill, facts);
  if (!match) return {};
  const values: Partial<Record<FactKey, string>> = {};
  for (const field of fieldsOfMatch(match, bill)) values[field.key] = field.value;
  if (values.merchantOrderNo !== undefined && values.merchantOrderNo === standingValue(facts, 'orderNo'))
    values.orderNo = values.merchantOrderNo;
  return values;
}
