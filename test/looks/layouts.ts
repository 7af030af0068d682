import type { Draw } from './draw.ts';
import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';
import { FRESH_LAYOUTS, FRESH_WIDE, freshListOf, type FreshLayout } from './layouts-fresh.ts';
import { isMade, madeListOf, widthOfMade } from './layouts-made.ts';
import { SEALED_LAYOUTS, SEALED_WIDE, sealedListOf, type SealedLayout } from './layouts-sealed.ts';
import { UNSEEN_LAYOUTS, UNSEEN_WIDE, unseenListOf, type UnseenLayout } from './layouts-unseen.ts';
import { isVeiledLayout, VEILED_WIDE, veiledListOf } from './veiled-layouts.ts';
import { LAYOUTS_WIDE, wideSetListOf, type WideSetLayout, WIDTHS_WIDE } from './layouts-wide.ts';
import type { Layout } from './words.ts';

const WIDE: Partial<Record<string, number>> = {
  headRow: 1280,
  pairs: 1080,
  columns: 980,
  tiles: 980,
  threes: 980,
  valueFirst: 980,
  ...WIDTHS_WIDE,
  ...FRESH_WIDE,
  ...SEALED_WIDE,
  ...UNSEEN_WIDE,
  ...VEILED_WIDE,
};
/** A screen of this layout is so wide. */
export const widthOf = (layout: Layout): number => (isMade(layout) ? widthOfMade(layout) : (WIDE[layout] ?? 720));

export function themeOf(draw: Draw): Theme {
  return {
    size: draw.pick([26, 28, 30, 32]),
    gap: draw.int(14, 30),
    pad: draw.int(24, 44),
    labelColor: draw.pick(['#888', '#333', '#667']),
    colon: draw.pick(['', '：', ':']),
  };
}

const isOfWideSet = (layout: Layout): layout is WideSetLayout => (LAYOUTS_WIDE as readonly string[]).includes(layout);
const isFresh = (layout: Layout): layout is FreshLayout => (FRESH_LAYOUTS as readonly string[]).includes(layout);
const isSealed = (layout: Layout): layout is SealedLayout => (SEALED_LAYOUTS as readonly string[]).includes(layout);
const isUnseen = (layout: Layout): layout is UnseenLayout => (UNSEEN_LAYOUTS as readonly string[]).includes(layout);

