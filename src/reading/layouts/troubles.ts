import { FAILURE_PATTERN, SUGGESTIONS } from '../../knowledge/built/suggestions.ts';
import type { Dispute } from '../../model/dispute.ts';

export interface Trouble {
  dispute: Dispute;
  words: RegExp;
  /** How surely the words mean this; they add up. */
  weight: number;
}

/** What error messages and buyers say, and which kind of dispute it is; of two equally likely the first is meant. */
export const TROUBLES: readonly Trouble[] = SUGGESTIONS.map(({ dispute, weight, words, flags }) => ({
  dispute,
  weight,
  words: new RegExp(words, flags),
}));

/** Words that only failures have, whatever the dispute: they make a line an error message. */
export const FAILURE_WORDS = new RegExp(FAILURE_PATTERN, 'i');

/** 末到账: what pictures make of 未 before a verb. */
const NOT_YET = /末(?=[到收发使激充查开支能找成生匹])/g;

/** The dispute that a text speaks of, with the sum of weights; undefined when it speaks of none. */
export function disputeOf(said: string): { dispute: Dispute; weight: number; lead: number } | undefined {
  const text = said.replace(NOT_YET, '未');
  const sums = new Map<Dispute, number>();
  for (const { dispute, words, weight } of TROUBLES)
    if (words.test(text)) sums.set(dispute, (sums.get(dispute) ?? 0) + weight);
  const ranked = [...sums].toSorted((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  return first && { dispute: first[0], weight: first[1], lead: first[1] - (second?.[1] ?? 0) };
}
