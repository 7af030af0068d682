import { expect, test } from 'vitest';
import { sayCommand } from '../../src/cli/command-line.ts';
import { equivalentCommands } from '../../src/cli/commands/new/questions.ts';
import { cellsOf } from '../../src/cli/views/cells.ts';
import type { Context } from '../../src/cli/context.ts';
import type { Facts } from '../../src/model/facts.ts';

const WIDTH = 60;

function contextOf(said: string[]): Context {
  const io = { say: (line: string) => said.push(line), width: { stderr: WIDTH }, color: { stderr: false } };
  return { io } as unknown as Context;
}

const FACTS: Facts = Object.fromEntries(
  Object.entries({
    dispute: 'card_invalid',
    merchant: '晴空数码小铺',
    demand: 'refund',
    site: 'marketplace',
    purpose: 'own_use',
    signs: 'vanished,many_victims',
  }).map(([key, value]) => [key, { value, status: 'given', sources: [] }]),
);

test('commands that do the same as a dialogue stand in whole lines, and say all that was answered', () => {
  const said: string[] = [];
  const context = contextOf(said);
  sayCommand(context, ...equivalentCommands(context, FACTS, ['截图'], []));
  const lines = said.slice(1);
  expect(lines[0]).toBe('  kameng new "截图" -y');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines)
    expect(line.length + (line.match(/\p{Script=Han}/gu) ?? []).length).toBeLessThanOrEqual(WIDTH);
  const told = lines.slice(1).flatMap((line) => line.replace('  kameng facts ', '').split(' '));
  expect(told.map((one) => one.split('=')[0]).toSorted()).toEqual(Object.keys(FACTS).toSorted());
});

test('a long answer is not spread over the screen: its place is shown, and what goes there', () => {
  const said: string[] = [];
  const answer = `"${'亲，虚拟商品一经售出不退不换'.repeat(3)}"`;
  sayCommand(contextOf(said), ['followup', '--channel', 'merchant', '--said', answer, '--result', 'refused']);
  expect(said).toEqual([
    '同样的事可以直接写（"原话"换成对方的话）：',
    'kameng followup --channel 商家 --said "原话" --result 被拒绝',
  ]);
  sayCommand(contextOf(said), ['followup', '--said', '"不退"']);
  expect(said.slice(2)).toEqual(['同样的事可以直接写：', '  kameng followup --said "不退"']);
});

// Paths and numbers ran over the edge of a screen of sixty.
test('of what makes a command longer than the screen its place is shown, and no more than that', () => {
  const said: string[] = [];
  const path = '"/Users/linxiaoyu/Pictures/投诉/2026-11-26 客服回复.png"';
  sayCommand(contextOf(said), ['add', path, path]);
  sayCommand(contextOf(said), [
    'followup',
    '--letter',
    '3',
    '--filed',
    '2026-12-08',
    '--reference',
    'TS20261125003180042',
  ]);
  sayCommand(contextOf(said), ['followup', '--channel', 'court', '--said', '"已立案"', '--file', path]);
  sayCommand(contextOf(said), ['followup', '--channel', 'regulator', '--at', '2026-11-26T14:11', '--said', '"已受理"']);
  expect(said.splice(6)).toEqual([
    '同样的事可以直接写（"原话"换成对方的话、时间换成那一刻）：',
    'kameng followup --channel regulator --at 时间 --said "原话"',
  ]);
  for (const line of said.filter((one) => one.includes('kameng'))) expect(cellsOf(line)).toBeLessThanOrEqual(WIDTH);
  expect(said).toEqual([
    '同样的事可以直接写（"文件"换成路径）：',
    '  kameng add "文件"',
    '同样的事可以直接写（编号换成受理编号）：',
    'kameng followup --letter 3 --filed 12月8日 --reference 编号',
    '同样的事可以直接写（"原话"换成对方的话、"截图"换成文件的路径）：',
    'kameng followup --channel court --said "原话" --file "截图"',
  ]);
});

test('what fits one line is one command', () => {
  const { site, purpose } = FACTS;
  expect(equivalentCommands(contextOf([]), { site: site!, purpose: purpose! }, ['a'], [])).toEqual([
    ['new', 'a', '-y', '--site', 'marketplace'],
    ['facts', 'purpose=own_use'],
  ]);
});
