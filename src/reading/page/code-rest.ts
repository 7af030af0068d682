import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import { foundOf, type Found } from './found.ts';
import { BESIDE_VALUE } from './names.ts';
import { isFullLine, part, rightEdge, roomOf, type Cell, type Page } from './page.ts';
import { readValue } from './values/read-value.ts';
import { placeOf } from '../reader.ts';
import { hasWalletForm, isWalletNumber } from '../wallets.ts';

/** Numbers and codes: a page breaks them wherever a line is full, and nobody else cuts one in its middle. */
export const CODES = new Set<FactKey>(['orderNo', 'tradeNo', 'merchantOrderNo', 'cardCode', 'account']);
const REST = /^([A-Za-z0-9-]{1,24})\s*(?:复制)?$/;
const LIST_MARK = /^\s*(?:[•◆■▪●○▶►★☆◇□·✓✔*+-]|\d{1,2}[.、)）])\s/u;
/** The letters of a last digit alone are hardly as high as a line of them. */
const SAME_HEIGHT = 0.3;
/** `x1` says how many. */
const HOW_MANY = /^[xX]\d{1,3}$/;

/**
 * Numbers whose line was too short: what stands alone below a full line and is nothing but such letters is their rest.
 * With it the number is one that only its place puts together; without it half a number would stand.
 */
export function withRest(found: readonly Found[], page: Page, kind: Kind): Found[] {
  const edge = rightEdge(page.rows);
  if (edge === 0) return [...found];
  const whole = found.map((field) => {
    const last = field.cells.at(-1);
    if (!CODES.has(field.key) || !last?.place || !last.line.text.trimEnd().endsWith(last.text.trim())) return field;
    const rest = restOfWallets(field, last, page) ?? restBelow(last, page, edge);
    if (!rest || field.cells.some(({ line }) => line === rest.line)) return field;
    const whole = readValue(field.key, [...field.cells, rest]);
    if (!whole || whole.value.length <= field.value.length) return field;
    // What is called an order's number is a wallet's when all its digits are there.
    const key = field.key === 'orderNo' && isWalletNumber(whole.value, kind) ? 'tradeNo' : field.key;
    return { ...foundOf(key, whole, 'position', field.rank), spokenFor: true as const };
  });
  const broken = whole.filter(({ key, cells }) => CODES.has(key) && cells.length > 1).map(({ cells }) => cells[0]!);
  return whole.map((field) => (mayHaveLost(field, broken) ? { ...field, by: 'guess' as const } : field));
}

/**
 * Is a number's one line as wide as one of this page that was broken there? A last digit that stands alone in a line is
 * easily overlooked.
 */
function mayHaveLost({ key, cells }: Found, broken: readonly Cell[]): boolean {
  const [only, ...more] = cells;
  const a = only?.place;
  if (!a || more.length > 0 || !CODES.has(key)) return false;
  const letter = a.width / only.text.length;
  return broken.some(
    ({ place: b, line }) =>
      b && line !== only.line && Math.abs(a.x - b.x) < a.height && Math.abs(a.x + a.width - b.x - b.width) < letter,
  );
}

/** Digits alone, or with a button behind them. */
const WALLETS_REST = /^\d{1,20}(?=\s*(?:[|｜丨]?\s*复制)?$)/;

/** Digits below a number that make one such as wallets give of the two: in any column, full or not. */
function restOfWallets({ value }: Found, last: Cell, page: Page): Cell | undefined {
  const { place: a, line } = last;
  if (!a || !/\d{6}$/.test(value) || hasWalletForm(value)) return undefined;
  const below = page.rows.flat().find(({ text, place: b, line: other }) => {
    const [digits] = WALLETS_REST.exec(text.trim()) ?? [];
    if (!b || other === line || digits === undefined) return false;
    const gap = b.y - (a.y + a.height);
    const isUnder = b.x > a.x - a.height * 0.6 && b.x + b.width < a.x + a.width + a.height;
    const isNear = gap > -0.3 * a.height && gap < a.height * 0.8 && Math.abs(a.height - b.height) < 0.3 * a.height;
    return isUnder && isNear && hasWalletForm(value + digits);
  });
  const from = below?.text.search(/\d/) ?? -1;
  return below && part(below, from, from + WALLETS_REST.exec(below.text.trim())![0].length);
}

function restBelow(last: Cell, page: Page, edge: number): Cell | undefined {
  const a = placeOf(last.line)!;
  if (!isFullLine(a, edge)) return undefined;
  const at = page.rows.findIndex((row) => row.some(({ line }) => line === last.line));
  const row = page.rows[at + 1] ?? [];
  const [below, ...others] = row.filter((cell) => !BESIDE_VALUE.test(cell.text.trim()));
  const text = below && REST.exec(below.text.trim())?.[1];
  if (!text || others.length > 0 || !below.place || HOW_MANY.test(text)) return undefined;
  if (/^[\d-]+$/.test(last.text.trim()) && !/^[\d-]+$/.test(text)) return undefined;
  const b = below.place;
  const [first] = page.rows[at]!;
  // Where another number begins the row, what is below it is the rest of that one.
  const begins =
    first!.line !== last.line && /\d/.test(first!.text) ? [last.place!.x] : [first!.place!.x, last.place!.x];
  const end = Math.max(...row.map(({ place }) => place!.x + place!.width));
  // Behind the mark of a list the next line begins below the words.
  const hangs = LIST_MARK.test(first!.text) && b.x > first!.place!.x && b.x - first!.place!.x < a.height * 1.4;
  // And where a label and its value were read as one line, below the value.
  const before = last.line.text.slice(0, Math.max(0, last.line.text.lastIndexOf(last.text)));
  begins.push(a.x + (a.width * roomOf(before)) / roomOf(last.line.text));
  const aligned =
    hangs || begins.some((x) => Math.abs(x - b.x) < a.height * 0.7) || Math.abs(a.x + a.width - end) < a.height;
  const close = b.y - (a.y + a.height) < a.height * 0.8 && Math.abs(a.height - b.height) < a.height * SAME_HEIGHT;
  const from = below.text.indexOf(text);
  return aligned && close ? part(below, from, from + text.length) : undefined;
}
