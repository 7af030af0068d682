import type { Cell } from '../page.ts';

/** A value in the form of `normalizeFact`, and how far its shape alone can be trusted. */
export interface Value {
  value: string;
  /** The words it was read from. */
  text: string;
  cells: readonly Cell[];
  /** Scores of the characters that make the value; empty for text that was not recognised. */
  scores: readonly number[];
  /** Its shape leaves open whether a character was lost or mistaken. */
  doubtful: boolean;
  /** The value as its letters were read, where letters among digits were taken for the digits they look like. */
  mended?: string;
}

/** The text of cells that belong together, with its scores. */
export interface Joined {
  text: string;
  scores: number[];
  cells: readonly Cell[];
}

/** Puts cells into one text; the scores are left out where not every character has one. */
export function join(cells: readonly Cell[], between: string): Joined {
  const text = cells.map((cell) => cell.text).join(between);
  const scores = cells.flatMap((cell, i) => {
    const own = cell.scores ?? [];
    return i === 0 || own.length === 0 ? [...own] : [...Array.from(between, () => 1), ...own];
  });
  return { text, scores: scores.length === text.length ? scores : [], cells };
}

/** A line that ends with a word of an alphabet, or with what stands behind one, and one that begins with one. */
const WORD_ENDS = /[A-Za-z][A-Za-z'’]*[,.;:!)]?$/;
const WORD_BEGINS = /^[("'‘“]?[A-Za-z]/;

/** The same of a text that goes on over several lines: words of an alphabet have a space between them. */
export function joinLines(cells: readonly Cell[]): Joined {
  return cells.slice(1).reduce(
    (joined, cell) => {
      const isBetween = WORD_ENDS.test(joined.text) && WORD_BEGINS.test(cell.text);
      const own = cell.scores ?? [];
      const text = joined.text + (isBetween ? ' ' : '') + cell.text;
      const scores = [...joined.scores, ...(isBetween ? [1] : []), ...own];
      return { text, scores: scores.length === text.length ? scores : [], cells };
    },
    join(cells.slice(0, 1), ''),
  );
}

/** The stretch of a text that makes a value. @param value in the form of `normalizeFact` */
export function valueOf(joined: Joined, value: string, from: number, to: number, doubtful = false): Value {
  const text = joined.text.slice(from, to);
  const scores = decisive(text, joined.scores.slice(from, to), /^\d/.test(value));
  return { value, text: joined.text.trim(), cells: joined.cells, scores, doubtful };
}

/** The scores that matter: a misread comma or 日 changes no value, a letter, a digit or a space between words does. */
export function decisive(text: string, scores: readonly number[], isNumber = false): number[] {
  const matters = isNumber ? /[A-Za-z0-9.]/ : /[\p{L}\p{N}\s]/u;
  return scores.filter((_, i) => matters.test(text[i] ?? ''));
}

/** The same without spaces, which codes lose and gain on a picture. */
export function withoutSpaces(joined: Joined): Joined {
  const keep = [...joined.text].map((letter, i) => ({ letter, i })).filter(({ letter }) => !/\s/.test(letter));
  return {
    text: keep.map(({ letter }) => letter).join(''),
    scores: joined.scores.length === 0 ? [] : keep.map(({ i }) => joined.scores[i]!),
    cells: joined.cells,
  };
}

/** The text up to a place. */
export function until(joined: Joined, end: number): Joined {
  return { ...joined, text: joined.text.slice(0, end), scores: joined.scores.slice(0, end) };
}
