/**
 * npm run bench:pictures [-- --set train|more|wide|fresh|sealed|unseen|kept-out|veiled|apart] [--disputes 60] [--seed 1] [--forms plain,long]
 *   [--out DIR] [-v]
 *
 * Draws disputes by chance as bench:looks does, renders their screens with Chromium (CHROMIUM=path) as phones show them
 * (themes, fonts), makes of each dispute one form (plain, shrunk, photographed, photographed badly, cropped, long,
 * blurred, tiny) and reads the pictures with the program's own reader. Prints as it goes, then each form, poor copies and all. A
 * picture takes about a second; 1,000 disputes an hour. `--out` keeps pictures, truth and what the recogniser said; a
 * run that finds them there draws nothing and recognises only what was not asked before, as when other code reads the
 * same pictures. `-v` shows what was not right: never so with sets that are measured with.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeRecogniser } from '../../src/reading/readers/picture/recogniser.ts';
import { readSource } from '../../src/reading/read-source.ts';
import type { Reading } from '../../src/model/reading.ts';
import { Draw } from '../looks/draw.ts';
import { FORMS, picturesOf, type Form, type Pictures } from '../looks/forms-of-pictures.ts';
import { Score } from '../looks/measure.ts';
import { Camera } from '../looks/render.ts';
import { disputeOf, type LookDispute } from '../looks/screens.ts';
import { SETS } from '../looks/sets.ts';
import { sourceOf } from '../reading/made/source.ts';
import { goalsOf } from './goals.ts';
import { hearFrom, standIn, timesAsked, type Heard } from './heard.ts';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'train' },
    disputes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    forms: { type: 'string', default: FORMS.join(',') },
    out: { type: 'string' },
    verbose: { type: 'boolean', short: 'v' },
  },
});
const words = SETS[options.set];
if (!words) throw new Error(`no set ${options.set}`);
const forms = options.forms.split(',').map((name) => {
  if (!FORMS.includes(name as Form)) throw new Error(`no form ${name}: ${FORMS.join(', ')}`);
  return name as Form;
});

const TRUTH = 'truth.json';
const HEARD = 'heard.json';

interface Tally {
  score: Score;
  pictures: number;
  seconds: number;
}
const blank = (): Tally => ({ score: new Score(), pictures: 0, seconds: 0 });
const tallies = new Map(forms.map((form) => [form, blank()]));
const all = blank();
/** Copies that are worse than a phone's own picture. */
const POOR = new Set<Form>(['shrunk', 'photographed', 'photographed badly', 'blurred', 'tiny']);
const poor = blank();
let shown = { wrong: 0, problems: 0 };
const disputes = Number(options.disputes);
const seed = Number(options.seed);
let camera: Camera | undefined;
if (options.out) standIn();
for (let i = 0; i < disputes; i++) {
  const form = forms[i % forms.length]!;
  const name = `${options.set}-${i} ${form}`;
  const folder = options.out && path.join(options.out, `${options.set}-${seed}-${i}-${form.replaceAll(' ', '-')}`);
  const kept = folder ? keptIn(folder) : undefined;
  const pictures = kept ?? (await drawn(i, name, form));
  if (folder && !kept) keep(folder, pictures);
  const heard = folder ? heardIn(folder) : {};
  hearFrom(heard);
  const askedBefore = timesAsked();
  const before = performance.now();
  const readings: Reading[] = [];
  for (const bytes of pictures.files) readings.push(await readSource(sourceOf(bytes)));
  const seconds = (performance.now() - before) / 1000;
  if (folder && timesAsked() > askedBefore) writeFileSync(path.join(folder, HEARD), JSON.stringify(heard));
  for (const tally of [tallies.get(form)!, all, ...(POOR.has(form) ? [poor] : [])]) {
    tally.score.add(pictures.dispute, readings);
    tally.pictures += readings.length;
    tally.seconds += seconds;
  }
  if (options.verbose) told();
  if ((i + 1) % 10 === 0) progress(i + 1);
}
await camera?.close();
await closeRecogniser();
for (const [form, tally] of tallies) print(form, tally);
print('poor copies', poor);
print('all', all);
console.log(goalsOf(all.score));
if (options.out) console.log(`the recogniser was asked ${timesAsked()} times`);

async function drawn(i: number, name: string, form: Form): Promise<Pictures> {
  camera ??= await Camera.open();
  const dispute = disputeOf(new Draw(seed * 100_003 + i), words!, name);
  return picturesOf(camera, new Draw(seed * 7_919 + i), words!, dispute, form);
}

/** What was not right since it was last told; a long run shows it as it goes. */
function told(): void {
  const { wrong, problems } = all.score;
  for (const one of wrong.slice(shown.wrong))
    console.log(`   WRONG ${one.dispute} ${one.key}: ${one.read} (${one.truth}) from ${one.from}`);
  for (const line of problems.slice(shown.problems)) console.log(`   ${line}`);
  shown = { wrong: wrong.length, problems: problems.length };
}

function progress(done: number): void {
  const { score, pictures, seconds } = all;
  console.error(
    `${done}/${disputes}: read of the recognised ${score.heldRight}/${score.held}, whole ${score.untyped}, ` +
      `wrong in ${score.wrongDisputes}, ${(seconds / pictures).toFixed(2)} s a picture`,
  );
}

function print(title: string, { score, pictures, seconds }: Tally): void {
  if (pictures === 0) return;
  console.log(score.report(`${options.set}, ${title}, ${score.disputes} disputes, ${pictures} pictures, seed ${seed}`));
  console.log(`${(seconds / pictures).toFixed(2)} s a picture`);
}

function keep(folder: string, { dispute, files }: Pictures): void {
  mkdirSync(folder, { recursive: true });
  files.forEach((bytes, i) => writeFileSync(path.join(folder, `${i + 1}-${dispute.looks[i]!.name}.png`), bytes));
  const looks = dispute.looks.map(({ html: _html, ...look }) => look);
  writeFileSync(path.join(folder, TRUTH), `${JSON.stringify({ ...dispute, looks }, null, 1)}\n`);
}

/** What an earlier run kept; nothing where it came to no end. */
function keptIn(folder: string): Pictures | undefined {
  if (!existsSync(path.join(folder, TRUTH))) return undefined;
  const dispute = JSON.parse(readFileSync(path.join(folder, TRUTH), 'utf8')) as LookDispute;
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  const files = names
    .toSorted((a, b) => parseInt(a) - parseInt(b))
    .map((name) => readFileSync(path.join(folder, name)));
  return { dispute, files };
}

function heardIn(folder: string): Heard {
  const file = path.join(folder, HEARD);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Heard) : {};
}
