/** Kills and failing calls: each command, at each of its steps. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  claimsOf,
  examine,
  FIXTURES,
  halfFiles,
  layFiles,
  layMany,
  leftovers,
  openDesk,
  printTable,
  PURCHASE,
  run,
  twoAtATime,
  type Desk,
  type Kept,
  type Ran,
} from './desk.ts';

interface Command {
  name: string;
  args: string[];
  /** What works after it was broken off. */
  after: string[];
  /** With so many files that a thread of their own reads them. */
  many?: true;
}

/**
 * Every command that writes. `CASE` stands for the case and `BAG` for one of another; `new` and `import` make the case,
 * and `migrate` opens one of an older version.
 */
const LETTER = ['letter', '--to', 'merchant', '--format', 'txt,docx', '--anyway', '测试', '-y', '--json'];
const SAID = ['followup', '--channel', 'merchant', '--said', '再等几天', '-y', '--json'];
const FACTS = ['facts', 'product=季卡', 'amount=58.90', '--json'];

const COMMANDS: Command[] = [
  { name: 'new', args: ['new', 'more', '-y', ...PURCHASE, '--json'], after: ['add', 'more', '--json'] },
  {
    name: 'new --no-read',
    args: ['new', 'more', '--no-read', '-y', ...PURCHASE, '--json'],
    after: ['add', 'more', '--json'],
  },
  {
    name: 'new of many files',
    args: ['new', 'more', '--no-read', '-y', ...PURCHASE, '--json'],
    after: ['add', 'more', '--no-read', '--json'],
    many: true,
  },
  { name: 'add', args: ['add', 'more', '--json'], after: ['add', 'more', '--json'] },
  { name: 'facts', args: FACTS, after: FACTS },
  { name: 'letter', args: [...LETTER, '--out', 'out'], after: [...LETTER, '--out', 'out2'] },
  { name: 'followup', args: [...SAID, '--file', 'more/聊天.txt'], after: SAID },
  {
    name: 'export',
    args: ['export', '--format', 'docx', '--out', 'out', '--json'],
    after: ['export', '--format', 'docx', '--out', 'out2', '--json'],
  },
  { name: 'export --report', args: ['export', '--report', '--out', 'r.html'], after: FACTS },
  { name: 'export --bag', args: ['export', '--bag', '--out', 'out', '--json'], after: FACTS },
  { name: 'export --bag --zip', args: ['export', '--bag', '--zip', '--out', 'out', '--json'], after: FACTS },
  { name: 'import', args: ['import', 'BAG', '--json'], after: FACTS },
  { name: 'backup', args: ['backup', '--out', 'out', '--json'], after: ['backup', '--out', 'out2', '--json'] },
  { name: 'seal', args: ['seal', '--out', 'out', '--json'], after: ['seal', '--out', 'out2', '--json'] },
  { name: 'migrate', args: FACTS, after: FACTS },
  {
    name: 'evidence --extract',
    args: ['evidence', '--extract', 'out', '--json'],
    after: ['evidence', '--extract', 'out2', '--json'],
  },
];

/** Those that begin without a case. */
const MAKES = ['new', 'new --no-read', 'new of many files', 'import'];
const OLD_CASE = join(FIXTURES, 'cases/v1.kameng');

const CALLS = 'wsrut';

export interface Setting {
  root: string;
  /** A rich case to begin with, and a bag of it. */
  base: string;
  bag: string;
  shim?: string | undefined;
  below: (most: number) => number;
  /** Which commands meet which faults when not all do. */
  turn: number;
}

let desks = 0;

function begin(setting: Setting, command: Command): { desk: Desk; path: string; args: string[] } {
  const desk = openDesk(join(setting.root, `desk-${(desks += 1)}`));
  const path = join(desk.cwd, 'x.kameng');
  layFiles(join(desk.cwd, 'more'));
  if (command.many) layMany(join(desk.cwd, 'more'));
  if (!MAKES.includes(command.name)) copyFileSync(baseOf(setting, command), path);
  return { desk, path, args: onCase(setting, command.args, path) };
}

const baseOf = (setting: Setting, { name }: Command): string => (name === 'migrate' ? OLD_CASE : setting.base);

const onCase = (setting: Setting, args: readonly string[], path: string): string[] => [
  ...args.map((word) => (word === 'BAG' ? setting.bag : word)),
  '--case',
  path,
];

