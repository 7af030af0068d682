import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';

/** Layouts of the fresh set, which is to learn from since its mistakes were looked at. */
export const FRESH_LAYOUTS = [
  'suffixed',
  'twoUp',
  'night',
  'interrupted',
  'badges',
  'thirds',
  'bilingual',
  'stepped',
  'glyphs',
  'annotated',
  'sheet',
] as const;
export type FreshLayout = (typeof FRESH_LAYOUTS)[number];

export const FRESH_WIDE: Partial<Record<FreshLayout, number>> = { thirds: 1240 };

const ENGLISH: Readonly<Record<string, string>> = {
  orderNo: 'Order No.',
  product: 'Item',
  amount: 'Total',
  merchant: 'Seller',
  orderedAt: 'Created',
  paidAt: 'Paid at',
  tradeNo: 'Transaction ID',
  merchantOrderNo: 'Merchant ref.',
  payee: 'Payee',
  quantity: 'Qty',
  account: 'Account',
  cardCode: 'Code',
  paidBy: 'Method',
  oldPrice: 'List price',
};
/** What pages write small below a value. */
const NOTES: Readonly<Record<string, string>> = {
  product: '规格：默认　7天内可售后',
  amount: '已享优惠，查看明细',
  merchant: '好评率99.2%　粉丝1.2万',
  payee: '已实名　经营者信息',
  orderNo: '查单时请提供此号码',
  cardCode: '卡密仅展示给您，请勿泄露给他人',
  account: '请核对后再充值，充错无法追回',
};
const GLYPHS = ['▣', '◎', '☆', '◇', '♡', '⊙', '△'] as const;
const ADS = [
  ['省钱卡限时9.9元/月', '去开通'],
  ['你有1张满30减3券待使用', '去看看'],
  ['【广告】加速器免费领7天，点击下载', '打开'],
  ['猜你喜欢　腾讯视频年卡 ¥168', '抢购'],
] as const;
/** From so many rows on a page has room for what is no row. */
const MANY = 4;

