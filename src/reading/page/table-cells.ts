import type { Box } from '../../model/evidence.ts';

/** Words with their place on a page. */
interface Placed {
  text: string;
  box: Box;
}

/** One row of a table under its head: of each column which lines make its head, and which its value. */
export interface TableRow {
  head: readonly number[];
  value: readonly number[];
}

/** Of fewer columns a head is not told from two labels with their values. */
const FEWEST_COLUMNS = 3;
/** In heights of a line. */
const NEXT_LINE = 0.6;
const ALIGNED = 0.6;
const SAME_SIZE = 0.2;
/** So far, from middle to middle, stand the outer lines of a head from its middle one. */
const HEAD_REACH = 1.4;
/** And so far below the head the first row begins, at most. */
const ROW_BELOW = 4;
/** Share of the columns that a row fills. */
const FILLED = 0.6;

/**
 * Tables of a head and one row below it in which a cell was too narrow for its words, so that it has several lines: a
 * value's lines stand a little above and below those of the other columns, and rows of the page tear them apart. A list
 * of several rows is none: which of them counts, its columns don't say.
 */
export function tableRowsIn(lines: readonly Placed[]): TableRow[][] {
  const out: TableRow[][] = [];
  const taken = new Set<number>();
  for (const row of rowsOf(lines)) {
    if (row.length < FEWEST_COLUMNS || row.some((i) => taken.has(i))) continue;
    const table = tableUnder(row, lines, taken);
    if (!table) continue;
    out.push(table);
    for (const i of table.flatMap(({ head, value }) => [...head, ...value])) taken.add(i);
  }
  return out;
}

const middle = ({ box }: Placed): number => box.y + box.height / 2;
const right = ({ box }: Placed): number => box.x + box.width;
const bottom = ({ box }: Placed): number => box.y + box.height;

/** Lines that stand side by side, from above to below. */
function rowsOf(lines: readonly Placed[]): number[][] {
  const rows: number[][] = [];
  for (const i of lines.map((_, at) => at).toSorted((a, b) => middle(lines[a]!) - middle(lines[b]!))) {
    const last = rows.at(-1);
    const first = last && lines[last[0]!]!;
    if (first && Math.abs(middle(first) - middle(lines[i]!)) < 0.4 * first.box.height) last.push(i);
    else rows.push([i]);
  }
  return rows.map((row) => row.toSorted((a, b) => lines[a]!.box.x - lines[b]!.box.x));
}

interface Column {
  lines: number[];
  x: number;
  right: number;
}

function tableUnder(
  row: readonly number[],
  lines: readonly Placed[],
  taken: ReadonlySet<number>,
): TableRow[] | undefined {
  const { height } = lines[row[0]!]!.box;
  const heart = middle(lines[row[0]!]!);
  const isFree = (i: number): boolean => !taken.has(i) && Math.abs(lines[i]!.box.height - height) < SAME_SIZE * height;
  const near = lines
    .map((_, i) => i)
    .filter((i) => isFree(i) && Math.abs(middle(lines[i]!) - heart) < HEAD_REACH * height)
    .toSorted((a, b) => middle(lines[a]!) - middle(lines[b]!));
  const columns = columnsOf(near, lines);
  if (columns.length < FEWEST_COLUMNS || !columns.every((one) => isHead(one, lines, heart, height))) return undefined;
  const end = Math.max(...near.map((i) => bottom(lines[i]!)));
  const rows = cellRows(columns, end, height, lines, taken);
  const [first, second, third] = rows;
  if (!first || filled(first) < Math.max(2, FILLED * columns.length)) return undefined;
  // Heads that had no room beside the others stand below with their own values.
  const goesOn = third !== undefined && second!.flat().every((i) => !FIGURES.test(lines[i]!.text));
  if (second && filled(second) > 1 && !goesOn) return undefined;
  const table = columns.map(({ lines: head }, i) => ({ head, value: first[i]! }));
  return table.some(({ head, value }) => head.length > 1 || value.length > 1) ? table : undefined;
}

const filled = (row: readonly (readonly number[])[]): number => row.filter((cell) => cell.length > 0).length;

