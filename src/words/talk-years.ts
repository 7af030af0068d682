import { addDays, isMoment, type Day, type Moment } from '../model/moment.ts';
import type { ChatMessage, FieldReading, Reading } from '../model/reading.ts';
import { promisesInTalk, promiseToldOf } from './promises-in-talk.ts';

/** Between which days a talk about a purchase lies. */
export interface TalkSpan {
  /** When it was paid or ordered. */
  boughtOn: Day;
  /** When the picture of the talk was taken in. */
  takenInOn: Day;
}

/** Who asks before buying, asks not longer before. */
const DAYS_BEFORE = 60;

/**
 * Gives the messages of a screen that leaves the year away their year, where only one lies between purchase and taking
 * in, and counts the days of their promises from it. What has a year, and what none or two years fit, stays as it was.
 * @returns the same reading where nothing is to be said
 */
export function withYears(reading: Reading, span: TalkSpan): Reading {
  const messages = reading.messages?.map((message) => dated(message, span));
  if (!messages || messages.every((message, i) => message === reading.messages![i])) return reading;
  const promises = promisesInTalk(messages);
  const by = promiseToldOf(promises)?.by;
  const told = reading.fields.find(({ key }) => key === 'promise');
  const has = reading.fields.some(({ key }) => key === 'promisedBy');
  const end: FieldReading[] = told && by !== undefined && !has ? [{ ...told, key: 'promisedBy', value: by }] : [];
  return { ...reading, messages, fields: [...reading.fields, ...end], ...(promises.length > 0 ? { promises } : {}) };
}

function dated(message: ChatMessage, { boughtOn, takenInOn }: TalkSpan): ChatMessage {
  const { at, yearless } = message;
  if (at !== undefined || yearless === undefined) return message;
  const first = addDays(boughtOn, -DAYS_BEFORE);
  const [from, to] = [Number(first.slice(0, 4)), Number(takenInOn.slice(0, 4))];
  const fitting = Array.from(
    { length: Math.max(0, to - from + 1) },
    (_, i): Moment => `${from + i}-${yearless}`,
  ).filter((moment) => isMoment(moment) && moment.slice(0, 10) >= first && moment.slice(0, 10) <= takenInOn);
  return fitting.length === 1 ? { ...message, at: fitting[0]! } : message;
}
