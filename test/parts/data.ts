import { featuresOf, type LineFeatures } from '../../src/reading/parts/features.ts';
import { joinedLines } from '../../src/reading/parts/joined-lines.ts';
import { PARTS, type Part } from '../../src/reading/parts/parts.ts';
import { Draw } from '../looks/draw.ts';
import { drawnPages, type DrawnLine, type DrawnPage } from '../looks/lines.ts';
import { noisy } from '../looks/measure.ts';
import { disputeOf } from '../looks/screens.ts';
import type { Words } from '../looks/words.ts';

export interface Example {
  lines: (LineFeatures & { tags: Uint8Array; text: string })[];
}

/** A page as a recogniser gives it, with the part of each letter in stretches. */
export interface TaggedPage {
  width: number;
  lines: { text: string; box: DrawnLine['box']; parts: DrawnLine['parts'] }[];
}

/** Pages with their features and the part of each letter. */
export const examplesOf = (pages: readonly TaggedPage[]): Example[] => pages.map(exampleOf);

/** Draws pages of so many disputes. @param bent shifted, scaled and glued, so that no one layout is learnt by heart */
export function taggedPages(wordsOf: (draw: Draw) => Words, count: number, seed: number, bent: boolean): TaggedPage[] {
  const looks = Array.from({ length: count }, (_, i) => {
    const draw = new Draw(seed * 100_003 + i);
    return disputeOf(draw, wordsOf(draw), '').looks;
  }).flat();
  const draw = new Draw(seed);
  return drawnPages(looks).map((drawn, i) => {
    const page = bent ? bend(drawn, draw) : drawn;
    const read = noisy(draw, page, 0.004);
    return {
      width: looks[i]!.width,
      lines: page.lines.map(({ box, parts }, k) => ({ text: read[k]!.text, box, parts })),
    };
  });
}

function exampleOf({ lines, width }: TaggedPage): Example {
  const tagsOf = ({ parts }: TaggedPage['lines'][number]): number[] =>
    parts.flatMap(([part, n]) => Array<number>(n).fill(Math.max(0, PARTS.indexOf(part as Part))));
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

/** Shifts, scales and glues, so that no one layout is learnt by heart. */
function bend(page: DrawnPage, draw: Draw): DrawnPage {
  const dx = draw.int(-20, 40);
  const spread = 0.85 + draw.next() * 0.4;
  const glue = draw.chance(0.15);
  const colons = draw.chance(0.1);
  const lines = page.lines.map((line) => ({
    ...line,
    box: {
      ...line.box,
      x: Math.max(0, Math.round(line.box.x + dx + draw.int(-3, 3))),
      y: Math.round(line.box.y * spread + draw.int(-2, 2)),
      height: Math.max(8, line.box.height + draw.int(-2, 2)),
    },
  }));
  if (draw.chance(0.25)) {
    const column = draw.int(160, 320);
    const gap = draw.int(16, 60);
    const fixed = draw.chance(0.5);
    for (const line of lines) {
      const left = lines
        .filter((other) => Math.abs(other.box.y - line.box.y) < 8 && other.box.x + other.box.width <= line.box.x)
        .toSorted((a, b) => b.box.x - a.box.x)[0];
      if (left?.parts.length !== 1 || left.parts[0]![0] !== 'label' || line.parts[0]![0] === 'label') continue;
      const end = left.box.x + left.box.width;
      line.box.x = fixed ? Math.max(end + 8, left.box.x + column) : end + gap;
    }
  }
  if (!glue && !colons) return { ...page, lines };
  // A value joined to the label before it, as where the gap is small.
  const joined: typeof lines = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isLabel = last?.parts.length === 1 && last.parts[0]![0] === 'label';
    if (last && isLabel && glue && line.parts[0]![0] !== 'label' && Math.abs(last.box.y - line.box.y) < 8) {
      const sign = colons && !/[:：]$/.test(last.text) ? '：' : '';
      last.text += sign + line.text;
      if (sign) last.parts.push(['none', 1]);
      last.parts.push(...line.parts);
      last.box.width = line.box.x + line.box.width - last.box.x;
    } else joined.push({ ...line, parts: [...line.parts] });
  }
  return { ...page, lines: joined };
}
