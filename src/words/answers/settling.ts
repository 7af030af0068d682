import type { Clause } from '../clauses.ts';
import { waysTo, wordsOf } from '../answer-words.ts';

/** How people say that it is done, one way a line. */
const SETTLES = waysTo('settles');

/** Before what looks done: it is not, not yet, or only a step. */
const NOT_DONE = wordsOf('not-done');
/** 三月十号前全部到账: a limit before it makes it a thing to come. */
const BY_THEN = wordsOf('by-then');
const NOT_DONE_AFTER = wordsOf('not-done-after');
/** 诉状已退回: papers sent back are no money. */
const PAPERS = wordsOf('papers');
/** 商户反馈已退款: told on behalf of another. */
const RELAYED = wordsOf('relayed');
/** Done in part only. */
const PARTLY = wordsOf('partly');
/** 退还一半, 剩下的再说: anywhere in an answer, what is done is not all of it. */
const A_REST = wordsOf('a-rest');
/** 签了和解协议后: when something is done, and not that it is. */
const WHEN_DONE = /(?:之|以)?后$/;
/** Something arrived by their records: no refund, but the seller's defence. */
const BY_RECORD = wordsOf('by-record');
const GIVEN_BACK = wordsOf('given-back');

/** Does the clause say that the matter is done? */
export function settlesIn(clause: Clause): boolean {
  if (
    clause.question ||
    clause.conditional ||
    clause.consequent ||
    PARTLY.test(clause.text) ||
    PAPERS.test(clause.text) ||
    WHEN_DONE.test(clause.text)
  )
    return false;
  if (BY_RECORD.test(clause.text) && !GIVEN_BACK.test(clause.text)) return false;
  const text = clause.text.replace(RELAYED, '');
  return SETTLES.some((words) => {
    const match = words.exec(text);
    if (!match) return false;
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    return (
      !NOT_DONE.test(before) && !BY_THEN.test(before) && !NOT_DONE_AFTER.test(text.slice(match.index + match[0].length))
    );
  });
}

/** Does the clause say that a part is still to come, or was never meant to? */
export const leavesRest = (clause: Clause): boolean => !clause.question && A_REST.test(clause.text);

const STILL_TO_COME = wordsOf('still-to-come');

/** Does the clause ask, suppose or deny, so that likeness to a settled matter means nothing? */
export function notDone(clause: Clause): boolean {
  return clause.question || clause.conditional || STILL_TO_COME.test(clause.text);
}
