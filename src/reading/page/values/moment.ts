import { CHINA_OFFSET, isMoment, parseTime } from '../../../model/moment.ts';
import { valueOf, type Joined, type Value } from './joined.ts';
import { monthOf } from '../../../words/english-months.ts';

const MOMENT =
  /(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d{3})\s*日?\s*(?:(上午|下午|晚上|中午|凌晨|AM|PM)?\s*(\d{1,2})\s*[:：时]\s*(\d{2})(?:\s*[:：分]\s*(\d{2}))?)?\s*(AM|PM)?/i;
/** Day and hour run together when the space was not seen: `2026-09-0702:20`. */
const RUN_TOGETHER = /(20\d{2}[-/.]\d{2}[-/.]\d{2})(\d{2}:\d{2})/;

/** `Nov 3, 2026, 12:41 PM`, `3rd November 2026 at 12:41`: a month by its English name, so that nobody mistakes it. */
const ENGLISH = new RegExp(
  [
    String.raw`(?:\b(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]*(?<month>MONTHS)`,
    String.raw`|\b(?<monthFirst>MONTHS)\s*(?<dayBehind>\d{1,2})(?:st|nd|rd|th)?)`,
    String.raw`[\s,-]*(?<year>20\d{2})`,
    String.raw`(?:[\s,]*(?:at\s*)?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<half>AM|PM)?)?`,
  ]
    .join('')
    .replaceAll(
      'MONTHS',
      String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\.?`,
    ),
  'i',
);
/** A clock of another country, where its offset is not said in hours: nobody can tell what time it was in China. */
const ELSEWHERE = /^\s*\(?(?:[ECMP][SD]?T|UTC|GMT|BST|CES?T|JST|KST|Z)\b/;

interface Written {
  /** Where it stands in the text, and what it reads. */
  index: number;
  whole: string;
  parts: readonly (string | undefined)[];
}

function writtenIn(text: string): Written | undefined {
  const match = MOMENT.exec(text);
  if (match) {
    const [whole, year, month, day, before, hour, minute, second, after] = match;
    return { index: match.index, whole, parts: [year, month, day, before ?? after, hour, minute, second] };
  }
  const english = ENGLISH.exec(text);
  if (!english) return undefined;
  const { day, month, monthFirst, dayBehind, year, hour, minute, second, half } = english.groups!;
  return {
    index: english.index,
    whole: english[0],
    parts: [year, String(monthOf((month ?? monthFirst)!)), day ?? dayBehind, half, hour, minute, second],
  };
}

/**
 * A day, with its clock where it has one; a day that does not exist is none. China time: a clock that says it hangs
 * elsewhere gives nothing.
 */
export function readMoment(joined: Joined): Value | undefined {
  const text = joined.text.replace(RUN_TOGETHER, '$1 $2');
  const match = writtenIn(text);
  if (!match) return undefined;
  const [year, month, day, said, hour, minute, second] = match.parts;
  const half = (said ?? '').toUpperCase();
  const hours = hourOf(hour, half);
  const clock = hour === undefined ? '' : ` ${hours}:${minute}${second === undefined ? '' : `:${second}`}`;
  const time = parseTime(`${year}-${month}-${day}${clock}`);
  if (!time) return undefined;
  const from = match.index;
  const to = text === joined.text ? from + match.whole.length : joined.text.length;
  // `2026-09-13 l7:39`: what goes on behind the time was part of it, and a letter of it was misread.
  const rest = text.slice(match.index + match.whole.length);
  if (hour !== undefined && ELSEWHERE.test(rest) && !/^\s*\(?(?:UTC|GMT)\+0?8/.test(rest)) return undefined;
  const goesOn = hour === undefined ? /^.{0,4}\d/.test(rest) : /^\s*[:：]\s*\S/.test(rest);
  return valueOf(joined, time.moment ?? time.day, from, to, goesOn);
}

const YEARLESS = new RegExp(
  [
    // Month and day.
    String.raw`^\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*`,
    // The half of the day, and the clock.
    String.raw`(上午|下午|晚上|中午|凌晨|早上)?\s*(\d{1,2})\s*[:：]\s*(\d{2})(?:\s*[:：]\s*(\d{2}))?\s*$`,
  ].join(''),
);
/** Has every day that a year can have. */
const LEAP_YEAR = '2024';

/** Day and hour of this or that year, as chats show what is not a year ago: `11-19T21:03+08:00`. */
export function readYearless(text: string): string | undefined {
  const match = YEARLESS.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const [, month, day, half = '', hour, minute, second] = match;
  const two = (digits: string | number): string => String(digits).padStart(2, '0');
  const clock = `${two(hourOf(hour!, half))}:${minute!}${second === undefined ? '' : `:${second}`}`;
  const written = `${two(month!)}-${two(day!)}T${clock}${CHINA_OFFSET}`;
  return isMoment(`${LEAP_YEAR}-${written}`) ? written : undefined;
}

const RELATIVE = new RegExp(
  [
    // Days back, or a weekday; nothing for today.
    String.raw`^\s*(今天|昨天|前天|(?:星期|周)([一二三四五六日天]))?\s*`,
    String.raw`(上午|下午|晚上|中午|凌晨|早上)?\s*(\d{1,2})\s*[:：]\s*(\d{2})(?:\s*[:：]\s*(\d{2}))?\s*$`,
  ].join(''),
);
const WEEKDAYS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };
const DAYS_BACK: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 前天: 2 };

/**
 * A clock with a day that hangs on when it was looked at, or with none: `-1T21:03+08:00` for `昨天 21:03`,
 * `W3T14:20+08:00` for `星期三 14:20`. None where `晚上 12:10` may be either end of a night.
 */
export function readRelative(text: string): string | undefined {
  const match = RELATIVE.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const [, day = '今天', weekday, half = '', hour, minute, second] = match;
  if (half === '晚上' && (Number(hour) === 12 || Number(hour) < 5)) return undefined;
  const clock = `${String(hourOf(hour!, half)).padStart(2, '0')}:${minute!}${second === undefined ? '' : `:${second}`}`;
  const written = `T${clock}${CHINA_OFFSET}`;
  if (!isMoment(`${LEAP_YEAR}-01-01${written}`)) return undefined;
  const from = weekday === undefined ? `-${DAYS_BACK[day]}` : `W${WEEKDAYS[weekday]}`;
  return `${from}${written}`;
}

/** Of 24, of an hour that is said with its half of the day. */
function hourOf(hour: string | undefined, half: string): number {
  const hours = Number(hour);
  if (/下午|晚上|PM/.test(half) && hours < 12) return hours + 12;
  if (/中午/.test(half) && hours < 3) return hours + 12;
  return /上午|凌晨|早上|AM/.test(half) && hours === 12 ? 0 : hours;
}
