import { addDays, chinaDay, type Day, type Moment, weekdayOf } from '../model/moment.ts';
import { monthOf } from './english-months.ts';
import { dateOf, type End, lengthAhead } from './reckoning.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `(?:\\d{1,3}|an?|${NUMBERS.join('|')}|fourteen|twenty-four|forty-eight|seventy-two)`;
const UNIT = String.raw`(business|working|week|calendar)?[\s-]?(minutes?|hours?|hrs?|days?|weeks?|months?)`;
/** `within 5-7 business days`, `in the next 24 hours`: the longer one. */
const ABOUT = String.raw`(?:about|around|approximately|up\sto|a\smaximum\sof)\s`;
const BEFORE_LENGTH = String.raw`(?:the\s(?:next|following|coming)\s|${ABOUT})*`;
const LENGTH = new RegExp(
  String.raw`\b(?:within|in)\s${BEFORE_LENGTH}(${NUMBER})(?:\s?(?:-|–|to|or)\s?(${NUMBER}))?\s?` +
    String.raw`(?:\(\d{1,3}\)\s)?${UNIT}\b`,
);
const MONTHS = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<month>${MONTHS})`;
const DAY_BEHIND = String.raw`(?<monthFirst>${MONTHS})\s(?<dayBehind>\d{1,2})(?:st|nd|rd|th)?\b`;
const DAY_OF_WEEK = String.raw`(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,?\s)?`;
const DATE = new RegExp(
  String.raw`\b(?:by|before|until|on|no\slater\sthan|latest)\s(?:the\s)?${DAY_OF_WEEK}(?:the\s)?` +
    String.raw`(?:${DAY}|${DAY_BEHIND})(?:,?\s(?<year>20\d{2}))?`,
);
const WRITTEN = /\b(?:by|before|until|on|no\slater\sthan)\s(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\b/;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAY = new RegExp(String.raw`\b(?:by|before|until|on|this|next)\s(?:this\s|next\s)?(${WEEKDAYS.join('|')})\b`);
const TODAY = 'today|tonight|this\\s(?:morning|afternoon|evening)';
const END_OF_DAY = String.raw`by\s(?:the\s)?end\sof\s(?:the\s)?(?:business\s)?day|by\seod`;
const DAYS_NEAR: readonly (readonly [RegExp, number])[] = [
  [/\b(?:the\s)?day\safter\stomorrow\b/, 2],
  [/\btomorrow\b/, 1],
  [new RegExp(String.raw`\b(?:${TODAY}|${END_OF_DAY})\b`), 0],
];
const END_OF_WEEK = /\b(?:by|before|until)\s(?:the\s)?end\sof\s(?:this|the|next)\sweek\b/;

/**
 * Until when a sentence says that something will be done; undefined where it names no time, null where it cannot be
 * told. A clock is left out: it hangs where the writer is, and the day holds longer than any hour of it.
 * @param sentence small letters
 * @param at when it was said
 */
export function englishEnd(sentence: string, at: Day | Moment): End | undefined {
  const today = chinaDay(at);
  const ahead = (day: Day | undefined): End | undefined => (day === undefined || day < today ? undefined : day);
  const date = DATE.exec(sentence)?.groups;
  if (date) {
    const month = monthOf((date['month'] ?? date['monthFirst'])!);
    const year = date['year'] === undefined ? undefined : Number(date['year']);
    return ahead(dateOf(today, month, Number(date['day'] ?? date['dayBehind']), year));
  }
  const written = WRITTEN.exec(sentence);
  if (written) return ahead(dateOf(today, Number(written[2]), Number(written[3]), Number(written[1])));
  const length = LENGTH.exec(sentence);
  if (length) return endOf(length, at);
  const near = DAYS_NEAR.find(([words]) => words.test(sentence));
  if (near) return addDays(today, near[1]);
  const weekday = WEEKDAY.exec(sentence);
  // `next Friday` may be the one of this week or of the next.
  if (weekday) return /\bnext\s/.test(weekday[0]) ? null : comingDay(today, weekday[1]!);
  return END_OF_WEEK.test(sentence)
    ? addDays(today, 7 - weekdayOf(today) + (/next/.test(sentence) ? 7 : 0))
    : undefined;
}

function endOf([, first, second, kind, unit]: RegExpExecArray, at: Day | Moment): End | undefined {
  const n = Math.max(amount(first!), second === undefined ? 0 : amount(second));
  if (n === 0) return undefined;
  if (kind === 'business' || kind === 'working') {
    // Whose working days they are is not said: those of China or of most other countries, whichever end later.
    const own = lengthAhead(at, n, '工作日');
    const abroad = weekdaysAhead(chinaDay(at), n);
    return own === null || own > abroad ? own : abroad;
  }
  return lengthAhead(at, n, UNITS[unit!.slice(0, 2)]!);
}

const UNITS: Readonly<Record<string, string>> = { mi: '分钟', ho: '小时', hr: '小时', da: '天', we: '周', mo: '月' };

function amount(word: string): number {
  const named = { a: 1, an: 1, fourteen: 14, 'twenty-four': 24, 'forty-eight': 48, 'seventy-two': 72 }[word];
  return named ?? (/^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1);
}

function weekdaysAhead(from: Day, n: number): Day {
  let day = from;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5) left -= 1;
  }
  return day;
}

/** The coming day of that name; on such a day it may be today or in a week. */
function comingDay(today: Day, name: string): End {
  const ahead = WEEKDAYS.indexOf(name) + 1 - weekdayOf(today);
  return ahead === 0 ? null : addDays(today, ahead < 0 ? ahead + 7 : ahead);
}
