import { describe, expect, it } from 'vitest';
import { learningLayouts } from '../parts/corpus.ts';
import { learningWords } from '../parts/learn.ts';
import { Draw } from './draw.ts';
import { LEARNING, MEASURING } from './sets.ts';
import type { Words } from './words.ts';

const LETTER = /\p{L}/u;
const wordsIn = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : Object.values(part ?? {}).flatMap((inner) => wordsIn(inner));
/** Of the labels that give no fact only the labels count: what stands beside them is said everywhere. */
const wordsOf = (words: Words, key: keyof Words): string[] =>
  (key === 'others' ? words.others.map(([label]) => label) : wordsIn(words[key])).filter((word) => LETTER.test(word));

// What is measured must be new to whoever learned: a word that both have is taken out of one of them.
describe.each(Object.entries(MEASURING))('the measuring set %s', (_, measured) => {
  it.each(Object.entries(LEARNING))('shares no word and no layout with %s', (_name, learned) => {
    const keys = Object.keys(measured) as (keyof Words)[];
    const shared = keys.flatMap((key) => {
      const known = new Set(wordsOf(learned, key));
      // A count and no word, so that a failing run shows nobody what is measured with.
      const count = wordsOf(measured, key).filter((word) => known.has(word)).length;
      return count > 0 ? [`${key}: ${count}`] : [];
    });
    expect(shared).toEqual([]);
  });
});

it('what the reader of parts learns with shares no layout with the measuring sets', () => {
  const measured = new Set(Object.values(MEASURING).flatMap(({ layouts }) => layouts));
  expect(learningLayouts('all').filter((one) => measured.has(one))).toEqual([]);
});

it('no label that the reader of parts learns with is one of the measuring sets', () => {
  const measured = new Set(Object.values(MEASURING).flatMap(({ labels }) => Object.values(labels).flat()));
  const learned = Array.from({ length: 60 }, (_, seed) => learningWords(new Draw(seed)).labels);
  const shared = learned.flatMap((labels) =>
    Object.values(labels)
      .flat()
      .filter((word) => measured.has(word)),
  );
  expect(shared.length).toBe(0);
});
