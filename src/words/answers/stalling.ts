import type { Clause } from '../clauses.ts';
import { wordsOf } from '../answer-words.ts';
import { ASKS_BUYER } from '../promises.ts';
import { refusalIn } from './refusing.ts';

/** The matter was taken up: no result yet, and not nothing either. */
export const TAKEN_UP = wordsOf('taken-up');
/** Time played for, which takes the edge off whatever else is said. */
const STALLS = wordsOf('stalls');
/** 有什么可以帮您: a question that asks nothing of the matter. */
const GREETS = wordsOf('greets');

/** Words that show the matter is still being looked at, so that a bare ground is no refusal yet. */
export const STILL_OPEN = wordsOf('still-open');

/** A plain 不: not that of manners, not knowing, not being there, comfort. */
const DENIES = wordsOf('denies');

/**
 * A plain 不 in an answer that neither plays for time nor asks is a no, whatever
 * it denies: 这锅我不背, 我们不做判定. Only for what nothing else explains.
 */
export function leansNo(clauses: readonly Clause[]): boolean {
  if (clauses.some((clause) => STALLS.test(clause.text) || refusalIn(clause) === 'denies')) return false;
  return clauses.some((clause) => !clause.question && !clause.conditional && DENIES.test(clause.sense));
}

/**
 * Nothing to hold the speaker to. Whatever is said without a result, a day or a
 * question for the buyer is that; a matter taken up is not, unless time is played for.
 */
export function saysNothing(clauses: readonly Clause[]): boolean {
  if (clauses.some((clause) => refusalIn(clause) === 'denies')) return true;
  const asking = (clause: Clause): boolean =>
    (clause.question && !GREETS.test(clause.text)) || ASKS_BUYER.test(clause.text);
  const told = clauses.filter((clause) => !asking(clause));
  if (told.some((clause) => STALLS.test(clause.text))) return true;
  if (clauses.some((clause) => TAKEN_UP.test(clause.text))) return false;
  return told.length > 0 && told.length === clauses.length;
}
