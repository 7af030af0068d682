/**
 * Times the taking in of one large file and of many small ones against
 * `sha256sum f && cp f g && sync` on the same bytes: npm run bench:take-in [MiB] [files].
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const RUNS = 3;
const mebibytes = Number(process.argv[2] ?? 1024);
const files = Number(process.argv[3] ?? 10_000);
const bin = resolve(import.meta.dirname, '../../bin/kameng.js');
const folder = mkdtempSync(join(tmpdir(), 'kameng-bench-'));
const env = { ...process.env, KAMENG_HOME: join(folder, 'home') };
const PURCHASE = [
  '--dispute',
  'card_invalid',
  '--platform',
  'p',
  '--merchant',
  'm',
  '--product',
  'x',
  '--amount',
  '1',
  '--paid-at',
  '2026-11-01',
  '--order',
  'A1234',
];

function seconds(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

function compare(what: string, path: string, shell: string): void {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const name = `${what}-${run}.kameng`;
    seconds(process.execPath, [bin, 'new', '-y', ...PURCHASE, '--case', `./${name}`]);
    ours.push(seconds(process.execPath, [bin, 'add', path, '--no-read', '-q', '--json', '--case', name]));
    theirs.push(seconds('sh', ['-c', `${shell} && sync`]));
    rmSync(join(folder, name));
    rmSync(join(folder, 'copy'), { recursive: true, force: true });
  }
  console.log(
    `${what}: kameng add ${median(ours).toFixed(2)} s, sha256sum and cp ${median(theirs).toFixed(2)} s, ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
  );
}

try {
  const large = openSync(join(folder, 'large.bin'), 'w');
  for (let i = 0; i < mebibytes; i++) writeSync(large, randomBytes(1024 * 1024));
  closeSync(large);
  mkdirSync(join(folder, 'small'));
  for (let i = 0; i < files; i++) writeFileSync(join(folder, 'small', `${i}.bin`), randomBytes(20_480));
  seconds('sync', []);
  compare(`${mebibytes} MiB`, 'large.bin', 'sha256sum large.bin >/dev/null && cp large.bin copy');
  compare(`${files} x 20 KiB`, 'small', 'sha256sum small/* >/dev/null && cp -r small copy');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
