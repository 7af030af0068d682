import { millisecondsInHour } from 'date-fns/constants';
import type { FactKey } from '../model/facts.ts';
import { epochOf, showMoment } from '../model/moment.ts';
import { sameValue, isMisreadingOf, namesMeet } from './same-value.ts';
import type { Candidate } from './candidates.ts';

export interface Foreign {
  exhibit: number;
  /** In Chinese, for the buyer. */
  reason: string;
}

const NUMBERS = ['orderNo', 'merchantOrderNo', 'tradeNo'] as const satisfies readonly FactKey[];

interface Card {
  exhibit: number;
  kind: Candidate['kind'];
  numbers: Set<string>;
  of: (key: FactKey) => Candidate[];
}

/**
 * Which exhibits are about another order. Exhibits that share a number, or an
 * amount with its time, belong together; the largest group is the purchase (what
 * the user typed decides first). One with numbers of its own that contradicts
 * it in something else is foreign.
 */
export function findForeign(candidates: readonly Candidate[], typed: Partial<Record<FactKey, string>>): Foreign[] {
  const cards = cardsOf(candidates);
  const numbered = cards.filter((card) => card.numbers.size > 0);
  if (numbered.length < 2) return [];
  const groups = groupsOf(numbered);
  if (groups.length < 2) return [];
  const ranked = groups.toSorted((a, b) => weightOf(b, typed) - weightOf(a, typed) || a[0]!.exhibit - b[0]!.exhibit);
  const [own, second] = ranked;
  // Two orders with as much to show for each: the user must say which one it is about.
  const tied = weightOf(own!, typed) === weightOf(second!, typed);
  return ranked
    .slice(1)
    .flat()
    .flatMap((card) => {
      const reason = contradiction(card, own!);
      return reason && !tied ? [{ exhibit: card.exhibit, reason }] : [];
    })
    .toSorted((a, b) => a.exhibit - b.exhibit);
}

/** One of several orders that a folder shows, with what names it and its exhibits. */
export interface Order {
  exhibits: number[];
  orderNo?: string;
  merchant?: string;
  amount?: string;
}

/**
 * The orders that exhibits are about, when there are two or more with something to show for each: an order page, or two
 * exhibits that belong together. Exhibits without a number go with the one that they agree with in money, goods or
 * seller, else with the first.
 * @param typed a number that names one of them settles which order it is: then there is one
 */
export function ordersIn(candidates: readonly Candidate[], typed: Partial<Record<FactKey, string>>): Order[] {
  const cards = cardsOf(candidates);
  const numbered = cards.filter((card) => card.numbers.size > 0);
  const ranked = groupsOf(numbered).toSorted(
    (a, b) => weightOf(b, typed) - weightOf(a, typed) || a[0]!.exhibit - b[0]!.exhibit,
  );
  const [first, ...others] = ranked;
  if (!first || NUMBERS.some((key) => first.some((card) => card.numbers.has(typed[key] ?? '')))) return [];
  const apart = others.filter(
    (group) =>
      (group.length > 1 || group[0]!.kind === 'order') &&
      group.some((card) => contradiction(card, first) !== undefined),
  );
  if (apart.length === 0) return [];
  const orders = [first, ...apart];
  const members = orders.map((group) => group.map((card) => card.exhibit));
  for (const card of cards) {
    if (members.some((own) => own.includes(card.exhibit))) continue;
    const fits = orders.map((group) => agrees(card, group));
    const best = fits.indexOf(Math.max(...fits));
    members[fits[best]! > 0 ? best : 0]!.push(card.exhibit);
  }
  return orders.map((group, i) => {
    const shown = (key: FactKey): string | undefined => group.flatMap((card) => card.of(key))[0]?.value;
    const named = { orderNo: shown('orderNo'), merchant: shown('merchant'), amount: shown('amount') };
    return { exhibits: members[i]!.toSorted((a, b) => a - b), ...named } as Order;
  });
}

/** In how many things a card says what the group says, less those in which it says otherwise. */
function agrees(card: Card, group: readonly Card[]): number {
  return (['amount', 'merchant', 'product'] as const)
    .map((key) => {
      const answers = group.map((other) => meet(card, other, key)).filter((answer) => answer !== undefined);
      return answers.length === 0 ? 0 : answers.includes(true) ? 1 : -1;
    })
    .reduce<number>((sum, one) => sum + one, 0);
}

