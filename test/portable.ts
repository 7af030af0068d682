/**
 * Makes the archive of `npm run portable`, unpacks it where people put such things, and uses it with nothing else of
 * this computer: no path to a Node, no settings. Prints what it weighs and what ran: npm run test:portable.
 *   npm run test:portable [-- --archive FILE]   tries one that is already made, for this platform
 */
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '..');
/** A picture of the example with the number of its order on it. */
const PICTURES = join(ROOT, 'docs/example');
const ORDER = 'QK2026110919581177';

const { values } = parseArgs({ options: { archive: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'kameng portable '));

function makeArchive(): string {
  const made = join(folder, 'made');
  execFileSync(process.execPath, [join(ROOT, 'tools/portable.ts'), '--out', made], { stdio: 'inherit' });
  return join(
    made,
    readdirSync(made).find((name) => /\.(?:zip|tar\.xz)$/.test(name))!,
  );
}

function unpack(archive: string): string {
  const to = join(folder, '我的 下载');
  mkdirSync(to);
  // The `tar` of Windows opens a ZIP, too.
  execFileSync('tar', ['-xf', archive, '-C', to], { stdio: 'inherit' });
  return join(to, readdirSync(to)[0]!);
}

/** Runs the starter as somebody does who has nothing installed. */
function start(program: string, args: readonly string[]): SpawnSyncReturns<string> {
  const windows = process.platform === 'win32';
  const env = { KAMENG_HOME: join(folder, '案卷 夹'), ...(windows ? { SystemRoot: process.env['SystemRoot'] } : {}) };
  const quoted = (text: string): string => (windows ? `"${text}"` : text);
  return spawnSync(quoted(join(program, windows ? 'kameng.cmd' : 'kameng')), args.map(quoted), {
    cwd: folder,
    encoding: 'utf8',
    env,
    shell: windows,
  });
}

function tryIt(program: string): void {
  const must = (what: string, holds: (ran: SpawnSyncReturns<string>) => boolean, ...args: string[]): void => {
    const began = performance.now();
    const ran = start(program, args);
    if (ran.status !== 0 || !holds(ran)) throw new Error(`${what}: ${ran.status}\n${ran.stdout}${ran.stderr}`);
    console.log(`kameng ${args[0]}: ${what} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  };
  const readsOrder = (ran: SpawnSyncReturns<string>): boolean => JSON.parse(ran.stdout).facts.orderNo.value === ORDER;
  const isPdf = (ran: SpawnSyncReturns<string>): boolean =>
    (JSON.parse(ran.stdout).files as string[]).some(
      (path) => path.endsWith('.pdf') && readFileSync(resolve(folder, path)).subarray(0, 5).toString() === '%PDF-',
    );
  must('tells its version', ({ stdout }) => stdout.trim() === packageJson.version, '--version');
  must(
    'reads the order number off pictures',
    readsOrder,
    'new',
    PICTURES,
    '-y',
    '--json',
    '--case',
    './我的 案卷.kameng',
  );
  must('writes a letter as PDF', isPdf, 'letter', '--to', 'platform', '-y', '--json', '--format', 'pdf');
  must('finds the case whole', ({ status }) => status === 0, 'verify');
}

try {
  const archive = values.archive === undefined ? makeArchive() : resolve(values.archive);
  console.log(`${archive}: ${(statSync(archive).size / 1_000_000).toFixed(1)} MB`);
  const program = unpack(archive);
  console.log(`unpacked as ${program}`);
  tryIt(program);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
