import {
  addDays,
  addHours,
  CHINA_OFFSET,
  chinaDay,
  epochOf,
  isDay,
  monthEnd,
  parseTime,
  weekdayOf,
  type Day,
  type Moment,
} from '../model/moment.ts';
import { amountOf, NUMBER } from './numbers.ts';
import { monthAhead, weekdayNumber } from './reckoning.ts';

/** Is it asked what has happened, or what is to come? A 周五 is the last one or the next accordingly. */
export type Looking = 'back' | 'ahead';

/** One clock that the words can mean, in minutes of the day; past midnight it is the next day's. */
type Clock = number;
const DAY_MINUTES = 24 * 60;

const PART = '(凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚间|夜里|半夜|深夜|早|晚)';
const HOUR = '(\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})';
const CLOCK = new RegExp(
  `^${PART}?(?:${HOUR}(?:([点时])(?:钟|整)?(?:(半|一刻|三刻|\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})分?)?|:(\\d{2})(?::\\d{2})?))?$`,
);
const NIGHT = /晚|夜/;

const NAMED_DAYS: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 当: 0, 明: 1, 后: 2, 大后: 3 };
const YEARS: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1 };

const two = (n: number): string => String(n).padStart(2, '0');
const written = (year: number, month: number, date: number): Day => `${year}-${two(month)}-${two(date)}`;

/**
 * The days or moments that typed words can mean, as people write them: 昨天, 前天晚上8点, 11月9日, 9号, 上周五,
 * 三天后, 20261109, 20:30. What lies on the wrong side of now is left out where the words fit another time as well.
 * @returns none when it is no time; several when the words fit several
 */
export function typedTimes(text: string, now: Moment, looking: Looking): (Day | Moment)[] {
  const exact = parseTime(text);
  if (exact) return [exact.moment ?? exact.day];
  const words = text
    .normalize('NFKC')
    .replace(/(?<=\d)\s+(?=\d)/g, 'T')
    .replace(/[\s,，、的]/g, '')
    // About nine is shown back as nine, for a yes or the right one.
    .replace(/(?<=[点时])(?:钟?多钟?|来钟)$|左右$|前后$|大概|大约|差不多/g, '');
  if (words === '') return [];
  const found = [...new Set([...sinceNow(words, now), ...onDays(words, now, looking)])];
  const fits = found.filter((at) => onSide(at, now, looking));
  return fits.length > 0 ? fits : found;
}

function onSide(at: Day | Moment, now: Moment, looking: Looking): boolean {
  const [one, other] = isDay(at) ? [at, chinaDay(now)] : [epochOf(at), epochOf(now)];
  return looking === 'back' ? one <= other : one >= other;
}

/** 刚才, 两小时前, 半小时后: counted from this moment. */
function sinceNow(words: string, now: Moment): Moment[] {
  if (/^(?:刚刚?|刚才|现在|此刻)$/.test(words)) return [now];
  const m = new RegExp(`^(${NUMBER})个?(半)?(?:小时|钟头|(分钟))(?:之|以)?(前|后)$`).exec(words);
  const n = m ? amountOf(m[1]!) : undefined;
  if (!m || n === undefined) return [];
  const hours = (n + (m[2] ? 0.5 : 0)) / (m[3] ? 60 : 1);
  return [addHours(now, m[4] === '前' ? -hours : hours)];
}

function onDays(words: string, now: Moment, looking: Looking): (Day | Moment)[] {
  const today = chinaDay(now);
  for (const { pattern, days } of DAYS) {
    const m = pattern.exec(words);
    if (!m) continue;
    const clock = words.slice(m[0].length).replace(/^[T在于]/, '');
    // 昨晚 and 今早 carry the part of the day in their last sign.
    const part = /[早晚夜]$/.exec(m[0])?.[0];
    const clocks = clocksOf(
      part && !new RegExp(`^${PART}`).test(clock) ? `${part === '夜' ? '夜里' : part}${clock}` : clock,
    );
    if (!clocks) continue;
    const found = days(m, today, looking).filter(isDay);
    if (found.length > 0)
      return found.flatMap((day) => (clocks.length === 0 ? [day] : clocks.map((one) => at(day, one))));
  }
  const clocks = clocksOf(words);
  if (!clocks || clocks.length === 0) return [];
  // A clock by itself is today's, or that of the day beside it when today's lies on the wrong side.
  const near = clocks.map((one) => at(today, one)).filter((one) => onSide(one, now, looking));
  return near.length > 0 ? near : clocks.map((one) => at(addDays(today, looking === 'back' ? -1 : 1), one));
}

