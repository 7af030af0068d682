import type { Box } from '../../model/evidence.ts';
import { formOf } from './forms.ts';

/** A line as the second reader sees it: letters and a place, no table of labels. */
export interface PlacedLine {
  text: string;
  box: Box;
  /** Where it ends, of one that was put together of several; its box is that of the first. */
  bottom?: number;
}

/** A line with those that stand around it. */
export interface Seen extends PlacedLine {
  middle: number;
  right: number;
  bottom: number;
  left?: Seen;
  above?: Seen;
  after?: Seen;
  below?: Seen;
  form: number;
}

/** Each line with the nearest one on each side: in its row, or in its column by one of its edges or its middle. */
export function neighbours(lines: readonly PlacedLine[]): Seen[] {
  const seen: Seen[] = lines.map(({ text, box, bottom = box.y + box.height }) => ({
    text,
    box,
    middle: box.y + box.height / 2,
    right: box.x + box.width,
    bottom,
    form: formOf(text),
  }));
  for (const one of seen) {
    for (const other of seen) {
      if (one === other) continue;
      const sameRow = Math.abs(one.middle - other.middle) < 0.5 * Math.min(one.box.height, other.box.height);
      if (sameRow) {
        const slack = 0.4 * one.box.height;
        if (other.right <= one.box.x + slack && (!one.left || other.right > one.left.right)) one.left = other;
        if (other.box.x >= one.right - slack && (!one.after || other.box.x < one.after.box.x)) one.after = other;
        continue;
      }
      const reach = 1.2 * one.box.height;
      const aligned =
        Math.abs(one.box.x - other.box.x) < reach ||
        Math.abs(one.right - other.right) < reach ||
        Math.abs(one.box.x + one.box.width / 2 - other.box.x - other.box.width / 2) < reach;
      if (!aligned) continue;
      if (other.middle < one.middle && (!one.above || other.middle > one.above.middle)) one.above = other;
      if (other.middle > one.middle && (!one.below || other.middle < one.below.middle)) one.below = other;
    }
  }
  return seen;
}
