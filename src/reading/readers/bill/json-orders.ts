import type { Cell } from './cells.ts';
import { isBill } from './judge.ts';
import { readTable, type BillTable } from './table.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists of a document deeper than this are no orders. */
const MAX_DEPTH = 4;
/** Objects within an order: order → goods → item. */
const MAX_INNER = 3;
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
  const lists = listsIn(document, '', 0).toSorted((a, b) => b.rows.length - a.rows.length);
  for (const list of lists.slice(0, 20)) {
    const table = tableOf(list);
    if (isBill(table)) return table;
  }
  return undefined;
}

interface List {
  /** The key it stands under. */
  called: string;
  rows: Json[];
}

function listsIn(value: unknown, called: string, depth: number): List[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    const rows = value.filter(isObject);
    return rows.length > 0 && rows.length === value.length
      ? [{ called, rows }, ...rows.slice(0, 20).flatMap((row) => listsIn(row, called, depth + 1))]
      : [];
  }
  return isObject(value) ? Object.entries(value).flatMap(([key, one]) => listsIn(one, key, depth + 1)) : [];
}

/** Values of an object and of those in it, of a list its first, by their way from outside in: `seller.shopName`. */
function flat(row: Json, before = '', depth = 0): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'string') cells.set(before + key, { text: value });
    else if (typeof value === 'number') cells.set(before + key, { text: String(value), number: value });
  }
  for (const [key, value] of Object.entries(row)) {
    const inner = Array.isArray(value) && isObject(value[0]) ? value[0] : value;
    if (isObject(inner) && depth < MAX_INNER)
      for (const [name, cell] of flat(inner, `${before}${key}.`, depth + 1)) cells.set(name, cell);
  }
  return cells;
}

function tableOf(list: List): BillTable {
  const rows = list.rows.map((row) => flat(row));
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const read = tableUnder(keys, list.called, rows);
  const money = keys[read.header?.places.amount ?? -1];
  const fen = money !== undefined && read.header?.inFen !== true && isSaidInYuan(money, keys, rows);
  const table = fen ? tableUnder(keys, list.called, rows, money) : read;
  const whole = table.rows.every((row) => row.amount % 100 === 0);
  table.unitUnsure =
    !table.header?.inFen && table.rows.length > 0 && whole && table.rows.some((row) => row.amount >= MAYBE_FEN);
  return table;
}

/** `display_amount: "19.90"` beside `order_amount: 1990`: the same sum in 元 says that the other counts 分. */
function isSaidInYuan(money: string, keys: readonly string[], rows: readonly Map<string, Cell>[]): boolean {
  const counted = rows.map((row) => row.get(money)?.text ?? '');
  if (!counted.every((text) => /^\d+$/.test(text)) || counted.every((text) => Number(text) === 0)) return false;
  return keys.some((key) =>
    rows.every((row, i) => {
      const said = /^[¥￥]?\s*(\d+\.\d{1,2})\s*元?$/.exec(row.get(key)?.text.trim() ?? '')?.[1];
      return said !== undefined && Math.round(Number(said) * 100) === Number(counted[i]);
    }),
  );
}

/** @param inFen the key whose values count 分 though its name does not say so */
function tableUnder(
  keys: readonly string[],
  called: string,
  rows: readonly Map<string, Cell>[],
  inFen?: string,
): BillTable {
  const reader = readTable();
  // The number of a thing in a list of orders is that of the order.
  const nameOf = (key: string): string => (/^(?:id|no|sn|code)$/i.test(key) ? `${called}.${key}` : key);
  reader.take(
    keys.map((key) => ({ text: key === inFen ? `${key}_fen` : nameOf(key) })),
    0,
  );
  for (const [i, row] of rows.entries())
    reader.take(
      keys.map((key) => row.get(key) ?? { text: '' }),
      i + 1,
    );
  const table = reader.finish();
  if (inFen !== undefined && table.names) table.names = keys.map(nameOf);
  return table;
}
