import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';
import { ENGLISH_LAYOUTS } from './layouts-unseen-english.ts';
import { WEB_LAYOUTS } from './layouts-unseen-web.ts';
import { BROAD, type Drawing, penOf } from './unseen-pen.ts';

/** Layouts of the set `unseen`, as shops here and abroad, wallets, bots, mini programs and web pages have them. */
export const UNSEEN_LAYOUTS = [
  'appSettings',
  'walletSheet',
  'copyChip',
  'centreStack',
  'unevenTwo',
  'stepLine',
  'tagLabels',
  'floatingFields',
  'englishRows',
  'englishStack',
  'englishMail',
  'bothTongues',
  'wideTable',
  'narrowColumn',
  'botMessage',
  'checkoutFoot',
  'valueOverLabel',
  'embedFields',
  'formInputs',
  'threeSections',
  'noted',
  'threeColumnTable',
  'rightNarrow',
] as const;
export type UnseenLayout = (typeof UNSEEN_LAYOUTS)[number];

export const UNSEEN_WIDE: Partial<Record<UnseenLayout, number>> = {
  wideTable: 1260,
  formInputs: 900,
  threeColumnTable: 920,
  englishMail: 820,
  narrowColumn: 430,
};

/** Small print between rows, which names nobody, no sum and no day. */
const SMALL = ['以实际到账为准', '如需帮助请联系客服', '仅用于本次交易', '可在个人中心查看', '长按可复制'];
const TIMES = new Set(['orderedAt', 'paidAt']);
const inOrderOf = (rows: readonly Row[], last: (row: Row) => boolean): Row[] => [
  ...rows.filter((row) => !last(row)),
  ...rows.filter(last),
];

