import { FACT_KEYS, type Fact, type FactKey, type Facts, type FactSource } from '../model/facts.ts';
import { epochOf, showMoment, type Moment } from '../model/moment.ts';
import { parseFen } from '../model/money.ts';
import { type BillRow, type FieldReading, readingsIn } from '../model/reading.ts';
import { matchPurchase, purchaseFields } from '../reading/readers/bill/purchase.ts';
import { agree } from './agreement.ts';
import { candidateOf, candidatesOf, type Candidate, type ReadExhibit } from './candidates.ts';
import { choose } from './choose.ts';
import { findNearDuplicates, type NearDuplicate } from './duplicates.ts';
import { findForeign, type Foreign } from './purchase.ts';

export type { ReadExhibit, Foreign, NearDuplicate };

/** Two things the exhibits say that cannot both be; the user settles it. */
export interface Conflict {
  key: FactKey;
  code: 'DIFFERENT_VALUES' | 'TYPED_DIFFERS' | 'PAID_AFTER_COMPLAINT';
  message: string;
  values: { value: string; exhibits: number[] }[];
}

export interface Reconciled {
  /** Status `read` or `conflict`. */
  facts: Facts;
  conflicts: Conflict[];
  /** Exhibits about another order; their values are left out. */
  foreign: Foreign[];
  duplicates: NearDuplicate[];
  /** Which row of a bill is this purchase, and what it says; the fields of that exhibit. */
  bills: { exhibit: number; row: BillRow; fields: FieldReading[] }[];
  /** Seen, but too doubtful to stand: where to look and type it in. */
  unread: { key: FactKey; sources: FactSource[] }[];
}

/**
 * What all exhibits together say. The same input gives the same answer whatever
 * the order of the exhibits.
 * @param typed values of facts that a person gave or confirmed: they decide which
 *   order the case is about and settle conflicts; what the exhibits say against
 *   them is reported, and `facts` still holds what was read
 */
export function reconcile(exhibits: readonly ReadExhibit[], typed: Partial<Record<FactKey, string>> = {}): Reconciled {
  const duplicates = findNearDuplicates(exhibits);
  const copies = new Set(duplicates.map(({ exhibit }) => exhibit));
  const counted = exhibits
    .filter((exhibit) => !exhibit.withdrawn && exhibit.nearDuplicateOf === undefined && !copies.has(exhibit.no))
    .toSorted((a, b) => a.no - b.no);
  const pages = counted.flatMap(candidatesOf);
  const foreign = findForeign(pages, typed);
  const own = pages.filter((candidate) => !foreign.some(({ exhibit }) => exhibit === candidate.exhibit));
  const bills = pickRows(counted, own, typed);
  const all = [
    ...own,
    ...bills.flatMap(({ exhibit, fields }) => fields.map((field) => candidateOf(field, exhibit, 'bill'))),
  ];

  const facts: Facts = {};
  const conflicts: Conflict[] = [];
  const unread: Reconciled['unread'] = [];
  for (const key of FACT_KEYS) {
    const choice = choose(
      key,
      all.filter((candidate) => candidate.key === key),
    );
    if (choice.fact) facts[key] = choice.fact;
    conflicts.push(...conflictOf(key, typed[key], choice.fact));
    if (!choice.fact && choice.unread.length > 0) unread.push({ key, sources: choice.unread });
  }
  const late = paidAfterComplaint(facts.paidAt, typed.paidAt, counted, foreign);
  if (late) conflicts.push(late);
  return { facts, conflicts, foreign, duplicates, bills, unread };
}

/** What must be shown to the user: sides that stand against each other, or a typed value that no exhibit bears out. */
function conflictOf(key: FactKey, typed: string | undefined, read: Fact | undefined): Conflict[] {
  if (!read) return [];
  const sides = (read.candidates ?? [{ value: read.value, sources: read.sources }]).map(({ value, sources }) => ({
    value,
    exhibits: exhibitsOf(sources),
  }));
  if (typed === undefined)
    return sides.length > 1 ? [{ key, code: 'DIFFERENT_VALUES', message: '证据之间不一致', values: sides }] : [];
  if (SOFT.has(key) || sides.some(({ value }) => agree(key, value, typed))) return [];
  return [
    {
      key,
      code: 'TYPED_DIFFERS',
      message: '填写的与证据上读到的不一致，已保留填写的',
      values: [{ value: typed, exhibits: [] }, ...sides],
    },
  ];
}

