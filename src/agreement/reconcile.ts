import type { Kind } from '../model/evidence.ts';
import { isPoor, readingsIn } from '../model/reading.ts';
import { FACT_KEYS, type FactKey, type Facts, type FactSource } from '../model/facts.ts';
import { candidateOf, candidatesOf, type Candidate, type ReadExhibit } from './candidates.ts';
import { choose } from './choose.ts';
import { conflictOf, paidAfterComplaint, type Conflict } from './conflicts.ts';
import { heldAgainstDays } from './dated-numbers.ts';
import { findNearDuplicates, type NearDuplicate } from './duplicates.ts';
import { findForeign, ordersIn, type Foreign, type Order } from './foreign.ts';
import type { Mentions } from './groups.ts';
import { purchaseRows, type PurchaseRow } from './purchase-rows.ts';
import { withShopNumbers } from './shop-numbers.ts';

export type { Conflict, Foreign, Order, NearDuplicate, PurchaseRow, ReadExhibit };

export interface Reconciled {
  /** Status `read` or `conflict`. */
  facts: Facts;
  conflicts: Conflict[];
  /** Exhibits about another order; their values are left out. */
  foreign: Foreign[];
  /** Several orders in one folder; empty when they are about one. */
  orders: Order[];
  duplicates: NearDuplicate[];
  /** Which row of a bill is this purchase, and what it says; the fields of that exhibit. */
  bills: PurchaseRow[];
  /** Seen, but too doubtful to stand: where to look and type it in. */
  unread: { key: FactKey; sources: FactSource[] }[];
}

/** Values of facts that a person gave or confirmed. */
export type Typed = Partial<Record<FactKey, string>>;

/**
 * What all exhibits together say. The same input gives the same answer whatever
 * the order of the exhibits.
 * @param typed values of facts that a person gave or confirmed: they decide which
 *   order the case is about and settle conflicts; what the exhibits say against
 *   them is reported, and `facts` still holds what was read
 */
export function reconcile(exhibits: readonly ReadExhibit[], typed: Typed = {}): Reconciled {
  const { duplicates, counted, pages, foreign } = sortOut(exhibits, typed);
  const own = pages.filter((candidate) => !foreign.some(({ exhibit }) => exhibit === candidate.exhibit));
  const bills = purchaseRows(counted, own, typed);
  const all = heldAgainstDays(
    withoutDisputed(
      withShopNumbers([
        ...own,
        ...bills.flatMap(({ exhibit, fields }) => fields.map((field) => candidateOf(field, exhibit, 'bill'))),
      ]),
    ),
  );

  const ownExhibits = counted.filter(({ no }) => !foreign.some(({ exhibit }) => exhibit === no));
  const mentions = mentionsIn(ownExhibits, all);
  const shopPages = ownExhibits.some(({ kind, reading }) =>
    readingsIn(reading).some((one) => SHOP_PAGES.has(one === reading ? (kind ?? one.kind) : one.kind)),
  );
  const facts: Facts = {};
  const conflicts: Conflict[] = [];
  const unread: Reconciled['unread'] = [];
  for (const key of FACT_KEYS) {
    const said = all.filter((candidate) => candidate.key === key);
    const choice = choose(key, said, mentions, shopPages);
    if (choice.fact) facts[key] = choice.fact;
    const shown = said.flatMap(({ value, certain }) => (certain ? [value] : []));
    conflicts.push(...conflictOf(key, typed[key], choice.fact, shown));
    if (!choice.fact && choice.unread.length > 0) unread.push({ key, sources: choice.unread });
  }
  const late = paidAfterComplaint(facts.paidAt, typed.paidAt, counted, foreign);
  if (late) conflicts.push(late);
  return { facts, conflicts, foreign, orders: ordersIn(pages, typed), duplicates, bills, unread };
}

/** Exhibits about another order, by the same rules; what those about this one say is not asked. */
export const foreignAmong = (exhibits: readonly ReadExhibit[], typed: Typed): Foreign[] =>
  sortOut(exhibits, typed).foreign;

/** Which exhibits count, what they say, and which of them are about another order. */
function sortOut(
  exhibits: readonly ReadExhibit[],
  typed: Typed,
): Pick<Reconciled, 'duplicates' | 'foreign'> & { counted: ReadExhibit[]; pages: Candidate[] } {
  const duplicates = findNearDuplicates(exhibits);
  const copies = new Set(duplicates.map(({ exhibit }) => exhibit));
  const counted = exhibits
    .filter((exhibit) => !exhibit.withdrawn && exhibit.nearDuplicateOf === undefined && !copies.has(exhibit.no))
    .toSorted((a, b) => a.no - b.no);
  const pages = counted.flatMap(candidatesOf);
  return { duplicates, counted, pages, foreign: findForeign(pages, typed) };
}

