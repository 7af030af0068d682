import { describe, expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/kameng.ts';

/** Each gate walked through new, check, route and letter: what would expose the buyer is said before anything is written. */
const BOUGHT = ['--product', '季卡', '--amount', '96.50', '--paid-at', '2026-11-01'];
const SHOP = ['--platform', '橙子卡券', '--merchant', '星河数码', '--order', '7610203344556677'];
const KNOWN = [
  'site=marketplace',
  'seller=known',
  'sellerName=星河网络有限公司',
  'sellerAddress=甲市丙路2号',
  'buyerName=王小明',
  'buyerPhone=13800001234',
  'buyerAddress=甲市乙路1号',
  'failure=提示无效',
  'account=10001',
  'tradeNo=4200001122202611019988776655',
  'cardCode=ABCD-EFGH-2345',
];
/** No advice ever proposes to leave out or to say what isn't so. */
const CONCEALS = /不要提到|别说|隐去|不必写明|改称|(?<!不要在任何文书里)[说写]成自用/;

function opened(args: readonly string[], ...facts: string[]): Desk {
  const desk = openDesk();
  expect(desk.run(['new', '-y', ...args]).status).toBe(0);
  if (facts.length > 0) expect(desk.run(['facts', ...facts, '--json']).stderr).toBe('');
  return desk;
}
const letter = (desk: Desk, to: string) => desk.run(['letter', '--to', to, '--json', '--out', desk.cwd]);
const doorsOf = (desk: Desk): Record<string, string> => {
  const ran = desk.run(['route', '--json']);
  expect(ran.stdout).not.toMatch(CONCEALS);
  const { channels } = ran.json() as { channels: { id: string; status: string }[] };
  return Object.fromEntries(channels.map(({ id, status }) => [id, status]));
};
const checked = (desk: Desk) => desk.run(['check', '--json']).json();

describe('grey goods', () => {
  const CHEAT = ['--dispute', 'card_invalid', ...SHOP, ...BOUGHT, '--product', '自瞄外挂 月卡'];
  test('are asked about before anything is written, at every command', () => {
    const desk = openDesk();
    const made = desk.run(['new', '-y', ...CHEAT, '--json']).json();
    expect(made.next[0].action).toMatch(/外挂.*？kameng route$/);
    expect(checked(desk).question.key).toBe('goodsLawful');
    expect(desk.run(['route', '--json']).json().questions[0].key).toBe('goodsLawful');
    for (const to of ['merchant', 'regulator', 'public', 'identity', 'court'])
      expect(letter(desk, to).error().code, to).toBe('GATE_OPEN');
    expect(desk.run(['status', '--json']).json().letters).toEqual([]);
  });
  test('that law forbids: the offices are shut with why, the price back stays open', () => {
    const desk = opened(CHEAT, ...KNOWN, 'goodsLawful=no', 'purpose=own_use');
    expect(checked(desk).basis.id).toBe('void');
    expect(doorsOf(desk)).toMatchObject({
      merchant: 'now',
      regulator: 'blocked',
      report: 'blocked',
      police: 'later',
      court: 'later',
    });
    const refused = letter(desk, 'regulator').error();
    expect(refused.code).toBe('CHANNEL_BLOCKED');
    expect(refused.hints.join()).toMatch(/暴露你自己.*律师/s);
    const { text } = letter(desk, 'merchant').json();
    expect(text).toContain('返还价款');
    expect(text).not.toMatch(/继续履行|解除|消费者权益保护法/);
  });
  test('that law forbids: what a suit would show is said first, not after its text or behind what is missing', () => {
    const desk = opened(['--dispute', 'card_invalid', ...SHOP, ...BOUGHT], 'goodsLawful=no');
    const ran = desk.run(['letter', '-y', '--to', 'court', '--format', 'txt']);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/起诉会公开买的是什么[^]*还差/);
    const written = opened(['--dispute', 'card_invalid', ...SHOP, ...BOUGHT], ...KNOWN, 'goodsLawful=no');
    const { status, stderr } = written.run(['letter', '-y', '--to', 'court', '--format', 'txt']);
    expect(status).toBe(0);
    expect(stderr.match(/起诉会公开/g)).toHaveLength(1);
    expect(stderr.indexOf('起诉会公开')).toBeLessThan(stderr.indexOf('已定稿'));
  });
  test('of another’s account: asked, and the offices wait', () => {
    const desk = opened(['--dispute', 'account_banned', ...SHOP, ...BOUGHT], 'goods=account');
    expect(letter(desk, 'regulator').error().code).toBe('GATE_OPEN');
    desk.run(['facts', 'goodsLawful=doubtful']);
    expect(checked(desk).basis.id).toBe('void');
    expect(doorsOf(desk)).toMatchObject({ regulator: 'later', police: 'later', platform: 'later' });
  });
});

