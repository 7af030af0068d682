import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { COMMANDS, HELP_GROUPS } from '../../src/cli/commands/index.ts';
import { cellsOf } from '../../src/cli/views/cells.ts';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';
import { ENTER, openTerminal } from '../support/terminal.ts';

function deskWithCase(name = 'a'): Desk {
  const desk = openDesk();
  expect(desk.run(['new', '-y', '--case', name, ...PURCHASE]).status).toBe(0);
  return desk;
}

/** A case in which something was written, said and handed in. */
function busyDesk(): Desk {
  const desk = deskWithCase();
  for (const args of [
    ['letter', '--to', '商家', '--out', '-'],
    ['followup', '--letter', '1', '--filed', '今天'],
    ['followup', '--channel', '商家', '--said', '虚拟商品一经售出概不退换，是你自己操作的问题，我们不处理'],
    ['followup', '--channel', '平台投诉中心', '--said', '请耐心等待，我们会尽快处理', '--with', '客服03'],
  ])
    expect(desk.run(args).status).toBe(0);
  return desk;
}

describe('screens', () => {
  const SCREENS = ['status', 'facts', 'route', 'due', 'list', 'check', 'timeline', 'evidence', 'search 退款'];
  test.each([60, 80, 120])('at %i columns no line is longer, no command is broken', async (cols) => {
    const desk = busyDesk();
    for (const screen of SCREENS) {
      const terminal = openTerminal(desk, [...screen.split(' '), '-y'], cols);
      await terminal.exit;
      const lines = terminal.screen().trimEnd().split('\n');
      for (const line of lines) expect(cellsOf(line), `${screen}: ${line}`).toBeLessThanOrEqual(cols);
      // What follows `kameng` stands on its line: a command by its whole name.
      const names = COMMANDS.map(({ name }) => name);
      for (const [, word] of terminal.screen().matchAll(/kameng(?: ([a-z]*))/g)) expect(names).toContain(word);
      if (cols >= 80) expect(lines.length, screen).toBeLessThanOrEqual(24);
    }
  });

  test('every command has its place in the help, and every example can be typed', async () => {
    const grouped = HELP_GROUPS.flatMap(({ commands }) => commands);
    expect(grouped.toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
    for (const example of COMMANDS.flatMap(({ examples }) => examples)) {
      const words = [...example.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
      const launched: string[] = [];
      const program = createProgram(async (command) => void launched.push(command.name));
      await program.parseAsync(words.slice(1), { from: 'user' });
      expect(launched, example).toEqual([words[1]]);
    }
  });
});

describe('several cases', () => {
  test('are searched, put away, taken back and named', () => {
    const desk = deskWithCase('a');
    expect(desk.run(['rename', '橙子季卡', '-c', 'a']).status).toBe(0);
    desk.run(['followup', '-c', '橙子', '--channel', 'merchant', '--said', '工号８０１２说会核实']);
    const { cases } = desk.run(['search', '8012', '--json']).json();
    expect(cases).toMatchObject([{ case: '橙子季卡', hits: [{ where: 'contact', of: 1 }] }]);
    const { text, start, end } = cases[0].hits[0];
    expect(text.slice(start, end)).toBe('８０１２');
    expect(desk.run(['search', '没有这个词']).stdout).toBe('');

    expect(desk.run(['close', '-c', 'a']).status).toBe(0);
    expect(desk.run(['close', '-c', 'a', '--json']).error().code).toBe('CASE_CLOSED');
    expect(desk.run(['list']).stdout).not.toContain('橙子季卡');
    expect(desk.run(['list', '--closed']).stdout).toContain('橙子季卡');
    expect(desk.run(['due', '--json']).json().due).toEqual([]);
    expect(desk.run(['verify', '-c', 'a', '--json']).json().ok).toBe(true);
    expect(desk.run(['followup', '-c', 'a', '--channel', 'merchant', '--said', '好的']).stderr).toContain('已经结案');
    // What completion says beside the name of a case is what people call it.
    desk.env['KAMENG_COMPLETE'] = '1';
    expect(desk.run(['status', '-c', '']).stdout).toContain('a\t橙子季卡（已结案）');
    delete desk.env['KAMENG_COMPLETE'];
    expect(desk.run(['reopen', '-c', 'a']).status).toBe(0);
    expect(desk.run(['list', '--word', '季卡']).stdout).toContain('橙子季卡');
    expect(desk.run(['list', '--word', '别的']).stdout).toBe('');
  });

  test('take the buyer’s own data only when a document needs it', () => {
    const desk = deskWithCase();
    expect(desk.run(['me', '姓名=王小明', '电话=13800000000', '地址=某市某区某路1号']).status).toBe(0);
    const buyer = (): string | undefined => desk.run(['facts', '--json']).json().facts.buyerName?.value;
    expect(buyer()).toBeUndefined();
    desk.run(['letter', '--to', '12315', '--out', '-']);
    expect(buyer()).toBe('王小明');
    desk.run(['me', '姓名=']);
    expect(desk.run(['me', '--json']).json().me.buyerName).toBeUndefined();
  });
});

test('days, amounts and choices as people write them reach the case', () => {
  const desk = deskWithCase();
  const set = desk.run(['facts', 'amount=58块8', '付款时间=前天晚上8点', '诉求=退款']);
  expect(set.status).toBe(0);
  expect(set.stderr).toContain('58块8 → 58.80 元');
  const { facts } = desk.run(['facts', '--json']).json();
  expect([facts.amount.value, facts.paidAt.value, facts.demand.value]).toEqual([
    '58.80',
    '2026-11-23T20:00+08:00',
    'refund',
  ]);
});

test('a letter has a short text for the chat; another document has none and says so', () => {
  const desk = deskWithCase();
  const short = desk.run(['letter', '--to', '商家', '--short', '--out', '-']).stdout.trim();
  expect([...short].length).toBeLessThanOrEqual(200);
  expect(short).toContain('QK2026110919581177');
  desk.run(['letter', '--to', 'platform', '--out', '-']);
  expect(desk.run(['letter', '2', '--short', '--json']).error().code).toBe('SHORT_MISSING');
});

test('an edit that was refused is there again in the next', async () => {
  const desk = deskWithCase();
  desk.run(['letter', '--to', 'merchant', '--out', '-']);
  const log = join(desk.cwd, 'seen.txt');
  const editor = join(desk.cwd, 'editor.mjs');
  // The first time something insulting is added, the second time it is taken out for something kind.
  writeFileSync(
    editor,
    `import { readFileSync, writeFileSync, appendFileSync } from 'node:fs';
const path = process.argv.at(-1);
const text = readFileSync(path, 'utf8');
appendFileSync(${JSON.stringify(log)}, text.includes('你们这些骗子') ? 'again\\n' : 'first\\n');
writeFileSync(path, text.includes('你们这些骗子') ? text.replace('你们这些骗子', '谢谢') : text + '\\n你们这些骗子\\n');`,
  );
  desk.env['EDITOR'] = `"${process.execPath}" "${editor}"`;
  desk.env['VISUAL'] = '';
  const terminal = openTerminal(desk, ['letter', '1', '--edit', '--out', '-']);
  await terminal.see('再改一次？');
  terminal.type(ENTER);
  expect(await terminal.exit).toBe(0);
  expect(readFileSync(log, 'utf8')).toBe('first\nagain\n');
  expect(desk.run(['letter', '2']).stdout).toContain('谢谢');
});
