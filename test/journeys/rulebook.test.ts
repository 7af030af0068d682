import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesk, PURCHASE } from '../support/kameng.ts';

describe('route', () => {
  test('a situation without a case, from standard input and from a file', () => {
    const desk = openDesk();
    const situation = {
      today: '2026-11-22',
      dispute: 'card_invalid',
      amount: '96.50',
      paidAt: '2026-11-20T10:00:00+08:00',
      paidBy: 'alipay',
      site: 'marketplace',
      seller: 'known',
      purpose: 'own_use',
      goods: 'code',
    };
    const ran = desk.run(['route', '--facts', '-', '--json'], { input: JSON.stringify(situation) });
    expect(ran.stderr).toBe('');
    const { liable, channels, warnings } = ran.json();
    expect(liable).toEqual(['merchant']);
    expect(channels.find((channel: { id: string }) => channel.id === 'merchant').status).toBe('now');
    for (const channel of channels)
      for (const reason of channel.reasons)
        expect(reason).toMatchObject({ rule: expect.any(String), text: expect.any(String) });
    expect(Array.isArray(warnings)).toBe(true);
    writeFileSync(join(desk.cwd, 's.json'), JSON.stringify(situation));
    expect(desk.run(['route', '--facts', 's.json', '--json']).json()).toEqual(ran.json());
  });

  test.each([
    ['no JSON', 'dispute=card_invalid'],
    ['an unknown key', '{"mood":"angry"}'],
    ['a day that does not exist', '{"paidAt":"2026-02-30"}'],
    [
      'a filing before the purchase',
      '{"paidAt":"2026-11-10","filings":[{"channel":"platform","on":"2026-11-01","status":"filed"}]}',
    ],
  ])('%s is one error', (_name, input) => {
    const ran = openDesk().run(['route', '--facts', '-', '--json'], { input });
    expect(ran.stdout).toBe('');
    expect([1, 2]).toContain(ran.status);
    expect(ran.error().hints.length).toBeGreaterThan(0);
  });
});

describe('due', () => {
  test('one rule counted out, with both days', () => {
    const ran = openDesk().run(['due', '--rule', 'REG-01', '--start', '2026-09-30', '--json']);
    expect(ran.json().due).toMatchObject([
      {
        case: null,
        rule: 'REG-01',
        start: '2026-09-30',
        n: 7,
        unit: 'workday',
        nominal: '2026-10-15',
        due: '2026-10-15',
        certain: true,
      },
    ]);
    expect(openDesk().run(['due', '--rule', 'REG-01', '--start', '2026-12-28', '--json']).json().due[0].certain).toBe(
      false,
    );
  });

  test.each([
    [['--rule', 'REG-99', '--start', '2026-11-01'], 'RULE_UNKNOWN'],
    [['--rule', 'REG-01', '--start', '2026-11-31'], 'DATE_INVALID'],
    [['--rule', 'REG-01'], 'DUE_USAGE'],
    [['--rule', 'CT-18', '--start', '2026-11-20T10:00'], 'ZONE_MISSING'],
  ])('%j is one error', (args, code) => {
    expect(
      openDesk()
        .run(['due', ...args, '--json'])
        .error().code,
    ).toBe(code);
  });

  test('over all cases, and as a calendar whose events keep their id', () => {
    const desk = openDesk();
    for (const name of ['a', 'b']) desk.run(['new', '-y', ...PURCHASE, '--case', name]);
    desk.run([
      'followup',
      '-y',
      '-c',
      'a',
      '--channel',
      'regulator',
      '--filed',
      '2026-11-20',
      '--at',
      '2026-11-20',
      '--reference',
      '1',
    ]);
    const { due } = desk.run(['due', '--json', '--ics', 'x.ics']).json();
    expect(new Set(due.map((one: { case: string }) => one.case)).size).toBe(1);
    expect(due.some((one: { rule: string }) => one.rule === 'REG-01')).toBe(true);
    const calendar = readFileSync(join(desk.cwd, 'x.ics'), 'utf8');
    expect(calendar).toContain('BEGIN:VALARM');
    desk.run(['due', '--ics', 'y.ics']);
    const ids = (text: string): string[] =>
      [...text.replaceAll('\r\n ', '').matchAll(/^UID:(.*)$/gm)].map((match) => match[1]!);
    expect(ids(readFileSync(join(desk.cwd, 'y.ics'), 'utf8'))).toEqual(ids(calendar));
    expect(new Set(ids(calendar)).size).toBe(ids(calendar).length);
  });
});

test('what a platform says of itself takes the place of the usual practice, and is never law', () => {
  const desk = openDesk();
  desk.run(['new', '-y', ...PURCHASE, '--paid-at', '2026-11-20 10:00', '--case', './x.kameng']);
  expect(desk.run(['platform', 'report_window=72小时', '--json']).error().code).toBe('QUOTE_MISSING');
  const recorded = desk
    .run(['platform', 'report_window=72小时', '--quote', '请在七十二小时内反馈', '--clause', '3.2', '--json'])
    .json();
  expect(recorded.platformRules).toMatchObject([{ key: 'report_window', number: 72, unit: 'hour', clause: '3.2' }]);
  const { due } = desk.run(['due', '--json']).json();
  const window = due.find((one: { start: string; n: number; unit: string }) => one.n === 72 && one.unit === 'hour');
  expect(window.source).not.toContain('《');
});

