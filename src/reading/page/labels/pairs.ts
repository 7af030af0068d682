import type { Box, GivenBy } from '../../../model/evidence.ts';
import type { LabelRow } from '../../../knowledge/schema/pages.ts';
import { beginsWithLabel, cutAtLabels, hasInlineLabel, printsGlued } from './inline-labels.ts';
import type { Token } from './token.ts';
import { bareLabel, type LabelTable } from './label-table.ts';
import { LABEL_TABLE, likelyRow } from './labels.ts';
import { rememberedOf } from '../../../model/remembered.ts';
import { isOfLinks } from '../links.ts';
import { BESIDE_VALUE, LINK } from '../names.ts';
import { labelsBehind, markUnknownLabels, UNKNOWN_LABEL } from './unknown-labels.ts';
import { tableRowsIn } from '../table-cells.ts';
import { headedRowsIn } from './headed-row.ts';
import { around, below, beside, edgesOf, valueBefore, wrapped, wrappedBelow } from './near-labels.ts';
import { isFullLine, part, rightEdge, roomOf, widestOf, type Cell, type Page, type Row } from '../page.ts';

/** A label and the words that belong to it. */
export interface Pair {
  label: string;
  row: LabelRow;
  /** In reading order; more than one when the value is wrapped or stands in pieces. */
  value: Cell[];
  /** What stands under the label too, should the words beside it be another column's head. */
  under?: Cell[];
  /** How the value got to its label. */
  by: GivenBy;
  /** The label stood with other words in one line. */
  inline: boolean;
}

const TRAILING_BUTTON =
  /\s*(?:复制|(?<=[A-Z\d]\s?)Copy(?: code)?|一键复制|查看详情|[>›»＞]|[[【](?:交易快照|查看|详情|复制)[\]】])$/;

/** The labels that are known on a page and what stands beside, behind or below each. */
export const pairsOn = rememberedOf((page: Page): readonly Pair[] => findPairs(page, LABEL_TABLE));

/** Finds every label of the table on the page and what stands beside, behind or below it. */
export function findPairs(page: Page, labels: LabelTable): Pair[] {
  const shown = page.rows
    .map((row) => (isOfLinks(row) ? row.filter(({ text }) => !LINK.test(text.trim())) : row))
    .map((row) => row.filter((cell) => !BESIDE_VALUE.test(cell.text.trim())));
  const tables = tablesIn(shown, labels);
  const tabled = new Set(tables.flatMap(({ cells: own }) => own));
  const cells = shown.map((row) => row.filter((cell) => !tabled.has(cell))).filter((row) => row.length > 0);
  const edges = edgesOf(page.rows);
  const glued = printsGlued(cells.flat(), labels);
  const runs = runsOf(cells, labels);
  const joined = new Set([...runs.values()].flat());
  const labelled = labelledIn(cells, labels);
  const rows = cells.map((row) => {
    // STORE and ACCOUNT among the links of a site are labels of nothing.
    const links = isOfLinks(row) ? row.filter(({ text }) => LINK.test(text.trim())) : [];
    return row
      .filter((cell) => !joined.has(cell))
      .flatMap((cell): Token[] =>
        links.includes(cell)
          ? [{ ...cell, kind: 'value' }]
          : cutAtLabels(cell, labels, glued, runs.get(cell), labelled.has(cell)),
      );
  });
  const behind = labelsBehind(rows);
  markUnknownLabels(rows, behind);
  const taken = new Set<Cell>();
  const pairs: Pair[] = tables.flatMap(({ columns }) => columns.flatMap((one) => pairIn(one, labels)));
  rows.forEach((row, index) => {
    row.forEach((cell, at) => {
      if (cell.kind !== 'label') return;
      const before = behind ? valueBefore(rows, index, at, taken) : undefined;
      const both = row.length === 1 ? around(rows, index, row, cell, taken) : undefined;
      const side = before ?? (behind && row.length > 1 ? undefined : (beside(row, at) ?? both));
      const under = behind ? undefined : below(rows, index, cell, taken);
      const value = side ?? under;
      if (!value) return;
      const more =
        (before ?? both)
          ? []
          : side
            ? wrapped(rows, index, row, cell, value, taken, edges)
            : wrappedBelow(rows, index + 1, value, taken);
      const whole: Token[] = [...value, ...more];
      whole.forEach((piece) => taken.add(piece));
      const likely = cell.row === UNKNOWN_LABEL ? likelyRow(bareLabel(cell.text)) : undefined;
      if (cell.row === UNKNOWN_LABEL && !likely) return;
      pairs.push({
        label: cell.text,
        row: likely ?? cell.row!,
        value: whole.flatMap((piece) => [piece, ...(piece.rest ?? [])]).map(withoutButton),
        ...(side && under ? { under } : {}),
        inline: value[0]?.inline ?? false,
        by: likely ? 'position' : byOf(cell, value, row.length > 2 && side === undefined),
      });
    });
  });
  return pairs;
}

