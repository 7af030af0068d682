import type { LabelRow } from '../../../knowledge/schema/pages.ts';
import { LONGEST_LABEL, type LabelTable, type LeadingLabel } from './label-table.ts';
import { part, type Cell } from '../page.ts';

/** A piece of a cell: a label of the table, or what stands between two of them. */
export type Token = Cell & { kind: 'label' | 'value'; row?: LabelRow; inline?: boolean };

/**
 * Cuts `订单号：123 下单时间：…` into labels and values.
 * @param glued the page prints values right behind their labels, without a gap
 */
export function cutAtLabels(cell: Cell, labels: LabelTable, glued: boolean): Token[] {
  const whole = labels.rowOf(cell.text);
  if (whole) return [{ ...cell, kind: 'label', row: whole }];
  const cuts = inlineLabels(cell.text, labels, glued);
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

/** Labels followed by a colon anywhere, or at the start by a gap or a number. */
function inlineLabels(text: string, labels: LabelTable, glued: boolean): Cut[] {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(/[:：]/g)) {
    const from = cuts.at(-1)?.after ?? 0;
    const before = text.slice(from, match.index);
    const found = longestLabelAtEnd(before, labels);
    if (found) cuts.push({ from: from + found.at, to: match.index, after: match.index + 1, row: found.row });
  }
  return cuts.length > 0 ? cuts : leadingCut(text, labels, glued);
}

/** Without a colon only a gap, a number or a currency sign says that the label at the start has ended. */
function leadingCut(text: string, labels: LabelTable, glued: boolean): Cut[] {
  const label = leadingWithoutColon(text, labels);
  if (!label) return [];
  const rest = text.slice(label.length);
  // `Product already activated`: in Latin a single space stands inside a sentence.
  const gap = /^[\x20-\x7e]+$/.test(text.slice(0, label.length)) ? /^(?:\s{2,}\S|\s+[^\sA-Za-z])/ : /^\s+\S/;
  const ends =
    gap.test(rest) ||
    (label.length >= 2 && NUMBER_FOLLOWS.test(rest)) ||
    /^[¥￥]/.test(rest) ||
    (glued && /^[\p{L}\d]{2}/u.test(rest));
  return ends ? [{ from: 0, to: label.length, after: label.length, row: label.row }] : [];
}

function longestLabelAtEnd(before: string, labels: LabelTable): { at: number; row: LabelRow } | undefined {
  for (let at = Math.max(0, before.length - LONGEST_LABEL); at < before.length; at++) {
    const boundary = at === 0 || /[\s,，;；|。、(（【[]/.test(before[at - 1]!);
    const row = boundary ? labels.rowOf(before.slice(at)) : undefined;
    if (row) return { at, row };
  }
  return undefined;
}

/** A label at the start that may end without a colon. */
function leadingWithoutColon(text: string, labels: LabelTable): LeadingLabel | undefined {
  const label = labels.leading(text);
  return label?.row.separator === 'colon' ? undefined : label;
}

/** A page that prints so many numbers right behind their labels does it with names too. */
const GLUED_ENOUGH = 2;
const NUMBER_FOLLOWS = /^(?:[-+¥￥]?\d{2}|[A-Za-z]{1,6}\d{6})/;

/** Does this page print its values right behind their labels, without a gap? */
export function printsGlued(cells: readonly Cell[], labels: LabelTable): boolean {
  return cells.filter((cell) => gluedNumber(cell.text, labels)).length >= GLUED_ENOUGH;
}

function gluedNumber(text: string, labels: LabelTable): boolean {
  const label = leadingWithoutColon(text, labels);
  return label !== undefined && label.length >= 2 && NUMBER_FOLLOWS.test(text.slice(label.length));
}
