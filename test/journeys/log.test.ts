import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';

/** The log of contacts and what exhibits show: nothing is told that did not happen, nothing typed beats what is shown. */
function deskWithCase(): Desk {
  const desk = openDesk();
  expect(desk.run(['new', '-y', ...PURCHASE]).status).toBe(0);
  return desk;
}

const order = (no: string, shop: string, goods: string, yuan: string, at: string): string =>
  `订单详情\n订单编号：${no}\n店铺：${shop}\n商品名称：${goods}\n实付款：¥${yuan}\n付款时间：${at}\n交易状态：交易成功\n`;
const FIRST = order('KM20261114144352949', '大白卡铺', '王者荣耀点券6480', '615.00', '2026-11-14 14:43:52');
const SECOND = order('KM20261101110000111', '晴空数码', 'Steam充值卡', '58.80', '2026-11-01 11:00:00');
const PAID =
  '账单详情\n收款方：大白卡铺\n支付成功\n付款金额 ¥615.00\n支付时间 2026-11-14 14:43:52\n交易单号 4200377600202611147953955831\n商户单号 KM20261114144352949\n';

function folderWith(desk: Desk, files: Record<string, string>): string {
  const folder = join(desk.cwd, '材料');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

// The platform was put right, and the letter that named the wrong one was still the next thing to send.
test('who changes a fact is told which letters still say what it was', () => {
  const desk = deskWithCase();
  desk.run(['letter', '--to', 'platform', '--anyway', '试']);
  expect(desk.run(['facts', 'platform=橙子数卡', 'signs=none']).stderr).toContain(
    '! 第 1 号文书里写的还是原来的平台，不要交了，重写一份：kameng letter',
  );
  desk.run(['followup', '--letter', '1', '--filed', '2026-11-25']);
  expect(desk.run(['facts', 'platform=橙子商城']).stderr).toContain('第 1 号文书里写的还是原来的平台，已经交出去了');
  expect(desk.run(['facts', 'platform=橙子商城', 'purpose=own_use']).stderr).not.toContain('号文书');
});

describe('service', () => {
  test('how a letter went out and arrived is logged, shown and in the JSON', () => {
    const desk = deskWithCase();
    expect(desk.run(['letter', '--to', 'rescission', '--anyway', '试']).status).toBe(0);
    const sent = desk.run([
      'followup',
      '--letter',
      '1',
      '--sent',
      '2026-11-25',
      '--sent-by',
      '快递',
      '--sent-no',
      'SF100',
      '--json',
    ]);
    expect(sent.json().contact).toMatchObject({
      channel: 'merchant',
      letter: 1,
      sentOn: '2026-11-25',
      sentBy: 'courier',
      sentNo: 'SF100',
      result: 'none',
    });
    expect(sent.json().contact.filedOn).toBeUndefined();
    desk.now = '2026-11-28T10:00:00+08:00';
    expect(desk.run(['followup', '--correct', '1', '--arrived', '2026-11-27', '--json']).json().contact).toMatchObject({
      no: 2,
      corrects: 1,
      sentNo: 'SF100',
      arrivedOn: '2026-11-27',
    });
    const { contacts } = desk.run(['status', '--json']).json();
    expect(contacts).toHaveLength(1);
    expect(desk.run(['status']).stdout).toContain('第 1 号文书 2026-11-25 快递发出（SF100），2026-11-27 送达');
    expect(desk.run(['verify', '--json']).json().ok).toBe(true);
  });

  test('what cannot have been is refused with a way on', () => {
    const desk = deskWithCase();
    desk.now = '2026-11-25T10:00:00+08:00';
    expect(desk.run(['letter', '--to', 'merchant']).status).toBe(0);
    const code = (...args: string[]): string => desk.run(['followup', ...args, '--json']).error().code;
    expect(code('--letter', '1', '--filed', '2026-11-22')).toBe('LETTER_NOT_YET_WRITTEN');
    expect(code('--letter', '1', '--sent', '2026-11-22')).toBe('LETTER_NOT_YET_WRITTEN');
    expect(code('--letter', '1', '--sent', '2026-12-01', '--at', '2026-11-25')).toBe('DAY_IN_FUTURE');
    expect(code('--letter', '1', '--sent-by', '快递')).toBe('CONTACT_EMPTY');
    expect(code('--letter', '1', '--said', '收到', '--sent-no', 'SF1')).toBe('SENT_DAY_MISSING');
    expect(code('--letter', '1', '--sent', '2026-11-25', '--arrived', '2026-11-24')).toBe('ARRIVED_BEFORE_SENT');
    expect(code('--letter', '1', '--sent', '2026-11-25', '--sent-by', '飞鸽')).toBe('USAGE');
    expect(desk.run(['status', '--json']).json().contacts).toEqual([]);
  });

  test('a complaint that went to its own door is handed in there; on that day nothing is said of silence', () => {
    const desk = deskWithCase();
    expect(desk.run(['letter', '--to', 'platform']).status).toBe(0);
    const { contact } = desk.run(['followup', '--letter', '1', '--sent', '2026-11-25', '--json']).json();
    expect(contact).toMatchObject({ channel: 'platform', filedOn: '2026-11-25' });
    const urge = desk.run(['letter', '--to', 'urge', '--json']).json().text as string;
    expect(urge).not.toMatch(/未获|0天/);
    const operator = desk.run(['letter', '--to', 'escalate', '--json']);
    expect(operator.stdout).not.toMatch(/未获答复/);
  });
});

describe('a wrong entry', () => {
  test('is corrected by a newer one, and the words are read anew', () => {
    const desk = deskWithCase();
    desk.run(['followup', '--channel', 'merchant', '--said', '虚拟商品概不退换', '--json']);
    const corrected = desk.run(['followup', '--correct', '1', '--said', '请耐心等待', '--json']).json();
    expect(corrected.contact).toMatchObject({ no: 2, corrects: 1, result: 'vague' });
    expect(corrected.reading.refusal).toBe(false);
    // The old number still leads to what counts.
    expect(desk.run(['followup', '--correct', '1', '--with', '8012', '--json']).json().contact).toMatchObject({
      no: 3,
      corrects: 2,
      said: '请耐心等待',
      with: '8012',
    });
    const letter = desk.run(['letter', '--to', 'platform', '--json']).stdout;
    expect(letter).not.toContain('概不退换');
    expect(desk.run(['followup', '--correct', '3', '--json']).error().code).toBe('CONTACT_UNCHANGED');
    expect(desk.run(['followup', '--correct', '9', '--said', '一', '--json']).error().code).toBe('CONTACT_NOT_FOUND');
  });

  test('on another day the same words are dated from that day', () => {
    const desk = deskWithCase();
    desk.now = '2026-11-25T10:00:00+08:00';
    const said = ['--said', '我们会在11月23日前给您答复', '--json'];
    desk.run(['followup', '--channel', 'merchant', '--at', '2026-11-24', ...said]);
    const { contact } = desk.run(['followup', '--correct', '1', '--at', '2026-11-21', '--json']).json();
    expect(contact).toMatchObject({ at: '2026-11-21', result: 'promise', promisedBy: '2026-11-23' });
    const { text } = desk.run(['letter', '--to', 'platform', '--json', '--out', desk.cwd]).json();
    expect(text).toContain('给您答复”，期限为2026年11月23日');
    expect(text).not.toContain('未说明处理时限');
    // What the buyer himself called it stays.
    desk.run(['followup', '--channel', 'merchant', '--at', '2026-11-21', '--result', 'vague', ...said]);
    const kept = desk.run(['followup', '--correct', '3', '--at', '2026-11-22', '--json']).json();
    expect(kept.contact.result).toBe('vague');
  });

  test('is struck with a reason, out of letters, days and route, and stays in the file', () => {
    const desk = deskWithCase();
    const before = desk.run(['route', '--json']).json();
    desk.run(['followup', '--channel', 'merchant', '--filed', '2026-11-24']);
    const days = desk.run(['due', '--json']).json().due.length;
    expect(desk.run(['followup', '--strike', '1', '--json']).error().code).toBe('STRIKE_WHY');
    expect(desk.run(['followup', '没有这个词', '--json']).status).toBe(2);
    const struck = desk.run(['followup', '--strike', '1', '记到别的案卷了', '--json']).json();
    expect(struck.contact).toMatchObject({ no: 2, corrects: 1, struckWhy: '记到别的案卷了' });
    expect(desk.run(['due', '--json']).json().due.length).toBeLessThan(days);
    expect(desk.run(['route', '--json']).json().channels).toEqual(before.channels);
    expect(desk.run(['status', '--json']).json().contacts).toEqual([]);
    expect(desk.run(['letter', '--to', 'platform', '--json']).stdout).not.toContain('11月24日');
    expect(desk.run(['followup', '--strike', '1', '又一次', '--json']).error().code).toBe('CONTACT_NOT_FOUND');
    expect(desk.run(['verify', '--json']).json().ok).toBe(true);
  });
});

test('money that the other side says it paid back settles nothing', () => {
  const desk = deskWithCase();
  const { contact } = desk.run(['followup', '--channel', 'merchant', '--said', '已经给您退款了', '--json']).json();
  expect(contact.result).toBe('claimed');
  const open = desk
    .run(['route', '--json'])
    .json()
    .channels.map((one: { status: string }) => one.status);
  expect(open.filter((status: string) => status !== 'done').length).toBeGreaterThan(3);
  expect(desk.run(['list', '--json']).json()[0]?.settled ?? desk.run(['list', '--json']).json().cases[0].settled).toBe(
    false,
  );
});

describe('shown beats typed', () => {
  test('a typed value against an exhibit stops letters until it is settled by name', () => {
    const desk = openDesk();
    const folder = folderWith(desk, { '订单.txt': FIRST, '支付.txt': PAID });
    const made = desk.run(['new', '-y', folder, '--dispute', 'vanished', '--platform', '云端', '--amount', '651']);
    expect(made.status).toBe(1);
    const check = desk.run(['check', '--json']);
    expect(check.status).toBe(3);
    expect(check.json().conflicts).toEqual([
      expect.objectContaining({
        key: 'amount',
        code: 'TYPED_DIFFERS',
        values: [
          { value: '651.00', exhibits: [], typed: true },
          { value: '615.00', exhibits: [1, 2] },
        ],
      }),
    ]);
    expect(desk.run(['letter', '--to', 'platform', '--json']).error().code).toBe('FACT_CONFLICT');
    // Typed once more it is no more true.
    expect(desk.run(['facts', 'amount=651', '--json']).json().facts.amount.status).toBe('conflict');
    const settled = desk.run(['facts', 'amount=651', '--against-exhibits', '改价后多付了', '--json']).json();
    expect(settled.facts.amount).toMatchObject({ value: '651.00', status: 'given', againstWhy: '改价后多付了' });
    expect(desk.run(['check', '--json']).json().conflicts).toEqual([]);
    const { sections } = desk.run(['letter', '--to', 'platform', '--json']).json();
    expect(sections.facts).toContain('651.00');
    // An exhibit's line says what that exhibit says.
    expect(sections.evidence).toMatch(/615\.00/);
    expect(sections.evidence).not.toContain('651.00');
    expect(desk.run(['facts', 'amount=615', '--json']).json().facts.amount.status).toBe('confirmed');
    expect(desk.run(['facts', 'amount=615', '--against-exhibits', '一样', '--json']).error().code).toBe(
      'NOTHING_AGAINST',
    );
  });

  test('a typed value that a later exhibit contradicts becomes a conflict, and none when that one is withdrawn', () => {
    const desk = openDesk();
    expect(desk.run(['new', '-y', ...PURCHASE]).status).toBe(0);
    const folder = folderWith(desk, { '支付.txt': PAID });
    desk.run(['add', folder]);
    expect(desk.run(['facts', '--json']).json().facts.amount.status).toBe('conflict');
    desk.run(['evidence', '1', '--withdraw', '不是这一笔']);
    desk.run(['facts', 'demand=refund']);
    expect(desk.run(['facts', '--json']).json().facts.amount).toMatchObject({ status: 'given' });
  });
});

test('a refusal that only the buyer names as one keeps the ground of its words', () => {
  const desk = deskWithCase();
  const said = ['--channel', 'platform', '--said', '材料不足', '--json'];
  // Alone the words may as well ask for more.
  expect(desk.run(['followup', ...said]).json().reading).not.toHaveProperty('ground');
  const { reading } = desk.run(['followup', ...said, '--result', 'refused']).json();
  expect(reading).toMatchObject({ refusal: false, ground: 'proof_insufficient' });
  expect(
    desk.run(['followup', '--channel', 'platform', '--said', '不行', '--result', 'refused', '--json']).json().reading,
  ).not.toHaveProperty('ground');
});

describe('two orders in one folder', () => {
  test('without a terminal they are named and nothing is made; --split makes a case of each', () => {
    const desk = openDesk();
    const folder = folderWith(desk, { '1.txt': FIRST, '2.txt': PAID, '3.txt': SECOND });
    const ran = desk.run(['new', '-y', folder, '--dispute', 'vanished', '--json']);
    expect(ran.status).toBe(1);
    expect(ran.error()).toMatchObject({ code: 'TWO_ORDERS' });
    expect(ran.error().message).toMatch(/大白卡铺 615\.00 元.*（证据 1、2）.*晴空数码 58\.80 元.*（证据 3）/);
    // What one order says against the other is no conflict of a case that was not made.
    expect(ran.stderr).not.toContain('不一致');
    const home = join(desk.cwd, 'home');
    const cases = (): string[] => readdirSync(home).filter((name) => name.endsWith('.kameng'));
    expect(cases()).toEqual([]);
    desk.run(['new', '-y', '--split', folder, '--dispute', 'vanished', '--platform', '云端']);
    expect(cases()).toHaveLength(2);
    const facts = cases().map((name) => desk.run(['facts', '-c', join(home, name), '--json']).json().facts);
    expect(facts.map((one) => one.amount.value).toSorted()).toEqual(['58.80', '615.00']);
    expect(facts.map((one) => one.orderNo.value).toSorted()).toEqual(['KM20261101110000111', 'KM20261114144352949']);
    for (const name of cases())
      expect(desk.run(['verify', '-c', join(home, name), '--json']).json().ok, name).toBe(true);
  });

  test('refused they leave the case in use that was used before', () => {
    const desk = openDesk();
    for (const title of ['第一个', '第二个']) desk.run(['new', '-y', ...PURCHASE, '--title', title]);
    const folder = folderWith(desk, { '1.txt': FIRST, '2.txt': PAID, '3.txt': SECOND });
    expect(desk.run(['new', '-y', folder, '--dispute', 'vanished']).status).toBe(1);
    expect(desk.run(['status', '--json']).json().case.title).toBe('第二个');
  });

  test('named by its number one is taken, and the other is left out of letters', () => {
    const desk = openDesk();
    const folder = folderWith(desk, { '1.txt': FIRST, '2.txt': PAID, '3.txt': SECOND });
    desk.run(['new', '-y', folder, '--dispute', 'vanished', '--platform', '云端', '--order', 'KM20261114144352949']);
    const { sections } = desk.run(['letter', '--to', 'platform', '--json']).json();
    expect(sections.evidence).toContain('证据1');
    expect(sections.evidence).not.toMatch(/证据3|58\.80|晴空/);
  });
});