const at = (day: Day, clock: Clock): Moment => {
  const on = clock >= DAY_MINUTES ? addDays(day, 1) : day;
  const minutes = clock % DAY_MINUTES;
  return `${on}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${CHINA_OFFSET}`;
};

/** @returns none for a part of the day without an hour; undefined when it is no clock */
function clocksOf(words: string): Clock[] | undefined {
  if (words === '') return [];
  const m = CLOCK.exec(words);
  if (!m) return undefined;
  const [, part, hourWords, pointed, minuteWords, colonMinutes] = m;
  if (hourWords === undefined) return [];
  const hour = amountOf(hourWords.replace(/^[零〇](?=.)/, ''));
  const minutes = colonMinutes === undefined ? minutesOf(minuteWords) : Number(colonMinutes);
  if (hour === undefined || hour > 24 || minutes === undefined || minutes > 59) return undefined;
  return hoursOf(hour, part, pointed !== undefined && !hourWords.startsWith('0')).map((one) => one * 60 + minutes);
}

function minutesOf(words: string | undefined): number | undefined {
  if (words === undefined) return 0;
  if (words === '半') return 30;
  if (words === '一刻') return 15;
  if (words === '三刻') return 45;
  return amountOf(words.replace(/^[零〇](?=.)/, ''));
}

/** 8点 may be the morning's or the evening's; 8:00 on a clock of 24 hours is not. */
function hoursOf(hour: number, part: string | undefined, spoken: boolean): number[] {
  if (part === undefined) return spoken && hour >= 1 && hour <= 11 ? [hour, hour + 12] : [hour];
  if (hour > 12) return [hour];
  if (part === '凌晨') return [hour % 12];
  if (part === '中午') return [hour >= 11 ? hour : hour + 12];
  if (/下午|傍晚/.test(part)) return [hour === 12 ? 12 : hour + 12];
  if (!NIGHT.test(part)) return [hour];
  if (hour === 12 || hour === 0) return [24];
  // 昨天晚上1点: the hour after that midnight, or the one before that day began.
  return hour >= 5 ? [hour + 12] : [hour + 24, hour];
}

interface DayWords {
  pattern: RegExp;
  days(m: RegExpExecArray, today: Day, looking: Looking): Day[];
}

const WEEK = '(?:周|星期|礼拜)';
const NUMERAL = '[一二两三四五六七八九十]';
const MONTH_DAY = `(\\d{1,2}|${NUMERAL}{1,2})`;
const DATE = `(\\d{1,2}|${NUMERAL}{1,3})`;

const sided = (looking: Looking, day: Day, today: Day): boolean => (looking === 'back' ? day <= today : day >= today);

/** A day of a year that was not named: this year's, or of the year beside it when that lies on the wrong side. */
function yearless(month: number, date: number, today: Day, looking: Looking): Day[] {
  const year = Number(today.slice(0, 4));
  const here = written(year, month, date);
  if (isDay(here) && sided(looking, here, today)) return [here];
  // 11月20日 said on the 25th of what was to come is a day that has just passed, not one of next year.
  if (looking === 'ahead' && isDay(here) && here > addDays(today, -183)) return [here];
  const beside = written(year + (looking === 'back' ? -1 : 1), month, date);
  return isDay(beside) ? [beside] : isDay(here) ? [here] : [];
}

