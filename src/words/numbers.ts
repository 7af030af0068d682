import { readNumeral } from '../model/numeral.ts';

/** Pattern source of a number as people say it: `48` `1.5` `三` `十五` `两三` `俩` `半`. */
export const NUMBER = '(?:\\d{1,4}(?:\\.\\d)?|[一二两俩三仨四五六七八九十百]{1,5}|半)';

/** Two numbers in a row that mean about so many: 两三, 三五, 十三四. */
const ABOUT = /^([一二三四五六七八九]?十)?([一二两三四五六七八九])([二两三四五六七八九])$/;

/**
 * How many that is, in words of talk; of two numbers (两三, 三五) the larger, since that is what can be relied on.
 * @returns undefined when it is no number
 */
export function amountOf(words: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words);
  if (words === '半') return 0.5;
  const plain = words.replace('俩', '两').replace('仨', '三');
  const about = ABOUT.exec(plain);
  if (!about) return readNumeral(plain.startsWith('百') ? `一${plain}` : plain);
  const [, tens = '', one, other] = about;
  return Math.max(readNumeral(tens + one!)!, readNumeral(tens + other!)!);
}