/** Labels with their values in one of the layouts. */
export function listOf(
  rows: readonly Row[],
  layout: Layout,
  { size, gap, pad: side, labelColor, colon }: Theme,
): string {
  const label = (text: string): string => `<span data-part="label" style="color:${labelColor}">${esc(text)}</span>`;
  const line = (inner: string, css = ''): string =>
    `<div style="margin:${gap}px ${side}px;font-size:${size}px;${css}">${inner}</div>`;
  const said = ({ value: text, part }: Row): string => playing(part ?? 'none', text);
  const value = (row: Row, css = ''): string => `<div style="word-break:break-all;${css}">${said(row)}</div>`;
  const cell = (row: Row, css: string): string =>
    `<td style="${css}padding:${gap / 2}px;vertical-align:top">`.concat(label(row.label), value(row), '</td>');
  if (isOfWideSet(layout)) return wideSetListOf(rows, layout, { size, gap, pad: side, labelColor, colon });
  if (isFresh(layout)) return freshListOf(rows, layout, { size, gap, pad: side, labelColor, colon });
  if (isSealed(layout)) return sealedListOf(rows, layout, { size, gap, pad: side, labelColor, colon });
  if (isUnseen(layout)) return unseenListOf(rows, layout, { size, gap, pad: side, labelColor, colon });
  if (isVeiledLayout(layout)) return veiledListOf(rows, layout, { size, gap, pad: side, labelColor, colon });
  if (isMade(layout)) return madeListOf(rows, layout, { size, gap, pad: side, labelColor, colon });
  switch (layout) {
    case 'spread':
      return rows
        .map((row) =>
          line(
            `${label(row.label + colon)}${value(row, 'max-width:60%;text-align:right')}`,
            'display:flex;justify-content:space-between',
          ),
        )
        .join('');
    case 'colon':
      return rows
        .map((row) => line(`<div style="word-break:break-all">${playing('label', row.label)}：${said(row)}</div>`))
        .join('');
    case 'bracket':
      return rows
        .map((row) => line(`<div style="word-break:break-all">【${playing('label', row.label)}】${said(row)}</div>`))
        .join('');
    case 'bracketRun':
      return line(
        `<div style="word-break:break-all">${rows.map((row) => `【${playing('label', row.label)}】${said(row)}`).join(' ')}</div>`,
      );
    case 'columns':
      return `<div style="display:flex;flex-wrap:wrap;width:960px;margin:${gap}px 12px;font-size:${size - 8}px">${rows
        .map(
          (row) =>
            `<div style="width:460px;padding:8px 0;display:flex">${label(`${row.label}:`)}${value(row, 'padding-left:16px')}</div>`,
        )
        .join('')}</div>`;
    case 'tiles':
      return `<div style="display:flex;flex-wrap:wrap;width:900px;margin:${gap}px 6px;font-size:${size - 8}px;text-align:center">${rows
        .map((row) => `<div style="width:280px;padding:12px 8px">${label(row.label)}${value(row)}</div>`)
        .join('')}</div>`;
    case 'stacked':
      return rows.map((row) => line(`<div>${label(row.label)}</div>${value(row, 'margin-top:8px')}`)).join('');
    case 'tight':
      return rows
        .map((row) =>
          line(`<div>${label(row.label)}</div>${value(row, `margin-left:${size * 1.3}px;flex:1`)}`, 'display:flex'),
        )
        .join('');
    case 'fixed':
      return rows
        .map((row) =>
          line(
            `<div style="width:230px">${label(row.label + (colon || '：'))}</div>${value(row, 'flex:1')}`,
            'display:flex',
          ),
        )
        .join('');
    case 'bordered':
      return `<table style="margin:${gap}px ${side}px;font-size:${size}px;border-collapse:collapse;width:660px">${rows
        .map(
          (row) =>
            `<tr><td style="border:1px solid #ccc;padding:10px;width:220px">${label(row.label)}</td><td style="border:1px solid #ccc;padding:10px">${value(row)}</td></tr>`,
        )
        .join('')}</table>`;
    case 'grid':
      return `<table style="margin:${gap}px ${side}px;font-size:${size - 3}px;width:660px;table-layout:fixed">${inGroups(
        rows,
        2,
      )
        .map((two) => `<tr>${two.map((row) => cell(row, 'width:50%;')).join('')}</tr>`)
        .join('')}</table>`;
    case 'pairs':
      return `<table style="margin:${gap}px 8px;font-size:${size - 7}px;width:1040px;table-layout:fixed">${inGroups(
        rows,
        2,
      )
        .map(
          (two) =>
            `<tr>${two.map((row) => `<td style="width:150px;padding:8px;vertical-align:top">${label(row.label + (colon || '：'))}</td><td style="width:370px;padding:8px">${value(row)}</td>`).join('')}</tr>`,
        )
        .join('')}</table>`;
    case 'leader':
      return rows
        .map((row) => line(`${playing('label', row.label)}${'.'.repeat(14)}${said(row)}`, 'word-break:break-all'))
        .join('');
    case 'dash':
      return rows.map((row) => line(`${playing('label', row.label)} - ${said(row)}`, 'word-break:break-all')).join('');
    case 'copied':
      return rows
        .map((row) =>
          line(
            `${label(row.label + colon)}<div style="display:flex;max-width:66%">${value(row, 'text-align:right')}${/\d{8}/.test(row.value) ? '<span style="margin-left:22px;color:#07c;white-space:nowrap">复制</span>' : ''}</div>`,
            'display:flex;justify-content:space-between',
          ),
        )
        .join('');
    case 'narrow':
      return rows
        .map((row) =>
          line(
            `${label(row.label)}${value(row, 'max-width:38%;text-align:right;line-height:1.2')}`,
            'display:flex;justify-content:space-between',
          ),
        )
        .join('');
    case 'twoInLine':
      return inGroups(rows, 2)
        .map((two) =>
          line(
            two.map((row) => `${playing('label', row.label)}：${said(row)}`).join('&nbsp;&nbsp; '),
            'word-break:break-all',
          ),
        )
        .join('');
    case 'equals':
      return rows.map((row) => line(`${playing('label', row.label)} = ${said(row)}`, 'word-break:break-all')).join('');
    case 'indented':
      return rows
        .map((row) =>
          line(`<div>${label(row.label + (colon || '：'))}</div>${value(row, `padding-left:${size * 2}px`)}`),
        )
        .join('');
    case 'boxed':
      return rows
        .map(
          (row) =>
            `<div style="margin:${gap}px ${side}px;font-size:${size}px">${label(row.label)}<div style="border:1px solid #bbb;border-radius:8px;padding:14px 18px;margin-top:6px;word-break:break-all">${said(row)}</div></div>`,
        )
        .join('');
    case 'valueFirst':
      return `<div style="display:flex;flex-wrap:wrap;width:900px;margin:${gap}px 6px;font-size:${size - 6}px;text-align:center">${rows
        .map(
          (row) =>
            `<div style="width:410px;padding:14px 8px">${value(row, 'font-weight:bold')}<div style="font-size:${size - 12}px">${label(row.label)}</div></div>`,
        )
        .join('')}</div>`;
    case 'quoted':
      return rows.map((row) => line(`${playing('label', row.label)}「${said(row)}」`, 'word-break:break-all')).join('');
    case 'striped':
      return `<table style="margin:${gap}px ${side}px;font-size:${size - 2}px;border-collapse:collapse;width:650px">${rows
        .map(
          (row, i) =>
            `<tr style="background:${i % 2 ? '#f4f4f4' : '#fff'}"><td style="padding:12px;width:210px;text-align:right">${label(row.label + colon)}</td><td style="padding:12px 12px 12px 30px">${value(row)}</td></tr>`,
        )
        .join('')}</table>`;
    case 'receipt':
      return rows
        .map((row) =>
          line(
            `${label(row.label + colon)}<span style="flex:1;border-bottom:1px dotted #999;margin:0 10px 8px"></span>${value(row, 'max-width:56%;text-align:right')}`,
            'display:flex',
          ),
        )
        .join('');
    case 'pipe':
      return rows.map((row) => line(`${playing('label', row.label)} | ${said(row)}`, 'word-break:break-all')).join('');
    case 'numbered':
      return rows
        .map((row, i) => line(`${i + 1}. ${playing('label', row.label)}：${said(row)}`, 'word-break:break-all'))
        .join('');
    case 'arrow':
      return rows
        .map((row) =>
          line(
            `${label(row.label)}<div style="max-width:64%;text-align:right;word-break:break-all">${said(row)} ›</div>`,
            'display:flex;justify-content:space-between;border-bottom:1px solid #eee',
          ),
        )
        .join('');
    case 'underlined':
      return rows
        .map(
          (row) =>
            `<div style="margin:${gap}px ${side}px"><div style="font-size:${size - 6}px">${label(row.label)}</div><div style="font-size:${size + 2}px;border-bottom:1px solid #ccc;word-break:break-all">${said(row)}</div></div>`,
        )
        .join('');
    case 'threes':
      return `<table style="margin:${gap}px 8px;font-size:${size - 8}px;width:960px;table-layout:fixed">${inGroups(
        rows,
        3,
      )
        .map((three) => `<tr>${three.map((row) => cell(row, 'border:1px solid #ddd;')).join('')}</tr>`)
        .join('')}</table>`;
    case 'ledger':
      return rows
        .map((row) =>
          line(
            `<div style="width:250px;text-align:right">${label(row.label + (colon || '：'))}</div>${value(row, 'flex:1;padding-left:14px')}`,
            'display:flex',
          ),
        )
        .join('');
    case 'headRow':
      return `<table style="margin:${gap}px 10px;font-size:${size - 8}px;border-collapse:collapse;width:1240px">${[0, 1]
        .map(
          (i) =>
            `<tr>${rows.map((row) => `<td style="padding:8px 14px;border-bottom:1px solid #ddd;white-space:nowrap">${i === 0 ? playing('label', row.label) : said(row)}</td>`).join('')}</tr>`,
        )
        .join('')}</table>`;
  }
}
