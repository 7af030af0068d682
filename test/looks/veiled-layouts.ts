import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';
import { BROAD, type Drawing, penOf } from './unseen-pen.ts';
import { VEILED_BILLS } from './veiled-layouts-bills.ts';
import { VEILED_WEB } from './veiled-layouts-web.ts';

/** Layouts of the set `veiled`, as malls, mini-shops, wallets, banks and places where game goods are traded have them. */
export const VEILED_LAYOUTS = [
  'mallInfo',
  'secondHand',
  'groupBuy',
  'justified',
  'messengerBill',
  'walletBill',
  'bankRows',
  'greyBar',
  'codeBox',
  'totalAtFoot',
  'gameTrade',
  'accountNotice',
  'slip',
  'linkBehind',
  'headedGroups',
  'nightGame',
  'stub',
  'oneSpace',
  'infoSign',
  'halfCells',
  'adminFour',
  'queryResult',
  'panels',
  'stepsAbove',
  'descriptions',
  'englishReceipt',
] as const;
export type VeiledLayout = (typeof VEILED_LAYOUTS)[number];
export const isVeiledLayout = (layout: string): layout is VeiledLayout =>
  (VEILED_LAYOUTS as readonly string[]).includes(layout);

export const VEILED_WIDE: Partial<Record<VeiledLayout, number>> = {
  adminFour: 1100,
  queryResult: 1180,
  panels: 1120,
  stepsAbove: 1000,
  descriptions: 940,
};

const NUMBERS = new Set(['orderNo', 'tradeNo', 'merchantOrderNo']);
const isNumber = (row: Row): boolean => NUMBERS.has(row.part ?? '');
const MONEY = new Set(['amount', 'paidAt', 'paidBy', 'tradeNo', 'payee', 'merchantOrderNo']);