/** Cells right of a known label, or alone in the row under one that is alone in its own. */
function labelledIn(rows: readonly Row[], labels: LabelTable): ReadonlySet<Cell> {
  const isLabel = (cell: Cell | undefined): boolean => cell !== undefined && labels.rowOf(cell.text) !== undefined;
  return new Set(
    rows.flatMap((row, i) => {
      const above = rows[i - 1];
      const under = row.length === 1 && above?.length === 1 && isLabel(above[0]) ? [row[0]!] : [];
      return [...row.filter((_, at) => isLabel(row[at - 1])), ...under];
    }),
  );
}

interface Table {
  cells: Cell[];
  columns: { head: Cell[]; value: Cell[] }[];
}

/** Tables whose cells have several lines, which the rows of a page tear apart, and those of a head and one row. */
function tablesIn(rows: readonly Row[], labels: LabelTable): Table[] {
  const cells = rows.flat();
  const placed = cells.flatMap((cell) => (cell.place ? [{ text: cell.text, box: cell.place }] : []));
  // Blocks side by side, each with labels and values below its heading, are no table.
  const isOfBlocks = (value: readonly number[]): boolean =>
    value.filter((i) => hasInlineLabel(cells[i]!.text, labels)).length > 1;
  const torn = (placed.length === cells.length ? tableRowsIn(placed) : []).filter(
    (columns) => !columns.some(({ value }) => isOfBlocks(value)),
  );
  const tables = torn.map((columns) =>
    tableOf(
      columns.map(({ head, value }) => ({ head: head.map((i) => cells[i]!), value: value.map((i) => cells[i]!) })),
    ),
  );
  const taken = new Set(tables.flatMap((table) => table.cells));
  const headed = headedRowsIn(rows, labels)
    .filter((columns) => !columns.some(({ head, value }) => taken.has(head) || taken.has(value)))
    .map((columns) => tableOf(columns.map(({ head, value }) => ({ head: [head], value: [value] }))));
  return [...tables, ...headed];
}

const tableOf = (columns: Table['columns']): Table => ({
  cells: columns.flatMap(({ head, value }) => [...head, ...value]),
  columns,
});

function pairIn({ head, value }: Table['columns'][number], labels: LabelTable): Pair[] {
  const label = head.map(({ text }) => text.trim()).join(/[A-Za-z]$/.test(head[0]!.text) ? ' ' : '');
  const known = labels.rowOf(label);
  const row = known ?? likelyRow(bareLabel(label));
  if (!row || value.length === 0) return [];
  return [{ label, row, value: value.map(withoutButton), inline: false, by: known ? 'column' : 'position' }];
}

/** What only runs on behind a label, with no sign between, may be the rest of a sentence. */
function byOf(label: Token, value: readonly Token[], isHead: boolean): GivenBy {
  if (value.some((cell) => cell.glued)) return 'sentence';
  return isHead || label.place === undefined ? (isHead ? 'column' : 'label') : 'label';
}

function withoutButton(cell: Cell): Cell {
  const trimmed = cell.text.replace(TRAILING_BUTTON, '');
  return trimmed === cell.text ? cell : part(cell, 0, trimmed.length);
}

