import type { Fen } from '../../model/money.ts';
import { named } from './patterns.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, k: 1000 };

const HAN_NUMBER = '[零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万]{1,12}';
const AMOUNT = new RegExp(
  `(?:[¥￥]|rmb|人民币)\\s{0,2}(\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,2})?|\\d{1,9}(?:\\.\\d{1,2})?)\\s?([万千百kw])?|` +
    `(\\d{1,3}(?:,\\d{3}){1,3}(?:\\.\\d{1,2})?|\\d{1,9}(?:\\.\\d{1,2})?)\\s?(?:([万千百kw])(?![a-z])\\s?(?:元|块|人民币|rmb)?|元|块|人民币|rmb)|` +
    `(${HAN_NUMBER})(?:元|块|万|人民币|圆)`,
  'g',
);
const SCALES: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, 千: 1000, k: 1000, 百: 100 };

/** One amount of money in a text, in 分, with its place. */
export interface AmountPlace {
  start: number;
  end: number;
  fen: Fen;
}

/** Amounts as people write them: `¥96.50`, `5千`, `两万块`, `五百元`, `1,299.00 元`. Folded text. */
export function amountsIn(text: string): AmountPlace[] {
  const found: AmountPlace[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const digits = match[1] ?? match[3];
    const yuan =
      digits === undefined
        ? readHan(match[5]! + (match[0].endsWith('万') ? '万' : ''))
        : Number(digits.replaceAll(',', '')) * (SCALES[match[2] ?? match[4] ?? ''] ?? 1);
    if (Number.isFinite(yuan))
      found.push({ start: match.index, end: match.index + match[0].length, fen: Math.round(yuan * 100) });
  }
  return found;
}

function readHan(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  let lastUnit = 1;
  for (const character of text) {
    const unit = UNITS[character];
    if (character === '万') {
      total += (section + digit || 1) * 10_000;
      section = digit = 0;
      lastUnit = 10_000;
    } else if (unit !== undefined) {
      section += (digit || 1) * unit;
      digit = 0;
      lastUnit = unit;
    } else digit = DIGITS[character] ?? 0;
  }
  // 三千五 is 3500, 一百零五 is 105.
  const spoken = digit > 0 && lastUnit >= 100 && !/[零〇]/.test(text) ? digit * (lastUnit / 10) : digit;
  return total + section + spoken;
}

/** So far before an amount it may be said what it is for. */
const BEFORE = 24;

/** Money on top of a refund, more than the case asks for where that is known. */
export function asksBeyondClaim(words: string, claimFen: Fen | undefined): boolean {
  return amountsIn(words).some(
    ({ start, end, fen }) =>
      (claimFen === undefined || fen > claimFen) &&
      (named('extra-before').test(words.slice(Math.max(0, start - BEFORE), start)) ||
        named('extra-behind').test(words.slice(end, end + 4))),
  );
}
