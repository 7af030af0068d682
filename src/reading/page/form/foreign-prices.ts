import type { Kind } from '../../../model/evidence.ts';
import type { FieldReading } from '../../../model/reading.ts';
import { isEnglish } from '../../../words/english.ts';
import { foundOf, type Found } from '../found.ts';
import { part, type Cell, type Page } from '../page.ts';
import { readMoney } from '../values/money.ts';
import { currencyAlone, foreignMoneyIn, namesYuan } from '../values/foreign.ts';

/** Pages on which a purchase has its price; a wallet in China counts in 元, whatever language it speaks. */
const PRICED: readonly Kind[] = ['order', 'refund', 'email', 'other'];

/**
 * Pictures lose the sign before a sum, and € first of all. On an English page without a word of 元 a sum without a sign
 * is asked; where the page says in which money it has its prices, it is none in 元.
 */
export function withoutForeign(found: readonly Found[], page: Page, kind: Kind): Found[] {
  if (!PRICED.includes(kind) && kind !== 'payment') return [...found];
  const cells = page.rows.flat();
  const texts = cells.map(({ text }) => text);
  const whole = texts.join('\n');
  const isAbroad = foreignMoneyIn(whole).some((sum) => HAS_CENTS.test(sum));
  // Beside sums of another country a number without cents or sign says how many.
  const sums = found.filter(({ key, value, text }) => key !== 'amount' || !isAbroad || !isCount(value, text));
  if (texts.some(namesYuan)) {
    const has = sums.some(({ key }) => key === 'amount' || key === 'refunded');
    return has || !isAbroad ? sums : [...sums, ...onlyYuan(cells)];
  }
  if (kind === 'payment' || !isEnglish(whole)) return sums;
  const isForeign = texts.some((text) => currencyAlone(text) !== undefined);
  return sums
    .filter(({ key }) => !(isForeign && key === 'amount'))
    .map((field) => (field.key === 'amount' ? { ...field, certain: false } : field));
}

const HAS_CENTS = /[.,]\d{2}(?!\d)/;
const isCount = (value: string, text: string): boolean => value.endsWith('.00') && !/[.,]\d|[¥￥元]|CNY|RMB/.test(text);

const IN_YUAN = /(?:CN¥|[¥￥]|CNY|RMB)\s*\d[\d,]*\.\d{2}(?!\d)|\d[\d,]*\.\d{2}\s?(?:CNY|RMB|元)/;

/** Among sums of another country the only one in 元: it may be what was charged, or what that was thought to be. */
function onlyYuan(cells: readonly Cell[]): Found[] {
  const sums = cells.flatMap((cell) => {
    const match = IN_YUAN.exec(cell.text);
    const own = match && part(cell, match.index, match.index + match[0].length);
    const value = own && readMoney({ text: own.text, scores: [...(own.scores ?? [])], cells: [own] });
    return value ? [value] : [];
  });
  const [only] = sums;
  return only && sums.every(({ value }) => value === only.value) ? [foundOf('amount', only, 'guess', 2)] : [];
}

/** The sums of a purchase that are no 元, where none was read that is: so that somebody hears of them. */
export function foreignSums(fields: readonly FieldReading[], texts: readonly string[], kind: Kind): string[] {
  if (kind === 'chat' || kind === 'chat_log' || kind === 'bill' || kind === 'rule_page' || kind === 'failure')
    return [];
  if (fields.some(({ key }) => key === 'amount' || key === 'refunded')) return [];
  const sums = foreignMoneyIn(texts.join('\n')).toSorted((a, b) => worthOf(b) - worthOf(a));
  // Behind a price stand cents, behind what a card is worth none.
  const prices = sums.filter((sum) => HAS_CENTS.test(sum));
  if (sums.length > 0) return prices.length > 0 ? prices : sums;
  return texts.flatMap((text) => currencyAlone(text) ?? []);
}

/** What was paid in all is hardly ever less than its parts. */
const worthOf = (sum: string): number => Number(/\d[\d,]*(?:\.\d+)?/.exec(sum)?.[0].replaceAll(',', '') ?? 0);
