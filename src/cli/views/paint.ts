import { Chalk, type ChalkInstance } from 'chalk';
import { showMoment, type Day, type Moment } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import { cellsOf } from './cells.ts';
import { widthsOf } from './wrap.ts';

/** Colours for one stream, or none. */
export function paint(color: boolean): ChalkInstance {
  return new Chalk({ level: color ? 1 : 0 });
}

/** Lines up cells in columns; a Chinese character is two cells wide. The last column is not padded. */
export function table(rows: readonly (readonly string[])[], gap = 2): string[] {
  const widths = widthsOf(rows);
  return rows.map((row) =>
    row.map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat(widths[i]! - cellsOf(cell) + gap))).join(''),
  );
}

/** Text of others, on one line, cut to so many cells. */
export function clip(text: string, cells: number): string {
  const shown = printable(text);
  // No character is wider than two for each of its units.
  if (shown.length * 2 <= cells || cellsOf(shown) <= cells) return shown;
  let cut = '';
  let width = 0;
  for (const char of shown) {
    width += cellsOf(char);
    if (width > cells - 1) break;
    cut += char;
  }
  return `${cut}…`;
}

/** A day to keep, to the minute: nobody waits for a second. */
export const showDue = (at: Day | Moment): string => showMoment(at).slice(0, 16);

/** `1.2 MB`, for people. */
export function showBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = -1;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit++;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}