/** The lines that go on with a line of labels and values: it was full, and what follows has no label of its own. */
function runsOf(rows: readonly Row[], labels: LabelTable): Map<Cell, Cell[]> {
  const runs = new Map<Cell, Cell[]>();
  const edge = rightEdge(rows);
  let first: Cell | undefined;
  let above: Cell | undefined;
  for (const row of rows) {
    const cell = row.length === 1 ? row[0] : undefined;
    if (first && above && cell && goesOn(above, cell, edge) && !beginsWithLabel(cell.text, labels))
      runs.set(first, [...(runs.get(first) ?? []), cell]);
    else first = cell?.place && hasInlineLabel(cell.text, labels) ? cell : undefined;
    above = cell;
  }
  const inline = rows.map((row) => row.filter(({ text }) => hasInlineLabel(text, labels)));
  // Columns of a page are of one width.
  const widest = widestOf(inline.filter((_, i) => rows[i]!.length > 1).flat());
  for (const [i, row] of rows.entries()) {
    const isAlone = row.length === 1;
    for (const cell of inline[i]!) {
      const next = nextColumn(cell, row, rows);
      if (runs.has(cell) || (isAlone && next === undefined)) continue;
      const below = rows[i + 1]?.find((one) => goesOnInColumn(cell, one, next ?? edge, widest));
      // Where all the row is one running text, what begins the next line goes on with the end of this one.
      const end = row.at(-1)!.place;
      const runsOn =
        !isAlone && cell === row[0] && end !== undefined && isFullLine(end, edge) && !isOfColumns(row, rows);
      if (below && !runsOn && !beginsWithLabel(below.text, labels)) runs.set(cell, [below]);
    }
  }
  return runs;
}

/** Do the cells of another row begin where those of this one do? Of a running text they begin anywhere. */
function isOfColumns(row: readonly Cell[], rows: readonly Row[]): boolean {
  return rows.some(
    (other) =>
      other !== row &&
      other.length > 1 &&
      other.slice(1).every(({ place }) => row.some((cell) => cell.place && place && isStraight(cell.place, place))),
  );
}

const isStraight = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < 0.3 * a.height;

/** Where the column right of a cell begins, in its own row or in one that has a cell in line with it. */
function nextColumn(cell: Cell, row: Row, rows: readonly Row[]): number | undefined {
  const own = row[row.indexOf(cell) + 1]?.place?.x;
  if (own !== undefined || !cell.place) return own;
  const starts = rows.flatMap((other) => {
    const at = other.findIndex(({ place }) => place && isStraight(place, cell.place!));
    const next = at === -1 ? undefined : other[at + 1]?.place?.x;
    return next !== undefined && next > cell.place!.x + cell.place!.width ? [next] : [];
  });
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

/** In heights of a line: with so little room to the next column, or to the edge, a line in a column was full. */
const COLUMN_GAP = 1.8;
const STRAIGHT = 0.4;
/** So near are the lines of one value. */
const TIGHT = 0.5;
/** A colon that no clock has. */
const LABELS_COLON = /(?<!\d)[:：]|[:：](?!\d)/;

/** Does a line of a column of labels and values, which was full, go on in one that has no label and no colon? */
function goesOnInColumn(above: Cell, below: Cell, next: number, widest: number): boolean {
  const [a, b] = [above.place, below.place];
  if (!a || !b || LABELS_COLON.test(below.text)) return false;
  const [word] = below.text.trim().split(/\s/);
  // A line ends, too, where the next word has no room.
  const needed = (b.width * roomOf(word!)) / roomOf(below.text);
  const gap = b.y - (a.y + a.height);
  const isWidest = a.width > widest - a.height && gap < a.height * TIGHT;
  return (
    (isWidest || next - (a.x + a.width) < Math.max(a.height * COLUMN_GAP, needed + a.height)) &&
    Math.abs(a.x - b.x) < a.height * STRAIGHT &&
    b.width < a.width &&
    Math.abs(a.height - b.height) < a.height * SAME_SIZE &&
    gap > -0.2 * a.height &&
    gap < a.height * 0.8
  );
}

/** Of one text the lines are of one size; a note below it is set smaller. */
const SAME_SIZE = 0.2;

function goesOn(above: Cell, below: Cell, edge: number): boolean {
  const [a, b] = [above.place, below.place];
  return (
    a !== undefined &&
    b !== undefined &&
    isFullLine(a, edge) &&
    (Math.abs(a.x - b.x) < a.height * 0.6 || Math.abs(valueEdge(above) - b.x) < a.height) &&
    Math.abs(a.height - b.height) < a.height * SAME_SIZE &&
    b.y - (a.y + a.height) < a.height * 0.8
  );
}

/** Where in `label：value` the value begins, by the room that letters take: there it goes on below. */
function valueEdge({ text, place }: Cell): number {
  const label = /^[^:：\s]+(?:[:：]|\s+(?:[-–—|｜]\s+)?)/.exec(text);
  return label ? place!.x + (place!.width * roomOf(label[0])) / roomOf(text) : Number.NaN;
}
