import { usageError } from '../model/errors.ts';
import { isDay, parseTime, type Day, type Moment } from '../model/moment.ts';

/** A time someone typed: a day, or a moment read in China time when no zone is written. @throws KamengError TIME_INVALID */
export function parseTyped(option: string, text: string): Day | Moment {
  const time = parseTime(text);
  if (!time) {
    throw usageError(
      'TIME_INVALID',
      `${option} 不是有效的日期或时间：${text}`,
      '写成 2026-09-01 或 "2026-09-01 17:39"，按北京时间',
    );
  }
  return time.moment ?? time.day;
}

/** A day someone typed. @throws KamengError DATE_INVALID */
export function parseDay(option: string, text: string): Day {
  const time = parseTime(text);
  if (!time || !isDay(time.day)) {
    throw usageError('DATE_INVALID', `${option} 不是有效的日期：${text}`, '写成 2026-09-01');
  }
  return time.day;
}

/** A number of an exhibit or a letter. @throws KamengError NUMBER_INVALID */
export function parseNo(what: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw usageError('NUMBER_INVALID', `${what}应是正整数：${text}`, '例如：3');
  return Number(text);
}
