import { FACT_KEYS, type FactKey } from '../model/facts.ts';
import { type Coverage, type Gap } from '../model/outcome.ts';
import { type Day, type Moment } from '../model/moment.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { coverageOf, proofAdvice } from '../rulebook/coverage.ts';
import { deadlinesOf } from '../rulebook/deadlines.ts';
import { PLATFORM_DEFAULTS } from '../rulebook/platform-defaults.ts';
import { lackingFacts } from './case-view.ts';

/** The JSON of `check`. */
export interface CaseCheck {
  /** Nothing missing, nothing in conflict. */
  ready: boolean;
  coverage: Coverage;
  conflicts: { key: FactKey; values: { value: string; exhibits: number[] }[] }[];
  windows: { rule: string; what: string; due: Day | Moment; left: number; certain: boolean }[];
  missing: FactKey[];
  /** Would make the case stronger; nothing hangs on it. */
  advice: Gap[];
  /** What readers had to say of exhibits. */
  notes: { exhibit: number; code: string; message: string }[];
}

/** Longer windows are no news today. */
const WINDOW_DAYS = 30;

/** Usual practice of platforms that this one may not follow: a warning while it runs, no loss when it is over. */
const isDefault = (rule: string): boolean => PLATFORM_DEFAULTS.some((one) => one.id === rule) && rule !== PROMISE_RULE;
const PROMISE_RULE = 'PDEF-04';

/** Is the case complete, consistent and in time? Pure. */
export function checkCase(snapshot: CaseSnapshot): CaseCheck {
  const coverage = coverageOf(snapshot);
  const conflicts = FACT_KEYS.flatMap((key) => {
    const fact = snapshot.facts[key];
    if (fact?.status !== 'conflict') return [];
    const values = (fact.candidates ?? []).map((one) => ({
      value: one.value,
      exhibits: [...new Set(one.sources.map((source) => source.exhibit))],
    }));
    return [{ key, values }];
  });
  const inConflict = new Set(conflicts.map((conflict) => conflict.key));
  const missing = lackingFacts(snapshot.facts).filter((key) => !inConflict.has(key));
  return {
    ready: coverage.gaps.length === 0 && conflicts.length === 0 && missing.length === 0,
    coverage,
    conflicts,
    windows: deadlinesOf(snapshot)
      .filter((deadline) => deadline.left <= WINDOW_DAYS && (deadline.left >= 0 || !isDefault(deadline.rule)))
      .map(({ rule, what, due, left, certain }) => ({ rule, what, due, left, certain })),
    missing,
    advice: proofAdvice(snapshot),
    notes: snapshot.exhibits
      .filter((exhibit) => !exhibit.withdrawn)
      .flatMap((exhibit) =>
        (exhibit.reading?.notes ?? [])
          .filter((note) => note.severity !== 'info')
          .map((note) => ({ exhibit: exhibit.no, code: note.code, message: note.message })),
      ),
  };
}
