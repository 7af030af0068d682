import { chinaDay, type Day, type Moment } from '../model/moment.ts';
import { anyOf } from './any-of.ts';
import { type End } from './reckoning.ts';
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
const NO_PROMISE = anyOf(
  '(?:7|七)\\s*[x×*乘]\\s*24|24小时(?:在线|客服|热线|服务|自助|营业|自动|全天|人工|值班|便民)',
  '(?:7|七)[天日]无理由|(?:工作|上班|服务|营业|在线|客服|接待)时间|周一(?:到|至|-|~)周[五六日]|每[天日周]',
  '三包|质保|保质|有效期|售后期|保修',
);
/** 三个月内被找回全额退: how long the seller stands by the goods, not by when he will do something. */
const STANDS_BY_GOODS = /(?:被找回|掉线|掉了|封了|失效).{0,4}(?:退|赔|补|换)/;
/** Time that has already run, or that runs for the buyer. */
const BEHIND = anyOf(
  '(?:[从自]|昨[天日晚]|前[天日]|上[周月]|未(?:能)?在|等了|等待了|已经?(?:于|在)|已经?(?:过|等|超|有)?|' +
    '(?<!不|不会|不能)(?:超过|超出|超)|过了|过去|(?<![通经超])过|满|不足|未满|逾|最近|拖了|历时|早在)\\s*(?:了)?(?:近|大约|约|将近)?$',
);
/** 三天前已退, 三天了, 18点前提交的: after the time, what shows that it is none to keep. */
const NOT_AHEAD = /^(?:之|以)?前(?:的|已|买|购|下|付|就|提交的|支付的)|^(?:未|没)/;

/**
 * The times named in a clause that lie ahead of what was said.
 * @param clause plain words, as `clausesOf` gives them
 * @param at when it was said
 */
export function timesIn(clause: string, at: Day | Moment): TimeFound[] {
  if (NO_PROMISE.test(clause) || STANDS_BY_GOODS.test(clause)) return [];
  const today = chinaDay(at);
  const named = TIMES.flatMap((row) => [...clause.matchAll(row.words)].map((match) => ({ match, row }))).toSorted(
    (a, b) => a.match.index - b.match.index,
  );
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
    if (loose || run || BEHIND.test(before) || NOT_AHEAD.test(after)) continue;
    const by = row.resolve(match, at);
    if (by === undefined || (by !== null && chinaDay(by) < today)) continue;
    found.push({ by, text: match[0], named: !row.length, index: match.index });
  }
  return found;
}
