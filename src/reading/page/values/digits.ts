import type { FactKey } from '../../../model/facts.ts';
import type { Joined, Value } from './joined.ts';

/** Letters that digits are read as. */
const DIGIT_OF: Record<string, string> = { O: '0', o: '0', l: '1', I: '1', S: '5', B: '8', Z: '2' };
/** More of them are no slips of a recogniser. */
const MOST_MENDED = 2;
/** A letter that was read so surely stands as it is. */
const SURE_LETTER = 0.93;

/** Numbers that begin with a few capitals of the shop or none, and are digits from there on. */
const NUMBERS: Partial<Record<FactKey, RegExp>> = {
  orderNo: /^([A-Za-z]{0,4}-?)([\dA-Za-z-]{10,})$/,
  merchantOrderNo: /^((?:[A-Za-z]{0,4}-?)(?:\d{3}P)?)([\dA-Za-z-]{10,})$/,
  tradeNo: /^()([\dA-Za-z]{16,})$/,
  account: /^()([\dA-Za-z]{7,12})$/,
};
const DIGITS_ONLY = /^\d+(?:-\d+)*$/;

/**
 * A number of digits in which one letter or two were read for the digits that they look like, put right and doubted: it
 * is shown to a person, with what was read. Only letters that the recogniser itself was not sure of are put right.
 */
export function withDigits(key: FactKey, value: Value): Value {
  const form = NUMBERS[key]?.exec(value.value);
  if (!form || value.scores.length === 0 || DIGITS_ONLY.test(form[2]!)) return value;
  const from = form[1]!.length;
  const letters = [...form[2]!].flatMap((letter, i) => (/[A-Za-z]/.test(letter) ? [from + i] : []));
  const scored = value.value.replace(/[^A-Za-z0-9]/g, '').length === value.scores.length;
  const unsure = letters.every((at) => scoreAt(value, at, scored) < SURE_LETTER);
  if (letters.length > MOST_MENDED || !unsure || letters.some((at) => DIGIT_OF[value.value.charAt(at)] === undefined))
    return value;
  const mended = [...value.value].map((letter, i) => (letters.includes(i) ? DIGIT_OF[letter]! : letter)).join('');
  return DIGITS_ONLY.test(mended.slice(from))
    ? { ...value, value: mended, mended: value.value, doubtful: true }
    : value;
}

function scoreAt({ value, scores }: Value, at: number, scored: boolean): number {
  if (!scored) return Math.min(...scores);
  return scores[value.slice(0, at).replace(/[^A-Za-z0-9]/g, '').length] ?? 1;
}

/** A letter beside a digit, or between the signs of a time or an amount. */
const AMONG_DIGITS = /(?<=[\d:：.¥￥/-])[OolISB](?=[\d:：.年月日/-]|$)|(?<=^|[年月:：.¥￥ /-])[OoIlSB](?=\d)/g;

/** The same words with letters among digits taken for digits; none where the picture was sure of them. */
export function readAsDigits(joined: Joined): Joined | undefined {
  let count = 0;
  const text = joined.text.replace(AMONG_DIGITS, (letter, at: number) => {
    if ((joined.scores[at] ?? 1) >= SURE_LETTER) return letter;
    count++;
    return DIGIT_OF[letter]!;
  });
  return count > 0 && count <= MOST_MENDED ? { ...joined, text } : undefined;
}
