/**
 * Days and moments.
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

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const LOCAL =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})\s*[:：时]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2})(?:\.\d+)?)?\s*[秒分]?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

const two = (n: number): string => String(n).padStart(2, '0');

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Does this day exist in the calendar (2026-02-29 does not)? */
export function isDay(text: string): boolean {
  const m = DAY.exec(text);
  if (!m) return false;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Is it a full moment: an existing day, an existing time, an offset? */
export function isMoment(text: string): boolean {
  const m = MOMENT.exec(text);
  return (
    !!m &&
    isDay(m[1]!) &&
    Number(m[2]) < 24 &&
    Number(m[3]) < 60 &&
    Number(m[4] ?? 0) < 60 &&
    (m[5] === 'Z' || (Number(m[5]!.slice(1, 3)) <= 14 && Number(m[5]!.slice(4)) < 60))
  );
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

/** Milliseconds since the epoch of a moment, or of 00:00 in China for a day. */
export function epochOf(at: Moment | Day): number {
  if (DAY.test(at)) return Date.parse(`${at}T00:00:00${CHINA_OFFSET}`);
  return Date.parse(at);
}

/** The day it was in China at that moment; a day stays itself. */
export function chinaDay(at: Moment | Day): Day {
  if (DAY.test(at)) return at;
  return new Date(epochOf(at) + CHINA_MINUTES * 60_000).toISOString().slice(0, 10);
}

/** A point in time as a moment in China time, to the second. */
export function chinaMoment(epochMs: number): Moment {
  return `${new Date(epochMs + CHINA_MINUTES * 60_000).toISOString().slice(0, 19)}${CHINA_OFFSET}`;
}

/** `2026-09-01T17:39:39+08:00` → `2026-09-01 17:39:39`, China time, for people. */
export function showMoment(at: Moment | Day): string {
  if (DAY.test(at)) return at;
  const shown = chinaMoment(epochOf(at)).slice(0, 19).replace('T', ' ');
  return MOMENT.exec(at)?.[4] === undefined ? shown.slice(0, 16) : shown;
}

/** `2026-09-01` → `2026年9月1日`, the form of letters. */
export function showDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
}
