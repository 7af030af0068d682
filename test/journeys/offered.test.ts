import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/kameng.ts';
import { CTRL_C, DOWN, ENTER, openTerminal } from '../support/terminal.ts';

const ORDER = [
  '订单详情',
  '订单编号：CZ20261119200311877',
  '商品名称：云雀音乐季卡',
  '店铺名称：芦苇点卡',
  '实付款：￥42.00',
  '付款时间：2026-11-24 20:03:40',
  '付款后24小时内发货。点卡类商品请在收货后60小时内申请售后，逾期不候。',
];
const FLAGS = '--dispute not_delivered --platform 橙子卡券 --merchant 芦苇点卡 --case ./x.kameng'.split(' ');

function deskWithOrder(): Desk {
  const desk = openDesk();
  const page = `<!doctype html><meta charset="utf-8"><title>订单详情</title>${ORDER.map((line) => `<p>${line}</p>`).join('')}`;
  writeFileSync(join(desk.cwd, '订单.html'), page);
  return desk;
}

/** How many hours the platform's own window has, as it counts. */
const counted = (desk: Desk): number | undefined =>
  desk
    .run(['due', '--json'])
    .json()
    .due.find((one: { rule: string }) => one.rule === 'PDEF-01')?.n;

describe('a window that the platform printed on the order page', () => {
  test('waits for a yes, is taken over with its words, and counts from then on', () => {
    const desk = deskWithOrder();
    desk.run(['new', '订单.html', '-y', ...FLAGS]);
    expect(counted(desk)).toBe(48);
    expect(desk.run(['check', '--json']).json().offeredRules).toEqual(
      desk.run(['status', '--json']).json().offeredRules,
    );
    for (const screen of ['status', 'check']) {
      const { stdout } = desk.run([screen]);
      expect(stdout).toContain('证据 1 上写着“点卡类商品请在收货后60小时内申请售后，逾期不候”（60 小时，从收货起算）');
      expect(stdout).toContain('kameng platform report_window=60小时 --exhibit 1');
    }

    // Only what is printed there can be left to the exhibit.
    expect(desk.run(['platform', 'report_window=61小时', '--exhibit', '1', '--json']).error().code).toBe(
      'QUOTE_MISSING',
    );
    const taken = desk.run(['platform', 'report_window=60小时', '--exhibit', '1', '--json']).json();
    expect(taken.platformRules).toMatchObject([
      { key: 'report_window', number: 60, quote: '点卡类商品请在收货后60小时内申请售后，逾期不候', exhibit: 1 },
    ]);
    expect(counted(desk)).toBe(60);
    expect(desk.run(['status', '--json']).json().offeredRules).toEqual([]);
    expect(desk.run(['status']).stdout).not.toContain('待确认');
  });

  test('is asked about once in the dialogue', async () => {
    const desk = deskWithOrder();
    const terminal = openTerminal(desk, ['new', '订单.html', ...FLAGS]);
    await terminal.see('都对吗');
    terminal.type(ENTER);
    await terminal.see('这是平台自己的规则吗');
    terminal.type(ENTER);
    await terminal.see('什么时候发现有问题');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
    expect(counted(desk)).toBe(60);
  });

  test('that is not the platform’s rule is not asked about again', async () => {
    const desk = deskWithOrder();
    const terminal = openTerminal(desk, ['new', '订单.html', ...FLAGS]);
    await terminal.see('都对吗');
    terminal.type(ENTER);
    await terminal.see('这是平台自己的规则吗');
    terminal.type(DOWN + ENTER);
    await terminal.see('什么时候发现有问题');
    terminal.type(CTRL_C);
    expect(await terminal.exit).toBe(130);
    expect(counted(desk)).toBe(48);
    expect(desk.run(['status', '--json']).json().offeredRules).toEqual([]);
    expect(desk.run(['platform', 'report_window=60小时', '--exhibit', '1', '--decline', '--json']).error().code).toBe(
      'OFFER_UNKNOWN',
    );
    // Whoever thinks better of it takes it over all the same.
    desk.run(['platform', 'report_window=60小时', '--exhibit', '1']);
    expect(counted(desk)).toBe(60);
    expect(desk.run(['verify']).status).toBe(0);
  });

  test('is declined by a command', () => {
    const desk = deskWithOrder();
    desk.run(['new', '订单.html', '-y', ...FLAGS]);
    expect(desk.run(['platform', 'report_window=60小时', '--exhibit', '1', '--decline']).stdout).toContain('不再问');
    expect(desk.run(['check', '--json']).json().offeredRules).toEqual([]);
    expect(desk.run(['platform', '--json']).json().platformRules).toEqual([]);
  });
});
