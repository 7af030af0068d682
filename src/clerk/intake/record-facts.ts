import { isDeepStrictEqual } from 'node:util';
import type { CaseFile } from '../../casefile/case-file.ts';
import { changeExhibit } from '../../casefile/exhibits.ts';
import { currentFacts, dismissedGuesses, dismissGuess, recordFact } from '../../casefile/facts.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import { reconcile, type Conflict, type Reconciled, type ReadExhibit } from '../../agreement/reconcile.ts';
import {
  standingOf as howFirm,
  FACT_KEYS,
  factSpec,
  normalizeFact,
  typedValue,
  type Fact,
  type FactKey,
  type Facts,
} from '../../model/facts.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, epochOf, isDay, showMoment, type Moment } from '../../model/moment.ts';
import { type Ahead, aheadOf } from './ahead.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';

/**
 * Records a value that the user says is right although exhibits say otherwise, with what they said and why.
 * @throws KamengError NOTHING_AGAINST when no exhibit says otherwise; DATE_IN_FUTURE
 */
function standAgainst(file: CaseFile, key: FactKey, value: string, why: string): Fact {
  refuseFuture(key, value, file.now());
  recordFact(file, key, { value, status: 'given', sources: [] });
  const found = reconcileSnapshot(takeSnapshot(file)).conflicts.find(
    (conflict) => conflict.key === key && conflict.code === 'TYPED_DIFFERS',
  );
  if (!found)
    throw new KamengError('NOTHING_AGAINST', `${factSpec(key).label}和证据没有不一致，不需要 --against-exhibits`, {
      hints: [`直接写：kameng facts ${key}=${value}`],
    });
  const fact: Fact = { value, status: 'given', sources: [], candidates: sidesOf(found), againstWhy: why };
  recordFact(file, key, fact);
  return fact;
}

/** What exhibits say in a conflict with a typed value. */
function sidesOf({ values }: Conflict): NonNullable<Fact['candidates']> {
  return values
    .filter(({ exhibits }) => exhibits.length > 0)
    .map(({ value, exhibits }) => ({ value, sources: exhibits.map((exhibit) => ({ exhibit, text: value })) }));
}

/**
 * Sets a fact as the user gives it. A value that the exhibits say too keeps
 * their sources and becomes `confirmed`; it is never overwritten by a reading.
 * @param against why it is right although exhibits say otherwise
 * @throws KamengError of normalizeFact, DATE_IN_FUTURE, NOTHING_AGAINST
 */
