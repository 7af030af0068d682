import { bareText, type FoldedText } from '../fold.ts';

/** One value to hide and the words that stand in its place. */
export interface Covering {
  value: string;
  as: string;
}

/** What was covered: how often, and where it first stood in the text given. */
export interface Covered {
  as: string;
  count: number;
  start: number;
}

/** Shorter ones would blacken half the text. */
const SHORTEST = 2;

/**
 * Where a value stands in a text, however it is grouped: `138-1234 5678` for
 * `13812345678`. A number inside a longer number is another number.
 */
export function placesOf(bare: FoldedText, value: string): { start: number; end: number }[] {
  const key = bareText(value).text;
  const places: { start: number; end: number }[] = [];
  if (key.length < SHORTEST) return places;
  for (let at = bare.text.indexOf(key); at >= 0; at = bare.text.indexOf(key, at + 1)) {
    const end = at + key.length;
    if (!continues(bare, at - 1, at) && !continues(bare, end - 1, end) && !isDecimal(bare, at, end)) {
      places.push({ start: bare.starts[at]!, end: bare.ends[end - 1]! });
      at = end - 1;
    }
  }
  return places;
}

/** Longer numbers are numbers of something, never amounts. */
const LONGEST_AMOUNT = 6;

/** Is a short number part of an amount: the 96 of 96.50 or of 1,096? */
function isDecimal(bare: FoldedText, at: number, end: number): boolean {
  const [start, stop] = [bare.starts[at]!, bare.ends[end - 1]!];
  if (end - at > LONGEST_AMOUNT || !/^\d+$/.test(bare.text.slice(at, end))) return false;
  return (
    /\d[.,]$/.test(bare.source.slice(Math.max(0, start - 2), start)) ||
    /^[.,]\d/.test(bare.source.slice(stop, stop + 2))
  );
}

/** Do two neighbours belong to one number or code: no gap between them, and of one sort? */
function continues(bare: FoldedText, left: number, right: number): boolean {
  const [a, b] = [bare.text[left], bare.text[right]];
  if (a === undefined || b === undefined || bare.ends[left] !== bare.starts[right]) return false;
  return (/\d/.test(a) && /\d/.test(b)) || (/[a-z]/.test(a) && /[a-z]/.test(b));
}

/**
 * Masks names, numbers and codes alike wherever they stand, also spaced,
 * dashed, in full width or other case. Longer values first, so that a name
 * inside a longer one does not leave the rest in clear.
 * @param items values of fewer than two characters are left alone
 * @returns the text, and a list of what was covered in the order of first appearance
 */
export function redactText(text: string, items: readonly Covering[]): { text: string; covered: Covered[] } {
  const bare = bareText(text);
  const places = items
    .flatMap(({ value, as }) => placesOf(bare, value).map((place) => ({ ...place, as })))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Uint8Array(text.length);
  const kept = places.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  kept.sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  const covered = new Map<string, Covered>();
  let reached = 0;
  for (const { start, end, as } of kept) {
    parts.push(text.slice(reached, start), as);
    reached = end;
    const entry = covered.get(as);
    if (entry) entry.count++;
    else covered.set(as, { as, count: 1, start });
  }
  parts.push(text.slice(reached));
  return { text: parts.join(''), covered: [...covered.values()] };
}
