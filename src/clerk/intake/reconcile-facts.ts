import { isDeepStrictEqual } from 'node:util';
import type { Conflict, Reconciled } from '../../agreement/reconcile.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { changeExhibit } from '../../casefile/exhibits.ts';
import { currentFacts, dismissedGuesses, recordFact } from '../../casefile/facts.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import { KamengError } from '../../model/errors.ts';
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
import { type Ahead, aheadOf } from './ahead.ts';
import { reconcileDated } from './reconcile-dated.ts';
import { giveFact, refuseFuture, sidesOf } from './record-facts.ts';

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
  const found = reconcileDated(snapshot);
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
 * Records a value that the user says is right although exhibits say otherwise, with what they said and why.
 * @throws KamengError NOTHING_AGAINST when no exhibit says otherwise; of normalizeFact, DATE_IN_FUTURE
 */
function standAgainst(file: CaseFile, key: FactKey, typed: string, why: string): Fact {
  const value = normalizeFact(key, typed);
  refuseFuture(key, value, file.now());
  recordFact(file, key, { value, status: 'given', sources: [] });
  const found = reconcileDated(takeSnapshot(file)).conflicts.find(
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

/**
 * Sets facts as the user gives them, all or none; an empty value takes one back,
 * and what the exhibits say of it stands again.
 * @param against why the values are right although exhibits say otherwise
 * @throws KamengError of giveFact and standAgainst
 */
export function assignFacts(
  file: CaseFile,
  assignments: readonly (readonly [FactKey, string])[],
  against?: string,
): Facts {
  file.write(() => {
    for (const [key, value] of assignments) {
      if (value === '') recordFact(file, key, undefined);
      else if (against === undefined) giveFact(file, key, value);
      else standAgainst(file, key, value, against);
    }
  });
  if (assignments.length > 0) reconcileFacts(file);
  return currentFacts(file);
}
