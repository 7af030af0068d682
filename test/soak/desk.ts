/** What the soak works with: files of several kinds, a rich case, the built program, and what must hold after it. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listContacts } from '../../src/casefile/contacts.ts';
import { listExhibits } from '../../src/casefile/exhibits.ts';
import { listLetters } from '../../src/casefile/letters.ts';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { KamengError } from '../../src/model/errors.ts';
import { chinaMoment } from '../../src/model/moment.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const BIN = join(ROOT, 'bin/kameng.js');
export const FIXTURES = join(ROOT, 'test/fixtures');
export const PURCHASE = [
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
  ['--amount', '58.80', '--paid-at', '2025-11-09 19:58:11', '--order', 'QK2026110919581177', '--demand', 'refund'],
].flat();

export const now = (): string => chinaMoment(Date.now());

export interface Desk {
  root: string;
  cwd: string;
  tmp: string;
  home: string;
  env: Record<string, string>;
}

/** A working folder, a home and a temporary folder below `root`. */
export function openDesk(root: string): Desk {
  const [cwd, tmp, home] = ['work', 'tmp', 'home'].map((name) => join(root, name)) as [string, string, string];
  for (const folder of [cwd, tmp, home]) mkdirSync(folder, { recursive: true });
  const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', KAMENG_HOME: home, TMPDIR: tmp, HOME: root };
  return { root, cwd, tmp, home, env };
}

export interface Ran {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  ms: number;
}

