import { matchPurchase, purchaseFields, type PurchaseMatch } from '../../reading/readers/bill/purchase.ts';
import { type FactKey, type Facts, standingValue } from '../../model/facts.ts';
import { parseFen } from '../../model/money.ts';
import type { BillReading } from '../../model/reading.ts';

/** The row of a bill that is this purchase, by what the case knows of it; undefined when none is it for certain. */
export function purchaseRow(bill: BillReading, facts: Facts): PurchaseMatch | undefined {
  const amount = parseFen(standingValue(facts, 'amount') ?? '');
  const at = standingValue(facts, 'paidAt');
  const product = standingValue(facts, 'product');
  const present = (keys: FactKey[]): string[] => keys.flatMap((key) => standingValue(facts, key) ?? []);
  const [best] = matchPurchase(bill, {
    numbers: present(['orderNo', 'tradeNo', 'merchantOrderNo']),
    names: present(['merchant', 'payee', 'sellerName']),
    ...(amount === undefined ? {} : { amount }),
    ...(at === undefined ? {} : { at }),
    ...(product === undefined ? {} : { product }),
  });
  return best?.certain ? best : undefined;
}

/** What that row says, by fact key; its merchant order number is the order number where the case calls it so. */
export function purchaseValues(bill: BillReading, facts: Facts): Partial<Record<FactKey, string>> {
  const match = purchaseRow(bill, facts);
  if (!match) return {};
  const values: Partial<Record<FactKey, string>> = {};
  for (const field of purchaseFields(match.row, bill.wallet)) values[field.key] = field.value;
  if (values.merchantOrderNo !== undefined && values.merchantOrderNo === standingValue(facts, 'orderNo'))
    values.orderNo = values.merchantOrderNo;
  return values;
}
