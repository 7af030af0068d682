import type { GivenBy } from '../../../model/evidence.ts';
import type { LabelRow } from '../../../knowledge/schema/pages.ts';
import { beginsWithLabel, cutAtLabels, hasInlineLabel, printsGlued } from './inline-labels.ts';
import type { Token } from './token.ts';
import type { LabelTable } from './label-table.ts';
import { LABEL_TABLE } from './labels.ts';
import { BESIDE_VALUE } from '../names.ts';
import { markUnknownLabels, UNKNOWN_LABEL } from './unknown-labels.ts';
import { middle, part, type Cell, type Page, type Row } from '../page.ts';

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

const TRAILING_BUTTON = /\s*(?:复制|一键复制|查看详情|[>›»＞])$/;

/** Finds every label of the table on the page and what stands beside, behind or below it. */
export function findPairs(page: Page, labels: LabelTable = LABEL_TABLE): Pair[] {
  const cells = page.rows.map((row) => row.filter((cell) => !BESIDE_VALUE.test(cell.text.trim())));
  const edges = edgesOf(page.rows);
  const glued = printsGlued(cells.flat(), labels);
  const runs = runsOf(cells, labels);
  const joined = new Set([...runs.values()].flat());
  const rows = cells.map((row) =>
    row.filter((cell) => !joined.has(cell)).flatMap((cell) => cutAtLabels(cell, labels, glued, runs.get(cell))),
  );
  markUnknownLabels(rows);
  const taken = new Set<Cell>();
  const pairs: Pair[] = [];
  rows.forEach((row, index) => {
    row.forEach((cell, at) => {
      if (cell.kind !== 'label') return;
      const both = row.length === 1 ? around(rows, index, row, cell, taken) : undefined;
      const side = beside(row, at) ?? both;
      const under = below(rows, index, cell, taken);
      const value = side ?? under;
      if (!value) return;
      const more = both
        ? []
        : side
          ? wrapped(rows, index, row, cell, value, taken, edges)
          : wrappedBelow(rows, index + 1, value, taken);
      const whole: Token[] = [...value, ...more];
      whole.forEach((piece) => taken.add(piece));
      if (cell.row === UNKNOWN_LABEL) return;
      pairs.push({
        label: cell.text,
        row: cell.row!,
        value: whole.flatMap((piece) => [piece, ...(piece.rest ?? [])]).map(withoutButton),
        ...(side && under ? { under } : {}),
        inline: value[0]?.inline ?? false,
        by: byOf(cell, value, row.length > 2 && side === undefined),
      });
    });
  });
  return pairs;
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

/** The cells right of the label up to the next label. */
function beside(row: Token[], at: number): Token[] | undefined {
  const value: Token[] = [];
  for (const cell of row.slice(at + 1)) {
    if (cell.kind === 'label') break;
    value.push(cell);
  }
  return value.length > 0 ? value : undefined;
}

/** Of a label whose value has two lines, the middle stands beside it: one line a little above, one a little below. */
function around(rows: Token[][], index: number, row: Row, label: Token, taken: Set<Cell>): Token[] | undefined {
  const [above, below] = [rows[index - 1], rows[index + 1]];
  const { place } = label;
  if (!place || row.length !== 1 || above?.length !== 1 || below?.length !== 1) return undefined;
  const [first, second] = [above[0]!, below[0]!];
  const fits =
    [first, second].every(
      (cell) => cell.kind === 'value' && cell.place && !taken.has(cell) && cell.place.x > place.x + place.width,
    ) &&
    middle(place) - middle(first.place!) < place.height * 1.2 &&
    middle(second.place!) - middle(place) < place.height * 1.2 &&
    Math.abs(first.place!.x - second.place!.x) < place.height;
  return fits ? [first, second] : undefined;
}

/** Lines that go on with a value that stands under its label, in the same column. */
function wrappedBelow(rows: Token[][], index: number, value: readonly Token[], taken: Set<Cell>): Token[] {
  const more: Token[] = [];
  let above = value.at(-1)!;
  for (const next of rows.slice(index + 1, index + 3)) {
    const cell = next.find(
      (other) =>
        other.kind === 'value' &&
        other.place &&
        above.place &&
        !taken.has(other) &&
        Math.abs(other.place.height - above.place.height) < 0.2 * above.place.height &&
        other.place.y - (above.place.y + above.place.height) < above.place.height * 0.5 &&
        (Math.abs(other.place.x - above.place.x) < above.place.height * 0.5 ||
          Math.abs(other.place.x + other.place.width / 2 - above.place.x - above.place.width / 2) <
            above.place.height * 0.5),
    );
    if (!cell || cell.place!.width > above.place!.width * 1.1) break;
    more.push(cell);
    above = cell;
  }
  return more;
}

/** The lines that go on with a line of labels and values: it was full, and what follows has no label of its own. */
function runsOf(rows: readonly Row[], labels: LabelTable): Map<Cell, Cell[]> {
  const runs = new Map<Cell, Cell[]>();
  const edge = Math.max(0, ...rows.flat().map((cell) => (cell.place ? cell.place.x + cell.place.width : 0)));
  let first: Cell | undefined;
  let above: Cell | undefined;
  for (const row of rows) {
    const cell = row.length === 1 ? row[0] : undefined;
    if (first && above && cell && goesOn(above, cell, edge) && !beginsWithLabel(cell.text, labels))
      runs.set(first, [...(runs.get(first) ?? []), cell]);
    else first = cell?.place && hasInlineLabel(cell.text, labels) ? cell : undefined;
    above = cell;
  }
  return runs;
}

const FULL_LINE = 0.86;

function goesOn(above: Cell, below: Cell, edge: number): boolean {
  const [a, b] = [above.place, below.place];
  return (
    a !== undefined &&
    b !== undefined &&
    a.x + a.width > edge * FULL_LINE - a.height &&
    (Math.abs(a.x - b.x) < a.height * 0.6 || Math.abs(valueEdge(above) - b.x) < a.height) &&
    Math.abs(a.height - b.height) < a.height * 0.3 &&
    b.y - (a.y + a.height) < a.height * 0.8
  );
}

/** Where in `label：value` the value begins, by the room that letters take: there it goes on below. */
function valueEdge({ text, place }: Cell): number {
  const label = /^[^:：\s]+(?:[:：]|\s+(?:[-–—|｜]\s+)?)/.exec(text);
  return label ? place!.x + (place!.width * room(label[0])) / room(text) : Number.NaN;
}

const room = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1.1), 0);

