import type { Kind } from '../model/evidence.ts';
import type { FactKey } from '../model/facts.ts';
import { chinaDay, type Day, daysBetween, isDay } from '../model/moment.ts';
import { dayInWalletNumber } from '../reading/wallets.ts';
import type { Candidate } from './candidates.ts';

/** An order may be paid on the day after it was placed, and a wallet's number is as old as the one or the other. */
const APART = 1;
/** So long, at most, is an order left unpaid; and no number is younger than its payment. */
const UNPAID = 15;

/** A page of a refund has a number and a day of its own, and who talks names any. */
const OF_PAYMENT = new Set<Kind>(['payment', 'bill', 'order']);

/** `XK-20261103152946…`, `261103152946…`: shops write the second of an order into its number, or its day. */
const WRITTEN = /^[A-Za-z]{0,4}-?(\d{8,})/;
/** Of `20261103152946` as far as the minute, and the second. */
const MINUTE = 12;
const SECOND = 14;
const HOUR = { from: 8, to: 10 };
const CENTURY = 2;
/** What is farther than this from a time is no day at all. */
const NO_DAY = 366;
const OF_SHOP = new Set<FactKey>(['orderNo', 'merchantOrderNo']);
/** Some write it as it is in Greenwich. */
const ZONE = 8;

/**
 * Holds the day that a wallet writes into its number, and the time that a shop does, against those of order and
 * payment. A number in the whole form of a wallet's, of the very day that a time on the exhibits says, is that
 * payment's, whatever the page calls it; one of another day has a digit misread, or the time has: both are asked. So
 * are a shop's number and a time that differ in one digit; a time that is the number's to the minute was read right.
 */
export function heldAgainstDays(all: readonly Candidate[]): Candidate[] {
  const times = all.filter(({ key, value }) => (key === 'paidAt' || key === 'orderedAt') && /^\d{4}-/.test(value));
  const sure = times.filter(({ certain }) => certain);
  const odd = new Set<Candidate>();
  const dated = new Set<Candidate>();
  const numbers = all.filter(({ certain, kind }) => certain && OF_PAYMENT.has(kind));
  for (const number of numbers) {
    const day = number.key === 'tradeNo' ? dayInWalletNumber(number.value) : dayOfShop(number);
    if (day === undefined) continue;
    const since = (time: Candidate): number => daysBetween(day, chinaDay(time.value));
    if (number.key === 'tradeNo' && sure.some((time) => Math.abs(since(time)) <= APART)) dated.add(number);
    const isOff = (days: number): boolean => (days < -APART || days > UNPAID) && Math.abs(days) < NO_DAY;
    const off = sure.filter((time) => time.exhibit === number.exhibit && isOff(since(time)));
    if (off.length > 0 && !dated.has(number)) for (const one of [number, ...off]) odd.add(one);
  }
  for (const number of numbers.filter(({ key }) => OF_SHOP.has(key))) {
    const same = times.filter((time) => isWrittenIn(number.value, time.value));
    for (const time of same) dated.add(time);
    const near = sure.filter((time) => isMisreadIn(number.value, time.value));
    if (near.length > 0 && same.length === 0) for (const one of [number, ...near]) odd.add(one);
  }
  return all.map((one) => {
    if (odd.has(one)) return { ...one, sayPart: false };
    if (!dated.has(one) || one.denied) return one;
    // A number is stamped when something is ordered; that it was paid in that minute, it does not say.
    return { ...one, certain: true, sayPart: one.sayPart || one.key !== 'paidAt' };
  });
}

/** The day that a shop wrote into a number. */
function dayOfShop({ key, value }: Candidate): Day | undefined {
  const digits = OF_SHOP.has(key) ? (WRITTEN.exec(value)?.[1] ?? '') : '';
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  return digits.startsWith('20') && isDay(day) ? day : undefined;
}

/** Of a time as far as it goes the digits, and those that stand in a number for them, with the century and without. */
function digitsOf(number: string, time: string): { said: string; written: string }[] {
  const digits = WRITTEN.exec(number)?.[1] ?? '';
  const said = time.replace(/[+-]\d{2}:\d{2}$/, '').replace(/\D/g, '');
  if (said.length < MINUTE) return [];
  return [digits, said.slice(0, CENTURY) + digits]
    .map((written) => ({ said: said.slice(0, SECOND), written: written.slice(0, Math.min(said.length, SECOND)) }))
    .filter(({ written }) => written.length === Math.min(said.length, SECOND));
}

/** Is a time the one in a number, to the minute? */
const isWrittenIn = (number: string, time: string): boolean =>
  digitsOf(number, time).some(({ said, written }) => said.slice(0, MINUTE) === written.slice(0, MINUTE));

/**
 * Is a time the one in a number but for a digit? Both were stamped within a moment: a digit of the seconds, or of the
 * minute where no second shows that it is the same one, may be another.
 */
function isMisreadIn(number: string, time: string): boolean {
  return digitsOf(number, time).some(({ said, written }) => {
    const other = Array.from(said, (_, i) => i).filter((i) => said[i] !== written[i]);
    const hour = (digits: string): number => Number(digits.slice(HOUR.from, HOUR.to));
    const stamped = said.length === SECOND ? MINUTE : MINUTE - 1;
    return other.length === 1 && other[0]! < stamped && Math.abs(hour(said) - hour(written)) !== ZONE;
  });
}
