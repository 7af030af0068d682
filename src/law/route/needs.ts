import { NEED_FILES } from '../../knowledge/built/route.ts';
import type { FactKey } from '../../model/facts.ts';

/** What the buyer needs in hand for a door, shown to them. */
export function needLabel(need: string): string {
  return NEED_FILES[need]?.label ?? need;
}

/** The facts of a case that meet a need, all of them together; undefined where facts cannot. */
export function needFacts(need: string): readonly FactKey[] | undefined {
  return NEED_FILES[need]?.facts;
}
