import { spawnSync } from 'node:child_process';
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