/** Runs the built program; killed after `killAfter` milliseconds when that is given. */
export function run(
  desk: Desk,
  args: readonly string[],
  {
    env = {},
    killAfter,
    node = [],
    timeout = 60_000,
  }: { env?: Record<string, string>; killAfter?: number; node?: string[]; timeout?: number } = {},
): Promise<Ran> {
  return new Promise((done) => {
    const start = performance.now();
    const child = spawn(process.execPath, [...node, BIN, ...args], {
      cwd: desk.cwd,
      env: { ...desk.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    const timer = setTimeout(() => child.kill('SIGKILL'), killAfter ?? timeout);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      done({ status, signal, stdout, stderr, ms: performance.now() - start });
    });
  });
}

/** Files of several kinds, with contents that no two calls share. */
export function layFiles(folder: string, large = 4_500_000): void {
  mkdirSync(folder, { recursive: true });
  const tag = randomInt(1e9);
  writeFileSync(
    join(folder, '聊天.txt'),
    `2025-11-10 09:12:01 晴空数码小铺\n您好 ${tag}\n\n2025-11-10 09:13:20 我\n兑换码提示已被使用，要求退款\n`,
  );
  writeFileSync(
    join(folder, '订单.html'),
    `<!doctype html><html><body><p>订单号：QK2026110919581177</p><p>实付：58.80 元</p><p>${tag}</p></body></html>`,
  );
  writeFileSync(
    join(folder, '答复.eml'),
    `From: a@example.com\nTo: b@example.com\nSubject: reply ${tag}\nDate: Mon, 10 Nov 2025 09:00:00 +0800\n\n不予退款。\n`,
  );
  writeFileSync(
    join(folder, 'bill.csv'),
    `交易时间,交易对方,商品,金额(元)\n2025-11-09 19:58:11,晴空数码小铺,季卡 ${tag},58.80\n`,
  );
  writeFileSync(join(folder, 'small.bin'), bytesOf(300_000, tag));
  writeFileSync(join(folder, 'large.bin'), bytesOf(large, tag + 1));
  copyFileSync(join(FIXTURES, 'intake/bill-infozip.zip'), join(folder, 'bill.zip'));
  copyFileSync(join(FIXTURES, 'intake/call.mp3'), join(folder, 'call.mp3'));
}

/** More files than one thread reads: small ones, no two alike. */
export function layMany(folder: string): void {
  for (let i = 0; i < 1_050; i++) writeFileSync(join(folder, `many${i}.bin`), bytesOf(2_000, randomInt(1e9)));
}

/** Bytes that look random and are made from a number. */
export function bytesOf(length: number, seed: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let state = seed | 0 || 1;
  for (let i = 0; i < length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state;
  }
  return bytes;
}

/** A case with files of all kinds, a picture that was read, letters with their papers, and contacts. */
export async function makeRichCase(desk: Desk, name: string): Promise<string> {
  layFiles(join(desk.cwd, 'rich'), 1_000_000);
  copyFileSync(join(FIXTURES, 'looks/banned.webp'), join(desk.cwd, 'rich/banned.webp'));
  const path = join(desk.cwd, name);
  const said = ['--case', path, '-q'];
  for (const args of [
    ['new', 'rich', '-y', ...PURCHASE],
    ['letter', '--to', 'merchant', '--format', 'txt,docx', '--out', 'rich-out', '--anyway', '测试', '-y'],
    ['letter', '--to', 'platform', '--format', 'txt', '--out', 'rich-out', '--anyway', '测试', '-y'],
    ['followup', '--channel', 'merchant', '--said', '再等等', '--letter', '1', '-y'],
    ['platform', 'report_window=48h', '--quote', '四十八小时内报告'],
    ['evidence', '2', '--note', '重要'],
  ]) {
    const ran = await run(desk, [...args, ...said]);
    if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`);
  }
  return path;
}

/** A bag of a case, as a folder. */
export async function makeBag(desk: Desk, path: string): Promise<string> {
  const ran = await run(desk, ['export', '--bag', '--json', '--case', path]);
  if (ran.status !== 0) throw new Error(`export --bag: ${ran.stderr}`);
  return JSON.parse(ran.stdout).bag as string;
}

/** All that must never be lost, by what it is. */
export type Kept = ReadonlySet<string>;

function keptIn(file: CaseFile): Kept {
  const kept = new Set<string>();
  for (const { no, sha256 } of listExhibits(file)) kept.add(`exhibit ${no} ${sha256}`);
  for (const { no, text } of listLetters(file)) kept.add(`letter ${no} ${digest(text)}`);
  for (const { no, said } of listContacts(file)) kept.add(`contact ${no} ${said}`);
  for (const row of file.prepare('SELECT seq, hash FROM journal').all() as { seq: number; hash: string }[])
    kept.add(`entry ${row.seq} ${row.hash}`);
  return kept;
}

export const digest = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Opens a case and looks at all of it. @returns what it holds and what is wrong with it */
export function examine(path: string): { kept: Kept; problems: string[] } {
  let file: CaseFile | undefined;
  const found: { kept: Kept; problems: string[] } = { kept: new Set(), problems: [] };
  try {
    file = openCaseFile(path, now);
    found.problems = verifyCase(file).problems.map(({ message }) => message);
    found.kept = keptIn(file);
  } catch (error) {
    // A `new` that was killed before its first commit leaves a file without a byte, and that is said.
    const notBegun = error instanceof KamengError && (error.code === 'CASE_EMPTY' || error.code === 'CASE_NOT_FOUND');
    if (!notBegun) found.problems.push(`cannot be opened: ${(error as Error).message}`);
  } finally {
    file?.close();
  }
  if (existsSync(`${path}-journal`)) found.problems.push('a journal is left');
  return found;
}

/** What a command said it had done, by the words of `keptIn`; empty when it did not come to say it. */
export function claimsOf(stdout: string): string[] {
  let said: any;
  try {
    said = JSON.parse(stdout);
  } catch {
    return [];
  }
  return [
    ...(said.exhibits ?? [])
      .filter((one: any) => typeof one === 'object')
      .map((one: any) => `exhibit ${one.no} ${one.sha256}`),
    ...(typeof said.no === 'number' && typeof said.text === 'string' ? [`letter ${said.no} ${digest(said.text)}`] : []),
    ...(said.contact ? [`contact ${said.contact.no} ${said.contact.said}`] : []),
  ];
}

/** Files in an output folder that are there by half: not what the case has, no end, or a temporary one. */
export function halfFiles(folder: string, path: string): string[] {
  if (!existsSync(folder)) return [];
  const file = openCaseFile(path, now);
  const whole = new Set(
    (file.prepare('SELECT sha256 FROM contents').all() as { sha256: string }[]).map(({ sha256 }) => sha256),
  );
  file.close();
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.kameng-'))
    .filter((name) => {
      // The manifests of a bag come last.
      if (statSync(join(folder, name)).isDirectory()) return !existsSync(join(folder, name, 'tagmanifest-sha256.txt'));
      if (name.endsWith('.kameng')) return examine(join(folder, name)).problems.length > 0;
      const bytes = readFileSync(join(folder, name));
      if (whole.has(digest(bytes))) return false;
      if (/\.(?:docx|zip)$/.test(name)) return bytes.subarray(-22, -18).toString('latin1') !== 'PK\u0005\u0006';
      if (name.endsWith('.pdf')) return !bytes.subarray(-16).toString('latin1').includes('%%EOF');
      return !(name.endsWith('.txt') && bytes.length > 0 && bytes.at(-1) === 10);
    });
}

/** Temporary files of ours below a folder. */
export function leftovers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?:^|\/)(?:\.kameng-[^/]*|kameng-[^/]*|[^/]*\.tmp)$/.test(name),
  );
}

/** Compiles the shim. @returns its path, or why there is none */
export function compileShim(root: string): { shim?: string; why?: string } {
  if (process.platform !== 'linux') return { why: 'a preloaded shim needs Linux' };
  const shim = join(root, 'shim.so');
  const made = spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', shim, join(import.meta.dirname, 'shim.c'), '-ldl'], {
    encoding: 'utf8',
  });
  if (made.error) return { why: 'no C compiler (cc)' };
  return made.status === 0 ? { shim } : { why: `cc failed: ${made.stderr}` };
}

export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  for (const row of rows)
    console.log(
      `  ${row
        .map((cell, i) => String(cell).padEnd(widths[i]!))
        .join('  ')
        .trimEnd()}`,
    );
}

/** A generator that a seed decides, so that a run can be made again. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Does the work for each item, two at a time: a disk that waits leaves room for another. */
export async function twoAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const one = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all([one(), one()]);
}
