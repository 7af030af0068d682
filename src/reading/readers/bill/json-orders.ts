import type { Cell } from './cells.ts';
import { isBill } from './judge.ts';
import { readTable, type BillTable } from './table.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists of a document deeper than this are no orders. */
const MAX_DEPTH = 4;
/** Integers from here on may as well be 分. */
const MAYBE_FEN = 100_000;

/**
 * A list of orders or payments as JSON: its objects are rows, their keys the heads of columns.
 * @returns undefined when no list in it is one
 */
export function readJsonOrders(source: string): BillTable | undefined {
  let document: unknown;
  try {
    document = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  const lists = listsIn(document, 0).toSorted((a, b) => b.length - a.length);
  for (const list of lists.slice(0, 20)) {
    const table = tableOf(list);
    if (isBill(table)) return table;
  }
  return undefined;
}

function listsIn(value: unknown, depth: number): Json[][] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    const rows = value.filter(isObject);
    return rows.length > 0 && rows.length === value.length
      ? [rows, ...rows.slice(0, 20).flatMap((row) => listsIn(row, depth + 1))]
      : [];
  }
  return isObject(value) ? Object.values(value).flatMap((one) => listsIn(one, depth + 1)) : [];
}

/** Values of an object and of the objects in it, by their last key; the outer one counts. */
function flat(row: Json, depth = 0): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const value of Object.values(row)) {
    const inner = Array.isArray(value) && isObject(value[0]) ? value[0] : value;
    if (isObject(inner) && depth < 2) {
      for (const [name, cell] of flat(inner, depth + 1)) if (!cells.has(name)) cells.set(name, cell);
    }
  }
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'string') cells.set(key, { text: value });
    else if (typeof value === 'number') cells.set(key, { text: String(value), number: value });
  }
  return cells;
}

function tableOf(list: readonly Json[]): BillTable {
  const rows = list.map((row) => flat(row));
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const reader = readTable();
  reader.take(
    keys.map((text) => ({ text })),
    0,
  );
  for (const [i, row] of rows.entries())
    reader.take(
      keys.map((key) => row.get(key) ?? { text: '' }),
      i + 1,
    );
  const table = reader.finish();
  const whole = table.rows.every((row) => row.amount % 100 === 0);
  table.unitUnsure = table.rows.length > 0 && whole && table.rows.some((row) => row.amount >= MAYBE_FEN);
  return table;
}
