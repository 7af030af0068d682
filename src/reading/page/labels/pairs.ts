import type { LabelRow } from '../../../knowledge/schema/pages.ts';
import { cutAtLabels, printsGlued, type Token } from './inline-labels.ts';
import type { LabelTable } from './label-table.ts';
import { LABEL_TABLE } from './labels.ts';
import { BESIDE_VALUE } from '../names.ts';
import { middle, part, type Cell, type Page, type Row } from '../page.ts';

/** A label and the words that belong to it. */
export interface Pair {
  label: string;
  row: LabelRow;
  /** In reading order; more than one when the value is wrapped or stands in pieces. */
  value: Cell[];
  /** What stands under the label too, should the words beside it be another column's head. */
  under?: Cell[];
}

const TRAILING_BUTTON = /\s*(?:复制|一键复制|查看详情|[>›»＞])$/;

/** Finds every label of the table on the page and what stands beside, behind or below it. */
export function findPairs(page: Page, labels: LabelTable = LABEL_TABLE): Pair[] {
  const cells = page.rows.map((row) => row.filter((cell) => !BESIDE_VALUE.test(cell.text.trim())));
  const glued = printsGlued(cells.flat(), labels);
  const rows = cells.map((row) => row.flatMap((cell) => cutAtLabels(cell, labels, glued)));
  const taken = new Set<Cell>();
  const pairs: Pair[] = [];
  rows.forEach((row, index) => {
    row.forEach((cell, at) => {
      if (cell.kind !== 'label') return;
      const side = beside(row, at);
      const under = below(rows, index, cell, taken);
      const value = side ?? under;
      if (!value) return;
      const whole = [...value, ...wrapped(rows, index, row, cell, value, taken)];
      whole.forEach((piece) => taken.add(piece));
      pairs.push({
        label: cell.text,
        row: cell.row!,
        value: whole.map(withoutButton),
        ...(side && under ? { under } : {}),
      });
    });
  });
  return pairs;
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
  const near = next.filter((cell) => cell.kind === 'value' && !taken.has(cell) && isUnder(label, cell));
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

/** Lines that go on with a long value in its own column. */
function wrapped(rows: Token[][], index: number, row: Row, label: Cell, value: Cell[], taken: Set<Cell>): Token[] {
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
    const column =
      b.x > label.place.x + label.place.width * 0.9 &&
      (Math.abs(b.x + b.width - (a.x + a.width)) < a.height || Math.abs(b.x - first.x) < a.height);
    if (!sameSize || !close || !column || row.length > 3) break;
    more.push(cell);
    above = cell;
  }
  return more;
}
