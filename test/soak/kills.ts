/** Kills each command, at each of its steps and at any moment. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { journalEntries } from '../../src/casefile/journal.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { SCHEMA_VERSION } from '../../src/casefile/schema.ts';
import { aftermath, begin, COMMANDS, keptBefore, preload, type Command, type Setting } from './commands.ts';
import { now, printTable, run, twoAtATime } from './desk.ts';
import { stepOf, stepsIn } from './steps.ts';

/** A command that nobody disturbs. */
interface Undisturbed {
  calls: number;
  ms: number;
  /** The numbers of the calls of each step; none without the shim. */
  steps: number[][];
  /** The actions of the journal when it is over, from its first entry on. */
  actions: string[];
}

async function measure(setting: Setting, command: Command): Promise<Undisturbed> {
  const { desk, path, args } = begin(setting, command);
  const [count, log] = ['count', 'log'].map((name) => join(setting.root, name)) as [string, string];
  rmSync(log, { force: true });
  const said = { SOAK_COUNT: count, SOAK_LOG: log };
  const ran = await run(desk, args, { env: setting.shim ? preload(setting, desk, said) : {} });
  if (ran.status !== 0) throw new Error(`${command.name}: ${ran.stderr}`);
  const file = openCaseFile(path, now);
  const actions = [...journalEntries(file)].map(({ action }) => action);
  file.close();
  rmSync(desk.root, { recursive: true });
  const { shim } = setting;
  return {
    calls: shim ? Number(readFileSync(count, 'utf8')) : 0,
    ms: ran.ms,
    steps: shim ? stepsIn(readFileSync(log, 'utf8')) : [],
    actions,
  };
}

/** Below that many kills they are spread over the steps of each command; from there on each step is met. */
const MEETS_EACH_STEP = 500;

/** Kills each command, at its steps and at any moment. @returns how many kills were bad */
export async function kills(setting: Setting, runs: number): Promise<number> {
  const rows: (string | number)[][] = [
    ['command', 'calls', 'ms', 'steps', 'killed at a step', 'at any moment', 'ended before', 'bad'],
  ];
  const each = Math.ceil(runs / COMMANDS.length);
  const met = new Map<string, { killed: number; bad: number }>();
  let bad = 0;
  const words = new Map<string, number>();
  for (const command of COMMANDS) {
    const before = keptBefore(setting, command);
    const undisturbed = await measure(setting, command);
    const { calls, ms, steps } = undisturbed;
    const row = [command.name, calls, Math.round(ms), steps.length, 0, 0, 0, 0] as [string, ...number[]];
    const add = (column: number): void => void (row[column] = (row[column] as number) + 1);
    const moments = Math.ceil(each / 2);
    const atSteps = steps.length === 0 ? 0 : runs >= MEETS_EACH_STEP ? Math.max(moments, steps.length) : each - moments;
    const tries = Array.from({ length: moments + atSteps }, (_, i) => i);
    await twoAtATime(tries, async (i) => {
      const { desk, path, args } = begin(setting, command);
      const log = join(setting.root, `log-${i}`);
      const atStep = i < atSteps;
      const ran = await run(
        desk,
        args,
        atStep
          ? {
              env: preload(setting, desk, {
                SOAK_AT: String(callAt(setting, steps, i)),
                SOAK_DO: 'kill',
                SOAK_LOG: log,
              }),
            }
          : { killAfter: setting.below(Math.round(ms * 1.05)) },
      );
      const killed = ran.signal === 'SIGKILL';
      add(killed ? (atStep ? 4 : 5) : 6);
      const migrating = isOlder(path);
      const { found, entries } = await aftermath(setting, command, desk, path, before, ran);
      if (found.length > 0) {
        add(7);
        bad += 1;
      }
      let where = '';
      if (killed && atStep) {
        const step = stepOf(readFileSync(log, 'utf8'), undisturbed.actions.slice(entries), migrating);
        const key = `${command.name}\t${step}`;
        const so = met.get(key) ?? { killed: 0, bad: 0 };
        met.set(key, { killed: so.killed + 1, bad: so.bad + Number(found.length > 0) });
        where = ` (${step})`;
      }
      for (const word of found) {
        const said = `${command.name}${where}: ${word}`;
        words.set(said, (words.get(said) ?? 0) + 1);
      }
      rmSync(log, { force: true });
      rmSync(desk.root, { recursive: true, force: true });
    });
    rows.push(row);
  }
  printTable(rows);
  printSteps(met);
  for (const [word, times] of words) console.log(`    ${times} × ${word}`);
  return bad;
}

/** A call of the step whose turn it is: other steps with every seed where there are more of them than kills. */
function callAt({ turn, below }: Setting, steps: readonly (readonly number[])[], i: number): number {
  const calls = steps[(turn + i) % steps.length]!;
  return calls[below(calls.length)]!;
}

/** At which step of which command it was killed, and how often something was bad after it. */
function printSteps(met: ReadonlyMap<string, { killed: number; bad: number }>): void {
  if (met.size === 0) return;
  printTable([
    ['command', 'step under way', 'killed', 'bad'],
    ...[...met].map(([key, { killed, bad }]) => [...key.split('\t'), killed, bad]),
  ]);
}

/** Is it a case of an older version still, by its header? */
function isOlder(path: string): boolean {
  if (!existsSync(path)) return false;
  const header = readFileSync(path).subarray(0, 64);
  return header.length === 64 && header.readUInt32BE(60) < SCHEMA_VERSION;
}
