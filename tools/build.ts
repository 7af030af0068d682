// Bundles src/ into dist/. What stands under `dependencies` stays a package of its own and is loaded when needed;
// what stands under `devDependencies` and is imported (date-fns) is built in, so that it does not ship whole.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');
/** What is started: the program, and the process that recognises pictures. */
const ENTRIES = { main: 'src/main.ts', 'recogniser-process': 'src/reading/readers/picture/recogniser-process.ts' };
const packages = [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.optionalDependencies)];

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: ENTRIES,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: packages.flatMap((name) => [name, `${name}/*`]),
  logLevel: 'warning',
});
