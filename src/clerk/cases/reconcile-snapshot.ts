import { reconcile, type Reconciled, type ReadExhibit } from '../../agreement/reconcile.ts';
import { FACT_KEYS, typedValue, type FactKey } from '../../model/facts.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';

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
