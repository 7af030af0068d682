import { roomOf, type Cell } from '../page.ts';

/** Is `lower` the next line of the paragraph that `upper` stands in? */
export function continues(upper: Cell, lower: Cell): boolean {
  if (!upper.place || !lower.place) return false;
  const a = upper.place;
  const b = lower.place;
  const sameSize = Math.abs(a.height - b.height) < 0.3 * Math.max(a.height, b.height);
  const close = b.y - (a.y + a.height) < 0.75 * a.height;
  const aligned =
    Math.abs(a.x - b.x) < a.height * 0.8 || Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < a.height * 0.8;
  return sameSize && close && aligned && !isInOtherTongue(upper.text.trim(), lower.text.trim());
}

/** What must stand together at the beginning of a line: a Latin word, or one letter. */
const FIRST = /^(?:[A-Za-z0-9'’-]+|.)/u;
const LETTER = roomOf('字');
/** So much larger a line is a heading. */
const LARGER = 1.08;

const STOPS_FOR_BREATH = /[,，、;；]$/;

/** `Unable to redeem` over 该兑换码已失效, 兑换结果 over `This code has already been used`. */
const isInOtherTongue = (over: string, under: string): boolean =>
  (/^[A-Za-z]+ [A-Za-z ]+[.!]?$/.test(over) && /^\p{Script=Han}/u.test(under)) ||
  (/^\p{Script=Han}+[!！。]?$/u.test(over) && /^[A-Z][A-Za-z']*(?:[ ,]+[A-Za-z']+){2,}[.!]?$/.test(under));

/**
 * May a sentence go on from one line into the next? Not from a larger one, nor where the first word of the next would
 * have had room behind it: what ends early is a heading.
 * @param widest of the lines below, so that it is known how much room there was
 */
export function mayWrap(upper: Cell, lower: Cell, widest = lower.place?.width ?? 0): boolean {
  if (!upper.place || !lower.place || STOPS_FOR_BREATH.test(upper.text.trim())) return true;
  if (upper.place.height > lower.place.height * LARGER) return false;
  const text = lower.text.trim();
  const unit = lower.place.width / Math.max(LETTER, roomOf(text));
  // One letter more: no line begins with a comma.
  const first = (roomOf(FIRST.exec(text)?.[0] ?? '') + LETTER) * unit;
  return upper.place.width + first > Math.max(widest, lower.place.width);
}

/** A letter or two that a line ended with: how high they are says nothing of how high its letters are. */
export const isLastLetters = ({ text }: Cell): boolean => [...text.trim()].length <= LAST_LETTERS;
const LAST_LETTERS = 2;

/** In heights of a line: nearer below its words no button stands. */
const HARD_BELOW = 0.4;

/** Is `lower` what a line without room ended with, though its words may be those of a button? */
export function isRestOf(upper: Cell, lower: Cell): boolean {
  const [a, b] = [upper.place, lower.place];
  if (!a || !b || /[。.!！?？]$/.test(upper.text.trim())) return false;
  const near = b.y - a.y - a.height < HARD_BELOW * a.height;
  return near && b.width < a.width && continues(upper, lower) && mayWrap(upper, lower);
}

/** The same of rows that have one line each. */
export const isRowsRest = (above: readonly Cell[], below: readonly Cell[]): boolean =>
  above.length === 1 && below.length === 1 && isRestOf(above[0]!, below[0]!);
