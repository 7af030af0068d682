import { ANSWER_WEIGHTS } from '../../knowledge/built/answer-weights.ts';
import type { AnswerKind, Weighty } from '../../model/contact.ts';
import { wordsOf } from '../answer-words.ts';
import { Judge, type Sureness } from '../judge.ts';
import { ANSWER_HEARING } from './hearing.ts';

let judge: Judge<AnswerKind> | undefined;

/** How surely words are of each kind of answer, by the sentences in `knowledge/sentences/answers.tsv`. */
export function sureOf(words: string): Sureness<AnswerKind> {
  judge ??= new Judge(ANSWER_HEARING, Buffer.from(ANSWER_WEIGHTS, 'base64'));
  return judge.judge(words);
}

/** From here on the judge holds with a rule that says the same; see docs/decisions/15-judge-of-answers.md. */
const HOLDS = 0.2;
/** From here on a promise hangs on something, whatever the rules found. */
const HANGS = 0.7;
/** From here on what the judge alone hears is worth asking. */
const HEARD = 0.6;

const WEIGHTY = ['settled', 'part', 'refusal', 'promise', 'if'] as const satisfies readonly Weighty[];
/** Without one of these hardly anybody refuses. */
const CUES = wordsOf('refusal-cues');
/** Two signs are like too much. */
const SHORTEST = 4;
/** What is said in so few letters (没有先例, 给您转了) is left to the rules. */
const DOUBTED_FROM = 7;

/** Does the judge hold with rules that heard these kinds in the words? */
export function holdsWith(sure: Sureness<AnswerKind>, kinds: readonly Weighty[], words: string): boolean {
  return words.length < DOUBTED_FROM || kinds.reduce((sum, kind) => sum + sure[kind], 0) >= HOLDS;
}

/** Is the judge sure that what is promised hangs on something? */
export const hangsOnSomething = (sure: Sureness<AnswerKind>): boolean => sure.if >= HANGS;

/** The kind that words are clearly like, one that something follows from before one that nothing does. */
export function clearlyLike(sure: Sureness<AnswerKind>, words: string): AnswerKind | undefined {
  if (words.trim().length < SHORTEST) return undefined;
  const weighty = WEIGHTY.reduce((sum, kind) => sum + sure[kind], 0) >= HEARD;
  const among: readonly AnswerKind[] = weighty ? WEIGHTY : ['vague', 'none'];
  const most = among.reduce((best, kind) => (sure[kind] > sure[best] ? kind : best));
  if (weighty) return most !== 'refusal' || CUES.test(words) ? most : undefined;
  return sure[most] >= HEARD ? most : undefined;
}
