import { byCharacter, editDistance } from '../../model/text.ts';
import { KamengError } from '../../model/errors.ts';
import type { Day } from '../../model/moment.ts';
import type { Cite, Rule } from './rule.ts';
import { findRule, inForce, ruleIds, rulesOn, versionsOf } from './rulebook.ts';
import { statuteOf, statuteTitle } from './statutes.ts';

export { findRule, rulesOn } from './rulebook.ts';

/** Ids that look like what was typed, nearest first. */
export function nearestRules(typed: string): string[] {
  const wanted = typed.trim().toUpperCase().slice(0, 20);
  return ruleIds()
    .map((id) => ({ id, far: editDistance(wanted, id) }))
    .filter((one) => one.far <= 2)
    .sort((a, b) => a.far - b.far || byCharacter(a.id, b.id))
    .slice(0, 3)
    .map((one) => one.id);
}

/**
 * Like `findRule`, for an id that must exist.
 * @throws KamengError RULE_UNKNOWN, or RULE_NOT_IN_FORCE when no version at hand covers the day
 */
export function ruleOf(id: string, onDay: Day): Rule {
  requireRule(id);
  const rule = findRule(id, onDay);
  if (rule) return rule;
  const first = versionsOf(id)[0]!.inForceFrom;
  throw new KamengError('RULE_NOT_IN_FORCE', `${id} 的规定在 ${onDay} 还没有施行或者已经失效，当时适用的规定没有收录`, {
    hints: first ? [`收录的文本自 ${first} 起施行`] : [],
  });
}

/**
 * Refuses an id that no rule has, whatever the day.
 * @throws KamengError RULE_UNKNOWN
 */
export function requireRule(id: string): void {
  if (versionsOf(id).length === 0) {
    const near = nearestRules(id);
    throw new KamengError('RULE_UNKNOWN', `没有这条规则：${id}`, {
      hints: [...(near.length > 0 ? [`你要的可能是 ${near.join('、')}`] : []), '全部规则见 docs/rules.md，例如 REG-01'],
    });
  }
}

/** May the rule be stated as law? Rules read second-hand and platform defaults may not. */
export function isStatable(rule: Rule): boolean {
  return rule.certainty !== 'S';
}

/** Is it a platform's own promise or a default of ours, not law? */
export function isPlatformRule(rule: Rule): boolean {
  return rule.id.startsWith('PDEF-');
}

/** What is assumed on a day of a platform whose own rules were not recorded. */
export const platformDefaults = (onDay: Day): Rule[] => rulesOn(onDay).filter(isPlatformRule);

function citesInForce(rule: Rule, onDay: Day): readonly Cite[] {
  return rule.cites.filter(([statute]) => inForce({ inForceFrom: statuteOf(statute).from }, onDay));
}

/**
 * Every place a rule stands, as cited: `《…办法》第十五条`. The first is the main one; none for what is no law (portals,
 * platform defaults).
 * @throws KamengError RULE_UNKNOWN, RULE_NOT_IN_FORCE
 */
export function citations(id: string, onDay: Day): string[] {
  return citesInForce(ruleOf(id, onDay), onDay).map(([statute, article]) => `${statuteTitle(statute)}${article}`);
}

/**
 * A number of a rule that code works with, by its name in the table; money in 分.
 * @throws KamengError RULE_UNKNOWN, RULE_NOT_IN_FORCE; Error for a name the rule does not have
 */
export function ruleValue(id: string, name: string, onDay: Day): number {
  const value = ruleOf(id, onDay).values?.[name]?.n;
  if (value === undefined) throw new Error(`rule ${id} has no value ${name}`);
  return value;
}