describe('whose purchase it was', () => {
  test('for resale: no office for consumers, the contract stays', () => {
    const desk = opened(['--dispute', 'card_invalid', ...SHOP, ...BOUGHT], ...KNOWN, 'purpose=resale');
    expect(checked(desk).basis.id).toBe('not_consumer');
    expect(doorsOf(desk)).toMatchObject({
      regulator: 'blocked',
      association: 'blocked',
      court: 'now',
      merchant: 'now',
    });
    expect(letter(desk, 'regulator').error().code).toBe('CHANNEL_BLOCKED');
    expect(letter(desk, 'merchant').json().text).not.toContain('消费者权益保护法');
  });
  test('a minor’s: the guardian asks, and is named before it is written', () => {
    const desk = opened(
      ['--dispute', 'service', ...SHOP, ...BOUGHT],
      ...KNOWN,
      'buyer=minor',
      'goods=topup',
      'ownMistake=no',
    );
    expect(checked(desk).basis.id).toBe('minor');
    expect(letter(desk, 'merchant').error().message).toContain('guardianName');
    desk.run(['facts', 'guardianName=王大明', 'buyerBorn=2014-05-06']);
    const { text } = letter(desk, 'merchant').json();
    expect(text).toContain('王大明');
    expect(text).toMatch(/返还/);
  });
  test('the buyer’s own mistake is told as it was', () => {
    const desk = opened(['--dispute', 'not_delivered', ...SHOP, ...BOUGHT], ...KNOWN, 'goods=topup', 'ownMistake=yes');
    expect(checked(desk).basis.id).toBe('unjust_enrichment');
    expect(doorsOf(desk)).toMatchObject({ merchant: 'now', regulator: 'blocked', police: 'later' });
    expect(letter(desk, 'regulator').error().code).toBe('CHANNEL_BLOCKED');
    expect(letter(desk, 'merchant').json().text).not.toMatch(/违约|未交付商品|未按约定/);
  });
});

describe('how and where it was bought', () => {
  test('with crypto: no institution to complain to, a lawyer first', () => {
    const desk = opened(['--dispute', 'card_invalid', ...SHOP, ...BOUGHT, '--paid-by', 'crypto'], ...KNOWN);
    expect(doorsOf(desk).payment).toBe('blocked');
    const refused = letter(desk, 'payment').error();
    expect(refused.hints.join()).toContain('律师');
  });
  test('with a red packet: the institution takes a report, and owes no refund', () => {
    const desk = opened(['--dispute', 'card_invalid', ...SHOP, ...BOUGHT, '--paid-by', 'red_packet'], ...KNOWN);
    expect(doorsOf(desk).payment).toBe('later');
  });
  test('from abroad without a platform: no office here', () => {
    const desk = opened(['--dispute', 'card_invalid', ...SHOP, ...BOUGHT], ...KNOWN, 'site=own_site', 'abroad=yes');
    expect(checked(desk).basis.id).toBe('foreign');
    expect(doorsOf(desk)).toMatchObject({ regulator: 'blocked', association: 'blocked' });
    expect(letter(desk, 'regulator').error().hints.join()).toContain('境外');
  });
  test('in a chat: no platform and no order is asked for, whoever was paid does for the name', () => {
    const desk = openDesk();
    const refused = desk.run(['new', '-y', '--dispute', 'not_delivered', ...BOUGHT, '--json']).error();
    expect(refused.hints.join()).toContain('--site private_chat');
    const made = desk.run(['new', '-y', '--dispute', 'not_delivered', ...BOUGHT, '--site', 'private_chat', '--json']);
    expect(made.error()).toMatchObject({ code: 'FACTS_MISSING' });
    expect(made.error().hints.join()).toContain('sellerWechat=');
    desk.run([
      'facts',
      'payee=张三',
      'sellerWechat=abc123',
      'payeeAccount=wx_998877',
      'goods=topup',
      'ownMistake=no',
      'seller=unknown',
      'signs=blocked_buyer',
      'buyerName=王小明',
      'buyerPhone=13800001234',
      'tradeNo=1000050001202611010900123456789',
      'account=10001',
      'failure=没有到账',
    ]);
    expect(checked(desk).missing).toEqual([]);
    expect(doorsOf(desk)).toMatchObject({
      platform: 'blocked',
      platform_operator: 'blocked',
      regulator: 'blocked',
      police: 'now',
    });
    const { text } = letter(desk, 'police').json();
    expect(text).toContain('对方微信号：abc123');
    expect(text).toContain('收款账号：wx_998877');
    expect(text).not.toMatch(/平台或者网站|订单号/);
    expect(text).toContain('治安案件立案调查');
  });
});

describe('what is settled', () => {
  test('is quiet at every command, and opens again when it was not kept', () => {
    const desk = opened(['--dispute', 'card_invalid', ...SHOP, ...BOUGHT], ...KNOWN, 'purpose=own_use');
    desk.run(['followup', '--channel', 'merchant', '--filed', '2026-11-10']);
    const before = desk.run(['due', '--json']).json().due.length as number;
    desk.run(['followup', '--channel', 'merchant', '--result', 'settled']);
    expect(checked(desk)).toMatchObject({ settled: true, question: null });
    const route = desk.run(['route', '--json']).json();
    expect(route.questions).toEqual([]);
    expect(route.warnings).toEqual([]);
    const due = desk.run(['due', '--json']).json().due as { rule: string }[];
    expect(due.length).toBeLessThan(before);
    expect(due.map(({ rule }) => rule)).toEqual(['SUB-14']);
    expect(desk.run(['check']).stdout).toContain('已经了结');
    desk.run(['followup', '--channel', 'merchant', '--result', 'refused', '--said', '不退了']);
    expect(checked(desk).settled).toBe(false);
    expect(doorsOf(desk)).toMatchObject({ regulator: 'now', court: 'now' });
  });
});