/** Words that a person may put in his own way. */
const SOFT = new Set<FactKey>([
  'dispute',
  'product',
  'failure',
  'promise',
  'refusal',
  'goods',
  'payee',
  'paidBy',
  'demand',
]);

const exhibitsOf = (sources: readonly FactSource[]): number[] => [...new Set(sources.map((source) => source.exhibit))];

/** The row of each bill that is this purchase. */
function pickRows(
  exhibits: readonly ReadExhibit[],
  own: readonly Candidate[],
  typed: Partial<Record<FactKey, string>>,
): Reconciled['bills'] {
  const known = (key: FactKey): string[] => {
    const value = typed[key];
    if (value !== undefined) return [value];
    const certain = own.filter((candidate) => candidate.key === key && candidate.certain);
    return [...new Set(certain.toSorted((a, b) => b.authority - a.authority).map((candidate) => candidate.value))];
  };
  const amount = known('amount')[0];
  const at = known('paidAt')[0] ?? known('orderedAt')[0];
  const product = known('product')[0];
  const clues = {
    numbers: [...known('orderNo'), ...known('tradeNo'), ...known('merchantOrderNo')],
    names: [...known('merchant'), ...known('payee')],
    ...(amount ? { amount: parseFen(amount)! } : {}),
    ...(at?.includes('T') ? { at } : {}),
    ...(product ? { product } : {}),
  };
  return exhibits.flatMap((exhibit) =>
    readingsIn(exhibit.reading).flatMap((reading) => {
      const match = reading.bill && matchPurchase(reading.bill, clues)[0];
      if (!match?.certain) return [];
      const fields = purchaseFields(match.row, reading.bill!.wallet);
      // A small shop's own number goes through to the wallet; whether it did, the other exhibits say.
      const number = fields.find((field) => field.key === 'merchantOrderNo');
      return [
        {
          exhibit: exhibit.no,
          row: match.row,
          fields: number ? [...fields, { ...number, key: 'orderNo' as const }] : fields,
        },
      ];
    }),
  );
}

/** A complaint cannot come before the payment it is about: one of the two times is wrong, or one of the exhibits. */
function paidAfterComplaint(
  paidAt: Fact | undefined,
  typed: Moment | undefined,
  exhibits: readonly ReadExhibit[],
  foreign: readonly Foreign[],
): Conflict | undefined {
  const value = typed ?? (paidAt?.status === 'read' ? paidAt.value : undefined);
  if (!value?.includes('T')) return undefined;
  const complaints = exhibits
    .filter(({ no }) => !foreign.some(({ exhibit }) => exhibit === no))
    .flatMap((exhibit) => firstComplaint(exhibit))
    .toSorted((a, b) => epochOf(a.at) - epochOf(b.at));
  const [first] = complaints;
  if (!first || epochOf(first.at) >= epochOf(value) - TOLERANCE) return undefined;
  return {
    key: 'paidAt',
    code: 'PAID_AFTER_COMPLAINT',
    message: `付款时间 ${showMoment(value)} 晚于投诉时间 ${showMoment(first.at)}，两者必有一处不对`,
    values: [
      { value, exhibits: paidAt ? exhibitsOf(paidAt.sources) : [] },
      { value: first.at, exhibits: [first.exhibit] },
    ],
  };
}

const TOLERANCE = 2 * 60_000;
const COMPLAINS =
  /退款|退钱|投诉|无效|用不了|不能用|没到账|未到账|没收到|未收到|没发货|未发货|被封|封号|异常|骗|不符|失效|已使用|没反应|怎么回事/;

function firstComplaint(exhibit: ReadExhibit): { at: Moment; exhibit: number }[] {
  const messages = readingsIn(exhibit.reading).flatMap((reading) => reading.messages ?? []);
  const first = messages.find(({ at, side, text }) => at?.includes('T') && side === 'buyer' && COMPLAINS.test(text));
  return first ? [{ at: first.at!, exhibit: exhibit.no }] : [];
}