/** Labels with their values in one of the layouts. */
export function freshListOf(rows: readonly Row[], layout: FreshLayout, theme: Theme): string {
  const { size, gap, pad, labelColor } = theme;
  const colon = theme.colon || '：';
  const label = (text: string, css = ''): string =>
    `<span data-part="label" style="color:${labelColor};${css}">${esc(text)}</span>`;
  const said = (row: Row): string => playing(row.part ?? 'none', row.value);
  const line = (inner: string, css = ''): string =>
    `<div style="margin:${gap}px ${pad}px;font-size:${size}px;word-break:break-all;${css}">${inner}</div>`;
  const apart = 'display:flex;justify-content:space-between;align-items:center';
  const small = (text: string, css = ''): string =>
    `<span style="font-size:${size - 7}px;color:#999;${css}">${esc(text)}</span>`;
  switch (layout) {
    case 'suffixed':
      return rows
        .map((row) =>
          line(
            `<div style="max-width:66%">${said(row)}</div>${label(row.label, `font-size:${size - 6}px;color:#aaa`)}`,
            `${apart};border-bottom:1px solid #eee;padding-bottom:10px`,
          ),
        )
        .join('');
    case 'twoUp':
      return `<div style="display:flex;flex-wrap:wrap;margin:${gap}px 16px;border-radius:16px;background:#f7f8fa">${rows
        .map(
          (row) =>
            `<div style="width:${row.value.length > 16 ? 640 : 310}px;padding:14px 12px;word-break:break-all"><div style="font-size:${size - 8}px">${label(row.label)}</div><div style="font-size:${size - 2}px;margin-top:4px">${said(row)}</div></div>`,
        )
        .join('')}</div>`;
    case 'night':
      return `<div style="background:#16181d;color:#e8e8ea;padding:8px 0">${rows
        .map((row) =>
          line(
            `${label(row.label, 'color:#8b8f98')}<div style="max-width:60%;text-align:right">${said(row)}${row.part === 'merchant' || row.part === 'paidBy' ? ' ›' : ''}</div>`,
            apart,
          ),
        )
        .join('')}</div>`;
    case 'interrupted': {
      const [ad, button] = ADS[(rows[0]?.value.length ?? 0) % ADS.length]!;
      const banner = `<div style="margin:${gap}px 20px;padding:18px;background:#fff3e6;border-radius:12px;font-size:${size - 3}px;${apart}"><span>${ad}</span><span style="color:#e40">${button}</span></div>`;
      const lines = rows.map((row) =>
        line(
          `<div style="width:190px;flex:none">${label(row.label)}</div><div>${said(row)}</div>`,
          'display:flex;align-items:flex-start',
        ),
      );
      if (rows.length >= MANY) lines.splice(Math.floor(rows.length / 2), 0, banner);
      return lines.join('');
    }
    case 'badges':
      return `<div style="margin:${gap}px ${pad}px;display:flex;flex-wrap:wrap;gap:16px;font-size:${size - 4}px">${rows
        .map(
          (row) =>
            `<div style="display:flex;border:1px solid #ccd;border-radius:8px;overflow:hidden"><div style="padding:6px 12px;background:#e9edf5;flex:none">${label(row.label)}</div><div style="padding:6px 14px;word-break:break-all">${said(row)}</div></div>`,
        )
        .join('')}</div>`;
    case 'thirds':
      return inGroups(rows, 3)
        .map(
          (group) =>
            `<div style="display:flex;margin:${gap}px 20px;font-size:${size - 8}px">${group.map((row) => `<div style="width:400px;padding-right:16px;box-sizing:border-box;word-break:break-all">${label(row.label)}${colon} ${said(row)}</div>`).join('')}</div>`,
        )
        .join('');
    case 'bilingual':
      return rows
        .map((row) =>
          line(
            `<div style="width:250px;flex:none">${label(row.label)}<div>${small(ENGLISH[row.part ?? ''] ?? 'Note')}</div></div><div>${said(row)}</div>`,
            'display:flex;align-items:flex-start',
          ),
        )
        .join('');
    case 'stepped':
      return rows
        .map((row) =>
          line(
            `<div style="width:20px;height:20px;margin:8px 18px 0 0;border-radius:10px;background:#3a7;flex:none"></div><div><div>${label(row.label, 'font-weight:bold')}</div><div style="margin-top:6px;font-size:${size - 3}px">${said(row)}</div></div>`,
            'display:flex;align-items:flex-start',
          ),
        )
        .join('');
    case 'glyphs':
      return rows
        .map((row, i) =>
          line(
            `<div style="flex:none">${GLYPHS[i % GLYPHS.length]} ${label(row.label)}</div><div style="margin-left:28px;text-align:right">${said(row)}</div>`,
            apart,
          ),
        )
        .join('');
    case 'annotated':
      return rows
        .map((row) => {
          const note = NOTES[row.part ?? ''];
          return (
            line(`${label(row.label + colon)}${said(row)}`, note ? 'margin-bottom:4px' : '') +
            (note ? line(small(note), 'margin-top:0') : '')
          );
        })
        .join('');
    case 'sheet':
      return `<div style="background:#777;padding:60px 0"><div style="margin:0 44px;padding:26px 0;background:#fff;border-radius:28px"><div style="text-align:center;font-size:${size + 4}px">${rows.length >= MANY ? '订单信息' : '信息'}</div>${rows
        .map((row) =>
          line(`<div>${label(row.label, `font-size:${size - 5}px`)}</div><div>${said(row)}</div>`, 'margin-left:40px'),
        )
        .join(
          '',
        )}<div style="display:flex;justify-content:space-around;font-size:${size}px;color:#07c"><span>复制</span><span>关闭</span></div></div></div>`;
  }
}
