/**
 * npm run bench:gallery -- FOLDER… [--out DIR] [--only NAME] [-v]
 *
 * Disputes whose pages were written by hand, each a folder of HTML pages and other files with a truth.json (its shape:
 * test/gallery/gallery.ts), are photographed by Chromium (CHROMIUM=path), read by the program's own reader, picture by
 * picture, and held against the truth. `--out` keeps pictures and what the recogniser said, so that other code can read
 * the same. `-v` shows what was not right: never so with disputes that are measured with.
 */
import { mkdtempSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Reading } from '../../src/model/reading.ts';
import { readSource } from '../../src/reading/read-source.ts';
import { closeRecogniser } from '../../src/reading/readers/picture/recogniser.ts';
import { galleryIn, Photographer, type GalleryDispute } from '../gallery/gallery.ts';
import { Score } from '../looks/measure.ts';
import { sourceOf } from '../reading/made/source.ts';
import { goalsOf } from './goals.ts';
import { hearFrom, standIn, timesAsked, type Heard } from './heard.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, only: { type: 'string' }, verbose: { type: 'boolean', short: 'v' } },
});
if (positionals.length === 0) throw new Error('name folders of disputes: npm run bench:gallery -- FOLDER');
const out = options.out ?? mkdtempSync(path.join(tmpdir(), 'gallery-'));
standIn();
const photographer = new Photographer();
const score = new Score();
let pictures = 0;
let told = { wrong: 0, problems: 0 };
const folders = positionals.flatMap(galleryIn).filter((one) => path.basename(one).includes(options.only ?? ''));
for (const folder of folders) {
  const dispute = await photographer.dispute(folder, out);
  const heardAt = path.join(out, dispute.name, 'heard.json');
  const heard: Heard = existsSync(heardAt) ? (JSON.parse(readFileSync(heardAt, 'utf8')) as Heard) : {};
  hearFrom(heard);
  const before = timesAsked();
  const readings: Reading[] = [];
  for (const { name, bytes } of dispute.files) readings.push(withLines(await readSource(sourceOf(bytes, name))));
  if (timesAsked() > before) writeFileSync(heardAt, JSON.stringify(heard));
  pictures += dispute.files.length;
  score.add(lookDisputeOf(dispute), readings);
  if (options.verbose) tell(dispute, readings);
}
await photographer.close();
await closeRecogniser();
console.log(score.report(`${folders.length} disputes, ${pictures} files`));
console.log(goalsOf(score));
if (options.verbose) console.log(score.standings());
console.log(`the recogniser was asked ${timesAsked()} times; pictures and its answers: ${out}`);

function lookDisputeOf({ name, truth: { facts, half, files } }: GalleryDispute): Parameters<Score['add']>[0] {
  const looks = files.map(({ file, kind, fields, written }) => ({
    name: file,
    kind,
    fields,
    width: 0,
    html: '',
    ...(written ? { written } : {}),
  }));
  return {
    name,
    looks,
    facts,
    half: { ...half, promise: files.flatMap(({ fields }) => sentencesOf(fields['promise'])) },
  };
}

/** What has no lines but messages or rows was heard in those. */
function withLines(reading: Reading): Reading {
  const { lines, messages, bill } = reading;
  if (lines && lines.length > 0) return reading;
  const said = (messages ?? []).map(({ text }) => ({ text }));
  const rows = (bill?.rows ?? []).map((row) => ({ text: Object.values(row).join(' ') }));
  return { ...reading, lines: [...said, ...rows] };
}

/** A promise is quoted by the sentences that make it, or with those beside them. */
function sentencesOf(message = ''): string[] {
  const sentences = message.match(/[^。！？!?\n]+[。！？!?]*/g) ?? [];
  return sentences.flatMap((_, from) =>
    sentences.slice(from).map((_last, i) => sentences.slice(from, from + i + 1).join('')),
  );
}

/** What was read of each file, and what of that was not right. */
function tell({ name, files, truth }: GalleryDispute, readings: readonly Reading[]): void {
  console.log(`\n${name}`);
  for (const [i, { kind, fields }] of readings.entries()) {
    const values = fields.map(({ key, value, by, certain }) => `${key}=${value} (${by}${certain ? '' : '?'})`);
    console.log(
      `   ${files[i]!.name} ${kind}${kind === truth.files[i]!.kind ? '' : ` NOT ${truth.files[i]!.kind}`}: ${values.join(', ')}`,
    );
  }
  const { wrong, problems } = score;
  for (const one of wrong.slice(told.wrong))
    console.log(`   WRONG ${one.key}: ${one.read} (${one.truth}) from ${one.from}`);
  for (const line of problems.slice(told.problems)) console.log(`   ${line}`);
  told = { wrong: wrong.length, problems: problems.length };
}
