import { inGroups, playing, type Row } from './layout-parts.ts';
import type { Drawing } from './unseen-pen.ts';

/** Labels of a page that is English, where the row's own is Chinese. */
const ENGLISH: Record<string, string> = {
  orderNo: 'Order ID number',
  product: 'Item purchased today',
  amount: 'Total charged to you',
  merchant: 'Sold & delivered by',
  payee: 'Paid to account',
  orderedAt: 'Date of order',
  paidAt: 'Date of payment',
  tradeNo: 'Transaction code',
  merchantOrderNo: 'Merchant order code',
  quantity: 'Item count',
  account: 'Account name (game)',
  cardCode: 'Key to redeem',
  paidBy: 'Payment type',
};
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Pages of browsers. */
export const VEILED_WEB = {
  // Two labels and two values in each line of a table with borders.
  adminFour: (rows, { label, size }) =>
    `<table style="border-collapse:collapse;width:1040px;margin:24px 30px;font-size:${size - 7}px;table-layout:fixed">${inGroups(
      rows,
      2,
    )
      .map(
        (two) =>
          `<tr>${two.map((row) => `<td style="border:1px solid #e6e6e6;background:#fafafa;padding:12px;width:160px;text-align:right">${label(row.label)}</td><td style="border:1px solid #e6e6e6;padding:12px;word-break:break-all">${playing(row.part ?? 'none', row.value)}</td>`).join('')}</tr>`,
      )
      .join('')}</table>`,
  // What a shop of cards finds by its number: a table with a head, and the rest below it.
  queryResult: (rows, { label, value, size }) => {
    const inTable = rows.slice(0, 5);
    const cells = (inner: (row: Row) => string, css: string, last: string): string =>
      `<tr>${inTable.map((row) => `<td style="border-bottom:1px solid #eee;padding:14px 10px;text-align:center;${css}">${inner(row)}</td>`).join('')}<td style="border-bottom:1px solid #eee;padding:14px 10px;text-align:center;width:110px;${css}">${last}</td></tr>`;
    return (
      `<table style="border-collapse:collapse;width:1120px;margin:24px 30px;font-size:${size - 8}px;table-layout:fixed">${cells(({ label: text }) => label(text), 'background:#f8f8f9;', '操作')}${cells((row) => value(row), '', '<span style="color:#2d8cf0">查看</span>')}</table>` +
      rows
        .slice(5)
        .map(
          (row) =>
            `<div style="margin:12px 40px;font-size:${size - 6}px">${label(`${row.label}：`)}${playing(row.part ?? 'none', row.value)}</div>`,
        )
        .join('')
    );
  },
  panels: (rows, { label, size }) =>
    `<div style="margin:24px 30px;border:1px solid #ddd;border-radius:4px;width:1060px"><div style="background:#f5f5f5;padding:14px 20px;font-size:${size - 5}px">详细信息</div><div style="display:flex;flex-wrap:wrap;padding:10px 0">${rows
      .map(
        (row) =>
          `<div style="width:310px;padding:10px 20px;font-size:${size - 9}px;word-break:break-all">${label(`${row.label}：`)}${playing(row.part ?? 'none', row.value)}</div>`,
      )
      .join('')}</div></div>`,
  stepsAbove: (rows, { label, value, size, gap }) =>
    `<div style="display:flex;justify-content:space-around;width:900px;margin:20px 40px;font-size:${size - 8}px;color:#52c41a">${['提交订单', '付款成功', '商家发货', '交易完成'].map((word) => `<span>${word}</span>`).join('')}</div>` +
    rows
      .map(
        (row) =>
          `<div style="display:flex;margin:${gap / 2 + 6}px 60px;font-size:${size - 5}px"><div style="width:220px;text-align:right;flex:none">${label(`${row.label}:`)}</div>${value(row, 'margin-left:18px')}</div>`,
      )
      .join(''),
  // Two columns of label and value, the label small beside the value without a sign.
  descriptions: (rows, { label, value, size }) =>
    inGroups(rows, 2)
      .map(
        (two) =>
          `<div style="display:flex;margin:16px 30px;font-size:${size - 6}px">${two.map((row) => `<div style="width:430px;display:flex">${label(row.label, 'flex:none;width:180px;padding-right:16px;color:#888')}${value(row, 'padding-right:20px')}</div>`).join('')}</div>`,
      )
      .join(''),
  englishReceipt: (rows, { label, value, line }) =>
    rows
      .flatMap((row) => {
        const name = isHan(row.label) ? ENGLISH[row.part ?? ''] : row.label;
        return name === undefined
          ? []
          : [
              line(
                `${label(name, 'flex:none')}${value(row, 'text-align:right;max-width:380px')}`,
                'display:flex;justify-content:space-between;border-bottom:1px solid #eaeaea;padding-bottom:12px',
              ),
            ];
      })
      .join('') + line('This is your receipt. No reply is needed.', 'font-size:20px;color:#999'),
} satisfies Record<string, Drawing>;
