/**
 * npm run train:troubles -- [--fold 4] [--epochs 26] [--seed 11] [--write src/reading/troubles/trouble-weights.bin]
 *
 * Teaches the judge of sentences what is wrong with goods, from nothing, in two minutes. With `--fold` it learns
 * without each part of the sentences in turn and says how it hears that part; with `--write` it learns from all.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TROUBLE_HEARING } from '../../src/reading/troubles/judge.ts';
import { Judge, Pupil } from '../../src/words/judge.ts';
import { Draw } from '../looks/draw.ts';
import { examplesIn, learningExamples, type Example } from './examples.ts';
import { levelsOf } from './measure.ts';
import { varied } from './vary.ts';

const { values: options } = parseArgs({
  options: {
    fold: { type: 'string', default: '0' },
    epochs: { type: 'string', default: '26' },
    seed: { type: 'string', default: '11' },
    rate: { type: 'string', default: '0.5' },
    write: { type: 'string' },
  },
});
/** So much of what shops answer is heard in each round, and so much of all as it was written. */
const ANSWERS_HEARD = 0.1;
const AS_WRITTEN = 0.2;

/** Weights of a judge that has learnt these from nothing. */
function taught(said: readonly Example[], answers: readonly Example[]): Uint8Array {
  const draw = new Draw(Number(options.seed));
  const pupil = new Pupil(TROUBLE_HEARING);
  const epochs = Number(options.epochs);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const round = [...said, ...answers.filter(() => draw.chance(ANSWERS_HEARD))].map(
      (one) => [draw.next(), one] as const,
    );
    const rate = Number(options.rate) * (1 - epoch / epochs) + 0.02;
    for (const [, one] of round.toSorted((a, b) => a[0] - b[0])) {
      const { says, text } = draw.chance(AS_WRITTEN) ? one : varied(draw, one);
      pupil.hear(says[0]!, text, rate);
    }
  }
  return pupil.knows();
}

const { said, answers } = learningExamples();
const folds = Number(options.fold);
if (folds > 0) {
  const draw = new Draw(5);
  const foldOf = new Map(said.map((one) => [one, Math.floor(draw.next() * folds)]));
  const heard = Array.from({ length: folds }, (_, fold) => {
    const judge = new Judge(
      TROUBLE_HEARING,
      taught(
        said.filter((one) => foldOf.get(one) !== fold),
        answers,
      ),
    );
    const left = said.filter((one) => foldOf.get(one) === fold);
    return left.map((example) => ({ example, sure: judge.judge(example.text) }));
  }).flat();
  console.log(levelsOf(`left out, ${folds} parts`, heard));
}
const before = performance.now();
const bytes = taught(said, answers);
console.log(
  `${said.length} sentences and ${answers.length} answers, ${((performance.now() - before) / 1000).toFixed(1)} s`,
);
const judge = new Judge(TROUBLE_HEARING, bytes);
for (const name of ['held.tsv', 'later.tsv', 'spoken.tsv'])
  console.log(
    levelsOf(
      name,
      examplesIn(name).map((example) => ({ example, sure: judge.judge(example.text) })),
    ),
  );
if (options.write) writeFileSync(options.write, bytes);
