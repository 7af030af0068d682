import type { TextLine } from '../../../model/reading.ts';
import { headerOf, type Header } from './columns.ts';
import { generalHeaderOf } from './heads.ts';
import { isBill } from './judge.ts';
import { columnOf, isPlaced, joinedWithin, rowsOf, spansUnder, type Placed, type Span } from './placed-columns.ts';
import { readTable, type BillTable } from './table.ts';
import { isClock, isDay } from './values.ts';

/** Letters of one name in a head stand nearer than this share of their height. */
const NAME_GAP = 0.5;
/** A line below another this near, in heights of it, goes on with it. */
const NEXT_LINE = 1.2;
/** A name of a column is broken into this many lines at most. */
const MAX_HEAD_LINES = 4;

interface Head {
  header: Header;
  names: string[];
  spans: Span[];
  /** Rows of the page that the head takes. */
  lines: number;
}

/** A line of the body by its columns. */
interface BodyLine {
  cells: string[];
  top: number;
  bottom: number;
  height: number;
  page: number;
}

/**
 * A statement in a PDF as a table: a row of heads, and under each what stands in its column. What is broken into lines
 * within a cell is put together again.
 * @param lines small pieces of text, as they were drawn
 * @returns undefined when no row is the head of a table of payments, or nothing under it is one
 */
export function readPlacedTable(lines: readonly TextLine[]): BillTable | undefined {
  const rows = rowsOf(lines.filter(isPlaced));
  const reader = readTable();
  let head: Head | undefined;
  let body: BodyLine[] = [];
  let line = 0;
  const take = (texts: readonly string[]): void =>
    reader.take(
      texts.map((text) => ({ text })),
      ++line,
    );
  const close = (): void => {
    if (head) entriesOf(body, head).forEach(take);
    body = [];
  };
  for (let i = 0; i < rows.length; i += 1) {
    const found = headAt(rows, i);
    if (found) {
      close();
      if (!head) take(found.names);
      // On the next page the same heads stand elsewhere by a little.
      if (!head || head.header.width === found.header.width) head = found;
      i += found.lines - 1;
    } else if (head) body.push(bodyLine(rows[i]!, head.spans));
    else take(rows[i]!.map(({ text }) => text));
  }
  close();
  const table = reader.finish();
  return head && isBill(table) && table.found > 0 ? table : undefined;
}

/** The head of a table in this row, and in those under it as far as they go on with its names. */
function headAt(rows: readonly Placed[][], at: number): Head | undefined {
  const heads = joinedWithin(rows[at]!, NAME_GAP);
  if (heads.length < 3) return undefined;
  let names = heads.map(({ text }) => text);
  let header = headed(names);
  let lines = 1;
  for (let next = at + 1; next < rows.length && next < at + MAX_HEAD_LINES; next += 1) {
    const longer = goneOnWith(heads, names, rows[next - 1]!, rows[next]!);
    if (!longer) break;
    const own = headed(longer);
    if (!own && header) break;
    names = longer;
    header = own;
    lines = next - at + 1;
  }
  if (!header) return undefined;
  const page = heads[0]!.box.page;
  const under = rows.slice(at + lines).filter((row) => row[0]!.box.page === page);
  return { header, names, lines, spans: spansUnder(heads, under) };
}

const headed = (names: readonly string[]): Header | undefined => headerOf(names) ?? generalHeaderOf(names);

/** The names with what stands right below them; undefined where that is no part of names. */
function goneOnWith(
  heads: readonly Placed[],
  names: readonly string[],
  above: readonly Placed[],
  row: readonly Placed[],
): string[] | undefined {
  const [upper, lower] = [above[0]!.box, row[0]!.box];
  const near = upper.page === lower.page && lower.y - (upper.y + upper.height) < upper.height * NEXT_LINE;
  const pieces = joinedWithin(row, NAME_GAP);
  if (!near || row.some(({ text }) => /\d/.test(text)) || headed(pieces.map(({ text }) => text))) return undefined;
  const spans = heads.map(({ box }) => ({ left: box.x, right: box.x + box.width }));
  const longer = [...names];
  for (const piece of pieces) {
    const place = columnOf(piece, spans);
    if (piece.box.x >= spans[place]!.right || piece.box.x + piece.box.width <= spans[place]!.left) return undefined;
    longer[place] += piece.text;
  }
  return longer;
}

function bodyLine(row: readonly Placed[], spans: readonly Span[]): BodyLine {
  const cells = spans.map(() => '');
  for (const piece of row) {
    const place = columnOf(piece, spans);
    cells[place] = `${cells[place]} ${piece.text}`.trim();
  }
  const { y, height, page = 1 } = row[0]!.box;
  return { cells, top: y, bottom: y + height, height, page };
}

/** Lines of the body as rows of the table: each begins with its day, and takes the lines around it that have none. */
function entriesOf(body: readonly BodyLine[], { header, spans }: Head): string[][] {
  const place = header.places.at ?? header.places.paidAt ?? 0;
  const entries: BodyLine[][] = [];
  let open = false;
  let waiting: BodyLine[] = [];
  for (const [i, line] of body.entries()) {
    const last = entries.at(-1);
    const day = (lines: readonly BodyLine[]): string => lines.map(({ cells }) => cells[place]).join('');
    const follows = last !== undefined && isNext(last.at(-1)!, line);
    // `2026-` and `09-12` below it are one day.
    const clock = isClock({ text: line.cells[place]! });
    const completes = open && follows && (clock || !isDay({ text: day(last) }));
    if (line.cells[place] !== '' && !completes) {
      entries.push([...waiting, line]);
      waiting = [];
      open = true;
    } else if (follows && !(waiting.length > 0) && (completes || !isNearer(body[i + 1], line, last.at(-1)!, place))) {
      last.push(line);
    } else if (body[i + 1] && isNext(line, body[i + 1]!)) waiting.push(line);
    else waiting = [];
  }
  return entries.map((lines) => spans.map((_, i) => joined(lines.map(({ cells }) => cells[i]!))));
}

const isNext = (upper: BodyLine, lower: BodyLine): boolean =>
  upper.page === lower.page && lower.top - upper.bottom < upper.height * NEXT_LINE;

/** Does this line stand nearer to the row below it than to the one above? Names are centred beside their day. */
const isNearer = (below: BodyLine | undefined, line: BodyLine, above: BodyLine, place: number): boolean =>
  below !== undefined &&
  below.page === line.page &&
  below.cells[place] !== '' &&
  below.top - line.bottom < line.top - above.bottom - 1;

/** Parts of one cell; between letters of the West, and before a clock, the line broke at a space. */
const joined = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .reduce(
      (text, part) =>
        text + ((/[a-z]$/i.test(text) && /^[a-z]/i.test(part)) || /^\d{1,2}:/.test(part) ? ' ' : '') + part,
      '',
    );
