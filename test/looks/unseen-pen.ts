import { esc, playing, type Row, type Theme } from './layout-parts.ts';

/** What the layouts of the set `unseen` draw with, in one theme. */
export interface Pen extends Theme {
  label(text: string, css?: string): string;
  value(row: Row, css?: string): string;
  /** A line of its own; what stands in it is HTML. */
  line(inner: string, css?: string): string;
  /** The label at the left, the value at the right. */
  spread(row: Row, widest?: string, css?: string): string;
  card(inner: string, css?: string): string;
}

/** Labels with their values as HTML. */
export type Drawing = (rows: readonly Row[], pen: Pen) => string;

/** Values that are as broad as a line. */
export const BROAD = new Set(['orderNo', 'product', 'tradeNo', 'merchantOrderNo', 'cardCode']);

/** A pen for a theme. */
export function penOf(theme: Theme): Pen {
  const { size, gap, pad, labelColor, colon } = theme;
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
  return { ...theme, label, value, line, spread, card };
}
