import {
  addDays,
  chinaDay,
  chinaMoment,
  epochOf,
  isDay,
  isMoment,
  type Day,
  type Moment,
} from '../../../model/moment.ts';
import { type ChatMessage, type Reading } from '../../../model/reading.ts';
import { anyOf } from '../../../knowledge/patterns.ts';

type Promised = NonNullable<Reading['promises']>[number];

/** What sellers promise to do; without one of these no sentence is a promise. */
const DEED = new RegExp(
  [
    // Money back.
    '退款|退还|退钱|原路退|全额退|退(?:给)?[您你]|赔(?:偿|付)?|补偿',
    // Goods, again or at last.
    '补(?:发|货|号|卡|[给您你])|重(?:新)?发|换货|更换|换(?:一|新|[张个]|给)|到账|发货|发卡|发(?:给)?[您你]|充[上好值]|能到|[就定会前内]到',
    // Help.
    '解决|处理|搞定|弄好|解封|恢复|找回',
    // An answer.
    '回复|答复|联系[您你]|方案',
  ].join('|'),
);
/** That it is said of the future by the one who will do it. */
const PLEDGE =
  /承诺|保证|一定会?|肯定|确保|包(?:换|赔|退|找回|上号|到账)|会(?:在|给|为|帮|尽快|于|立即|马上)?|将(?:在|于|会|给|为|原路)?|[给帮为](?:您|你)|内|之前|以前|前|不到退/;
/** A standing warranty: `掉了包换`, `质保30天`. */
const WARRANTY = anyOf([
  '免费(?:补|换|退|重)|包(?:换|赔|退|补|找回)|假一赔',
  String.raw`[质保]保\s*(?:\d|[一二两三四五六七八九十半终永])|保修`,
  // What follows if not.
  '[不没]到(?:账)?(?:就|给[您你]|全额|直接|马上)*退|(?:被找回|掉了|封了|失效).{0,4}(?:退|赔|补|换)',
]);
const NEGATION =
  /(?:不|没|无法|未|别|勿)(?:能|会|可以?|予|支持|给|再|办法|法|要)?.{0,3}(?:退|补|赔|换|处理|解决|发货|到账)|概不|恕不/;
const QUESTION = /[?？]|吗[。！!~]*$|呢[。！!~]*$|^(?:请问|什么时候|多久|能不能|可以.{0,6}吗)/;
/** Said of what has been done. */
const DONE = /已经?(?:为|给|帮|经|退|补|重|换|发|处理|解决|到)|(?:退款|补发|重发|处理|解决|发货|到账)(?:好|完)?了/;
const CONDITION = /如果|如有|若|除非|只有/;
/** Words that put off without a day. */
const VAGUE = /尽快|稍等|耐心等待|正在|还在/;

const DIGITS: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  半: 0.5,
};

/**
 * The promises in the words of the other side, each with the day it names where
 * that follows from the calendar alone. Working days are left to the rulebook:
 * such a promise has no `by`.
 */
export function findPromises(messages: readonly ChatMessage[]): Promised[] {
  const promises: Promised[] = [];
  let asked = false;
  for (const message of messages) {
    if (message.side === 'buyer') asked = ASKS_WHEN.test(message.text);
    if (message.side === 'buyer' || message.side === 'system' || message.recalled) continue;
    for (const sentence of message.text.split(/(?<=[。！!；;\n?？])/)) {
      const text = sentence.trim();
      const answers =
        asked && message.side === 'other' && text.length <= SHORT && ANSWERS_WHEN.test(text) && !CONDITION.test(text);
      if (!answers && !isPromise(text, message.side === 'other')) continue;
      promises.push({ text, ...(message.at ? { said: message.at } : {}), ...termOf(text, message.at) });
    }
  }
  return promises;
}

/** Asked when it will be done, `明天12点前` is a promise. */
const ASKS_WHEN = /什么时候|啥时候|何时|多久|几点|几天|多长时间|哪天/;
const ANSWERS_WHEN =
  /(?:[天日晚周一二三四五六日号点半\d]|小时|分钟|月底)\s*(?:之?前|以前|之?内|以内)[吧哈哦的。!！~～]*$/;
