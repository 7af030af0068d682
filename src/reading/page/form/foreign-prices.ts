import type { Kind } from '../../../model/evidence.ts';
import type { FieldReading } from '../../../model/reading.ts';
import { isEnglish } from '../../../words/english.ts';
import type { Found } from '../found.ts';
import { currencyAlone, foreignMoneyIn, namesYuan } from '../values/foreign.ts';

/** Pages on which a purchase has its price; a wallet in China counts in 元, whatever language it speaks. */
const PRICED: readonly Kind[] = ['order', 'refund', 'email', 'other'];

/**
 * Pictures lose the sign before a sum, and € first of all. On an English page without a word of 元 a sum without a sign
 * is asked; where the page says in which money it has its prices, it is none in 元.
 */
export function withoutForeign(found: readonly Found[], texts: readonly string[], kind: Kind): Found[] {
  const isPriced = PRICED.includes(kind) && isEnglish(texts.join('\n')) && !texts.some(namesYuan);
  if (!isPriced) return [...found];
  const isForeign = texts.some((text) => currencyAlone(text) !== undefined);
  return found
    .filter(({ key }) => !(isForeign && key === 'amount'))
    .map((field) => (field.key === 'amount' ? { ...field, certain: false } : field));
}

/** The sums of a purchase that are no 元, where none was read that is: so that somebody hears of them. */
export function foreignSums(fields: readonly FieldReading[], texts: readonly string[], kind: Kind): string[] {
  if (kind === 'chat' || kind === 'chat_log' || kind === 'bill' || kind === 'rule_page' || kind === 'failure')
    return [];
  if (fields.some(({ key }) => key === 'amount' || key === 'refunded')) return [];
  const sums = foreignMoneyIn(texts.join('\n')).toSorted((a, b) => worthOf(b) - worthOf(a));
  // Behind a price stand cents, behind what a card is worth none.
  const prices = sums.filter((sum) => /[.,]\d{2}(?!\d)/.test(sum));
  if (sums.length > 0) return prices.length > 0 ? prices : sums;
  return texts.flatMap((text) => currencyAlone(text) ?? []);
}

/** What was paid in all is hardly ever less than its parts. */
const worthOf = (sum: string): number => Number(/\d[\d,]*(?:\.\d+)?/.exec(sum)?.[0].replaceAll(',', '') ?? 0);
