import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { MIGRATIONS, APPLICATION_ID, PAGE_SIZE, SCHEMA_VERSION } from '../../src/casefile/schema.ts';
import { JOURNALLED } from '../../src/casefile/journal.ts';
import { CATEGORIES, KINDS } from '../../src/model/evidence.ts';
import { CHANNELS, DEMANDS, DISPUTES } from '../../src/model/dispute.ts';
import { EXIT } from '../../src/model/errors.ts';
import { openDesk } from '../support/kameng.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const program = createProgram(async () => {});
const commands = program.commands.map((command) => command.name());

test.each(['README.md', 'README.en.md'])('%s names every command, and none that is not there', (name) => {
  const text = read(name);
  for (const command of commands)
    expect(text.includes(`\`kameng ${command}`) || text.includes(`\`${command}\``), command).toBe(true);
  for (const [, word] of text.matchAll(/`kameng ([a-z]+)/g)) expect(commands, word).toContain(word);
});

test.each(['README.md', 'README.en.md'])('%s gives every exit code', (name) => {
  const line =
    read(name)
      .split('\n')
      .find((one) => /^(?:退出码|Exit codes)/.test(one)) ?? '';
  const block = read(name).slice(read(name).indexOf(line)).split('\n\n')[0]!;
  expect(
    [...block.matchAll(/\b(\d{1,3})\b/g)]
      .map((match) => Number(match[1]))
      .filter((code) => code !== 12315)
      .toSorted((a, b) => a - b),
  ).toEqual(Object.values(EXIT).toSorted((a, b) => a - b));
});

test('the README gives the demo and the test command on its first screen, and they are scripts', () => {
  for (const name of ['README.md', 'README.en.md']) {
    const first = read(name).split('\n').slice(0, 45).join('\n');
    expect(first).toContain('npm ci && npm run demo');
    expect(first).toContain('npm ci && npm test');
  }
  expect(Object.keys(JSON.parse(read('package.json')).scripts)).toEqual(expect.arrayContaining(['demo', 'test']));
});

test('every script that a document names is one', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
  for (const name of ['README.md', 'README.en.md', 'CONTRIBUTING.md', 'docs/architecture.md', ...decisions]) {
    for (const [, script] of read(name).matchAll(/npm run\s+([a-z:-]*[a-z])/g))
      expect(
        scripts.some((one) => one === script || one.startsWith(`${script}:`)),
        `${name}: ${script}`,
      ).toBe(true);
  }
});

test('every place that the glossary and the architecture name exists', () => {
  for (const name of ['docs/glossary.md', 'docs/architecture.md']) {
    for (const [, path] of read(name).matchAll(/`((?:src|templates|test|docs)\/[^`]*)`/g))
      expect(existsSync(join(root, path!)), path).toBe(true);
  }
  expect(read('docs/architecture.md').split('\n').length).toBeLessThan(150);
});

test('every place that a decision names exists, and every decision is in the list', () => {
  const names = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d\d-/.test(name));
  expect(names.length).toBeGreaterThan(5);
  const list = read('docs/decisions/README.md');
  for (const name of names) {
    const text = read(`docs/decisions/${name}`);
    expect(list, name).toContain(`](${name})`);
    expect(text, name).toMatch(/^# \d\d [^]+\*\*Context\.\*\* [^]+\*\*Decision\.\*\* [^]+\*\*What it costs\.\*\* /);
    for (const [, place] of text.matchAll(/`((?:src|test|docs|knowledge)(?:\/[^`]*)?)`/g)) {
      if (!place!.includes('built')) expect(existsSync(join(root, place!)), `${name}: ${place}`).toBe(true);
    }
  }
});

test('the glossary has every word of the types that are shown', () => {
  const glossary = read('docs/glossary.md');
  for (const { label } of Object.values(CATEGORIES))
    if (label !== CATEGORIES.other.label) expect(glossary).toContain(label);
});

test('the format page says what the schema is', () => {
  const page = read('docs/case-file.md');
  expect(page).toContain(`0x${APPLICATION_ID.toString(16).toUpperCase()}`);
  expect(page).toContain(PAGE_SIZE.toLocaleString('en'));
  expect(page).toContain(`now ${SCHEMA_VERSION},`);
  const tables = MIGRATIONS.flatMap((migration) =>
    [...migration.sql.matchAll(/CREATE TABLE (\w+)/g)].map((match) => match[1]!),
  );
  for (const table of tables) expect(page, table).toContain(`\`${table}\``);
  for (const table of Object.keys(JOURNALLED)) expect(tables).toContain(table);
  expect(tables.filter((table) => !(table in JOURNALLED)).toSorted()).toEqual(['chunks', 'journal']);
});

test('every dispute, demand, channel and kind can be said on the command line, and help says so', () => {
  const desk = openDesk();
  const help = ['new', 'add', 'letter', 'followup']
    .map((command) => desk.run([command, '--help']).stdout.replaceAll(/\s+/g, ''))
    .join('');
  for (const id of [
    ...Object.keys(DISPUTES),
    ...Object.keys(DEMANDS),
    ...Object.keys(CHANNELS),
    ...Object.keys(KINDS),
    ...Object.keys(CATEGORIES),
  ]) {
    expect(help, id).toContain(id);
  }
});

test('the journal check that the format page prints agrees with the program', () => {
  const script = /```python\n([\s\S]*?)```/.exec(read('docs/case-file.md'))?.[1];
  expect(script).toContain('hashlib.sha256');
  expect(script).toContain('"\\n".join([prev, str(seq), at, action, entry])');
});
