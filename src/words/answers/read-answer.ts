import type { AnswerKind, AnswerReading, Weighty } from '../../model/contact.ts';
import type { Day, Moment } from '../../model/moment.ts';
import { wordsOf } from '../answer-words.ts';
import { type Clause, clausesOf } from '../clauses.ts';
import { isEnglish } from '../english.ts';
import { englishPromise, readEnglishAnswer } from './english.ts';
import { GROUNDS, type Ground } from './grounds.ts';
import { hangsOnSomething, holdsWith, sureOf, clearlyLike } from './judge.ts';
import { conditionalPromise } from '../conditions.ts';
import type { Sureness } from '../judge.ts';
import { ASKS_BUYER, datedPromise, plainPromise, type Sentence } from '../promises.ts';
import { passesSoon, refusalIn, refusesIn } from './refusing.ts';
import { leavesRest, notDone, settlesIn } from './settling.ts';
import { leansNo, saysNothing, STILL_OPEN, TAKEN_UP } from './stalling.ts';

const ARRIVING = wordsOf('arriving');

function sentencesOf(clauses: readonly Clause[]): Sentence[] {
  const sentences = new Map<number, Clause[]>();
  for (const clause of clauses)
    sentences.set(clause.sentence, [...(sentences.get(clause.sentence)?.slice(-20) ?? []), clause]);
  return [...sentences.values()].map((own) => ({ clauses: own, text: own.map(({ text }) => text).join('，') }));
}

/** Greetings and goodbyes, whole clauses of them: they say nothing of the matter, whatever words they use. */
const COURTESY = wordsOf('courtesy');

const textOf = (clauses: readonly Clause[]): string => clauses.map(({ text }) => text).join('，');

const withoutCourtesy = (clauses: readonly Clause[]): Clause[] =>
  clauses.filter((clause) => !COURTESY.test(clause.text));

/** The grounds that are named, the weightiest first. */
function groundsIn(sentences: readonly Sentence[]): Ground[] {
  const told = sentences.map(({ clauses: own }) =>
    own
      .filter((clause) => !clause.question)
      .map(({ sense }) => sense)
      .join(','),
  );
  return GROUNDS.filter(({ words }) => told.some((text) => words.test(text)));
}

/** 我不是卖家, 显示已发货就代表…: named, and by itself no refusal. */
const NOT_ALONE = wordsOf('not-alone');

/** 您已经激活过了: a ground that refuses without a word of refusal, when nothing shows the matter still open. */
function refusesBy(ground: Ground, clauses: readonly Clause[]): boolean {
  if (!ground.refusesAlone) return false;
  const certain = clauses.some(
    (clause) =>
      !clause.question && !clause.conditional && ground.words.test(clause.sense) && !NOT_ALONE.test(clause.text),
  );
  return certain && !clauses.some((clause) => STILL_OPEN.test(clause.text) && !ground.words.test(clause.text));
}

/** 我没承诺过三天到账: a denial is no promise. */
const NOTHING_SAID = wordsOf('nothing-said');

/** What an answer is like that no rule explains; not asked where the words are plain (不是不退, 请您提供截图). */
function unexplained(clauses: readonly Clause[], sure: Sureness<AnswerKind>): AnswerKind | undefined {
  if (clauses.some((clause) => refusalIn(clause) !== undefined)) return undefined;
  if (!clauses.some((clause) => !clause.question && !clause.conditional)) return undefined;
  if (clauses.some((clause) => TAKEN_UP.test(clause.text))) return undefined;
  const heard = clearlyLike(sure, textOf(clauses));
  // 退一半已经打给你了，其余的真没有: what is done is not all of it, however surely it is done.
  const like = heard === 'settled' && clauses.some(leavesRest) ? 'part' : heard;
  if ((like === 'promise' || like === 'if') && clauses.some((clause) => NOTHING_SAID.test(clause.text)))
    return undefined;
  if ((like === 'refusal' || like === 'settled') && clauses.some((clause) => ASKS_BUYER.test(clause.text)))
    return undefined;
  if (like === 'settled' && clauses.some((clause) => notDone(clause))) return undefined;
  return like ?? (leansNo(clauses) && saysNothing(clauses) ? 'refusal' : undefined);
}

const isWeighty = (kind: AnswerKind | undefined): kind is Weighty =>
  kind !== undefined && kind !== 'vague' && kind !== 'none';

