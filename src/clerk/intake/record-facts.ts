import { isDeepStrictEqual } from 'node:util';
import type { CaseFile } from '../../casefile/case-file.ts';
import { changeExhibit } from '../../casefile/exhibits.ts';
import { currentFacts, recordFact } from '../../casefile/facts.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import { reconcile, type Reconciled, type ReadExhibit } from '../../agreement/reconcile.ts';
import { FACT_KEYS, factSpec, normalizeFact, type Fact, type FactKey, type Facts } from '../../model/facts.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, epochOf, isDay, showMoment, type Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';

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

export interface Reconciliation extends Pick<Reconciled, 'conflicts' | 'foreign' | 'unread'> {
  /** Keys whose fact changed. */
  changed: FactKey[];
}

const isTyped = (fact: Fact | undefined): fact is Fact => fact?.status === 'given' || fact?.status === 'confirmed';

/**
 * Brings the readings of all exhibits together and records what changed. What
 * a person typed or confirmed stays as it is.
 */
export function reconcileFacts(file: CaseFile): Reconciliation {
  const snapshot = takeSnapshot(file);
  const found = reconcileSnapshot(snapshot);
  const changed: FactKey[] = [];
  file.write(() => {
    for (const { exhibit, of } of found.duplicates) {
      const current = snapshot.exhibits.find((one) => one.no === exhibit);
      if (current && current.nearDuplicateOf !== of) changeExhibit(file, exhibit, { nearDuplicateOf: of });
    }
    for (const key of FACT_KEYS) if (settle(file, key, snapshot.facts[key], found.facts[key])) changed.push(key);
  });
  return { changed, conflicts: found.conflicts, foreign: found.foreign, unread: found.unread };
}

/** What the readings of a case say together, held against what was typed. Pure. */
export function reconcileSnapshot(snapshot: CaseSnapshot): Reconciled {
  const typed: Partial<Record<FactKey, string>> = {};
  for (const key of FACT_KEYS) {
    const fact = snapshot.facts[key];
    if (isTyped(fact)) typed[key] = fact.value;
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

/** Records what a fact has become. @returns whether it changed */
function settle(file: CaseFile, key: FactKey, old: Fact | undefined, read: Fact | undefined): boolean {
  if (isTyped(old)) {
    const same =
      read?.value === old.value ? read.sources : read?.candidates?.find((one) => one.value === old.value)?.sources;
    if (old.status !== 'given' || !same || same.length === 0) return false;
    recordFact(file, key, { value: old.value, status: 'confirmed', sources: same });
    return true;
  }
  if (isDeepStrictEqual(old, read)) return false;
  recordFact(file, key, read);
  return true;
}

/**
 * Sets facts as the user gives them, all or none; an empty value takes one back,
 * and what the exhibits say of it stands again.
 * @throws KamengError of giveFact
 */
export function assignFacts(file: CaseFile, assignments: readonly (readonly [FactKey, string])[]): Facts {
  file.write(() => {
    for (const [key, value] of assignments) {
      if (value === '') recordFact(file, key, undefined);
      else giveFact(file, key, value);
    }
  });
  if (assignments.some(([, value]) => value === '')) reconcileFacts(file);
  return currentFacts(file);
}

/** The facts of a case as they stand. */
export function factsOf(file: CaseFile): Facts {
  return currentFacts(file);
}
