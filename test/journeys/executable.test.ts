import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../support/folder.ts';
import { BIN, openDesk, PURCHASE } from '../support/kameng.ts';

const SAY_KEPT = resolve(import.meta.dirname, '../support/say-kept.cjs');
/** Paid long ago, whatever day it is on this computer. */
const NEW = ['new', '-y', '--json', ...PURCHASE, '--paid-at', '2025-01-02', '--case', './x.kameng'];

const desk = () => {
  const { cwd, env } = openDesk();
  return (args: string[]) => spawnSync(process.execPath, [BIN, ...args], { cwd, env, encoding: 'utf8' });
};

test('the executable hands on its words, its streams and its exit code', () => {
  const run = desk();
  expect(run(['--version'])).toMatchObject({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  expect(run(['nonsense']).status).toBe(2);
  expect(run(NEW).status).toBe(0);
  expect(run(['check']).status).toBe(3);
});

/** Writes the name of each package that the program itself loads to standard error. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  import { isBuiltin, registerHooks } from 'node:module';
  registerHooks({ resolve(name, context, next) {
    if (context.parentURL?.includes('/dist/') && !context.parentURL.includes('/node_modules/') && !/^[./]/.test(name) && !isBuiltin(name))
      process.stderr.write('loads ' + name + '\\n');
    return next(name, context);
  } });
`)}`;

/** The packages that a command line loads. */
function loaded(args: readonly string[]): string[] {
  const { cwd, env } = openDesk();
  const ran = spawnSync(process.execPath, ['--import', TELL, BIN, ...args], { cwd, env, encoding: 'utf8' });
  expect(ran.stderr).not.toContain('Warning');
  return [...new Set([...ran.stderr.matchAll(/^loads (\S+)$/gm)].map((match) => match[1]!))].toSorted();
}

test('what only declares the commands loads no package: the parser is built in', () => {
  for (const args of [['--version'], ['--help'], ['new', '--help'], ['completion', 'bash'], ['nonsense']])
    expect(loaded(args), args.join(' ')).toEqual([]);
  // And a package that is loaded is seen.
  expect(loaded([...NEW, '--no-read', resolve(BIN, '../../docs/example/订单.png')])).toContain('file-type');
});

test('it keeps the clock of this computer', () => {
  const run = desk();
  const before = Date.now();
  const { case: opened } = JSON.parse(run(NEW).stdout);
  expect(Date.parse(opened.openedAt)).toBeGreaterThanOrEqual(Math.floor(before / 1_000) * 1_000);
  expect(Date.parse(opened.openedAt)).toBeLessThanOrEqual(Date.now());
});

test('a journey sets the clock', () => {
  const journey = openDesk();
  journey.now = '2027-02-03T04:05:06+08:00';
  const opened = journey.run(NEW).json().case.openedAt;
  expect(opened).toBe('2027-02-03T04:05:06+08:00');
  expect(journey.now).toBe('2027-02-03T04:06:06+08:00');
});

describe('compiled code', () => {
  const codeOf = (env: NodeJS.ProcessEnv): string => join(env['KAMENG_HOME']!, 'cache', 'code');
  const builds = (env: NodeJS.ProcessEnv): string[] => readdirSync(codeOf(env));
  const keptIn = (env: NodeJS.ProcessEnv): string[] => {
    const folder = join(codeOf(env), builds(env)[0]!);
    return readdirSync(folder).map((name) => join(folder, name));
  };
  /** The files of the program whose code is kept, with when that was written. */
  const written = (env: NodeJS.ProcessEnv): Record<string, number> =>
    Object.fromEntries(keptIn(env).map((path) => [basename(path), statSync(path).mtimeMs]));

  test('is kept beside the cases, and nowhere before there are any', () => {
    const { cwd, env } = openDesk();
    const tmp = join(cwd, 'tmp');
    mkdirSync(tmp);
    const run = (args: string[]) =>
      spawnSync(process.execPath, [BIN, ...args], { cwd, env: { ...env, TMPDIR: tmp, TMP: tmp, TEMP: tmp } });
    run(['--version']);
    run(['list']);
    expect(existsSync(env['KAMENG_HOME']!)).toBe(false);
    run(NEW);
    run(['status']);
    expect(builds(env)).toHaveLength(1);
    expect(readdirSync(tmp)).toEqual([]);
  });

  /** A home with a case, after a first and a second look. */
  function looked() {
    const { cwd, env } = openDesk();
    const run = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { cwd, env, encoding: 'utf8' });
    run(...NEW);
    const { status, stdout } = run('status');
    expect(status).toBe(0);
    return { cwd, env, run, stdout };
  }

  test('is written once for a command, and again when another calls other functions', () => {
    const { env, run } = looked();
    const before = written(env);
    expect(Object.keys(before).filter((name) => name.endsWith('.cjs')).length).toBeGreaterThan(1);
    run('status');
    expect(written(env)).toEqual(before);
    run('route');
    expect(written(env)).not.toEqual(before);
    expect(Object.keys(written(env))).toContain('route.seen');
  });

  test('is not run when it is damaged, and mended', () => {
    const { env, run, stdout } = looked();
    // What `status` loads; the first look has loaded more.
    const files = keptIn(env).filter((path) => /^(?:begin|case)-.*\.cjs$/.test(basename(path)));
    expect(files).toHaveLength(2);
    const whole = files.map((path) => readFileSync(path));
    for (const [i, path] of files.entries()) {
      const bytes = Buffer.from(whole[i]!);
      bytes[bytes.length >> 2]! ^= 4;
      writeFileSync(path, i % 2 === 0 ? bytes : bytes.subarray(0, bytes.length - 100));
    }
    expect(run('status')).toMatchObject({ status: 0, stdout, stderr: '' });
    for (const path of files) {
      const now = readFileSync(path);
      expect(now.subarray(0, now.length / 2).equals(now.subarray(now.length / 2))).toBe(true);
    }
    // And what is of another engine or another program is refused by the engine itself.
    for (const path of files) writeFileSync(path, Buffer.alloc(2_000, 7));
    expect(run('status')).toMatchObject({ status: 0, stdout, stderr: '' });
  });

  test('is run by a thread as well', async () => {
    const { cwd, env, run } = looked();
    run('list');
    const home = env['KAMENG_HOME']!;
    const paths = [join(cwd, 'x.kameng')];
    const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const thread = new Worker(resolve(BIN, '../../dist/thread.cjs'), {
      workerData: { home, file: 'lines-thread.cjs', at: '2026-11-25T10:00:00+08:00', paths, taken },
      execArgv: ['--require', SAY_KEPT],
    });
    const said: unknown[] = [];
    thread.on('message', (message) => said.push(message));
    await once(thread, 'exit');
    expect(said).toContainEqual({ kept: expect.stringMatching(/^begin-/) });
    expect(said).toContainEqual({ kept: expect.stringMatching(/^case-/) });
    expect(said.at(-1)).toMatchObject([{ path: paths[0], found: { value: { exhibits: 0 } } }]);
  });

  test('of the last two programs stays, of others it goes', () => {
    const { env, run } = looked();
    for (const name of ['v1', 'v2', 'v3']) {
      mkdirSync(join(codeOf(env), name));
      utimesSync(join(codeOf(env), name), 1_000 + Number(name.slice(1)), 1_000 + Number(name.slice(1)));
    }
    run('route');
    expect(builds(env)).toHaveLength(2);
    expect(builds(env)).toContain('v3');
  });

  test.skipIf(process.platform === 'win32')('is not run from a folder that others can write to', () => {
    const { env, run, stdout } = looked();
    chmodSync(codeOf(env), 0o777);
    for (const path of keptIn(env)) writeFileSync(path, 'x');
    expect(run('status')).toMatchObject({ status: 0, stdout, stderr: '' });
    expect(statSync(codeOf(env)).mode & 0o777).toBe(0o700);
  });
});

test('the binary of SQLite is that of the JavaScript that is built in, or the package is taken as it is', () => {
  const desk = openDesk();
  desk.run(NEW);
  const install = temporaryFolder();
  const root = resolve(BIN, '../..');
  for (const part of ['bin', 'dist', 'templates', 'package.json'])
    cpSync(join(root, part), join(install, part), { recursive: true });
  const beside = join(install, 'node_modules', 'better-sqlite3');
  const run = () =>
    spawnSync(process.execPath, [join(install, 'bin/kameng.js'), 'status'], {
      cwd: desk.cwd,
      env: desk.env,
      encoding: 'utf8',
    });
  cpSync(realpathSync(join(root, 'node_modules/better-sqlite3')), beside, { recursive: true });
  expect(run()).toMatchObject({ status: 0, stderr: '' });
  const manifest = JSON.parse(readFileSync(join(beside, 'package.json'), 'utf8'));
  writeFileSync(join(beside, 'package.json'), JSON.stringify({ ...manifest, version: '99.0.0' }));
  const index = join(beside, 'lib/index.js');
  writeFileSync(index, `${readFileSync(index, 'utf8')}\nprocess.stderr.write('the package itself');\n`);
  expect(run()).toMatchObject({ status: 0, stderr: 'the package itself' });
});
