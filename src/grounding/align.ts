import { blankOut, linesOf, pairLines, type Line } from './pair-lines.ts';
import { pairEqual } from './shortest-edit.ts';

/** What a text kept of another one. */
export interface Alignment {
  /** For each character of the new text its place in the old one; -1 where it was put in. */
  from: Int32Array;
  /** For each character of the old text its place in the new one; -1 where it was taken out. */
  to: Int32Array;
  /** The line that a place of the old text is on, with the new line that stands for it; undefined when none does. */
  lineOf(oldAt: number): { was: Line; now: Line } | undefined;
}

/** Pairs the words of two lines, and only between them what stands there. */
function pairByWords(before: Line, after: Line): [number, number][] {
  const words = pairEqual(before.words, after.text);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...words, [before.text.length, after.text.length] as [number, number]]) {
    const between = pairEqual(before.text.slice(i, x), after.text.slice(j, y));
    for (const [a, b] of between) pairs.push([i + a, j + b]);
    if (x < before.text.length || y < after.text.length) pairs.push([x, y]);
    [i, j] = [x + 1, y + 1];
  }
  return pairs;
}

/**
 * Pairs the characters of two lines by the shortest edit. That takes the swap of two
 * names for one name moved over the words between: where a value left its place
 * and stands elsewhere on the line, the words hold their places instead.
 */
function pairCharacters(
  before: Line,
  after: Line,
  values: readonly { start: number; end: number }[],
): [number, number][] {
  const pairs = pairEqual(before.text, after.text);
  const stayed = new Set(pairs.map(([x]) => x));
  const moved = values.some(({ start, end }) => {
    const [from, to] = [start - before.start, end - before.start];
    for (let at = from; at < to; at++) if (stayed.has(at)) return false;
    return after.text.includes(before.text.slice(from, to));
  });
  return moved ? pairByWords(before, after) : pairs;
}

/** Letters and digits of numbers, whose line is told by the words around them. */
const CODES = /[A-Za-z0-9]+/g;

/**
 * Finds what of an old text a new one kept, line by line and within lines character by character.
 * @param values where values stand in the old text: a line is told by its words, not by them
 */
export function alignTexts(was: string, now: string, values: readonly { start: number; end: number }[]): Alignment {
  const from = new Int32Array(now.length).fill(-1);
  const to = new Int32Array(was.length).fill(-1);
  const codes = [...now.matchAll(CODES)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const [old, fresh] = [linesOf(was, blankOut(was, values)), linesOf(now, blankOut(now, codes))];
  const partner = new Map<Line, Line>();
  for (const [i, j] of pairLines(old, fresh)) {
    const [before, after] = [old[i]!, fresh[j]!];
    partner.set(before, after);
    const own = values.filter(({ start, end }) => before.start <= start && end <= before.end);
    for (const [x, y] of pairCharacters(before, after, own)) {
      from[after.start + y] = before.start + x;
      to[before.start + x] = after.start + y;
    }
  }
  return {
    from,
    to,
    lineOf(oldAt) {
      const line = old.find((one) => one.start <= oldAt && oldAt <= one.end);
      const other = line && partner.get(line);
      return other && { was: line, now: other };
    },
  };
}
