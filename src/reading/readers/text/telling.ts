import type { TextLine } from '../../../model/reading.ts';

/** Up to here everything is looked at; pages and receipts are far shorter. */
const SHORT = 1000;
/** Of a long text this many lines are searched for values. */
const SEARCHED = 2000;
const HOLDS_VALUE = /\d|[¥￥]/;

/**
 * The lines of a long text in which order numbers, amounts, times or codes can
 * stand; of years of chat the newest. A short text stays whole.
 */
export function tellingLines<T extends TextLine>(lines: readonly T[]): readonly T[] {
  if (lines.length <= SHORT) return lines;
  return lines.filter((line) => HOLDS_VALUE.test(line.text)).slice(-SEARCHED);
}
