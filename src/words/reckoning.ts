import {
  addMonths,
  addWorkdays,
  areCovered,
  isCovered,
  kindOfDay,
  pastHoliday,
  pastRest,
} from '../calendar/calendar.ts';
import { addDays, addHours, chinaDay, type Day, isDay, type Moment } from '../model/moment.ts';
import { amountOf } from './numbers.ts';

/**
 * When a time that was named is up: a day in China, or a moment. Null where that cannot be told: working days and
 * holidays of a year whose calendar is not known, words that fit two days.
 */
export type End = Day | Moment | null;

const WEEKDAYS = '一二三四五六日天末';

/** `三` `3` `日` `天` `末` → 1 (Monday) to 7. */
export function weekdayNumber(sign: string): number {
  return Math.min('1234567'.includes(sign) ? Number(sign) : WEEKDAYS.indexOf(sign) + 1, 7);
}

/** The first day of the month that is so many months ahead. */
export function monthAhead(day: Day, months: number): Day {
  return addMonths(`${day.slice(0, 7)}-01`, months);
}

/** `n` hours later; from a day without a clock the day on which they end, as far as that can be told. */
function inHours(at: Day | Moment, hours: number): Day | Moment {
  if (at.length > 10) return addHours(at, hours);
  return addDays(at, hours < 12 ? 0 : Math.ceil(hours / 24));
}

/** The `n`-th working day after a day (CAL-01); null where the calendar does not reach. */
export function workdaysAhead(day: Day, n: number): Day | null {
  const by = addWorkdays(day, Math.max(1, Math.ceil(n)));
  return areCovered(day, by) ? by : null;
}

/** A length of time, counted from when it was said: `3` `工作日`, `48` `小时`, `0.5` `月`. */
export function lengthAhead(at: Day | Moment, n: number, unit: string): End {
  const day = chinaDay(at);
  if (unit.includes('工作日')) return workdaysAhead(day, n);
  if (unit.includes('分钟')) return inHours(at, n / 60);
  if (unit.includes('小时') || unit.includes('钟头')) return inHours(at, n);
  if (unit.includes('月')) return addDays(addMonths(day, Math.floor(n)), n % 1 === 0 ? 0 : 15);
  if (/周|星期|礼拜/.test(unit)) return addDays(day, Math.ceil(n * 7));
  return n < 1 ? inHours(at, 12) : addDays(day, Math.ceil(n));
}

/** A day of a month; the next one to come when this one has passed. */
export function dayInMonth(today: Day, date: number): Day | undefined {
  const two = String(date).padStart(2, '0');
  const here = `${today.slice(0, 7)}-${two}`;
  if (isDay(here) && here >= today) return here;
  const next = `${monthAhead(today, 1).slice(0, 7)}-${two}`;
  return isDay(next) ? next : undefined;
}

/** A date without a year: this year's, or next year's when this one lies more than half a year back. */
export function dateOf(today: Day, month: number, date: number, year?: number): Day | undefined {
  const write = (y: number) => `${y}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const y = year ?? Number(today.slice(0, 4));
  const day = write(y);
  if (!isDay(day)) return undefined;
  if (day >= today) return day;
  return year === undefined && day < addDays(today, -183) && isDay(write(y + 1)) ? write(y + 1) : undefined;
}

/** The words of a clock: part of the day, hour, minutes. */
export type ClockWords = readonly [part?: string, hour?: string, minute?: string];

/**
 * That clock on that day; the day itself where no clock is named, or one that may be the night's or the afternoon's
 * (明天3点). 晚上十二点 is the end of the day.
 */
export function atClock(day: Day, [part, hour, minute]: ClockWords): Day | Moment {
  const n = hour === undefined ? undefined : amountOf(hour);
  if (n === undefined || n > 24) return day;
  if (part === undefined && n >= 1 && n < 7 && !hour!.startsWith('0')) return day;
  const late = part !== undefined && /下午|傍晚|晚|中午/.test(part) && n < 12 && !(part === '中午' && n >= 11);
  const hours = late || (n === 12 && part?.includes('晚')) ? n + 12 : n;
  const minutes = minute === '半' ? 30 : Number(minute ?? 0);
  // The end of a day is the day: as a moment it would be called by the next one's name.
  if (hours >= 24 || minutes > 59) return day;
  return addHours(day, hours + minutes / 60);
}

/** The first day worked after the holiday that is on or comes within two weeks; null where there is none, or no calendar. */
export function afterNextHoliday(today: Day): Day | null {
  let day = addDays(today, 1);
  for (let ahead = 0; ahead < 14 && kindOfDay(day) !== 'holiday'; ahead++) day = addDays(day, 1);
  const by = pastRest(pastHoliday(day));
  return kindOfDay(day) === 'holiday' && areCovered(today, by) ? by : null;
}

/** Between which days of a year the day of a festival can fall; those of the moon wander. */
const FESTIVALS: readonly (readonly [names: RegExp, first: string, last: string])[] = [
  [/元旦/, '01-01', '01-01'],
  [/春节|过年|年/, '01-21', '02-21'],
  [/清明/, '04-04', '04-06'],
  [/五一|劳动/, '05-01', '05-01'],
  [/端午/, '05-27', '06-26'],
  [/中秋/, '09-07', '10-08'],
  [/国庆|十一/, '10-01', '10-01'],
];

/** The first and last day off of the next holiday of that name; null in a year without a calendar. */
export function festivalAhead(today: Day, name: string): readonly [first: Day, last: Day] | null {
  const row = FESTIVALS.find(([names]) => names.test(name));
  if (!row) return null;
  for (const year of [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1]) {
    if (!isCovered(`${year}-01-01`)) return null;
    let first = `${year}-${row[1]}`;
    while (kindOfDay(first) !== 'holiday' && first < `${year}-${row[2]}`) first = addDays(first, 1);
    const last = addDays(pastHoliday(first), -1);
    if (last < today) continue;
    while (kindOfDay(addDays(first, -1)) === 'holiday') first = addDays(first, -1);
    return [first, last];
  }
  return null;
}

/** The first day worked after that holiday; null where the calendar does not reach. */
export function afterFestival(today: Day, name: string): Day | null {
  const days = festivalAhead(today, name);
  if (!days) return null;
  const by = pastRest(addDays(days[1], 1));
  return isCovered(by) ? by : null;
}
