import type { AnswerKind } from '../../src/model/contact.ts';
import { ANSWER_HEARING } from '../../src/words/answers/hearing.ts';
import { Pupil } from '../../src/words/judge.ts';

const ROUNDS = 20;
/** Where the steps begin and end; they grow smaller with every round. */
const RATE = { first: 0.5, last: 0.02 };
const SEED = 11;

/** Numbers that look thrown, the same every time. */
function* thrown(seed: number): Generator<number> {
  for (let state = seed; ; state = (state + 0x6d2b79f5) | 0) {
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

/** Teaches a judge what answers are, from nothing, in about a second; the same sentences give the same bytes. */
export function answerWeights(sentences: readonly (readonly [kind: AnswerKind, said: string])[]): Uint8Array {
  const pupil = new Pupil(ANSWER_HEARING);
  const order = thrown(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE.first * (1 - round / ROUNDS) + RATE.last;
    const shuffled = sentences
      .map((sentence) => ({ sentence, place: order.next().value as number }))
      .toSorted((a, b) => a.place - b.place);
    for (const { sentence } of shuffled) pupil.hear(...sentence, rate);
  }
  return pupil.knows();
}
