import type { GivenBy, Kind } from '../model/evidence.ts';
import type { FactKey, FactSource } from '../model/facts.ts';
import { type FieldReading, heardAs, isPoor, type Reading, readingsIn } from '../model/reading.ts';
import { isSureAlone, standsAlone } from './standing-alone.ts';

/** An exhibit as reconciling sees it. */
export interface ReadExhibit {
  no: number;
  reading: Reading;
  /** The kind the user said it is, when it differs from what was read. */
  kind?: Kind;
  withdrawn?: boolean;
  nearDuplicateOf?: number;
}

/** A value that an exhibit offers for a fact. */
export interface Candidate {
  key: FactKey;
  value: string;
  exhibit: number;
  kind: Kind;
  source: FactSource;
  confidence: number;
  certain: boolean;
  /** A letter or two among digits were put right: for a person to look at. */
  mended: boolean;
  /** Was it read alike more than once, on a picture too poor for it to stand? */
  unclear: boolean;
  /** Is it read off a poor picture? */
  poor: boolean;
  /** Does the second reader take the same words for something else? */
  denied: boolean;
  /** Does the second reader take them for the same? */
  agreed: boolean;
  /** Does the place itself say which part the value has? */
  sayPart: boolean;
  /** Does only the second reader see it? */
  alone: boolean;
  /** And is it as sure as it was hardly ever wrong? */
  sureAlone: boolean;
  by: GivenBy;
  /** How much this kind of exhibit has to say about this fact; higher is better. */
  authority: number;
}

/**
 * Who knows best. An order page knows the shop's number and name, the wallet's
 * voucher the money and the moment, the error page what went wrong.
 */
const AUTHORITY: Partial<Record<FactKey, readonly Kind[]>> = {
  orderNo: ['order', 'chat', 'chat_log', 'email', 'failure', 'refund', 'filing_receipt', 'payment', 'bill'],
  tradeNo: ['payment', 'bill', 'refund', 'order'],
  amount: ['payment', 'bill', 'order', 'email'],
  paidAt: ['payment', 'bill', 'order', 'email'],
  merchant: ['order', 'chat', 'payment', 'chat_log', 'email', 'bill'],
  product: ['order', 'payment', 'bill', 'failure', 'email'],
  platform: ['order', 'email', 'chat', 'failure', 'payment'],
  dispute: ['failure', 'chat', 'chat_log', 'email', 'reply'],
  failure: ['failure', 'order'],
  payee: ['payment', 'bill'],
  paidBy: ['payment', 'bill', 'order'],
  promise: ['chat', 'chat_log', 'email', 'reply', 'promise'],
  // An export has the seconds of what was said, a screen hardly the hour.
  promisedBy: ['chat_log', 'email', 'reply', 'chat', 'promise'],
  refusal: ['reply', 'chat', 'chat_log', 'email'],
};

/** A complaint's receipt has a time of handing in, a rule page one of taking effect: neither is of the purchase. */
const OTHER_PAGES: readonly Kind[] = ['filing_receipt', 'rule_page', 'identity', 'reply', 'promise'];
const NEVER_FROM: Partial<Record<FactKey, readonly Kind[]>> = { orderedAt: OTHER_PAGES, paidAt: OTHER_PAGES };

/** Who talks names numbers of anything; over a talk stands the price of what is on offer. */
const TALKS = new Set<Kind>(['chat', 'chat_log']);

function authorityOf(key: FactKey, kind: Kind): number {
  const order = AUTHORITY[key];
  if (!order) return 1;
  const at = order.indexOf(kind);
  return at === -1 ? 0 : order.length - at;
}

/** All values of an exhibit, those of files inside it included. */
export function candidatesOf(exhibit: ReadExhibit): Candidate[] {
  return readingsIn(exhibit.reading).flatMap((reading) => {
    const kind = reading === exhibit.reading ? (exhibit.kind ?? reading.kind) : reading.kind;
    return reading.fields
      .filter(({ key }) => !NEVER_FROM[key]?.includes(kind))
      .map((field) => candidateOf(field, exhibit.no, kind, isPoor(reading)));
  });
}

export function candidateOf(field: FieldReading, exhibit: number, kind: Kind, poor = false): Candidate {
  const { key, value, text, box, confidence, certain } = field;
  return {
    key,
    value,
    exhibit,
    kind,
    confidence,
    certain,
    by: field.by ?? 'column',
    mended: field.mended !== undefined,
    unclear: field.unclear === true,
    poor,
    denied: heardAs(field) === 'denies',
    agreed: heardAs(field) === 'agrees',
    sayPart: standsAlone(field, kind) && (field.alone === undefined || !TALKS.has(kind)),
    alone: field.alone !== undefined,
    sureAlone: isSureAlone(field) && !(key === 'amount' && TALKS.has(kind)),
    authority: authorityOf(key, kind),
    source: { exhibit, text, ...(box ? { box } : {}), confidence, ...(field.by ? { by: field.by } : {}) },
  };
}
