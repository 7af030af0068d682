import type { FieldReading, Reading } from '../model/reading.ts';
import { promisesInTalk, promiseToldOf } from './promises-in-talk.ts';

/**
 * A reading whose messages got their year or their day later, with the ends of its promises counted from it.
 * @returns the same reading where none was added to its messages
 */
export function withPromiseEnds(reading: Reading): Reading {
  const { messages = [], fields } = reading;
  if (!messages.some(({ at, yearless, relative }) => at !== undefined && (yearless ?? relative) !== undefined))
    return reading;
  const promises = promisesInTalk(messages);
  const by = promiseToldOf(promises)?.by;
  const told = fields.find(({ key }) => key === 'promise');
  const has = fields.some(({ key }) => key === 'promisedBy');
  const end: FieldReading[] = told && by !== undefined && !has ? [{ ...told, key: 'promisedBy', value: by }] : [];
  return { ...reading, fields: [...fields, ...end], ...(promises.length > 0 ? { promises } : {}) };
}
