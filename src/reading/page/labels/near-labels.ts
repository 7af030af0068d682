import { BESIDE_VALUE } from '../names.ts';
import { middle, type Cell, type Row } from '../page.ts';
import type { Token } from './token.ts';

/** In heights of a line: what stands so far behind a piece of a value is of another column. */
const COLUMNS_APART = 2;

/** The cells right of the label up to the next label, or to the next column. */
export function beside(row: Token[], at: number): Token[] | undefined {
  const value: Token[] = [];
  for (const cell of row.slice(at + 1)) {
    if (cell.kind === 'label' || isApart(value.at(-1), cell)) break;
    value.push(cell);
  }
  return value.length > 0 ? value : undefined;
}

const isApart = (left: Cell | undefined, { place: b }: Cell): boolean =>
  left?.place !== undefined && b !== undefined && b.x - (left.place.x + left.place.width) > COLUMNS_APART * b.height;

/** Where labels stand behind their values: the cells before one, with the line that the last of them goes on in. */
export function valueBefore(rows: Token[][], index: number, at: number, taken: Set<Cell>): Token[] | undefined {
  const value = rows[index]!.slice(0, at).filter((cell) => cell.kind === 'value' && !taken.has(cell));
  const [first] = value;
  const next = rows[index + 1];
  const rest = next?.length === 1 && next[0]!.kind === 'value' ? next[0]! : undefined;
  if (!first?.place || value.length === 0) return undefined;
  const goesOn =
    rest?.place !== undefined &&
    Math.abs(rest.place.x - first.place.x) < first.place.height * 0.6 &&
    Math.abs(rest.place.height - first.place.height) < 0.2 * first.place.height &&
    rest.place.y - (first.place.y + first.place.height) < first.place.height * 0.55;
  return goesOn ? [...value, rest] : value;
}

/** Of a label whose value has two lines, the middle stands beside it: one line a little above, one a little below. */
export function around(rows: Token[][], index: number, row: Row, label: Token, taken: Set<Cell>): Token[] | undefined {
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

/** A number or a code alone in its line, as accounts and cards have them. */
const CODE = /^(?=.*\d)[\dA-Za-z-]{6,}$/;

/** Can the lower line be the rest of the upper, where that is a number or a code? The next label is none. */
function mayGoOn(upper: string, lower: string): boolean {
  if (!CODE.test(upper)) return true;
  return REST_OF_NUMBER.test(lower) && (/[a-z]/.test(upper) || !/[A-Z]/.test(upper) || !/[a-z]/.test(lower));
}

/** `联系卖家  进店`: what is done there, one beside the other or alone. */
const areButtons = (text: string): boolean =>
  text
    .trim()
    .split(/\s{2,}|\s*[|｜丨]\s*/)
    .every((piece) => BESIDE_VALUE.test(piece));

/** Lines that go on with a value that stands under its label, in the same column. */
export function wrappedBelow(rows: Token[][], index: number, value: readonly Token[], taken: Set<Cell>): Token[] {
  const more: Token[] = [];
  let above = value.at(-1)!;
  for (const next of rows.slice(index + 1, index + 3)) {
    const cell = next.find(
      (other) =>
        other.kind === 'value' &&
        other.place &&
        above.place &&
        !taken.has(other) &&
        mayGoOn(above.text.trim(), other.text.trim()) &&
        !areButtons(other.text) &&
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

/** In stacked pages and tables the value stands under its label, aligned left, right or centred. */
export function below(rows: Token[][], index: number, label: Token, taken: Set<Cell>): Token[] | undefined {
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
export function edgesOf(rows: readonly Row[]): Map<Cell['line'], number> {
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

/** So near, in heights of a line, are the lines of one value; rows stand further apart. */
const TIGHT = 0.42;

/** In a row of several cells the one right below, if nothing stands left of it where its own label would. */
function nextInColumn(next: readonly Token[], above: Cell, first: Cell, label: Cell): Token | undefined {
  const [a, from] = [above.place!, label.place!];
  const near = a.height * 0.3;
  const cell = next.find(({ place }) => place && Math.abs(place.x - first.place!.x) < near);
  const hasOwn = next.some(({ place }) => place && place.x > from.x - a.height && place.x < first.place!.x - near);
  if (!cell?.place || cell.inline || hasOwn) return undefined;
  return cell.place.y - (a.y + a.height) < a.height * TIGHT && cell.place.width < a.width + near ? cell : undefined;
}

/** `激活码` is a label, and the last word of the goods that are one: where values stand, hard below one of them. */
function isLastWord({ place: b, inline }: Token, { place: a }: Cell, { place: label }: Cell): boolean {
  const gap = b!.y - (a!.y + a!.height);
  return !inline && gap < a!.height * TIGHT && b!.x > label!.x + label!.width && b!.width < a!.width;
}

/** Lines that go on with a long value in its own column. */
export function wrapped(
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
    const alone = next.length === 1 && row.length <= 3;
    const cell = alone ? next[0]! : nextInColumn(next, above, value[0]!, label);
    if (!cell?.place || taken.has(cell)) {
      if (next.length > 1) continue;
      break;
    }
    if (cell.kind === 'label' && !isLastWord(cell, above, label)) break;
    const a = above.place!;
    const b = cell.place;
    const sameSize = Math.abs(a.height - b.height) < 0.22 * a.height;
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
    if (!sameSize || !close || !column) break;
    more.push(cell);
    above = cell;
  }
  return more;
}
