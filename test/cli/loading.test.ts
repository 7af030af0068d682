import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCaseFile } from '../../src/casefile/open-case.ts';
import { temporaryFolder } from '../support/folder.ts';
import { BIN, type Desk, openDesk } from '../support/kameng.ts';

const DIST = resolve(BIN, '../../dist');
const SAY_LOADED = resolve(import.meta.dirname, '../support/say-loaded.cjs');
/** What a command that only looks has no use for, and what takes long. */
const SLOW = [
  'crypto',
  'child_process',
  'readline',
  'fs/promises',
  'zlib',
  'http',
  'worker_threads',
  'stream',
  'perf_hooks',
];

interface Loaded {
  /** The files of the program, without the mark of their build. */
  chunks: string[];
  /** The kilobytes of those that are not for all or for every look at a case. */
  ownKilobytes: number;
  packages: string[];
  slow: string[];
}

/** A desk with a case that was looked at once: the first look holds its rows against its journal. */
function deskWithCase(): Desk {
  const desk = openDesk();
  mkdirSync(desk.env['KAMENG_HOME']!);
  createCaseFile(join(desk.env['KAMENG_HOME']!, 'a.kameng'), '标题甲', () => desk.now).close();
  expect(desk.run(['status']).status).toBe(0);
  return desk;
}

function loadedBy(desk: Desk, ...words: string[]): Loaded {
  const said = join(temporaryFolder(), 'loaded.json');
  const ran = spawnSync(process.execPath, ['--require', SAY_LOADED, BIN, ...words], {
    cwd: desk.cwd,
    env: { ...desk.env, SAY_LOADED: said },
    encoding: 'utf8',
  });
  // `check` says by its code what a complaint still lacks.
  expect(ran.status, ran.stderr).toBeOneOf([0, 3]);
  const { files, builtIn } = JSON.parse(readFileSync(said, 'utf8')) as { files: string[]; builtIn: string[] };
  const packages = files.flatMap((file) => file.split(`${sep}node_modules${sep}`)[1]?.split(sep)[0] ?? []);
  const chunks = files
    .filter((file) => file.startsWith(DIST + sep) && basename(file) !== 'start.cjs')
    .map((file) => ({
      name: file.slice(DIST.length + 1).replace(/(?:-[\w-]{8})?\.cjs$/, ''),
      size: statSync(file).size,
    }))
    .filter(({ name }) => name !== 'rolldown-runtime');
  const own = chunks.filter(({ name }) => !['main', 'begin', 'case'].includes(name));
  return {
    chunks: chunks.map(({ name }) => name).toSorted(),
    ownKilobytes: Math.round(own.reduce((sum, { size }) => sum + size, 0) / 1_000),
    packages: [...new Set(packages)],
    slow: SLOW.filter((name) => builtIn.includes(name)),
  };
}

describe('what a command loads', () => {
  test('the version: nothing', () => {
    expect(loadedBy(openDesk(), '--version')).toMatchObject({ chunks: [], packages: [], slow: [] });
  });

  test.each([['--help'], ['status --help'], ['letter --help']])('%s: what all have', (line) => {
    expect(loadedBy(openDesk(), ...line.split(' '))).toMatchObject({
      chunks: ['begin', 'main'],
      packages: [],
      slow: [],
    });
  });

  test('status: that and what a look at a case needs, in one file', () => {
    expect(loadedBy(deskWithCase(), 'status')).toMatchObject({
      chunks: ['begin', 'case', 'main'],
      packages: [],
      slow: [],
    });
  });

  test.each([
    ['facts', 50],
    ['route', 25],
    ['check', 40],
    ['timeline', 20],
    ['due', 100],
    ['evidence', 160],
  ])('%s: of the rest at most %i kB, and no library', (command, most) => {
    const { chunks, ownKilobytes, packages, slow } = loadedBy(deskWithCase(), command);
    expect(ownKilobytes, chunks.join(' ')).toBeLessThanOrEqual(most);
    expect(packages).toEqual([]);
    expect(slow).toEqual([]);
  });

  test('what all have and what a look needs is plain letters: a single other one makes all of them two bytes', () => {
    const together = readdirSync(DIST).filter((name) => /^(?:begin|case)-/.test(name));
    expect(together).toHaveLength(2);
    for (const name of together) expect(readFileSync(join(DIST, name), 'utf8').match(/[^\0-\x7f]+/)).toBeNull();
  });

  test('what is imported late is imported by who loads the program, since Node warns of a script that does', () => {
    const BY_LOADER = '(require.import ?? ((id) => import(id)))';
    const texts = readdirSync(DIST)
      .filter((name) => name.endsWith('.cjs') && name !== 'start.cjs')
      .map((name) => readFileSync(join(DIST, name), 'utf8'));
    expect(texts.filter((text) => text.includes(BY_LOADER)).length).toBeGreaterThan(10);
    for (const text of texts) expect(text.replaceAll(BY_LOADER, '').match(/(?<![\w$.])import\(.{0,60}/)).toBeNull();
  });
});
