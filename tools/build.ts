// Bundles src/ into dist/ as CommonJS, which Node loads faster than modules: each chunk by one read, built-in modules
// without the wrapper that evaluates all they hold. What stands under `dependencies` stays a package of its own and is
// loaded when needed; what stands under `devDependencies` and is imported is built in, so that it does not ship whole.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import packageJson from '../package.json' with { type: 'json' };
import { sqliteModule } from './built-in-sqlite.ts';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
/** What is started: the program and what loads it, also in a thread; the process that recognises pictures, and the threads that help it. */
const ENTRIES = {
  start: 'src/start.ts',
  main: 'src/main.ts',
  'recogniser-process': 'src/reading/readers/picture/recogniser-process.ts',
  thread: 'src/thread.ts',
  'read-ahead-thread': 'src/clerk/intake/read-ahead-thread.ts',
  'lines-thread': 'src/clerk/cases/lines-thread.ts',
};
const SQLITE = 'better-sqlite3';
const packages = [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.optionalDependencies)].filter(
  (name) => name !== SQLITE,
);

/** The file of one of ours, or of a package that is built in, as it is on every system. */
const ownPath = (id: string): string => id.replaceAll('\\', '/');

/**
 * Built-in modules that take milliseconds to load and that most commands name but do not come to use: each is loaded
 * when one of its functions is first called. What is no function is not there, so that the build fails over it.
 */
const LATE = ['node:child_process', 'node:crypto', 'node:tty'];

async function lateModule(id: string): Promise<string> {
  const whole = (await import(id)) as Record<string, unknown>;
  const names = Object.keys(whole).filter((name) => /^[a-z]/.test(name) && typeof whole[name] === 'function');
  const functions = names.map(
    (name) => `export const ${name} = (...given) => process.getBuiltinModule('${id}').${name}(...given);`,
  );
  return `${functions.join('\n')}\nexport default { ${names.join(', ')} };`;
}

/** A built-in module that a package imports whole would be copied, member by member: it gets the module itself. */
const wholeModule = (id: string): string => `export default process.getBuiltinModule('${id}');`;

/** Who colours says where; that the library finds out for itself what a terminal can show is not needed. */
const NO_GUESSED_COLOURS = 'export default { stdout: false, stderr: false };';

const IN_PLACE = '\0in-place:';
const isFromPackage = (importer: string | undefined): boolean => ownPath(importer ?? '').includes('/node_modules/');
/** Of the built-in modules the packages import these by their default export. */
const isWhole = (id: string, importer: string | undefined): boolean =>
  isFromPackage(importer) && ['node:fs', 'node:path', 'node:process'].includes(id);

/** What stands in the place of modules that would be loaded for nothing. */
const IN_THEIR_PLACE: Plugin = {
  name: 'in-their-place',
  resolveId: (id, importer) =>
    LATE.includes(id) || id === '#supports-color' || id === SQLITE || isWhole(id, importer)
      ? `${IN_PLACE}${id}`
      : undefined,
  load(id) {
    if (!id.startsWith(IN_PLACE)) return undefined;
    const module = id.slice(IN_PLACE.length);
    if (module === '#supports-color') return NO_GUESSED_COLOURS;
    if (module === SQLITE) return sqliteModule(ROOT);
    return LATE.includes(module) ? lateModule(module) : wholeModule(module);
  },
};

/**
 * A script that the program's own loader makes may not import without a warning: it asks that one, which may. Threads,
 * which Node loads, import as they are.
 */
const IMPORTED_BY_LOADER: Plugin = {
  name: 'imported-by-loader',
  renderChunk: (code, { name }) =>
    name === 'start' ? code : code.replaceAll(/(?<![\w$.])import\((?=")/g, '(require.import ?? ((id) => import(id)))('),
};

/**
 * Tables of knowledge are handed to the engine as text that it parses: the same in a program takes it twice as long,
 * since each row is made by a step of its own.
 */
const KNOWLEDGE_AS_TEXT: Plugin = {
  name: 'knowledge-as-text',
  transform: {
    filter: { id: /[\\/]knowledge[\\/]built[\\/]/ },
    handler: (code) =>
      code.replaceAll(
        /^(export const \w+)(?:: .+)? = ([[{]\n[^]*?\n[\]}])(?: as const)?;$/gm,
        (_, name: string, value: string) =>
          `${name} = JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(value)))});`,
      ),
  },
};

const GIVEN =
  /^Object\.defineProperty\(exports, ['"](\w+)['"], \{\s+enumerable: true,\s+get: function ?\(\) \{\s+return ([\w$]+);?\s+\}\s+\}\);$/gm;
/**
 * What a file gives to others it gives at its end, and it stays what it is, but for a `let`: as a value, where the
 * bundler writes a function for each, to be made at every start and called at every use.
 */
const GIVEN_AS_VALUES: Plugin = {
  name: 'given-as-values',
  renderChunk(code) {
    const changing = new Set([...code.matchAll(/^let ([\w$]+)/gm)].map(([, name]) => name));
    return code.replaceAll(GIVEN, (getter, name: string, value: string) =>
      changing.has(value) ? getter : `exports.${name} = ${value};`,
    );
  },
};

/**
 * What is loaded together is one file, since to find and read a file takes as long as to run what is in it. `begin` is
 * what every command needs; `case` what it takes to open a case and say how it stands, which almost all do. With these
 * goes what they import.
 */
const TOGETHER = [
  { name: 'begin', of: ['main', 'clerk/files/left-behind'] },
  { name: 'case', of: ['clerk/cases/home', 'clerk/cases/open-case', 'cli/commands/status/run'] },
].map(({ name, of }, i, { length }) => ({
  name,
  test: (id: string) => of.some((module) => ownPath(id) === `${ownPath(ROOT)}/src/${module}.ts`),
  priority: length - i,
}));

/** The licences of what is built in, as they ask for. */
function licencesOf(chunks: readonly OutputChunk[]): string {
  const folders = new Set<string>();
  for (const id of chunks.flatMap(({ moduleIds }) => moduleIds)) {
    const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'));
    if (found) folders.add(found[1]!);
  }
  return [...folders]
    .toSorted()
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
        string,
        string
      >;
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      if (file === undefined) throw new Error(`${name} has no licence file`);
      return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

rmSync(DIST, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: ROOT,
  input: ENTRIES,
  platform: 'node',
  tsconfig: false,
  transform: { target: 'node22' },
  external: (id, importer) =>
    isBuiltin(id)
      ? !LATE.includes(id) && !isWhole(id, importer)
      : packages.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [IN_THEIR_PLACE, KNOWLEDGE_AS_TEXT, IMPORTED_BY_LOADER, GIVEN_AS_VALUES],
});
const { output } = await bundle.write({
  dir: DIST,
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  codeSplitting: { groups: TOGETHER },
  // Text of one byte a letter is read and handed to the engine without being looked at.
  charset: 'ascii',
  // What licences ask for is in LICENCES.txt.
  comments: false,
});
await bundle.close();
// What the second reader and the judge of sentences have learnt lies beside the program, as it lies beside the modules
// that load it.
for (const learnt of ['parts/parts-weights.bin', 'troubles/trouble-weights.bin'])
  copyFileSync(join(ROOT, 'src/reading', learnt), join(DIST, basename(learnt)));
writeFileSync(join(DIST, 'LICENCES.txt'), licencesOf(output.filter((one) => one.type === 'chunk')));
