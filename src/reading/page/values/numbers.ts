import { parseTime } from '../../../model/moment.ts';
import { isSpoiltWalletNumber } from '../../wallets.ts';
import { until, valueOf, withoutSpaces, type Joined, type Value } from './joined.ts';

/** How many: `x2`, `3 件`; what it costs may stand behind it. */
export function readCount(joined: Joined): Value | undefined {
  const match = /^[x×X*]?\s*(\d{1,5})\s*(?:件|个|张|份|次|组|套|笔)?(?:\s*[¥￥$€£].*)?$/.exec(joined.text.trim());
  const digits = match ? joined.text.indexOf(match[1]!) : 0;
  return match && Number(match[1]) > 0
    ? valueOf(joined, String(Number(match[1])), digits, digits + match[1]!.length)
    : undefined;
}

/** Digits with a point and cents behind them are a number that an amount was glued to. */
const ORDER_NO = new RegExp(
  [
    String.raw`(?<![A-Za-z0-9]|[A-Za-z0-9][-_])(?:[A-Z]{2,4}\.)?`,
    String.raw`(?:[A-Za-z]{1,6}[-_]){0,3}[A-Za-z]{0,6}[-_]?\d[A-Za-z0-9_-]{5,45}`,
    String.raw`(?![A-Za-z0-9]|\.\d{2}(?!\d))`,
  ].join(''),
);
/** `VLY-5083-KEQ7`, `U7K2M9QXZ4RTB1WE`: capitals among few digits. */
const MIXED = /^(?=.{9})(?=(?:[^A-Z]*[A-Z]){3})[A-Z0-9_-]+$/;
const FEWEST_DIGITS = { alone: 6, mixed: 4 };

/** `VLY-5083-KEQ7 · 14 November 2026`, `TN-9F27C14B80 is confirmed`: behind it stands something else. */
const ENDS = /(?<=\d.*)\s*[·•|]|(?<=^\s*#?[A-Z\d_-]{6,})\s+(?:[a-z]{2}|[(–—-])/;

/** `CM-ACC-26091408812`, `D7K20M4XQ9VB`: capitals and figures alone in their place, in groups or none. */
const WHOLE = /^#?((?=[A-Z_-]*\d)(?=[\d_-]*[A-Z])(?=(?:[-_]?[A-Z\d]){10,40}$)[A-Z\d]+(?:[-_][A-Z\d]+)*)$/;

/** An order's number: at least six digits, or four among capitals; no words. */
export function readOrderNo(joined: Joined): Value | undefined {
  const end = joined.text.search(ENDS);
  const compact = withoutSpaces(end > 0 ? until(joined, end) : joined);
  const whole = WHOLE.exec(compact.text)?.[1];
  if (whole !== undefined && whole.replace(/\D/g, '').length >= FEWEST_DIGITS.mixed) {
    const from = compact.text.length - whole.length;
    return { ...valueOf(compact, whole, from, compact.text.length), text: joined.text.trim() };
  }
  const match = ORDER_NO.exec(compact.text);
  if (!match) return undefined;
  const number = match[0].replace(/[-_]+$/, '');
  const digits = number.replace(/\D/g, '').length;
  const fewest = MIXED.test(number) ? FEWEST_DIGITS.mixed : FEWEST_DIGITS.alone;
  if (digits < fewest || parseTime(number) || /^1[3-9]\d{9}$/.test(number)) return undefined;
  if (compact.text.length > number.length + 6) return undefined;
  return { ...valueOf(compact, number, match.index, match.index + number.length), text: joined.text.trim() };
}

/** A wallet's or bank's number of a payment. */
export function readTradeNo(joined: Joined): Value | undefined {
  const compact = withoutSpaces(joined);
  const match = /(?<![A-Za-z0-9])[A-Za-z]{0,8}\d[A-Za-z0-9]{9,45}(?![A-Za-z0-9])/.exec(compact.text);
  if (!match || compact.text.length > match[0].length + 6) return undefined;
  if (match[0].replace(/\D/g, '').length < 8) return undefined;
  return {
    ...valueOf(compact, match[0], match.index, match.index + match[0].length, isSpoiltWalletNumber(match[0])),
    text: joined.text.trim(),
  };
}

const CARD = /(?<![A-Za-z0-9])(?=[A-Za-z0-9-]*[A-Za-z0-9]{3})[A-Za-z0-9]{3,}(?:[-–—_][A-Za-z0-9]{3,})*(?![A-Za-z0-9])/;

/** A card's code: groups of letters and digits, eight or more in all. */
export function readCardCode(joined: Joined): Value | undefined {
  const compact = withoutSpaces(joined);
  const match = CARD.exec(compact.text);
  if (!match) return undefined;
  const code = match[0].replace(/[–—_]/g, '-');
  const bare = code.replaceAll('-', '');
  // `QWER-TYUI` is a code, non-refundable is none.
  const mixed = /\d/.test(bare) || (code.includes('-') && !/[a-z]/.test(code));
  if (bare.length < 8 || bare.length > 40 || !mixed || compact.text.length > code.length + 4) return undefined;
  return { ...valueOf(compact, code, match.index, match.index + match[0].length), text: joined.text.trim() };
}

/** A mobile number of China, without its +86. */
export function readPhone(joined: Joined): Value | undefined {
  const compact = withoutSpaces(joined);
  const match = /(?<!\d)(?:\+?86-?)?(1[3-9]\d{9})(?!\d)/.exec(compact.text);
  return match
    ? valueOf(compact, match[1]!, match.index + match[0].length - 11, match.index + match[0].length)
    : undefined;
}
