import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';

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
/** Small print between rows, which names nobody, no sum and no day. */
const SMALL = ['以实际到账为准', '如需帮助请联系客服', '仅用于本次交易', '可在个人中心查看', '长按可复制'];
const TIMES = new Set(['orderedAt', 'paidAt']);
const BROAD = new Set(['orderNo', 'product', 'tradeNo', 'merchantOrderNo', 'cardCode']);
const inOrderOf = (rows: readonly Row[], last: (row: Row) => boolean): Row[] => [
  ...rows.filter((row) => !last(row)),
  ...rows.filter(last),
];

/** Labels with their values in one of the set's layouts. */
export function unseenListOf(
  rows: readonly Row[],
  layout: UnseenLayout,
  { size, gap, pad, labelColor, colon }: Theme,
): string {
  const label = (text: string, css = ''): string =>
    `<span data-part="label" style="color:${labelColor};${css}">${esc(text)}</span>`;
  const value = (row: Row, css = ''): string =>
    `<div style="overflow-wrap:anywhere;${css}">${playing(row.part ?? 'none', row.value)}</div>`;
  const line = (inner: string, css = ''): string =>
    `<div style="margin:${gap}px ${pad}px;font-size:${size}px;${css}">${inner}</div>`;
  const spread = (row: Row, widest = '62%', css = ''): string =>
    line(
      `${label(row.label + colon, 'flex:none')}${value(row, `max-width:${widest};text-align:right;margin-left:30px`)}`,
      `display:flex;justify-content:space-between;${css}`,
    );
  const card = (inner: string, css = ''): string =>
    `<div style="margin:20px;background:#fff;border-radius:18px;padding:6px 0;border:1px solid #eee;${css}">${inner}</div>`;
  const drawn: Record<UnseenLayout, () => string> = {
    // Grouped cells of a settings page: a coloured square, the label, the value and an arrow that is drawn.
    appSettings: () =>
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
    walletSheet: () =>
      rows
        .map(
          (row, i) =>
            `${i > 0 && i % 3 === 0 ? '<div style="height:1px;background:#e3e3e3;margin:26px 30px"></div>' : ''}${line(
              `<div style="width:${size * 8}px;flex:none">${label(row.label)}</div>${value(row, 'flex:1;color:#111')}`,
              'display:flex',
            )}`,
        )
        .join(''),
    copyChip: () =>
      rows
        .map((row) =>
          line(
            `${label(row.label + colon, 'flex:none')}${value(row, 'margin-left:22px;max-width:400px')}${BROAD.has(row.part ?? '') && row.part !== 'product' ? `<div style="margin-left:26px;border:1px solid #999;border-radius:6px;padding:0 10px;font-size:${size - 8}px;color:#666;flex:none;align-self:flex-start">复制</div>` : ''}`,
            'display:flex',
          ),
        )
        .join(''),
    centreStack: () =>
      rows
        .map((row) =>
          line(
            `<div style="font-size:${size - 6}px">${label(row.label)}</div>${value(row, 'font-weight:500')}`,
            'text-align:center',
          ),
        )
        .join(''),
    unevenTwo: () => {
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
    stepLine: () =>
      inOrderOf(rows, (row) => TIMES.has(row.part ?? ''))
        .map((row) =>
          TIMES.has(row.part ?? '')
            ? `<div style="margin:0 ${pad}px;padding:10px 0 22px 40px;border-left:3px solid #7ac;font-size:${size}px">${label(row.label, 'color:#111;font-weight:bold')}${value(row, `color:#777;font-size:${size - 3}px`)}</div>`
            : spread(row),
        )
        .join(''),
    tagLabels: () =>
      rows
        .map((row) =>
          line(
            `<div style="background:#e8f1ff;border-radius:8px;padding:2px 14px;flex:none">${label(row.label, 'color:#2563b0')}</div>${value(row, 'margin-left:24px')}`,
            'display:flex;align-items:flex-start',
          ),
        )
        .join(''),
    floatingFields: () =>
      rows
        .map(
          (row) =>
            `<div style="position:relative;margin:${gap + 24}px ${pad}px 0;border:2px solid #bbb;border-radius:10px;padding:22px 20px 14px;font-size:${size}px"><div style="position:absolute;top:${-size * 0.6}px;left:16px;background:#fff;padding:0 8px;font-size:${size - 6}px">${label(row.label)}</div>${value(row)}</div>`,
        )
        .join(''),
    englishRows: () =>
      inEnglish(rows)
        .map((row) => spread(row, '58%'))
        .join(''),
    englishStack: () =>
      inEnglish(rows)
        .map((row) =>
          line(
            `<div style="font-size:${size - 8}px;letter-spacing:1px">${label(row.label.toUpperCase())}</div>${value(row, 'font-weight:600;margin-top:4px')}`,
          ),
        )
        .join(''),
    englishMail: () =>
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
    bothTongues: () =>
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
    wideTable: () =>
      inGroups(rows, 7)
        .map((group) => {
          const cells = (inner: (row: Row) => string, tag: string, css: string): string =>
            `<tr>${group.map((row) => `<${tag} style="border:1px solid #ccc;padding:12px 10px;text-align:left;font-weight:normal;vertical-align:middle;${css}">${inner(row)}</${tag}>`).join('')}</tr>`;
          return `<table style="border-collapse:collapse;width:1200px;margin:26px 30px;font-size:${size - 8}px;table-layout:fixed">${cells((row) => label(row.label), 'th', 'background:#f2f4f7;')}${cells((row) => value(row), 'td', '')}</table>`;
        })
        .join(''),
    narrowColumn: () =>
      rows
        .map((row) =>
          line(
            `${label(row.label + (colon || '：'))}${playing(row.part ?? 'none', row.value)}`,
            `margin:${gap / 2}px 18px;word-break:break-all`,
          ),
        )
        .join(''),
    // A bot's message: a sign before each line.
    botMessage: () =>
      `<div style="margin:20px 80px 20px 24px;background:#eef7ff;border-radius:16px;padding:18px 22px;font-size:${size - 2}px">${rows
        .map(
          (row) =>
            `<div style="margin:8px 0;word-break:break-all">${SIGNS[row.part ?? ''] ?? '▫️'} ${label(row.label, 'color:#111')}: ${playing(row.part ?? 'none', row.value)}</div>`,
        )
        .join('')}</div>`,
    checkoutFoot: () => {
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
    valueOverLabel: () =>
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
    // What a bot puts into a channel: names in bold above, short ones side by side.
    embedFields: () => {
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
    formInputs: () =>
      rows
        .map((row) =>
          line(
            `<div style="width:260px;text-align:right;flex:none"><span style="color:#e33;margin-right:12px">*</span>${label(row.label)}</div>${value(row, 'flex:1;margin-left:24px;border:1px solid #ccc;border-radius:6px;background:#f7f7f7;padding:6px 16px;color:#555')}`,
            'display:flex;align-items:center',
          ),
        )
        .join(''),
    threeSections: () => {
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
    noted: () =>
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
    threeColumnTable: () => {
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
    rightNarrow: () => rows.map((row) => spread(row, '270px')).join(''),
  };
  return drawn[layout]();
}
