import type { ScoredLine } from '../reader.ts';
import { labelRow } from './labels/labels.ts';
import { roomOf } from './page.ts';

export interface LaidOut {
  lines: ScoredLine[];
  size: { width: number; height: number };
}

/** The page on which text without places is laid: as wide as a phone's, a line under another. */
const WIDTH = 720;
const MARGIN = 40;
/** Height of a line, and how far apart the tops of two are: too far for one to be the rest of the other. */
const LINE = 32;
const ROW = 64;
/** Of a Chinese letter. */
const LETTER = 28;

/**
 * Text that came without places (copied from a page, saved as HTML, sent by mail) as it would stand on a narrow
 * page, so that what knows parts by how they stand can hear it.
 * @param lines without boxes, in reading order
 */
export function laidOut(lines: readonly ScoredLine[]): LaidOut {
  const rows = lines.map((line) => line.text.trim().split(COLUMN_ENDS).flatMap(apart));
  const starts = columnsOf(rows);
  const placed = rows.flatMap((cells, row) => {
    let free = MARGIN;
    return cells.map((text, i): ScoredLine => {
      const width = widthOf(text);
      const own = i === 0 ? MARGIN : cells.length === 2 ? WIDTH - MARGIN - width : (i * WIDTH) / cells.length;
      const x = Math.round(Math.max(starts[row]?.[i] ?? own, free));
      free = x + width + LETTER;
      return { text, box: { x, y: MARGIN + row * ROW, width, height: LINE } };
    });
  });
  return { lines: placed, size: { width: WIDTH, height: 2 * MARGIN + lines.length * ROW } };
}

/** Of fewer columns rows are labels with their values. */
const TABLE_COLUMNS = 3;

/** Where the cells of rows begin that follow each other and have as many: the columns of one table. */
function columnsOf(rows: readonly (readonly string[])[]): (number[] | undefined)[] {
  const starts: (number[] | undefined)[] = [];
  for (let from = 0; from < rows.length;) {
    const count = rows[from]!.length;
    const end = rows.findIndex((row, i) => i > from && row.length !== count);
    const to = end === -1 ? rows.length : end;
    const table = rows.slice(from, to);
    let free = MARGIN;
    const columns = rows[from]!.map((_, i) => {
      const x = free;
      free = x + Math.max(...table.map((row) => widthOf(row[i]!))) + LETTER;
      return x;
    });
    starts.push(...table.map(() => (count >= TABLE_COLUMNS && table.length > 1 ? columns : undefined)));
    from = to;
  }
  return starts;
}

/** English labels have spaces inside. */
const ENDS_IN_HAN = /[\p{Script=Han})）]$/u;

/** `下单时间 2026-11-08 20:10`: a known label and what one space sets apart from it. */
function apart(cell: string): string[] {
  const gap = cell.indexOf(' ');
  const label = cell.slice(0, gap);
  return gap > 0 && ENDS_IN_HAN.test(label) && labelRow(label) ? [label, cell.slice(gap + 1)] : [cell];
}

const widthOf = (text: string): number => Math.round((roomOf(text) / roomOf('字')) * LETTER);

/** A TAB, a run of spaces, or a wide space that no sign of separation stands beside. */
const COLUMN_ENDS = /[ \u3000]*\t[\s\u3000]*|[ \u3000]{2,}|(?<![·•|｜/])\u3000(?![·•|｜/])/u;
