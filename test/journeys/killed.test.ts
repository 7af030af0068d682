import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesk, PURCHASE } from '../support/kameng.ts';

/** So many that they are read by a thread of their own. */
const FILES = 1_001;
const BYTES = 40_000;

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** When the process is killed, by what is on the disk. */
const MOMENTS: Record<string, (path: string) => boolean> = {
  'as soon as its file is there': (path) => existsSync(path),
  'when the case is begun and nothing is in it': (path) => sizeOf(path) > 0 && !existsSync(`${path}-journal`),
  'while bytes go in': (path) => sizeOf(path) > 4_000_000 && existsSync(`${path}-journal`),
};

describe.skipIf(process.platform === 'win32')('new --no-read, killed', () => {
  test.each(Object.entries(MOMENTS))(
    '%s, leaves a case that goes on, or none',
    async (_when, isNow) => {
      const desk = openDesk();
      mkdirSync(join(desk.cwd, '截图'));
      for (let i = 0; i < FILES; i++) writeFileSync(join(desk.cwd, '截图', `${i}.bin`), randomBytes(BYTES));
      const path = join(desk.cwd, 'x.kameng');
      const make = ['new', '截图', '--no-read', '-y', ...PURCHASE, '--case', path];
      const child = spawn(process.execPath, desk.command(make), { cwd: desk.cwd, env: desk.env, stdio: 'ignore' });
      const exit = new Promise<NodeJS.Signals | null>((resolve) =>
        child.on('exit', (_code, signal) => resolve(signal)),
      );
      while (child.exitCode === null && !isNow(path)) await new Promise<void>((resolve) => void setImmediate(resolve));
      child.kill('SIGKILL');
      expect(await exit).toBe('SIGKILL');

      // Whoever looks first finds a sound case, or hears that there is none yet.
      const seen = desk.run(['verify', '--json', '--case', path]);
      const begun = seen.status === 0;
      if (begun) expect(seen.json()).toMatchObject({ ok: true, problems: [] });
      else expect(seen.stdout).toContain('新建它时被中断');
      const again = desk.run([...make, '--json']);
      if (begun) expect(again.error().code).toBe('CASE_EXISTS');
      else expect([again.status, again.json().added.length]).toEqual([0, FILES]);
      // What is in already is not taken in twice.
      const rest = desk.run(['add', '截图', '--no-read', '--json', '--case', path]);
      expect(rest.status, rest.stderr).toBe(0);
      expect(rest.json().added.length + rest.json().duplicates.length).toBe(FILES);
      const whole = desk.run(['verify', '--json', '--case', path]).json();
      expect([whole.ok, whole.checked.exhibits]).toEqual([true, FILES]);
      expect(readdirSync(desk.cwd).toSorted()).toEqual(['home', 'x.kameng', '截图'].toSorted());
    },
    60_000,
  );
});
