import { WELL_KNOWN } from '../../knowledge/built/well-known.ts';
import type { FactKey } from '../../model/facts.ts';
import { looksLike } from './alike-letters.ts';
import type { Found } from './found.ts';
import { decisive } from './values/joined.ts';

/** The recogniser is sure of a letter from here on: then the name may be written so, and a person looks. */
const SURE = 0.99;
const DOUBT = 0.5;

const fold = (letter: string): string => letter.normalize('NFKC').toLowerCase();
const NAMES = WELL_KNOWN.names.map((name) => [...name]);
const COMPANIES = WELL_KNOWN.companies.map((name) => [...name]);

/** Which names a fact may hold; a shop's own name is in no table, so a merchant is mended only as a whole company. */
const WITHIN: Partial<Record<FactKey, { names: readonly string[][]; whole: boolean }>> = {
  product: { names: NAMES, whole: false },
  platform: { names: NAMES, whole: true },
  payee: { names: COMPANIES, whole: true },
  merchant: { names: COMPANIES, whole: true },
};

/**
 * Puts right one misread letter of a name that everyone knows, everywhere it
 * stands in that name, and keeps the letters that were read. The letter that is
 * meant looks like the one that was read, or the recogniser thought of it at
 * that very place. Only what was recognised from a picture is mended, and only
 * where nothing else fits; where the picture was sure of the letter, the value
 * stays and is doubted.
 */
export function mend(field: Found): Found {
  const within = WITHIN[field.key];
  if (!within || field.scores.length === 0) return field;
  const letters = [...field.value];
  const others = othersOf(field);
  const found = within.names.flatMap((name) => misread(letters, others, name, within.whole));
  const values = new Map(found.map((one) => [one.value, one]));
  const [only] = values.values();
  if (!only) return field;
  const unsure = only.at.every((i) => scoreOf(field, letters, i) < SURE);
  return values.size === 1 && unsure
    ? { ...field, value: only.value, mended: field.value }
    : { ...field, certain: false, confidence: Math.min(field.confidence, DOUBT) };
}

interface Misread {
  value: string;
  /** Where the wrong letters stand. */
  at: number[];
}

/** Where in a text a name stands but for one letter that looks like another. */
function misread(
  letters: readonly string[],
  others: readonly string[],
  name: readonly string[],
  whole: boolean,
): Misread[] {
  const found: Misread[] = [];
  for (let from = 0; from + name.length <= letters.length; from++) {
    if (whole && name.length !== letters.length) break;
    const at = name.flatMap((letter, i) => (fold(letter) === fold(letters[from + i]!) ? [] : [from + i]));
    if (at.length === 0) return [];
    if (!isOneLetter(letters, others, name, from, at) || goesOn(letters, from, from + name.length)) continue;
    const value = letters.map((letter, i) => (at.includes(i) ? name[i - from]! : letter)).join('');
    found.push({ value, at });
  }
  return found;
}

/** Is it one letter, taken for one other that looks like it, wherever in the name? */
function isOneLetter(
  letters: readonly string[],
  others: readonly string[],
  name: readonly string[],
  from: number,
  at: readonly number[],
): boolean {
  const [read, meant] = [letters[at[0]!]!, name[at[0]! - from]!];
  const alike = looksLike(meant, read);
  return at.every(
    (i) => letters[i] === read && name[i - from] === meant && (alike || others[i]?.includes(meant) === true),
  );
}

/** For each letter of a value what the picture allows at its place as well; empty where the value is not there. */
function othersOf({ value, cells }: Found): string[] {
  const seen = cells.flatMap(({ line: { text, others = [] } }) =>
    [...text].map((letter, i) => ({ letter: fold(letter), others: others[i] ?? '' })),
  );
  const letters = [...value].map(fold);
  const at = seen.findIndex((_, from) => letters.every((letter, i) => seen[from + i]?.letter === letter));
  return at === -1 ? [] : letters.map((_, i) => seen[at + i]!.others);
}

/** A name in Latin letters ends where the word ends. */
function goesOn(letters: readonly string[], from: number, to: number): boolean {
  const latin = (i: number): boolean => /[A-Za-z0-9]/.test(letters[i] ?? '');
  return (latin(from) && latin(from - 1)) || (latin(to - 1) && latin(to));
}

/** How sure the picture was of one letter; of the least sure one where the scores are not letter by letter. */
function scoreOf({ value, scores }: Found, letters: readonly string[], at: number): number {
  const before = letters.slice(0, at).join('');
  const all = decisive(
    value,
    Array.from({ length: value.length }, (_, i) => i),
  );
  return (all.length === scores.length ? scores[all.indexOf(before.length)] : undefined) ?? Math.min(...scores);
}
