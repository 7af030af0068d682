import type { TextLine } from '../../../model/reading.ts';

/** A piece of text with its place on a page. */
export type Placed = TextLine & { box: NonNullable<TextLine['box']> };
export const isPlaced = (line: TextLine): line is Placed => line.box !== undefined;

/** What a column takes up from left to right. */
export interface Span {
  left: number;
  right: number;
}

const spanOf = ({ box }: Placed): Span => ({ left: box.x, right: box.x + box.width });
const overlap = (a: Span, b: Span): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);
/** Columns do not touch; what does is one. In points. */
const TOUCH = 0.5;

/** Pieces of one row stand at one height. */
export function rowsOf(lines: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const line of lines.toSorted((a, b) => (a.box.page ?? 1) - (b.box.page ?? 1) || a.box.y - b.box.y)) {
    const first = rows.at(-1)?.[0];
    const middle = line.box.y + line.box.height / 2;
    const same =
      first !== undefined &&
      first.box.page === line.box.page &&
      Math.abs(first.box.y + first.box.height / 2 - middle) < Math.min(first.box.height, line.box.height) * 0.6;
    if (same) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.box.x - b.box.x));
}

/** Pieces of a row nearer to each other than this share of their height, as one; `日 志 号` is one name. */
export function joinedWithin(row: readonly Placed[], gap: number): Placed[] {
  const joined: Placed[] = [];
  for (const piece of row) {
    const last = joined.at(-1);
    const near = last && piece.box.x - spanOf(last).right < Math.max(last.box.height, piece.box.height) * gap;
    if (near) joined[joined.length - 1] = both(last, piece);
    else joined.push(piece);
  }
  return joined;
}

function both(a: Placed, b: Placed): Placed {
  const right = Math.max(spanOf(a).right, spanOf(b).right);
  return { ...a, text: `${a.text} ${b.text}`, box: { ...a.box, width: right - a.box.x } };
}

/**
 * What each column takes up: its head, and whatever stands in the rows as far as it touches one head only. A name in
 * the middle of a wide column has its values far to the left of it, which only the rows show.
 */
export function spansUnder(heads: readonly Placed[], rows: readonly (readonly Placed[])[]): Span[] {
  const bands: Span[] = [];
  const all = [heads, ...rows.filter((row) => row.length >= Math.min(3, heads.length))].flat().map(spanOf);
  for (const span of all.toSorted((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last && span.left <= last.right + TOUCH) last.right = Math.max(last.right, span.right);
    else bands.push({ ...span });
  }
  const own = heads.map(spanOf);
  return own.map((head) => {
    const band = bands.find((one) => overlap(one, head) > 0)!;
    return own.filter((other) => overlap(other, band) > 0).length === 1 ? band : head;
  });
}

/** The column a piece stands in: the one it shares most with, else the nearest. */
export function columnOf(piece: Placed, spans: readonly Span[]): number {
  const span = spanOf(piece);
  let best = 0;
  for (const [i, column] of spans.entries()) if (overlap(span, column) > overlap(span, spans[best]!)) best = i;
  return best;
}
