import { choiceWords, meantId } from '../../model/choice-words.ts';
import { KamengError, usageError } from '../../model/errors.ts';
import { factSpec, normalizeFact, type FactKey } from '../../model/facts.ts';
import { formatYuan, parseFen } from '../../model/money.ts';
import { isDay, parseTime, showMoment, weekdayOf, chinaDay, type Day, type Moment } from '../../model/moment.ts';
import { typedFen } from '../../words/typed-amount.ts';
import { looksLikePhone } from '../../words/typed-phone.ts';
import { typedTimes, type Looking } from '../../words/typed-time.ts';

export type { Looking } from '../../words/typed-time.ts';

/** What typed words were taken for. */
export interface Understood<T extends string = string> {
  /** Each value that the words fit; never empty. */
  values: T[];
  /** Written as it is kept: nothing was understood into it. */
  literal: boolean;
}

/** Facts about what is to come; of all others is asked what has happened. */
const AHEAD: readonly FactKey[] = ['promisedBy'];

/**
 * Reads a fact as people write it: 昨天, 58块8, 退款.
 * @throws KamengError of normalizeFact for what is none
 */
export function understandFact(key: FactKey, typed: string, now: Moment): Understood {
  const spec = factSpec(key);
  const text = typed.trim();
  if (spec.type === 'money' && text !== '' && parseFen(text) === undefined) {
    const fen = typedFen(text);
    if (fen !== undefined && fen > 0) return { values: [formatYuan(fen)], literal: false };
  }
  if (spec.type === 'moment' && text !== '' && !parseTime(text)) {
    const times = typedTimes(text, now, AHEAD.includes(key) ? 'ahead' : 'back');
    if (times.length > 0) return { values: times, literal: false };
    throw timeError(spec.label, text);
  }
  const words = choiceWords(key);
  if (words && text !== '') {
    const items = spec.type === 'list' ? text.split(/[,，、\s]+/).filter(Boolean) : [text];
    const ids = items.map((item) => meantId(item, words) ?? item);
    return { values: [normalizeFact(key, ids.join(','))], literal: true };
  }
  // 订单号：KM… is stored without its label.
  const label = spec.type === 'text' ? new RegExp(`^${spec.label}\\s*[:：]\\s*(?=\\S)`).exec(text) : null;
  const value = normalizeFact(key, label ? text.slice(label[0].length) : typed);
  if (key === 'quantity' && Number(value) === 0)
    throw new KamengError('NUMBER_INVALID', '数量是 0？', {
      hints: ['这里写买了几份，至少是 1；没有收到货写在纠纷类型里'],
    });
  return { values: [value], literal: true };
}

/** Reads a time as people write it. @param what it is called in a complaint. @throws KamengError TIME_INVALID */
export function understandTime(
  what: string,
  typed: string,
  now: () => Moment,
  looking: Looking,
): Understood<Day | Moment> {
  const exact = parseTime(typed);
  if (exact) return { values: [exact.moment ?? exact.day], literal: true };
  const values = typedTimes(typed, now(), looking);
  if (values.length > 0) return { values, literal: false };
  throw usageError('TIME_INVALID', `${what} 不是有效的日期或时间：${typed}`, TIME_EXAMPLES);
}

const PHONES: readonly FactKey[] = ['buyerPhone', 'sellerPhone', 'platformPhone'];

/** Why a typed telephone number may be mistyped; it is kept all the same when whoever typed it says so. */
export const phoneDoubt = (key: FactKey, value: string): string | undefined =>
  PHONES.includes(key) && value !== '' && !looksLikePhone(value)
    ? '不像电话：手机是 1 开头的 11 位，座机带区号，境外的带 + 和国家代码'
    : undefined;

/** Examples of how a time can be written, for a complaint. */
export const TIME_EXAMPLES = '写成 2026-09-01、"2026-09-01 17:39"、昨天、11月9日晚上8点；按北京时间';

function timeError(what: string, text: string): KamengError {
  return new KamengError('TIME_INVALID', `${what}不是有效的日期或时间：${text}`, { hints: [TIME_EXAMPLES] });
}

const WEEKDAYS = '一二三四五六日';

/** `2026-11-20（周五）`: a time with its weekday, to be held against what was meant. */
export function showWithWeekday(at: Day | Moment): string {
  const day = isDay(at) ? at : chinaDay(at);
  return showMoment(at).replace(day, `${day}（周${WEEKDAYS[weekdayOf(day) - 1]}）`);
}
