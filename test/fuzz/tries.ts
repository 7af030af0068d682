/** The process that tries: `fuzz.ts` starts it with a seed and a stretch of numbers. */
import Database from 'better-sqlite3';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { memorySource } from '../../src/clerk/intake/content-source.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { readSource } from '../../src/reading/read-source.ts';
import { seeded } from '../soak/desk.ts';
import { runInside, type RanInside } from '../soak/inside.ts';
import { CORPUS } from './corpus.ts';
import type { Tried } from './fuzz.ts';
import { mutateBytes, mutateJson, mutateText, NASTY, type Below } from './mutate.ts';

const [seed, from, end, root, base, worker] = process.argv.slice(2) as [string, string, string, string, string, string];
const TEMPLATES = resolve(import.meta.dirname, '../../templates/letters');

/** Where one try may write, with things around it that it may not touch. */
const stage = join(root, `stage-${worker}`);
const desk = join(stage, 'desk');
const env = { KAMENG_HOME: join(desk, 'home'), TMPDIR: join(desk, 'tmp'), HOME: desk };
const cwd = join(desk, 'work');

function layStage(): void {
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
    ...(status !== 0 && status !== 3 && stderr.trim() === ''
      ? [`${args[0]} ends with ${status} and without a word`]
      : []),
  ];
}

async function program(args: readonly string[], input?: string | Uint8Array): Promise<string[]> {
  const before = around();
  const ran = await runInside(['--debug', ...args], { cwd, env, ...(input === undefined ? {} : { input }) });
  return [...judge(args, ran), ...(around() === before ? [] : [`${args[0]} wrote outside of its folder`])];
}

interface Try {
  what: string;
  /** Of a hundred. */
  share: number;
  run(below: Below): Promise<string[]>;
}

const pick = <T>(list: readonly T[], below: Below): T => list[below(list.length)]!;

/** Pictures cost a second each and are decoded by a library: one in forty. */
const PICTURES = CORPUS.filter(({ kind }) => kind === 'picture');
const OTHERS = CORPUS.filter(({ kind }) => kind !== 'picture');

let whatNow = '';

async function readMutated(below: Below): Promise<string[]> {
  const whole = pick(below(40) === 0 ? PICTURES : OTHERS, below);
  whatNow = `reader: ${whole.kind}`;
  const bytes = mutateBytes(whole.bytes, pick(OTHERS, below).bytes, below);
  const name = below(4) === 0 ? mutateText(whole.name, below) : whole.name;
  const reading = await readSource(memorySource(name, bytes), below(3) === 0 ? { password: '318204' } : {});
  const size = JSON.stringify(reading).length;
  return [
    ...(['read', 'partial', 'failed', 'unread'].includes(reading.status) ? [] : [`status ${reading.status}`]),
    ...(size > 64 * 1024 * 1024 ? [`a reading of ${size} characters`] : []),
  ];
}

async function addMutated(below: Below): Promise<string[]> {
  const whole = pick(OTHERS, below);
  const name = `x${below(1e6)}${/\.\w+$/.exec(whole.name)?.[0] ?? ''}`;
  writeFileSync(join(cwd, name), mutateBytes(whole.bytes, pick(OTHERS, below).bytes, below));
  const bad: string[] = [];
  for (const args of [
    ['add', name],
    ['evidence'],
    ['timeline'],
    ['facts'],
    ['check', '--json'],
    ['letter', '--to', 'merchant', '--anyway', '测试', '--format', 'txt,docx', '--out', 'out'],
  ])
    bad.push(...(await program([...args, '--case', './x.kameng'])));
  return bad;
}

/** Words that a command line is made of. */
const WORDS = [
  '1',
  '0',
  '-1',
  '1e9',
  '99999',
  'x',
  '',
  '-',
  '--',
  'merchant',
  'platform',
  'court',
  '12315',
  '2026-11-10',
  '2026-02-30',
  '昨天',
  '58.80',
  'card_invalid',
  'amount=1',
  '=',
  'product=',
  'key=value',
  'bash',
  './x.kameng',
  'nothing.txt',
  '.',
  '退款',
  ...NASTY,
];
/** What would start a program of the user's, or wait for one. */
const NOT_HERE = /^--(?:open|edit)$/;

