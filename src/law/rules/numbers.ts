import { SLOT } from '../../knowledge/slots.ts';
import type { RuleNumber } from '../../knowledge/schema/law.ts';
import type { Day } from '../../model/moment.ts';
import { formatYuan } from '../../model/money.ts';
import { chineseNumeral } from '../../model/numeral.ts';
import type { Clock, StartEvent, Unit } from './rule.ts';
import { nearestVersion, versionFor } from './rulebook.ts';

/**
 * The days whose law a text means. A number of a clock is that of the version in force when the clock started, also
 * when the law has changed since; every other number is that of today.
 */
export interface LawDays {
  today: Day;
  /** When such a clock started in the case at hand; undefined where it has not. */
  startedOn(event: StartEvent): Day | undefined;
}

const UNIT_WORDS: Record<Unit, string> = { hour: '小时', day: '日', workday: '个工作日', month: '个月', year: '年' };

/** How a number is written: `十五` or `15`. */
type Write = (n: number) => string;

const inDigits: Write = String;
/** Two of anything counted is 两; two days or years are 二 in texts of law. */
const inChinese =
  (unit: string): Write =>
  (n) =>
    n === 2 && unit !== '日' && unit !== '年' ? '两' : chineseNumeral(n);

function sayCount(n: number, unit: string, digits: boolean): string {
  return `${(digits ? inDigits : inChinese(unit))(n)}${unit}`;
}

function sayValue({ kind, n }: RuleNumber, digits: boolean): string {
  if (kind === 'money') {
    const whole = n % 100 === 0;
    return whole ? sayCount(n / 100, '元', digits) : `${formatYuan(n)}元`;
  }
  if (kind === 'share') {
    const percent = Math.round(n * 100);
    return digits ? `${percent}%` : `百分之${chineseNumeral(percent)}`;
  }
  return sayCount(n, { multiple: '倍', days: '日', years: '年' }[kind], digits);
}

/**
 * The clock of a rule that governs a period from its start.
 * @param startedOn a day before every version at hand gets the nearest of them
 * @param today the day of acting, for time bars of the buyer's (see `versionFor`)
 * @throws Error for a clock the rule does not have
 */
export function clockOf(id: string, clock: string, startedOn: Day, today: Day): Clock {
  const version = versionFor(id, startedOn, today) ?? nearestVersion(id, today);
  const found = version.clocks?.find((one) => one.id === clock);
  if (!found) throw new Error(`rule ${id} has no clock ${clock}`);
  return found;
}

function sayNumber(id: string, name: string, digits: boolean, days: LawDays): string {
  const { today } = days;
  const value = nearestVersion(id, today).values?.[name];
  if (value) return sayValue(value, digits);
  const { start } = clockOf(id, name, today, today);
  const { n, unit } = clockOf(id, name, days.startedOn(start) ?? today, today);
  return sayCount(n, UNIT_WORDS[unit], digits);
}

/**
 * Puts the numbers of law into a text: `超过{PLT-12.refuse}` → `超过十五日`. No number of a rule stands in a text
 * outside the rule itself, so that a text says what holds on its day.
 *
 * A slot names a rule and one of its clocks or values; the unit comes with the number: `{REG-01.decide}` 七个工作日,
 * `{PUN-01.multiple}` 三倍, `{PUN-01.minimum}` 五百元, `{CT-07.mandatoryShare}` 百分之五十. With `|digits` it is written
 * in digits: `{PDEF-02.first_reply|digits}` 48小时.
 * @param onDay the day whose law is meant, or the days of a case; a day that no version covers gets the nearest one
 * @throws Error for a rule or a number that does not exist
 */
export function sayNumbers(text: string, onDay: Day | LawDays): string {
  const days = typeof onDay === 'string' ? { today: onDay, startedOn: () => undefined } : onDay;
  return text.replace(SLOT, (_, id: string, name: string, digits?: string) =>
    sayNumber(id, name, digits !== undefined, days),
  );
}
