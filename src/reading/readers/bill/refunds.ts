import { parseFen } from '../../../model/money.ts';
import { type BillRow } from '../../../model/reading.ts';
import { type Wallet } from './columns.ts';

const REFUND_WORDS = /退款/;
const SHORTEST_PREFIX = 8;

/** Does this row give money back? What it says of itself decides, its sign does not. */
export function isRefund(row: BillRow): boolean {
  if (row.direction === 'out') return false;
  return REFUND_WORDS.test(row.type ?? '') || REFUND_WORDS.test(row.status) || /^退款[-－]/.test(row.product);
}

/**
 * What the status of a WeChat payment says of money that came back:
 * `已全额退款`, `已退款(￥10.00)`, `已退款¥10.00`.
 */
export function refundInStatus(status: string, amount: number): number | undefined {
  const text = status.normalize('NFKC');
  if (/已全额退款/.test(text)) return amount;
  const part = /已退款\s*\(?\s*¥?\s*([\d,]+(?:\.\d+)?)/.exec(text);
  const fen = part ? parseFen(part[1]!) : undefined;
  return fen !== undefined && fen <= amount ? fen : undefined;
}

/**
 * Ties each refund to its payment and adds up what came back, in place. At
 * Alipay the number of a refund begins with the number of the payment; at WeChat
 * both carry the merchant's number. Where neither says it, nothing is tied.
 */
export function linkRefunds(rows: BillRow[], wallet: Wallet): void {
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
    const payment = originalOf(refund, byTrade, byMerchantOrder, wallet);
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
  wallet: Wallet,
): BillRow | undefined {
  const fits = (row: BillRow): boolean =>
    row !== refund && refund.amount <= row.amount && (!row.at || !refund.at || row.at <= refund.at);
  if (wallet === 'alipay') {
    for (let length = refund.tradeNo.length; length >= SHORTEST_PREFIX; length -= 1) {
      const row = byTrade.get(refund.tradeNo.slice(0, length));
      if (row && fits(row)) return row;
    }
  }
  const same = refund.merchantOrderNo ? (byMerchantOrder.get(refund.merchantOrderNo) ?? []).filter(fits) : [];
  return same.length === 1 ? same[0] : undefined;
}
