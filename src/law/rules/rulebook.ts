import type { Day } from '../../model/moment.ts';
import { RULE_TABLES } from '../../knowledge/built/law.ts';
import type { Rule } from './rule.ts';

const VERSIONS_OF: ReadonlyMap<string, readonly Rule[]> = Map.groupBy(
  RULE_TABLES.flatMap(({ rules }) => rules),
  (rule) => rule.id,
);

/** Every version of a rule, oldest first; none for an id that nobody has. */
export const versionsOf = (id: string): readonly Rule[] => VERSIONS_OF.get(id) ?? [];

/** The ids of all rules, in the order of `docs/rules.md`. */
export const ruleIds = (): string[] => [...VERSIONS_OF.keys()];

/** Is a text with these days of force the law on a day? */
export function inForce(text: { inForceFrom?: Day | null; inForceUntil?: Day }, onDay: Day): boolean {
  return (text.inForceFrom ?? '') <= onDay && (text.inForceUntil === undefined || onDay <= text.inForceUntil);
}

/**
 * The version of a rule in force on a day.
 * @returns undefined when there is no such rule, or none of its versions was in
 *   force then: what applied on that day is unknown here, not void
 */
export function findRule(id: string, onDay: Day): Rule | undefined {
  return versionsOf(id).find((rule) => inForce(rule, onDay));
}

/**
 * Like `findRule`, and for a day that no version at hand covers the next one after it, or the last. For words and for
 * choices that must be made on any day: a route asked for a day before the text is still told in the text's numbers.
 * @throws Error for an id that nobody has
 */
export function nearestVersion(id: string, onDay: Day): Rule {
  const versions = versionsOf(id);
  const rule = findRule(id, onDay) ?? versions.find((one) => (one.inForceFrom ?? '') > onDay) ?? versions.at(-1);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

/**
 * The version that governs a clock: the one in force when it starts. A time bar of
 * the buyer's is asked on the day of acting, so one that is in force today serves
 * for a harm that is older than the text (办法 of 2026 for a purchase before it).
 */
export function versionFor(id: string, startDay: Day, today: Day): Rule | undefined {
  const then = findRule(id, startDay);
  if (then) return then;
  const now = findRule(id, today);
  return now?.clocks?.every((clock) => clock.whose === 'buyer') ? now : undefined;
}

/** The rules in force on a day. */
export const rulesOn = (onDay: Day): Rule[] => ruleIds().flatMap((id) => findRule(id, onDay) ?? []);
