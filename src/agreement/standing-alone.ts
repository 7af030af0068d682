import type { GivenBy, Kind } from '../model/evidence.ts';
import { factSpec, type FactKey } from '../model/facts.ts';
import { type FieldReading, heardAs, type HeardAs } from '../model/reading.ts';
import { labelRow, likelyRow } from '../reading/page/labels/labels.ts';
import { agentOf, isBareName, isCalledAsShops } from '../reading/page/names.ts';

/**
 * Which ways of giving a part say it by themselves, by what the second reader says to them. Where both readers take the
 * same letters for the same, a value stands; where they differ it is asked; where the second was not heard, only what
 * stands behind a label or in a column does. What nothing but its look speaks for never stands alone.
 */
const STANDS_ALONE: Record<GivenBy, readonly HeardAs[]> = {
  label: ['agrees', 'unasked'],
  column: ['agrees', 'unasked'],
  title: ['agrees'],
  sentence: ['agrees'],
  position: ['agrees'],
  guess: [],
};
/**
 * The second reader knows too few platforms for one of its own to count against what a page's own words name; a name
 * that no platform would have is given as a sentence.
 */
const KNOWS_TOO_LITTLE: Partial<Record<FactKey, Partial<Record<GivenBy, readonly HeardAs[]>>>> = {
  platform: { label: ['agrees', 'differs', 'denies', 'unasked'], title: ['agrees', 'differs'] },
};
/**
 * Words that say themselves what they are: an error, a promise, a refusal; wherever they stand, but for a guess. Where
 * a message ends is another matter: on photographs it took the title with it, on cut-out pictures half of it was left.
 */
const OWN_WORDS = new Set<FactKey>(['dispute', 'failure', 'promise', 'promisedBy', 'refusal', 'paidBy']);

/**
 * Of numbers and codes that only the second reader sees, hardly one was wrong from here on, on screens whose words
 * and layouts it had not learnt: see docs/decisions/10-second-reader.md. Where a number ends is seen by its letters;
 * where a name ends, only by what stands around it.
 */
const SURE_ALONE = 0.99;
/**
 * From where on such a value stands by itself. No other part is here: a sum may be the one before reductions, a payee
 * whoever settles for the wallet.
 */
const STANDS_FROM: Partial<Record<FactKey, number>> = {
  account: SURE_ALONE,
  cardCode: 0.95,
  orderNo: 0.95,
  paidAt: SURE_ALONE,
  product: SURE_ALONE,
};
const NAMES = new Set<FactKey>(['platform', 'merchant', 'product', 'payee']);

/** A voucher has but one time, and it is that of paying: 38 of 38 from here on. */
const VOUCHERS_TIME = 0.95;

/**
 * From where on the second reader's half yes is enough: it only puts the end elsewhere, or sees another such value. At
 * a label, one of the table, word for word. Right and wrong on ten sets of screens: sums, times, numbers and codes 256
 * and 0; names of shops at labels of orders 40 and 0, in titles 124 and 1, elsewhere on orders and in talks 9 and 0;
 * goods from 0.7 on 84 and 0.
 */
const HALF_YES: Partial<Record<FactKey, Partial<Record<GivenBy, number>>>> = {
  amount: { label: 0 },
  cardCode: { label: 0 },
  paidAt: { label: 0 },
  orderedAt: { label: 0 },
  orderNo: { label: 0.7 },
  merchant: { label: 0, column: 0, title: 0, sentence: 0, position: 0.3 },
  product: { label: 0.7, position: 0.7 },
};
/**
 * Where a name that is called as shops are stands though the second reader, which knows too few of them, takes it for
 * something else: 58 and 0. Titles of orders are not here: a list names shops that are nobody's concern.
 */
const CALLED_SO: Partial<Record<Kind, readonly GivenBy[]>> = {
  chat: ['title', 'sentence'],
  order: ['label'],
};

/** Does the place of a value itself, or the second reader, say which part it has? @param kind of the page */
export function standsAlone(
  field: Pick<FieldReading, 'key' | 'value' | 'text' | 'by' | 'known' | 'second' | 'alone'>,
  kind?: Kind,
): boolean {
  if (field.alone !== undefined) return field.alone >= standsFrom(field.key, kind);
  // Rows of bills and readings of earlier versions do not say it: they were read by columns and labels.
  const by = field.by ?? 'column';
  const heard = heardAs(field);
  if (field.key === 'paidBy') return true;
  if (mayBeAgent(field) || isNoGoodsName(field, kind)) return false;
  if ((by !== 'label' || field.known) && hasItsForm(field)) {
    if (heard === 'differs' && field.second! >= (HALF_YES[field.key]?.[by] ?? Infinity)) return true;
    if (field.key === 'merchant' && heard === 'denies' && isCalledSo(field.value, by, kind)) return true;
  }
  if (field.key === 'product' && field.known && by === 'position') return true;
  // Of 132 that the second took otherwise 125 were right; the rest stood in talks, or shone through below a dialog.
  if (field.key === 'failure' && kind === 'failure' && by === 'title') return true;
  if (OWN_WORDS.has(field.key) && by !== 'position')
    return (
      by !== 'guess' && heard !== 'denies' && !(field.key === 'failure' && by === 'sentence' && heard === 'differs')
    );
  return (KNOWS_TOO_LITTLE[field.key]?.[by] ?? STANDS_ALONE[by]).includes(heard);
}

/** It may be the shop's name, or that of whoever answers for it. */
const mayBeAgent = ({ key, value, text }: Pick<FieldReading, 'key' | 'value' | 'text'>): boolean =>
  key === 'merchant' &&
  (agentOf(value) !== undefined || (agentOf(text.trim()) !== undefined && !isCalledAsShops(value)));

/**
 * A bill has an order's number where the goods should stand, a page that was saved the heads of its table. And
 * where something fails stands what a code turned out to be for, or a page's own parts: of 48 labels of goods none was
 * right there.
 */
const isNoGoodsName = ({ key, value }: Pick<FieldReading, 'key' | 'value'>, kind: Kind | undefined): boolean =>
  key === 'product' &&
  (kind === 'failure' || /\d{10}/.test(value) || value.split(' ').filter((word) => labelRow(word)).length > 1);

/** Is it of its part by its letters? Behind a day the second reader may see the clock that the first has lost. */
function hasItsForm({ key, value }: Pick<FieldReading, 'key' | 'value'>): boolean {
  if (factSpec(key).type === 'moment') return value.includes('T');
  return key !== 'merchant' || (isBareName(value) && !labelRow(value) && !likelyRow(value));
}

const isCalledSo = (name: string, by: GivenBy, kind: Kind | undefined): boolean =>
  kind !== undefined && CALLED_SO[kind]?.includes(by) === true && isCalledAsShops(name);

const standsFrom = (key: FactKey, kind: Kind | undefined): number =>
  key === 'paidAt' && kind === 'payment' ? VOUCHERS_TIME : (STANDS_FROM[key] ?? Infinity);

/** Is a value that only the second reader sees sure enough to stand where another exhibit has its words? */
export const isSureAlone = ({ key, alone = 0 }: Pick<FieldReading, 'key' | 'alone'>): boolean =>
  !NAMES.has(key) && alone >= SURE_ALONE;
