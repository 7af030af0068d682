import {
  addDays,
  addHours,
  chinaDay,
  type Day,
  epochOf,
  isDay,
  type Moment,
  monthEnd,
  weekdayOf,
} from '../model/moment.ts';
import { amountOf, NUMBER } from './numbers.ts';
import {
  afterFestival,
  afterNextHoliday,
  atClock,
  dateOf,
  dayInMonth,
  type End,
  festivalAhead,
  lengthAhead,
  monthAhead,
  weekdayNumber,
  workdaysAhead,
} from './reckoning.ts';

/** One way to name a time. */
export interface TimeRow {
  /** A length of time, no day or clock. */
  length?: true;
  words: RegExp;
  /** @returns undefined when the words name no time after all, or none to come */
  resolve: (match: RegExpMatchArray, at: Day | Moment) => End | undefined;
}

const HOUR = String.raw`(\d{1,2}|[一二两三四五六七八九十]{1,3})`;
/** 下午3点, 18:00, 晚上8点半: the clock on that day. */
const CLOCK = `(?:(上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|晚间|晚)?${HOUR}(?:[点:：时](半|\\d{1,2})?分?)(?:钟|整)?)?`;
const WEEK = '(?:周|星期|礼拜)';
const FESTIVAL = '(元旦|春节|过完?年|(?<![\\d一二两三四五六七八九十半几多今明去每全])年|清明|五一|劳动|端午|中秋|国庆)';

const NAMED_DAYS: Record<string, number> = { 今: 0, 当: 0, 明: 1, 次: 1, 隔: 1, 后: 2, 大后: 3 };

/** A length that is named by its number and unit; none is no length. */
function lengthOf(number: string, half: string | undefined, unit: string, at: Day | Moment): End | undefined {
  const n = amountOf(number);
  return n === undefined || n === 0 ? undefined : lengthAhead(at, n + (half ? 0.5 : 0), unit);
}

/** 下个月5号, 本月底: the first day of the month that is meant. */
const monthMeant = (words: string, at: Day | Moment): Day => monthAhead(chinaDay(at), /下|次/.test(words) ? 1 : 0);

/** Lengths of time: counted from when they were said. */
const LENGTHS: readonly TimeRow[] = [
  {
    // 48小时内, 1-3个工作日, 三到五天, 24-48小时: the longer one.
    length: true,
    words: new RegExp(
      `(${NUMBER})个?(?:工作日|小时|钟头|天|日|${WEEK}|月|分钟)?(?:[-~～—至到]|或者?)(${NUMBER})个?(?:多)?` +
        `(工作日|小时|钟头|分钟|天|日(?!前|之前)|${WEEK}|月(?!\\d|份|底|初|末))`,
      'g',
    ),
    resolve: (m, at) => lengthOf(m[2]!, undefined, m[3]!, at),
  },
  {
    // 一两天, 半个月, 两个半小时, 十五个工作日
    length: true,
    words: new RegExp(
      `(?<![\\d.年月第:：])(${NUMBER})个?(半)?(?:多|来)?(?:自然)?(工作日|小时|钟头|分钟|天|` +
        `日(?=内|以内|之内|左右|后|到账)|${WEEK}(?![一二三四五六日天末])|月(?=内|以内|之内|左右|后|时间|$))`,
      'g',
    ),
    resolve: (m, at) => lengthOf(m[1]!, m[2], m[3]!, at),
  },
  {
    // 审核期限7日, 时效为3天.
    length: true,
    words: new RegExp(`(?:期限?|时限|周期|时长|时效)(?:为|是|不超过|约)?(${NUMBER})个?(工作日|日|天|小时)`, 'g'),
    resolve: (m, at) => lengthOf(m[1]!, undefined, m[2]!, at),
  },
  {
    // T+3, as banks count.
    length: true,
    words: /t\+(\d{1,2})/g,
    resolve: (m, at) => workdaysAhead(chinaDay(at), Number(m[1])),
  },
];

/** Days near the one on which it was said, and parts of it. */
const NEAR_DAYS: readonly TimeRow[] = [
  {
    words: new RegExp(`(大后|[今当明次隔后])(?:天|日|早|晚|儿)(?:一早|之?内|以内|中(?!午))?${CLOCK}`, 'g'),
    resolve: (m, at) =>
      atClock(addDays(chinaDay(at), NAMED_DAYS[m[1]!]!), [m[2] ?? /[早晚]/.exec(m[0])?.[0], m[3], m[4]]),
  },
  {
    words: /第二天|翌日/g,
    resolve: (_m, at) => addDays(chinaDay(at), 1),
  },
  {
    // 下午给你回信, 傍晚发: a part of today without a clock.
    words: /(?<!今天|今日|明天|后天|昨天|[一二三四五六日天号])(下午|傍晚|晚上)(?!\d|[一二两三四五六七八九十])/g,
    resolve: (m, at) => {
      const evening = addHours(chinaDay(at), 18);
      return m[1] === '下午' && epochOf(at) > epochOf(evening) ? undefined : chinaDay(at);
    },
  },
  {
    words: /(?<![上今当明次隔后][天日])下班(?:之|以)?前/g,
    resolve: (_m, at) => chinaDay(at),
  },
];

