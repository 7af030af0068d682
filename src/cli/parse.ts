import { KamengError, usageError } from '../model/errors.ts';

/** What is wrong with a day that was typed; other errors stay what they are. */
export function dateError(option: string, text: string, error: unknown): unknown {
  if (!(error instanceof KamengError) || error.code !== 'TIME_INVALID') return error;
  return usageError('DATE_INVALID', `${option} 不是有效的日期：${text}`, '写成 2026-09-01、昨天、11月9日、上周五');
}

/** A number of an exhibit or a letter. @throws KamengError NUMBER_INVALID */
export function parseNo(what: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw usageError('NUMBER_INVALID', `${what}应是正整数：${text}`, '例如：3');
  return Number(text);
}
