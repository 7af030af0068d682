import { KamengError } from '../../model/errors.ts';
import {
  addDays,
  addHours,
  chinaDay,
  type Day,
  daysBetween,
  isDay,
  isMoment,
  type Moment,
  nextHour,
  parseTime,
} from '../../model/moment.ts';
import { STARTS } from '../../knowledge/built/law.ts';
import type { Deadline } from '../../model/outcome.ts';
import { areCovered, pastHoliday, pastRest } from '../../calendar/calendar.ts';
import { citations, isPlatformRule, isStatable, requireRule, ruleOf, rulesOn } from '../rules/index.ts';
import type { Clock, Rule } from '../rules/rule.ts';
import { versionFor } from '../rules/rulebook.ts';
import { lastDay } from './period.ts';

/** A period counted out. */
interface Count {
  nominal: Day | Moment;
  due: Day | Moment;
  certain: boolean;
  notes: string[];
}

/**
 * Hours from the stated moment (CAL-02). When only the day is known, the buyer's
 * own time is counted from its first minute and what others owe from its end, so
 * that the answer errs on the safe side for the buyer.
 */
function countHours(clock: Clock, start: Day | Moment): Count {
  let from = start;
  const notes: string[] = [];
  if (isDay(start)) {
    if (clock.whose === 'other') from = addDays(start, 1);
    notes.push(clock.whose === 'other' ? '不知道几点，从当天结束时起算' : '不知道几点，从当天零点起算');
  } else if (clock.hourZeroOut) {
    from = nextHour(start);
  }
  const end = addHours(from, clock.n);
  return { nominal: end, due: end, certain: true, notes };
}

function countDays(clock: Clock, start: Day): Count {
  const nominal = lastDay(clock, start);
  const due = clock.moves === 'none' ? nominal : pastRest(nominal);
  const notes: string[] = [];
  if (clock.moves === 'holiday' && due !== pastHoliday(nominal)) {
    notes.push('最后一天是普通周末，规定只写了法定节假日顺延（REG-10），请按较早的一天准备');
  }
  if (clock.moves === 'unstated' && due !== nominal) {
    notes.push('最后一天是休息日，没有查到这类期限怎样顺延，请按较早的一天准备');
  }
  const looked =
    clock.unit === 'workday' ? areCovered(addDays(start, 1), due) : clock.moves === 'none' || areCovered(nominal, due);
  if (!looked) notes.push('经过的年份还没有收录放假安排，只按周末推算（CAL-06）');
  return { nominal, due, certain: looked, notes };
}

function sourceOf(rule: Rule, onDay: Day): string {
  if (isPlatformRule(rule)) return '平台规则（非法定），本工具的默认值';
  const places = citations(
    rule.id,
    rule.inForceFrom !== null && rule.inForceFrom > onDay ? rule.inForceFrom : onDay,
  ).join('、');
  if (isStatable(rule)) return places;
  return places === '' ? '据解读' : `据解读：${places}`;
}

/** What tells one running clock from another of the same rule, and what is known of its start. */
export interface ClockStart {
  at: Day | Moment;
  /** Stable within a case: `contact-3`, `paidAt`. */
  key: string;
  note?: string;
}

/**
 * One period of a rule, from its start.
 * @param today the day in China that `left` is counted from
 */
export function countClock(rule: Rule, clock: Clock, start: ClockStart, today: Day): Deadline {
  const startDay = chinaDay(start.at);
  const counted = clock.unit === 'hour' ? countHours(clock, start.at) : countDays(clock, startDay);
  const notes = [...(start.note ? [start.note] : []), ...counted.notes];
  if (!isStatable(rule) && !isPlatformRule(rule)) notes.push('据解读，没有见到原文，不作为法定期限');
  return {
    id: `${rule.id}:${clock.id}:${start.key}`,
    what: clock.what,
    rule: rule.id,
    start: clock.unit === 'hour' ? start.at : startDay,
    n: clock.n,
    unit: clock.unit,
    nominal: counted.nominal,
    due: counted.due,
    certain: counted.certain,
    left: daysBetween(today, chinaDay(counted.due)),
    source: sourceOf(rule, startDay),
    whose: clock.whose,
    // A start that is not the one the rule names is told in the note.
    ...(start.note?.startsWith('自') ? {} : { startsWith: STARTS[clock.start as keyof typeof STARTS] }),
    ...(clock.extended ? { extended: true } : {}),
    ...(notes.length > 0 ? { note: notes.join('；') } : {}),
  };
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Is the start near enough to our time for a period from it to mean anything? */
export function isCountable(at: Day | Moment): boolean {
  const year = Number(at.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function readStart(typed: string): Day | Moment {
  const text = typed.length > 100 ? `${typed.slice(0, 100)}…` : typed;
  const time = isMoment(text) ? { day: chinaDay(text), moment: text, zoned: true } : parseTime(text);
  if (!time) {
    throw new KamengError('DATE_INVALID', `没有这个日期：${text}`, {
      hints: ['写成 2026-09-01，按小时计算的写成 2026-09-01T17:39+08:00'],
    });
  }
  if (!isCountable(time.day)) {
    throw new KamengError('DATE_OUT_OF_RANGE', `这个日期离现在太远：${text}`, {
      hints: [`只算 ${FIRST_YEAR} 年到 ${LAST_YEAR} 年起算的期限`],
    });
  }
  if (time.moment === undefined) return time.day;
  if (!time.zoned) {
    throw new KamengError('ZONE_MISSING', `这个时刻没有写时区：${text}`, {
      hints: [`北京时间写成 ${time.moment}`],
    });
  }
  return time.moment;
}

/** Ids of the rules that have a period to count on a day. */
export function rulesWithClocks(onDay: Day): string[] {
  return rulesOn(onDay).flatMap((rule) => (rule.clocks ? rule.id : []));
}

/**
 * Counts out every period of a rule from one start, without a case.
 * @param ruleId `REG-01`; upper or lower case
 * @param start a day, or a moment with an offset (converted to the day in China)
 * @param options.today the day `left` is counted from
 * @param options.clock only this period
 * @throws KamengError RULE_UNKNOWN, RULE_NOT_IN_FORCE, RULE_WITHOUT_CLOCK,
 *   DATE_INVALID, DATE_OUT_OF_RANGE, ZONE_MISSING, MOMENT_NEEDED (a rule of hours and only a day given)
 */
export function countRule(ruleId: string, start: string, options: { today: Day; clock?: string }): Deadline[] {
  const id = ruleId.trim().toUpperCase();
  requireRule(id);
  const at = readStart(start.trim());
  const rule = versionFor(id, chinaDay(at), options.today) ?? ruleOf(id, chinaDay(at));
  const clocks = (rule.clocks ?? []).filter((clock) => options.clock === undefined || clock.id === options.clock);
  if (clocks.length === 0) {
    throw new KamengError('RULE_WITHOUT_CLOCK', `${id} 没有可以计算的期限`, {
      hints: [`有期限的规则：${rulesWithClocks(options.today).join('、')}`],
    });
  }
  if (isDay(at) && clocks.every((clock) => clock.unit === 'hour')) {
    throw new KamengError('MOMENT_NEEDED', `${id} 按小时计算，需要起算的时刻`, {
      hints: [`写成带时区的时刻，例如 ${at}T17:39+08:00`],
    });
  }
  // Every period has a start of its own: which one the day stands for is said beside it.
  return clocks.map((clock) => countClock(rule, clock, { at, key: at }, options.today));
}
