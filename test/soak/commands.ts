/** The commands that write, what is laid out for each, and what must hold after it was broken off. */
import { copyFileSync, existsSync } from 'node:fs';
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
  PURCHASE,
  run,
  type Desk,
  type Kept,
  type Ran,
} from './desk.ts';

export interface Command {
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

export const COMMANDS: Command[] = [
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

export function begin(setting: Setting, command: Command): { desk: Desk; path: string; args: string[] } {
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
export function keptBefore(setting: Setting, command: Command): Kept {
  if (MAKES.includes(command.name)) return new Set();
  const copy = join(setting.root, 'before.kameng');
  copyFileSync(baseOf(setting, command), copy);
  return examine(copy).kept;
}

export const preload = (setting: Setting, desk: Desk, more: Record<string, string>): Record<string, string> => ({
  LD_PRELOAD: setting.shim!,
  SOAK_ROOT: desk.root,
  SOAK_CALLS: CALLS,
  ...more,
});

/**
 * What must hold after a command was broken off, whatever broke it.
 * @returns what does not, and how many entries the journal had kept
 */
export async function aftermath(
  setting: Setting,
  command: Command,
  desk: Desk,
  path: string,
  before: Kept,
  ran: Ran,
): Promise<{ found: string[]; entries: number }> {
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
  return { found, entries: [...kept].filter((one) => one.startsWith('entry ')).length };
}
