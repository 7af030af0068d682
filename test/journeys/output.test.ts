import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { BIN, LITTLE, openDesk, type Desk } from '../support/kameng.ts';

/** What has something to say of a case, or of the program. */
const SPEAKING = [
  ['--version', '--help', 'help status', '', 'status', 'evidence', 'facts', 'letter', 'completion bash'],
  ['list', 'timeline', 'route', 'due', 'verify', 'search 测试', 'check'].map((command) => `${command} --json`),
].flat();
const wordsOf = (line: string): string[] => line.split(' ').filter((word) => word !== '');

function deskWithCase(): Desk {
  const desk = openDesk();
  expect(desk.run(['new', '-y', ...LITTLE]).status).toBe(0);
  return desk;
}

/** The built program, with what it says where a test wants it. */
function runInto(desk: Desk, words: readonly string[], stdio: ['ignore', number | 'ignore', number | 'pipe']) {
  const ran = spawnSync(process.execPath, [BIN, ...words], { cwd: desk.cwd, env: desk.env, encoding: 'utf8', stdio });
  return { status: ran.status, lines: (ran.stderr ?? '').trimEnd().split('\n') };
}

test('a reader that has what it wanted is no error: kameng … | head', async () => {
  const desk = deskWithCase();
  for (const line of ['--version', '--help', 'status', 'list --json']) {
    const child = spawn(process.execPath, [BIN, ...wordsOf(line)], { cwd: desk.cwd, env: desk.env });
    child.stdout.destroy();
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect([code, said], line).toEqual([0, '']);
  }
});

// A disk that is full; other systems than Linux do not have one for the asking.
const FULL = '/dev/full';

test.runIf(existsSync(FULL))('an output that takes nothing is one error, and no trace, of every command', () => {
  const desk = deskWithCase();
  const full = openSync(FULL, 'w');
  for (const line of SPEAKING) {
    const { status, lines } = runInto(desk, wordsOf(line), ['ignore', full, 'pipe']);
    expect(
      lines.filter((one) => one.startsWith('kameng: 错误: ')),
      line,
    ).toEqual([expect.stringContaining('写不出去，后面的没有写：')]);
    expect(
      lines.filter((one) => /^\s+at |^Node\.js v/.test(one)),
      line,
    ).toEqual([]);
    expect(status, line).toBe(1);
    if (line.endsWith('--json')) expect(JSON.parse(lines.at(-1)!)).toMatchObject({ error: { code: 'OUTPUT_FAILED' } });
  }
  closeSync(full);
});

test.runIf(existsSync(FULL))('what is said beside the data may go nowhere: the work is done', () => {
  const desk = deskWithCase();
  const full = openSync(FULL, 'w');
  expect(runInto(desk, ['facts', 'product=季卡'], ['ignore', 'ignore', full]).status).toBe(0);
  closeSync(full);
  expect(desk.run(['facts', '--json']).json().facts.product.value).toBe('季卡');
});
