import type { Draw } from '../looks/draw.ts';
import { inStretches, partsOf, type TaggedLine, type TaggedPage } from './tagged.ts';

/** How often what happens to a page that is photographed or shrunken before it is recognised. */
const CUT = 0.15;
const SPLIT = 0.2;
const MERGED = 0.12;
const LOST = 0.01;
const UNSIGNED = 0.1;
const SPACELESS = 0.15;
const LETTERS = 0.012;

/** Letters with the part of each, while lines are cut and joined. */
interface Letters {
  letters: string[];
  parts: string[];
  box: TaggedLine['box'];
}

/**
 * A page as a recogniser gives a poor copy of it: turned and narrowed a little, rows broken in two or run together,
 * signs and spaces lost, some letters taken for others, cut off at an end. Nothing else of a page is so on photographs
 * only, so what is learnt from it holds for good copies too.
 */
export function misread(page: TaggedPage, draw: Draw): TaggedPage {
  const all = page.lines.map(({ text, box, parts }): Letters => {
    return { letters: text.split(''), parts: partsOf(parts), box };
  });
  const kept = cutOff(all, draw).filter(() => !draw.chance(LOST));
  const split = kept.flatMap((line) => (draw.chance(SPLIT) ? inTwo(line, draw) : [line]));
  const lines = merged(split, draw).map((line) => unsigned(line, draw));
  const han = page.lines.flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? []);
  if (han.length > 0)
    for (const { letters } of lines)
      for (const [i, letter] of letters.entries())
        if (/\p{Script=Han}/u.test(letter) && draw.chance(LETTERS)) letters[i] = draw.pick(han);
  const turned = turn(lines, page.width, draw);
  return {
    width: page.width,
    lines: turned.flatMap(({ letters, parts, box }) =>
      letters.length === 0 ? [] : [{ text: letters.join(''), box, parts: inStretches(parts) }],
    ),
  };
}

/** Without what stands above or below some height, as where a picture was cropped. */
function cutOff(lines: readonly Letters[], draw: Draw): readonly Letters[] {
  if (lines.length < 6 || !draw.chance(CUT)) return lines;
  const heights = lines.map(({ box }) => box.y).toSorted((a, b) => a - b);
  const edge = heights[draw.int(1, Math.floor(heights.length / 3))]!;
  const bottom = heights.at(-1)! - edge;
  return draw.chance(0.5)
    ? lines.filter(({ box }) => box.y >= edge)
    : lines.filter(({ box }) => box.y <= Math.max(bottom, heights[2]!));
}

/** Broken behind a colon or at a space. */
function inTwo(line: Letters, draw: Draw): Letters[] {
  const { letters } = line;
  const isDigit = (i: number): boolean => /\d/.test(letters[i] ?? '');
  const places = letters.flatMap((letter, i) => {
    const ends = /[\s：]/.test(letter) || (letter === ':' && !(isDigit(i - 1) && isDigit(i + 1)));
    return ends && i > 0 && i < letters.length - 1 ? [i] : [];
  });
  if (places.length === 0) return [line];
  const at = draw.pick(places) + 1;
  const share = at / letters.length;
  const { x, width } = line.box;
  const left = { ...line.box, width: Math.round(width * share) };
  const right = { ...line.box, x: Math.round(x + width * share), width: Math.round(width * (1 - share)) };
  return [trimmed(line, 0, at, left), trimmed(line, at, letters.length, right)];
}

function trimmed({ letters, parts }: Letters, from: number, to: number, box: Letters['box']): Letters {
  let [start, end] = [from, to];
  while (start < end && letters[start]!.trim() === '') start++;
  while (end > start && letters[end - 1]!.trim() === '') end--;
  return { letters: letters.slice(start, end), parts: parts.slice(start, end), box };
}

/** What stands side by side, run together with or without a space. */
function merged(lines: readonly Letters[], draw: Draw): Letters[] {
  const out: Letters[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const gap = last ? line.box.x - last.box.x - last.box.width : 0;
    const isBeside =
      last !== undefined &&
      Math.abs(last.box.y - line.box.y) < 0.3 * line.box.height &&
      gap > -4 &&
      gap < 4 * line.box.height;
    if (!isBeside || !draw.chance(MERGED)) {
      out.push(line);
      continue;
    }
    const space = draw.chance(0.5) ? [' '] : [];
    out[out.length - 1] = {
      letters: [...last.letters, ...space, ...line.letters],
      parts: [...last.parts, ...space.map(() => 'none'), ...line.parts],
      box: { ...last.box, width: line.box.x + line.box.width - last.box.x },
    };
  }
  return out;
}

/** Without the colon at its end or the spaces in it. */
function unsigned(line: Letters, draw: Draw): Letters {
  const colons = draw.chance(UNSIGNED);
  const spaces = draw.chance(SPACELESS);
  const keep = line.letters.map((letter, i) => {
    if (/\s/.test(letter)) return !spaces;
    return !(colons && i > 0 && letter === '：');
  });
  if (keep.every(Boolean)) return { ...line, letters: [...line.letters] };
  return {
    letters: line.letters.filter((_, i) => keep[i]),
    parts: line.parts.filter((_, i) => keep[i]),
    box: line.box,
  };
}

/** Turned by up to a degree, and narrower at one end. */
function turn(lines: readonly Letters[], width: number, draw: Draw): Letters[] {
  const slope = (draw.next() - 0.5) * 0.03;
  const narrow = (draw.next() - 0.5) * 0.1;
  const height = Math.max(1, ...lines.map(({ box }) => box.y));
  const thick = 0.85 + draw.next() * 0.3;
  return lines.map((line) => {
    const { box } = line;
    const middle = width / 2;
    const scale = 1 - narrow * (box.y / height);
    return {
      ...line,
      box: {
        x: Math.max(0, Math.round(middle + (box.x - middle) * scale)),
        y: Math.round(box.y + slope * (box.x + box.width / 2) + draw.int(-1, 1)),
        width: Math.round(box.width * scale),
        height: Math.max(8, Math.round(box.height * thick) + draw.int(-1, 1)),
      },
    };
  });
}
