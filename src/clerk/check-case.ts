import { FACT_KEYS, type FactKey } from '../model/facts.ts';
import { type Coverage, type Gap } from '../model/outcome.ts';
import { type Day, type Moment } from '../model/moment.ts';
import { type CaseSnapshot } from '../model/snapshot.ts';
import { coverageOf, proofAdvice } from '../rulebook/coverage.ts';
import { deadlinesOf } from '../rulebook/deadlines.ts';
import { lackingFacts } from './case-view.ts';

/** The JSON of `check`. */
export interface CaseCheck {
  /** Nothing missing, nothing in conflict. */
  ready: boolean;
  coverage: Coverage;
  conflicts: { key: FactKey; values: { value: string; exhibits: number[] }[] }[];
  /** Closing within a month; a broken promise too. */
  windows: { rule: string; what: string; due: Day | Moment; left: number; certain: boolean }[];
  missing: FactKey[];
  /** Would make the case stronger; nothing hangs on it. */
  advice: Gap[];
  /** What readers had to say of exhibits. */
  notes: { exhibit: number; code: string; message: string }[];
}

/** Longer windows are no news today. */
const WINDOW_DAYS = 30;

/** A promise of the other side: the only window that is worth a word after it has closed. */
const PROMISE = 'PDEF-04';

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
      .filter((deadline) => deadline.left <= WINDOW_DAYS && (deadline.left >= 0 || deadline.rule === PROMISE))
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
