import type { Cell, Row } from '../page.ts';
import type { LabelTable } from './label-table.ts';
import { likelyRow } from './labels.ts';
import { standsUnder } from './unknown-labels.ts';

/** Of fewer columns a head is not told from two labels with their values. */
const FEWEST = 4;
/** So many of its words are labels that are known, and so many at least likely ones. */
const KNOWN = 2;
const LIKELY_SHARE = 0.4;
const HEAD = /^(?=.*\p{L})[^\d:：¥￥$]{1,14}$/u;
const FIGURE = /\d/;

/**
 * The head of a table of goods with the one row under it, column by column; what stands in a cell may itself look like
 * a label with its value: `版本：豪华版`. A list of several rows is none: which of them counts, its columns don't say.
 */
export function headedRowsIn(rows: readonly Row[], labels: LabelTable): { head: Cell; value: Cell }[][] {
  return rows.flatMap((head, i) => {
    const [row, next] = [rows[i + 1], rows[i + 2]];
    if (!row || !isHead(head, labels) || !isUnder(head, row, labels)) return [];
    return next && isUnder(head, next, labels) ? [] : [head.map((cell, at) => ({ head: cell, value: row[at]! }))];
  });
}

function isHead(row: Row, labels: LabelTable): boolean {
  const words = row.map(({ text }) => text.trim());
  const known = words.filter((word) => labels.rowOf(word) !== undefined);
  const likely = words.filter((word) => known.includes(word) || likelyRow(word) !== undefined);
  return (
    row.length >= FEWEST &&
    words.every((word) => HEAD.test(word)) &&
    known.length >= KNOWN &&
    likely.length >= LIKELY_SHARE * row.length
  );
}

function isUnder(head: Row, row: Row, labels: LabelTable): boolean {
  return (
    row.length === head.length &&
    row.some(({ text }) => FIGURE.test(text)) &&
    row.every(({ text }) => labels.rowOf(text) === undefined) &&
    row.every((cell, i) => !cell.place || !head[i]!.place || standsUnder(head[i]!, cell))
  );
}
