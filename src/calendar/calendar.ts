import { addMonths as monthsAfter } from 'date-fns/addMonths';
import { carrierOf, dayOf } from '../model/carrier.ts';
import { addDays, type Day, weekdayOf } from '../model/moment.ts';
import { ARRANGEMENTS, KNOWN_HOLIDAYS } from '../knowledge/built/calendar.ts';

/**
 * What a day is. A `holiday` is a day off that the State Council named; a
 * `weekend` is a plain Saturday or Sunday. Both are days of rest, but some texts
 * move a period only past holidays (REG-10).
 */
export type DayKind = 'workday' | 'weekend' | 'holiday';

const YEARS = new Set(ARRANGEMENTS.map((one) => one.year));
const MAKE_UP_DAYS = new Set(ARRANGEMENTS.flatMap((one) => one.workdays));
const HOLIDAYS = new Set(KNOWN_HOLIDAYS);
/** The first and the last day of each. */
const ARRANGED = ARRANGEMENTS.flatMap((one) => one.holidays);

/** Is the working-day calendar of that day's year known? */
export function isCovered(day: Day): boolean {
  return YEARS.has(Number(day.slice(0, 4)));
}

/** Do all days from `first` to `last` lie in years with a calendar? */
export function areCovered(first: Day, last: Day): boolean {
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    if (!YEARS.has(year)) return false;
  }
  return true;
}

/** What a day is; in a year without a calendar Monday to Friday pass for working days. */
export function kindOfDay(day: Day): DayKind {
  if (HOLIDAYS.has(day) || ARRANGED.some(([first, last]) => first <= day && day <= last)) return 'holiday';
  if (MAKE_UP_DAYS.has(day)) return 'workday';
  return weekdayOf(day) > 5 ? 'weekend' : 'workday';
}

export function isWorkday(day: Day): boolean {
  return kindOfDay(day) === 'workday';
}

/** The `n`-th working day after a day, which itself does not count (CAL-01); `n` from 1. */
export function addWorkdays(day: Day, n: number): Day {
  let left = n;
  let at = day;
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}

/** The corresponding day `n` months later, or the last day of that month when it has none (CAL-03). */
export function addMonths(day: Day, n: number): Day {
  return dayOf(monthsAfter(carrierOf(day), n));
}

/** The corresponding day `n` years later; 29 February becomes the 28th in a year without it (CAL-03). */
export const addYears = (day: Day, n: number): Day => addMonths(day, 12 * n);

/** The day itself when it is worked, else the first working day after it (CAL-04). */
export function pastRest(day: Day): Day {
  return isWorkday(day) ? day : addWorkdays(day, 1);
}

/** The day itself when it is no holiday, else the first day after the holiday, worked or not (REG-10). */
export function pastHoliday(day: Day): Day {
  let at = day;
  while (kindOfDay(at) === 'holiday') at = addDays(at, 1);
  return at;
}
