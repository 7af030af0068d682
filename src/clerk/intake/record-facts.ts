import type { CaseFile } from '../../casefile/case-file.ts';
import { currentFacts, dismissGuess, recordFact } from '../../casefile/facts.ts';
import type { Conflict } from '../../agreement/reconcile.ts';
import { factSpec, normalizeFact, standingOf, type Fact, type FactKey, type Facts } from '../../model/facts.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, epochOf, isDay, showMoment, type Moment } from '../../model/moment.ts';

/** What exhibits say in a conflict with a typed value. */
export function sidesOf({ values }: Conflict): NonNullable<Fact['candidates']> {
  return values
    .filter(({ exhibits }) => exhibits.length > 0)
    .map(({ value, exhibits }) => ({ value, sources: exhibits.map((exhibit) => ({ exhibit, text: value })) }));
}

/**
 * Sets a fact as the user gives it. A value that the exhibits say too keeps
 * their sources and becomes `confirmed`; it is never overwritten by a reading.
 * @throws KamengError of normalizeFact, DATE_IN_FUTURE
 */
export function giveFact(file: CaseFile, key: FactKey, typed: string): Fact {
  const value = normalizeFact(key, typed);
  const before = currentFacts(file)[key];
  const same =
    before?.value === value
      ? before.sources
      : before?.candidates?.find((candidate) => candidate.value === value)?.sources;
  // What stands on an exhibit may be confirmed whatever the clock of this computer says.
  if (!same || same.length === 0) refuseFuture(key, value, file.now());
  const fact: Fact =
    same && same.length > 0 ? { value, status: 'confirmed', sources: same } : { value, status: 'given', sources: [] };
  recordFact(file, key, fact);
  return fact;
}

const PAST: readonly FactKey[] = ['paidAt', 'orderedAt', 'failedAt'];

/**
 * What has happened cannot lie ahead, not by an hour either.
 * @throws KamengError DATE_IN_FUTURE
 */
export function refuseFuture(key: FactKey, value: string, now: Moment): void {
  if (!PAST.includes(key)) return;
  const ahead = isDay(value) ? value > chinaDay(now) : epochOf(value) > epochOf(now);
  if (ahead)
    throw new KamengError('DATE_IN_FUTURE', `${factSpec(key).label}还没到：${showMoment(value)}`, {
      hints: ['检查年份、月份和钟点；时间按北京时间'],
    });
}

/**
 * What was guessed of a fact is wrong, and the buyer knows no better: it is left open and not asked again.
 * @returns whether there was a guess
 */
export function leaveOpen(file: CaseFile, key: FactKey): boolean {
  const fact = currentFacts(file)[key];
  if (!fact?.candidates || standingOf(fact) !== 'asked') return false;
  dismissGuess(file, key, fact.candidates);
  return true;
}

/** The facts of a case as they stand. */
export function factsOf(file: CaseFile): Facts {
  return currentFacts(file);
}
