import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWER_SENTENCES } from '../../src/knowledge/built/answer-sentences.ts';
import { SAID, type Said } from '../../src/reading/troubles/judge.ts';
import { LEARNING, MEASURING } from '../looks/sets.ts';
import type { Words } from '../looks/words.ts';

/** Where a sentence stands: in a buyer's or a shop's message, or on a page. */
export type Place = 'buyer' | 'shop' | 'page';

export interface Example {
  /** What is wrong by it; with several any one is right. */
  says: readonly Said[];
  place: Place;
  text: string;
}

/** `learn.tsv` or `held.tsv`, or another table in their form. */
export function examplesIn(name: string): Example[] {
  const lines = readFileSync(join(import.meta.dirname, name), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [says = '', place, text = ''] = line.split('\t');
      const kinds = says.split('|') as Said[];
      if (!kinds.every((kind) => SAID.includes(kind)) || !text) throw new Error(`${name}: ${line}`);
      return { says: kinds, place: place as Place, text };
    });
}

/** The sentences of a set of words that screens are drawn from. */
export function examplesOf(words: Words): Example[] {
  const of = (says: Said, place: Place, texts: readonly string[]): Example[] =>
    texts.map((text) => ({ says: [says], place, text }));
  const kinds = Object.keys(words.failures) as (keyof Words['failures'])[];
  return [
    ...kinds.flatMap((kind) => [
      ...of(kind, 'page', words.failures[kind]),
      ...of(kind, 'buyer', words.complaints[kind]),
    ]),
    ...of('none', 'shop', [...words.answers, ...words.promises]),
    ...of('none', 'buyer', words.greetings),
    ...of('none', 'page', [...words.system, ...words.dialogTitles, ...words.dialogButtons, ...words.failurePages]),
  ];
}

const bare = (text: string): string => text.replace(/\s/g, '');
/** Sets that were opened after the judge that ships had been taught: it hears nothing of them, so that it can be remade. */
const UNHEARD: readonly Words[] = [LEARNING.apart];
/** What measures is never learnt. */
const measured = new Set(
  [
    ...[...Object.values(MEASURING), ...UNHEARD].flatMap(examplesOf),
    ...examplesIn('held.tsv'),
    ...examplesIn('later.tsv'),
    ...examplesIn('spoken.tsv'),
  ].map(({ text }) => bare(text)),
);

/** All there is to learn from, and what shops answer, which says nothing of goods that are not right. */
export function learningExamples(): { said: Example[]; answers: Example[] } {
  const heard = Object.values<Words>(LEARNING).filter((set) => !UNHEARD.includes(set));
  const said = [...examplesIn('learn.tsv'), ...heard.flatMap(examplesOf)];
  const answers = ANSWER_SENTENCES.map(([, text]) => ({ says: ['none'] as const, place: 'shop' as const, text }));
  const isFree = ({ text }: Example): boolean => !measured.has(bare(text));
  return { said: said.filter(isFree), answers: answers.filter(isFree) };
}