/** What only a calendar of working days can say. */
const BY_CALENDAR: readonly TimeRow[] = [
  {
    // 国庆后, 节后第一个工作日, 国庆节前
    words: new RegExp(
      `${FESTIVAL}节?(?:假期|长假|放假|放完假)?(?:结束|过完)?(?:之|以)?` +
        '(?:(后)(?:的)?(?:(?:第一|首)个?(?:工作日|天)|上班)?|(前))',
      'g',
    ),
    resolve: (m, at) => {
      if (m[2]) return afterFestival(chinaDay(at), m[1]!);
      const days = festivalAhead(chinaDay(at), m[1]!);
      return days && addDays(days[0], -1);
    },
  },
  {
    // 节后第一个工作日: past the holiday that is on or comes within two weeks.
    words: /[节假]后(?:的)?(?:第一个|首个|上班第一[天个])?(?:工作日|上班)|(?:(?<![细调季环情章])节|放?假期?)后/g,
    resolve: (_m, at) => afterNextHoliday(chinaDay(at)),
  },
  {
    words: /下一?个?工作日/g,
    resolve: (_m, at) => workdaysAhead(chinaDay(at), 1),
  },
];

/** Days of the week, of the month, of the year. */
const DATES: readonly TimeRow[] = [
  {
    words: new RegExp(`(下下|下个?|本|这个?|当)?${WEEK}([一二三四五六日天末1-6])${CLOCK}`, 'g'),
    resolve: (m, at) => {
      const today = chinaDay(at);
      const clock = [m[3], m[4], m[5]] as const;
      const ahead = weekdayNumber(m[2]!) - weekdayOf(today);
      const weeks = m[1]?.startsWith('下下') ? 2 : m[1]?.startsWith('下') ? 1 : 0;
      if (weeks > 0) return atClock(addDays(today, ahead + 7 * weeks), clock);
      // On a Monday 周一前 may be today or a week ahead.
      if (ahead === 0 && m[1] === undefined && m[4] === undefined) return null;
      // A plain 周五 said on a Saturday is the coming one.
      return atClock(addDays(today, ahead < 0 ? ahead + 7 : ahead), clock);
    },
  },
  {
    words: new RegExp(`(下下|下个?|本|这个?)${WEEK}(?![一二三四五六日天末\\d])`, 'g'),
    resolve: (m, at) =>
      addDays(
        chinaDay(at),
        7 - weekdayOf(chinaDay(at)) + (m[1]!.startsWith('下下') ? 14 : m[1]!.startsWith('下') ? 7 : 0),
      ),
  },
  {
    words:
      /(下下?个?月|次月|本月|这个?月|当月|月)(底|末|初|中旬|上旬|下旬)|(下个?月|次月|本月|这个月)(?:之?内|以内)?(?!\d|份?\d)/g,
    resolve: (m, at) => {
      const month = monthMeant(m[1] ?? m[3]!, at);
      if (/初|上旬/.test(m[2] ?? '')) return addDays(month, 9);
      return m[2] === '中旬' ? addDays(month, 19) : monthEnd(month);
    },
  },
  {
    words: /(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?=前|之前|以前|号|日)/g,
    resolve: (m, at) => dateOf(chinaDay(at), Number(m[1]), Number(m[2])),
  },
  {
    words: new RegExp(`(下个?月|次月|本月|这个?月|当月)(\\d{1,2})[号日]?${CLOCK}`, 'g'),
    resolve: (m, at) => {
      const day = `${monthMeant(m[1]!, at).slice(0, 7)}-${m[2]!.padStart(2, '0')}`;
      return isDay(day) ? atClock(day, [m[3], m[4], m[5]]) : undefined;
    },
  },
  {
    words: /年底|年末/g,
    resolve: (_m, at) => `${chinaDay(at).slice(0, 4)}-12-31`,
  },
  {
    words: new RegExp(`(?:(20\\d{2})[-/.年])(\\d{1,2})[-/.月](\\d{1,2})[日号]?${CLOCK}`, 'g'),
    resolve: (m, at) => {
      const day = dateOf(chinaDay(at), Number(m[2]), Number(m[3]), Number(m[1]));
      return day && atClock(day, [m[4], m[5], m[6]]);
    },
  },
  {
    words: new RegExp(
      `(?<![\\d.-])(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?${CLOCK}`,
      'g',
    ),
    resolve: (m, at) => {
      const [month, date] = [amountOf(m[1]!), amountOf(m[2]!)];
      const day = month !== undefined && date !== undefined ? dateOf(chinaDay(at), month, date) : undefined;
      return day && atClock(day, [m[3], m[4], m[5]]);
    },
  },
  {
    words: new RegExp(`(?<![\\d.月-])(\\d{1,2})(?:号|日)(?=前|之前|内|以前|给|会|到|退|答|回|处|左右|$)${CLOCK}`, 'g'),
    resolve: (m, at) => {
      const day = dayInMonth(chinaDay(at), Number(m[1]));
      return day && atClock(day, [m[2], m[3], m[4]]);
    },
  },
];

/** Clocks without a day. */
const CLOCKS: readonly TimeRow[] = [
  {
    // A bare clock is today's: 下午6点前.
    words: new RegExp(`(上午|早上|中午|下午|傍晚|晚上|晚间)${HOUR}[点:：时](半|\\d{1,2})?`, 'g'),
    resolve: (m, at) => atClock(chinaDay(at), [m[1], m[2], m[3]]),
  },
  {
    // 七点左右 said after seven in the morning is the evening's.
    words: new RegExp(`(?<![\\d:一二三四五六七八九十])${HOUR}[点:时](半|\\d{1,2})?分?(?=之?前|以前|左右)`, 'g'),
    resolve: (m, at) => {
      const by = atClock(chinaDay(at), ['凌晨', m[1] === '0' ? '24' : m[1], m[2]]);
      return by.length > 10 && at.length > 10 && epochOf(by) < epochOf(at)
        ? atClock(chinaDay(at), ['晚上', m[1], m[2]])
        : by;
    },
  },
];

/** Each way to name a time; the earliest place in the text wins, at one place the first row. */
export const TIMES: readonly TimeRow[] = [...LENGTHS, ...NEAR_DAYS, ...BY_CALENDAR, ...DATES, ...CLOCKS];
