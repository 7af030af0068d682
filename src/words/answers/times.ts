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
} from '../../model/moment.ts';
import { anyOf } from './pattern.ts';
import { addMonths, addWorkdays, kindOfDay, pastHoliday, pastRest } from '../../calendar/calendar.ts';

/** A time named in words, resolved from the moment they were said: the last point that still keeps it. */
export interface TimeFound {
  by: Day | Moment;
  text: string;
  /** A day or a clock, no length of time. */
  named: boolean;
  index: number;
}

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const NUMBER = '(?:\\d{1,3}(?:\\.\\d)?|[一二两俩三仨四五六七八九十百]{1,5}|半)';

/** `48` `三` `十五` `二十四` `两` `三五` (three to five: the larger). */
function numberOf(words: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words);
  if (words === '半') return 0.5;
  const m = /^(?:([一二三四五六七八九两])?百)?([一二三四五六七八九两])?(十)?([一二两俩三仨四五六七八九])?$/.exec(words);
  if (!m || words === '') return undefined;
  const [hundreds, first, ten, last] = [words.includes('百') ? DIGITS[m[1] ?? '一']! * 100 : 0, m[2], m[3], m[4]];
  if (ten) return hundreds + (first ? DIGITS[first]! : 1) * 10 + (last ? DIGITS[last]! : 0);
  if (first && last) return Math.max(DIGITS[first]!, DIGITS[last]!);
  return hundreds + (first ? DIGITS[first]! : last ? DIGITS[last]! : 0);
}

const isMomentValue = (at: Day | Moment): boolean => at.length > 10;

function inHours(at: Day | Moment, hours: number): Day | Moment {
  if (isMomentValue(at)) return addHours(at, hours);
  return addDays(at, hours < 12 ? 0 : Math.ceil(hours / 24));
}

const WEEKDAYS = '一二三四五六日天末';
function weekdayNumber(sign: string): number {
  const place = '1234567'.indexOf(sign) >= 0 ? Number(sign) : WEEKDAYS.indexOf(sign) + 1;
  return Math.min(place, 7);
}

function span(at: Day | Moment, n: number, unit: string): Day | Moment {
  const day = chinaDay(at);
  if (unit.includes('工作日')) return addWorkdays(day, Math.max(1, Math.ceil(n)));
  if (unit.includes('分钟')) return inHours(at, n / 60);
  if (unit.includes('小时') || unit.includes('钟头')) return inHours(at, n);
  if (unit.includes('月')) return n < 1 ? addDays(day, 15) : addMonths(day, Math.ceil(n));
  if (/周|星期|礼拜/.test(unit)) return addDays(day, Math.ceil(n * 7));
  return n < 1 ? inHours(at, 12) : addDays(day, Math.ceil(n));
}

/** A day of a month; the next one to come when this one has passed. */
function dayInMonth(today: Day, date: number): Day | undefined {
  const two = String(date).padStart(2, '0');
  const here = `${today.slice(0, 7)}-${two}`;
  if (isDay(here) && here >= today) return here;
  const next = `${addMonths(`${today.slice(0, 7)}-01`, 1).slice(0, 7)}-${two}`;
  return isDay(next) ? next : undefined;
}

