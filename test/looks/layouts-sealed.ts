import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';

/** Layouts of the sealed set, as apps, card shops, admin pages, notices and mails have them; open, and to learn from. */
export const SEALED_LAYOUTS = [
  'inCards',
  'serviceNotice',
  'textMessage',
  'adminCells',
  'figureOver',
  'overDim',
  'nightStack',
  'denseAdmin',
  'twoTongues',
  'squaredRows',
  'mailTable',
  'dashedSlip',
  'adminBands',
  'longPause',
  'pilled',
  'inputBoxes',
  'namedBehind',
  'bulletRun',
] as const;
export type SealedLayout = (typeof SEALED_LAYOUTS)[number];

export const SEALED_WIDE: Partial<Record<SealedLayout, number>> = {
  adminCells: 1280,
  denseAdmin: 960,
  mailTable: 900,
  adminBands: 1200,
};

const ENGLISH: Record<string, string> = {
  orderNo: 'Order No.',
  product: 'Item',
  amount: 'Amount',
  merchant: 'Seller',
  orderedAt: 'Ordered',
  paidAt: 'Paid',
  tradeNo: 'Transaction',
  merchantOrderNo: 'Merchant order',
  payee: 'Payee',
  quantity: 'Qty',
  account: 'Account',
  cardCode: 'Code',
  paidBy: 'Method',
};
const NUMBERS = new Set(['orderNo', 'tradeNo', 'merchantOrderNo', 'cardCode', 'account']);
const COLOURS = ['#f5a', '#5ae', '#fa3', '#6c6', '#96d', '#e66'];
/** What stands between on long pages; it names nobody and no sum. */
const BETWEEN = [
  '虚拟商品一经发出，请先核对再使用，不要把内容给别人看。',
  '遇到有人让您在平台外转账，请不要相信，并保留好记录。',
  '页面内容以实际显示为准，如有疑问可在帮助中心查看说明。',
];

