import { editDistance } from '../model/text.ts';
import { factSpec, type FactKey } from '../model/facts.ts';
import { chinaDay, epochOf } from '../model/moment.ts';

/** Two systems stamp one payment within this. */
const CLOCKS_APART = 2 * 60_000;
const HAS_SECONDS = /T\d{2}:\d{2}:\d{2}/;

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s·•・,，。:：;；'"“”‘’()[\]【】-]/g, '')
    .toLowerCase();

/** Do two values say the same? Spaces, widths and punctuation are no difference; nor are clocks two minutes apart. */
export function sameValue(key: FactKey, a: string, b: string): boolean {
  if (a === b) return true;
  const { type } = factSpec(key);
  if (type === 'moment') return sameTime(a, b);
  if (type === 'money' || type === 'number' || type === 'choice' || type === 'list') return false;
  if (EXACT.has(key)) return a.replace(/\s/g, '') === b.replace(/\s/g, '');
  return bare(a) === bare(b);
}

const EXACT = new Set<FactKey>(['orderNo', 'tradeNo', 'merchantOrderNo', 'cardCode', 'account', 'contactPhone']);

function sameTime(a: string, b: string): boolean {
  if (!a.includes('T') || !b.includes('T')) return chinaDay(a) === chinaDay(b);
  return Math.abs(epochOf(a) - epochOf(b)) <= CLOCKS_APART;
}

/**
 * The value that says more: a moment before a day, seconds before none, the longer text. A moment is made more exact
 * only by one that is written as this minute or rounded to it: two near each other may be of order and payment.
 */
export function moreExact(key: FactKey, a: string, b: string): string {
  if (factSpec(key).type !== 'moment' || !mayBeSaidAs(b, a)) return a;
  const detail = (value: string): number => (HAS_SECONDS.test(value) ? 2 : value.includes('T') ? 1 : 0);
  return detail(b) > detail(a) ? b : a;
}

function mayBeSaidAs(exact: string, short: string): boolean {
  if (!short.includes('T')) return exact.startsWith(short);
  const apart = epochOf(short) - epochOf(exact);
  return exact.startsWith(short.slice(0, MINUTE)) || (apart > 0 && apart <= HALF_MINUTE);
}

/** Of `2026-11-09T20:15:33+08:00` as far as the minute. */
const MINUTE = 16;
const HALF_MINUTE = 30_000;

/** Could one be the other with a letter or two misread, lost or doubled? */
export function isMisreadingOf(a: string, b: string): boolean {
  const [p, q] = [a.replace(/[\s-]/g, ''), b.replace(/[\s-]/g, '')];
  if (Math.abs(p.length - q.length) > 2) return false;
  const allowed = Math.max(1, Math.min(3, Math.floor(Math.max(p.length, q.length) / 6)));
  return editDistance(p, q) <= allowed;
}

/** Names are shortened and masked: one that holds the other means the same. */
export function namesMeet(a: string, b: string): boolean {
  const [p, q] = [bare(a), bare(b)];
  return p.length > 1 && q.length > 1 && (p.includes(q) || q.includes(p));
}

/** Is one name the other without its first letter? */
export function isBeheaded(name: string, whole: string): boolean {
  const [p, q] = [bare(name), bare(whole)];
  return p.length > 1 && q.length === p.length + 1 && q.endsWith(p) && /^\p{L}/u.test(q);
}
