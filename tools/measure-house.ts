/**
 * npm run measure [-- CHECKOUT…]
 *
 * Prints how a house stands, one column for each checkout (this one when none is named): files and their lines,
 * lines too wide, folders, circles of imports, tests. Made to be held side by side before and after a change.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import stringWidth from 'fast-string-width';

/** The width of the formatter, in columns; a Chinese character takes two. */
export const WIDTH = 120;

export interface SourceFile {
  /** From the checkout, with `/`. */
  path: string;
  lines: string[];
}

/** The TypeScript files under a folder of a checkout; what is generated is left out. */
export function sourceFiles(checkout: string, folder: string): SourceFile[] {
  const root = join(checkout, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('/knowledge/built/'))
    .toSorted()
    .map((path) => ({ path, lines: readFileSync(join(checkout, path), 'utf8').replace(/\n$/, '').split('\n') }));
}

/** Lines that do not fit into the width, as `path:line`. */
export function wideLines(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, i) => (stringWidth(line) > WIDTH ? [`${path}:${i + 1}`] : [])),
  );
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g;

function importsOf(file: SourceFile): string[] {
  return [...file.lines.join('\n').matchAll(IMPORT)].map((match) =>
    relative('.', resolve(dirname(file.path), match[1] ?? match[2]!)).replaceAll('\\', '/'),
  );
}

/** Groups of files that reach each other through their imports, those of types and the late ones counted (Tarjan). */
export function circles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map((file) => [file.path, importsOf(file)]));
  const seen = new Map<string, { index: number; low: number }>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): { index: number; low: number } => {
    const place = { index: seen.size, low: seen.size };
    seen.set(path, place);
    open.push(path);
    for (const target of targets.get(path)!) {
      if (!targets.has(target)) continue;
      const known = seen.get(target);
      if (!known) place.low = Math.min(place.low, visit(target).low);
      else if (open.includes(target)) place.low = Math.min(place.low, known.index);
    }
    if (place.low === place.index) {
      const group = open.splice(open.indexOf(path));
      if (group.length > 1 || targets.get(path)!.includes(path)) found.push(group.toSorted());
    }
    return place;
  };
  for (const path of targets.keys()) if (!seen.has(path)) visit(path);
  return found;
}

/** The folder with the most files lying in it directly. */
function fullestFolder(files: readonly SourceFile[]): [folder: string, count: number] {
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]!;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The value below which this share of the sorted numbers lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

function measure(checkout: string): [label: string, value: string][] {
  const source = sourceFiles(checkout, 'src');
  const tests = sourceFiles(checkout, 'test');
  const byLength = source.toSorted((a, b) => a.lines.length - b.lines.length);
  const lengths = byLength.map(({ lines }) => lines.length);
  const longest = byLength.at(-1)!;
  const wide = wideLines(source);
  const widest = Math.max(...source.flatMap(({ lines }) => lines.map((line) => stringWidth(line))));
  const [folder, count] = fullestFolder(source);
  const groups = circles(source);
  const testLines = sum(tests.map(({ lines }) => lines.length));
  return [
    ['source files', `${source.length}`],
    ['source lines', `${sum(lengths)}`],
    ['median file', `${quantile(lengths, 0.5)} lines`],
    ['95 of 100 files', `${quantile(lengths, 0.95)} lines at most`],
    ['longest file', `${longest.lines.length} ${longest.path}`],
    [`lines over ${WIDTH} columns`, `${wide.length} in ${new Set(wide.map((at) => at.split(':')[0])).size} files`],
    ['widest line', `${widest} columns`],
    ['fullest folder', `${count} ${folder}`],
    ['circles, types counted', `${groups.length}${groups.map((group) => ` (${group.join(' ')})`).join('')}`],
    ['test files', `${tests.length}`],
    ['test lines a source line', (testLines / sum(lengths)).toFixed(2)],
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const checkouts = process.argv.length > 2 ? process.argv.slice(2) : [join(import.meta.dirname, '..')];
  for (const checkout of checkouts) {
    console.log(`\n${basename(resolve(checkout))}`);
    for (const [label, value] of measure(resolve(checkout))) console.log(`  ${label.padEnd(26)}${value}`);
  }
}