/** Pages of apps. */
const APP_LAYOUTS = {
  // Grouped cells of a settings page: a coloured square, the label, the value and an arrow that is drawn.
  appSettings: (rows, { label, value, line, card }) =>
    inGroups(rows, 4)
      .map((group) =>
        card(
          group
            .map((row, i) =>
              line(
                `<div style="width:34px;height:34px;border-radius:8px;background:hsl(${i * 70},70%,60%);flex:none"></div><div style="flex:none;margin-left:18px">${label(row.label, 'color:#111')}</div><div style="flex:1"></div>${value(row, 'max-width:330px;color:#888;text-align:right;margin:0 20px')}<div style="width:12px;height:12px;border-top:3px solid #bbb;border-right:3px solid #bbb;transform:rotate(45deg);flex:none"></div>`,
                'display:flex;align-items:center',
              ),
            )
            .join(''),
        ),
      )
      .join(''),
  walletSheet: (rows, { label, value, line, size }) =>
    rows
      .map(
        (row, i) =>
          `${i > 0 && i % 3 === 0 ? '<div style="height:1px;background:#e3e3e3;margin:26px 30px"></div>' : ''}${line(
            `<div style="width:${size * 8}px;flex:none">${label(row.label)}</div>${value(row, 'flex:1;color:#111')}`,
            'display:flex',
          )}`,
      )
      .join(''),
  copyChip: (rows, { label, value, line, size, colon }) =>
    rows
      .map((row) =>
        line(
          `${label(row.label + colon, 'flex:none')}${value(row, 'margin-left:22px;max-width:400px')}${BROAD.has(row.part ?? '') && row.part !== 'product' ? `<div style="margin-left:26px;border:1px solid #999;border-radius:6px;padding:0 10px;font-size:${size - 8}px;color:#666;flex:none;align-self:flex-start">复制</div>` : ''}`,
          'display:flex',
        ),
      )
      .join(''),
  centreStack: (rows, { label, value, line, size }) =>
    rows
      .map((row) =>
        line(
          `<div style="font-size:${size - 6}px">${label(row.label)}</div>${value(row, 'font-weight:500')}`,
          'text-align:center',
        ),
      )
      .join(''),
  unevenTwo: (rows, { label, value, line, size }) => {
    const broad = rows.filter((row) => BROAD.has(row.part ?? ''));
    const small = rows.filter((row) => !BROAD.has(row.part ?? ''));
    const both = (row: Row): string =>
      `<div style="font-size:${size - 5}px">${label(row.label)}</div>${value(row, 'margin-top:6px')}`;
    return (
      broad.map((row) => line(both(row))).join('') +
      inGroups(small, 2)
        .map((pair) =>
          line(
            pair.map((row) => `<div style="width:50%;padding-right:20px">${both(row)}</div>`).join(''),
            'display:flex',
          ),
        )
        .join('')
    );
  },
  // What happened when, one below the other along a line, and the rest above it.
  stepLine: (rows, { label, value, spread, size, pad }) =>
    inOrderOf(rows, (row) => TIMES.has(row.part ?? ''))
      .map((row) =>
        TIMES.has(row.part ?? '')
          ? `<div style="margin:0 ${pad}px;padding:10px 0 22px 40px;border-left:3px solid #7ac;font-size:${size}px">${label(row.label, 'color:#111;font-weight:bold')}${value(row, `color:#777;font-size:${size - 3}px`)}</div>`
          : spread(row),
      )
      .join(''),
  tagLabels: (rows, { label, value, line }) =>
    rows
      .map((row) =>
        line(
          `<div style="background:#e8f1ff;border-radius:8px;padding:2px 14px;flex:none">${label(row.label, 'color:#2563b0')}</div>${value(row, 'margin-left:24px')}`,
          'display:flex;align-items:flex-start',
        ),
      )
      .join(''),
  floatingFields: (rows, { label, value, size, gap, pad }) =>
    rows
      .map(
        (row) =>
          `<div style="position:relative;margin:${gap + 24}px ${pad}px 0;border:2px solid #bbb;border-radius:10px;padding:22px 20px 14px;font-size:${size}px"><div style="position:absolute;top:${-size * 0.6}px;left:16px;background:#fff;padding:0 8px;font-size:${size - 6}px">${label(row.label)}</div>${value(row)}</div>`,
      )
      .join(''),
  narrowColumn: (rows, { label, line, gap, colon }) =>
    rows
      .map((row) =>
        line(
          `${label(row.label + (colon || '：'))}${playing(row.part ?? 'none', row.value)}`,
          `margin:${gap / 2}px 18px;word-break:break-all`,
        ),
      )
      .join(''),
  checkoutFoot: (rows, { label, value, line, spread, size }) => {
    const sums = (row: Row): boolean => row.part === 'amount';
    return inOrderOf(rows, sums)
      .map((row) =>
        sums(row)
          ? line(
              `${label(row.label, 'color:#111;flex:none')}${value(row, `margin-left:18px;color:#e33;font-size:${size + 8}px;font-weight:bold`)}`,
              'display:flex;justify-content:flex-end;align-items:center;border-top:1px solid #eee;padding-top:20px',
            )
          : spread(row, '60%', `font-size:${size - 3}px`),
      )
      .join('');
  },
  valueOverLabel: (rows, { label, value, line, size }) =>
    inGroups(rows, 2)
      .map((pair) =>
        line(
          pair
            .map(
              (row) =>
                `<div style="width:50%;padding:0 14px">${value(row, 'font-weight:bold')}<div style="font-size:${size - 8}px">${label(row.label)}</div></div>`,
            )
            .join(''),
          'display:flex;text-align:center',
        ),
      )
      .join(''),
  threeSections: (rows, { line, spread, card, size }) => {
    const money = new Set(['amount', 'paidAt', 'paidBy', 'tradeNo', 'payee', 'merchantOrderNo']);
    const part = (title: string, of: readonly Row[]): string =>
      of.length === 0
        ? ''
        : card(
            line(
              `<div style="width:8px;height:${size}px;background:#f60;margin-right:14px"></div>${esc(title)}`,
              'display:flex;align-items:center;font-weight:bold',
            ) + of.map((row) => spread(row, '60%')).join(''),
          );
    return (
      part(
        '基本资料',
        rows.filter((row) => row.part && !money.has(row.part)),
      ) +
      part(
        '付款资料',
        rows.filter((row) => row.part && money.has(row.part)),
      ) +
      part(
        '其余说明',
        rows.filter((row) => !row.part),
      )
    );
  },
  noted: (rows, { spread, card, size, gap, pad }) =>
    rows
      .map((row, i) =>
        card(
          spread(row) +
            (i % 3 === 1
              ? `<div style="margin:0 ${pad}px ${gap}px;font-size:${size - 9}px;color:#b0b0b0">${SMALL[(i + row.value.length) % SMALL.length]}</div>`
              : ''),
          'border-radius:10px;margin:12px 20px',
        ),
      )
      .join(''),
  rightNarrow: (rows, { spread }) => rows.map((row) => spread(row, '270px')).join(''),
} satisfies Record<string, Drawing>;

const DRAWN: Record<UnseenLayout, Drawing> = { ...APP_LAYOUTS, ...ENGLISH_LAYOUTS, ...WEB_LAYOUTS };

/** Labels with their values in one of the set's layouts. */
export const unseenListOf = (rows: readonly Row[], layout: UnseenLayout, theme: Theme): string =>
  DRAWN[layout](rows, penOf(theme));
