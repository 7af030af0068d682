// Bundles src/ into dist/ as CommonJS, which Node loads faster than modules: each chunk by one read, built-in modules
// without the wrapper that evaluates all they hold. What stands under `dependencies` stays a package of its own and is
// loaded when needed; what stands under `devDependencies` and is imported is built in, so that it does not ship whole.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
/** What is started: the program, the process that recognises pictures, and the thread that reads files ahead. */
const ENTRIES = {
  main: 'src/main.ts',
  'recogniser-process': 'src/reading/readers/picture/recogniser-process.ts',
  'read-ahead-thread': 'src/clerk/intake/read-ahead-thread.ts',
};
const packages = [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.optionalDependencies)];

const isParsersOwn = (id: string, importer: string | undefined): boolean =>
  id === 'node:child_process' && (importer?.replaceAll('\\', '/').includes('/commander/') ?? false);

/** The parser can run commands as programs of their own; kameng has none, so the module for that is not loaded. */
const LAZY_CHILD_PROCESS: Plugin = {
  name: 'lazy-child-process',
  resolveId: (id, importer) => (isParsersOwn(id, importer) ? '\0lazy-child-process' : undefined),
  load: (id) =>
    id === '\0lazy-child-process'
      ? "export default { spawn: (...given) => process.getBuiltinModule('node:child_process').spawn(...given) };"
      : undefined,
};

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
    isBuiltin(id) ? !isParsersOwn(id, importer) : packages.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [LAZY_CHILD_PROCESS],
});
const { output } = await bundle.write({
  dir: DIST,
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
});
await bundle.close();
// What the second reader has learnt lies beside the program, as it lies beside the module that loads it.
copyFileSync(join(ROOT, 'src/reading/parts/parts-weights.bin'), join(DIST, 'parts-weights.bin'));
writeFileSync(join(DIST, 'LICENCES.txt'), licencesOf(output.filter((one) => one.type === 'chunk')));