/** What binds the speaker, and whether the matter is done, which leaves nothing to promise. */
function commitmentOf(
  clauses: readonly Clause[],
  sentences: readonly Sentence[],
  at: Moment | Day,
): { promise: AnswerReading['promise']; done: boolean; settled: boolean } {
  const plain = sentences.filter((sentence) => conditionalPromise(sentence, at) === null);
  const conditional = sentences.map((sentence) => conditionalPromise(sentence, at)).find((one) => one !== null) ?? null;
  const dated = datedPromise(plain, at);
  const arriving = dated !== null && ARRIVING.test(dated.text);
  const done = clauses.some(settlesIn);
  const settled = done && !arriving && !clauses.some((clause) => refusesIn(clause) || leavesRest(clause));
  const promise = settled ? null : (dated ?? (done ? null : (plainPromise(plain) ?? conditional)));
  return { promise, done, settled };
}

/**
 * What the speaker of these words binds himself to, as `readAnswer` has it, without asking what else they are.
 * @param at when it was said: a moment with its offset, or a day in China
 */
export function promiseIn(text: string, at: Moment | Day): AnswerReading['promise'] {
  if (isEnglish(text)) return englishPromise(text, at);
  const clauses = withoutCourtesy(clausesOf(text));
  const sentences = sentencesOf(clauses);
  // Most of a talk promises nothing; only for the rest it matters whether the thing is done already.
  const maybe =
    datedPromise(sentences, at) ??
    plainPromise(sentences) ??
    sentences.map((sentence) => conditionalPromise(sentence, at)).find((one) => one !== null);
  return maybe ? commitmentOf(clauses, sentences, at).promise : null;
}

/**
 * The ground that these words name, where somebody says of them that they refuse: 材料不足 alone asks for more.
 * @returns its id
 */
export function groundNamed(text: string): string | undefined {
  return groundsIn(sentencesOf(withoutCourtesy(clausesOf(text))))[0]?.id;
}

/** 已立案, 决定受理: somebody says, and does not ask or make it hang on anything, that the matter is taken up. */
export const saysTakenUp = (text: string): boolean =>
  clausesOf(text).some(
    ({ text: words, question, conditional }) =>
      !question && !conditional && TAKEN_UP.test(words) && !AWAITED.test(words),
  );
/** 等法院决定立案 */
const AWAITED = /等|是否|能否|待|未/;

/** 商家不愿意退: the seller's own no, where somebody else tells it. */
const SELLERS_NO = wordsOf('sellers-no');

/** Is it the seller who says no, in the words of somebody else? */
export const tellsSellersNo = (text: string): boolean =>
  clausesOf(text).some((clause) => !clause.question && !clause.conditional && SELLERS_NO.test(clause.text));

/**
 * What an answer of a seller, a platform or an office is, by its words: does it
 * say nothing, refuse (and on what ground), promise (by when), or end the matter.
 * Time is linear in the length of the text.
 * @param text what was said, as typed or pasted; lines that begin with 我： are the buyer's and left out
 * @param at when it was said: a moment with its offset, or a day in China
 */
export function readAnswer(text: string, at: Moment | Day): AnswerReading {
  if (isEnglish(text)) return readEnglishAnswer(text, at);
  const clauses = withoutCourtesy(clausesOf(text));
  const sentences = sentencesOf(clauses);
  const { promise, done, settled } = commitmentOf(clauses, sentences, at);
  const grounds = groundsIn(sentences);
  const denied = clauses.some((clause) => refusesIn(clause) && !passesSoon(clause, clauses));
  const implied = promise === null && !done && grounds.some((ground) => refusesBy(ground, clauses));
  const refusal = !settled && (denied || implied);
  const nothing = { vague: false, refusal: false, promise: null, settled: false, claimed: false };
  if (clauses.length === 0) return nothing;
  const sure = sureOf(textOf(clauses));
  const heard: Weighty[] = [
    ...(refusal ? (['refusal'] as const) : []),
    ...(settled ? (['settled'] as const) : []),
    ...(promise ? (['promise', 'if'] as const) : []),
  ];
  const unbound = promise !== null && promise.if === undefined && !refusal && hangsOnSomething(sure);
  if (heard.length > 0 && (unbound || !holdsWith(sure, heard, textOf(clauses)))) {
    const like = clearlyLike(sure, textOf(clauses));
    return { ...nothing, ...(isWeighty(like) ? { like } : {}), doubted: true };
  }
  const like = heard.length > 0 ? undefined : unexplained(clauses, sure);
  const dayless = !refusal && !settled && !promise?.offer && (promise === null || promise.by === null);
  const vague = dayless && (like === 'vague' || (like === undefined && saysNothing(clauses)));
  return {
    vague,
    refusal,
    ...(refusal && grounds[0] ? { ground: grounds[0].id } : {}),
    promise,
    settled,
    claimed: settled,
    ...(isWeighty(like) ? { like } : {}),
  };
}
