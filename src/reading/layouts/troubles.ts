import { FAILURE_PATTERN, SUGGESTIONS } from '../../knowledge/built/suggestions.ts';
import type { Dispute } from '../../model/dispute.ts';
import type { GivenBy } from '../../model/evidence.ts';
import { remembered } from '../../model/remembered.ts';
import { SAID, type Said } from '../troubles/judge.ts';
import { troubleJudge } from '../troubles/weights.ts';

export interface Rule {
  dispute: Dispute;
  words: RegExp;
  /** How surely the words mean this; they add up. */
  weight: number;
}

/** What error messages and buyers say, and which kind of dispute it is; of two equally likely the first is meant. */
export const RULES: readonly Rule[] = SUGGESTIONS.map(({ dispute, weight, words, flags }) => ({
  dispute,
  weight,
  words: new RegExp(words, flags),
}));

/** Words that only failures have, whatever the dispute: they make a line an error message. */
const FAILURE_WORDS = new RegExp(FAILURE_PATTERN, 'i');

/** 末到账: what pictures make of 未 before a verb; 周末 is one word. */
const NOT_YET = /(?<![周月年季期])末(?=[到收发使激充查开支能找成生匹])/g;

/** What a text says is wrong. */
export interface Trouble {
  dispute: Dispute;
  /** How surely it says so, as rules weigh it. */
  weight: number;
  /** By how much this leads the next kind. */
  lead: number;
  /** A guess where rules and the judge of sentences do not say the same, or one alone says it and is not quite sure. */
  by: GivenBy & ('sentence' | 'guess');
}

type Wrong = Exclude<Said, 'none'>;

/** From here on the judge holds with a rule that says the same. */
const HOLDS = 0.6;
/** From here on what it alone hears is worth asking. */
const HEARD = 0.6;
/** Up to here it is so sure that nothing is wrong that rules were wrong in five of six cases. */
const DENIED = 0.03;
/** From here on it says so by itself: see docs/decisions/14-judge-of-sentences.md. */
const SURE = 0.96;
/** In fewer Chinese letters or Latin words nothing but a rule says it: the heading of a dialog has no more. */
const SPEAKS_ALONE = 6;
const WORDS = /\p{Script=Han}|[A-Za-z]+/gu;
/** From here on a sentence speaks of something that is wrong, of whatever kind. */
const SPEAKS = 0.8;
/** What rules alone say so plainly needs no judge. */
const PLAIN = 4;
/** What the judge is sure of weighs as much as the plainest rule. */
const MOST_WEIGHT = 3;

/** What is wrong by some words; undefined where they say nothing of it. */
export function disputeOf(said: string): Trouble | undefined {
  const text = said.replace(NOT_YET, '未');
  const rule = byRules(text);
  const sure = judged(text);
  const heard = WRONG.reduce((best, kind) => (sure[kind] > sure[best] ? kind : best));
  if (rule && sure[rule.dispute] >= HOLDS) return { ...rule, by: 'sentence' };
  const ofJudge = { dispute: heard, weight: MOST_WEIGHT * sure[heard], lead: MOST_WEIGHT * (2 * sure[heard] - 1) };
  if (sure[heard] >= SURE && (text.match(WORDS)?.length ?? 0) >= SPEAKS_ALONE) return { ...ofJudge, by: 'sentence' };
  if (sure[heard] >= HEARD) return { ...ofJudge, by: 'guess' };
  return rule && sure[heard] > DENIED ? { ...rule, by: 'guess' } : undefined;
}

/** Do these words say that something went wrong? */
export function saysFailure(said: string): boolean {
  return FAILURE_WORDS.test(said) || complains(said) >= SPEAKS || (byRules(said)?.weight ?? 0) >= PLAIN;
}

/** How surely some words say that something is wrong with what was bought, whatever it is. */
export function complains(said: string): number {
  const sure = judged(said.replace(NOT_YET, '未'));
  return Math.max(...WRONG.map((kind) => sure[kind]));
}

const WRONG = SAID.filter((kind): kind is Wrong => kind !== 'none');

/** The kind whose rules say most of a text, with the sum of their weights. */
function byRules(text: string): Omit<Trouble, 'by'> | undefined {
  const sums = new Map<Dispute, number>();
  for (const { dispute, words, weight } of RULES)
    if (words.test(text)) sums.set(dispute, (sums.get(dispute) ?? 0) + weight);
  const [first, second] = [...sums].toSorted((a, b) => b[1] - a[1]);
  return first && { dispute: first[0], weight: first[1], lead: first[1] - (second?.[1] ?? 0) };
}

/** A sentence ends here; a line of a page or a message is one. */
const ENDS = /[\n。！？!?；;]+/;
/** In less nobody says anything. */
const SHORTEST = 2;

/** For each kind how sure the judge is of it in the sentence that says it most. */
function judged(text: string): Readonly<Record<Wrong, number>> {
  const most = Object.fromEntries(WRONG.map((kind) => [kind, 0])) as Record<Wrong, number>;
  for (const sentence of text.split(ENDS)) {
    if (sentence.trim().length < SHORTEST) continue;
    const sure = sureOf(sentence);
    for (const kind of WRONG) most[kind] = Math.max(most[kind], sure[kind]);
  }
  return most;
}

/** The lines of a page are judged for its kind, for what failed and for whose trouble it is. */
const sureOf = remembered((sentence) => troubleJudge().judge(sentence));
