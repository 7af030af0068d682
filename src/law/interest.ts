import { RATES } from '../knowledge/built/rates.ts';
import { addDays, daysBetween, type Day } from '../model/moment.ts';
import type { Fen } from '../model/money.ts';

/** Interest on a sum at the 一年期 LPR of each day, as far as the rates are at hand. */
export interface Interest {
  fen: Fen;
  /** The last day that is counted: the day asked for, or the last whose rate is known. */
  through: Day;
}

/** A year is counted as so many days. */
const YEAR_DAYS = 365;

/**
 * Counts interest from a day, that day included, to another, stage by stage.
 * @returns undefined when no rate for the first day, or for a day in between, is at hand
 */
export function lprInterest(principal: Fen, from: Day, to: Day): Interest | undefined {
  let sum = 0;
  let next = from;
  for (const { from: first, until, percent } of RATES) {
    if (until < next || next > to) continue;
    if (first > next) break;
    const last = until < to ? until : to;
    sum += (principal * percent * (daysBetween(next, last) + 1)) / (100 * YEAR_DAYS);
    next = addDays(last, 1);
  }
  const through = addDays(next, -1);
  // A gap between two known rates is nothing to count over.
  const gap = through < to && RATES.some(({ from: first }) => first > next && first <= to);
  return next === from || gap ? undefined : { fen: Math.round(sum), through };
}