function cardsOf(candidates: readonly Candidate[]): Card[] {
  return [...new Set(candidates.map((candidate) => candidate.exhibit))]
    .toSorted((a, b) => a - b)
    .map((exhibit) => {
      const own = candidates.filter((candidate) => candidate.exhibit === exhibit);
      return {
        exhibit,
        kind: own[0]!.kind,
        numbers: new Set(
          own.filter(({ key }) => (NUMBERS as readonly string[]).includes(key)).map(({ value }) => value),
        ),
        of: (key) => own.filter((candidate) => candidate.key === key),
      };
    });
}

function groupsOf(cards: readonly Card[]): Card[][] {
  const groups: Card[][] = [];
  for (const card of cards) {
    const joined = groups.filter((group) => group.some((other) => belongTogether(card, other)));
    const merged = [...joined.flat(), card].toSorted((a, b) => a.exhibit - b.exhibit);
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}

function belongTogether(a: Card, b: Card): boolean {
  for (const p of a.numbers)
    for (const q of b.numbers) if (p === q || (p.length >= 10 && isMisreadingOf(p, q)) || holds(p, q)) return true;
  return meet(a, b, 'amount') === true && sameHour(a, b);
}

/** `T200P4039175526680184526`: a till writes its own letters before the order's number. */
function holds(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 10 && (a.endsWith(b) || b.endsWith(a));
}

const TIMES = ['paidAt', 'orderedAt'] as const;
/** Nobody leaves a checkout open for longer; an order page may show only when it was placed. */
const LONGEST_CHECKOUT = millisecondsInHour;

function sameHour(a: Card, b: Card): boolean {
  const times = (card: Card): number[] =>
    TIMES.flatMap((key) => card.of(key))
      .filter(({ value }) => value.includes('T'))
      .map(({ value }) => epochOf(value));
  return times(a).some((p) => times(b).some((q) => Math.abs(p - q) <= LONGEST_CHECKOUT));
}

/** True when both say it and agree, false when both say it and differ, undefined when one is silent. */
function meet(a: Card, b: Card, key: FactKey): boolean | undefined {
  const [p, q] = [a.of(key), b.of(key)];
  if (p.length === 0 || q.length === 0) return undefined;
  return p.some((x) =>
    q.some((y) =>
      key === 'merchant' || key === 'product' ? namesMeet(x.value, y.value) : sameValue(key, x.value, y.value),
    ),
  );
}

function weightOf(group: readonly Card[], typed: Partial<Record<FactKey, string>>): number {
  const typedNumbers = NUMBERS.map((key) => typed[key]).filter((value): value is string => value !== undefined);
  const named = group.some((card) => typedNumbers.some((number) => card.numbers.has(number)));
  const pages = group.filter((card) => card.kind === 'order' || card.kind === 'payment').length;
  return (named ? 1000 : 0) + group.length * 2 + pages;
}

const WORDS: Partial<Record<FactKey, string>> = {
  amount: '金额',
  merchant: '商家',
  product: '商品',
  paidAt: '付款时间',
  tradeNo: '支付交易号',
  orderNo: '订单号',
};

/** What else than its number says that a card is about another order. */
function contradiction(card: Card, own: readonly Card[]): string | undefined {
  // A wallet shows the company's name and a number of the till: neither need be the shop's.
  const walletOnly = card.kind === 'payment' || own.every((other) => other.kind === 'payment');
  const differing = (
    [...(walletOnly ? [] : (['orderNo', 'merchant', 'product'] as const)), 'tradeNo', 'amount', 'paidAt'] as const
  ).filter((key) => {
    const answers = own.map((other) => meet(card, other, key)).filter((answer) => answer !== undefined);
    return answers.length > 0 && !answers.includes(true);
  });
  const enough = walletOnly ? differing.length >= 1 : differing.length >= 2;
  if (!enough) return undefined;
  const shown = differing.map((key) => {
    const value = card.of(key)[0]?.value;
    return `${WORDS[key]}${value ? ` ${TIMES.some((time) => time === key) ? showMoment(value) : value}` : ''}`;
  });
  return `与其他证据不同：${shown.slice(0, 3).join('、')}`;
}
