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
import { join } from 'node:path';
import { ONE_LOOK, PURCHASE, ROOT, STEPS, type Step } from './steps.ts';
import { judgeTrace } from './trace.ts';

/**
 * How long a recogniser lives on after its command. Without its switch the library's sender wakes for the first time
 * 9 seconds after it was loaded and then every 5 to 10 (measured, onnxruntime 1.30): twice the first is enough to see
 * it, and the control below fails when that is no longer so.
 */
const LINGER_MS = 20_000;

const BIN = join(ROOT, 'bin/kameng.js');

function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux has strace';
  for (const [tool, args] of [
    ['strace', ['-qq', '-o', '/dev/null', 'true']],
    ['unshare', ['-n', 'true']],
    ['ip', ['-V']],
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

/** A network with one private address in it, as a home has: made inside, seen by nobody outside. */
const NETWORK = `
address=$1; shift
ip link set lo up
ip link add name home0 type veth peer name phone0
ip address add "$address/24" dev home0
ip link set home0 up; ip link set phone0 up
exec "$@"`;

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
  const network = step.listensOn === undefined ? [] : ['sh', '-c', NETWORK, 'sh', step.listensOn];
  const child = spawn('unshare', ['-n', ...network, ...strace, process.execPath, BIN, ...step.args], {
    cwd: desk.cwd,
    env: { ...desk.env, ...(nodeOptions ? { NODE_OPTIONS: nodeOptions } : {}) },
    stdio: ['pipe', step.talk ? 'pipe' : 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr!.on('data', (data) => (stderr += data));
  const ended = new Promise<number | null>((closed) => child.on('close', closed));
  if (step.talk) await step.talk(child).catch((error: Error) => (stderr += error.message));
  else child.stdin!.end();
  child.stdout?.resume();
  const status = await ended;
  const findings = judgeTrace(readFileSync(trace, 'utf8'), { ...desk, listensOn: step.listensOn });
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
  const root = mkdtempSync(join(tmpdir(), 'kameng-silence-'));
  try {
    const main = layOut(root, 'main');
    writeFileSync(join(main.cwd, 'text.txt'), '请在三日内退款。\n');
    writeFileSync(join(main.cwd, 'passphrase.txt'), '一句够长的口令 for the bag\n');
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
      const made = (folder: string): string => join(main.cwd, folder, readdirSync(join(main.cwd, folder))[0]!);
      const args = step.args.map((word) => (word.startsWith('MADE:') ? made(word.slice('MADE:'.length)) : word));
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
