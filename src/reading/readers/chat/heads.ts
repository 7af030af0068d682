import { isDay, type Day } from '../../../model/moment.ts';
import { cleanLine } from '../text/clean.ts';
import { clockTime, TIME_SOURCE, type ClockTime } from './clock.ts';

/**
 * How the line above or before a message looks.
 * - `time-name`: `2026-09-01 18:09:39 我` (QQ, WeChat exports)
 * - `name-time`: `小王 2026/9/1 18:09` or, under a line with the day, `小王 18:09`
 * - `inline`: `2026-09-01 18:09 小王: 你好`, `[…] 小王：你好`, `小王 (2026-09-01 18:09:39): 你好`
 */
export type HeadStyle = 'time-name' | 'name-time' | 'inline';

export interface Head {
  style: HeadStyle;
  date?: WrittenDate;
  time: ClockTime;
  /** The word that was taken for a.m. or p.m. stands directly before the name. */
  wordBeforeName: string;
  sender: string;
  /** `inline` only. */
  text?: string;
}

/** Three numbers whose order is only sure when the year comes first. */
export interface WrittenDate {
  year: number;
  first: number;
  second: number;
  yearFirst: boolean;
}

/** A year of two figures only as WhatsApp writes it, with a comma behind it. */
const DATE_SOURCE = '(?:(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2}(?=, )))';
const WEEKDAY = '(?:\\s*(?:星期|周)[一二三四五六日天])?';
const NAME = '(\\S.{0,79}?)';
const DATE_TIME = `${DATE_SOURCE}${WEEKDAY}[\\sT,，]*${TIME_SOURCE}`;

const TIME_NAME = new RegExp(`^\\[?${DATE_TIME}\\]?\\s+(?:-\\s+)?${NAME}$`, 'u');
const INLINE = new RegExp(
  `^[\\[(【]?${DATE_TIME}[\\])】]?\\s*(?:-\\s+)?([^\\s:：][^:：]{0,39}?)\\s*[:：]\\s*(.+)$`,
  'u',
);
/** Shop programs write the time in brackets between the name and the words; a name may hold a colon there. */
const NAME_TIME_TEXT = new RegExp(`^${NAME}\\s*[(（]${DATE_TIME}[)）]\\s*[:：]\\s*(\\S.*)$`, 'u');
const NAME_TIME = new RegExp(`^${NAME}[\\s:：(（\\[]+${DATE_TIME}[)）\\]]?\\s*[:：]?$`, 'u');
const NAME_CLOCK = new RegExp(`^${NAME}\\s+[(（\\[]?${TIME_SOURCE}[)）\\]]?$`, 'u');
const DAY_LINE = new RegExp(`^[\\s—\\-–=_*·]*(?:日期[:：]\\s*)?${DATE_SOURCE}${WEEKDAY}[\\s—\\-–=_*·]*$`, 'u');
const MOMENT_LINE = new RegExp(`^[\\s—\\-–=_*·]*${DATE_TIME}[\\s—\\-–=_*·]*$`, 'u');

/** A day without its year is nobody's name. */
const SHORT_DAY = /(?:^|\s)(?:\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}日?|昨天|今天|前天|(?:星期|周)[一二三四五六日天])$/;

const OPEN_DAY: WrittenDate = { year: 0, first: 0, second: 0, yearFirst: true };

type Groups = (string | undefined)[];

const CENTURY = 2000;

function dateOf(groups: Groups): WrittenDate | undefined {
  const [y, m, d, a, b, year] = groups.map((group) => (group === undefined ? undefined : Number(group)));
  if (y !== undefined) return { year: y, first: m!, second: d!, yearFirst: true };
  if (year === undefined) return undefined;
  return { year: year < 100 ? CENTURY + year : year, first: a!, second: b!, yearFirst: false };
}

/** Every way in which this line can stand before a message. */
export function headsOf(raw: string): Head[] {
  const line = cleanLine(raw);
  if (line.length > 200 || !/\d:\d{2}/.test(line)) return [];
  const heads: Head[] = [];
  const add = (style: HeadStyle, date: WrittenDate | undefined, clock: Groups, sender: string, text?: string): void => {
    const time = clockTime(...(clock as [string?, string?, string?, string?, string?]));
    if (time)
      heads.push({
        style,
        date,
        time,
        wordBeforeName: clock[4] ?? '',
        sender: sender.trim().replace(/[,，]$/, ''),
        text,
      });
  };
  let m = INLINE.exec(line);
  if (m) add('inline', dateOf(m.slice(1, 7)), m.slice(7, 12), m[12]!, m[13]!);
  m = TIME_NAME.exec(line);
  if (m) add('time-name', dateOf(m.slice(1, 7)), m.slice(7, 12), m[12]!);
  m = NAME_TIME_TEXT.exec(line);
  if (m) {
    add('inline', dateOf(m.slice(2, 8)), m.slice(8, 13), m[1]!, m[13]!);
    return heads;
  }
  m = NAME_TIME.exec(line);
  if (m) add('name-time', dateOf(m.slice(2, 8)), m.slice(8, 13), m[1]!);
  else if (heads.length === 0) {
    m = NAME_CLOCK.exec(line);
    const name = m?.[1]!.replace(SHORT_DAY, '') ?? '';
    // A day without its year stands between the name and the clock: no moment is told of it, not even by a day above.
    const short = name !== m?.[1];
    if (m && name !== '' && !/\d{4}[-/.年]/.test(name))
      add('name-time', short ? OPEN_DAY : undefined, m.slice(2, 7), name);
  }
  return heads;
}

/** A line with nothing but a day, or a day and a time, between messages. */
export function separatorOf(raw: string): { date: WrittenDate; time?: ClockTime } | undefined {
  const line = cleanLine(raw);
  if (line.length > 60) return undefined;
  const day = DAY_LINE.exec(line);
  if (day) return { date: dateOf(day.slice(1, 7))! };
  const moment = MOMENT_LINE.exec(line);
  if (!moment) return undefined;
  const time = clockTime(...(moment.slice(7, 12) as [string?, string?, string?, string?, string?]));
  return { date: dateOf(moment.slice(1, 7))!, time };
}

/** In which order a file writes month and day when the year comes last. */
export function monthFirst(dates: readonly WrittenDate[], twelveHour: boolean): boolean | undefined {
  const loose = dates.filter((date) => !date.yearFirst);
  const day = loose.some((date) => date.first > 12);
  const month = loose.some((date) => date.second > 12);
  if (day !== month) return month;
  // Month before day goes with the 12-hour clock of English systems.
  return !day && twelveHour ? true : undefined;
}

/** The calendar day that was written; undefined when its order cannot be told or it does not exist. */
export function dayOf(date: WrittenDate | undefined, isMonthFirst: boolean | undefined): Day | undefined {
  if (!date || (!date.yearFirst && isMonthFirst === undefined)) return undefined;
  const [month, day] = date.yearFirst || isMonthFirst ? [date.first, date.second] : [date.second, date.first];
  const text = `${date.year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) && date.year >= 1999 && date.year < 2100 ? text : undefined;
}
