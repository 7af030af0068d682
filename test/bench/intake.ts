/**
 * npm run bench:intake [-- FOLDER…] [--plain] [--only NAME] [--disputes 200] [--seed 1] [-v]
 *
 * Reads dossiers (folders with a truth.json) and prints how well: category and
 * kind, each field to the character, facts of the whole, wrong values that stood
 * unflagged, character errors, seconds, memory; then the same over worse copies of
 * every picture (`--plain`: without; `--only blurred`: one kind of them). At the end what reading is held to, goal by
 * goal, over disputes drawn of the sets that are measured with (CHROMIUM=path; `--disputes 0`: without); over pictures
 * of them `bench:pictures` says the same.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSource } from '../../src/reading/read-source.ts';
import { closeRecogniser } from '../../src/reading/readers/picture/recogniser.ts';
import { reconcile, type ReadExhibit } from '../../src/agreement/reconcile.ts';
import type { FileSource, Reading } from '../../src/model/reading.ts';
import { MEASURING } from '../looks/sets.ts';
import { sharedPath } from '../shared/folder.ts';
import { DISTORTIONS } from './distort.ts';
import { drawingsOf, readDrawings } from './drawn.ts';
import { goalsOf } from './goals.ts';
import { characterErrors, scoreDossier, scoreFile, wrongUnflagged, type Truth } from './score.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plain: { type: 'boolean' },
    only: { type: 'string' },
    disputes: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', short: 'v' },
  },
});
/** So many letters of the drawn lines are taken for another, as a recogniser does. */
const NOISE = 0.002;
const roots = positionals.length > 0 ? positionals : [sharedPath('evidence-lab/dossiers')];

function dossiersIn(root: string): string[] {
  if (!existsSync(root)) return [];
  if (existsSync(path.join(root, 'truth.json'))) return [root];
  return readdirSync(root)
    .toSorted()
    .map((name) => path.join(root, name))
    .filter((folder) => existsSync(path.join(folder, 'truth.json')));
}

function sourceOf(name: string, bytes: Uint8Array): FileSource {
  return {
    name,
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    all: async () => bytes,
  };
}

class Tally {
  files = 0;
  kind = 0;
  category = 0;
  fields = 0;
  right = 0;
  width = 0;
  uncertain = 0;
  missing = 0;
  wrong = 0;
  complete = 0;
  dossiers = 0;
  unflagged: string[] = [];
  factWrong: string[] = [];
  problems: string[] = [];
  errors = 0;
  letters = 0;
  pictures = 0;
  pictureMs = 0;
  slowestMs = 0;
  dossierMs: number[] = [];

  print(title: string): void {
    const share = (n: number, of: number): string => (of === 0 ? '–' : `${n}/${of} (${((100 * n) / of).toFixed(1)} %)`);
    console.log(`\n== ${title}`);
    console.log(`category ${share(this.category, this.files)}   kind ${share(this.kind, this.files)}`);
    console.log(
      `fields right to the character ${share(this.right, this.fields)}   right but flagged ${this.uncertain}   width or space ${this.width}   missing ${this.missing}   wrong ${this.wrong}`,
    );
    if (this.dossiers > 0) console.log(`dossiers complete with nothing typed ${share(this.complete, this.dossiers)}`);
    console.log(
      `wrong values unflagged: in readings ${this.unflagged.length}, in facts ${this.factWrong.length}, goal 0: ${this.unflagged.length + this.factWrong.length === 0 ? 'met' : 'missed'}`,
    );
    if (this.letters > 0)
      console.log(`character error rate ${((100 * this.errors) / this.letters).toFixed(3)} % of ${this.letters}`);
    if (this.pictures > 0)
      console.log(
        `seconds a picture ${(this.pictureMs / this.pictures / 1000).toFixed(2)} (slowest ${(this.slowestMs / 1000).toFixed(2)})${this.dossierMs.length > 0 ? `, a dossier ${(Math.max(...this.dossierMs) / 1000).toFixed(1)} at most` : ''}`,
      );
    for (const line of [...this.unflagged, ...this.factWrong, ...(options.verbose ? this.problems : [])])
      console.log(`   ${line}`);
  }
}

const isPicture = (name: string): boolean => /\.(?:png|jpe?g|webp|heic)$/i.test(name);

