import { describe, expect, it } from 'vitest';
import { ANSWER_SENTENCES } from '../../../src/knowledge/built/answer-sentences.ts';
import { judge, PLAIN_ROWS, sums } from '../../golden/answers/read-plain.ts';

/** What the first measure after the judge of answers stood found in each half, at most. */
const HALVES = [
  { name: 'opened', open: true, wrong: 0, unheard: 2, right: 120 },
  { name: 'kept', open: false, wrong: 2, unheard: 7, right: 110 },
];

describe.each(HALVES)('answers in natural words, the half that is $name', ({ open, wrong, unheard, right }) => {
  const told = PLAIN_ROWS.filter((row) => row.open === open).map(judge);
  const count = (...verdicts: string[]): number => told.filter(({ verdict }) => verdicts.includes(verdict)).length;
  it('are hardly ever taken for what they are not, and where that is not sure they are asked about', () => {
    console.log(sums(told).join('\n'));
    expect(told.length).toBe(155);
    expect(count('wrong')).toBeLessThanOrEqual(wrong);
    expect(count('unheard')).toBeLessThanOrEqual(unheard);
    expect(count('right')).toBeGreaterThanOrEqual(right);
  });
});

it('nobody learns from the lists that measure', () => {
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  const learnt = new Set(ANSWER_SENTENCES.map(([, said]) => bare(said)));
  const known = PLAIN_ROWS.filter(({ said }) => bare(said).length > 3 && learnt.has(bare(said)));
  expect(known.map(({ said }) => said)).toEqual([]);
});
