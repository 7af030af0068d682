import {
  foreignAmong,
  reconcile,
  type Foreign,
  type Reconciled,
  type ReadExhibit,
  type Typed,
} from '../../agreement/reconcile.ts';
import { FACT_KEYS, typedValue } from '../../model/facts.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';

/** What the readings of a case say together, held against what was typed. Pure. */
export const reconcileSnapshot = (snapshot: CaseSnapshot): Reconciled =>
  reconcile(readExhibits(snapshot), typedIn(snapshot));

/** Of this, only which exhibits are about another order: asked whenever a case is looked at. */
export const foreignIn = (snapshot: CaseSnapshot): Foreign[] => foreignAmong(readExhibits(snapshot), typedIn(snapshot));

function typedIn({ facts }: CaseSnapshot): Typed {
  const typed: Typed = {};
  for (const key of FACT_KEYS) {
    const value = typedValue(facts[key]);
    if (value !== undefined) typed[key] = value;
  }
  return typed;
}

const readExhibits = ({ exhibits }: CaseSnapshot): ReadExhibit[] =>
  exhibits.flatMap(({ no, reading, kind, withdrawn }) =>
    reading ? [{ no, reading, kind, ...(withdrawn ? { withdrawn: true } : {}) }] : [],
  );
