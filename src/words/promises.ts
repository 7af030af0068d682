import type { AnswerReading } from '../model/contact.ts';
import type { Day, Moment } from '../model/moment.ts';
import type { Clause } from './clauses.ts';
import { wordsOf } from './answer-words.ts';
import { refusesIn } from './answers/refusing.ts';
import { settlesIn } from './answers/settling.ts';
import { timesIn, type TimeFound } from './times.ts';

/** A line of talk beyond this length is no answer that a person reads. */
const LONGEST_QUOTE = 200;

export interface Sentence {
  clauses: Clause[];
  text: string;
}

/** The buyer is asked to do it: no promise. */
export const ASKS_BUYER = wordsOf('asks-buyer');
/** 可在3天内申请介入: what the buyer may do, and until when. */
const BUYER_MAY = wordsOf('buyer-may');
/** 发货后24小时内反馈: a window in which the buyer must act. */
const BUYER_WINDOW = wordsOf('buyer-window');
/** The speaker will not be held to it. */
const UNSURE = wordsOf('unsure');
/** 财务今天不在, 五一放假: how things stand on that day, not what will be done. */
const STANDS = wordsOf('stands');
/** Says a stretch of words how things stand, where a deed would be promised? */
export const tellsState = (text: string): boolean => STANDS.test(text);
/** A day that is set as a limit binds whatever stands by it. */
const LIMIT_BEFORE = wordsOf('limit-before');
const LIMIT_AFTER = wordsOf('limit-after');
/** A deed the other side takes on itself. */
const DEEDS = wordsOf('deeds');
/** 最快明天，最慢后天: of two times the later one is what they can be held to. */
const LATEST = wordsOf('latest');

/** Is something named that the other side takes on itself? In a talk nothing else is a promise. */
export const namesDeed = (text: string): boolean => DEEDS.test(text);

const asks = (text: string): boolean => ASKS_BUYER.test(text) || BUYER_MAY.test(text);

function bindingTime(clause: Clause, around: readonly string[], at: Day | Moment): TimeFound | undefined {
  if (clause.question || asks(clause.text) || STANDS.test(clause.text)) return undefined;
  const times = timesIn(clause.text, at);
  const time = times.find(({ by }) => by !== null) ?? times[0];
  if (!time || refusesIn(clause) || settlesIn(clause)) return undefined;
  const before = clause.text.slice(Math.max(0, time.index - 6), time.index);
  const after = clause.text.slice(time.index + time.text.length);
  const limited = LIMIT_BEFORE.test(before) || LIMIT_AFTER.test(after);
  // 等补货的话要下周: in a case that may not come a day is named and nobody bound.
  if (clause.conditional && !limited) return undefined;
  // A named day is one they can be held to; a bare length of time (协商期7天) may be anything.
  return limited || time.named || around.some((one) => namesDeed(one) && !asks(one)) ? time : undefined;
}

/**
 * The first time that somebody binds himself to: a time ahead that is a limit or has a deed of his own beside it.
 * One that can be counted comes before one that cannot (五一后，也就是5月6号).
 */
export function datedPromise(sentences: readonly Sentence[], at: Day | Moment): AnswerReading['promise'] {
  let uncounted: AnswerReading['promise'] = null;
  for (const { clauses, text } of sentences) {
    if (UNSURE.test(text) || BUYER_WINDOW.test(text)) continue;
    const found: { time: TimeFound; latest: boolean }[] = [];
    for (const [place, clause] of clauses.entries()) {
      const around = [clauses[place - 1], clause, clauses[place + 1]].flatMap((one) => (one ? [one.text] : []));
      const time = bindingTime(clause, around, at);
      if (time) found.push({ time, latest: LATEST.test(clause.text) });
    }
    const chosen = found.find(({ latest }) => latest) ?? found.find(({ time }) => time.by !== null) ?? found[0];
    const promise = chosen ? { by: chosen.time.by, text: text.slice(0, LONGEST_QUOTE) } : null;
    if (promise && promise.by !== null) return promise;
    uncounted ??= promise;
  }
  return uncounted;
}

/** A deed promised plainly, without saying when: 会给您退款的. */
const PLAIN = wordsOf('plain');
/** It hangs on something else, or is only tried for. */
const HANGS = wordsOf('hangs');

export function plainPromise(sentences: readonly Sentence[]): AnswerReading['promise'] {
  for (const { clauses, text } of sentences) {
    const said = clauses.some(
      (clause) =>
        !clause.question &&
        !clause.conditional &&
        PLAIN.test(clause.text) &&
        !HANGS.test(clause.text) &&
        !refusesIn(clause),
    );
    if (said && !UNSURE.test(text)) return { by: null, text: text.slice(0, LONGEST_QUOTE) };
  }
  return null;
}