describe('vet', () => {
  test('gives a verdict with reasons, keeps it, and a later case takes it in', () => {
    const desk = openDesk();
    const ran = desk.run(['vet', '橙子卡券', '--answer', 'licence=no', '--answer', 'personal_account=yes', '--json']);
    expect(ran.json().vet).toMatchObject({ platform: '橙子卡券', outcome: { verdict: 'stop' } });
    expect(desk.run(['vet', '--json']).json().vets).toHaveLength(1);
    const opened = desk.run(['new', '-y', '--json', ...PURCHASE, '--case', './x.kameng']);
    expect(opened.json().exhibits).toMatchObject([{ file: '购买前核查-橙子卡券.txt', category: 'other' }]);
    expect(desk.run(['verify']).status).toBe(0);
  });

  test('says below what was not looked at how to look, and names rules to who asks for them', () => {
    const desk = openDesk();
    const lines = (...more: string[]): string[] =>
      desk
        .run(['vet', '橙子卡券', '--answer', 'licence=no', ...more])
        .stdout.trimEnd()
        .split('\n');
    const shown = lines();
    expect(shown.filter((line) => /（[A-Z]+-\w+）/.test(line))).toEqual([]);
    const open = shown.flatMap((line, i) => (line.startsWith('  ? ') ? [i] : []));
    expect(open.length).toBeGreaterThan(3);
    for (const i of open) expect(shown[i + 1]).toMatch(/^ {4}\S/);
    expect(lines('--why').join('\n')).toMatch(/✗ .*（[A-Z]+-\w+）/);
  });

  test('asks for answers that an option can give', () => {
    const ran = openDesk().run(['vet', '橙子卡券', '--json']);
    expect(ran.status).toBe(2);
    expect(ran.error().code).toBe('ANSWERS_MISSING');
  });
});

describe('lint', () => {
  test('finds what would be held against the writer, with its place', () => {
    const desk = openDesk();
    const text = '你们这帮骗子，不退钱我就曝光你。';
    const ran = desk.run(['lint', '-', '--json'], { input: text });
    expect(ran.status).toBe(1);
    const { findings } = ran.json();
    expect(findings.map((finding: { kind: string }) => finding.kind)).toEqual(expect.arrayContaining(['threat']));
    for (const finding of findings) expect(text.slice(finding.start, finding.end)).toBe(finding.text);
  });

  test('explains with --explain which rule fired at which words, and what it let pass', () => {
    const desk = openDesk();
    const text = '你们这帮骗子。商家涉嫌诈骗我的钱，请核查。';
    const { findings, excused } = desk.run(['lint', '-', '--json', '--explain'], { input: text }).json();
    expect(findings.map((finding: { rule: string }) => finding.rule)).toEqual(['deceit-words']);
    for (const each of excused) expect(text.slice(each.start, each.end)).toBe(each.text);
    expect(excused.map((each: { rule: string; excuse: string }) => [each.rule, each.excuse])).toContainEqual([
      'fraud-by-them',
      'hedged',
    ]);
    expect(desk.run(['lint', '-', '--explain'], { input: text }).stdout).toMatch(
      /规则：deceit-words “骗子”[\s\S]*放过/,
    );
  });

  test('has nothing against plain words, in UTF-8 or GB18030', () => {
    const desk = openDesk();
    expect(desk.run(['lint', '-'], { input: '本人于2026年9月1日购买商品，卡密提示无效，请退款96.50元。' }).status).toBe(
      0,
    );
    // “请退款” in GB18030.
    writeFileSync(join(desk.cwd, 'gb.txt'), Buffer.from([0xc7, 0xeb, 0xcd, 0xcb, 0xbf, 0xee]));
    expect(desk.run(['lint', 'gb.txt']).stderr).toContain('没有发现问题');
    expect(desk.run(['lint', 'none.txt', '--json']).error().code).toBe('FILE_UNREADABLE');
  });
});

test('a shell that completion does not know is a slip, and the known ones are named', () => {
  const ran = openDesk().run(['completion', 'powershell']);
  expect(ran.status).toBe(2);
  for (const shell of ['bash', 'zsh', 'fish']) expect(ran.stderr).toContain(shell);
});

test('a contact that shuts another door says so', () => {
  const desk = openDesk();
  desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']);
  const ran = desk.run([
    'followup',
    '-y',
    '--json',
    '--channel',
    'association',
    '--filed',
    '2026-11-20',
    '--at',
    '2026-11-20',
    '--result',
    'accepted',
  ]);
  expect(ran.json().shut).toMatchObject([{ channel: 'regulator', reasons: [{ rule: 'REF-02' }] }]);
});

test('no sign of fraud is an answer too: it is not asked again and stands in no letter', () => {
  const desk = openDesk();
  desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']);
  const asked = (): string[] =>
    desk
      .run(['route', '-y', '--json'])
      .json()
      .questions.map((question: { key: string }) => question.key);
  expect(asked()).toContain('signs');
  expect(desk.run(['facts', 'signs=none']).status).toBe(0);
  expect(asked()).not.toContain('signs');
  desk.run(['facts', 'buyerName=陈一诺', 'buyerPhone=13800000000']);
  const police = desk.run(['letter', '--to', 'police', '-y', '--json', '--anyway', '试写']).json();
  expect(police.text).not.toMatch(/none|没有。|都没有/);
});
