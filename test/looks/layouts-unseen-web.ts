import { inGroups, playing, type Row } from './layout-parts.ts';
import { BROAD, type Drawing } from './unseen-pen.ts';

const SIGNS: Record<string, string> = {
  orderNo: '🧾',
  product: '📦',
  amount: '💰',
  merchant: '🏪',
  payee: '🏪',
  orderedAt: '🕒',
  paidAt: '🕒',
  tradeNo: '🔖',
  account: '👤',
  cardCode: '🔑',
};
/** Pages of browsers, and what bots write. */
export const WEB_LAYOUTS = {
  wideTable: (rows, { label, value, size }) =>
    inGroups(rows, 7)
      .map((group) => {
        const cells = (inner: (row: Row) => string, tag: string, css: string): string =>
          `<tr>${group.map((row) => `<${tag} style="border:1px solid #ccc;padding:12px 10px;text-align:left;font-weight:normal;vertical-align:middle;${css}">${inner(row)}</${tag}>`).join('')}</tr>`;
        return `<table style="border-collapse:collapse;width:1200px;margin:26px 30px;font-size:${size - 8}px;table-layout:fixed">${cells((row) => label(row.label), 'th', 'background:#f2f4f7;')}${cells((row) => value(row), 'td', '')}</table>`;
      })
      .join(''),
  // A bot's message: a sign before each line.
  botMessage: (rows, { label, size }) =>
    `<div style="margin:20px 80px 20px 24px;background:#eef7ff;border-radius:16px;padding:18px 22px;font-size:${size - 2}px">${rows
      .map(
        (row) =>
          `<div style="margin:8px 0;word-break:break-all">${SIGNS[row.part ?? ''] ?? '▫️'} ${label(row.label, 'color:#111')}: ${playing(row.part ?? 'none', row.value)}</div>`,
      )
      .join('')}</div>`,
  // What a bot puts into a channel: names in bold above, short ones side by side.
  embedFields: (rows, { label, value, size }) => {
    const field = (row: Row, css: string): string =>
      `<div style="${css}"><div style="font-weight:bold;font-size:${size - 4}px">${label(row.label, 'color:#222')}</div>${value(row, `font-size:${size - 4}px;color:#444`)}</div>`;
    const short = rows.filter((row) => row.value.length < 15);
    const long = rows.filter((row) => row.value.length >= 15);
    return `<div style="margin:24px;border-left:8px solid #5865f2;background:#f2f3f5;border-radius:6px;padding:16px 22px">${long.map((row) => field(row, 'margin:12px 0')).join('')}${inGroups(
      short,
      2,
    )
      .map(
        (pair) =>
          `<div style="display:flex;margin:12px 0">${pair.map((row) => field(row, 'width:50%')).join('')}</div>`,
      )
      .join('')}</div>`;
  },
  formInputs: (rows, { label, value, line }) =>
    rows
      .map((row) =>
        line(
          `<div style="width:260px;text-align:right;flex:none"><span style="color:#e33;margin-right:12px">*</span>${label(row.label)}</div>${value(row, 'flex:1;margin-left:24px;border:1px solid #ccc;border-radius:6px;background:#f7f7f7;padding:6px 16px;color:#555')}`,
          'display:flex;align-items:center',
        ),
      )
      .join(''),
  threeColumnTable: (rows, { label, value, size, gap }) => {
    const cells = (of: readonly string[], css: string): string =>
      `<tr>${of.map((inner, i) => `<td style="border-bottom:1px solid #ddd;padding:${gap / 2 + 6}px 16px;${i === 1 ? 'width:480px;' : ''}${css}">${inner}</td>`).join('')}</tr>`;
    return `<table style="border-collapse:collapse;width:860px;margin:24px 30px;font-size:${size - 4}px">${cells(['项目', '内容', '操作'], 'background:#fafafa;color:#555')}${rows
      .map((row) =>
        cells(
          [label(row.label), value(row), BROAD.has(row.part ?? '') ? '<span style="color:#07c">查看</span>' : '—'],
          '',
        ),
      )
      .join('')}</table>`;
  },
} satisfies Record<string, Drawing>;
