/**
 * Runs every command of the built program under a trace, in a network of its own, and holds what the system was asked
 * against what the program promises: no socket but the channel to its own process, no name looked up, no file written
 * outside the case, the output folder, the home folder and the program's own temporary folders: npm run test:silence.
 *
 * Linux only; where strace or unshare are missing or not allowed it says so and ends well.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { judgeTrace } from './trace.ts';

/**
 * How long a recogniser lives on after its command. Without its switch the library's sender wakes for the first time
 * 9 seconds after it was loaded and then every 5 to 10 (measured, onnxruntime 1.30): twice the first is enough to see
 * it, and the control below fails when that is no longer so.
 */
const LINGER_MS = 20_000;

const ROOT = resolve(import.meta.dirname, '../..');
const BIN = join(ROOT, 'bin/kameng.js');
const LOOKS = join(ROOT, 'test/fixtures/looks');
const ONE_LOOK = join(LOOKS, 'banned.webp');
const PURCHASE = [
  [
    '--dispute',
    'card_invalid',
    '--platform',
    '橙子卡券',
    '--merchant',
    '晴空数码小铺',
    '--product',
    '视频会员季卡兑换码',
  ],
  ['--amount', '58.80', '--paid-at', '2026-11-09 19:58:11', '--order', 'QK2026110919581177', '--demand', 'refund'],
].flat();

const VET_ANSWERS = [
  ['licence=yes', 'operator_match=yes', 'personal_account=no', 'paid_through_platform=yes', 'illegal_goods=no'],
  ['deposit=yes', 'complaints=no', 'one_yuan_test=yes', 'terms_saved=yes', 'service_reachable=yes'],
]
  .flat()
  .flatMap((answer) => ['--answer', answer]);

interface Step {
  /** Its first word is the command. */
  args: string[];
  input?: string;
  /** Reads pictures: works on a copy of the case beside the others, and its recogniser lives on. */
  pictures?: boolean;
  /** Also fine, beside 0. */
  status?: number;
}

/** Every command at least once, in an order in which each has what it needs. */
const STEPS: Step[] = [
  { args: ['new', LOOKS, '-y', ...PURCHASE, '--case', './new.kameng'], pictures: true, status: 1 },
  { args: ['add', LOOKS], pictures: true },
  {
    args: ['followup', '--channel', 'merchant', '--said', '不退', '--file', join(LOOKS, 'chat-dark.png'), '-y'],
    pictures: true,
  },
  { args: ['evidence', '1', '--read-again'], pictures: true },
  { args: ['evidence', '--extract', './out-evidence'] },
  { args: ['evidence', '1'] },
  { args: ['facts', 'failure=兑换码提示已被使用'] },
  { args: ['check'], status: 3 },
  { args: ['route'] },
  { args: ['letter', '--to', 'merchant', '--format', 'txt,md,docx,pdf', '--out', './out-letter', '-y'] },
  { args: ['letter', '1'] },
  { args: ['followup', '--channel', 'merchant', '--said', '再等等', '--letter', '1', '-y'] },
  { args: ['due', '--ics', './out.ics'] },
  { args: ['status', '--json'] },
  { args: ['list'] },
  { args: ['timeline'] },
  { args: ['verify'] },
  { args: ['export', '--format', 'docx,pdf', '--out', './out-export'] },
  { args: ['export', '--redacted', '--out', './out-redacted'] },
  { args: ['seal', '--out', './out-seal'] },
  { args: ['export', '--bag', '--out', './out-bag'] },
  { args: ['backup', '--out', './out-backup'] },
  { args: ['platform', 'report_window=48h', '--quote', '四十八小时内报告', '--url', 'https://example.com/rules'] },
  { args: ['vet', '某卡网', '-y', ...VET_ANSWERS] },
  { args: ['lint', './text.txt'] },
  { args: ['completion', 'bash'] },
  { args: ['help', '卖家失联'] },
  { args: ['import', 'BAG', '--case', './imported.kameng'] },
];

function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux has strace';
  for (const [tool, args] of [
    ['strace', ['-qq', '-o', '/dev/null', 'true']],
    ['unshare', ['-n', 'true']],
  ] as const) {
    const tried = spawnSync(tool, args, { encoding: 'utf8' });
    if (tried.error) return `${tool} is not installed`;
    if (tried.status !== 0) return `${tool} is not allowed here: ${tried.stderr.trim()}`;
  }
  return undefined;
}

/** A desk with nothing on it: every folder that a library might think of is there and empty. */
function layOut(root: string, name: string) {
  const at = (folder: string): string => join(root, name, folder);
  const folders = ['work', 'kameng', 'home', 'tmp', 'cache', 'config', 'data', 'state', 'runtime'];
  for (const folder of folders) mkdirSync(at(folder), { recursive: true });
  return {
    cwd: at('work'),
    mayWrite: [at('work'), at('kameng'), join(at('tmp'), 'kameng-')],
    mustStayEmpty: [at('home'), at('cache'), at('config'), at('data'), at('state'), at('runtime'), at('tmp')],
    env: {
      PATH: process.env['PATH'] ?? '',
      NO_COLOR: '1',
      KAMENG_HOME: at('kameng'),
      HOME: at('home'),
      TMPDIR: at('tmp'),
      XDG_CACHE_HOME: at('cache'),
      XDG_CONFIG_HOME: at('config'),
      XDG_DATA_HOME: at('data'),
      XDG_STATE_HOME: at('state'),
      XDG_RUNTIME_DIR: at('runtime'),
    } as Record<string, string>,
  };
}

