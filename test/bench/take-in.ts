/**
 * Times the taking in of one large file and of many small ones, whole commands, in turns with what others do with the
 * same bytes: sha256sum + cp + sync, restic backup, borg create; and `verify` against sha256sum.
 *
 * npm run bench:take-in [-- MiB] [files] [--long]. `--long` also takes in 8 GiB and compares the memory.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const RUNS = 3;
const { values, positionals } = parseArgs({ options: { long: { type: 'boolean' } }, allowPositionals: true });
const mebibytes = Number(positionals[0] ?? 1024);
const files = Number(positionals[1] ?? 10_000);
const bin = resolve(import.meta.dirname, '../../bin/kameng.js');
const folder = mkdtempSync(join(tmpdir(), 'kameng-bench-'));
/** Says at its end how much memory the process had at most. */
const TELL = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(2, 'maxrss ' + process.resourceUsage().maxRSS + '\\n'));`,
)}`;
const env = {
  ...process.env,
  KAMENG_HOME: join(folder, 'home'),
  RESTIC_PASSWORD: 'x',
  BORG_BASE_DIR: join(folder, 'borg-base'),
  BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK: 'yes',
};
const PURCHASE = [
  ['--dispute', 'card_invalid', '--platform', 'p', '--merchant', 'm', '--product', 'x', '--amount', '1'],
  ['--paid-at', '2025-11-01', '--order', 'A1234', '--demand', 'refund'],
].flat();

interface Run {
  seconds: number;
  mebibytes: number;
}

function run(command: string, args: readonly string[]): Run {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: ${stderr.slice(-500)}`);
  return { seconds, mebibytes: Number(/maxrss (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 };
}

const kameng = (...args: string[]): Run => run(process.execPath, ['--import', TELL, bin, ...args]);
const has = (command: string): boolean => !spawnSync(command, ['--version']).error;
const clear = (...names: string[]): void =>
  names.forEach((name) => rmSync(join(folder, name), { recursive: true, force: true }));
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

interface Way {
  name: string;
  prepare?: (what: string) => void;
  run: (what: string) => Run;
  clear: string[];
}

const WAYS: Way[] = [
  {
    name: 'kameng new',
    run: (what) => kameng('new', what, '-y', '-q', ...PURCHASE, '--case', './x.kameng'),
    clear: ['x.kameng'],
  },
  {
    name: 'sha256sum + cp + sync',
    run: (what) =>
      run('sh', ['-c', `find ${what} -type f -exec sha256sum {} + >/dev/null && cp -r ${what} copy && sync`]),
    clear: ['copy'],
  },
  {
    name: 'restic backup',
    prepare: () => void run('restic', ['init', '-q', '-r', 'restic']),
    run: (what) => run('restic', ['backup', '-q', '--no-cache', '-r', 'restic', what]),
    clear: ['restic'],
  },
  {
    name: 'borg create',
    prepare: () => void run('borg', ['init', '-e', 'none', 'borg']),
    run: (what) => run('borg', ['create', 'borg::a', what]),
    clear: ['borg'],
  },
];

/** Nothing waits for the disk, and the bytes are in memory: borg drops what it has read, and who comes next would pay. */
function startAlike(what: string): void {
  run('sync', []);
  run('sh', ['-c', `find ${what} -type f -exec cat {} + >/dev/null`]);
}

function compare(what: string, words: string): void {
  const ways = WAYS.filter(({ name }) => {
    const tool = name.split(' ')[0]!;
    const there = !['restic', 'borg'].includes(tool) || has(tool);
    if (!there) console.log(`${words}: ${tool} is not installed and not compared`);
    return there;
  });
  const times = new Map(ways.map(({ name }) => [name, [] as number[]]));
  let memory = 0;
  for (let i = 0; i < RUNS; i++)
    for (const way of ways) {
      way.prepare?.(what);
      startAlike(what);
      const ran = way.run(what);
      times.get(way.name)!.push(ran.seconds);
      memory = Math.max(memory, ran.mebibytes);
      clear(...way.clear);
    }
  const ours = median(times.get('kameng new')!);
  for (const [name, all] of times) {
    const ratio = name === 'kameng new' ? `${memory.toFixed(0)} MiB` : `ratio ${(ours / median(all)).toFixed(2)}`;
    console.log(
      `${words}: ${name} ${median(all).toFixed(2)} s (${all.map((one) => one.toFixed(1)).join(', ')}), ${ratio}`,
    );
  }
}

function compareVerify(what: string, words: string): void {
  kameng('new', what, '-y', '-q', ...PURCHASE, '--case', './x.kameng');
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < RUNS; i++) {
    ours.push(kameng('verify', '-q', '--case', './x.kameng').seconds);
    theirs.push(run('sha256sum', [what]).seconds);
  }
  console.log(
    `${words}: kameng verify ${median(ours).toFixed(2)} s, sha256sum ${median(theirs).toFixed(2)} s, ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
  );
  clear('x.kameng');
}

function makeLarge(name: string, size: number): void {
  const large = openSync(join(folder, name), 'w');
  for (let i = 0; i < size; i++) writeSync(large, randomBytes(1024 * 1024));
  closeSync(large);
}

try {
  makeLarge('large.bin', mebibytes);
  mkdirSync(join(folder, 'small'));
  for (let i = 0; i < files; i++) writeFileSync(join(folder, 'small', `${i}.bin`), randomBytes(20_480));
  run('sync', []);
  compare('large.bin', `${mebibytes} MiB`);
  compareVerify('large.bin', `${mebibytes} MiB`);
  compare('small', `${files} x 20 KiB`);
  if (values.long) {
    clear('large.bin', 'small');
    makeLarge('huge.bin', 8192);
    const { seconds, mebibytes: memory } = kameng('new', 'huge.bin', '-y', '-q', ...PURCHASE, '--case', './x.kameng');
    console.log(`8192 MiB: kameng new ${seconds.toFixed(2)} s, ${memory.toFixed(0)} MiB`);
    const verified = kameng('verify', '-q', '--case', './x.kameng');
    console.log(`8192 MiB: kameng verify ${verified.seconds.toFixed(2)} s, ${verified.mebibytes.toFixed(0)} MiB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
