import type { GivenBy, Kind } from '../model/evidence.ts';
import type { FactKey } from '../model/facts.ts';
import { type FieldReading, heardAs, type HeardAs } from '../model/reading.ts';

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
 * From where on the second reader's yes is enough for what a label of the table says: it only puts the end elsewhere,
 * or sees another such value. Of 256 of these parts on six sets of screens, two of which no rule had seen, none was
 * wrong; of names, goods and wallets' numbers some were.
 */
const ENDS_BY_LABEL: Partial<Record<FactKey, number>> = {
  amount: 0,
  cardCode: 0,
  paidAt: 0,
  orderedAt: 0,
  orderNo: 0.7,
};

/** Does the place of a value itself, or the second reader, say which part it has? @param kind of the page */
export function standsAlone(
  field: Pick<FieldReading, 'key' | 'by' | 'known' | 'second' | 'alone'>,
  kind?: Kind,
): boolean {
  if (field.alone !== undefined) return field.alone >= standsFrom(field.key, kind);
  // Rows of bills and readings of earlier versions do not say it: they were read by columns and labels.
  const by = field.by ?? 'column';
  const heard = heardAs(field);
  if (field.key === 'paidBy') return true;
  if (field.known && heard === 'differs' && field.second! >= (ENDS_BY_LABEL[field.key] ?? Infinity)) return true;
  // Of 130 that the second took otherwise, or for nothing, on seven sets none was wrong where the page says no.
  if (field.key === 'failure' && kind === 'failure' && by === 'title') return true;
  if (OWN_WORDS.has(field.key) && by !== 'position')
    return (
      by !== 'guess' && heard !== 'denies' && !(field.key === 'failure' && by === 'sentence' && heard === 'differs')
    );
  return (KNOWS_TOO_LITTLE[field.key]?.[by] ?? STANDS_ALONE[by]).includes(heard);
}

const standsFrom = (key: FactKey, kind: Kind | undefined): number =>
  key === 'paidAt' && kind === 'payment' ? VOUCHERS_TIME : (STANDS_FROM[key] ?? Infinity);

/** Is a value that only the second reader sees sure enough to stand where another exhibit has its words? */
export const isSureAlone = ({ key, alone = 0 }: Pick<FieldReading, 'key' | 'alone'>): boolean =>
  !NAMES.has(key) && alone >= SURE_ALONE;
