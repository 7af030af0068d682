import { type CaseFile } from '../casefile/case-file.ts';
import { currentFacts, recordFact } from '../casefile/facts.ts';
import { takeSnapshot } from '../casefile/snapshot.ts';
import { reconcile, type ReadExhibit } from '../intake/reconcile.ts';
import { FACT_KEYS, factSpec, normalizeFact, type Fact, type FactKey, type Facts } from '../model/facts.ts';
import { KamengError } from '../model/errors.ts';
import { chinaDay, epochOf, isDay, showMoment, type Moment } from '../model/moment.ts';
import { changeExhibit } from '../casefile/exhibits.ts';

/**
 * Sets a fact as the user gives it. A value that the exhibits say too keeps
 * their sources and becomes `confirmed`; it is never overwritten by a reading.
 * @throws KamengError of normalizeFact, DATE_IN_FUTURE
 */
export function giveFact(file: CaseFile, key: FactKey, typed: string): Fact {
  const value = normalizeFact(key, typed);
  refuseFuture(key, value, file.now());
  const before = currentFacts(file)[key];
  const same = before?.value === value ? before.sources : before?.candidates?.find((candidate) => candidate.value === value)?.sources;
  const fact: Fact = same && same.length > 0 ? { value, status: 'confirmed', sources: same } : { value, status: 'given', sources: [] };
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
  if (ahead) throw new KamengError('DATE_IN_FUTURE', `${factSpec(key).label}还没到：${showMoment(value)}`, { hints: ['检查年份、月份和钟点；时间按北京时间'] });
}

export interface Reconciliation {
  /** Keys whose fact changed. */
  changed: FactKey[];
  conflicts: FactKey[];
  foreign: { exhibit: number; reason: string }[];
  /** A typed value that the exhibits contradict; the typed one stands. */
  contradicted: { key: FactKey; typed: string; read: string }[];
}

const isTyped = (fact: Fact | undefined): fact is Fact => fact?.status === 'given' || fact?.status === 'confirmed';

/**
 * Brings the readings of all exhibits together and records what changed. What
 * a person typed or confirmed stays as it is.
 */
export function reconcileFacts(file: CaseFile): Reconciliation {
  const snapshot = takeSnapshot(file);
  const before = snapshot.facts;
  const typed: Partial<Record<FactKey, string>> = {};
  for (const key of FACT_KEYS) if (isTyped(before[key])) typed[key] = before[key].value;
  const exhibits: ReadExhibit[] = snapshot.exhibits
    .filter((exhibit) => exhibit.reading)
    .map((exhibit) => ({
      no: exhibit.no,
      reading: { ...exhibit.reading!, kind: exhibit.kind, category: exhibit.category },
      ...(exhibit.withdrawn ? { withdrawn: true } : {}),
    }));
  const found = reconcile(exhibits, typed);
  const result: Reconciliation = { changed: [], conflicts: [], foreign: found.foreign, contradicted: [] };
  file.write(() => {
    for (const { exhibit, of } of found.duplicates) {
      const current = snapshot.exhibits.find((one) => one.no === exhibit);
      if (current && current.nearDuplicateOf !== of) changeExhibit(file, exhibit, { nearDuplicateOf: of });
    }
    for (const key of FACT_KEYS) settle(file, key, before, found.facts[key], result);
  });
  return result;
}

function settle(file: CaseFile, key: FactKey, before: Facts, read: Fact | undefined, result: Reconciliation): void {
  const old = before[key];
  if (isTyped(old)) {
    const candidates = read?.status === 'conflict' ? (read.candidates ?? []) : [];
    if (read && read.status === 'read' && read.value !== old.value) {
      result.contradicted.push({ key, typed: old.value, read: read.value });
    }
    const sources = read?.value === old.value ? read.sources : (candidates.find((one) => one.value === old.value)?.sources ?? []);
    if (old.status === 'given' && sources.length > 0) {
      recordFact(file, key, { value: old.value, status: 'confirmed', sources });
      result.changed.push(key);
    }
    return;
  }
  if (read?.status === 'conflict') result.conflicts.push(key);
  if (JSON.stringify(old) === JSON.stringify(read)) return;
  recordFact(file, key, read);
  result.changed.push(key);
}
