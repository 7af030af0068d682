import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { BIN, openDesk, PURCHASE } from '../support/kameng.ts';

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
function loaded(args: string[]): string[] {
  const { cwd, env } = openDesk();
  const ran = spawnSync(process.execPath, ['--import', TELL, BIN, ...args], { cwd, env, encoding: 'utf8' });
  return [...new Set([...ran.stderr.matchAll(/^loads (\S+)$/gm)].map((match) => match[1]!))].toSorted();
}

test('what only declares the commands loads no package: the parser is built in', () => {
  for (const args of [['--version'], ['--help'], ['new', '--help'], ['completion', 'bash'], ['nonsense']])
    expect(loaded(args), args.join(' ')).toEqual([]);
  // And a package that is loaded is seen.
  expect(loaded(['lint', '-', '--json']).length + loaded([...NEW, '--amount', '1']).length).toBeGreaterThan(0);
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

test('compiled code is kept beside the cases, and nowhere before there are any', () => {
  const { cwd, env } = openDesk();
  const tmp = join(cwd, 'tmp');
  mkdirSync(tmp);
  const run = (args: string[]) =>
    spawnSync(process.execPath, [BIN, ...args], { cwd, env: { ...env, TMPDIR: tmp, TMP: tmp, TEMP: tmp } });
  run(['--version']);
  expect(existsSync(env['KAMENG_HOME']!)).toBe(false);
  run(NEW);
  run(['status']);
  expect(readdirSync(join(env['KAMENG_HOME']!, 'cache', 'code'))).toHaveLength(1);
  expect(readdirSync(tmp)).toEqual([]);
});