/** A date without a year: this year's, or next year's when this one lies more than half a year back. */
function dateOf(today: Day, month: number, date: number, year?: number): Day | undefined {
  const write = (y: number) => `${y}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const y = year ?? Number(today.slice(0, 4));
  const day = write(y);
  if (!isDay(day)) return undefined;
  if (day >= today) return day;
  return year === undefined && day < addDays(today, -183) && isDay(write(y + 1)) ? write(y + 1) : undefined;
}

/** 下午3点, 18:00, 晚上8点半: the clock on that day. */
const CLOCK =
  '(?:(上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|晚间|晚)?(\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[点:：时](半|\\d{1,2})?分?)(?:钟|整)?)?';

function atClock(
  day: Day,
  part: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
): Day | Moment {
  const n = hour === undefined ? undefined : numberOf(hour);
  if (n === undefined || n > 24) return day;
  const late = part !== undefined && /下午|傍晚|晚|中午/.test(part) && n < 12 && !(part === '中午' && n >= 11);
  // 晚上十二点 is the end of that day.
  const hours = late || (n === 12 && part?.includes('晚')) ? n + 12 : n;
  const minutes = minute === '半' ? 30 : Number(minute ?? 0);
  if (hours > 24 || minutes > 59) return day;
  return addHours(day, hours + minutes / 60);
}

function afterHoliday(today: Day): Day {
  let day = addDays(today, 1);
  for (let ahead = 0; ahead < 14 && kindOfDay(day) !== 'holiday'; ahead++) day = addDays(day, 1);
  return kindOfDay(day) === 'holiday' ? pastRest(pastHoliday(day)) : addWorkdays(today, 1);
}

interface TimeRow {
  /** A length of time, no day or clock. */
  length?: true;
  words: RegExp;
  resolve: (match: RegExpMatchArray, at: Day | Moment) => Day | Moment | undefined;
}

const NAMED_DAYS: Record<string, number> = { 今: 0, 当: 0, 明: 1, 次: 1, 隔: 1, 后: 2, 大后: 3 };

/** Each way to name a time; the earliest place in the text wins, at one place the first row. */
const TIMES: readonly TimeRow[] = [
  {
    // 48小时内, 1-3个工作日, 三到五天, 一两天, 半个月, 24-48小时
    length: true,
    words: new RegExp(
      `(${NUMBER})个?(?:工作日|小时|钟头|天|日|周|星期|礼拜|月|分钟)?(?:[-~～—至到]|或者?)(${NUMBER})个?(多)?` +
        '(工作日|小时|钟头|分钟|天|日(?!前|之前)|周|星期|礼拜|月(?!\\d|份|底|初|末))',
      'g',
    ),
    resolve: (m, at) => {
      const n = numberOf(m[2]!);
      return n === undefined ? undefined : span(at, n, m[4]!);
    },
  },
  {
    length: true,
    words: new RegExp(
      `(?<![\\d.年月第:：])(${NUMBER})个?(?:多|来)?(?:自然)?(工作日|小时|钟头|分钟|天|日(?=内|以内|之内|左右|后|到账)|` +
        '(?:周|星期|礼拜)(?![一二三四五六日天末])|月(?=内|以内|之内|左右|后|时间|$))',
      'g',
    ),
    resolve: (m, at) => {
      const n = numberOf(m[1]!);
      return n === undefined || n === 0 ? undefined : span(at, n, m[2]!);
    },
  },
  {
    words: new RegExp(`(大后|[今当明次隔后])(?:天|日|早|晚|儿)(?:一早|之?内|以内|中(?!午))?${CLOCK}`, 'g'),
    resolve: (m, at) =>
      atClock(addDays(chinaDay(at), NAMED_DAYS[m[1]!]!), m[2] ?? (m[0].includes('晚') ? '晚' : undefined), m[3], m[4]),
  },
  {
    words: /第二天|翌日/g,
    resolve: (_m, at) => addDays(chinaDay(at), 1),
  },
  {
    // 下午给你回信, 傍晚发: a part of today without a clock.
    words: /(?<!今天|今日|明天|后天|昨天|[一二三四五六日天号])(下午|傍晚|晚上)(?!\d|[一二两三四五六七八九十])/g,
    resolve: (m, at) => {
      const evening = epochOf(addHours(chinaDay(at), 18));
      return m[1] === '下午' && epochOf(at) > evening ? undefined : chinaDay(at);
    },
  },
  {
    // 审核期限7日, 时效为3天.
    length: true,
    words: new RegExp(`(?:期限?|时限|周期|时长|时效)(?:为|是|不超过|约)?(${NUMBER})个?(工作日|日|天|小时)`, 'g'),
    resolve: (m, at) => {
      const n = numberOf(m[1]!);
      return n === undefined || n === 0 ? undefined : span(at, n, m[2]!);
    },
  },
  {
    // T+3, as banks count.
    length: true,
    words: /t\+(\d{1,2})/g,
    resolve: (m, at) => addWorkdays(chinaDay(at), Math.max(1, Number(m[1]))),
  },
  {
    // 节后第一个工作日: past the holiday that is on or comes within two weeks.
    words: /[节假]后(?:的)?(?:第一个|首个|上班第一[天个])?(?:工作日|上班)/g,
    resolve: (_m, at) => afterHoliday(chinaDay(at)),
  },
  {
    words: /下一?个?工作日/g,
    resolve: (_m, at) => addWorkdays(chinaDay(at), 1),
  },
  {
    words: new RegExp(`(下下|下个?|本|这个?|当)?(?:周|星期|礼拜)([一二三四五六日天末1-6])${CLOCK}`, 'g'),
    resolve: (m, at) => {
      const today = chinaDay(at);
      const ahead = weekdayNumber(m[2]!) - weekdayOf(today);
      const weeks = m[1]?.startsWith('下下') ? 2 : m[1]?.startsWith('下') ? 1 : 0;
      if (weeks > 0) return atClock(addDays(today, ahead + 7 * weeks), m[3], m[4], m[5]);
      // A plain 周五 said on a Saturday is the coming one.
      return atClock(addDays(today, ahead < 0 ? ahead + 7 : ahead), m[3], m[4], m[5]);
    },
  },
  {
    words: /(下下|下个?|本|这个?)(?:周|星期|礼拜)(?![一二三四五六日天末\d])/g,
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
      const word = m[1] ?? m[3]!;
      const month = addMonths(`${chinaDay(at).slice(0, 7)}-01`, /下|次/.test(word) ? 1 : 0);
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
      const month = addMonths(`${chinaDay(at).slice(0, 7)}-01`, /下|次/.test(m[1]!) ? 1 : 0).slice(0, 7);
      const day = `${month}-${m[2]!.padStart(2, '0')}`;
      return isDay(day) ? atClock(day, m[3], m[4], m[5]) : undefined;
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
      return day && atClock(day, m[4], m[5], m[6]);
    },
  },
  {
    words: new RegExp(
      `(?<![\\d.-])(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?${CLOCK}`,
      'g',
    ),
    resolve: (m, at) => {
      const [month, date] = [numberOf(m[1]!), numberOf(m[2]!)];
      const day = month !== undefined && date !== undefined ? dateOf(chinaDay(at), month, date) : undefined;
      return day && atClock(day, m[3], m[4], m[5]);
    },
  },
  {
    words: new RegExp(`(?<![\\d.月-])(\\d{1,2})(?:号|日)(?=前|之前|内|以前|给|会|到|退|答|回|处|左右|$)${CLOCK}`, 'g'),
    resolve: (m, at) => {
      const day = dayInMonth(chinaDay(at), Number(m[1]));
      return day && atClock(day, m[2], m[3], m[4]);
    },
  },
  {
    // A bare clock is today's: 下午6点前.
    words: /(上午|早上|中午|下午|傍晚|晚上|晚间)(\d{1,2}|[一二两三四五六七八九十]{1,3})[点:：时](半|\d{1,2})?/g,
    resolve: (m, at) => atClock(chinaDay(at), m[1], m[2], m[3]),
  },
  {
    // 七点左右 said after seven in the morning is the evening's.
    words:
      /(?<![\d:一二三四五六七八九十])(\d{1,2}|[一二两三四五六七八九十]{1,3})[点:时](半|\d{1,2})?分?(?=之?前|以前|左右)/g,
    resolve: (m, at) => {
      const by = atClock(chinaDay(at), undefined, m[1] === '0' ? '24' : m[1], m[2]);
      return by.length > 10 && at.length > 10 && epochOf(by) < epochOf(at)
        ? atClock(chinaDay(at), '晚上', m[1], m[2])
        : by;
    },
  },
];

/** Opening hours, round-the-clock lines, seven-day returns: numbers that promise nothing. */
const NO_PROMISE = anyOf(
  '(?:7|七)\\s*[x×*乘]\\s*24|24小时(?:在线|客服|热线|服务|自助|营业|自动|全天|人工|值班|便民)',
  '(?:7|七)[天日]无理由|(?:工作|上班|服务|营业|在线|客服|接待)时间|周一(?:到|至|-|~)周[五六日]|每[天日周]|三包|质保|保质|有效期|售后期|保修',
);
/** Time that has already run, or that runs for the buyer. */
const BEHIND = anyOf(
  '(?:[从自]|昨[天日晚]|前[天日]|上[周月]|未(?:能)?在|等了|等待了|已经?(?:于|在)|已经?(?:过|等|超|有)?|' +
    '(?<!不|不会|不能)(?:超过|超出|超)|过了|过去|(?<![通经超])过|满|不足|未满|逾|最近|拖了|历时|早在)\\s*(?:了)?(?:近|大约|约|将近)?$',
);

/** 三天前已退, 三天了, 18点前提交的: after the time, what shows that it is none to keep. */
const NOT_AHEAD = /^(?:之|以)?前(?:的|已|买|购|下|付|就|提交的|支付的)|^(?:未|没)/;

/** The times named in a clause that lie ahead of what was said. */
export function timesIn(clause: string, at: Day | Moment): TimeFound[] {
  if (NO_PROMISE.test(clause)) return [];
  const today = chinaDay(at);
  const named = TIMES.flatMap((row) => [...clause.matchAll(row.words)].map((match) => ({ match, row }))).toSorted(
    (a, b) => a.match.index - b.match.index,
  );
  const found: TimeFound[] = [];
  let end = 0;
  for (const { match, row } of named) {
    // 4月30日 inside 2026年4月30日 is no time of its own.
    if (match.index < end) continue;
    end = match.index + match[0].length;
    const before = clause.slice(Math.max(0, match.index - 10), match.index);
    const after = clause.slice(end, end + 6);
    const loose = /[这那]$/.test(before) && !/^之?内/.test(after);
    const run = row.length && /^[了来]/.test(after);
    if (loose || run || BEHIND.test(before) || NOT_AHEAD.test(after)) continue;
    const by = row.resolve(match, at);
    if (by !== undefined && chinaDay(by) >= today)
      found.push({ by, text: match[0], named: !row.length, index: match.index });
  }
  return found;
}
