// How long commands take against `node -e 0`: interleaved, so that other load falls on all alike; medians.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addContact } from '../../src/casefile/contacts.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { chinaMoment, epochOf } from '../../src/model/moment.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 21);
const CASES = Number(process.env['CASES'] ?? 1_000);
const CONTACTS = Number(process.env['CONTACTS'] ?? 100_000);
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
/** A copy of a case with a long log: talks, and now and then something that counts. */
function withContacts(path: string, count: number): string {
  const copy = join(folder, `${count}.kameng`);
  cpSync(path, copy);
  const file = openCaseFile(copy, () => NOW);
  file.write(() => {
    for (let i = 0; i < count; i++) {
      const at = chinaMoment(epochOf('2026-11-10T09:00:00+08:00') + i * 12_345);
      addContact(file, {
        channel: i % 3 === 0 ? 'platform' : 'merchant',
        at,
        said: `第 ${i} 次：请耐心等待`,
        result: i % 1_000 === 999 ? 'refused' : i % 2 === 0 ? 'vague' : 'none',
        ...(i % 500 === 7 ? { filedOn: at.slice(0, 10) } : {}),
        exhibits: [],
        reading: { vague: i % 2 === 0, refusal: i % 1_000 === 999, promise: null, settled: false },
      });
    }
  });
  file.close();
  // The first look holds every row against the journal, once.
  run([BIN, 'status', '-c', copy]);
  return copy;
}

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

  // Cases as buyers have them, with exhibits that were read.
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let i = 0; i < CASES; i++) cpSync(path, join(many, `${i}.kameng`));
  const worked = join(many, 'cache');
  const firsts = (gone: string): number =>
    median(
      [1, 2, 3, 4, 5].map(() => {
        rmSync(gone, { recursive: true, force: true });
        return run([BIN, 'list'], many);
      }),
    );
  const [bare, first] = [firsts(worked), firsts(join(worked, 'list.json'))];
  const list = median([1, 2, 3, 4, 5].map(() => run([BIN, 'list'], many)));
  console.log(
    `list over ${CASES} cases: first ${first.toFixed(0)} ms (${bare.toFixed(0)} before any code is kept), ` +
      `then ${list.toFixed(0)} ms`,
  );

  const [few, long] = [10, CONTACTS].map((count) => withContacts(path, count));
  const ratios: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const [a, b] = [few!, long!].map((one) => run([BIN, 'status', '-c', one]));
    if (round >= 0) ratios.push(b! / a!);
  }
  console.log(`status with ${CONTACTS} contacts: ${median(ratios).toFixed(2)} of itself with ten`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
