import type { Kind } from '../../model/evidence.ts';
import type { FactKey } from '../../model/facts.ts';
import type { Found } from '../page/found.ts';
import type { ScoredLine } from '../reader.ts';
import type { PartRun } from './model.ts';
import { PARTS, type Part } from './parts.ts';
import type { Stretch } from './stretches.ts';

/** All that the second reader heard on a page. */
export interface Heard {
  lines: readonly ScoredLine[];
  runs: readonly PartRun[];
  stretches: readonly Stretch[];
  kind: Kind;
  /** Do the lines stand where they stood on the page, or were they laid out? */
  isPlaced: boolean;
}

/** Of a page's letters the second reader says what they are, whatever the first made of them. */
export const READ_BY_BOTH = new Set<FactKey>(
  PARTS.filter((part) => part !== 'none' && part !== 'label' && part !== 'paidBy' && part !== 'quantity'),
);
/** Parts that are one where a page has but one of them. */
const ALIKE: readonly (readonly Part[])[] = [
  ['merchant', 'payee'],
  ['orderNo', 'merchantOrderNo'],
];
/** A voucher has but one time, and a number of the wallet may be called one of the order. */
const ALIKE_ON_VOUCHERS: readonly (readonly Part[])[] = [
  ['orderNo', 'merchantOrderNo', 'tradeNo'],
  ['paidAt', 'orderedAt'],
];
/** From here on what it found speaks for the kind of a page. */
export const SURE = 0.9;
/** To what a value comes down beside another that the second reader is as sure of: no yes and no no. */
export const RIVALLED = 0.5;

/** Do two parts mean the same on a page of this kind? */
export function alike(a: Part, b: Part, kind: Kind): boolean {
  const groups = kind === 'payment' ? [...ALIKE, ...ALIKE_ON_VOUCHERS] : ALIKE;
  return a === b || groups.some((group) => group.includes(a) && group.includes(b));
}

/** Letters and digits of a line. */
export const lettersIn = (text: string, from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).filter((i) => /[\p{L}\p{N}]/u.test(text[i] ?? ''));

/** The letters that a value was read from, line by line. */
export function lettersOf(field: Found, lines: readonly ScoredLine[]): Map<number, Set<number>> {
  const own = new Map<number, Set<number>>();
  for (const cell of field.cells) {
    const line = lines.indexOf(cell.line);
    const from = line === -1 ? -1 : cell.line.text.indexOf(cell.text);
    if (from === -1) continue;
    const letters = own.get(line) ?? new Set();
    for (const at of lettersIn(cell.line.text, from, from + cell.text.length)) letters.add(at);
    own.set(line, letters);
  }
  return own;
}

/** Does a stretch have some of these letters? */
export const meets = (own: ReadonlyMap<number, ReadonlySet<number>>, { line, from, to }: PartRun): boolean =>
  [...(own.get(line) ?? [])].some((at) => at >= from && at < to);
