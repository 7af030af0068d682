import { esc, type Row } from './layout-parts.ts';
import type { Drawing } from './unseen-pen.ts';

const ENGLISH: Record<string, readonly string[]> = {
  orderNo: ['Order ref.', 'Purchase ID', 'Order code', 'Confirmation number'],
  product: ['Product name', 'You bought', 'What you bought'],
  amount: ['Total paid', 'Price paid', 'Order amount', 'Final price'],
  merchant: ['Retailer', 'Store name', 'Seller name'],
  orderedAt: ['Order created', 'Purchased on', 'Order time'],
  paidAt: ['Payment completed', 'Charged on', 'Time of payment'],
  tradeNo: ['Transaction number', 'Payment no.', 'Txn number', 'Bank reference'],
  merchantOrderNo: ['Merchant reference', 'Seller order no.', 'Shop order no.'],
  payee: ['Sent to', 'Payment to', 'Receiver'],
  quantity: ['Units', 'Number of items'],
  account: ['Character ID', 'Game UID', 'Login ID', 'Username'],
  cardCode: ['Claim code', 'Serial key', 'Card PIN', 'Unlock code'],
  paidBy: ['Paid using', 'Charged to'],
};
/** One of a few words for a part, always the same beside the same value. */
function english(row: Row): string | undefined {
  const all = ENGLISH[row.part ?? ''];
  if (all) return all[[...row.value].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % all.length];
  if (!/[\u3400-\u9fff]/.test(row.label)) return row.label;
  return row.value.startsWith('¥') ? 'Regular price' : undefined;
}
const inEnglish = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => {
    const label = english(row);
    return label === undefined ? [] : [{ ...row, label }];
  });

/** Pages that are English, and labels in both languages. */
export const ENGLISH_LAYOUTS = {
  englishRows: (rows, { spread }) =>
    inEnglish(rows)
      .map((row) => spread(row, '58%'))
      .join(''),
  englishStack: (rows, { label, value, line, size }) =>
    inEnglish(rows)
      .map((row) =>
        line(
          `<div style="font-size:${size - 8}px;letter-spacing:1px">${label(row.label.toUpperCase())}</div>${value(row, 'font-weight:600;margin-top:4px')}`,
        ),
      )
      .join(''),
  englishMail: (rows, { label, value, line }) =>
    line('Hi,') +
    line('Thanks for your purchase. Here is a copy for your records.', 'color:#444') +
    inEnglish(rows)
      .map((row) =>
        line(
          `<div style="width:260px;flex:none">${label(`${row.label}:`, 'font-weight:bold')}</div>${value(row)}`,
          'display:flex;border-bottom:1px solid #eee;padding-bottom:10px',
        ),
      )
      .join('') +
    line('If you have any questions, just reply to this email.', 'color:#777'),
  // The label in both languages, one below the other.
  bothTongues: (rows, { label, value, line, size }) =>
    rows
      .map((row) => {
        const other = /[\u3400-\u9fff]/.test(row.label) ? english(row) : undefined;
        const small = other ? `<div style="font-size:${size - 10}px;color:#999">${esc(other)}</div>` : '';
        return line(
          `<div style="flex:none;width:250px">${label(row.label)}${small}</div>${value(row, 'flex:1;text-align:right')}`,
          'display:flex;align-items:center;border-bottom:1px solid #eee;padding-bottom:12px',
        );
      })
      .join(''),
} satisfies Record<string, Drawing>;
