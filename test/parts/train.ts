/**
 * npm run train:parts [-- --disputes 2600] [--epochs 4] [--seed 11] [--models vectorsCrf,crf,logistic,vectors] [--fold]
 *   [--without sealed] [--measure] [--drawn FOLDER] [--write FILE]
 *
 * Trains the reader of parts from nothing on screens that are drawn by chance (CHROMIUM=path), with words, labels and
 * layouts that the measuring sets have not. With `--fold` a quarter of the labels and some layouts are not learnt either,
 * and it prints how much of screens with only those it then reads: that is what to choose by. `--without` holds a whole set
 * of words and layouts out, for the same. `--measure` prints it of
 * the measuring sets. `--write` keeps the weights of the first model, which must be `vectorsCrf`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PARTS } from '../../src/reading/parts/parts.ts';
import { Draw } from '../looks/draw.ts';
import { holdOut, LEARNING, MEASURING } from '../looks/sets.ts';
import { TRAIN } from '../looks/train.ts';
import { examplesOf, taggedPages, type Example, type TaggedPage } from './data.ts';
import { Crf, Logistic, Vectors, VectorsCrf, type Model } from './models.ts';

const { values: options } = parseArgs({
  options: {
    disputes: { type: 'string', default: '2600' },
    epochs: { type: 'string', default: '4' },
    seed: { type: 'string', default: '11' },
    models: { type: 'string', default: 'vectorsCrf' },
    fold: { type: 'boolean', default: false },
    without: { type: 'string' },
    measure: { type: 'boolean', default: false },
    drawn: { type: 'string' },
    write: { type: 'string' },
  },
});
const seed = Number(options.seed);
const without = Object.keys(LEARNING).find((name): name is keyof typeof LEARNING => name === options.without);
if (without) holdOut(without);
const { foldWords, learningWords } = await import('./learn.ts');
const side = options.fold ? 'learn' : 'all';
/** Drawing takes longer than learning: with `--drawn` pages that were drawn before are taken again. */
function drawn(name: string, draw: () => TaggedPage[]): Example[] {
  if (options.drawn === undefined) return examplesOf(draw());
  mkdirSync(options.drawn, { recursive: true });
  const file = path.join(options.drawn, `${name}.json`);
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(draw()));
  return examplesOf(JSON.parse(readFileSync(file, 'utf8')) as TaggedPage[]);
}
const learn = drawn(`learn-${side}-${options.disputes}-${seed}${without ? `-without-${without}` : ''}`, () =>
  taggedPages((one) => learningWords(one, side), Number(options.disputes), seed, true),
);
const sets: Record<string, Example[]> = {
  'made-up words': drawn(`made-up-${side}-${seed}${without ?? ''}`, () =>
    taggedPages((one) => learningWords(one, side), 60, seed + 1, false),
  ),
  'words for rules': drawn(`rules-${seed}`, () => taggedPages(() => TRAIN, 100, seed + 2, false)),
  'labels and layouts of the fold': drawn(`fold-${seed}`, () => taggedPages(foldWords, 150, seed + 4, false)),
  ...(without
    ? { [without]: drawn(`${without}-${seed}`, () => taggedPages(() => LEARNING[without], 150, seed + 5, false)) }
    : {}),
  ...(options.measure
    ? Object.fromEntries(
        Object.entries(MEASURING).map(([name, set]) => [
          name,
          drawn(`${name}-${seed}`, () => taggedPages(() => set, 200, seed + 3, false)),
        ]),
      )
    : {}),
};
const letters = learn.flatMap(({ lines }) => lines).reduce((sum, { tags }) => sum + tags.length, 0);
console.log(`${options.disputes} disputes, ${learn.length} screens, ${letters} letters, seed ${seed}`);

/** Values of a line: part, first and last letter. */
function runs(tags: Uint8Array): string[] {
  const out: string[] = [];
  for (let from = 0; from < tags.length;) {
    let to = from;
    while (to < tags.length && tags[to] === tags[from]) to++;
    if (tags[from]! > PARTS.indexOf('label')) out.push(`${tags[from]} ${from} ${to}`);
    from = to;
  }
  return out;
}

/** Values that are found to the letter, of those that are there, and of those that are said. */
function measure(model: Model, pages: readonly Example[]): string {
  let [right, said, there] = [0, 0, 0];
  for (const line of pages.flatMap((page) => page.lines)) {
    const truth = runs(line.tags);
    const got = runs(model.tags(line));
    there += truth.length;
    said += got.length;
    right += got.filter((one) => truth.includes(one)).length;
  }
  return `found ${((100 * right) / there).toFixed(1)} %, right ${((100 * right) / said).toFixed(1)} %`;
}

const make: Record<string, () => Model> = {
  crf: () => new Crf(),
  logistic: () => new Logistic(),
  vectors: () => new Vectors(new Draw(seed)),
  vectorsCrf: () => new VectorsCrf(new Draw(seed)),
};
for (const name of options.models.split(',')) {
  const model = make[name]!();
  const draw = new Draw(seed);
  const before = performance.now();
  for (let epoch = 0; epoch < Number(options.epochs); epoch++) {
    for (const page of draw.shuffle(learn)) for (const line of page.lines) model.learn(line);
    const figures = Object.entries(sets).map(([set, pages]) => `${set}: ${measure(model, pages)}`);
    console.log(
      `${model.name}, ${epoch + 1}, ${((performance.now() - before) / 1000).toFixed(0)} s · ${figures.join(' · ')}`,
    );
  }
  if (options.write && model instanceof VectorsCrf) writeFileSync(options.write, model.bytes());
}
