import { CHINA_OFFSET, isMoment, type Day, type Moment } from '../../../model/moment.ts';

/**
 * Times of day as chat programs write them: 24-hour, or 12-hour with a word
 * before or after. A word that may also be the beginning of a person's name
 * ("PM 岁寒") is settled for the whole file, see `decideClock`.
 */
export interface ClockTime {
  hour: number;
  minute: number;
  second?: number;
  meridiem?: string;
}

/** Pattern source: groups meridiem before, hour, minute, second, meridiem after. */
export const TIME_SOURCE =
  '(?:(上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|AM|PM)\\s*)?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s?([AaPp][Mm]|[ap]\\.m\\.|上午|下午)(?![A-Za-z]))?';

export function clockTime(
  before?: string,
  hour?: string,
  minute?: string,
  second?: string,
  after?: string,
): ClockTime | undefined {
  const time: ClockTime = { hour: Number(hour), minute: Number(minute) };
  if (second !== undefined) time.second = Number(second);
  const meridiem = before ?? after;
  if (meridiem) time.meridiem = meridiem.replaceAll('.', '').toUpperCase();
  return time.hour < 24 && time.minute < 60 && (time.second ?? 0) < 60 ? time : undefined;
}

/** The hour of the day, 0 to 23; undefined where the words allow two. */
export function hourOf({ hour, meridiem }: ClockTime): number | undefined {
  if (meridiem === undefined || hour > 12) return hour;
  if (/^(?:AM|上午|凌晨|清晨|早上)$/.test(meridiem)) return hour % 12;
  if (meridiem === '中午') return hour >= 11 ? hour : hour < 3 ? hour + 12 : undefined;
  // "晚上 12:10" is said of both ends of a night.
  if (meridiem === '晚上' && (hour === 12 || hour < 5)) return undefined;
  return (hour % 12) + 12;
}

/** Day and clock as a moment in China time; the precision of the writing is kept. */
export function momentOf(day: Day | undefined, time: ClockTime | undefined): Moment | undefined {
  const hour = time ? hourOf(time) : undefined;
  if (day === undefined || time === undefined || hour === undefined) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  const seconds = time.second === undefined ? '' : `:${two(time.second)}`;
  const at = `${day}T${two(hour)}:${two(time.minute)}${seconds}${CHINA_OFFSET}`;
  return isMoment(at) ? at : undefined;
}

export type Clock = '12' | '24' | 'mixed';

/**
 * Which clock a file is written by. A 12-hour file has a word at every time and
 * no hour above 12 or of 0; a 24-hour file whose times have a word has people
 * whose names begin with it; anything else cannot be told.
 */
export function decideClock(times: readonly ClockTime[]): Clock {
  const worded = times.filter((time) => time.meridiem !== undefined);
  if (worded.length === 0) return '24';
  const beyond = (time: ClockTime): boolean => time.hour > 12 || time.hour === 0;
  if (worded.some(beyond)) return '24';
  return worded.length === times.length ? '12' : times.some(beyond) ? 'mixed' : '12';
}