/** What is in the case before a command begins. */
function keptBefore(setting: Setting, command: Command): Kept {
  if (MAKES.includes(command.name)) return new Set();
  const copy = join(setting.root, 'before.kameng');
  copyFileSync(baseOf(setting, command), copy);
  return examine(copy).kept;
}

const preload = (setting: Setting, desk: Desk, more: Record<string, string>): Record<string, string> => ({
  LD_PRELOAD: setting.shim!,
  SOAK_ROOT: desk.root,
  SOAK_CALLS: CALLS,
  ...more,
});

/** How many calls a command makes, and how long it takes. */
async function measure(setting: Setting, command: Command): Promise<{ calls: number; ms: number }> {
  const { desk, args } = begin(setting, command);
  const count = join(setting.root, 'count');
  const ran = await run(desk, args, { env: setting.shim ? preload(setting, desk, { SOAK_COUNT: count }) : {} });
  if (ran.status !== 0) throw new Error(`${command.name}: ${ran.stderr}`);
  rmSync(desk.root, { recursive: true });
  return { calls: setting.shim ? Number(readFileSync(count, 'utf8')) : 0, ms: ran.ms };
}

/** What must hold after a command was broken off, whatever broke it. @returns what does not */
async function aftermath(
  setting: Setting,
  command: Command,
  desk: Desk,
  path: string,
  before: Kept,
  ran: Ran,
): Promise<string[]> {
  const found: string[] = [];
  const { kept, problems } = examine(path);
  found.push(...problems);
  for (const one of [...before, ...claimsOf(ran.stdout)]) if (!kept.has(one)) found.push(`lost: ${one}`);
  if (existsSync(path) && problems.length === 0 && kept.size > 0)
    found.push(...halfFiles(join(desk.cwd, 'out'), path).map((name) => `half: ${name}`));
  const begun = kept.size > 0;
  const next = await run(desk, onCase(setting, begun ? command.after : command.args, path));
  if (next.status !== 0) found.push(`the next command ends with ${next.status}: ${next.stderr.trim().slice(0, 300)}`);
  found.push(...leftovers(desk.root).map((name) => `left: ${name}`));
  found.push(...examine(path).problems.map((problem) => `after the next command: ${problem}`));
  return found;
}

/** Kills each command, in turns at a call and at any moment. @returns how many kills were bad */
export async function kills(setting: Setting, runs: number): Promise<number> {
  const rows: (string | number)[][] = [
    ['command', 'calls', 'ms', 'killed at a call', 'at any moment', 'ended before', 'bad'],
  ];
  const each = Math.ceil(runs / COMMANDS.length);
  let bad = 0;
  const words = new Map<string, number>();
  for (const command of COMMANDS) {
    const before = keptBefore(setting, command);
    const { calls, ms } = await measure(setting, command);
    const row = [command.name, calls, Math.round(ms), 0, 0, 0, 0] as [
      string,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const tries = Array.from({ length: each }, (_, i) => i);
    await twoAtATime(tries, async (i) => {
      const { desk, path, args } = begin(setting, command);
      const atCall = setting.shim !== undefined && i % 2 === 0;
      // Spread over all calls: over many runs each is met.
      const call =
        1 + ((Math.floor((i / each) * calls) + setting.below(Math.ceil((2 * calls) / each))) % Math.max(1, calls));
      const ran = await run(
        desk,
        args,
        atCall
          ? { env: preload(setting, desk, { SOAK_AT: String(call), SOAK_DO: 'kill' }) }
          : { killAfter: setting.below(Math.round(ms * 1.05)) },
      );
      if (ran.signal !== 'SIGKILL') row[5] += 1;
      else if (atCall) row[3] += 1;
      else row[4] += 1;
      const found = await aftermath(setting, command, desk, path, before, ran);
      if (found.length > 0) {
        row[6] += 1;
        bad += 1;
        for (const word of found)
          words.set(`${command.name}: ${word}`, (words.get(`${command.name}: ${word}`) ?? 0) + 1);
      }
      rmSync(desk.root, { recursive: true, force: true });
    });
    rows.push(row);
  }
  printTable(rows);
  for (const [word, times] of words) console.log(`    ${times} × ${word}`);
  return bad;
}

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
          const found = await aftermath(setting, command, desk, path, before, ran);
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