async function readDossier(
  folder: string,
  tally: Tally,
  distort?: (bytes: Uint8Array) => Promise<Buffer>,
): Promise<void> {
  const truth = JSON.parse(await readFile(path.join(folder, 'truth.json'), 'utf8')) as Truth;
  const started = performance.now();
  const exhibits: ReadExhibit[] = [];
  let words = '';
  let spent = 0;
  for (const [index, file] of truth.files.entries()) {
    let bytes: Uint8Array = await readFile(path.join(folder, file.file));
    if (distort && isPicture(file.file)) {
      const before = performance.now();
      bytes = await distort(bytes);
      spent += performance.now() - before;
    }
    const before = performance.now();
    const reading = await readSource(sourceOf(file.file, bytes));
    const took = performance.now() - before;
    exhibits.push({ no: index + 1, reading });
    words += `\n${file.text ?? ''}\n${(reading.lines ?? []).map((line) => line.text).join('\n')}`;
    if (isPicture(file.file)) {
      tally.pictures++;
      tally.pictureMs += took;
      tally.slowestMs = Math.max(tally.slowestMs, took);
      if (file.text) {
        const { errors, length } = characterErrors(
          (reading.lines ?? []).map((line) => line.text),
          file.text,
        );
        tally.errors += errors;
        tally.letters += length;
      }
    }
  }
  tally.dossierMs.push(performance.now() - started - spent);
  const found = reconcile(exhibits);
  truth.files.forEach((file, index) => {
    if (distort && !isPicture(file.file)) return;
    // Which row of a bill is meant only the other exhibits tell.
    const { reading } = exhibits[index]!;
    const row = found.bills.find((bill) => bill.exhibit === index + 1);
    note(
      tally,
      `${path.basename(folder)}/${file.file}`,
      truth,
      file,
      row ? { ...reading, fields: row.fields } : reading,
    );
  });
  const score = scoreDossier(truth, found, words);
  tally.dossiers++;
  if (score.complete) tally.complete++;
  for (const fact of score.facts) {
    const line = `${path.basename(folder)} fact ${fact.name}: ${fact.verdict} ${fact.read ?? ''} (${fact.truth})`;
    if (fact.verdict === 'wrong') tally.factWrong.push(line);
    else if (fact.verdict !== 'right' && fact.verdict !== 'nowhere') tally.problems.push(line);
  }
  for (const conflict of found.conflicts)
    tally.problems.push(
      `${path.basename(folder)} conflict ${conflict.key}: ${conflict.values.map((side) => side.value).join(' / ')}`,
    );
  for (const foreign of found.foreign)
    tally.problems.push(`${path.basename(folder)} foreign ${foreign.exhibit}: ${foreign.reason}`);
}

function note(tally: Tally, where: string, truth: Truth, file: Truth['files'][number], reading: Reading): void {
  const score = scoreFile(file, reading);
  tally.files++;
  if (score.kindRight) tally.kind++;
  if (score.categoryRight) tally.category++;
  if (!score.kindRight)
    tally.problems.push(
      `${where} kind ${reading.kind} ${reading.confidence} (${file.kind}) ${reading.notes.map((n) => n.message).join(' ')}`,
    );
  for (const field of score.fields) {
    tally.fields++;
    if (field.verdict === 'right') tally.right++;
    else tally[field.verdict]++;
    if (field.verdict !== 'right')
      tally.problems.push(`${where} ${field.name}: ${field.verdict} ${field.read ?? ''} (${field.truth})`);
  }
  for (const wrong of wrongUnflagged(truth, file, reading))
    tally.unflagged.push(`${where} ${wrong.key}: WRONG, UNFLAGGED ${wrong.read} (${wrong.truth})`);
}

const folders = roots.flatMap(dossiersIn);
if (folders.length === 0) {
  console.error(`no dossier with a truth.json in ${roots.join(', ')}`);
  process.exit(1);
}
const runs: [string, ((bytes: Uint8Array) => Promise<Buffer>) | undefined][] = [
  ['as they are', undefined],
  ...(options.plain ? [] : Object.entries(DISTORTIONS)),
];
for (const [title, distort] of runs) {
  if (options.only && !title.includes(options.only)) continue;
  const tally = new Tally();
  for (const folder of folders) await readDossier(folder, tally, distort);
  tally.print(title);
}
await closeRecogniser();
const seed = Number(options.seed);
const disputes = Number(options.disputes);
for (const [name, words] of disputes > 0 ? Object.entries(MEASURING) : []) {
  const { score } = await readDrawings(
    drawingsOf(name, () => words, seed, disputes),
    seed,
    NOISE,
  );
  console.log(`\n${score.report(`${name}, ${disputes} disputes, drawn, seed ${seed}`)}\n${goalsOf(score)}`);
}
console.log(`\npeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
