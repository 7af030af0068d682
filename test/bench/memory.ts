/**
 * npm run bench:memory [-- --pictures 80] [--seed 1] [--forms plain,shrunk,photographed,cropped,long]
 *
 * Renders pictures of a folder as a buyer has it, takes them in with `kameng new` and prints how much memory the program
 * and its recogniser had at most (the sum of both, from /proc, so on Linux only), and seconds a picture, of the clock and
 * of the processor.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Draw } from '../looks/draw.ts';
import { picturesOf, type Form } from '../looks/forms-of-pictures.ts';
import { Camera } from '../looks/render.ts';
import { disputeOf } from '../looks/screens.ts';
import { TRAIN } from '../looks/train.ts';

const { values: options } = parseArgs({
  options: {
    pictures: { type: 'string', default: '80' },
    seed: { type: 'string', default: '1' },
    forms: { type: 'string', default: 'plain,shrunk,photographed,cropped,long' },
  },
});
const forms = options.forms.split(',') as Form[];
const EVERY_MS = 50;
const bin = resolve(import.meta.dirname, '../../bin/kameng.js');
const folder = mkdtempSync(join(tmpdir(), 'kameng-bench-'));

async function render(count: number, into: string): Promise<void> {
  mkdirSync(into);
  const camera = await Camera.open();
  let made = 0;
  for (let i = 0; made < count; i++) {
    const draw = new Draw(Number(options.seed) * 100_003 + i);
    const { files } = await picturesOf(camera, draw, TRAIN, disputeOf(draw, TRAIN, ''), forms[i % forms.length]!);
    for (const bytes of files.slice(0, count - made)) writeFileSync(join(into, `${(made += 1)}.png`), bytes);
  }
  await camera.close();
}

/** Resident memory in MiB of a process and of all that it started. */
function residentOf(pid: number): number[] {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    );
    return [own, ...children.flatMap((child) => residentOf(Number(child)))];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/** Seconds that ended children of this process have computed; what else the machine does counts for nothing. */
function computed(): number {
  const times = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(times[13]) + Number(times[14])) / 100;
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

try {
  const count = Number(options.pictures);
  await render(count, join(folder, 'pictures'));
  const before = computed();
  const start = performance.now();
  const child = spawn(process.execPath, [bin, 'new', 'pictures', '-y', '-q', '--case', './x.kameng'], {
    cwd: folder,
    env: { ...process.env, KAMENG_HOME: join(folder, 'home') },
    stdio: 'ignore',
  });
  let most: number[] = [];
  const timer = setInterval(() => {
    const now = residentOf(child.pid!);
    if (sum(now) > sum(most)) most = now;
  }, EVERY_MS);
  await new Promise((done) => child.once('exit', done));
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  const parts = most.map((one) => one.toFixed(0)).join(' + ');
  console.log(`${count} pictures: ${sum(most).toFixed(0)} MiB at most (${parts})`);
  const cpu = (computed() - before) / count;
  console.log(
    `${seconds.toFixed(0)} s; a picture ${(seconds / count).toFixed(2)} s, of the processor ${cpu.toFixed(2)} s`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