export function giveFact(file: CaseFile, key: FactKey, typed: string, against?: string): Fact {
  const value = normalizeFact(key, typed);
  const before = currentFacts(file)[key];
  const same =
    before?.value === value
      ? before.sources
      : before?.candidates?.find((candidate) => candidate.value === value)?.sources;
  if (against !== undefined) return standAgainst(file, key, value, against);
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

export interface Reconciliation extends Pick<Reconciled, 'conflicts' | 'foreign' | 'orders' | 'unread'> {
  /** Keys whose fact changed. */
  changed: FactKey[];
  /** Exhibits that show what has not happened yet. */
  ahead: Ahead[];
}

/**
 * Brings the readings of all exhibits together and records what changed. What
 * a person typed or confirmed stays as it is.
 */
export function reconcileFacts(file: CaseFile): Reconciliation {
  const snapshot = takeSnapshot(file);
  const found = reconcileSnapshot(snapshot);
  const dismissed = dismissedGuesses(file);
  const changed: FactKey[] = [];
  file.write(() => {
    for (const { exhibit, of } of found.duplicates) {
      const current = snapshot.exhibits.find((one) => one.no === exhibit);
      if (current && current.nearDuplicateOf !== of) changeExhibit(file, exhibit, { nearDuplicateOf: of });
    }
    for (const key of FACT_KEYS) {
      const against = found.conflicts.find((one) => one.key === key && one.code === 'TYPED_DIFFERS');
      const read = isDismissed(found.facts[key], dismissed[key]) ? undefined : found.facts[key];
      if (settle(file, key, snapshot.facts[key], read, against)) changed.push(key);
    }
  });
  const { conflicts, foreign, orders, unread } = found;
  return { changed, conflicts, foreign, orders, unread, ahead: aheadOf(snapshot.exhibits, snapshot.now) };
}

/** Nothing but what he has said to be wrong speaks for it: it is not asked again until an exhibit says something else. */
const isDismissed = (read: Fact | undefined, values: readonly string[] | undefined): boolean =>
  read !== undefined &&
  values !== undefined &&
  howFirm(read) === 'asked' &&
  (read.candidates ?? []).every(({ value }) => values.includes(value));

/**
 * What was guessed of a fact is wrong, and the buyer knows no better: it is left open and not asked again.
 * @returns whether there was a guess
 */
export function leaveOpen(file: CaseFile, key: FactKey): boolean {
  const fact = currentFacts(file)[key];
  if (!fact?.candidates || howFirm(fact) !== 'asked') return false;
  dismissGuess(file, key, fact.candidates);
  return true;
}

/** What the readings of a case say together, held against what was typed. Pure. */
export function reconcileSnapshot(snapshot: CaseSnapshot): Reconciled {
  const typed: Partial<Record<FactKey, string>> = {};
  for (const key of FACT_KEYS) {
    const value = typedValue(snapshot.facts[key]);
    if (value !== undefined) typed[key] = value;
  }
  const exhibits = snapshot.exhibits.flatMap((exhibit): ReadExhibit[] =>
    exhibit.reading
      ? [
          {
            no: exhibit.no,
            reading: exhibit.reading,
            kind: exhibit.kind,
            ...(exhibit.withdrawn ? { withdrawn: true } : {}),
          },
        ]
      : [],
  );
  return reconcile(exhibits, typed);
}

/**
 * Records what a fact has become. A typed value that a certain reading speaks against is a conflict until it is settled
 * by name; it stays on record as the side that no exhibit shows.
 * @returns whether it changed
 */
function settle(
  file: CaseFile,
  key: FactKey,
  old: Fact | undefined,
  read: Fact | undefined,
  against: Conflict | undefined,
): boolean {
  const typed = typedValue(old);
  const fact = typed === undefined ? read : standingOf(typed, old!, read, against);
  if (isDeepStrictEqual(old, fact)) return false;
  recordFact(file, key, fact);
  return true;
}

function standingOf(value: string, old: Fact, read: Fact | undefined, against: Conflict | undefined): Fact {
  if (against) {
    const sides = sidesOf(against);
    const settled =
      old.againstWhy !== undefined && sides.every((side) => old.candidates?.some((one) => one.value === side.value));
    if (settled) return old;
    const sources = sides.flatMap((side) => side.sources);
    return { value: '', status: 'conflict', sources, candidates: [{ value, sources: [] }, ...sides] };
  }
  if (old.againstWhy !== undefined) return old;
  if (old.status === 'confirmed') return old;
  const same = read?.value === value ? read.sources : read?.candidates?.find((one) => one.value === value)?.sources;
  return same && same.length > 0
    ? { value, status: 'confirmed', sources: same }
    : { value, status: 'given', sources: [] };
}

/**
 * Sets facts as the user gives them, all or none; an empty value takes one back,
 * and what the exhibits say of it stands again.
 * @param against why the values are right although exhibits say otherwise
 * @throws KamengError of giveFact
 */
export function assignFacts(
  file: CaseFile,
  assignments: readonly (readonly [FactKey, string])[],
  against?: string,
): Facts {
  file.write(() => {
    for (const [key, value] of assignments) {
      if (value === '') recordFact(file, key, undefined);
      else giveFact(file, key, value, against);
    }
  });
  if (assignments.length > 0) reconcileFacts(file);
  return currentFacts(file);
}

/** The facts of a case as they stand. */
export function factsOf(file: CaseFile): Facts {
  return currentFacts(file);
}