/** Where a shop goes by its own name; a page that nothing said the kind of may be one. */
const SHOP_PAGES = new Set<Kind>(['order', 'chat', 'chat_log', 'other']);

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
/** A shorter name stands in many a sentence by chance. */
const SHORTEST_MENTION = 3;
/** So long a number is the same one wherever it stands by itself. */
const SHORTEST_NUMBER: Partial<Record<FactKey, number>> = { orderNo: 10, cardCode: 10, account: 4, amount: 4 };
/** A letter or figure beside a number belongs to it; so does a dot or comma between figures. */
const ENDS_IN = /[\da-z]$|\d[.,]$/;
const GOES_ON = /^[\da-z]|^[.,]\d/;
/** Goods are called so on to the end: 影音会员 of 影音会员年卡 is cut off. */
const goesOn = (line: string, goods: string): boolean =>
  line.includes(goods) && /^[\p{L}\p{N}]/u.test(line.slice(line.indexOf(goods) + goods.length));
/** What wallets call the shop's number is the order's own, or that of its till. */
const SAME_NUMBER: Partial<Record<FactKey, FactKey>> = { merchantOrderNo: 'orderNo' };

/** What only the second reader sees does not stand by itself where another exhibit has it as something else. */
function withoutDisputed(all: readonly Candidate[]): Candidate[] {
  const meant = ({ key }: Candidate): FactKey => SAME_NUMBER[key] ?? key;
  return all.map((one) =>
    one.alone &&
    one.sayPart &&
    all.some(
      (other) => other.exhibit !== one.exhibit && meant(other) !== meant(one) && bare(other.value) === bare(one.value),
    )
      ? { ...one, sayPart: false }
      : one,
  );
}

/** Nobody is called what he sells, no platform what a shop is: what another exhibit has as the one is not the other. */
const NEVER_BOTH: Partial<Record<FactKey, readonly FactKey[]>> = {
  product: ['merchant', 'payee'],
  merchant: ['product'],
  platform: ['merchant', 'payee'],
};

/** Beside a shop's name stands what it is or does now: 星海数卡●在线, 星海数卡 | 客服. */
const NAMED_APART = new Set<FactKey>(['merchant', 'platform']);
const apart = (name: string): string[] => name.split(/[^\p{L}\p{N}&'’._-]+/u).map(bare);

function mentionsIn(exhibits: readonly ReadExhibit[], candidates: readonly Candidate[]): Mentions {
  const [all, clear] = [exhibits, exhibits.filter(({ reading }) => !isPoor(reading))].map((those) =>
    mentionsAmong(those, candidates),
  );
  return (key, words, exhibit, clearly = false) => (clearly ? clear! : all!)(key, words, exhibit);
}

function mentionsAmong(exhibits: readonly ReadExhibit[], candidates: readonly Candidate[]): Mentions {
  const words = exhibits.map(({ no, reading }) => {
    const lines = readingsIn(reading)
      .flatMap(({ lines: read = [], messages = [] }) => (messages.length > 0 ? messages : read).map(({ text }) => text))
      .map(bare);
    return { no, lines, text: lines.join('') };
  });
  const elsewhere = (key: FactKey, value: string, exhibit: number): boolean =>
    words.some(
      ({ no, text, lines }) =>
        no !== exhibit && text.includes(value) && !(key === 'product' && lines.some((line) => goesOn(line, value))),
    );
  // 影音会员 stands in 影音会员年卡, which another exhibit names: one of them has only the half of it.
  const isPartOf = (key: FactKey, value: string, exhibit: number): boolean =>
    candidates.some(
      (other) =>
        other.key === key &&
        other.exhibit !== exhibit &&
        bare(other.value) !== value &&
        bare(other.value).includes(value) &&
        !(NAMED_APART.has(key) && apart(other.value).includes(value)),
    );
  // A piece of a longer number is not the same number.
  const byItself = (value: string, exhibit: number): boolean =>
    words.some(
      ({ no, lines }) =>
        no !== exhibit &&
        lines.some((line) =>
          line.split(value).some((after, i, pieces) => i > 0 && !ENDS_IN.test(pieces[i - 1]!) && !GOES_ON.test(after)),
        ),
    );
  const takenOtherwise = (key: FactKey, value: string): boolean =>
    candidates.some((other) => (SAME_NUMBER[other.key] ?? other.key) !== key && bare(other.value) === value);
  const namesOther = (key: FactKey, value: string, exhibit: number): boolean =>
    candidates.some(
      (other) => other.exhibit !== exhibit && NEVER_BOTH[key]?.includes(other.key) && bare(other.value) === value,
    );
  return (key, said, exhibit) => {
    const value = bare(said);
    const shortest = SHORTEST_NUMBER[key];
    return shortest === undefined
      ? value.length >= SHORTEST_MENTION &&
          elsewhere(key, value, exhibit) &&
          !isPartOf(key, value, exhibit) &&
          !namesOther(key, value, exhibit)
      : value.length >= shortest && byItself(value, exhibit) && !takenOtherwise(key, value);
  };
}
