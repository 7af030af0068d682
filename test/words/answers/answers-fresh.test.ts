import { describe, expect, it } from 'vitest';
import { ANSWER_SENTENCES as EXAMPLES } from '../../../src/knowledge/built/answer-sentences.ts';
import { ANSWER_HEARING } from '../../../src/words/answers/hearing.ts';
import { readAnswer } from '../../../src/words/answers/read-answer.ts';
import { Judge } from '../../../src/words/judge.ts';
import { answerWeights } from '../../../tools/knowledge/answer-judge.ts';
import { FRESH_ROWS, mistakesIn } from '../../golden/answers/fresh/read-labels.ts';

const SETS = [...new Set(FRESH_ROWS.map(({ set }) => set))];
/** No answer of these sets is among the examples. */
const HELD_OUT = SETS.slice(-2);

describe.each(SETS)('answers written before the code met them, %s', (set) => {
  const rows = FRESH_ROWS.filter((row) => row.set === set);
  it('are read for what they are, but for those that are marked', () => {
    const told = rows.map((row) => {
      const reading = readAnswer(row.said, row.at);
      return { row, mistakes: mistakesIn(row, reading), doubted: reading.doubted === true };
    });
    const wrong = told.filter(({ mistakes }) => mistakes.length > 0);
    const flagged = wrong.filter(({ mistakes }) => mistakes.some((one) => /^[+-]/.test(one)));
    const asked = told.filter(({ doubted }) => doubted).length;
    expect(asked / rows.length).toBeLessThan(0.1);
    console.log(
      `${set}: ${asked} doubted`,
      `${rows.length - flagged.length} of ${rows.length} read right, ${rows.length - wrong.length} with day and ground`,
    );
    const say = ({ row, mistakes }: (typeof told)[number]): string => `${row.said} ${mistakes.join(' ')}`;
    expect(wrong.filter(({ row }) => !row.misread).map(say)).toEqual([]);
    expect(
      told.filter(({ row, mistakes, doubted }) => row.misread && mistakes.length === 0 && !doubted).map(say),
      'now read right: take the mark away',
    ).toEqual([]);
  });
});

describe('the examples', () => {
  it('hold no answer of the sets that are held out', () => {
    const known = new Set(EXAMPLES.map(([, said]) => said));
    expect(
      FRESH_ROWS.filter(({ set, said }) => HELD_OUT.includes(set) && known.has(said)).map(({ said }) => said),
    ).toEqual([]);
  });
  it('stand once, under one kind', () => {
    expect(new Set(EXAMPLES.map(([, said]) => said)).size).toBe(EXAMPLES.length);
  });
  it('tell apart the fifth of them that was left out', () => {
    let right = 0;
    for (let fold = 0; fold < 5; fold++) {
      const taught = answerWeights(EXAMPLES.filter((_one, i) => i % 5 !== fold));
      const judge = new Judge(ANSWER_HEARING, taught);
      for (const [kind, said] of EXAMPLES.filter((_one, i) => i % 5 === fold)) {
        const sure = Object.entries(judge.judge(said)).toSorted((a, b) => b[1] - a[1]);
        if (sure[0]![0] === kind) right++;
      }
    }
    console.log(`the judge alone: ${right} of ${EXAMPLES.length}`);
    expect(right / EXAMPLES.length).toBeGreaterThan(0.7);
  });
});
