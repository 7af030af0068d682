import { readFileSync, writeFileSync } from 'node:fs';
import { ANSWER_SENTENCES } from '../../src/knowledge/built/answer-sentences.ts';
import { LABELS } from '../../src/knowledge/built/labels.ts';
import { PAGE_NAMES } from '../../src/knowledge/built/page-names.ts';

/** What the second reader learns out of the tables of knowledge/. */
interface Tables {
  /** Words of labels by what they mean. */
  labels: Record<string, string[]>;
  platforms: string[];
  said: string[];
}

const FILE = new URL('./tables.json', import.meta.url);

/**
 * The tables as they were when its weights were learnt: a label that is written down later would draw other screens,
 * and nobody could make the weights again.
 */
export const learntTables = (): Tables => JSON.parse(readFileSync(FILE, 'utf8')) as Tables;

const isHan = (word: string): boolean => /^[\u3400-\u9fffA-Za-z]{2,8}$/.test(word) && /[\u3400-\u9fff]/.test(word);
const LONGEST_SAID = 25;

/** Takes the tables as they are now for a new training. */
export function takeTables(): void {
  const labels: Tables['labels'] = {};
  for (const { means, words } of LABELS) (labels[means] ??= []).push(...words.filter(isHan));
  const tables: Tables = {
    labels,
    platforms: PAGE_NAMES.platforms.known.filter((name) => /^[\p{L}\d]{2,8}$/u.test(name)),
    said: ANSWER_SENTENCES.map(([, sentence]) => sentence).filter((one) => one.length <= LONGEST_SAID),
  };
  writeFileSync(FILE, `${JSON.stringify(tables, null, 2)}\n`);
}
