import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/model/moment.ts';
import {
  addMonths,
  addWorkdays,
  areCovered,
  isCovered,
  isWorkday,
  kindOfDay,
  pastHoliday,
  pastRest,
} from '../../src/calendar/calendar.ts';
import { ARRANGEMENTS } from '../../src/knowledge/built/calendar.ts';
import { findRule } from '../../src/law/rules/index.ts';

/** A walk over the table of chinese-days; its functions ask the machine's zone and err west of Greenwich. */
function works(day: string): boolean {
  const { holidays, workdays } = chineseDays as Record<'holidays' | 'workdays', Record<string, string>>;
  const restsAtWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return day in workdays || (!restsAtWeekend && !(day in holidays));
}

describe('the calendar', () => {
  it.each(ARRANGEMENTS)('knows every day of $year as chinese-days does', ({ year, rule }) => {
    const wrong: string[] = [];
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
      if (isWorkday(day) !== works(day)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(findRule(rule, `${year}-12-31`)).toBeDefined();
  });

  it('is covered by years that are known and by no other', () => {
    expect([isCovered('2026-12-31'), isCovered('2027-01-01'), isCovered('2025-12-31')]).toEqual([true, false, false]);
    expect(areCovered('2026-12-31', '2027-01-04')).toBe(false);
    expect(areCovered('2025-06-01', '2027-06-01')).toBe(false);
  });

  it('tells holidays from plain weekends', () => {
    expect(['2026-10-03', '2026-10-11', '2026-10-10', '2026-10-09', '2027-01-01', '2027-01-02'].map(kindOfDay)).toEqual(
      ['holiday', 'weekend', 'workday', 'workday', 'holiday', 'weekend'],
    );
    expect(pastHoliday('2026-10-03')).toBe('2026-10-08');
    expect(pastHoliday('2026-10-11')).toBe('2026-10-11');
    expect(pastRest('2026-10-11')).toBe('2026-10-12');
    expect(pastRest('2026-10-10')).toBe('2026-10-10');
    expect(pastHoliday('2027-01-01')).toBe('2027-01-02');
    expect(pastRest('2027-01-01')).toBe('2027-01-04');
  });

  it('counts working days as a plain walk over chinese-days does', () => {
    for (let day = '2026-01-01'; day < '2026-11-01'; day = addDays(day, 1)) {
      let at = day;
      for (let n = 1; n <= 30; n++) {
        do at = addDays(at, 1);
        while (!works(at));
        if (n === 1 || n === 7 || n === 10 || n === 30) expect(addWorkdays(day, n)).toBe(at);
      }
    }
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2100-01-31', 1, '2100-02-28'],
  ])('%s and %i months is %s', (day, n, expected) => expect(addMonths(day, n)).toBe(expected));
});
