import { type FieldReading, type ChatMessage, type Reading } from '../../model/reading.ts';
import { addDays, chinaDay, isDay, parseTime, type Day, type Moment } from '../../model/moment.ts';

/** What the other side bound itself to. */
const COMMITS = /(?:给|为|帮)(?:您|你|亲)?.{0,6}(?:退(?:款|钱|回)?|补发?|换|发货|充值|处理好?|解决)|(?:会|将|可以|一定|保证|承诺|负责)(?:给|为|帮|在|于)?.{0,16}(?:退款|退钱|退还|退回|补发|补偿|赔偿|换货|更换|发货|到账|到帐|充值|处理(?:完|好)|解决|回复|答复|联系)|(?:退款|补发|发货|到账|处理(?:完成?|好)|解决|回复|答复|换新|赔付).{0,6}(?:好|掉|完|您|你)?/;
const VAGUE_ONLY = /尽快|耐心|稍等|稍后|核实一下/;
const REFUSES = /(?:不|无法|不能|不会|不予|不给|概不|不支持|拒绝|没法|不可以?)\s*(?:再)?(?:给|为|帮|办理|进行|提供)?(?:您|你)?\s*(?:退(?:款|换|货|钱)?|换货|更换|赔偿?|补发|处理|受理|售后|负责)|一经售出|售出不退|概不(?:退换|负责|退款)|不关我们?(?:的)?事|与我们无关|爱去哪告|自己(?:的)?(?:问题|原因|操作)|no refunds?|cannot refund/i;

const CHINESE_DIGITS: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const numberOf = (text: string): number => CHINESE_DIGITS[text] ?? Number(text);

/**
 * The day or moment a promise names, counted from when it was said.
 * `明天12点前` said on 2026-09-01 → 2026-09-02T12:00+08:00; `3天内` → 2026-09-04.
 * Working days are left open: only the rulebook knows the calendar.
 */
export function promisedTime(text: string, said?: Moment | Day): Day | Moment | undefined {
  const plain = text.normalize('NFKC');
  const full = /20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2})?/.exec(plain);
  const written = full && parseTime(full[0]);
  if (written) return written.moment ?? written.day;
  if (!said) return undefined;
  const today = chinaDay(said);
  const day = namedDay(plain, today);
  const clock = /(上午|下午|晚上|中午|今晚)?\s*(\d{1,2})\s*(?:点|时|:(\d{2}))(半)?(?:之?前|以前|左右)?/.exec(plain);
  if (clock && (day || /前|今/.test(plain))) {
    const late = /下午|晚上|今晚/.test(clock[1] ?? '') && Number(clock[2]) < 12 ? 12 : 0;
    const hour = Number(clock[2]) + late;
    if (hour < 24) return `${day ?? today}T${String(hour).padStart(2, '0')}:${clock[4] ? '30' : (clock[3] ?? '00')}+08:00`;
  }
  if (day) return day;
  const hours = /(\d{1,3}|[一二两三四五六七八九十])\s*(?:个)?小时(?:之?内|以内|后)?/.exec(plain);
  if (hours && said.includes('T')) return laterBy(said, numberOf(hours[1]!));
  const days = /(\d{1,2}|[一二两三四五六七八九十])\s*(?:-|到|至|~)?\s*(\d{1,2})?\s*(?:个)?(?:自然)?[天日](?:之?内|以内|后)/.exec(plain);
  if (days) return addDays(today, numberOf(days[2] ?? days[1]!));
  return undefined;
}

function laterBy(said: Moment, hours: number): Moment {
  return `${new Date(Date.parse(said) + (hours + 8) * 3_600_000).toISOString().slice(0, 16)}+08:00`;
}

function namedDay(text: string, today: Day): Day | undefined {
  if (/今天|今日|今晚|当天/.test(text)) return today;
  if (/后天/.test(text)) return addDays(today, 2);
  if (/明天|明日|明早|明晚/.test(text)) return addDays(today, 1);
  const date = /(?<!\d)(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*[日号]/.exec(text);
  if (date) {
    const year = Number(today.slice(0, 4));
    const monthDay = `${date[1]!.padStart(2, '0')}-${date[2]!.padStart(2, '0')}`;
    const day = `${year}-${monthDay}` < today ? `${year + 1}-${monthDay}` : `${year}-${monthDay}`;
    return isDay(day) ? day : undefined;
  }
  const weekday = /(下)?(?:周|星期|礼拜)([一二三四五六日天])/.exec(text);
  if (weekday) {
    const wanted = '一二三四五六日'.indexOf(weekday[2]! === '天' ? '日' : weekday[2]!);
    const current = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    const monday = addDays(today, -current);
    const thisWeek = addDays(monday, wanted);
    if (weekday[1]) return addDays(thisWeek, 7);
    return thisWeek < today ? addDays(thisWeek, 7) : thisWeek;
  }
  return undefined;
}

/** Is this a binding word of the other side, not a wish, a question or "as soon as possible"? */
export function isPromise(text: string): boolean {
  if (/[?？]$|吗[。]?$|^请(?!您放心)/.test(text.trim()) || isRefusal(text)) return false;
  const dated = /(?:今天|明天|后天|今晚|周[一二三四五六日天]|星期|\d+\s*(?:个)?(?:小时|工作日|天|分钟)|[一二两三四五]\s*(?:个)?(?:小时|工作日|天)|\d{1,2}[点号]|月\d{1,2}日|20\d{2}).{0,14}/.test(text);
  if (!COMMITS.test(text)) return false;
  return dated || (/保证|承诺|一定|给(?:您|你)(?:全额)?退|负责/.test(text) && !VAGUE_ONLY.test(text));
}

export function isRefusal(text: string): boolean {
  return REFUSES.test(text) && !/(?:会|可以|将)(?:给|为)?.{0,4}退/.test(text.replace(/不会|不可以/g, ''));
}

/** Promises and refusals among the other side's words. */
export function readTalk(messages: readonly ChatMessage[]): { fields: FieldReading[]; promises: NonNullable<Reading['promises']> } {
  const fields: FieldReading[] = [];
  const promises: NonNullable<Reading['promises']> = [];
  for (const { side, text, at } of messages) {
    if (side !== 'other' && side !== 'unknown') continue;
    const certain = side === 'other';
    const words = text.replace(/\s+/g, ' ').trim().slice(0, 200);
    if (isPromise(words)) {
      const by = promisedTime(words, at);
      promises.push({ text: words, ...(at ? { said: at } : {}), ...(by ? { by } : {}) });
      fields.push({ key: 'promise', value: words, text: words, confidence: certain ? 0.9 : 0.6, certain });
      if (by) fields.push({ key: 'promisedBy', value: by, text: words, confidence: certain ? 0.85 : 0.5, certain });
    } else if (isRefusal(words)) {
      fields.push({ key: 'refusal', value: words, text: words, confidence: certain ? 0.9 : 0.6, certain });
    }
  }
  return { fields, promises };
}
