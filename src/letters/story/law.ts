import { groundOn, type GroundKey } from '../../law/rules/grounds.ts';
import type { LawDays } from '../../law/rules/numbers.ts';
import { statuteTitle, type StatuteKey } from '../../law/rules/statutes.ts';
import type { Plea } from '../../law/basis.ts';
import type { Day } from '../../model/moment.ts';

export type { GroundKey } from '../../law/rules/grounds.ts';

export interface CitedLaw {
  rule: string;
  /** `《中华人民共和国电子商务法》第二十条` */
  article: string;
  says: string;
  statute: StatuteKey;
  /** `第二十条` */
  place: string;
  /** What the legal relation must allow for it to be cited. */
  pleas?: readonly Plea[];
}

/** A ground as it stands in a letter; undefined when its rule is not in force on that day. */
export function citeGround(key: GroundKey, onDay: Day | LawDays): CitedLaw | undefined {
  const ground = groundOn(key, onDay);
  if (!ground) return undefined;
  const { rule, statute, article: place, says, pleas } = ground;
  return { rule, article: `${statuteTitle(statute)}${place}`, says, statute, place, ...(pleas ? { pleas } : {}) };
}
