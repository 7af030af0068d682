import type { Draw } from './draw.ts';
import { esc, inGroups, playing, type Row, type Theme } from './layout-parts.ts';
import { BLIND_LAYOUTS, blindListOf, type BlindLayout } from './layouts-blind.ts';
import type { Layout } from './words.ts';

export function themeOf(draw: Draw): Theme {
  return {
    size: draw.pick([26, 28, 30, 32]),
    gap: draw.int(14, 30),
    pad: draw.int(24, 44),
    labelColor: draw.pick(['#888', '#333', '#667']),
    colon: draw.pick(['', '：', ':']),
  };
}

const isBlind = (layout: Layout): layout is BlindLayout => (BLIND_LAYOUTS as readonly string[]).includes(layout);

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
  if (isBlind(layout)) return blindListOf(rows, layout, { size, gap, pad: side, labelColor, colon });
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
      return rows.map((row) => line(esc(`${row.label}${'.'.repeat(14)}${row.value}`), 'word-break:break-all')).join('');
    case 'dash':
      return rows.map((row) => line(esc(`${row.label} - ${row.value}`), 'word-break:break-all')).join('');
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
            `${label(row.label)}${value({ ...row, value: `${row.value} ›` }, 'max-width:64%;text-align:right')}`,
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