/** Labels with their values in one of the sealed set's layouts. */
export function sealedListOf(
  rows: readonly Row[],
  layout: SealedLayout,
  { size, gap, pad, labelColor, colon }: Theme,
): string {
  const label = (row: Row, css = ''): string =>
    `<span data-part="label" style="color:${labelColor};${css}">${esc(row.label)}</span>`;
  const said = (row: Row): string => playing(row.part ?? 'none', row.value);
  const value = (row: Row, css = ''): string => `<div style="word-break:break-all;${css}">${said(row)}</div>`;
  const mark = colon || '：';
  const small = size - 6;
  switch (layout) {
    case 'inCards':
      return inGroups(rows, 4)
        .map(
          (group, at) =>
            `<div style="margin:20px ${pad / 2}px;padding:${gap}px;border-radius:18px;border:1px solid #eee">` +
            `<div style="font-size:${size}px;font-weight:bold;margin-bottom:${gap}px">${['基本信息', '明细', '更多'][at] ?? '其他'}</div>` +
            group
              .map(
                (row) =>
                  `<div style="display:flex;justify-content:space-between;margin:${gap / 2}px 0;font-size:${size - 2}px">${label(row, 'flex:none')}<div style="display:flex;max-width:66%">${value(row)}${
                    NUMBERS.has(row.part ?? '')
                      ? `<span style="flex:none;margin-left:24px;font-size:${small}px;color:#27c">复制</span>`
                      : ''
                  }</div></div>`,
              )
              .join('') +
            '</div>',
        )
        .join('');
    case 'serviceNotice':
      return (
        `<div style="margin:40px ${pad}px;padding:${gap}px;border:1px solid #e4e4e4;border-radius:10px">` +
        `<div style="display:flex;justify-content:space-between;font-size:${small}px;color:#999"><span>服务通知</span><span>···</span></div>` +
        rows
          .map(
            (row) =>
              `<div style="display:flex;margin:${gap * 0.7}px 0;font-size:${size}px">${label(row, `flex:none;width:${size * 7.5}px;word-break:break-all`)}${value(row, 'flex:1;margin-left:20px')}</div>`,
          )
          .join('') +
        `<div style="border-top:1px solid #eee;padding-top:${gap / 2}px;display:flex;justify-content:space-between;font-size:${small}px"><span>进入小程序查看</span><span>›</span></div></div>`
      );
    case 'textMessage':
      return `<div style="margin:40px 120px 40px ${pad}px;padding:22px;border-radius:20px;background:#ececee;font-size:${size}px;line-height:1.6;word-break:break-all">【温馨通知】您好，${rows
        .map((row) => `${label(row, 'color:inherit')}${mark}${said(row)}`)
        .join('；')}。请妥善保存，回T退订</div>`;
    case 'adminCells':
      return (
        `<table style="width:1220px;margin:20px 30px;border-collapse:collapse;font-size:${size - 8}px">` +
        inGroups(rows, 2)
          .map(
            (pair) =>
              `<tr>${pair
                .map(
                  (row) =>
                    `<td style="width:210px;border:1px solid #ddd;background:#f4f6f8;padding:${gap / 2}px 18px;text-align:right">${label(row)}</td><td style="border:1px solid #ddd;padding:${gap / 2}px 18px">${value(row)}</td>`,
                )
                .join('')}</tr>`,
          )
          .join('') +
        '</table>'
      );
    case 'figureOver':
      return inGroups(rows, 2)
        .map(
          (pair) =>
            `<div style="display:flex;margin:${gap * 1.6}px ${pad}px">${pair
              .map(
                (row) =>
                  `<div style="flex:1;padding-right:30px">${value(row, `font-size:${size}px;font-weight:bold`)}<div style="font-size:${small}px;margin-top:4px">${label(row)}</div></div>`,
              )
              .join('')}</div>`,
        )
        .join('');
    case 'overDim':
      return (
        `<div style="background:#777;padding:90px 50px"><div style="background:#fff;border-radius:24px;padding:30px">` +
        `<div style="display:flex;justify-content:space-between;font-size:${size + 2}px;margin-bottom:${gap}px"><span>详细信息</span><span>×</span></div>` +
        rows
          .map(
            (row) =>
              `<div style="font-size:${size - 2}px;margin:${gap * 0.6}px 0;word-break:break-all">${label(row)}${mark}${said(row)}</div>`,
          )
          .join('') +
        `<div style="display:flex;justify-content:space-around;margin-top:${gap * 1.5}px;font-size:${size}px;color:#27c"><span>关闭</span><span>保存图片</span></div></div></div>`
      );
    case 'nightStack':
      return (
        `<div style="background:#17181c;color:#eee;padding:30px ${pad}px">` +
        rows
          .map(
            (row) =>
              `<div style="margin:${gap}px 0"><div style="font-size:${small}px">${label(row, 'color:#8e93a0')}</div>${value(row, `font-size:${size}px;margin-top:6px`)}</div>`,
          )
          .join('') +
        '</div>'
      );
    case 'denseAdmin':
      return `<div style="margin:16px 24px;font-size:19px;line-height:1.9">${inGroups(rows, 2)
        .map(
          (pair) =>
            `<div style="display:flex">${pair
              .map(
                (row) =>
                  `<div style="width:450px;word-break:break-all;padding-right:20px">${label(row)}${mark}<b>${said(row)}</b></div>`,
              )
              .join('')}</div>`,
        )
        .join('')}</div>`;
    case 'twoTongues':
      return rows
        .map(
          (row) =>
            `<div style="display:flex;justify-content:space-between;align-items:center;margin:${gap}px ${pad}px;border-bottom:1px solid #eee"><div style="flex:none">${`<div style="font-size:${size - 2}px">${label(row)}</div>`}<div style="font-size:${size - 10}px;color:#aaa">${ENGLISH[row.part ?? ''] ?? 'Note'}</div></div>${value(row, `font-size:${size}px;max-width:60%;text-align:right`)}</div>`,
        )
        .join('');
    case 'squaredRows':
      return rows
        .map(
          (row, at) =>
            `<div style="display:flex;align-items:center;margin:${gap}px ${pad}px"><div style="width:60px;height:60px;border-radius:14px;flex:none;background:${COLOURS[at % COLOURS.length]}"></div><div style="flex:1;margin:0 22px"><div style="font-size:${small}px">${label(row)}</div>${value(row, `font-size:${size}px`)}</div><span style="font-size:${size}px;color:#bbb">›</span></div>`,
        )
        .join('');
    case 'mailTable':
      return (
        `<div style="margin:24px 60px;font-size:${size - 8}px"><p>尊敬的用户，您好：</p><p>以下是这笔购买的资料，请您核对。</p><table style="margin:20px 0;background:#f7f7f9;width:780px">` +
        rows
          .map(
            (row) =>
              `<tr><td style="text-align:right;font-weight:bold;width:240px;padding:${gap / 3}px 10px;vertical-align:top">${label(row, 'color:#222')}${colon}</td><td style="padding:${gap / 3}px 24px">${value(row)}</td></tr>`,
          )
          .join('') +
        '</table><p>此邮件由系统发出，请勿直接回复。</p></div>'
      );
    case 'dashedSlip':
      return rows
        .map(
          (row) =>
            `<div style="text-align:center;margin:0 ${pad + 30}px;padding:${gap}px 0;border-bottom:2px dashed #ddd"><div style="font-size:${small}px">${label(row)}</div>${value(row, `font-size:${size + 2}px;font-weight:bold`)}</div>`,
        )
        .join('');
    case 'adminBands':
      return inGroups(rows, 3)
        .map(
          (three) =>
            `<table style="width:1140px;margin:0 30px ${gap}px;border-collapse:collapse;table-layout:fixed;font-size:${size - 8}px"><tr style="background:#eef1f6">${three
              .map((row) => `<td style="padding:12px 16px">${label(row)}</td>`)
              .join(
                '',
              )}</tr><tr>${three.map((row) => `<td style="padding:14px 16px;border-bottom:1px solid #e5e5e5;vertical-align:top">${value(row)}</td>`).join('')}</tr></table>`,
        )
        .join('');
    case 'longPause':
      return inGroups(rows, 3)
        .map(
          (group, at) =>
            group
              .map(
                (row) =>
                  `<div style="display:flex;margin:${gap}px ${pad}px;font-size:${size}px">${label(row, 'flex:none;width:250px')}${value(row, 'flex:1')}</div>`,
              )
              .join('') +
            `<div style="background:#f2f2f2;padding:${gap}px ${pad}px;font-size:${small}px;color:#888">${BETWEEN[at % BETWEEN.length]}</div>`,
        )
        .join('');
    case 'pilled':
      return rows
        .map(
          (row) =>
            `<div style="display:flex;align-items:flex-start;margin:${gap}px ${pad}px;font-size:${size}px"><span style="flex:none;background:#e8eefc;border-radius:8px;padding:2px 14px;font-size:${size - 4}px">${label(row)}</span>${value(row, 'flex:1;margin-left:22px')}</div>`,
        )
        .join('');
    case 'inputBoxes':
      return rows
        .map(
          (row) =>
            `<div style="margin:${gap}px ${pad}px"><div style="font-size:${size - 4}px">${label(row, 'font-weight:bold')}${colon}</div>${value(row, `font-size:${size - 2}px;border:1px solid #ccc;border-radius:8px;padding:12px 16px;margin-top:8px`)}</div>`,
        )
        .join('');
    case 'namedBehind':
      return rows
        .map(
          (row) =>
            `<div style="display:flex;justify-content:space-between;align-items:flex-start;margin:${gap}px ${pad}px;font-size:${size}px">${value(row, 'max-width:62%;font-weight:bold')}<span style="flex:none;font-size:${size - 4}px">${label(row)}</span></div>`,
        )
        .join('');
    case 'bulletRun':
      return `<div style="margin:20px ${pad}px;font-size:${size - 2}px;line-height:1.9;word-break:break-all">${rows
        .map((row) => `<div style="padding-left:34px;text-indent:-34px">• ${label(row)} ${mark} ${said(row)}</div>`)
        .join('')}</div>`;
  }
}
