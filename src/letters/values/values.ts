import { type Basis, basisOf } from '../../law/basis.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { boundUntil, SENT_BY, type Contact } from '../../model/contact.ts';
import type { Demand, Dispute } from '../../model/dispute.ts';
import { FACT_KEYS, type FactKey, standingValue } from '../../model/facts.ts';
import { letterTime } from '../../model/moment.ts';
import { parseFen, type Fen } from '../../model/money.ts';
import type { ContactPart, Origin, Reckoning } from '../../model/origin.ts';
import { countedExhibits, type CaseSnapshot } from '../../model/snapshot.ts';
import { hiderOf } from './hiding.ts';
import { gatherOrigins, hideMarkup, type Origins } from './marks.ts';
import { reckon } from './reckoning.ts';
import { choicesOf, formOf, yuan } from './show.ts';

/** How a document calls those it speaks of: `本人`, `贵方`, `贵平台`. */
export interface Voice {
  self: string;
  /** Who bought and paid, where somebody else speaks for them. */
  buyer?: string;
  merchant: string;
  platform: string;
  /** Whoever answered in a chat. */
  other: string;
}

export const PLAIN_VOICE: Voice = { self: '本人', merchant: '商家', platform: '平台', other: '对方' };

/**
 * Reads a snapshot in the words of a letter; nothing else hands values to a
 * template. What it gives is marked with its origin and has its markup hidden,
 * but for `raw`, `money` and `literal`.
 */
export interface Values {
  snapshot: CaseSnapshot;
  /** The legal relation: what this case may plead. */
  basis: Basis;
  redacted: boolean;
  voice: Voice;
  /** The bare value, for comparing; absent while it is unknown or in conflict. */
  raw(key: FactKey): string | undefined;
  money(key: 'amount' | 'refunded'): Fen | undefined;
  /** Any words of the case with markup hidden and card codes masked, without a mark. */
  literal(text: string): string;
  mark(text: string, origin: Origin): string;
  /** A fact as it stands in a letter. */
  show(key: FactKey): string | undefined;
  /** The same for a fact with several values, one by one. */
  showEach(key: FactKey): string[];
  /** A sum in 元 with two decimals. */
  sum(key: 'amount' | 'refunded'): string;
  /** What a contact was logged with; `words` where less than all of it is quoted. */
  told(contact: Contact, part: ContactPart, words?: string): string;
  /** `证据3`. */
  exhibit(no: number): string;
  /** A value counted from the case; empty when the case does not have what it is counted from. */
  count(reckoning: Reckoning): string;
  /** The day of writing. */
  today(): string;
  origins: Origins;
  dispute?: Dispute;
  /** What the buyer wants; a refund where nobody has said it. */
  demand: Demand;
}

/** The day that was promised in a contact: as logged, else as read from its words. */
export function promisedIn(contact: Contact | undefined): string | undefined {
  return contact && (contact.promisedBy ?? boundUntil(contact.reading));
}

/** @param options `clearCode`: the reader needs the card code and it is redeemed: leave it readable */
export function readValues(
  snapshot: CaseSnapshot,
  options: { redacted: boolean; clearCode: boolean; voice: Voice },
): Values {
  const origins = gatherOrigins();
  const { mark } = origins;
  const hide = hiderOf(snapshot, options);
  const raw = (key: FactKey): string | undefined => {
    // `none` is an answer to a question, and nothing to tell.
    const value = standingValue(snapshot.facts, key);
    return value === 'none' ? undefined : value;
  };
  const literal = (text: string): string => hideMarkup(hide(text));
  const factOrigin = (key: FactKey): Origin => ({
    from: 'fact',
    key,
    exhibits: [...new Set(snapshot.facts[key]?.sources.map((source) => source.exhibit) ?? [])],
  });
  const showEach = (key: FactKey): string[] => {
    const value = raw(key);
    if (value === undefined) return [];
    const choices = choicesOf(key, value);
    return (choices ?? [formOf(key, value) ?? literal(value)]).map((one) => mark(one, factOrigin(key)));
  };
  const money = (key: 'amount' | 'refunded'): Fen | undefined => parseFen(raw(key) ?? '');
  const count = (reckoning: Reckoning): string => {
    const counted = reckon(reckoning, snapshot) ?? '';
    // What a list says is words of others, as a fact is.
    return mark(reckoning.how === 'listed' ? hideMarkup(counted) : counted, { from: 'counted', reckoning });
  };
  return {
    snapshot,
    basis: basisOf(situationOf(snapshot)),
    redacted: options.redacted,
    voice: options.voice,
    origins,
    raw,
    money,
    literal,
    mark,
    showEach,
    show: (key) => (raw(key) === undefined ? undefined : showEach(key).join('、')),
    sum: (key) => mark(yuan(money(key) ?? 0), factOrigin(key)),
    told(contact, part, words) {
      const origin: Origin = { from: 'contact', no: contact.no, part };
      if (part === 'act') return mark(words ?? '', origin);
      if (part === 'sentBy') return contact.sentBy === undefined ? '' : mark(SENT_BY[contact.sentBy].by, origin);
      if (part === 'at' || part === 'filedOn' || part === 'promisedBy' || part === 'sentOn' || part === 'arrivedOn') {
        const at = part === 'promisedBy' ? promisedIn(contact) : contact[part];
        return at === undefined ? '' : mark(letterTime(at), origin);
      }
      return mark(literal(words ?? contact[part] ?? ''), origin);
    },
    exhibit: (no) => mark(`证据${no}`, { from: 'exhibit', no, part: 'no' }),
    count,
    today: () => count({ how: 'writtenOn', on: snapshot.today }),
    dispute: (snapshot.dispute ?? raw('dispute')) as Dispute | undefined,
    demand: (raw('demand') ?? 'refund') as Demand,
  };
}

/** An object for templates: it has its own values and nothing behind them. */
export function bareObject<T extends object>(values: T): T {
  const bare = Object.assign(Object.create(null) as T, values);
  // Handlebars names the object in its error for a missing value.
  return Object.defineProperty(bare, Symbol.toPrimitive, { value: () => 'values' });
}

/** All known facts in the words of a letter, for templates; unknown ones are absent. */
export function shownFacts(values: Values): Record<string, string> {
  const shown = bareObject<Record<string, string>>({});
  for (const key of FACT_KEYS) {
    const text = values.show(key);
    if (text !== undefined) shown[key] = text;
  }
  return shown;
}

/** The numbers of the exhibits that count, worked out once: a long log asks for each of its contacts. */
const counted = new WeakMap<CaseSnapshot, ReadonlySet<number>>();

function countedNumbers(snapshot: CaseSnapshot): ReadonlySet<number> {
  const known = counted.get(snapshot) ?? new Set(countedExhibits(snapshot).map((exhibit) => exhibit.no));
  counted.set(snapshot, known);
  return known;
}

/** `（证据1、证据3）` for exhibits that count; empty when there is none. */
export function proofMark(values: Values, numbers: Iterable<number>): string {
  const counts = countedNumbers(values.snapshot);
  const named = [...new Set(numbers)].filter((no) => counts.has(no)).sort((a, b) => a - b);
  return named.length === 0 ? '' : `（${named.map(values.exhibit).join('、')}）`;
}

/** Exhibits that a fact was read from. */
export function sourcesOf(values: Values, ...keys: FactKey[]): number[] {
  return keys.flatMap((key) =>
    values.raw(key) === undefined ? [] : values.snapshot.facts[key]!.sources.map((source) => source.exhibit),
  );
}
