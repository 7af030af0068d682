/**
 * npm run train:troubles -- [--fold 4] [--epochs 20] [--seed 11] [--write src/reading/troubles/trouble-weights.bin]
 *
 * Teaches the judge of sentences what is wrong with goods, from nothing, in some seconds. With `--fold` it learns
 * without each part of the sentences in turn and says how it hears that part; with `--write` it learns from all.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { JUDGE_BYTES, SAID, shares, TroubleJudge } from '../../src/reading/troubles/judge.ts';
import { BUCKETS, signsOf } from '../../src/reading/troubles/signs.ts';
import { Draw } from '../looks/draw.ts';
import { examplesIn, learningExamples, type Example } from './examples.ts';
import { levelsOf } from './measure.ts';
import { varied } from './vary.ts';

const { values: options } = parseArgs({
  options: {
    fold: { type: 'string', default: '0' },
    epochs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '11' },
    rate: { type: 'string', default: '0.5' },
    write: { type: 'string' },
  },
});
const COUNT = SAID.length;
/** So much of what shops answer is heard in each round, and so much of all as it was written. */
const ANSWERS_HEARD = 0.15;
const AS_WRITTEN = 0.2;

/** Logistic regression, by steps that grow smaller where much was learnt. */
function taught(said: readonly Example[], answers: readonly Example[]): Uint8Array {
  const draw = new Draw(Number(options.seed));
  const weights = new Float32Array(BUCKETS * COUNT);
  const steps = new Float32Array(BUCKETS * COUNT).fill(1e-3);
  const bias = new Float32Array(COUNT);
  const biasSteps = new Float32Array(COUNT).fill(1);
  const epochs = Number(options.epochs);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const round = [...said, ...answers.filter(() => draw.chance(ANSWERS_HEARD))].map(
      (one) => [draw.next(), one] as const,
    );
    const rate = Number(options.rate) * (1 - epoch / epochs) + 0.02;
    for (const [, one] of round.toSorted((a, b) => a[0] - b[0])) {
      const { says, text } = draw.chance(AS_WRITTEN) ? one : varied(draw, one);
      const signs = signsOf(text);
      const share = 1 / Math.sqrt(signs.length);
      const scores = Float64Array.from(bias);
      for (const bucket of signs) for (let k = 0; k < COUNT; k++) scores[k]! += share * weights[bucket * COUNT + k]!;
      const sure = shares(scores);
      for (let k = 0; k < COUNT; k++) {
        const off = sure[k]! - (SAID[k] === says[0] ? 1 : 0);
        if (Math.abs(off) < 1e-4) continue;
        biasSteps[k]! += off * off;
        bias[k]! -= (0.1 * rate * off) / Math.sqrt(biasSteps[k]!);
        const by = off * share;
        for (const bucket of signs) {
          const at = bucket * COUNT + k;
          steps[at]! += by * by;
          weights[at]! -= (rate * by) / Math.sqrt(steps[at]!);
        }
      }
    }
  }
  return packed(bias, weights);
}

/** A byte for each weight: how many steps of its kind. */
function packed(bias: Float32Array, weights: Float32Array): Uint8Array {
  const bytes = new Uint8Array(JUDGE_BYTES);
  const numbers = new DataView(bytes.buffer);
  for (let k = 0; k < COUNT; k++) {
    let most = 0;
    for (let at = k; at < weights.length; at += COUNT) most = Math.max(most, Math.abs(weights[at]!));
    numbers.setFloat32(4 * k, bias[k]!, true);
    numbers.setFloat32(4 * (COUNT + k), most / 127, true);
    for (let at = k; at < weights.length; at += COUNT)
      numbers.setInt8(8 * COUNT + at, Math.round((weights[at]! / most) * 127));
  }
  return bytes;
}

const { said, answers } = learningExamples();
const folds = Number(options.fold);
if (folds > 0) {
  const draw = new Draw(5);
  const foldOf = new Map(said.map((one) => [one, Math.floor(draw.next() * folds)]));
  const heard = Array.from({ length: folds }, (_, fold) => {
    const judge = new TroubleJudge(
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
const judge = new TroubleJudge(bytes);
for (const name of ['held.tsv', 'later.tsv', 'spoken.tsv'])
  console.log(
    levelsOf(
      name,
      examplesIn(name).map((example) => ({ example, sure: judge.judge(example.text) })),
    ),
  );
if (options.write) writeFileSync(options.write, bytes);
