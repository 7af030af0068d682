import { ANSWER_KINDS, ANSWER_SENTENCES } from '../../knowledge/built/answer-sentences.ts';
import type { AnswerKind } from '../../knowledge/schema/sentences.ts';
import { learn as learnKinds, type Learned, likenessOf } from '../likeness.ts';
import { wordsOf } from '../answer-words.ts';
import { plainWords } from '../plain-words.ts';

/** An answer is known by its beginning; a pasted page is none. */
const LONGEST = 600;

/** Counts the traits of answers whose kind is known. */
export function learn(examples: Iterable<readonly [kind: AnswerKind, said: string]>): Learned<AnswerKind> {
  return learnKinds(
    ANSWER_KINDS,
    Array.from(examples, ([kind, said]) => [kind, said.normalize('NFKC').toLowerCase()] as const),
  );
}

/**
 * The kind whose examples a text is most like, by naive Bayes over its traits.
 * @returns the kind and by how much it leads the next one, made independent of the length of the text
 */
export function mostLike(text: string, learned: Learned<AnswerKind>): { kind: AnswerKind; lead: number } {
  const [first, second] = likenessOf(plainWords(text.slice(0, LONGEST)), learned);
  return { kind: first!.kind, lead: first!.score - second!.score };
}

let learnt: Learned<AnswerKind> | undefined;

/**
 * By this much a kind must lead before its likeness counts, measured on answers
 * that were left out: what has consequences for the buyer needs more.
 */
const CLEAR_LEAD: Readonly<Record<AnswerKind, number>> = {
  vague: 0.8,
  none: 0.8,
  promise: 0.8,
  settled: 1.2,
  refusal: 1.5,
};
/** Without one of these hardly anybody refuses. */
const CUES = wordsOf('refusal-cues');
/** Two signs are like too much. */
const SHORTEST = 4;

/** What a text is like that no rule explains, when it is clearly like one kind; learns the examples at the first call. */
export function clearlyLike(text: string): AnswerKind | undefined {
  if (text.trim().length < SHORTEST) return undefined;
  learnt ??= learn(ANSWER_SENTENCES);
  const { kind, lead } = mostLike(text, learnt);
  return lead > CLEAR_LEAD[kind] && (kind !== 'refusal' || CUES.test(text)) ? kind : undefined;
}
