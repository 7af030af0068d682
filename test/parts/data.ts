import { featuresOf, type LineFeatures } from '../../src/reading/parts/features.ts';
import { joinedLines } from '../../src/reading/parts/joined-lines.ts';
import { PARTS, type Part } from '../../src/reading/parts/parts.ts';
import { Draw } from '../looks/draw.ts';
import { drawnPages, type DrawnPage } from '../looks/lines.ts';
import { noisy } from '../looks/measure.ts';
import { disputeOf } from '../looks/screens.ts';
import type { Words } from '../looks/words.ts';
import { bend } from './bend.ts';
import { copiedPage } from './copied.ts';
import { misread } from './misread.ts';
import { partsOf, type TaggedPage } from './tagged.ts';

export interface Example {
  lines: (LineFeatures & { tags: Uint8Array; text: string })[];
}

/** A page as it was drawn, and how wide. */
export interface WidePage {
  width: number;
  page: DrawnPage;
}

/** Pages with their features and the part of each letter. */
export const examplesOf = (pages: readonly TaggedPage[]): Example[] => pages.map(exampleOf);

/** Draws pages of so many disputes. */
export function widePages(wordsOf: (draw: Draw) => Words, count: number, seed: number): WidePage[] {
  const looks = Array.from({ length: count }, (_, i) => {
    const draw = new Draw(seed * 100_003 + i);
    return disputeOf(draw, wordsOf(draw), '').looks;
  }).flat();
  return drawnPages(looks).map((page, i) => ({ width: looks[i]!.width, page }));
}

/** How often a letter is taken for one that looks like it. */
const MISTAKEN = 0.004;

/** Pages as a recogniser gives them, to measure with. */
export function plainPages(pages: readonly WidePage[], seed: number): TaggedPage[] {
  const draw = new Draw(seed);
  return pages.map(({ width, page }) => mistaken({ width, lines: page.lines }, draw));
}

/** Of a hundred pages so many are learnt as poor copies of them, and so many once more as the text copied off them. */
export interface Shares {
  misread: number;
  copied: number;
}

/**
 * The same to learn from: shifted, scaled and glued, so that no one layout is learnt by heart, and some as they come of
 * poor copies and of text that a browser copied.
 */
export function bentPages(pages: readonly WidePage[], seed: number, shares: Shares): TaggedPage[] {
  const draw = new Draw(seed);
  return pages.flatMap(({ width, page }) => {
    const bent: TaggedPage = { width, lines: bend(page, draw).lines };
    const poor = draw.chance(shares.misread) ? misread(bent, draw) : bent;
    const copied = draw.chance(shares.copied) ? copiedPage(page) : undefined;
    return [poor, ...(copied ? [copied] : [])].map((one) => mistaken(one, draw));
  });
}

function mistaken({ width, lines }: TaggedPage, draw: Draw): TaggedPage {
  const read = noisy(draw, { lines }, MISTAKEN);
  return { width, lines: lines.map(({ box, parts }, k) => ({ text: read[k]!.text, box, parts })) };
}

function exampleOf({ lines, width }: TaggedPage): Example {
  const tagsOf = ({ parts }: TaggedPage['lines'][number]): number[] =>
    partsOf(parts).map((part) => Math.max(0, PARTS.indexOf(part as Part)));
  const joined = joinedLines(lines);
  const features = featuresOf(joined, width);
  return {
    lines: joined.map(({ text, pieces }, i) => {
      const tags = new Uint8Array(text.length);
      for (const { line, from } of pieces) tags.set(tagsOf(lines[line]!), from);
      // A space where a moment was broken is a letter of it.
      for (const { from } of pieces.slice(1))
        if (text[from - 1] === ' ' && tags[from] === tags[from - 2]) tags[from - 1] = tags[from]!;
      return { ...features[i]!, text, tags };
    }),
  };
}
