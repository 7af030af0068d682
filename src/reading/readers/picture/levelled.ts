import type { Box } from '../../../model/evidence.ts';
import { roomOf } from '../../page/page.ts';
import { placeOf, type ScoredLine } from '../../reader.ts';

/** Of this share of a box's height nothing is letters, at its left and right together. */
const PADDING = 0.35;
/** With less room the padding says more than the letters. */
const LEAST_ROOM = 3.5;
/** Letters so near each other in breadth and height are of one size. */
const ALIKE = { unit: 0.05, height: 0.3 };
const HAN = /\p{Script=Han}/u;

/**
 * Lines of Latin letters and digits of one size in boxes of one height. The recogniser's boxes are as high as the
 * strokes in them: a line with a `y` is a fifth higher than one without, which says nothing of the page, and how broad
 * the letters are does. Chinese letters are all as high; where their boxes differ, so do their sizes.
 */
export function levelled(lines: readonly ScoredLine[]): ScoredLine[] {
  const sizes = lines.map((line) => sizeOf(line));
  return lines.map((line, i) => {
    const own = sizes[i];
    if (!own) return line;
    const alike = sizes
      .filter((other) => other !== undefined && isNear(own.unit, other.unit, ALIKE.unit))
      .map((other) => other!.place.height)
      .filter((height) => isNear(own.place.height, height, ALIKE.height))
      .toSorted((a, b) => a - b);
    const height = alike[alike.length >> 1]!;
    return { ...line, level: { ...own.place, y: own.place.y + (own.place.height - height) / 2, height } };
  });
}

const isNear = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.max(a, b);

/** Where a line stands, and how broad its letters are; undefined where they do not say it. */
function sizeOf(line: ScoredLine): { place: Box; unit: number } | undefined {
  const place = placeOf(line);
  const room = roomOf(line.text.trim());
  if (!place || HAN.test(line.text) || room < LEAST_ROOM || place.width < place.height) return undefined;
  return { place, unit: (place.width - PADDING * place.height) / room };
}
