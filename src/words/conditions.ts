import type { AnswerReading } from '../model/contact.ts';
import type { Day, Moment } from '../model/moment.ts';
import { wordsOf } from './answer-words.ts';
import { refusesIn } from './answers/refusing.ts';
import { settlesIn } from './answers/settling.ts';
import type { Clause } from './clauses.ts';
import { namesDeed, type Sentence, tellsState } from './promises.ts';
import { timesIn, type TimeFound } from './times.ts';

/** 核实属实后, 收到退货以后, 您把旧的寄回来: what comes first, without a word like 如果. */
const COMES_FIRST = wordsOf('comes-first');
/** 三天内没到账: by that time it shows whether the condition is met. */
const FAILS_BY = wordsOf('fails-by');
/** What is promised in that case. */
const WOULD = wordsOf('would-do');
/** The same behind the condition in one clause: 不解决我给你全额退. */
const WOULD_BEHIND = wordsOf('would-do-behind');

/** 同意的话, 您撤诉后: the buyer's own word. */
const IF_YOU_AGREE = wordsOf('if-you-agree');

/** A line of talk beyond this length is no answer that a person reads. */
const LONGEST_QUOTE = 200;

const promises = (clause: Clause): boolean => !clause.question && !settlesIn(clause) && !refusesIn(clause);

/** The place of the clause that names a condition, and whether the deed stands in the same one. */
function conditionIn(clauses: readonly Clause[]): { place: number; whole: boolean } | undefined {
  for (const [place, clause] of clauses.entries()) {
    if (clause.question) continue;
    if (WOULD_BEHIND.test(clause.text) && !settlesIn(clause)) return { place, whole: true };
    const first = clause.conditional || COMES_FIRST.test(clause.text) || FAILS_BY.test(clause.text);
    if (!first) continue;
    const then = clauses.slice(place + 1).find((one) => WOULD.test(one.text));
    if (then && promises(then)) return { place, whole: false };
  }
  return undefined;
}

/** The words by which something is offered: until the buyer takes it nobody is bound, and no time runs. */
function offerIn(clauses: readonly Clause[]): string | undefined {
  const offered = clauses.find((clause) => !clause.question && IF_YOU_AGREE.test(clause.text));
  if (!offered) return undefined;
  const condition = IF_YOU_AGREE.exec(offered.text)![0];
  // The deed stands behind the condition, or in another clause.
  const deed = clauses.some((clause) => {
    const words = clause === offered ? clause.text.replace(condition, '') : clause.text;
    return promises(clause) && namesDeed(words) && !tellsState(words);
  });
  return deed ? condition : undefined;
}

/**
 * What the speaker of a sentence will do if something comes true: 三天内不解决我给你全额退.
 * The time of a condition that fails by then is the promise's; a length of time that only begins with the condition
 * (审核通过后3天内) is counted from nowhere.
 */
export function conditionalPromise({ clauses, text }: Sentence, at: Day | Moment): AnswerReading['promise'] {
  const offer = offerIn(clauses);
  if (offer !== undefined) {
    const by = clauses.flatMap((clause) => timesIn(clause.text, at))[0]?.by ?? null;
    return { by, text: text.slice(0, LONGEST_QUOTE), if: offer, offer: true };
  }
  const condition = conditionIn(clauses);
  if (!condition) return null;
  const { text: words } = clauses[condition.place]!;
  const fails = FAILS_BY.test(words) || (condition.whole && /[不没未]/.test(words));
  const later = clauses.slice(condition.place + 1).flatMap((clause) => timesIn(clause.text, at));
  // 半个小时后再看，要是还没到账: the time may stand before the condition.
  const before = fails ? clauses.slice(Math.max(0, condition.place - 1), condition.place + 1) : [];
  const failing = before.toReversed().flatMap((clause) => timesIn(clause.text, at));
  const end: TimeFound | undefined = failing[0] ?? later.find(({ named }) => named);
  return { by: end?.by ?? null, text: text.slice(0, LONGEST_QUOTE), if: words.slice(0, LONGEST_QUOTE) };
}
