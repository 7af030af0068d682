// How long commands take against `node -e 0`: interleaved, so that other load falls on all alike; medians.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createCaseFile } from '../../src/casefile/open-case.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 21);
const CASES = Number(process.env['CASES'] ?? 1_000);
const BIN = resolve(import.meta.dirname, '../../bin/kameng.js');
const EXAMPLE = resolve(import.meta.dirname, '../../docs/example');
const NOW = '2026-11-25T10:00:00+08:00';

const folder = mkdtempSync(join(tmpdir(), 'kameng-start-'));
const env = { ...process.env, KAMENG_HOME: join(folder, 'home'), KAMENG_CASE: '', NO_COLOR: '1' };
const run = (args: readonly string[], home = env.KAMENG_HOME): number => {
  const started = performance.now();
  const ran = spawnSync(process.execPath, args, { cwd: folder, env: { ...env, KAMENG_HOME: home }, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`);
  return performance.now() - started;
};
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;

try {
  const path = join(folder, 'x.kameng');
  run([BIN, 'new', '-y', '--dispute', 'card_invalid', '--demand', 'refund', '-c', path, EXAMPLE]);
  const empty = ['-e', '0'];
  const commands: Record<string, string[]> = {
    'node -e 0': empty,
    '--version': [BIN, '--version'],
    '--help': [BIN, '--help'],
    status: [BIN, 'status', '-c', path],
    due: [BIN, 'due', '-c', path],
  };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let round = -2; round < ROUNDS; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const took = run(args);
      if (round >= 0) times[name]!.push(took);
    }
  }
  const base = median(times['node -e 0']!);
  for (const [name, all] of Object.entries(times))
    console.log(`${name.padEnd(12)} ${median(all).toFixed(0).padStart(5)} ms  ${(median(all) / base).toFixed(2)}`);

  const many = join(folder, 'many');
  mkdirSync(many);
  for (let i = 0; i < CASES; i++) createCaseFile(join(many, `${i}.kameng`), `案卷 ${i}`, () => NOW).close();
  const list = [1, 2, 3].map(() => run([BIN, 'list'], many));
  console.log(`list over ${CASES} cases: ${median(list).toFixed(0)} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
