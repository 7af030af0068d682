import { parseFen, type Fen } from '../model/money.ts';
import { readNumeral } from '../model/numeral.ts';

const DIGIT = '[一二两三四五六七八九]';
/** 一百二, 三千五, 一万二: the last digit is one step below the unit before it. */
const SHORT = new RegExp(`^(.*${DIGIT}?)([百千万])(${DIGIT})$`);
const STEP: Record<string, number> = { 百: 10, 千: 100, 万: 1_000 };

/**
 * An amount as people write it: 58块, 58块8, RMB58, ￥58.8元, 五十八块八, 1.2万, 5毛.
 * @returns 分; undefined when it is no amount or says only about how much
 */
export function typedFen(text: string): Fen | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(?:人民币|rmb|cny|¥)|(?:人民币|rmb|cny)$/gi, '')
    .replace(/[整正]$/, '')
    .replace(/(?<=[块元])钱$/, '');
  const exact = parseFen(plain);
  if (exact !== undefined) return exact;
  const m = /^(?:([^块元毛角分]+)[块元])?(?:([^块元毛角分]+)[毛角])?(?:([^块元毛角分]+)分?)?$/.exec(plain);
  if (!m || plain === '') return undefined;
  const [, yuan, tenths, rest] = m;
  const [yuanFen, tenthsFen] = [yuan === undefined ? 0 : wholeFen(yuan), tenths === undefined ? 0 : partOf(tenths, 10)];
  if (yuanFen === undefined || tenthsFen === undefined) return undefined;
  if (rest === undefined) return yuanFen + tenthsFen;
  // 五十八 by itself is yuan, in 五十八块八 the last is 角, in 58块85 both are given, in 8毛5 it is 分.
  if (yuan === undefined && tenths === undefined) return plain.endsWith('分') ? partOf(rest, 1) : wholeFen(rest);
  const cents = restFen(rest, tenths !== undefined || plain.endsWith('分'));
  return cents === undefined ? undefined : yuanFen + tenthsFen + cents;
}

function restFen(rest: string, lastIsFen: boolean): Fen | undefined {
  if (/^\d{2}$/.test(rest)) return Number(rest);
  const bare = rest.replace(/^[零〇](?=.)/, '');
  const n = smallNumber(bare);
  if (n === undefined || n > 9) return undefined;
  return lastIsFen || bare !== rest ? n : n * 10;
}

const smallNumber = (words: string): number | undefined =>
  /^\d{1,2}$/.test(words) ? Number(words) : readNumeral(words);

function partOf(words: string, fen: number): Fen | undefined {
  const n = smallNumber(words.replace(/^[零〇](?=.)/, ''));
  return n === undefined || (fen === 10 && n > 9) || n > 99 ? undefined : n * fen;
}

function wholeFen(words: string): Fen | undefined {
  const exact = parseFen(words);
  if (exact !== undefined) return exact;
  const tens = /^(\d+(?:\.\d{1,4})?)([万千百])$/.exec(words);
  if (tens) return parseFen(String(Math.round(Number(tens[1]) * STEP[tens[2]!]! * 10 * 100) / 100));
  const short = SHORT.exec(words);
  if (short) {
    const above = readNumeral(short[1]! + short[2]!);
    const below = readNumeral(short[3]!);
    return above === undefined || below === undefined ? undefined : (above + below * STEP[short[2]!]!) * 100;
  }
  const n = readNumeral(words);
  return n === undefined ? undefined : n * 100;
}
