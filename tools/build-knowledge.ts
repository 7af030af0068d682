// Reads knowledge/, checks it, and writes src/knowledge/built. No program is built on knowledge that is wrong:
// every problem is named with its file and line, and nothing is written.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerWords } from './knowledge/answer-words.ts';
import { calendar } from './knowledge/calendar.ts';
import { law } from './knowledge/law.ts';
import { sentences } from './knowledge/sentences.ts';
import { lint } from './knowledge/lint.ts';
import { lintSentences } from './knowledge/lint-sentences.ts';
import { pages } from './knowledge/pages.ts';
import { KnowledgeSource } from './knowledge/source.ts';
import { moduleText, type Subject } from './knowledge/subject.ts';
import { wallets } from './knowledge/wallets.ts';

const SUBJECTS: readonly Subject[] = [answerWords, calendar, law, lint, lintSentences, pages, sentences, wallets];

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'src/knowledge/built');

const source = new KnowledgeSource(join(ROOT, 'knowledge'));
const modules = SUBJECTS.flatMap((subject) => subject(source));
for (const problem of source.problems.lines) process.stderr.write(`${problem}\n`);
if (source.problems.lines.length > 0) {
  process.exitCode = 1;
} else {
  mkdirSync(BUILT, { recursive: true });
  const names = new Set(modules.map((module) => `${module.name}.ts`));
  for (const name of readdirSync(BUILT)) if (!names.has(name)) rmSync(join(BUILT, name));
  for (const module of modules) {
    const path = join(BUILT, `${module.name}.ts`);
    const text = moduleText(module);
    // An unchanged file keeps its time, so that watchers and caches rest.
    if (!readdirSync(BUILT).includes(`${module.name}.ts`) || readFileSync(path, 'utf8') !== text)
      writeFileSync(path, text);
  }
}
