import { pairEqual } from './shortest-edit.ts';

export interface Line {
  start: number;
  end: number;
  text: string;
  /** The same with its values blanked, character for character. */
  words: string;
}

/** Stands for a character of a value. */
const BLANK = '\0';

/** @param words the text with its values blanked, of the same length */
export function linesOf(text: string, words: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    lines.push({ start, end, text: line, words: words.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** Blanks stretches of a text. */
export function blankOut(text: string, spans: readonly { start: number; end: number }[]): string {
  const chars = text.split('');
  for (const { start, end } of spans) chars.fill(BLANK, start, end);
  return chars.join('');
}

function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (!pair.includes(BLANK)) pairs.add(pair);
  }
  return pairs;
}

/** How much two texts have in common: 0 to 1. */
function alike(a: Set<string>, b: Set<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both++;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

interface Parts {
  text: Set<string>;
  words: Set<string>;
}

const partsOf = ({ text, words }: Line): Parts => ({ text: bigrams(text), words: bigrams(words) });

/** The words of a line say which line it is; its values may have come from another. */
function likeness(was: Parts, now: Parts): number {
  return (2 * alike(was.words, now.words) + alike(was.text, now.text)) / 3;
}

const ALIKE_ENOUGH = 0.4;

/** Pairs lines, the most alike first; what is not alike stays alone. */
function pairAlike(was: number[], now: number[], old: readonly Line[], fresh: readonly Line[]): [number, number][] {
  const after = now.map((j) => ({ j, parts: partsOf(fresh[j]!) }));
  const scored = was
    .flatMap((i) => {
      const parts = partsOf(old[i]!);
      return after.map((one) => ({ i, j: one.j, score: likeness(parts, one.parts) }));
    })
    .filter((one) => one.score >= ALIKE_ENOUGH)
    .sort((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of scored) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return [...pairs];
}

/** Pairs the lines between two equal ones; where as many went as came, those left over in order. */
function pairGap(was: number[], now: number[], old: readonly Line[], fresh: readonly Line[]): [number, number][] {
  const pairs = pairAlike(was, now, old, fresh);
  if (was.length !== now.length) return pairs;
  const left = was.filter((i) => !pairs.some((pair) => pair[0] === i));
  const came = now.filter((j) => !pairs.some((pair) => pair[1] === j));
  return [...pairs, ...left.map((i, n): [number, number] => [i, came[n]!])];
}

/** A text of many changed lines is paired line by line only where it was not moved about. */
const MOST_LINES = 400;

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Does a line have the label of another and one value behind or before it, as `联系电话：…` has? */
function fillsForm(was: Line, now: Line): boolean {
  const parts = was.words.split(new RegExp(`${BLANK}+`));
  if (parts.length !== 2 || !/\p{L}{2}/u.test(was.words)) return false;
  const [before, after] = parts as [string, string];
  return now.text.length > before.length + after.length && now.text.startsWith(before) && now.text.endsWith(after);
}

/** Lines between two equal ones. */
interface Gap {
  was: number[];
  now: number[];
}

/** Which line stands for which, while it is found out. */
class Pairing {
  readonly pairs: [number, number][];
  readonly gaps: Gap[] = [];
  readonly #old: readonly Line[];
  readonly #fresh: readonly Line[];
  readonly #gone: Set<number>;
  readonly #came: Set<number>;

  constructor(old: readonly Line[], fresh: readonly Line[]) {
    this.#old = old;
    this.#fresh = fresh;
    this.pairs = pairEqual(
      old.map((line) => line.text),
      fresh.map((line) => line.text),
    );
    this.#gone = new Set(this.pairs.map(([i]) => i));
    this.#came = new Set(this.pairs.map(([, j]) => j));
    let [i, j] = [0, 0];
    for (const [x, y] of [...this.pairs, [old.length, fresh.length] as const]) {
      this.gaps.push({ was: range(i, x), now: range(j, y) });
      [i, j] = [x + 1, y + 1];
    }
  }

  /** Of a gap, or of the whole text, the lines that have no other yet. */
  left(gap: Gap = { was: range(0, this.#old.length), now: range(0, this.#fresh.length) }): Gap {
    return {
      was: gap.was.filter((at) => !this.#gone.has(at)),
      now: gap.now.filter((at) => !this.#came.has(at)),
    };
  }

  /** Pairs each old line of a gap with the first new one that will do. */
  match(gap: Gap, fits: (was: Line, now: Line) => boolean): void {
    for (const i of this.left(gap).was) {
      const j = this.left(gap).now.find((at) => fits(this.#old[i]!, this.#fresh[at]!));
      if (j !== undefined) this.#pair(i, j);
    }
  }

  close(gap: Gap, how: typeof pairGap): void {
    const { was, now } = this.left(gap);
    if (was.length * now.length === 0 || was.length + now.length > MOST_LINES) return;
    for (const [i, j] of how(was, now, this.#old, this.#fresh)) this.#pair(i, j);
  }

  #pair(i: number, j: number): void {
    this.pairs.push([i, j]);
    this.#gone.add(i);
    this.#came.add(j);
  }
}

/**
 * Which line stands for which: equal ones first; a line of a form by its label;
 * then lines that stand elsewhere word for word, then what is alike.
 * @returns pairs of line numbers
 */
export function pairLines(old: readonly Line[], fresh: readonly Line[]): [number, number][] {
  const pairing = new Pairing(old, fresh);
  for (const gap of pairing.gaps) pairing.match(gap, fillsForm);
  pairing.match(pairing.left(), (was, now) => was.text === now.text && was.text.trim() !== '');
  for (const gap of pairing.gaps) pairing.close(gap, pairGap);
  pairing.close(pairing.left(), pairAlike);
  return pairing.pairs;
}