/** Lines that stand one over another, as columns from left to right. */
function columnsOf(near: readonly number[], lines: readonly Placed[]): Column[] {
  const columns: Column[] = [];
  for (const i of near) {
    const { box } = lines[i]!;
    const own = columns.find((one) => box.x < one.right && one.x < box.x + box.width);
    if (own) {
      own.lines.push(i);
      own.x = Math.min(own.x, box.x);
      own.right = Math.max(own.right, right(lines[i]!));
    } else columns.push({ lines: [i], x: box.x, right: right(lines[i]!) });
  }
  return columns.toSorted((a, b) => a.x - b.x);
}

const FIGURES = /\d{3}|[¥￥]\s*\d|\d\.\d\d/;

/** Heads are short words set about one middle, no figures. */
function isHead(column: Column, lines: readonly Placed[], heart: number, height: number): boolean {
  const own = column.lines.map((i) => lines[i]!);
  const text = own.map((one) => one.text).join('');
  const at = (middle(own[0]!) + middle(own.at(-1)!)) / 2;
  const fromTop = Math.abs(middle(own[0]!) - heart) < 0.4 * height;
  return (
    text.length <= 24 &&
    !FIGURES.test(text) &&
    /\p{L}{2}/u.test(text) &&
    (fromTop || Math.abs(at - heart) < 0.4 * height)
  );
}

/** The rows of cells below a head, until a line stands in none of its columns. */
function cellRows(
  columns: readonly Column[],
  from: number,
  height: number,
  lines: readonly Placed[],
  taken: ReadonlySet<number>,
): number[][][] {
  const cells: { column: number; lines: number[]; top: number; bottom: number }[] = [];
  const below = lines
    .map((_, i) => i)
    .filter((i) => !taken.has(i) && lines[i]!.box.y >= from - 0.2 * height)
    .toSorted((a, b) => lines[a]!.box.y - lines[b]!.box.y);
  let end = from;
  for (const i of below) {
    const line = lines[i]!;
    const column = columns.findIndex((_, at) => standsIn(line, columns, at));
    // A row in which one line stands elsewhere is none of this table.
    if (column === -1) {
      const last = cells.filter((cell) => cell.bottom > line.box.y + 0.5 * height && cell.top > line.box.y - height);
      for (const cell of last) cells.splice(cells.indexOf(cell), 1);
    }
    if (column === -1 || line.box.y - end > ROW_BELOW * height) break;
    end = Math.max(end, bottom(line));
    const last = cells.findLast((cell) => cell.column === column);
    if (last && line.box.y - last.bottom < NEXT_LINE * line.box.height) {
      last.lines.push(i);
      last.bottom = bottom(line);
    } else cells.push({ column, lines: [i], top: line.box.y, bottom: bottom(line) });
  }
  const rows: { top: number; bottom: number; cells: (typeof cells)[number][] }[] = [];
  for (const cell of cells.toSorted((a, b) => b.bottom - b.top - (a.bottom - a.top))) {
    const own = rows.find((row) => cell.top < row.bottom && row.top < cell.bottom);
    if (own) own.cells.push(cell);
    else rows.push({ top: cell.top, bottom: cell.bottom, cells: [cell] });
  }
  return rows
    .toSorted((a, b) => a.top - b.top)
    .map((row) => columns.map((_, at) => row.cells.filter((cell) => cell.column === at).flatMap((cell) => cell.lines)));
}

/** By its left or right edge or its middle, and without reaching into the next column. */
function standsIn(line: Placed, columns: readonly Column[], at: number): boolean {
  const { x, right: end } = columns[at]!;
  const { box } = line;
  const near = ALIGNED * box.height;
  const isAligned =
    Math.abs(box.x - x) < near ||
    Math.abs(right(line) - end) < near ||
    Math.abs(box.x + box.width / 2 - (x + end) / 2) < near;
  return (
    isAligned &&
    right(line) < (columns[at + 1]?.x ?? Infinity) + 0.2 * box.height &&
    box.x > (columns[at - 1]?.right ?? -Infinity) - 0.2 * box.height
  );
}
