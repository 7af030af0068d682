import { type LabelRow } from '../../knowledge/schema/pages.ts';
import { LONGEST_LABEL } from './label-table.ts';
import { labelRow, leadingLabel } from './labels.ts';
import { middle, part, type Cell, type Page, type Row } from './page.ts';

/** A label and the words that belong to it. */
export interface Pair {
  label: string;
  row: LabelRow;
  /** In reading order; more than one when the value is wrapped or stands in pieces. */
  value: Cell[];
  /** What stands under the label too, should the words beside it be another column's head. */
  under?: Cell[];
}

/** Buttons and arrows beside a value. */
const BUTTON =
  /^(?:复制|点击复制|一键复制|查看|查看详情|详情|展开|收起|编辑|修改|联系商家|联系客服|联系卖家|进店|[>›»＞》]|Copy)$/i;
const TRAILING_BUTTON = /\s*(?:复制|一键复制|查看详情|[>›»＞])$/;

/** Finds every label of the table on the page and what stands beside, behind or below it. */
export function findPairs(page: Page): Pair[] {
  const cells = page.rows.map((row) => row.filter((cell) => !BUTTON.test(cell.text.trim())));
  const glued = cells.flat().filter((cell) => gluedNumber(cell.text)).length >= GLUED_ENOUGH;
  const rows = cells.map((row) => row.flatMap((cell) => splitInline(cell, glued)));
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

type Token = Cell & { kind: 'label' | 'value'; row?: LabelRow; inline?: boolean };

function withoutButton(cell: Cell): Cell {
  const trimmed = cell.text.replace(TRAILING_BUTTON, '');
  return trimmed === cell.text ? cell : part(cell, 0, trimmed.length);
}

/** Cuts `订单号：123 下单时间：…` into labels and values. */
function splitInline(cell: Cell, glued: boolean): Token[] {
  const whole = labelRow(cell.text);
  if (whole) return [{ ...cell, kind: 'label', row: whole }];
  const cuts = inlineLabels(cell.text, glued);
  if (cuts.length === 0) return [{ ...cell, kind: 'value' }];
  const tokens: Token[] = [];
  if (cuts[0]!.from > 0) tokens.push({ ...trimmed(cell, 0, cuts[0]!.from), kind: 'value' });
  cuts.forEach((cut, i) => {
    tokens.push({ ...part(cell, cut.from, cut.to), kind: 'label', row: cut.row });
    const value = trimmed(cell, cut.after, cuts[i + 1]?.from ?? cell.text.length);
    if (value.text !== '') tokens.push({ ...value, kind: 'value', inline: true });
  });
  return tokens;
}

function trimmed(cell: Cell, from: number, to: number): Cell {
  const text = cell.text.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  return part(cell, start, start + text.trim().length);
}

interface Cut {
  from: number;
  to: number;
  after: number;
  row: LabelRow;
}

/** A page that prints so many values right behind their labels does it with names too. */
const GLUED_ENOUGH = 2;
const NUMBER_FOLLOWS = /^(?:[-+¥￥]?\d{2}|[A-Za-z]{1,6}\d{6})/;

function gluedNumber(text: string): boolean {
  const label = leadingLabel(text);
  return (
    label !== undefined &&
    label.row.separator !== 'colon' &&
    label.length >= 2 &&
    NUMBER_FOLLOWS.test(text.slice(label.length))
  );
}

/** Labels followed by a colon anywhere, or at the start by a gap or a number. */
function inlineLabels(text: string, glued: boolean): Cut[] {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(/[:：]/g)) {
    const from = cuts.at(-1)?.after ?? 0;
    const before = text.slice(from, match.index);
    const found = longestLabelAtEnd(before);
    if (found) cuts.push({ from: from + found.at, to: match.index, after: match.index + 1, row: found.row });
  }
  if (cuts.length > 0) return cuts;
  const label = leadingLabel(text);
  if (!label || label.row.separator === 'colon') return [];
  const rest = text.slice(label.length);
  // Without a colon only a gap, a number or a currency sign says that the label has ended.
  // `Product already activated`: in Latin a single space stands inside a sentence.
  const gap = /^[\x20-\x7e]+$/.test(text.slice(0, label.length)) ? /^(?:\s{2,}\S|\s+[^\sA-Za-z])/ : /^\s+\S/;
  const ends =
    gap.test(rest) ||
    (label.length >= 2 && NUMBER_FOLLOWS.test(rest)) ||
    /^[¥￥]/.test(rest) ||
    (glued && /^[\p{L}\d]{2}/u.test(rest));
  return ends ? [{ from: 0, to: label.length, after: label.length, row: label.row }] : [];
}

function longestLabelAtEnd(before: string): { at: number; row: LabelRow } | undefined {
  for (let at = Math.max(0, before.length - LONGEST_LABEL); at < before.length; at++) {
    const boundary = at === 0 || /[\s,，;；|。、(（【[]/.test(before[at - 1]!);
    const row = boundary ? labelRow(before.slice(at)) : undefined;
    if (row) return { at, row };
  }
  return undefined;
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
