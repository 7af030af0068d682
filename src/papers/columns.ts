import { emsOf } from '../model/text.ts';
import type { TableColumn } from '../model/document.ts';

/** A title of so many characters stays on one line; longer ones may wrap. */
const TITLE_KEPT = 4;

/**
 * Widths of a table's columns: the shares asked for, but none so narrow that
 * its title would stand one character a line, or that what it says it needs would wrap.
 * @param room for all columns together, in any unit
 * @param em width of a full-width character in that unit
 * @param padding of a cell, both sides together, when `room` includes it
 */
export function columnWidths(columns: readonly TableColumn[], room: number, em: number, padding = 0): number[] {
  const wished = columns.map(({ width }) => (width > 0 ? width : 1));
  const least = columns.map(({ title, least: needed = 0 }) =>
    Math.min(
      room / columns.length,
      Math.max(needed, Math.min(TITLE_KEPT, Math.max(2, title.length))) * em * 1.05 + padding,
    ),
  );
  const held = new Set<number>();
  for (;;) {
    const left = room - [...held].reduce((sum, i) => sum + least[i]!, 0);
    const shares = wished.reduce((sum, width, i) => sum + (held.has(i) ? 0 : width), 0);
    const widths = wished.map((width, i) => (held.has(i) ? least[i]! : left * (width / shares)));
    const tooNarrow = widths.findIndex((width, i) => !held.has(i) && width < least[i]!);
    if (tooNarrow < 0) return widths;
    held.add(tooNarrow);
  }
}

const TITLE_SIZES = [18, 17, 16, 15];

/** The size of a title, in points: the largest that leaves it on one line of `room` points, else the first of all. */
export function titleSize(text: string, room: number): number {
  return TITLE_SIZES.find((size) => emsOf(text) * size <= room) ?? TITLE_SIZES[0]!;
}
