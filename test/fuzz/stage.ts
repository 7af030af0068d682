/** Where one try runs: a folder of its own with things around it, and what every command must keep to. */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runInside, type RanInside } from '../soak/inside.ts';
import type { Below } from './mutate.ts';

export const pick = <T>(list: readonly T[], below: Below): T => list[below(list.length)]!;

export const [seed, from, end, root, base, bag, worker] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

/** Where one try may write, with things around it that it may not touch. */
export const stage = join(root, `stage-${worker}`);
const desk = join(stage, 'desk');
export const env = { KAMENG_HOME: join(desk, 'home'), TMPDIR: join(desk, 'tmp'), HOME: desk };
export const cwd = join(desk, 'work');

export function layStage(): void {
  rmSync(stage, { recursive: true, force: true });
  for (const folder of [join(stage, 'victim'), cwd, env.KAMENG_HOME, env.TMPDIR])
    mkdirSync(folder, { recursive: true });
  copyFileSync(base, join(cwd, 'x.kameng'));
}

/** Everything outside of the desk, by name: more of it after a try was written there. */
const around = (): string =>
  readdirSync(stage)
    .concat(
      readdirSync(join(stage, 'victim')),
      readdirSync(root).filter((name) => !/^(?:stage-|base$|count|shim)/.test(name)),
    )
    .join('\n');

// Line feeds and tabs are what output is made of; nothing else that steers passes.
const STEERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const STATUSES = [0, 1, 2, 3, 4, 130];

function judge(args: readonly string[], { status, stdout, stderr }: RanInside): string[] {
  const steering = STEERS.exec(stdout + stderr);
  return [
    ...(STATUSES.includes(status)
      ? []
      : [`${args.slice(0, 3).join(' ').slice(0, 100)} ends with ${status}: ${stderr.slice(-1500)}`]),
    ...(steering ? [`${args[0]} lets U+${steering[0].charCodeAt(0).toString(16)} through`] : []),
    // What `verify` finds is its result, and stands on standard output.
    ...(status !== 0 && status !== 3 && (status === 4 ? stdout + stderr : stderr).trim() === ''
      ? [`${args[0]} ends with ${status} and without a word`]
      : []),
  ];
}

export async function program(args: readonly string[], input?: string | Uint8Array): Promise<string[]> {
  const before = around();
  const ran = await runInside(['--debug', ...args], { cwd, env, ...(input === undefined ? {} : { input }) });
  return [...judge(args, ran), ...(around() === before ? [] : [`${args[0]} wrote outside of its folder`])];
}