const SHORT = 16;

/** A sentence promises when one of its clauses does: `已经帮您反馈了，24小时内给您答复`. */
function isPromise(sentence: string, knownOther: boolean): boolean {
  if (sentence.length < 4 || sentence.length > 200 || QUESTION.test(sentence) || CONDITION.test(sentence)) return false;
  const clauses = sentence.split(/[，,\s]+/).filter(Boolean);
  // `今天24点前，给您充上`: the term may stand apart from the deed.
  const dated =
    !clauses.some((clause) => DEED.test(clause) && termWords(clause)) && termWords(sentence) ? [sentence] : clauses;
  return dated.some((clause) => promisesIn(clause, knownOther, sentence));
}

function promisesIn(clause: string, knownOther: boolean, sentence: string): boolean {
  if (knownOther && WARRANTY.test(clause) && !REFUSED.test(clause)) return true;
  if (!DEED.test(clause) || NEGATION.test(clause) || DONE.test(clause)) return false;
  const dated = termWords(clause) !== undefined;
  // Whose words they are is not known: only one that names a day counts.
  if (!knownOther) return dated && /承诺|保证|您|亲/.test(sentence);
  return dated
    ? PLEDGE.test(clause)
    : /承诺|保证|一定会|确保/.test(clause) || (PLEDGE.test(clause) && !VAGUE.test(clause) && /会|将/.test(clause));
}

const REFUSED = /(?<!到|到账)(?:不|没有?|无|非)\s*(?:包|质保|保|支持|会|能|给)/;

function termWords(text: string): RegExpExecArray | null | undefined {
  return (
    HOURS.exec(text) ??
    CLOCK.exec(text) ??
    DAYS.exec(text) ??
    DATE.exec(text) ??
    WORKING.exec(text) ??
    NEAR.exec(text) ??
    WEEKDAY.exec(text) ??
    END.exec(text) ??
    LONG.exec(text) ??
    undefined
  );
}

const NUMBER = '(\\d{1,4}|[一二两三四五六七八九十半])';
const HOURS = new RegExp(`${NUMBER}\\s*(?:个)?\\s*(小时|分钟|h(?![a-z]))(?:之?内|以内|左右)?`, 'i');
const DAYS = new RegExp(`${NUMBER}\\s*(?:个)?\\s*(?:自然日|天|日)(?:之?内|以内|左右|后)`);
const WORKING = new RegExp(`${NUMBER}(?:\\s*[-~至到]\\s*${NUMBER})?\\s*个?\\s*工作日`);
const DATE = /(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.](\d{1,2})[日号]?(?:\s*(\d{1,2}):(\d{2}))?/;
const NEAR = /今天|今晚|今日|今早|明天|明日|明晚|明早|后天/;
/** `明天下午6点前`, `今晚12点`, `下午三点半之前`. */
const CLOCK =
  /(今天|今晚|今日|今早|明天|明日|明晚|明早|后天)?\s*(凌晨|早上|上午|中午|下午|晚上|傍晚)?\s*(\d{1,2}|十[一二]?|[一二两三四五六七八九])(?:[:：]([0-5]\d)|点(半|[0-5]?\d分?)?)(?!钟)(?:\s*(?:之?前|以前|左右|肯定|一定|准时))?/;
