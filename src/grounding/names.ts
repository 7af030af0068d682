import type { FactKey } from '../model/facts.ts';
import { editDistance } from '../model/text.ts';
import type { Pool } from './pool.ts';
import type { Misplaced } from './misplaced.ts';

export const NAMES: readonly FactKey[] = [
  'platform',
  'merchant',
  'product',
  'payee',
  'sellerName',
  'sellerAddress',
  'platformOperator',
  'platformAddress',
  'buyerName',
  'buyerAddress',
];

interface Span {
  start: number;
  end: number;
}

function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}

/**
 * Finds words that are a known name but for one character. Names of two
 * characters are too short for that and are checked in the lines of forms.
 */
export function checkNames(text: string, pool: Pool): Misplaced[] {
  const names = [...new Set(NAMES.flatMap((key) => pool.snapshot.facts[key]?.value ?? []))].filter(
    (name) => (name.match(/\p{L}/gu)?.length ?? 0) >= 3,
  );
  const exact = names.flatMap((name) => occurrences(text, name));
  // The buyer's own data is never offered for another's.
  const own = new Set((['buyerName', 'buyerAddress'] as const).flatMap((key) => pool.snapshot.facts[key]?.value ?? []));
  // `青柠网络` inside `成都青柠网络科技有限公司` does not vouch for the longer name.
  const covered = (start: number, end: number, name: string): boolean =>
    exact.some((span) => start < span.end && span.start < end && span.end - span.start >= name.length);
  const found: Misplaced[] = [];
  for (const name of names) {
    for (let start = 0; start < text.length; start++) {
      for (const length of [name.length, name.length - 1, name.length + 1]) {
        const end = start + length;
        if (end > text.length || length < 3) continue;
        // One place off means the first or the last character still agrees, and so does half of the rest.
        if (text[start] !== name[0] && text[end - 1] !== name.at(-1)) continue;
        if (length > 4 && text[start + 1] !== name[1] && text[end - 2] !== name.at(-2)) continue;
        const window = text.slice(start, end);
        if (/[\n，。；：“”（）《》]/.test(window) && !/[，。；：“”（）《》]/.test(name)) continue;
        if (covered(start, end, name) || found.some((one) => start < one.end && one.start < end)) continue;
        if (editDistance(window, name) !== 1) continue;
        found.push({ start, end, why: '和案卷里的名称差一个字', suggestion: own.has(name) ? '' : name });
      }
    }
  }
  return found;
}
