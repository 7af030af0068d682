/** Lets calls of the system fail, one kind after the other, under each command. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aftermath, begin, COMMANDS, keptBefore, preload, type Command, type Setting } from './commands.ts';
import { printTable, run, twoAtATime } from './desk.ts';

const ERRORS = [
  { name: 'write fails (EIO)', calls: 'w', errno: 5 },
  { name: 'sync fails (EIO)', calls: 's', errno: 5 },
  { name: 'rename fails (EIO)', calls: 'r', errno: 5 },
  { name: 'unlink fails (EACCES)', calls: 'u', errno: 13 },
  { name: 'disk full from here on', calls: 'wt', errno: 28, sticks: true },
  { name: 'quota met from here on', calls: 'wt', errno: 122, sticks: true },
  { name: 'nothing can be written', calls: 'o', errno: 30, sticks: true, first: true },
];

/** Lets calls fail, one after the other. @returns how many runs were bad */
export async function failures(setting: Setting, runs: number): Promise<number> {
  const rows: (string | number)[][] = [['fault', 'runs', 'said so', 'went on', 'bad']];
  const each = Math.ceil(runs / ERRORS.length / COMMANDS.length);
  let bad = 0;
  const words = new Set<string>();
  for (const fault of ERRORS) {
    const row = [fault.name, 0, 0, 0, 0] as [string, number, number, number, number];
    for (const [i, command] of COMMANDS.entries()) {
      // In the short form each fault meets one command, and over some runs every one.
      if (runs < ERRORS.length * COMMANDS.length && (i + setting.turn + ERRORS.indexOf(fault)) % COMMANDS.length !== 0)
        continue;
      const before = keptBefore(setting, command);
      const { calls } = await measureCalls(setting, command, fault.calls);
      await twoAtATime(
        Array.from({ length: Math.min(each, calls) }, (_, i) => i),
        async () => {
          const { desk, path, args } = begin(setting, command);
          const at = fault.first ? 1 : 1 + setting.below(calls);
          const more = { SOAK_CALLS: fault.calls, SOAK_AT: String(at), SOAK_DO: String(fault.errno) };
          const ran = await run(desk, args, {
            env: preload(setting, desk, { ...more, ...(fault.sticks ? { SOAK_STICKS: '1' } : {}) }),
          });
          row[1] += 1;
          const { found } = await aftermath(setting, command, desk, path, before, ran);
          if (ran.status === 0) row[3] += 1;
          else if (ran.status === 1 && ran.stderr.includes('kameng: ')) row[2] += 1;
          else found.push(`ended with ${ran.status ?? ran.signal}: ${ran.stderr.trim().slice(0, 300)}`);
          if (found.length > 0) {
            row[4] += 1;
            bad += 1;
            for (const word of found) words.add(`${fault.name} (call ${at}), ${command.name}: ${word}`);
          }
          rmSync(desk.root, { recursive: true, force: true });
        },
      );
    }
    rows.push(row);
  }
  printTable(rows);
  for (const word of words) console.log(`    ${word}`);
  return bad;
}

const counted = new Map<string, number>();

async function measureCalls(setting: Setting, command: Command, calls: string): Promise<{ calls: number }> {
  const key = `${command.name} ${calls}`;
  const known = counted.get(key);
  if (known !== undefined) return { calls: known };
  const { desk, args } = begin(setting, command);
  const count = join(setting.root, 'count');
  mkdirSync(setting.root, { recursive: true });
  await run(desk, args, { env: preload(setting, desk, { SOAK_CALLS: calls, SOAK_COUNT: count }) });
  rmSync(desk.root, { recursive: true });
  counted.set(key, Number(readFileSync(count, 'utf8')));
  return { calls: counted.get(key)! };
}