const WEEKDAY = /(下|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/;
/** Warranties run so long; when they end matters only if they are broken. */
const LONG = new RegExp(`${NUMBER}\\s*个?\\s*(?:月|年)(?:之?内|以内)`);
const END = /(本周|这周)[内末]|(?:本月|这个?月)?月底/;

/** The end that the words name, counted from when they were said. */
function termOf(text: string, said: Moment | undefined): { by?: Day | Moment } {
  if (WORKING.test(text) || said === undefined) return {};
  const hours = HOURS.exec(text);
  if (hours) {
    const n = amountOf(hours[1]!) * (hours[2] === '分钟' ? 60_000 : 3_600_000);
    return { by: chinaMoment(epochOf(said) + n) };
  }
  const days = DAYS.exec(text);
  if (days) return { by: addDays(chinaDay(said), Math.ceil(amountOf(days[1]!))) };
  const near = NEAR.exec(text)?.[0];
  const clock = clockTerm(text, said);
  if (clock) return { by: clock };
  if (near) return { by: addDays(chinaDay(said), daysAhead(near)) };
  return weekTerm(text, chinaDay(said)) ?? writtenDate(text, chinaDay(said));
}

const daysAhead = (near: string | undefined): number =>
  near === undefined || near.startsWith('今') ? 0 : near === '后天' ? 2 : 1;

/** An hour of a day that is named; without a day it is the next such hour. Midnight ends the day: `今晚12点`. */
function clockTerm(text: string, said: Moment): Moment | undefined {
  const m = CLOCK.exec(text);
  if (!m) return undefined;
  const [, near, half = '', hourWords, minutes, after] = m;
  const evening = near === '今晚' || near === '明晚';
  // `3点` alone may mean the night or the afternoon; a term that is a guess is none.
  if (near === undefined && half === '') return undefined;
  let hour = clockNumber(hourWords!);
  if ((/下午|晚上|傍晚/.test(half) || evening) && hour < 12) hour += 12;
  else if ((half === '晚上' || evening) && hour === 12) hour = 24;
  else if (half === '中午' && hour < 3) hour += 12;
  else if (half === '' && !evening && hour < 7) return undefined;
  if (hour > 24) return undefined;
  const minute = after === '半' ? 30 : Number((minutes ?? after ?? '0').replace('分', ''));
  const day = addDays(chinaDay(said), daysAhead(near));
  const by = chinaMoment(epochOf(`${day}T00:00:00+08:00`) + (hour * 60 + minute) * 60_000);
  return epochOf(by) > epochOf(said) ? by : undefined;
}

function clockNumber(words: string): number {
  if (words.startsWith('十')) return 10 + (words.length > 1 ? DIGITS[words[1]!]! : 0);
  return amountOf(words);
}

/** `周五前`: the next one, `下周一` that of next week; `本周内` its Sunday, `月底` the month's last day. */
function weekTerm(text: string, said: Day): { by: Day } | undefined {
  const today = new Date(`${said}T00:00:00Z`);
  const weekday = (today.getUTCDay() + 6) % 7;
  const named = WEEKDAY.exec(text);
  if (named) {
    const target = '一二三四五六日'.indexOf(named[2] === '天' ? '日' : named[2]!);
    const ahead = named[1] === '下' ? 7 - weekday + target : target - weekday;
    // On a Monday `周一前` may be today or a week ahead.
    return ahead === 0 ? undefined : { by: addDays(said, ahead < 0 ? ahead + 7 : ahead) };
  }
  const end = END.exec(text);
  if (!end) return undefined;
  if (end[1]) return { by: addDays(said, 6 - weekday) };
  return { by: new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0)).toISOString().slice(0, 10) };
}

function amountOf(word: string): number {
  return DIGITS[word] ?? Number(word);
}

/** `9月3日`: in the year it was said, or the next when that day had passed long ago. */
function writtenDate(text: string, said: Day): { by?: Day | Moment } {
  const m = DATE.exec(text);
  if (!m || (m[1] === undefined && !/[月]/.test(m[0]))) return {};
  const two = (n: string): string => n.padStart(2, '0');
  for (const year of m[1] ? [m[1]] : [said.slice(0, 4), String(Number(said.slice(0, 4)) + 1)]) {
    const day = `${year}-${two(m[2]!)}-${two(m[3]!)}`;
    if (!isDay(day) || day < said) continue;
    const at = m[4] ? `${day}T${two(m[4])}:${m[5]}+08:00` : day;
    return { by: m[4] && !isMoment(at) ? day : at };
  }
  return {};
}
