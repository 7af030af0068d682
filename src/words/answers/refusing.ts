import type { Clause } from '../clauses.ts';
import { waysTo, wordsOf } from '../answer-words.ts';

/** How people say no, one way a line. */
const REFUSES = waysTo('refuses');

/** Words of a failed exchange that the buyer is asked to show: 上传兑换失败录屏. */
const SHOWN = wordsOf('shown', 'g');

/** No in the form of a question: 凭什么退, 拿什么赔你, 还退什么退. */
const SCORNS = wordsOf('scorns');

/** 你让我赔你五十? */
const DEMANDED = wordsOf('demanded');

/** 不是不退, 没有说不退, 不会不管: what looks like a refusal and is the contrary. */
const DENIED = wordsOf('refusal-denied');
/** A thing that only did not happen, and no refusal: 无法登录, 无法使用. */
const TROUBLE = wordsOf('trouble', 'g');

/** Does the clause refuse, or say outright that it does not (不是不退)? */
export function refusalIn(clause: Clause): 'refuses' | 'denies' | undefined {
  if (SCORNS.test(clause.text) || (clause.question && DEMANDED.test(clause.text))) return 'refuses';
  if (clause.question || (clause.conditional && !/一[经旦]/.test(clause.text))) return undefined;
  const text = clause.sense.replace(SHOWN, '').replace(TROUBLE, '');
  const matches = REFUSES.map((words) => words.exec(text)).filter((match) => match !== null);
  if (matches.length === 0) return undefined;
  const denied = matches.some((match) => DENIED.test(text.slice(Math.max(0, match.index - 12), match.index)));
  return denied ? 'denies' : 'refuses';
}

export const refusesIn = (clause: Clause): boolean => refusalIn(clause) === 'refuses';

/** 系统升级中，暂时处理不了: for now, and later it will be possible. */
const FOR_NOW = wordsOf('for-now');
const LATER = wordsOf('later');

/** Is the no of this clause only for the moment, since another clause speaks of later? */
export function passesSoon(clause: Clause, clauses: readonly Clause[]): boolean {
  return (
    FOR_NOW.test(clause.text) &&
    clauses.some((other) => LATER.test(other.text) && !FOR_NOW.test(other.text) && !refusesIn(other))
  );
}
