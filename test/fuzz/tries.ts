/** The process that tries: `fuzz.ts` starts it with a seed and a stretch of numbers. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { memorySource } from '../../src/clerk/intake/content-source.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { readSource } from '../../src/reading/read-source.ts';
import { seeded } from '../soak/desk.ts';
import { CORPUS } from './corpus.ts';
import type { Tried } from './fuzz.ts';
import { mutateBytes, mutateJson, mutateText, NASTY, type Below } from './mutate.ts';
import { cwd, end, from, layStage, pick, program, seed, stage } from './stage.ts';
import { tryBag, trySeal, tryStranger } from './strangers.ts';

const TEMPLATES = resolve(import.meta.dirname, '../../templates/letters');

interface Try {
  what: string;
  /** Of a hundred. */
  share: number;
  run(below: Below): Promise<string[]>;
}

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

const TRIES: Try[] = [
  { what: 'reader', share: 60, run: readMutated },
  { what: 'taken in and shown', share: 3, run: addMutated },
  { what: 'options', share: 15, run: tryOptions },
  { what: 'bag', share: 4, run: tryBag },
  { what: 'reply of an authority', share: 2, run: trySeal },
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
