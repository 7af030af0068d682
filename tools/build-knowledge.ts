// Reads knowledge/, checks it, and writes src/knowledge/built. No program is built on knowledge that is wrong:
// every problem is named with its file and line, and nothing is left written.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { names } from './knowledge/names.ts';
import { KnowledgeSource } from './knowledge/source.ts';
import { type BuiltModule, moduleText } from './knowledge/subject.ts';
import { wallets } from './knowledge/wallets.ts';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'src/knowledge/built');
const pathOf = (module: BuiltModule): string => join(BUILT, `${module.name}.ts`);

function write(module: BuiltModule): void {
  const text = moduleText(module);
  // An unchanged file keeps its time, so that watchers and caches rest.
  if (!existsSync(pathOf(module)) || readFileSync(pathOf(module), 'utf8') !== text) writeFileSync(pathOf(module), text);
}

/** Puts the text of a module back as it was before this run. */
function putBack(module: BuiltModule, text: string | undefined): void {
  if (text === undefined) rmSync(pathOf(module));
  else writeFileSync(pathOf(module), text);
}

const source = new KnowledgeSource(join(ROOT, 'knowledge'));
const failed = (): boolean => source.problems.lines.length > 0;

mkdirSync(BUILT, { recursive: true });
// What the model is written in comes first: the schemas of all other knowledge import the model.
const first = [names, wallets].flatMap((subject) => subject(source));
const before = first.map((module) => (existsSync(pathOf(module)) ? readFileSync(pathOf(module), 'utf8') : undefined));
if (!failed()) {
  for (const module of first) write(module);
  const { SUBJECTS } = await import('./knowledge/subjects.ts');
  const modules = SUBJECTS.flatMap((subject) => subject(source));
  if (failed()) {
    for (const [i, module] of first.entries()) putBack(module, before[i]);
  } else {
    for (const module of modules) write(module);
    const kept = new Set([...first, ...modules].map((module) => `${module.name}.ts`));
    for (const name of readdirSync(BUILT)) if (!kept.has(name)) rmSync(join(BUILT, name));
  }
}
for (const problem of source.problems.lines) process.stderr.write(`${problem}\n`);
if (failed()) process.exitCode = 1;
