import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';

/** Layouts of the widest set to learn from. */
export const LAYOUTS_WIDE = [
  'copyable',
  'sections',
  'centred',
  'corner',
  'bulleted',
  'pill',
  'semicolons',
  'twoHeads',
  'zebra',
  'dotPairs',
] as const;
export type WideSetLayout = (typeof LAYOUTS_WIDE)[number];

export const WIDTHS_WIDE: Partial<Record<WideSetLayout, number>> = { twoHeads: 1080, dotPairs: 1080 };

/** Labels with their values in one of the layouts. */
export function wideSetListOf(rows: readonly Row[], layout: WideSetLayout, theme: Theme): string {
  const { size, gap, pad, labelColor } = theme;
  const colon = theme.colon || '：';
  const label = (text: string): string => `<span data-part="label" style="color:${labelColor}">${esc(text)}</span>`;
  const said = (row: Row): string => playing(row.part ?? 'none', row.value);
  const run = (row: Row, after = colon): string => `${playing('label', row.label)}${after}${said(row)}`;
  const line = (inner: string, css = ''): string =>
    `<div style="margin:${gap}px ${pad}px;font-size:${size}px;word-break:break-all;${css}">${inner}</div>`;
  const spread = (row: Row, after = ''): string =>
    line(
      `${label(row.label)}<div style="max-width:58%;text-align:right">${said(row)}${after}</div>`,
      'display:flex;justify-content:space-between',
    );
  switch (layout) {
    case 'copyable':
      return rows
        .map((row) =>
          spread(
            row,
            /^[\w-]{9,}$/.test(row.value)
              ? `<span style="margin-left:${size}px;font-size:${size - 6}px;color:#07c">复制</span>`
              : '',
          ),
        )
        .join('');
    case 'sections':
      return inGroups(rows, Math.max(3, Math.ceil(rows.length / 2)))
        .map(
          (group, i) =>
            `<div style="margin:${gap}px 16px;padding:4px 0;border:1px solid #e4e4e4;border-radius:14px"><div style="margin:12px ${pad}px;font-size:${size + 2}px;font-weight:bold">${['基本信息', '更多信息'][i] ?? ''}</div>${group.map((row) => spread(row)).join('')}</div>`,
        )
        .join('');
    case 'centred':
      return rows.map((row) => line(run(row), 'text-align:center')).join('');
    case 'corner':
      return rows.map((row) => line(`[${playing('label', row.label)}] ${said(row)}`)).join('');
    case 'bulleted':
      return rows.map((row) => line(`• ${run(row)}`)).join('');
    case 'pill':
      return rows
        .map((row) =>
          line(
            `<div style="flex:none;padding:2px 14px;border-radius:8px;background:#e8eef8">${label(row.label)}</div><div style="margin-left:18px;padding:2px 0">${said(row)}</div>`,
            'display:flex;align-items:flex-start',
          ),
        )
        .join('');
    case 'semicolons':
      return line(rows.map((row) => run(row, '：')).join('；') + '。', 'line-height:1.7');
    case 'twoHeads':
      return inGroups(rows, 4)
        .map(
          (group) =>
            `<table style="margin:${gap}px 10px;width:1060px;table-layout:fixed;font-size:${size - 9}px;border-collapse:collapse">${[
              label,
              null,
            ]
              .map(
                (head) =>
                  `<tr style="background:${head ? '#f3f3f3' : 'none'}">${group.map((row) => `<td style="padding:9px 10px;text-align:left;word-break:break-all;vertical-align:top">${head ? head(row.label) : said(row)}</td>`).join('')}${'<td></td>'.repeat(4 - group.length)}</tr>`,
              )
              .join('')}</table>`,
        )
        .join('');
    case 'zebra':
      return `<table style="margin:${gap}px 0;width:720px;font-size:${size}px;border-collapse:collapse">${rows
        .map(
          (row, i) =>
            `<tr style="background:${i % 2 ? '#fff' : '#f2f5f7'}"><td style="width:210px;padding:${gap / 2}px 18px;text-align:right;vertical-align:top">${label(row.label)}</td><td style="padding:${gap / 2}px 20px;word-break:break-all">${said(row)}</td></tr>`,
        )
        .join('')}</table>`;
    case 'dotPairs':
      return inGroups(rows, 2)
        .map((two) => line(two.map((row) => run(row)).join('　·　'), `font-size:${size - 8}px;margin-left:12px`))
        .join('');
  }
}
