/**
 * Gives the program mutated files, options, templates, situations and strangers' cases, by the thousand:
 * npm run fuzz [-- 10000] [-- --seed N] [-- --at I].
 *
 * Each try is made from the seed and its number alone, so that `--at` makes it again. A try that ends in a bug, takes
 * five seconds of the processor, lets the process grow over a gibibyte, writes outside of its folder, or lets a
 * character through that steers a terminal is bad.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBag, makeRichCase, openDesk, printTable } from '../soak/desk.ts';

/** What a try says of itself. */
export interface Tried {
  at: number;
  what: string;
  cpuMs: number;
  /** The most memory that the process ever had, in mebibytes. */
  mebibytes: number;
  bad: string[];
}

const CPU_MS = 5_000;
/** On a busy machine five seconds of the processor take longer; what waits for ever still ends here. */
const WALL_MS = 60_000;
const MEBIBYTES = 1_024;
/** Tries of one process: what memory they leave behind is not held against the next. */
const EACH = 400;

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, at: { type: 'string' } },
  allowPositionals: true,
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const count = values.at === undefined ? Number(positionals[0] ?? 10_000) : 1;
const first = Number(values.at ?? 0);

const root = mkdtempSync(join(tmpdir(), 'fuzz-'));
const table = new Map<string, { tries: number; cpuMs: number; slowest: number; bad: number }>();
const words: string[] = [];
let most = 0;

function note({ at, what, cpuMs, mebibytes, bad }: Tried): void {
  const row = table.get(what) ?? { tries: 0, cpuMs: 0, slowest: 0, bad: 0 };
  table.set(what, row);
  row.tries += 1;
  row.cpuMs += cpuMs;
  row.slowest = Math.max(row.slowest, cpuMs);
  most = Math.max(most, mebibytes);
  const all = [...bad];
  if (cpuMs > CPU_MS) all.push(`took ${(cpuMs / 1000).toFixed(1)} s`);
  if (mebibytes > MEBIBYTES) all.push(`the process grew to ${mebibytes} MiB`);
  if (all.length > 0) row.bad += 1;
  words.push(...all.map((word) => `${what}, --seed ${seed} --at ${at}: ${word.slice(0, 600)}`));
}

/** What is mutated beside files: a case, and a bag of it. */
interface Made {
  base: string;
  bag: string;
}

/** Lets one process try from a number on. @returns the number of the first that it did not come to */
function tryFrom(from: number, made: Made, worker: number): Promise<number> {
  return new Promise((done) => {
    let at = from;
    let what = 'unknown';
    let timer: NodeJS.Timeout;
    const end = Math.min(from + EACH, first + count);
    const child: ChildProcess = fork(
      join(import.meta.dirname, 'tries.ts'),
      [String(seed), String(from), String(end), root, made.base, made.bag, String(worker)],
      {
        execArgv: ['--no-warnings', `--max-old-space-size=${MEBIBYTES * 2}`],
      },
    );
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), WALL_MS);
    };
    watch();
    child.on('message', (message: Tried | { begins: string; at: number }) => {
      watch();
      if ('begins' in message) [what, at] = [message.begins, message.at];
      else {
        note(message);
        at = message.at + 1;
      }
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return done(end);
      note({
        at,
        what,
        cpuMs: 0,
        mebibytes: 0,
        bad: [signal ? `hung for ${WALL_MS / 1000} s` : `the process died with ${code}`],
      });
      done(at + 1);
    });
  });
}

try {
  console.log(`fuzz: ${count} tries, seed ${seed}`);
  const start = performance.now();
  const desk = openDesk(join(root, 'base'));
  const base = await makeRichCase(desk, 'base.kameng');
  const made = { base, bag: await makeBag(desk, base) };
  // Two processes at a time, each with a stretch of the numbers.
  const starts = Array.from({ length: Math.ceil(count / EACH) }, (_, i) => first + i * EACH);
  const one = async (worker: number): Promise<void> => {
    for (let from = starts.shift(); from !== undefined; from = starts.shift()) {
      const stretchEnd = Math.min(from + EACH, first + count);
      for (let at = from; at < stretchEnd;) at = await tryFrom(at, made, worker);
    }
  };
  await Promise.all([one(1), one(2)]);
  printTable([
    ['what', 'tries', 'mean ms', 'slowest ms', 'bad'],
    ...[...table]
      .toSorted()
      .map(([what, row]) => [what, row.tries, Math.round(row.cpuMs / row.tries), Math.round(row.slowest), row.bad]),
  ]);
  console.log(`  at most ${most} MiB, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  for (const word of words) console.log(`    ${word}`);
  console.log(words.length === 0 ? 'fuzz: nothing bad' : `fuzz: ${words.length} BAD`);
  process.exitCode = words.length === 0 ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
