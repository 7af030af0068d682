import type { LabelRow } from '../../../knowledge/schema/pages.ts';

const NUMBER = String.raw`\s*#?\s*(?=[A-Z0-9_-]*\d[A-Z0-9_-]*\d)[A-Z0-9][A-Z0-9_-]{5,}(?=$|\s|[·•|,;()])`;
/** `Order VLY-5083-KEQ7`, `Purchase #KF-2210-88431`: of itself `Order` is a button. */
const ORDER = new RegExp(`^((?:[Yy]our\\s)?(?:[Oo]rder|ORDER|[Pp]urchase))(?:\\s|(?=#))${NUMBER}`);

const A_NUMBER = new RegExp(`^${NUMBER}`);
const DAY = new RegExp(
  [
    String.raw`^\s+(?:on\s+)?(?:20\d\d[-/.]`,
    String.raw`\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+20\d\d`,
    String.raw`[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+20\d\d)`,
  ].join('|'),
);
/** A name of up to four words; what a page says of its sellers begins with a small letter or one of these words. */
const NAME = new RegExp(
  [
    String.raw`^\s+(?!(?:Rating|Response|Protection|Feedback|Info|Information|Details)\b)`,
    String.raw`(?!(?:Notes|Terms|Policy|Support|Credit)\b)`,
    String.raw`[\p{Lu}\d][\p{L}\d_.'&-]*(?:\s+[\p{L}\d_.'&-]+){0,3}(?:\s*[★☆·•|(].*|\s+\d.*)?$`,
  ].join(''),
  'u',
);
/**
 * `Order ID VLY-5083-KEQ7`, `Placed Oct 22, 2026`, `Sold by Northpixel ★ 96%`: behind an English label one space is
 * enough where what follows has the form of its value.
 */
const FORMS: Partial<Record<LabelRow['means'], RegExp>> = {
  orderNo: A_NUMBER,
  tradeNo: A_NUMBER,
  merchantOrderNo: A_NUMBER,
  orderedAt: DAY,
  paidAt: DAY,
  merchant: NAME,
};

/** Has what follows an English label the form of a value of this part? */
export const isInForm = (means: LabelRow['means'], rest: string): boolean => FORMS[means]?.test(rest) ?? false;

/** How many letters the word takes that a text begins with and that says of which order the number behind it is. */
export const orderBefore = (text: string): number => ORDER.exec(text)?.[1]!.length ?? 0;