/** A day of a month that was not named. */
function monthless(date: number, today: Day, looking: Looking): Day[] {
  for (const step of looking === 'back' ? [0, -1, -2] : [0, 1, 2]) {
    const day = `${monthAhead(today, step).slice(0, 7)}-${two(date)}`;
    if (isDay(day) && sided(looking, day, today)) return [day];
  }
  return [];
}

const monthOf = (words: string): number => {
  if (/上上/.test(words)) return -2;
  if (words.startsWith('上')) return -1;
  return /下|次/.test(words) ? 1 : 0;
};

const DAYS: readonly DayWords[] = [
  {
    pattern: /^(大前|大后|前|昨|今|当|明|后)(?:天|日|儿个?|早|晚|夜)/,
    days: (m, today) => [addDays(today, NAMED_DAYS[m[1]!]!)],
  },
  {
    pattern: new RegExp(`^(${NUMBER})个?(天|日|周|星期|礼拜|月)(?:之|以)?(前|后)`),
    days(m, today) {
      const n = amountOf(m[1]!);
      if (n === undefined) return [];
      const sign = m[3] === '前' ? -1 : 1;
      if (m[2] !== '月') return [addDays(today, sign * Math.ceil(n * (/天|日/.test(m[2]!) ? 1 : 7)))];
      if (n % 1 !== 0) return [addDays(today, sign * Math.round(n * 30))];
      const month = monthAhead(today, sign * n).slice(0, 7);
      const same = `${month}-${today.slice(8)}`;
      return [isDay(same) ? same : monthEnd(`${month}-01`)];
    },
  },
  {
    pattern: new RegExp(`^(上上|上个?|这个?|本|下下|下个?)?${WEEK}([一二三四五六日天1-7])`),
    days(m, today, looking) {
      const ahead = (m[2] === '7' ? 7 : weekdayNumber(m[2]!)) - weekdayOf(today);
      const week = m[1];
      if (week === undefined) {
        if (ahead === 0) return looking === 'back' ? [today, addDays(today, -7)] : [today, addDays(today, 7)];
        const wrong = looking === 'back' ? ahead > 0 : ahead < 0;
        return [addDays(today, wrong ? ahead + (looking === 'back' ? -7 : 7) : ahead)];
      }
      const weeks = week.startsWith('上上')
        ? -2
        : week.startsWith('上')
          ? -1
          : week.startsWith('下下')
            ? 2
            : week.startsWith('下')
              ? 1
              : 0;
      return [addDays(today, ahead + 7 * weeks)];
    },
  },
  {
    pattern: /^(20\d{2})(\d{2})(\d{2})(?!\d)/,
    days: (m) => [`${m[1]}-${m[2]}-${m[3]}`],
  },
  {
    pattern: new RegExp(
      `^(?:(20\\d{2}|\\d{2}(?=年))[-/.年]|(前年|去年|今年|本年|明年))?${MONTH_DAY}[-/.月]${DATE}(?:[日号]|(?![\\d点时:]))`,
    ),
    days(m, today, looking) {
      const [month, date] = [amountOf(m[3]!), amountOf(m[4]!)];
      if (month === undefined || date === undefined) return [];
      if (m[2] !== undefined) return [written(Number(today.slice(0, 4)) + YEARS[m[2]]!, month, date)];
      if (m[1] === undefined) return yearless(month, date, today, looking);
      return [written(Number(m[1].padStart(4, '20')), month, date)];
    },
  },
  {
    pattern: new RegExp(`^(上上个?月|上个?月|本月|这个?月|当月|下个?月|次月)${DATE}(?:[日号]|$)`),
    days(m, today) {
      const date = amountOf(m[2]!);
      return date === undefined ? [] : [`${monthAhead(today, monthOf(m[1]!)).slice(0, 7)}-${two(date)}`];
    },
  },
  {
    pattern: new RegExp(`^${DATE}[日号]`),
    days(m, today, looking) {
      const date = amountOf(m[1]!);
      return date === undefined ? [] : monthless(date, today, looking);
    },
  },
];
