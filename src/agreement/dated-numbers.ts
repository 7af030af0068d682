import type { Kind } from '../model/evidence.ts';
import { chinaDay, daysBetween } from '../model/moment.ts';
import { dayInWalletNumber } from '../reading/wallets.ts';
import type { Candidate } from './candidates.ts';

/** An order may be paid on the day after it was placed, and a wallet's number is as old as the one or the other. */
const APART = 1;
/** So long, at most, is an order left unpaid; and no number is younger than its payment. */
const UNPAID = 15;

/** A page of a refund has a number and a day of its own, and who talks names any. */
const OF_PAYMENT = new Set<Kind>(['payment', 'bill', 'order']);

/**
 * Holds the day that a wallet writes into its number against the days of order and payment. A number in the whole form
 * of a wallet's, of the very day that a time on the exhibits says, is that payment's, whatever the page calls it; one
 * of another day has a digit misread, or the time has: both are asked.
 */
export function heldAgainstDays(all: readonly Candidate[]): Candidate[] {
  const times = all.filter(
    ({ key, certain, value }) => certain && (key === 'paidAt' || key === 'orderedAt') && /^\d{4}-/.test(value),
  );
  const odd = new Set<Candidate>();
  const dated = new Set<Candidate>();
  const numbers = all.filter(({ key, certain, kind }) => key === 'tradeNo' && certain && OF_PAYMENT.has(kind));
  for (const number of numbers) {
    const day = dayInWalletNumber(number.value);
    if (day === undefined) continue;
    const since = (time: Candidate): number => daysBetween(day, chinaDay(time.value));
    if (times.some((time) => Math.abs(since(time)) <= APART)) dated.add(number);
    const off = times.filter(
      (time) => time.exhibit === number.exhibit && (since(time) < -APART || since(time) > UNPAID),
    );
    if (off.length > 0 && !dated.has(number)) for (const one of [number, ...off]) odd.add(one);
  }
  return all.map((one) => {
    if (odd.has(one)) return { ...one, sayPart: false };
    return dated.has(one) && !one.denied ? { ...one, sayPart: true } : one;
  });
}
