/**
 * npm run train:parts [-- --disputes 2600] [--epochs 4] [--seed 11] [--models vectorsCrf,crf,logistic,vectors] [--fold]
 *   [--without sealed] [--all] [--misread 0.25] [--copied 0.2] [--measure] [--drawn FOLDER] [--tables]
 *   [--write FILE]
 *
 * Trains the reader of parts from nothing on screens that are drawn by chance (CHROMIUM=path), with words, labels and
 * layouts that the measuring sets have not; some of them as poor copies come, or as text that was copied off them. With
 * `--fold` a quarter of the labels and some layouts are not learnt either, and it prints how much of screens with only
 * those it then reads. `--without` holds a whole set of words and layouts out, and prints how much of it is read: that is
 * what to choose by. `--all` learns from the sets too that the shipped weights have not learnt. `--tables` takes the
 * labels, platforms and sentences of knowledge/ as they are now. `--measure` prints it of the measuring sets. `--write`
 * keeps the weights of the model, which must be `vectorsCrf`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PARTS } from '../../src/reading/parts/parts.ts';
import { Draw } from '../looks/draw.ts';
import { holdOut, LEARNING, leaveOut, MEASURING } from '../looks/sets.ts';
import type { Words } from '../looks/words.ts';
import { bentPages, examplesOf, plainPages, type Example, type WidePage, widePages } from './data.ts';
import { takeTables } from './tables.ts';
import type { Model } from './model-kinds.ts';
import { Crf, Logistic, Vectors } from './models.ts';
import { VectorsCrf } from './vectors-crf.ts';

const { values: options } = parseArgs({
  options: {
    disputes: { type: 'string', default: '2600' },
    epochs: { type: 'string', default: '4' },
    seed: { type: 'string', default: '11' },
    models: { type: 'string', default: 'vectorsCrf' },
    fold: { type: 'boolean', default: false },
    without: { type: 'string' },
    all: { type: 'boolean', default: false },
    misread: { type: 'string', default: '0.25' },
    copied: { type: 'string', default: '0.2' },
    measure: { type: 'boolean', default: false },
    drawn: { type: 'string' },
    tables: { type: 'boolean', default: false },
    write: { type: 'string' },
  },
});
const seed = Number(options.seed);
const without = Object.keys(LEARNING).find((name): name is keyof typeof LEARNING => name === options.without);
if (without) holdOut(without);
if (!options.all) {
  // What ships was learnt while `apart` measured, and before `real` was there.
  holdOut('apart');
  leaveOut('real');
}
if (options.tables) takeTables();
const { foldWords, learningWords } = await import('./learn.ts');
const SHIPPED = new URL('../../src/reading/parts/parts-weights.bin', import.meta.url);
const side = options.fold ? 'learn' : 'all';
/** Drawing takes longer than learning: with `--drawn` pages that were drawn before are taken again. */
function drawn(name: string, draw: () => WidePage[]): WidePage[] {
  if (options.drawn === undefined) return draw();
  mkdirSync(options.drawn, { recursive: true });
  const file = path.join(options.drawn, `${name}.json`);
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(draw()));
  return JSON.parse(readFileSync(file, 'utf8')) as WidePage[];
}
const measured = (name: string, wordsOf: (draw: Draw) => Words, count: number, from: number): Example[] =>
  examplesOf(
    plainPages(
      drawn(`${name}-${from}`, () => widePages(wordsOf, count, from)),
      from,
    ),
  );

const pages = drawn(
  `learn-${options.all ? 'all-sets-' : ''}${side}-${options.disputes}-${seed}${without ? `-without-${without}` : ''}`,
  () => widePages((one) => learningWords(one, side), Number(options.disputes), seed),
);
const shares = { misread: Number(options.misread), copied: Number(options.copied) };
const learn = examplesOf(bentPages(pages, seed, shares));
const sets: Record<string, Example[]> = {
  'made-up words': measured(`made-up-${side}${without ?? ''}`, (one) => learningWords(one, side), 60, seed + 1),
  ...(options.fold ? { 'labels and layouts of the fold': measured('fold', foldWords, 150, seed + 4) } : {}),
  ...(without ? { [without]: measured(without, () => LEARNING[without], 150, seed + 5) } : {}),
  ...(options.measure
    ? Object.fromEntries(
        Object.entries(MEASURING).map(([name, set]) => [name, measured(name, () => set, 200, seed + 3)]),
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
const epochs = Number(options.epochs);
for (const name of options.models.split(',')) {
  const model = make[name]!();
  const draw = new Draw(seed);
  const before = performance.now();
  const tell = (round: string): void => {
    const figures = Object.entries(sets).map(([set, of]) => `${set}: ${measure(model, of)}`);
    console.log(
      `${model.name}, ${round}, ${((performance.now() - before) / 1000).toFixed(0)} s · ${figures.join(' · ')}`,
    );
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (epoch === epochs >> 1) model.settle?.();
    for (const page of draw.shuffle(learn)) for (const line of page.lines) model.learn(line);
    tell(`${epoch + 1}`);
  }
  if (model.settled) {
    model.settled();
    tell('settled');
  }
  if (options.write && model instanceof VectorsCrf) {
    writeFileSync(options.write, model.bytes());
    console.log(
      Buffer.compare(model.bytes(), readFileSync(SHIPPED)) === 0
        ? 'those that are shipped'
        : 'other than those that are shipped',
    );
  }
}
