import { editDistance } from '../../model/text.ts';
import { KamengError } from '../../model/errors.ts';
import { type Day } from '../../model/moment.ts';
import { type RuleText } from '../../model/outcome.ts';
import { PLATFORM_DEFAULTS } from './platform-defaults.ts';
import { COUNTING } from './counting.ts';
import { COURTS } from './courts.ts';
import { EVIDENCE } from './evidence.ts';
import { FORMS } from './forms.ts';
import { JURISDICTION } from './jurisdiction.ts';
import { PLATFORM } from './platform.ts';
import { POLICE } from './police.ts';
import { PUNITIVE } from './punitive.ts';
import { REFUSALS } from './refusals.ts';
import { REGULATOR } from './regulator.ts';
import { type Cite, type Rule } from './rule.ts';
import { statuteOf, statuteTitle } from './statutes.ts';
import { SUBSTANCE } from './substance.ts';
import { TRAPS } from './traps.ts';
import { VERSIONS } from './versions.ts';

/** The tables with their headings, in the order of `docs/rules.md`. */
export const RULE_TABLES: readonly { title: string; rules: readonly Rule[] }[] = [
  { title: '12315 投诉和举报', rules: REGULATOR },
  { title: '12315 不予受理的情形', rules: REFUSALS },
  { title: '由谁处理', rules: JURISDICTION },
  { title: '平台和商家', rules: PLATFORM },
  { title: '合同、交付和救济', rules: SUBSTANCE },
  { title: '惩罚性赔偿', rules: PUNITIVE },
  { title: '法院', rules: COURTS },
  { title: '证据', rules: EVIDENCE },
  { title: '公安机关', rules: POLICE },
  { title: '期间怎么算', rules: COUNTING },
  { title: '表格和网站', rules: FORMS },
  { title: '现行文本', rules: VERSIONS },
  { title: '容易出错的地方', rules: TRAPS },
  { title: '平台规则（非法定）的默认值', rules: PLATFORM_DEFAULTS },
];

export const RULES: readonly Rule[] = RULE_TABLES.flatMap((table) => table.rules);

const VERSIONS_OF = new Map<string, Rule[]>();
for (const rule of RULES) VERSIONS_OF.set(rule.id, [...(VERSIONS_OF.get(rule.id) ?? []), rule]);

function inForce(from: Day | null, until: Day | undefined, onDay: Day): boolean {
  return (from === null || from <= onDay) && (until === undefined || onDay <= until);
}

/**
 * The version of a rule in force on a day; without a day the newest one.
 * @returns undefined when there is no such rule, or none of its versions was in
 *   force then: what applied on that day is unknown here, not void
 */
export function findRule(id: string, onDay?: Day): Rule | undefined {
  const versions = VERSIONS_OF.get(id) ?? [];
  if (onDay === undefined) return versions.at(-1);
  return versions.find((rule) => inForce(rule.inForceFrom, rule.inForceUntil, onDay));
}

/** Ids that look like what was typed, nearest first. */
export function nearestRules(typed: string): string[] {
  const wanted = typed.trim().toUpperCase().slice(0, 20);
  return [...VERSIONS_OF.keys()]
    .map((id) => ({ id, far: editDistance(wanted, id) }))
    .filter((one) => one.far <= 2)
    .sort((a, b) => a.far - b.far || a.id.localeCompare(b.id))
    .slice(0, 3)
    .map((one) => one.id);
}

/**
 * Like `findRule`, for an id that must exist.
 * @throws KamengError RULE_UNKNOWN, or RULE_NOT_IN_FORCE when no version at hand covers the day
 */
export function ruleOf(id: string, onDay?: Day): Rule {
  const versions = VERSIONS_OF.get(id);
  if (!versions) {
    const near = nearestRules(id);
    throw new KamengError('RULE_UNKNOWN', `没有这条规则：${id}`, {
      hints: [...(near.length > 0 ? [`你要的可能是 ${near.join('、')}`] : []), '全部规则见 docs/rules.md，例如 REG-01'],
    });
  }
  const rule = findRule(id, onDay);
  if (!rule) {
    const first = versions[0]!.inForceFrom;
    throw new KamengError(
      'RULE_NOT_IN_FORCE',
      `${id} 的规定在 ${onDay} 还没有施行或者已经失效，当时适用的规定没有收录`,
      {
        hints: first ? [`收录的文本自 ${first} 起施行`] : [],
      },
    );
  }
  return rule;
}

/** May the rule be stated as law? Rules read second-hand and platform defaults may not. */
export function isStatable(rule: Rule): boolean {
  return rule.certainty !== 'S';
}

/** Is it a platform's own promise or a default of ours, not law? */
export function isPlatformRule(rule: Rule): boolean {
  return rule.id.startsWith('PDEF-');
}

function citesInForce(rule: Rule, onDay?: Day): readonly Cite[] {
  if (onDay === undefined) return rule.cites;
  return rule.cites.filter(([statute]) => inForce(statuteOf(statute).from, undefined, onDay));
}

/**
 * Every place a rule stands, as cited: `《…办法》第十五条`. The first is the main one.
 * @throws KamengError RULE_UNKNOWN, RULE_NOT_IN_FORCE
 */
export function citations(id: string, onDay?: Day): string[] {
  return citesInForce(ruleOf(id, onDay), onDay).map(([statute, article]) => `${statuteTitle(statute)}${article}`);
}

/**
 * The citation letters use; empty for what is no law (portals, platform defaults).
 * @throws KamengError RULE_UNKNOWN, RULE_NOT_IN_FORCE
 */
export function lawText(id: string, onDay?: Day): string {
  return citations(id, onDay)[0] ?? '';
}

/**
 * What a rule says, said as surely as it is known: law with its place, second-hand
 * as reported, a platform's rule as that.
 * @throws KamengError RULE_UNKNOWN, RULE_NOT_IN_FORCE
 */
export function ruleText(id: string, onDay?: Day): RuleText {
  const rule = ruleOf(id, onDay);
  const law = lawText(id, onDay);
  if (isPlatformRule(rule)) return { rule: id, text: `平台规则（非法定）：${rule.says}` };
  if (!isStatable(rule)) return { rule: id, text: `据解读，${rule.says}` };
  return { rule: id, text: law === '' ? rule.says : `${rule.says}（${law}）` };
}

/**
 * A number of a rule that code works with, by its name in the table; money in 分.
 * @throws KamengError RULE_UNKNOWN; Error for a name the rule does not have
 */
export function ruleValue(id: string, name: string): number {
  const value = ruleOf(id).values?.[name];
  if (value === undefined) throw new Error(`rule ${id} has no value ${name}`);
  return value;
}
