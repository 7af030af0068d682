import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const HEAVY = ['sharp', 'pdfmake', 'docx', 'heic-decode'];

/** What a fresh process has loaded after importing the modules, as addresses of files. */
function loadedBy(modules: readonly string[]): string[] {
  const addresses = modules.map((name) => pathToFileURL(join(import.meta.dirname, '../../src/papers', name)).href);
  const script = `
    import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ load(url, context, next) { seen.push(url); return next(url, context); } });
    for (const address of ${JSON.stringify(addresses)}) await import(address);
    console.log(JSON.stringify(seen));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }),
  ) as string[];
}

it('loads no heavy library before something is rendered', () => {
  const loaded = loadedBy([
    'pdf/pdf.ts',
    'docx/docx.ts',
    'catalogue/catalogue.ts',
    'redact/picture.ts',
    'redact/picture-list.ts',
    'sha-list.ts',
  ]);
  expect(loaded.some((url) => url.endsWith('/pdf/blocks.ts'))).toBe(true);
  expect(loaded.filter((url) => HEAVY.some((name) => url.includes(`/node_modules/${name}/`)))).toEqual([]);
});
