import type { Pixels, Quad } from './recogniser.ts';
import type { ReadWords } from './spelling.ts';

/** Rows of points across a line, between what hangs over its edges. */
const ROWS = 14;
const INSET = 0.14;
/** Of how far the darkest strokes are from the ground, a point that is so far is ink; and no less than noise is. */
const INK = { share: 0.4, least: 24 };
/** A column has ink where so many of its points have. */
const POINTS = 2;
/** How broad letters are, in squares of Chinese ones. */
const BROAD = { han: 1, latin: 0.56, narrow: 0.32, space: 0.28 } as const;
/** In squares: over sharp and shrunk screens the space of a word took up to half of one, two spaces from 0.53 on. */
const BETWEEN = 0.535;
/** In squares: so far from where it must stand no gap is the one that is looked for. */
const OFF = 0.8;
/** What may be a label, up to its gap: elsewhere a broad gap says nothing. */
const LABEL = /^\p{Script=Han}{2,9}(?:[（(]\p{Script=Han}{1,6}[）)])? (?=[^\s（(])/u;

/**
 * The words of a line with two spaces behind what may be its label, where the picture leaves more room than a space
 * takes: the recogniser writes one in `付款方式  零钱` as in `优酷会员 月卡`, and only the first is a label with its value.
 */
export function widened(words: ReadWords, pixels: Pixels, quad: Quad): ReadWords {
  const at = (LABEL.exec(words.text)?.[0].length ?? 0) - 1;
  if (at < 0) return words;
  const ink = inkOf(pixels, quad);
  const begin = ink.indexOf(true);
  const square = (ink.lastIndexOf(true) - begin) / roomIn(words.text);
  const expected = begin + (roomIn(words.text.slice(0, at)) + BROAD.space / 2) * square;
  const gap = Math.max(
    0,
    ...gapsIn(ink)
      .filter(({ from, to }) => Math.abs((from + to) / 2 - expected) < OFF * square)
      .map(({ from, to }) => to - from),
  );
  return begin !== -1 && gap > BETWEEN * square ? withTwo(words, at) : words;
}

const roomIn = (text: string): number => text.split('').reduce((sum, letter) => sum + breadthOf(letter), 0);

/** The words with the space at this place twice. */
function withTwo({ text, scores, others, marks, ...words }: ReadWords, at: number): ReadWords {
  const twice = <T>(of: readonly T[]): T[] => [...of.slice(0, at + 1), ...of.slice(at)];
  return {
    ...words,
    text: twice(text.split('')).join(''),
    scores: twice(scores),
    others: twice(others),
    marks: { ...marks, open: marks.open.map((place) => (place > at ? place + 1 : place)) },
  };
}

function breadthOf(letter: string): number {
  if (letter === ' ') return BROAD.space;
  if (/[.,:;'!|ilIj1·()[\]-]/.test(letter)) return letter === '1' || letter === '-' ? BROAD.latin : BROAD.narrow;
  return letter < '\u2e80' ? BROAD.latin : BROAD.han;
}

/** Which of the columns of a line have ink. */
function inkOf({ width, height, data }: Pixels, [a, b, c, d]: Quad): boolean[] {
  const across = Math.round(Math.hypot(b.x - a.x, b.y - a.y));
  const columns = Array.from({ length: across }, (_, i) =>
    Array.from({ length: ROWS }, (_point, row) => {
      const along = (i + 0.5) / across;
      const down = INSET + ((1 - 2 * INSET) * (row + 0.5)) / ROWS;
      const x = Math.round((a.x + (b.x - a.x) * along) * (1 - down) + (d.x + (c.x - d.x) * along) * down);
      const y = Math.round((a.y + (b.y - a.y) * along) * (1 - down) + (d.y + (c.y - d.y) * along) * down);
      const at = (Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))) * 3;
      return data[at]! * 0.3 + data[at + 1]! * 0.59 + data[at + 2]! * 0.11;
    }),
  );
  const all = columns.flat().toSorted((p, q) => p - q);
  const ground = all[all.length >> 1] ?? 0;
  const far = all.map((one) => Math.abs(one - ground)).toSorted((p, q) => p - q);
  const least = Math.max(INK.least, INK.share * (far[Math.floor(far.length * 0.97)] ?? 0));
  return columns.map((column) => column.filter((one) => Math.abs(one - ground) > least).length >= POINTS);
}

/** Stretches without ink between some with. */
function gapsIn(ink: readonly boolean[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let from = -1;
  ink.forEach((has, at) => {
    if (!has) return;
    if (from !== -1 && at - from > 1) gaps.push({ from: from + 1, to: at });
    from = at;
  });
  return gaps;
}
