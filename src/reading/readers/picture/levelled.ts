import type { Box } from '../../../model/evidence.ts';
import { roomOf } from '../../page/page.ts';
import { placeOf, type ScoredLine } from '../../reader.ts';

/** Of this share of a box's height nothing is letters, at its left and right together. */
const PADDING = 0.35;
/** With less room the padding says more than the letters. */
const LEAST_ROOM = 3.5;
/** Letters so near each other in breadth and height are of one size. */
const ALIKE = { unit: 0.08, height: 0.3 };
const HAN = /\p{Script=Han}/u;

/**
 * Lines of letters of one size in boxes of one height. The recogniser's boxes are as high as the strokes in them: a
 * line with a `y` and one without differ by a fifth, which says nothing of the page. How broad the letters are says
 * what is set larger.
 */
export function levelled(lines: readonly ScoredLine[]): ScoredLine[] {
  const sizes = lines.map((line) => sizeOf(line));
  return lines.map((line, i) => {
    const own = sizes[i];
    if (!own) return line;
    const alike = sizes
      .filter((other) => other?.han === own.han && isNear(own.unit, other.unit, ALIKE.unit))
      .map((other) => other!.place.height)
      .filter((height) => isNear(own.place.height, height, ALIKE.height))
      .toSorted((a, b) => a - b);
    const height = alike[alike.length >> 1]!;
    return { ...line, level: { ...own.place, y: own.place.y + (own.place.height - height) / 2, height } };
  });
}

const isNear = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.max(a, b);

/** Where a line stands, how broad its letters are and of which kind; undefined where too few of them say it. */
function sizeOf(line: ScoredLine): { place: Box; unit: number; han: boolean } | undefined {
  const place = placeOf(line);
  const room = roomOf(line.text.trim());
  if (!place || room < LEAST_ROOM || place.width < place.height) return undefined;
  return { place, unit: (place.width - PADDING * place.height) / room, han: HAN.test(line.text) };
}
