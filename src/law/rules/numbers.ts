import { chineseNumeral } from '../../model/numeral.ts';
import { type Day } from '../../model/moment.ts';
import { ruleOf } from './index.ts';
import { type Unit } from './rule.ts';

const UNIT_WORDS: Record<Unit, string> = { hour: '小时', day: '日', workday: '个工作日', month: '个月', year: '年' };

/** `{PLT-12.refuse}`: the length of a clock of a rule. */
const SLOT = /\{((?:[A-Z]{2,4}-\d{2}|REQ-ID))\.([a-z_]+)\}/g;

/**
 * Puts the numbers of law into a text: `超过{PLT-12.refuse}` → `超过十五日`. No number of a rule
 * stands in a text outside the rule itself, so that a text says what holds on its day.
 * @param onDay the day whose law is meant
 * @throws KamengError RULE_UNKNOWN, RULE_NOT_IN_FORCE; Error for a clock that the rule does not have
 */
export function sayNumbers(text: string, onDay: Day): string {
  return text.replace(SLOT, (_, rule: string, clock: string) => {
    const found = ruleOf(rule, onDay).clocks?.find((one) => one.id === clock);
    if (!found) throw new Error(`rule ${rule} has no clock ${clock}`);
    return `${chineseNumeral(found.n)}${UNIT_WORDS[found.unit]}`;
  });
}
