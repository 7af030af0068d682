import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LITTLE, openDesk } from '../support/kameng.ts';
import { answer, ENTER, openTerminal } from '../support/terminal.ts';

// He dropped the picture where words were asked for, and its path was heard as a promise of ten hours.
test('the words of an answer are taken from what shows it, and its file is never heard as words', async () => {
  const desk = openDesk();
  desk.run(['new', '-y', ...LITTLE, '--case', './x.kameng']);
  writeFileSync(
    join(desk.cwd, '10H.txt'),
    '2026-11-20 10:12:05 我\n还没有收到退款\n\n2026-11-20 14:11:09 m\n3个工作日内退款\n\n2026-11-20 14:12:00 m\n亲亲在的\n',
  );
  const shown = join(desk.cwd, '10H.txt');
  const refused = desk.run(['followup', '--channel', 'merchant', '--said', shown]);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('--said 后面是一个文件');
  const terminal = openTerminal(desk, ['followup']);
  await answer(terminal, [
    { see: '记什么？', keys: ENTER },
    { see: '和谁联系的', keys: ENTER },
    { see: '有对方答复的截图', keys: `'${shown}'${ENTER}` },
    { see: '哪一句是答复', keys: ENTER },
  ]);
  expect(await terminal.exit).toBe(0);
  expect(desk.run(['status', '--json']).json().contacts).toMatchObject([
    {
      channel: 'merchant',
      at: '2026-11-20T14:11:09+08:00',
      said: '3个工作日内退款',
      exhibits: [1],
      result: 'promise',
    },
  ]);
});

test('what comes in after a complaint and answers it is offered to the log', async () => {
  const desk = openDesk();
  desk.run(['new', '-y', ...LITTLE, '--case', './x.kameng']);
  desk.run(['followup', '--channel', 'merchant', '--filed', '2026-11-19']);
  const chat = (day: string): string =>
    `${day} 14:11:05 我\n还没有收到退款\n\n${day} 14:11:09 m\n3个工作日内退款\n\n${day} 14:12:00 m\n亲亲在的\n`;
  writeFileSync(join(desk.cwd, 'old.txt'), chat('2026-11-10'));
  writeFileSync(join(desk.cwd, 'new.txt'), chat('2026-11-20'));
  expect(desk.run(['add', 'old.txt']).stderr).not.toContain('记下来');
  const terminal = openTerminal(desk, ['add', 'new.txt']);
  await answer(terminal, [
    { see: '哪一句是答复', keys: ENTER },
    { see: '这是谁说的', keys: ENTER },
  ]);
  expect(await terminal.exit).toBe(0);
  expect(terminal.screen()).toContain('对方承诺的时间');
  expect(desk.run(['status', '--json']).json().contacts.at(-1)).toMatchObject({
    at: '2026-11-20T14:11:09+08:00',
    said: '3个工作日内退款',
    exhibits: [2],
  });
});
