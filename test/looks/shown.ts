import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '../reading/made/source.ts';
import type { Reading } from '../../src/model/reading.ts';
import { Score } from './measure.ts';
import type { LookDispute } from './screens.ts';

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/pictures');

/** The disputes whose pictures are committed, made by make-pictures.ts. */
export const SHOWN_DISPUTES: readonly string[] = readdirSync(FOLDER).toSorted();

/** Reads the committed pictures of some disputes with the program's own reader. */
export async function scoreOfPictures(names: readonly string[]): Promise<Score> {
  const score = new Score();
  for (const name of names) {
    const folder = path.join(FOLDER, name);
    const dispute = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as LookDispute;
    const readings: Reading[] = [];
    for (const at of dispute.looks.keys()) readings.push(await read(readFileSync(path.join(folder, `${at + 1}.webp`))));
    score.add(dispute, readings);
  }
  return score;
}
