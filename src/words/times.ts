import { chinaDay, type Day, type Moment } from '../model/moment.ts';
import { wordsOf } from './answer-words.ts';
import type { End } from './reckoning.ts';
import { TIMES } from './time-words.ts';

/** A time named in words, resolved from the moment they were said: the last point that still keeps it. */
export interface TimeFound {
  by: End;
  text: string;
  /** A day or a clock, no length of time. */
  named: boolean;
  index: number;
}

/** Opening hours, round-the-clock lines, seven-day returns: numbers that promise nothing. */
const NO_PROMISE = wordsOf('no-promise');
/** 三个月内被找回全额退: how long the seller stands by the goods, not by when he will do something. */
const STANDS_BY_GOODS = wordsOf('stands-by-goods');
/** Time that has already run, or that runs for the buyer. */
const BEHIND = wordsOf('time-behind');
/** 补一个月: a length of time that is given itself. */
const GIVEN = wordsOf('time-given');
/** 补发48小时内到: what makes it a limit all the same. */
const WITHIN = /^(?:之|以)?内|^左右|^后/;
/** 三天前已退, 三天了, 18点前提交的: after the time, what shows that it is none to keep. */
const NOT_AHEAD = wordsOf('time-not-ahead');

/**
 * The times named in a clause that lie ahead of what was said.
 * @param clause plain words, as `clausesOf` gives them
 * @param at when it was said
 */
export function timesIn(clause: string, at: Day | Moment): TimeFound[] {
  if (NO_PROMISE.test(clause) || STANDS_BY_GOODS.test(clause)) return [];
  const today = chinaDay(at);
  const named = TIMES.filter((row) => clause.search(row.words) >= 0)
    .flatMap((row) => [...clause.matchAll(row.words)].map((match) => ({ match, row })))
    .toSorted((a, b) => a.match.index - b.match.index);
  const found: TimeFound[] = [];
  let end = 0;
  for (const { match, row } of named) {
    // 4月30日 inside 2026年4月30日 is no time of its own.
    if (match.index < end) continue;
    end = match.index + match[0].length;
    const before = clause.slice(Math.max(0, match.index - 10), match.index);
    const after = clause.slice(end, end + 6);
    const loose = /[这那]$/.test(before) && !/^之?内/.test(after);
    const run = row.length && /^[了来]/.test(after);
    const given = row.length && GIVEN.test(before) && !WITHIN.test(after);
    if (loose || run || given || BEHIND.test(before) || NOT_AHEAD.test(after)) continue;
    const by = row.resolve(match, at);
    if (by === undefined || (by !== null && chinaDay(by) < today)) continue;
    found.push({ by, text: match[0], named: !row.length, index: match.index });
  }
  return found;
}
