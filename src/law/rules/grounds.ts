import { GROUNDS, GROUND_KEYS } from '../../knowledge/built/grounds.ts';
import type { Ground as GroundRow } from '../../knowledge/schema/law.ts';
import type { Day } from '../../model/moment.ts';
import { isStatable } from './index.ts';
import { type LawDays, sayNumbers } from './numbers.ts';
import { findRule, inForce } from './rulebook.ts';
import type { StatuteKey } from './statutes.ts';

export { GROUND_KEYS };
/** A key of `knowledge/law/grounds.yaml`. */
export type GroundKey = (typeof GROUND_KEYS)[number];
/** What letters say of one place of the law, its numbers said. */
export type Ground = GroundRow<GroundKey, StatuteKey>;

/** A ground with its numbers said; undefined when its rule is not in force that day, or is not stated as law. */
function onTheDay(ground: Ground, onDay: Day | LawDays): Ground | undefined {
  const today = typeof onDay === 'string' ? onDay : onDay.today;
  const rule = findRule(ground.rule, today);
  if (!rule || !isStatable(rule) || !inForce(ground, today)) return undefined;
  return { ...ground, says: sayNumbers(ground.says, onDay) };
}

/** All that letters can say of the law on a day. */
export const groundsOn = (onDay: Day | LawDays): Ground[] => GROUNDS.flatMap((ground) => onTheDay(ground, onDay) ?? []);

/** One of them; undefined when there is none on that day. */
export function groundOn(key: GroundKey, onDay: Day | LawDays): Ground | undefined {
  for (const ground of GROUNDS) {
    const found = ground.key === key ? onTheDay(ground, onDay) : undefined;
    if (found) return found;
  }
  return undefined;
}
