import { FIXING } from '../../knowledge/built/fixing.ts';
import { type CaseSnapshot, countedExhibits } from '../../model/snapshot.ts';
import { sayNumbers } from '../rules/numbers.ts';
import { passes } from './match.ts';
import { compiled } from './proof.ts';
import { showsContent } from './read.ts';

/** One way to fix the proof of a case, and what it is good for. */
export interface FixingAdvice {
  id: string;
  label: string;
  how: string;
  why: string;
  rule: string;
}

const ROWS = FIXING.map((row) => ({ ...row, has: row.has?.map(compiled), lacks: row.lacks?.map(compiled) }));

/** What would fix the proof of this case better: by what it has that can vanish, and by what it lacks. */
export function fixingAdvice(snapshot: CaseSnapshot): FixingAdvice[] {
  const exhibits = countedExhibits(snapshot).filter(showsContent);
  const shown = (tests: (typeof ROWS)[number]['has']): boolean =>
    tests!.some((test) => passes(test, exhibits, snapshot.facts));
  return ROWS.filter(({ has, lacks }) => (!has || shown(has)) && !(lacks && shown(lacks))).map(
    ({ id, label, how, why, rule }) => ({
      id,
      label,
      how: sayNumbers(how, snapshot.today),
      why: sayNumbers(why, snapshot.today),
      rule,
    }),
  );
}