const APP_LAYOUTS = {
  // The number of the order with a bar and a word to copy it right behind.
  mallInfo: (rows, { label, line, card, size }) =>
    card(
      line('订单信息', 'font-weight:bold') +
        rows
          .map((row) =>
            line(
              `${label(row.label, 'flex:none;color:#999')}<div style="max-width:450px;text-align:right;overflow-wrap:anywhere">${playing(row.part ?? 'none', row.value)}${isNumber(row) ? `<span style="margin:0 16px;color:#ccc">|</span><span>复制</span>` : ''}</div>`,
              `display:flex;justify-content:space-between;font-size:${size - 2}px`,
            ),
          )
          .join(''),
    ),
  secondHand: (rows, { label, value, line, size }) =>
    rows
      .map((row) =>
        line(
          `<div style="width:${size * 7.5}px;flex:none">${label(row.label, 'color:#a3a3a3')}</div>${value(row)}${isNumber(row) ? '<div style="width:26px;height:26px;border:2px solid #aaa;margin-left:16px;flex:none"></div>' : ''}`,
          `display:flex;font-size:${size - 3}px`,
        ),
      )
      .join(''),
  groupBuy: (rows, { label, size, gap, pad }) =>
    `<div style="background:#fff;padding:16px ${pad}px;color:#58595b;font-size:${size - 3}px">${rows
      .map(
        (row) =>
          `<div style="margin:${gap / 2 + 3}px 0;word-break:break-all">${label(`${row.label}：`, 'color:#58595b')}${playing(row.part ?? 'none', row.value)}${row.part === 'orderNo' ? '<span style="color:#000;margin-left:24px">复制</span>' : ''}</div>`,
      )
      .join('')}</div>`,
  // Labels of one breadth, their letters drawn apart.
  justified: (rows, { label, value, line, size }) =>
    rows
      .map((row) =>
        line(
          `<div style="width:${size * Math.max(6, row.label.length)}px;flex:none;${/\p{Script=Han}/u.test(row.label) ? 'text-align-last:justify' : ''}">${label(row.label)}</div>${value(row, 'margin-left:30px')}`,
          'display:flex',
        ),
      )
      .join(''),
  // A grey bar with the number and the time in one line, the rest below it.
  greyBar: (rows, { label, value, line, size }) => {
    const above = rows.filter(({ part }) => part === 'orderNo' || part === 'tradeNo');
    const rest = rows.filter((row) => !above.includes(row));
    return (
      above
        .map(
          (row) =>
            `<div style="background:#f0f2f5;padding:14px 26px;font-size:${size - 6}px;word-break:break-all">${label(`${row.label}：`)}${playing(row.part ?? 'none', row.value)}</div>`,
        )
        .join('') +
      rest
        .map((row) => line(`${label(`${row.label}：`, 'flex:none')}${value(row, 'margin-left:10px')}`, 'display:flex'))
        .join('')
    );
  },
  // What a shop of cards shows: the code in a box of its own.
  codeBox: (rows, { label, spread, line, size, pad }) =>
    rows
      .filter(({ part }) => part !== 'cardCode')
      .map((row) => spread(row, '64%'))
      .join('') +
    rows
      .filter(({ part }) => part === 'cardCode')
      .map(
        (row) =>
          line(label(row.label, 'color:#333'), 'font-weight:bold') +
          `<div style="margin:10px ${pad}px;border:2px dashed #36c;background:#f5f9ff;padding:24px;font-family:monospace;font-size:${size}px;word-break:break-all">${playing('cardCode', row.value)}</div>` +
          `<div style="text-align:center;font-size:${size - 4}px;color:#36c">一键复制</div>`,
      )
      .join(''),
  totalAtFoot: (rows, { label, line, spread, size }) => {
    const sum = rows.filter(({ part }) => part === 'amount');
    const rest = rows.filter(({ part }) => part !== 'amount');
    return (
      rest.map((row) => spread(row, '60%', `font-size:${size - 4}px`)).join('') +
      sum
        .map((row) =>
          line(
            `<span style="color:#999;font-size:${size - 6}px">共1件商品</span><span style="margin-left:30px">${label(row.label, 'color:#333')}<span style="margin-left:8px;color:#ff5000;font-size:${size + 4}px">${playing('amount', row.value)}</span></span>`,
            'text-align:right;border-top:1px solid #f0f0f0;padding-top:18px',
          ),
        )
        .join('')
    );
  },
  gameTrade: (rows, { label, value, card, line, size }) =>
    inGroups(rows, 3)
      .map((group) =>
        card(
          group
            .map((row) =>
              line(
                `<div style="font-size:${size - 7}px">${label(row.label)}</div>${value(row, 'margin-top:4px;font-weight:600')}`,
                'border-left:5px solid #ff9f1a;padding-left:18px',
              ),
            )
            .join(''),
        ),
      )
      .join(''),
  // A message of a service account: a head, lines with their labels, and where to look further.
  linkBehind: (rows, { label, value, line, size }) =>
    rows
      .map((row) =>
        line(
          `<div style="width:210px;flex:none">${label(row.label)}</div>${value(row, 'flex:1')}<div style="flex:none;margin-left:30px;color:#1677ff;font-size:${size - 5}px">${row.part === 'merchant' || row.part === 'payee' ? '进店' : isNumber(row) ? '复制' : ''}</div>`,
          'display:flex;border-bottom:1px solid #f2f2f2;padding-bottom:14px',
        ),
      )
      .join(''),
  headedGroups: (rows, { spread, line, size }) =>
    (
      [
        ['交易信息', rows.filter(({ part }) => part && !MONEY.has(part))],
        ['资金信息', rows.filter(({ part }) => part && MONEY.has(part))],
        ['其他', rows.filter(({ part }) => !part)],
      ] as const
    )
      .map(([name, of]) =>
        of.length === 0
          ? ''
          : line(esc(name), `font-weight:bold;font-size:${size + 2}px`) + of.map((row) => spread(row)).join(''),
      )
      .join('<div style="height:16px;background:#f5f5f5"></div>'),
  nightGame: (rows, { label, value, line }) =>
    `<div style="background:#141a26;color:#e8e6df;padding:14px 0">${rows
      .map((row) =>
        line(
          `${label(row.label, 'color:#c9a45c;flex:none')}${value(row, 'text-align:right;max-width:430px')}`,
          'display:flex;justify-content:space-between;background:#1f2738;padding:14px 20px',
        ),
      )
      .join('')}</div>`,
  // A ticket: what is short side by side, what is long below.
  stub: (rows, { label, value, line, size, pad }) => {
    const short = rows.filter((row) => !BROAD.has(row.part ?? '') && row.value.length < 13);
    const long = rows.filter((row) => !short.includes(row));
    const both = (row: Row): string =>
      `<div style="font-size:${size - 8}px">${label(row.label)}</div>${value(row, 'margin-top:4px')}`;
    return `<div style="margin:24px ${pad}px;border:1px solid #f0c9b0;border-radius:20px;background:#fffaf6;padding:10px 0">${long.map((row) => line(both(row))).join('')}${inGroups(
      short,
      3,
    )
      .map((three) =>
        line(
          three.map((row) => `<div style="width:33%;padding-right:18px">${both(row)}</div>`).join(''),
          'display:flex;margin:16px 24px',
        ),
      )
      .join('')}</div>`;
  },
  oneSpace: (rows, { label, size, gap, pad }) =>
    rows
      .map(
        (row) =>
          `<div style="margin:${gap / 2 + 4}px ${pad}px;font-size:${size - 4}px;color:#777;word-break:break-all">${label(`${row.label}\u00a0\u00a0`, 'color:#777')}${playing(row.part ?? 'none', row.value)}</div>`,
      )
      .join(''),
  infoSign: (rows, { label, value, line, size }) =>
    rows
      .map((row, i) =>
        line(
          `<div style="flex:none">${label(row.label)}${i % 3 === 1 ? `<span style="font-size:${size - 8}px;color:#bbb;margin-left:8px">ⓘ</span>` : ''}</div>${value(row, 'max-width:400px;text-align:right')}`,
          'display:flex;justify-content:space-between',
        ),
      )
      .join(''),
  halfCells: (rows, { label, value, line, size }) =>
    rows
      .map((row) =>
        line(
          `<div style="width:50%;background:#f6f8fa;padding:14px 18px;font-size:${size - 5}px;box-sizing:border-box">${label(row.label)}</div>${value(row, `width:50%;padding:14px 18px;box-sizing:border-box;font-size:${size - 5}px`)}`,
          'display:flex;border:1px solid #e3e6ea;margin-top:0;margin-bottom:0',
        ),
      )
      .join(''),
} satisfies Record<string, Drawing>;

const DRAWN: Record<VeiledLayout, Drawing> = { ...APP_LAYOUTS, ...VEILED_BILLS, ...VEILED_WEB };

/** Labels with their values in one of the set's layouts. */
export const veiledListOf = (rows: readonly Row[], layout: VeiledLayout, theme: Theme): string =>
  DRAWN[layout](rows, penOf(theme));