async function tryOptions(below: Below): Promise<string[]> {
  const command = pick(COMMANDS, below);
  const flags = [...JSON.stringify(command.options ?? []).matchAll(/"(--[a-z-]+)/g)]
    .map((match) => match[1]!)
    .filter((flag) => !NOT_HERE.test(flag));
  const known = flags.length > 0 ? flags : ['--json'];
  const words: string[] = [];
  for (let times = below(6); times > 0; times--) {
    const word = below(3) === 0 ? mutateText(pick(WORDS, below), below) : pick(WORDS, below);
    if (below(2) === 0) words.push(pick([...known, '--json', '-q', '-y', '--case'], below), word);
    else words.push(word);
  }
  // Outputs named by an absolute path of ours are where the user wants them: not asked for here.
  const args = [
    command.name,
    ...words.filter(
      (word) =>
        !word.includes('victim') &&
        !NOT_HERE.test(word.split('=')[0]!) &&
        !word.startsWith('--op') &&
        !word.startsWith('--ed'),
    ),
  ];
  return program(args, '退款');
}

async function tryTemplate(below: Below): Promise<string[]> {
  const folder = join(cwd, 'templates');
  rmSync(folder, { recursive: true, force: true });
  cpSync(resolve(TEMPLATES, '..'), folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
  const name = join(
    folder,
    pick(
      files.filter((file) => /merchant|partials/.test(file)),
      below,
    ),
  );
  writeFileSync(name, mutateText(readFileSync(name, 'utf8'), below));
  return program([
    'letter',
    '--to',
    'merchant',
    '--templates',
    below(2) === 0 ? 'templates' : 'templates/letters',
    '--out',
    'out',
    '--anyway',
    '测试',
    '--case',
    './x.kameng',
  ]);
}

const SITUATION = {
  today: '2026-11-25',
  dispute: 'card_invalid',
  amount: '58.80',
  paidAt: '2026-11-09',
  paidBy: 'wechat',
  site: 'marketplace',
  seller: 'known',
  purpose: 'own_use',
  goods: 'code',
  buyer: 'adult',
  abroad: false,
  ownMistake: false,
  goodsLawful: 'yes',
  signs: ['vanished'],
  filings: [
    {
      channel: 'platform',
      on: '2026-11-10',
      status: 'refused',
      ground: 'other',
      answeredOn: '2026-11-12',
      inWriting: true,
    },
  ],
};

async function trySituation(below: Below): Promise<string[]> {
  const json = JSON.stringify(mutateJson(SITUATION, below));
  const text = below(4) === 0 ? mutateText(json, below) : json;
  return program(['route', '--facts', '-', ...(below(2) === 0 ? ['--json'] : [])], text);
}

/** A case whose rows somebody else has written, the chain left as it was; or whose bytes are no longer what they were. */
async function tryStranger(below: Below): Promise<string[]> {
  const path = join(cwd, 'x.kameng');
  copyFileSync(base, path);
  if (below(4) === 0) writeFileSync(path, mutateBytes(readFileSync(path), readFileSync(path), below));
  else plant(path, below);
  const bad: string[] = [];
  for (const args of [
    ['status'],
    ['status', '--json'],
    ['evidence'],
    ['evidence', '1'],
    ['timeline'],
    ['verify'],
    ['check'],
    ['route'],
    ['letter', '1', '--out', 'out'],
    ['letter', '--to', 'platform', '--out', 'out2', '--format', 'txt,docx', '--anyway', '测试'],
    ['evidence', '--extract', 'out3'],
    ['export', '--format', 'docx', '--out', 'out4'],
    ['facts', 'amount=1'],
    ['list'],
    ['due'],
  ])
    bad.push(...(await program([...args, ...(args[0] === 'list' ? [] : ['--case', './x.kameng'])])));
  return bad;
}

function plant(path: string, below: Below): void {
  const db = new Database(path);
  try {
    const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const tables = [
      'case_info',
      'exhibits',
      'readings',
      'facts',
      'letters',
      'letter_files',
      'contacts',
      'platform_rules',
      'journal',
    ];
    for (let times = 1 + below(5); times > 0; times--) {
      const table = pick(tables, below);
      const columns = (
        db.prepare(`SELECT name FROM pragma_table_info('${table}') WHERE type = 'TEXT'`).all() as { name: string }[]
      ).map(({ name }) => name);
      const column = pick(columns, below);
      const old = db
        .prepare(`SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL ORDER BY random() LIMIT 1`)
        .get() as { value: string } | undefined;
      const value = other(old?.value ?? '', below);
      try {
        db.prepare(`UPDATE ${table} SET ${column} = ?`).run(value);
      } catch {
        // A check of the table stands against it, as it would against the stranger.
      }
    }
    for (const { sql } of triggers) db.exec(sql);
  } finally {
    db.close();
  }
}

/** Another value for a column: JSON stays JSON, so that it gets past the table's own check. */
function other(value: string, below: Below): string {
  try {
    return JSON.stringify(mutateJson(JSON.parse(value), below));
  } catch {
    return below(2) === 0 ? pick(NASTY, below) : mutateText(value, below);
  }
}

const TRIES: Try[] = [
  { what: 'reader', share: 66, run: readMutated },
  { what: 'taken in and shown', share: 3, run: addMutated },
  { what: 'options', share: 15, run: tryOptions },
  { what: 'template', share: 4, run: tryTemplate },
  { what: 'situation', share: 9, run: trySituation },
  { what: "a stranger's case", share: 3, run: tryStranger },
];

layStage();
for (let at = Number(from); at < Number(end); at++) {
  const below = seeded(Number(seed) * 1_000_003 + at);
  let share = below(100);
  const one = TRIES.find((candidate) => (share -= candidate.share) < 0)!;
  whatNow = one.what;
  process.send!({ begins: whatNow, at });
  if (one.what !== 'reader' && one.what !== 'situation') layStage();
  const start = process.cpuUsage();
  let bad: string[];
  try {
    bad = await one.run(below);
  } catch (error) {
    bad = [`threw ${(error as Error).stack}`];
  }
  const { user, system } = process.cpuUsage(start);
  const tried: Tried = {
    at,
    what: whatNow,
    cpuMs: (user + system) / 1000,
    mebibytes: Math.round(process.resourceUsage().maxRSS / 1024),
    bad,
  };
  process.send!(tried);
}
rmSync(stage, { recursive: true, force: true });
process.exit(0);