/** Loaded first in every process: a recogniser lives on; the control also takes its switch away. */
function lingering(takeSwitchAway: boolean): string {
  const code = `if (process.argv[1]?.includes('recogniser-process')) {
    ${takeSwitchAway ? 'delete process.env.ORT_DISABLE_TELEMETRY;' : ''}
    setTimeout(() => {}, ${LINGER_MS});
  }`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

interface Traced {
  step: Step;
  status: number | null;
  stderr: string;
  findings: string[];
  ms: number;
}

const SYSCALLS =
  '%network,io_uring_setup,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mknod,mknodat,truncate,utimensat';

/** What a ring is asked goes past a trace, so that there is none: Node does without. */
async function runTraced(desk: ReturnType<typeof layOut>, step: Step, nodeOptions = ''): Promise<Traced> {
  const trace = join(desk.cwd, '..', `trace-${step.args[0]}-${process.hrtime.bigint()}`);
  const start = performance.now();
  const strace = [
    'strace',
    '-f',
    '-qq',
    '-y',
    '-s',
    '4096',
    '--seccomp-bpf',
    '-e',
    `trace=${SYSCALLS}`,
    '-e',
    'inject=io_uring_setup:error=ENOSYS',
    '-o',
    trace,
  ];
  const child = spawn('unshare', ['-n', ...strace, process.execPath, BIN, ...step.args], {
    cwd: desk.cwd,
    env: { ...desk.env, ...(nodeOptions ? { NODE_OPTIONS: nodeOptions } : {}) },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.end(step.input ?? '');
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += data));
  const status = await new Promise<number | null>((ended) => child.on('close', ended));
  const findings = judgeTrace(readFileSync(trace, 'utf8'), desk);
  for (const folder of desk.mustStayEmpty)
    for (const name of readdirSync(folder))
      if (!name.startsWith('kameng-')) findings.push(`left in ${folder.split('/').at(-1)}: ${name}`);
  return { step, status, stderr, findings, ms: performance.now() - start };
}

async function main(): Promise<number> {
  const missing = whyNot();
  if (missing) {
    console.log(`silence: skipped, nothing was checked: ${missing}`);
    return 0;
  }
  const traced = new Set(STEPS.map((step) => step.args[0]));
  const untraced = COMMANDS.map((command) => command.name).filter((name) => !traced.has(name));
  if (untraced.length > 0) {
    console.log(`silence: no step runs ${untraced.join(', ')}; add one to STEPS`);
    return 1;
  }
  const root = mkdtempSync(join(tmpdir(), 'kameng-silence-'));
  try {
    const main = layOut(root, 'main');
    writeFileSync(join(main.cwd, 'text.txt'), '请在三日内退款。\n');
    // Made without a trace, and with another home: one picture to read again, the others still to be taken in.
    const apart = layOut(root, 'apart');
    const made = spawnSync(process.execPath, [BIN, 'new', ONE_LOOK, '-y', ...PURCHASE, '--case', './x.kameng'], apart);
    const base = join(apart.cwd, 'x.kameng');
    if (!existsSync(base)) throw new Error(`no case was made: ${made.stderr}`);
    cpSync(base, join(main.cwd, 'x.kameng'));
    const aside = STEPS.filter((step) => step.pictures).map((step, i) => {
      const desk = layOut(root, `pictures-${i}`);
      if (step.args[0] !== 'new') cpSync(base, join(desk.cwd, 'x.kameng'));
      return runTraced(desk, step, lingering(false));
    });
    const control = runTraced(layOut(root, 'control'), STEPS[0]!, lingering(true));
    const results: Traced[] = [];
    for (const step of STEPS) {
      if (step.pictures) continue;
      // A bag is named after its case and the day.
      const bag = (): string => join(main.cwd, 'out-bag', readdirSync(join(main.cwd, 'out-bag'))[0]!);
      const args = step.args.map((word) => (word === 'BAG' ? bag() : word));
      results.push({ ...(await runTraced(main, { ...step, args })), step });
    }
    results.push(...(await Promise.all(aside)));
    return report(results, await control);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function report(results: readonly Traced[], control: Traced): number {
  let bad = 0;
  for (const { step, status, stderr, findings, ms } of results) {
    const what = step.args.slice(0, 2).join(' ');
    const ended = status === 0 || status === step.status;
    const lingered = !step.pictures || ms >= LINGER_MS;
    const ok = findings.length === 0 && ended && lingered;
    if (!ok) bad += 1;
    console.log(`${ok ? 'silent' : 'FAILED'}  ${what.replace(ROOT, '.')}  ${(ms / 1000).toFixed(1)} s`);
    if (!ended) console.log(`    ended with ${status}: ${stderr.trim()}`);
    if (!lingered) console.log('    its recogniser did not live on');
    for (const finding of new Set(findings)) console.log(`    ${finding}`);
  }
  const spoke = control.findings.some((finding) => finding.startsWith('network'));
  const wrote = control.findings.some((finding) => finding.startsWith('written'));
  console.log(
    `control, without the switch: ${spoke ? 'a sender woke' : 'NO SENDER WOKE'}, ${wrote ? 'files written' : 'NO FILES WRITTEN'}`,
  );
  return bad === 0 && spoke && wrote ? 0 : 1;
}

process.exitCode = await main();
