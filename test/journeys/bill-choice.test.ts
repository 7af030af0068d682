import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/kameng.ts';
import { CTRL_C, DOWN, ENTER, openTerminal } from '../support/terminal.ts';

const factsOf = (desk: Desk): Record<string, { value: string }> =>
  desk.run(['facts', '--json', '-c', 'x.kameng']).json().facts;

test('a bill in JSON holds the rows of this purchase alone, unless all are asked for', () => {
  const desk = openDesk();
  const rows = [
    ['交易时间', '交易对方', '商品', '收/支', '金额', '交易单号'],
    ['2026-11-03 10:00:00', '芦苇点卡', '月卡', '支出', '42.00', 'T20261103001'],
    ['2026-11-05 08:10:00', '城南牙科', '洗牙', '支出', '260.00', 'T20261105002'],
  ];
  const table = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  writeFileSync(join(desk.cwd, '账单.html'), `<html><body><table>${table}</table></body></html>`);
  const facts = ['--dispute', 'not_delivered', '--amount', '42', '--merchant', '芦苇点卡', '--paid-at', '2026-11-03'];
  desk.run(['new', '账单.html', '-y', '--case', './x.kameng', ...facts]);
  const own = desk.run(['evidence', '1', '--json']);
  expect(own.json().exhibit.reading.bill).toMatchObject({
    amountUnit: 'yuan',
    shows: 'purchase',
    found: 2,
    rows: [{ counterparty: '芦苇点卡', amount: '42.00' }],
  });
  expect(own.stdout).not.toContain('城南牙科');
  const all = desk.run(['evidence', '1', '--json', '--all-rows']).json().exhibit.reading;
  expect(all.bill.rows).toHaveLength(2);
  expect(JSON.stringify(all.lines)).toContain('城南牙科');
});

describe('a bill in which several payments fit', () => {
  const BILL =
    '交易时间,交易对方,商品,收/支,金额,交易单号\n' +
    '2026-11-03 10:00:00,芦苇点卡,月卡,支出,42.00,T20261103001\n' +
    '2026-11-05 08:10:00,豆浆铺,豆浆,支出,8.00,T20261105002\n' +
    '2026-11-08 21:30:00,芦苇点卡,月卡,支出,42.00,T20261108003\n';

  test('is asked about, and the row that is picked dates the payment', async () => {
    const desk = openDesk();
    writeFileSync(join(desk.cwd, '账单.csv'), BILL);
    const flags = ['--dispute', 'not_delivered', '--amount', '42', '--merchant', '芦苇点卡', '--platform', '橙子卡券'];
    const terminal = openTerminal(desk, ['new', '账单.csv', '--case', './x.kameng', ...flags, '--product', '月卡']);
    await terminal.see('里有 2 笔都像这次付款。是哪一笔？');
    expect(terminal.screen()).toContain('2026-11-03 10:00:00  芦苇点卡  月卡  42.00 元');
    terminal.type(DOWN + ENTER);
    await terminal.see('都对吗');
    terminal.type(ENTER);
    await terminal.see('订单号是多少');
    // The rest is asked as ever; what was answered is saved.
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
    const facts = factsOf(desk);
    expect([facts['paidAt']?.value, facts['tradeNo']?.value]).toEqual(['2026-11-08T21:30:00+08:00', 'T20261108003']);
  });

  test('is asked about as soon as the amount is typed, and answers when it was paid', async () => {
    const desk = openDesk();
    writeFileSync(join(desk.cwd, '账单.csv'), BILL);
    const flags = ['--dispute', 'not_delivered', '--platform', '橙子卡券', '--product', '月卡'];
    const terminal = openTerminal(desk, ['new', '账单.csv', '--case', './x.kameng', ...flags]);
    await terminal.see('从哪个商家');
    terminal.type(ENTER);
    await terminal.see('付了多少钱');
    terminal.type(`42${ENTER}`);
    await terminal.see('都像这次付款。是哪一笔？');
    terminal.type(ENTER);
    await terminal.see('订单号是多少');
    expect(terminal.screen()).not.toContain('什么时候付的款');
    // The rest is asked as ever; what was answered is saved.
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
    expect(factsOf(desk)['paidAt']?.value).toBe('2026-11-03T10:00:00+08:00');
  });
});
