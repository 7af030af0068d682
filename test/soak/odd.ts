/** What else goes wrong around a case: the clock, other processes, and files that are no files. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { digest, examine, layFiles, openDesk, printTable, PURCHASE, run, type Desk } from './desk.ts';
import type { Setting } from './commands.ts';

interface Odd {
  name: string;
  /** @returns what is bad */
  try(desk: Desk, path: string): Promise<string[]>;
}

/** Nothing hangs that long. */
const HANGS_MS = 20_000;

const isSaid = (what: string, ran: { status: number | null; signal: string | null; stderr: string }): string[] =>
  ran.status === 1 && ran.stderr.includes('kameng: ')
    ? []
    : [`${what} ends with ${ran.status ?? ran.signal}: ${ran.stderr.slice(0, 300)}`];

const is = (good: boolean, otherwise: string): string[] => (good ? [] : [otherwise]);

const shaOf = (kept: ReadonlySet<string>): string[] => [...kept].filter((one) => one.startsWith('exhibit '));

const ODD: Odd[] = [
  {
    name: '20 processes on one case',
    async try(desk, path) {
      for (let i = 0; i < 20; i++) writeFileSync(join(desk.cwd, `f${i}.txt`), `file ${i}\n`);
      const ran = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          run(desk, ['add', `f${i}.txt`, '--json', '--case', path], { timeout: 120_000 }),
        ),
      );
      const said = ran.flatMap(({ stdout, status }) => (status === 0 ? (JSON.parse(stdout).added as number[]) : []));
      const { kept, problems } = examine(path);
      const bad = ran.filter(({ status, stderr }) => status !== 0 && !(status === 1 && stderr.includes('另一个程序')));
      return [
        ...problems,
        ...bad.map(({ status, stderr }) => `ended with ${status}: ${stderr.slice(0, 200)}`),
        ...is(new Set(said).size === said.length, 'a number was given twice'),
        ...said
          .filter((no) => !shaOf(kept).some((one) => one.startsWith(`exhibit ${no} `)))
          .map((no) => `exhibit ${no} is gone`),
        ...is(said.length >= 10, `only ${said.length} of 20 got their turn`),
      ];
    },
  },
  {
    name: 'the clock runs backwards',
    async try(desk, path) {
      const runAt = join(import.meta.dirname, '../support/run-at.cjs');
      const bad: string[] = [];
      for (const [day, args] of [
        ['2026-05-04T10:00:00+08:00', ['add', 'more']],
        ['2026-05-01T10:00:00+08:00', ['followup', '--channel', 'merchant', '--said', '再等等', '-y']],
        ['2024-05-03T10:00:00+08:00', ['facts', 'product=卡']],
        ['2024-01-01T00:00:00+08:00', ['letter', '--to', 'merchant', '--out', 'out', '--anyway', '测试', '-y']],
        ['2024-01-01T00:00:00+08:00', ['status']],
        ['1971-01-01T00:00:00+08:00', ['due']],
      ] as const) {
        const ran = spawnSync(process.execPath, [runAt, day, ...args, '--case', path], {
          cwd: desk.cwd,
          env: desk.env,
          encoding: 'utf8',
        });
        if (ran.status !== 0 && ran.status !== 1)
          bad.push(`${args[0]} on ${day} ends with ${ran.status}: ${ran.stderr}`);
      }
      return [...bad, ...examine(path).problems];
    },
  },
  {
    name: 'a file that grows while it is read',
    async try(desk, path) {
      const grows = join(desk.cwd, 'grows.bin');
      writeFileSync(grows, Buffer.alloc(60_000_000, 1));
      const still = { growing: true };
      const grow = async (): Promise<void> => {
        while (still.growing) {
          appendFileSync(grows, Buffer.alloc(100_000, 2));
          await new Promise((next) => setTimeout(next, 1));
        }
      };
      const grown = grow();
      const ran = await run(desk, ['add', 'grows.bin', '--json', '--case', path]);
      still.growing = false;
      await grown;
      const { problems } = examine(path);
      return [...problems, ...is(ran.status === 0 || ran.status === 1, `ended with ${ran.status}: ${ran.stderr}`)];
    },
  },
  {
    name: 'links and pipes put in the place of files',
    async try(desk, path) {
      const secret = join(desk.root, 'secret.txt');
      writeFileSync(secret, 'not meant to be taken in\n');
      const folder = join(desk.cwd, 'swapped');
      mkdirSync(folder);
      for (let i = 0; i < 300; i++) writeFileSync(join(folder, `${String(i).padStart(3, '0')}.txt`), `file ${i}\n`);
      const still = { swapping: true };
      const swap = async (): Promise<void> => {
        for (let i = 299; still.swapping && i >= 0; i--) {
          const name = join(folder, `${String(i).padStart(3, '0')}.txt`);
          unlinkSync(name);
          if (i % 2 === 0) symlinkSync(secret, name);
          else if (i % 5 === 0) spawnSync('mkfifo', [name]);
          await new Promise((next) => setTimeout(next, 3));
        }
      };
      const swapped = swap();
      const ran = await run(desk, ['add', 'swapped', '--no-read', '--json', '--case', path], { timeout: HANGS_MS });
      still.swapping = false;
      await swapped;
      const { kept, problems } = examine(path);
      const sum = digest('not meant to be taken in\n');
      return [
        ...problems,
        ...is(
          ran.status === 0 || ran.status === 1,
          `ended with ${ran.status ?? ran.signal}: ${ran.stderr.slice(0, 200)}`,
        ),
        ...is(!shaOf(kept).some((one) => one.endsWith(sum)), 'what a link points to was taken in'),
      ];
    },
  },
  {
    name: 'pipes, devices, sockets and folders as files',
    async try(desk, path) {
      spawnSync('mkfifo', [join(desk.cwd, 'pipe')]);
      const server = createServer();
      await new Promise<void>((listening) => server.listen(join(desk.cwd, 'socket'), listening));
      const before = examine(path).kept;
      const bad: string[] = [];
      for (const args of [
        ['add', 'pipe'],
        ['add', 'socket'],
        ['add', '/dev/zero'],
        ['add', '/dev/null'],
        ['followup', '--channel', 'merchant', '--said', '再等等', '--file', 'pipe', '-y'],
        ['followup', '--channel', 'merchant', '--said', '@/dev/zero', '-y'],
        ['lint', '/dev/zero'],
        ['lint', 'socket'],
        ['lint', '.'],
        ['route', '--facts', '/dev/zero'],
        ['evidence', '--extract', 'socket'],
        ['letter', '--to', 'merchant', '--out', '/dev/null', '--anyway', '测试', '-y'],
        ['status', '--case', './pipe'],
        ['status', '--case', './socket'],
        ['verify', '--case', '/dev/zero'],
        ['list', '--case', '.'],
      ]) {
        const named = args.includes('--case') ? args : [...args, '--case', path];
        const ran = await run(desk, named, { timeout: HANGS_MS });
        const ended = ran.status === 1 || ran.status === 2 || (args[0] === 'list' && ran.status === 0);
        if (!ended)
          bad.push(
            `${args.join(' ')} ends with ${ran.status ?? `${ran.signal}, it hung`}: ${ran.stderr.slice(0, 200)}`,
          );
      }
      server.close();
      const { kept, problems } = examine(path);
      return [...bad, ...problems, ...is(shaOf(kept).length === shaOf(before).length, 'something of it was taken in')];
    },
  },
  {
    name: 'links and folders in the way of what is written',
    async try(desk, path) {
      const bad: string[] = [];
      const victim = join(desk.root, 'victim');
      mkdirSync(victim);
      symlinkSync(victim, join(desk.cwd, 'linked'));
      mkdirSync(join(desk.cwd, 'taken'));
      // Names that will be written, as links that lead out.
      await run(desk, ['evidence', '--extract', 'probe', '--case', path]);
      for (const name of readdirSync(join(desk.cwd, 'probe')))
        symlinkSync(join(victim, name), join(desk.cwd, 'taken', name));
      const ran = await run(desk, ['evidence', '--extract', 'taken', '--case', path]);
      if (ran.status === 70 || ran.status === null) bad.push(`ended with ${ran.status}: ${ran.stderr.slice(0, 200)}`);
      if (readdirSync(victim).length > 0) bad.push('written through a link');
      return [...bad, ...examine(path).problems];
    },
  },
  {
    name: 'folders that cannot be written',
    async try(desk, path) {
      // Root may write anywhere but to a device that is mounted for reading.
      const folder = join(desk.cwd, 'locked');
      mkdirSync(folder);
      const locked = join(folder, 'x.kameng');
      copyFileSync(path, locked);
      const mounted = spawnSync('mount', ['--bind', '-o', 'ro', folder, folder]).status === 0;
      if (mounted) spawnSync('mount', ['-o', 'remount,bind,ro', folder]);
      else chmodSync(folder, 0o500);
      try {
        const bad: string[] = [];
        for (const args of [['status'], ['verify'], ['evidence', '1']]) {
          const ran = await run(desk, [...args, '--case', locked]);
          if (ran.status !== 0) bad.push(`${args[0]} cannot read: ${ran.stderr.slice(0, 200)}`);
        }
        for (const args of [
          ['add', 'more'],
          ['facts', 'product=卡'],
          ['followup', '--channel', 'merchant', '--said', '等', '-y'],
        ]) {
          const ran = await run(desk, [...args, '--case', locked]);
          bad.push(...isSaid(args[0]!, ran));
        }
        bad.push(...isSaid('extract', await run(desk, ['evidence', '--extract', folder, '--case', path])));
        bad.push(...isSaid('new', await run(desk, ['new', '-y', ...PURCHASE, '--case', join(folder, 'n.kameng')])));
        return [...bad, ...examine(path).problems];
      } finally {
        if (mounted) spawnSync('umount', [folder]);
        chmodSync(folder, 0o700);
      }
    },
  },
];

/** Tries each. @returns how many were bad */
export async function oddities(setting: Setting): Promise<number> {
  const rows: (string | number)[][] = [['what', 'seconds', 'found']];
  const words: string[] = [];
  for (const [i, odd] of ODD.entries()) {
    const desk = openDesk(join(setting.root, `odd-${i}`));
    const path = join(desk.cwd, 'x.kameng');
    copyFileSync(setting.base, path);
    layFiles(join(desk.cwd, 'more'), 1_000_000);
    const start = performance.now();
    const before = examine(path).kept;
    const found = await odd.try(desk, path);
    const { kept } = examine(path);
    for (const one of before) if (!kept.has(one)) found.push(`lost: ${one}`);
    rows.push([odd.name, ((performance.now() - start) / 1000).toFixed(1), found.length]);
    words.push(...found.map((word) => `${odd.name}: ${word}`));
    rmSync(desk.root, { recursive: true, force: true });
  }
  printTable(rows);
  for (const word of words) console.log(`    ${word}`);
  return words.length;
}
