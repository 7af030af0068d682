import type { GivenBy } from '../../../model/evidence.ts';
import { foundOf, type Found } from '../found.ts';
import type { Cell, Page } from '../page.ts';
import { readValue } from '../values/read-value.ts';

/** How a code in groups is built, whatever its letters are; none for one that has no groups: it may be half of one. */
function shapeOf({ text }: Cell): string | undefined {
  const shape = text.replace(/\s/g, '').replace(/[A-Za-z0-9]/g, 'x');
  return /^x+(?:-x+)+$/.test(shape) ? shape : undefined;
}

const alike = (a: Cell, b: Cell): boolean => shapeOf(a) !== undefined && shapeOf(a) === shapeOf(b);

/** Whole codes one under another: several were bought, and which of them failed the page does not say. */
export const areCodes = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && cells.every((cell) => alike(cell, cells[0]!) && codeIn(cell, 'label').length > 0);

/** The code that a cell is. */
export function codeIn(cell: Cell, by: GivenBy): Found[] {
  const value = readValue('cardCode', [cell]);
  return value ? [foundOf('cardCode', value, by)] : [];
}

/** What stands right below the code of a label, alone and built as it is, is the next of them. */
export function codesBelow({ rows }: Page, found: readonly Found[]): Found[] {
  const [first, ...more] = found.filter(({ key }) => key === 'cardCode');
  const cell = first?.cells[0];
  if (!first || !cell || more.length > 0 || first.cells.length !== 1) return [];
  const at = rows.findIndex((row) => row.some(({ line }) => line === cell.line));
  const below = rows.slice(at + 1);
  const end = below.findIndex((row) => row.length !== 1 || !alike(row[0]!, cell));
  return below.slice(0, end === -1 ? undefined : end).flatMap(([one]) => codeIn(one!, first.by));
}
