import { addDays as daysAfter } from 'date-fns/addDays';
import { addMinutes } from 'date-fns/addMinutes';
import { addSeconds } from 'date-fns/addSeconds';
import { secondsInHour } from 'date-fns/constants';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getISODay } from 'date-fns/getISODay';
import { isValid } from 'date-fns/isValid';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { lightFormat } from 'date-fns/lightFormat';
import { startOfHour } from 'date-fns/startOfHour';
import { carrierOf, clockOf, dayOf, UtcDate } from './carrier.ts';

/**
 * Days and moments. The reckoning is date-fns', on carriers that know no zone but UTC; China's offset stands here.
 *
 * A *day* (`…On`) is `YYYY-MM-DD` in China. A *moment* (`…At`) is ISO 8601 with
 * an offset, `2026-09-01T17:39:39+08:00`; a receipt that shows no seconds gives
 * `2026-09-01T17:39+08:00` and keeps its own precision. China has had one zone,
 * UTC+8 without summer time, since 1992; everything read off Chinese bills and
 * screens is in it.
 */
export type Day = string;
export type Moment = string;

export const CHINA_OFFSET = '+08:00';
const CHINA_MINUTES = 8 * 60;

const DAY_LENGTH = 10;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const WITHOUT_SECONDS = /T\d{2}:\d{2}(?:Z|[+-])/;
const LOCAL =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})\s*[:：时]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2})(?:\.\d+)?)?\s*[秒分]?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

const two = (n: number): string => String(n).padStart(2, '0');

/** Does this day exist in the calendar (2026-02-29 does not), from 1900 on? */
export function isDay(text: string): boolean {
  return DAY.test(text) && text >= '1900' && isValid(carrierOf(text));
}

/** Is it a full moment: an existing day, an existing time, an offset of at most 14 hours? */
export function isMoment(text: string): boolean {
  const m = MOMENT.exec(text);
  if (!m || !isDay(m[1]!) || !isValid(carrierOf(text))) return false;
  // ISO 8601 also knows 24:00 and offsets of 99 hours; no clock shows them.
  return m[2] !== '24' && (m[3] === 'Z' || Number(m[3]!.slice(1, 3)) <= 14);
}

export interface ParsedTime {
  /** The day in the zone that was written, or in China when none was. */
  day: Day;
  /** Present when a time of day was given. */
  moment?: Moment;
  /** False when no offset was written and China time was taken. */
  zoned: boolean;
}

/**
 * Reads what people and receipts write: `2026-09-01`, `2026/9/1 17:39`,
 * `2026年10月14日 14:43:52`, `2026-09-01T17:39:39+08:00`.
 * @returns undefined when it is no date or the date does not exist
 */
export function parseTime(text: string): ParsedTime | undefined {
  const m = LOCAL.exec(text.normalize('NFKC').trim());
  if (!m) return undefined;
  const day = `${m[1]}-${two(Number(m[2]))}-${two(Number(m[3]))}`;
  if (!isDay(day)) return undefined;
  const zoned = m[7] !== undefined;
  if (m[4] === undefined) return { day, zoned };
  let offset = m[7] ?? CHINA_OFFSET;
  if (/^[+-]\d{4}$/.test(offset)) offset = `${offset.slice(0, 3)}:${offset.slice(3)}`;
  const seconds = m[6] === undefined ? '' : `:${two(Number(m[6]))}`;
  const moment = `${day}T${two(Number(m[4]))}:${two(Number(m[5]))}${seconds}${offset}`;
  return isMoment(moment) ? { day, moment, zoned } : undefined;
}

/** What was asked before: a long case is put in order again and again, and to read a moment is half of that work. */
const epochs = new Map<string, number>();
const EPOCHS_KEPT = 200_000;

/** Milliseconds since the epoch of a moment, or of 00:00 in China for a day; NaN when it is neither. */
export function epochOf(at: Moment | Day): number {
  const known = epochs.get(at);
  if (known !== undefined) return known;
  const epoch = carrierOf(DAY.test(at) ? `${at}T00:00:00${CHINA_OFFSET}` : at).getTime();
  if (epochs.size >= EPOCHS_KEPT) epochs.clear();
  epochs.set(at, epoch);
  return epoch;
}

/** The clock that hangs in China, at a point in time. */
function chinaClock(epochMs: number): UtcDate {
  return addMinutes(new UtcDate(epochMs), CHINA_MINUTES);
}

/** The day it was in China at that moment; a day stays itself. */
export function chinaDay(at: Moment | Day): Day {
  // Nearly all moments are written on China's clock, and say their day.
  if (at.endsWith(CHINA_OFFSET) || DAY.test(at)) return at.slice(0, DAY_LENGTH);
  return dayOf(chinaClock(epochOf(at)));
}

/** The last moment that was asked for: thousands of rows are written within one second. */
let last = { second: NaN, moment: '' };

/** A point in time as a moment in China time, to the second. @throws RangeError when it is none */
export function chinaMoment(epochMs: number): Moment {
  const second = Math.floor(Math.trunc(epochMs) / 1_000);
  if (second !== last.second) last = { second, moment: `${clockOf(chinaClock(epochMs))}${CHINA_OFFSET}` };
  return last.moment;
}

/** `2026-09-01T17:39:39+08:00` → `2026-09-01 17:39:39`, China time, for people. */
export function showMoment(at: Moment | Day): string {
  if (DAY.test(at)) return at;
  return lightFormat(chinaClock(epochOf(at)), WITHOUT_SECONDS.test(at) ? 'yyyy-MM-dd HH:mm' : 'yyyy-MM-dd HH:mm:ss');
}

/** `2026-09-01` → `2026年9月1日`, the form of letters. */
export function showDay(day: Day): string {
  // Written for each line of many cases: without a pattern that is read each time.
  const [year, month, date] = dayOf(carrierOf(day)).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `2026-09-01T17:39:39+08:00` → `2026年9月1日17:39`, a day → `2026年9月1日`: as letters write it. */
export function letterTime(at: Moment | Day): string {
  if (isDay(at)) return showDay(at);
  return `${showDay(chinaDay(at))}${showMoment(at).slice(11, 16)}`;
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(carrierOf(to), carrierOf(from));
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return dayOf(daysAfter(carrierOf(day), n));
}

/**
 * The moment `n` hours later, in China time, as exactly as the first was told; a day counts from its 00:00.
 * `n` may have parts, to the second.
 */
export function addHours(at: Moment | Day, n: number): Moment {
  const later = chinaMoment(addSeconds(new UtcDate(epochOf(at)), Math.round(n * secondsInHour)).getTime());
  return WITHOUT_SECONDS.test(at) ? later.replace(/:00(?=\+)/, '') : later;
}

/** The first full hour after a moment, which itself does not count. */
export function nextHour(at: Moment): Moment {
  return addHours(chinaMoment(startOfHour(new UtcDate(epochOf(at))).getTime()), 1);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return getISODay(carrierOf(day));
}

/** The last day of the month that a day lies in. */
export function monthEnd(day: Day): Day {
  return dayOf(lastDayOfMonth(carrierOf(day)));
}
