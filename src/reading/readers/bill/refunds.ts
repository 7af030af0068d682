import { parseFen } from '../../../model/money.ts';
import type { BillRow } from '../../../model/reading.ts';
import type { BillLayout } from './layouts.ts';

const SHORTEST_PREFIX = 8;

/** Does this row give money back? What it says of itself decides, its sign does not. */
export function isRefund(row: BillRow, { words, products }: BillLayout['refunds']): boolean {
  if (row.direction === 'out') return false;
  return words.test(row.type ?? '') || words.test(row.status) || products.test(row.product);
}

/**
 * What the status of a payment says of money that came back, in 分:
 * `已全额退款`, `已退款(￥10.00)`, `已退款¥10.00`.
 */
export function refundInStatus(
  status: string,
  amount: number,
  { whole, part }: BillLayout['refunds'],
): number | undefined {
  const text = status.normalize('NFKC');
  if (whole.test(text)) return amount;
  const found = part.exec(text)?.[1];
  const fen = found === undefined ? undefined : parseFen(found);
  return fen !== undefined && fen <= amount ? fen : undefined;
}

/**
 * Ties each refund to its payment and adds up what came back, in place. At some
 * wallets the number of a refund begins with the number of the payment, at others
 * both carry the merchant's number. Where neither says it, nothing is tied.
 */
export function linkRefunds(rows: BillRow[], { refunds: { tiedBy } }: Pick<BillLayout, 'refunds'>): void {
  const byTrade = new Map<string, BillRow>();
  const byMerchantOrder = new Map<string, BillRow[]>();
  for (const row of rows) {
    if (row.refund || row.direction === 'in') continue;
    if (row.tradeNo) byTrade.set(row.tradeNo, row);
    if (row.merchantOrderNo) {
      byMerchantOrder.set(row.merchantOrderNo, [...(byMerchantOrder.get(row.merchantOrderNo) ?? []), row]);
    }
  }
  const summed = new Map<BillRow, number>();
  for (const refund of rows) {
    if (!refund.refund) continue;
    const payment = originalOf(refund, byTrade, byMerchantOrder, tiedBy);
    if (!payment) continue;
    refund.refundOf = payment.line;
    summed.set(payment, (summed.get(payment) ?? 0) + refund.amount);
  }
  for (const [payment, sum] of summed) {
    payment.refunded = Math.min(payment.amount, Math.max(payment.refunded ?? 0, sum));
    delete payment.unpaid;
  }
}

function originalOf(
  refund: BillRow,
  byTrade: ReadonlyMap<string, BillRow>,
  byMerchantOrder: ReadonlyMap<string, readonly BillRow[]>,
  tiedBy: BillLayout['refunds']['tiedBy'],
): BillRow | undefined {
  const fits = (row: BillRow): boolean =>
    row !== refund && refund.amount <= row.amount && (!row.at || !refund.at || row.at <= refund.at);
  if (tiedBy.includes('trade_no')) {
    for (let length = refund.tradeNo.length; length >= SHORTEST_PREFIX; length -= 1) {
      const row = byTrade.get(refund.tradeNo.slice(0, length));
      if (row && fits(row)) return row;
    }
  }
  if (!tiedBy.includes('merchant_order_no')) return undefined;
  const same = refund.merchantOrderNo ? (byMerchantOrder.get(refund.merchantOrderNo) ?? []).filter(fits) : [];
  return same.length === 1 ? same[0] : undefined;
}
