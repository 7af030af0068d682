import { addDays, chinaDay, chinaMoment, epochOf, isDay, isMoment, type Day, type Moment } from '../../../model/moment.ts';
import { type ChatMessage, type Reading } from '../../../model/reading.ts';

type Promised = NonNullable<Reading['promises']>[number];

/** What sellers promise to do; without one of these no sentence is a promise. */
const DEED = /退款|退还|退钱|退回|原路退|补发|重发|重新发|换货|更换|换一|补偿|赔偿|赔付|到账|发货|发卡|补货|解决|处理好|处理完|解封|恢复|回复您|答复|联系您/;
/** That it is said of the future by the one who will do it. */
const PLEDGE = /承诺|保证|一定会?|确保|会(?:在|给|为|帮|尽快|于|立即|马上)?|将(?:在|于|会|给|为|原路)?|给您|给你|帮您|帮你|为您|为你|内|之前|以前|前/;
const NEGATION = /(?:不|没|无法|未|别|勿)(?:能|会|可以?|予|支持|给|再|办法|法|要)?.{0,3}(?:退|补|赔|换|处理|解决|发货|到账)|概不|恕不/;
const QUESTION = /[?？]|吗[。！!~]*$|呢[。！!~]*$|^(?:请问|什么时候|多久|能不能|可以.{0,6}吗)/;
/** Said of what has been done. */
const DONE = /已经?(?:为|给|帮|经|退|补|重|换|发|处理|解决|到)|(?:退款|补发|重发|处理|解决|发货|到账)(?:好|完)?了/;
const CONDITION = /如果|如有|若|除非|只有/;
/** Words that put off without a day. */
const VAGUE = /尽快|稍等|耐心等待|正在|还在/;

const DIGITS: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 半: 0.5 };

/**
 * The promises in the words of the other side, each with the day it names where
 * that follows from the calendar alone. Working days are left to the rulebook:
 * such a promise has no `by`.
 */
export function findPromises(messages: readonly ChatMessage[]): Promised[] {
  const promises: Promised[] = [];
  for (const message of messages) {
    if (message.side === 'buyer' || message.side === 'system' || message.recalled) continue;
    for (const sentence of message.text.split(/(?<=[。！!；;\n?？])/)) {
      const text = sentence.trim();
      if (!isPromise(text, message.side === 'other')) continue;
      promises.push({ text, ...(message.at ? { said: message.at } : {}), ...termOf(text, message.at) });
    }
  }
  return promises;
}

function isPromise(text: string, knownOther: boolean): boolean {
  if (text.length < 4 || text.length > 200) return false;
  if (!DEED.test(text) || [NEGATION, QUESTION, CONDITION, DONE].some((pattern) => pattern.test(text))) return false;
  const dated = termWords(text) !== undefined;
  // Whose words they are is not known: only one that names a day counts.
  if (!knownOther) return dated && /承诺|保证|您|亲/.test(text);
  return dated ? PLEDGE.test(text) : /承诺|保证|一定会|确保/.test(text) || (PLEDGE.test(text) && !VAGUE.test(text) && /会|将/.test(text));
}

function termWords(text: string): RegExpExecArray | null | undefined {
  return HOURS.exec(text) ?? DAYS.exec(text) ?? DATE.exec(text) ?? WORKING.exec(text) ?? NEAR.exec(text) ?? undefined;
}

const NUMBER = '(\\d{1,4}|[一二两三四五六七八九十半])';
const HOURS = new RegExp(`${NUMBER}\\s*(?:个)?\\s*(小时|分钟|h)(?:之?内|以内|左右)?`, 'i');
const DAYS = new RegExp(`${NUMBER}\\s*(?:个)?\\s*(?:自然日|天|日)(?:之?内|以内|左右|后)`);
const WORKING = new RegExp(`${NUMBER}(?:\\s*[-~至到]\\s*${NUMBER})?\\s*个?\\s*工作日`);
const DATE = /(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.](\d{1,2})[日号]?(?:\s*(\d{1,2}):(\d{2}))?/;
const NEAR = /今天|今晚|今日|明天|明日|明晚|后天/;

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
  if (near) return { by: addDays(chinaDay(said), near === '后天' ? 2 : near.startsWith('明') ? 1 : 0) };
  return writtenDate(text, chinaDay(said));
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