/** In stacked pages and tables the value stands under its label, aligned left, right or centred. */
function below(rows: Token[][], index: number, label: Token, taken: Set<Cell>): Token[] | undefined {
  const next = rows[index + 1];
  if (!next) return undefined;
  if (!label.place) {
    const own = rows[index]!;
    // Text without places: a table's rows have as many cells as its head, a stacked page has one of each.
    const at = own.length === next.length ? own.indexOf(label) : own.length === 1 ? 0 : -1;
    const cell = next[at];
    return cell && cell.kind === 'value' && !taken.has(cell) && next.every((other) => other.kind === 'value')
      ? [cell]
      : undefined;
  }
  // What runs on behind another label in its own line is that label's.
  const near = next.filter((cell) => cell.kind === 'value' && !cell.inline && !taken.has(cell) && isUnder(label, cell));
  return near.length === 1 ? near : undefined;
}

function isUnder(label: Cell, cell: Cell): boolean {
  const a = label.place!;
  const b = cell.place!;
  const gap = b.y - (a.y + a.height);
  if (gap > Math.max(a.height, b.height) * 2.2) return false;
  const tolerance = a.height * 1.2;
  const aligned =
    Math.abs(a.x - b.x) < tolerance ||
    Math.abs(a.x + a.width - b.x - b.width) < tolerance ||
    Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < tolerance;
  return aligned;
}

/** How far a value reaches with the button behind it; a line that has one ends there. */
function edgesOf(rows: readonly Row[]): Map<Cell['line'], number> {
  const edges = new Map<Cell['line'], number>();
  for (const row of rows)
    row.forEach((cell, i) => {
      const before = row[i - 1];
      if (before && cell.place && BESIDE_VALUE.test(cell.text.trim()))
        edges.set(before.line, cell.place.x + cell.place.width);
    });
  return edges;
}

/** A piece of a number that goes on from the line above. */
const REST_OF_NUMBER = /^[\dA-Za-z-]+$/;
const NUMBER_BEGUN = /[\dA-Za-z-]{8}$/;

/** Lines that go on with a long value in its own column. */
function wrapped(
  rows: Token[][],
  index: number,
  row: Row,
  label: Cell,
  value: Cell[],
  taken: Set<Cell>,
  edges: ReadonlyMap<Cell['line'], number>,
): Token[] {
  const more: Token[] = [];
  let above = value.at(-1)!;
  if (!above.place || !label.place || above.line === label.line) return more;
  // A column beside the label; a value below its label has no such edge to go by.
  if (middle(above.place) - middle(label.place) > label.place.height * 0.8) return more;
  for (const next of rows.slice(index + 1, index + 4)) {
    const cell = next.length === 1 ? next[0]! : undefined;
    if (!cell?.place || cell.kind === 'label' || taken.has(cell)) break;
    const a = above.place!;
    const b = cell.place;
    const sameSize = Math.abs(a.height - b.height) < 0.35 * a.height;
    const close = b.y - (a.y + a.height) < a.height * 0.55;
    const first = value[0]!.place!;
    const ends = edges.get(cell.line);
    const number = REST_OF_NUMBER.test(cell.text.trim()) && NUMBER_BEGUN.test(above.text.trim());
    const column =
      b.x > label.place.x + label.place.width * 0.9 &&
      (Math.abs(b.x + b.width - (a.x + a.width)) < a.height ||
        Math.abs(b.x - first.x) < a.height ||
        (ends !== undefined && ends > a.x + a.width - a.height) ||
        (number && b.x >= first.x - a.height && b.x + b.width <= a.x + a.width + a.height));
    if (!sameSize || !close || !column || row.length > 3) break;
    more.push(cell);
    above = cell;
  }
  return more;
}
