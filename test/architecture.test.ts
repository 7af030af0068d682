import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFiles as filesOf, WIDTH, wideLines } from '../tools/measure-house.ts';

const SRC = resolve(import.meta.dirname, '../src');

/** The rooms from the ground up; each may import those before it that are named, and itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  // Only the ids of what knowledge lists: the ways of paying.
  model: ['knowledge'],
  knowledge: ['model'],
  calendar: ['model', 'knowledge'],
  words: ['model', 'knowledge', 'calendar'],
  law: ['model', 'knowledge', 'calendar'],
  reading: ['model', 'knowledge', 'words'],
  casefile: ['model'],
  receive: ['model'],
  seal: ['model'],
  bag: ['model'],
  agreement: ['model', 'knowledge', 'words', 'reading'],
  letters: ['model', 'knowledge', 'calendar', 'words', 'law'],
  grounding: ['model', 'knowledge', 'words', 'law', 'letters'],
  papers: ['model', 'letters'],
  clerk: [
    'receive',
    'seal',
    'bag',
    'model',
    'knowledge',
    'calendar',
    'words',
    'law',
    'reading',
    'casefile',
    'agreement',
    'letters',
    'grounding',
    'papers',
  ],
  cli: ['model', 'knowledge', 'clerk'],
};

/** What is built of knowledge and belongs to the model: names of disputes, channels and documents, ways of paying. */
const NAMES = ['knowledge/built/names.ts', 'knowledge/built/paid-by.ts'];

/** Heavy or risky libraries, and the only places that load them. */
const ONLY_IN: readonly [RegExp, RegExp][] = [
  [/^better-sqlite3$/, /^casefile\//],
  [/^inquirer$/, /^cli\/prompter\.ts$/],
  [/^handlebars$/, /^letters\/template\//],
  [/^(?:paddleocr|onnxruntime-.*|@gutenye\/.*)/, /^reading\/readers\/picture\//],
  [/^(?:pdfmake|docx)/, /^papers\//],
  [/^@modelcontextprotocol\//, /^cli\/commands\/mcp\//],
  // The one room that listens, on one address of the local network and only when asked.
  [/^node:http$/, /^receive\/server\.ts$/],
  // Only for the list of roots that Node carries.
  [/^node:tls$/, /^seal\/roots\.ts$/],
  [/^node:(?:https|http2|net|dgram|dns)/, /^$/],
  [/^(?:pkijs|asn1js)$/, /^seal\//],
  [/^(?:age-encryption|yazl)$/, /^bag\//],
];

/** Ground floors touch nothing outside of themselves. */
const PURE = ['model', 'knowledge', 'calendar', 'words', 'law'];

interface Import {
  from: string;
  what: string;
  typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sourceFiles(path) : path.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const from = relative(SRC, path).replaceAll('\\', '/');
  const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g)];
  return found.map((match) => {
    const what = match[1] ?? match[2]!;
    return {
      from,
      what: what.startsWith('.') ? relative(SRC, resolve(dirname(path), what)).replaceAll('\\', '/') : what,
      typeOnly: /^\s*(?:import|export)\s+type\s/.test(match[0]),
    };
  });
}

const files = sourceFiles(SRC);
const imports = files.flatMap(importsOf);

describe('the house', () => {
  test('has files to look at', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test('imports run down', () => {
    const wrong = imports.filter(({ from, what }) => {
      if (!what.endsWith('.ts') || !from.includes('/')) return false;
      const [room, target] = [from.split('/')[0]!, what.split('/')[0]!];
      return room !== target && !MAY_IMPORT[room]?.includes(target);
    });
    expect(wrong).toEqual([]);
    const ofModel = imports.filter(({ from, what }) => from.startsWith('model/') && what.startsWith('knowledge/'));
    expect(new Set(ofModel.map(({ what }) => what))).toEqual(new Set(NAMES));
    expect(imports.filter(({ from }) => NAMES.includes(from))).toEqual([]);
  });

  test('heavy libraries are loaded in one place each', () => {
    const wrong = imports.filter(
      ({ from, what, typeOnly }) =>
        !typeOnly && ONLY_IN.some(([library, place]) => library.test(what) && !place.test(from)),
    );
    expect(wrong).toEqual([]);
  });

  test('only small libraries, and SQLite in its own folder, are loaded before they are needed', () => {
    const early = /^(?:commander|chalk|date-fns\/.*|zod|node:.*)$/;
    const eager = files.flatMap((path) => {
      const from = relative(SRC, path).replaceAll('\\', '/');
      const found = readFileSync(path, 'utf8').matchAll(/(?:^|\n)import (?!type\b)[^;]*?from '([^.'][^']*)'/g);
      return [...found].map((match) => ({ from, what: match[1]! }));
    });
    expect(
      eager.filter(
        ({ from, what }) =>
          !early.test(what) &&
          !(what === 'better-sqlite3' && from.startsWith('casefile/')) &&
          // A room that is itself loaded only when a timestamp is asked for.
          !from.startsWith('seal/'),
      ),
    ).toEqual([]);
  });

  test('the schemas of knowledge stay with the build: the program has their types', () => {
    const rooms = [...PURE.filter((room) => room !== 'knowledge'), 'knowledge/built', 'reading', 'agreement'];
    // `import { type … }` would still load the module, and with it the library that checks.
    const wrong = imports.filter(
      ({ from, what, typeOnly }) =>
        !typeOnly && what.startsWith('knowledge/schema/') && rooms.some((room) => from.startsWith(`${room}/`)),
    );
    expect(wrong).toEqual([]);
  });

  test('the rooms of rules touch no file, no clock and no database', () => {
    for (const path of files) {
      const room = relative(SRC, path).split(/[\\/]/)[0]!;
      if (!PURE.includes(room)) continue;
      const text = readFileSync(path, 'utf8');
      expect(
        text.match(/from 'node:(?:fs|path|os|child_process)[^']*'|Date\.now\(|new Date\(\)|process\./g),
        path,
      ).toBeNull();
    }
  });

  test('days and moments are reckoned in the model, by date-fns, function by function', () => {
    const own =
      /Date\.(?:parse|UTC)\(|\b[gs]etUTC|\b[gs]et(?:Hours|Date|Month|FullYear)\(|\.toISOString\(|new Date\((?!epochOf\()|\b86_?400|\b3_?600_?000\b|from 'date-fns'/g;
    for (const path of files) {
      if (path === join(SRC, 'model', 'carrier.ts')) continue;
      expect(readFileSync(path, 'utf8').match(own), path).toBeNull();
    }
  });

  // The formatter breaks no string and no pattern; those that are too long yet are counted, and may only become fewer.
  test(`no more lines are wider than ${WIDTH} columns than there were`, () => {
    expect(wideLines(filesOf(resolve(SRC, '..'), 'src')).length).toBeLessThanOrEqual(122);
  });

  test('nothing ends the process but the executable', () => {
    for (const path of files) expect(readFileSync(path, 'utf8').match(/process\.exit\b/g), path).toBeNull();
  });
});
