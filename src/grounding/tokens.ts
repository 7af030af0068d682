import { parseFen, type Fen } from '../model/money.ts';
import { isDay, type Day } from '../model/moment.ts';

/** Values that a reader could check, with their places in the text. */
export interface Token {
  kind: 'date' | 'time' | 'amount' | 'number' | 'exhibit' | 'quote' | 'count';
  start: number;
  end: number;
  text: string;
  /** Compared with the case: a day, `17:39`, 分, the bare number or the folded words. */
  value: string;
  /** Dates: the time of day that follows, `17:39:39`. */
  time?: string;
}

/**
 * Full-width digits and letters as plain ones, without changing any length, so
 * that places in the folded text are places in the text.
 */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (char) => {
    const plain = String.fromCharCode(char.charCodeAt(0) - 0xfee0);
    return /[0-9A-Za-z:.,*/-]/.test(plain) && plain !== ',' && plain !== ':' ? plain : char;
  });
}

/** Words without punctuation and spaces: what has to agree in a quotation. */
export function bareWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}*]/gu, '')
    .toLowerCase();
}

const two = (text: string): string => text.padStart(2, '0');

const CLOCK = /(?:[ T]?(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?)?/.source;
const DATE = new RegExp(
  `(?:(\\d{4})(?:年|[-/.])(\\d{1,2})[-/.月](\\d{1,2})日?|(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号])${CLOCK}`,
  'g',
);
const TIME = /(?<!\d)(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?(?!\d)/g;
const AMOUNT = /[¥￥]\s*(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s*(?:元|块钱?|人民币)/g;
const EXHIBIT = /证据[ \t]?(\d{1,4})/g;
const QUOTE = /“([^”\n]*)”|‘([^’\n]*)’|「([^」\n]*)」/g;
const NUMBER = /[A-Za-z0-9*_]+(?:[-.:/][A-Za-z0-9*_]+)*/g;
const COUNT = /[一二三四五六七八九十百千万两]+(?=(?:个)?(?:工作日|自然日|日内|天|小时|倍|元|年内|次))/g;
/** Numbers that stand for themselves: hotlines and the numbering of lists. */
const ITEM = /^[ \t]*(?:\d{1,2}[.、．)](?!\d)|[（(]\d{1,2}[)）])\s*/gm;

interface Span {
  start: number;
  end: number;
}

/**
 * Takes the checkable values out of a text, longest readings first: a date is not
 * also a number, the number in a quotation belongs to the quotation and to itself.
 */
export function readTokens(text: string): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  const taken: Span[] = [];
  const free = (start: number, end: number): boolean => !taken.some((span) => start < span.end && span.start < end);
  const take = (token: Token): void => {
    tokens.push(token);
    taken.push(token);
  };
  for (const match of folded.matchAll(ITEM)) taken.push({ start: match.index, end: match.index + match[0].length });
  for (const match of folded.matchAll(QUOTE)) {
    const words = match[1] ?? match[2] ?? match[3] ?? '';
    tokens.push({
      kind: 'quote',
      start: match.index + 1,
      end: match.index + 1 + words.length,
      text: words,
      value: bareWords(words),
    });
  }
  for (const match of folded.matchAll(EXHIBIT)) {
    take({
      kind: 'exhibit',
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      value: String(Number(match[1])),
    });
  }
  for (const match of folded.matchAll(DATE)) {
    const [whole] = match;
    const [year, month, day] = match[1] === undefined ? match.slice(4, 7) : match.slice(1, 4);
    const before = folded[match.index - 1] ?? '';
    const after = folded[match.index + whole.length] ?? '';
    if (/[0-9A-Za-z]/.test(before) || /[0-9A-Za-z]/.test(after) || !free(match.index, match.index + whole.length))
      continue;
    const value: Day = year ? `${year}-${two(month!)}-${two(day!)}` : `${two(month!)}-${two(day!)}`;
    const time =
      match[7] === undefined
        ? undefined
        : [match[7], match[8]!, match[9]]
            .filter((part) => part !== undefined)
            .map(two)
            .join(':');
    take({
      kind: 'date',
      start: match.index,
      end: match.index + whole.length,
      text: whole.trim(),
      value: year && !isDay(value) ? `no day: ${value}` : value,
      time,
    });
  }
  for (const match of folded.matchAll(AMOUNT)) {
    if (!free(match.index, match.index + match[0].length)) continue;
    const digits = match[1] ?? match[2]!;
    const before = folded[match.index - 1] ?? '';
    if (match[1] === undefined && /[0-9A-Za-z.*]/.test(before)) continue;
    const fen: Fen | undefined = parseFen(digits);
    take({
      kind: 'amount',
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      value: fen === undefined ? digits : String(fen),
    });
  }
  for (const match of folded.matchAll(TIME)) {
    if (!free(match.index, match.index + match[0].length)) continue;
    take({
      kind: 'time',
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      value: [match[1]!, match[2]!, match[3]]
        .filter((part) => part !== undefined)
        .map(two)
        .join(':'),
    });
  }
  for (const match of folded.matchAll(NUMBER)) {
    if (!/[\d*]/.test(match[0]) || !free(match.index, match.index + match[0].length)) continue;
    take({
      kind: 'number',
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      value: match[0].toLowerCase(),
    });
  }
  for (const match of folded.matchAll(COUNT)) {
    take({ kind: 'count', start: match.index, end: match.index + match[0].length, text: match[0], value: match[0] });
  }
  return tokens.sort((a, b) => a.start - b.start || b.end - a.end);
}
