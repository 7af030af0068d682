import { asLabel } from './forms.ts';
import type { Seen } from './neighbours.ts';

/** As near as this, in heights of the line, what stands above may be a label. */
const NEAR_ABOVE = 2.2;
/** So near to the margin, in heights of a line, there was no room for another letter, or two. */
export const FULL = [1.1, 2.5];
/** On which side of what is surely a value most pages' labels stand. */
const SIDES = ['left', 'above', 'after', 'below'] as const;
export type Side = (typeof SIDES)[number];

/** The words that may be a line's label, and where they stand. */
export interface LabelBeside {
  words: string;
  /** 0 nowhere, 1 left, 2 above, 5 above where that line is full, 6 behind, 7 below; 3 and 4 are of its own line. */
  from: 0 | 1 | 2 | 5 | 6 | 7;
  left: string;
  above: string;
  below: string;
  /** The label of the line that this one goes on with. */
  wrapped: string;
}

export const FROM: Record<Side, LabelBeside['from']> = { left: 1, above: 2, after: 6, below: 7 };
/** Forms of lines that are a time, money, a number or a code, and never a label. */
const SURELY_VALUES = 15;
/** Is its form that of a value, whatever stands around it? */
export const isSurelyValue = ({ form }: Seen): boolean => form > 0 && form < SURELY_VALUES;
const isNear = (upper: Seen, lower: Seen): boolean => lower.box.y - upper.bottom < NEAR_ABOVE * lower.box.height;
/** `Order No.`: a few words of Latin letters. */
const LATIN_LABEL = /^[A-Za-z][A-Za-z .#/()-]{1,22}[:：]?$/;
/** Short, of letters, and no sentence. */
const mayBeLabel = ({ form, text }: Seen): boolean =>
  (form >= 20 && text.length <= 12) || (form >= SURELY_VALUES && LATIN_LABEL.test(text));

/** What stands on that side of a line, near enough to be its label. */
export function neighbourAt(one: Seen, side: Side): Seen | undefined {
  if (side === 'above') return one.above && isNear(one.above, one) ? one.above : undefined;
  if (side === 'below') return one.below && isNear(one, one.below) ? one.below : undefined;
  return one[side];
}

/**
 * On which side the labels of a page stand: that on which most of its times, sums and numbers have a short line of
 * words. A page of one habit tells by its numbers where the label of a name is.
 */
export function sideOf(seen: readonly Seen[]): Side | undefined {
  const values = seen.filter(isSurelyValue);
  const counts = SIDES.map((side) => values.filter((one) => isLabelled(one, side)).length);
  const most = Math.max(...counts);
  return most < 2 || most * 2 <= values.length ? undefined : SIDES[counts.indexOf(most)];
}

function isLabelled(one: Seen, side: Side): boolean {
  const other = neighbourAt(one, side);
  return other !== undefined && mayBeLabel(other);
}

/**
 * What may be the label of each line, and where it stands.
 * @param margin how far to the right the words of the page reach
 * @param side on which the page has its labels
 */
export function labelsOf(seen: readonly Seen[], margin: number, side: Side | undefined): Map<Seen, LabelBeside> {
  const out = new Map<Seen, LabelBeside>();
  for (const one of seen.toSorted((a, b) => a.box.y - b.box.y)) {
    const over = neighbourAt(one, 'above');
    const words = (at: Side): string => {
      const other = neighbourAt(one, at);
      return other ? asLabel(other.text) : '';
    };
    const [left, above, below] = [words('left'), words('above'), words('below')];
    const usual = side && isLabelled(one, side) ? words(side) : '';
    // A line without a label at its left goes on with the one above it, whatever that one's label is.
    const before = over && out.get(over);
    const wrapped = !one.left && before ? (before.from === 1 ? before.left : before.words) : '';
    // Under a line that was full, words go on as what it ended with.
    const full = over !== undefined && margin - over.right < FULL[0]! * one.box.height;
    out.set(one, {
      words: usual || left || above,
      from: usual ? FROM[side!] : left ? 1 : above ? (full ? 5 : 2) : 0,
      left,
      above,
      below,
      wrapped,
    });
  }
  return out;
}
