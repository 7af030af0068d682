import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../support/case.ts';
import { accountDossier, cardDossier } from '../reading/made/dossier.ts';
import { openDesk, PURCHASE } from '../support/kameng.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../docs/example');

describe('the whole way with options alone', () => {
  test('from typed facts to letter, contact and status, one JSON document each', () => {
    const desk = openDesk();
    const opened = desk.run(['new', '-y', '--json', ...PURCHASE, '--case', './x.kameng']);
    expect(opened.stderr).toBe('');
    expect(opened.status).toBe(0);
    expect(opened.json()).toMatchObject({
      case: { title: '晴空数码小铺 · 视频会员季卡兑换码 · 卡密无效', dispute: 'card_invalid' },
      facts: {
        orderNo: { value: 'QK2026110919581177', status: 'given', sources: [] },
        amount: { value: '58.80' },
        paidAt: { value: '2026-11-09T19:58:11+08:00' },
      },
      exhibits: [],
      coverage: { transaction: 'missing', communication: 'missing', defect: 'missing' },
    });

    const added = desk.run(['add', EXAMPLE, '--json', '--no-read', '-q']);
    expect(added.status).toBe(0);
    const names = readdirSync(EXAMPLE).toSorted();
    expect(added.json().exhibits.map((exhibit: { file: string }) => exhibit.file)).toEqual(names);
    expect(added.json()).toMatchObject({ added: names.map((_, i) => i + 1), duplicates: [] });

    const check = desk.run(['check', '--json']);
    expect(check.status).toBe(check.json().ready ? 0 : 3);
    expect(Object.keys(check.json())).toEqual(expect.arrayContaining(['ready', 'coverage', 'conflicts', 'windows']));

    for (const channel of ['merchant', 'platform']) {
      const letter = desk.run(['letter', '--to', channel, '-y', '--json', '--out', 'letters']);
      expect(letter.stderr).toBe('');
      expect(letter.status).toBe(0);
      const { text, sections, files, lint } = letter.json();
      expect(text).toContain('QK2026110919581177');
      expect(text).toContain('58.80');
      expect(Object.keys(sections)).toEqual(['facts', 'demands', 'evidence']);
      expect(lint.filter((finding: { severity: string }) => finding.severity === 'error')).toEqual([]);
      const [short, whole] = [true, false].map((isShort) =>
        files.filter((path: string) => path.includes('字内') === isShort),
      );
      expect(whole.map((path: string) => path.slice(path.lastIndexOf('.'))).toSorted()).toEqual(['.md', '.txt']);
      expect(
        readFileSync(
          whole.find((path: string) => path.endsWith('.txt')),
          'utf8',
        ),
      ).toBe(text);
      // For what has little room: a chat with the shop, a field of a form. Never more signs than the name says.
      for (const path of short) {
        expect([...readFileSync(path, 'utf8')].length).toBeLessThanOrEqual(Number(/-(\d+)字内/.exec(path)![1]));
      }
    }

    const contact = desk.run([
      'followup',
      '-y',
      '--json',
      '--channel',
      'platform',
      '--letter',
      '2',
      '--filed',
      '2026-11-25',
      '--at',
      '2026-11-25 10:00',
      '--said',
      '您的问题已经反馈，请耐心等待',
      '--reference',
      'TS123',
      '--with',
      '客服03',
    ]);
    expect(contact.stderr).toBe('');
    expect(contact.json()).toMatchObject({
      contact: { channel: 'platform', filedOn: '2026-11-25', reference: 'TS123', letter: 2 },
      reading: { vague: true, refusal: false },
    });
    expect(contact.json().questions.length).toBeGreaterThan(0);

    const status = desk.run(['status', '--json']);
    expect(status.json().contacts).toHaveLength(1);
    expect(status.json().letters).toHaveLength(2);
    expect(status.json().next.length).toBeGreaterThan(0);

    const verified = desk.run(['verify', '--json']);
    expect(verified.status).toBe(0);
    expect(verified.json()).toMatchObject({ ok: true, problems: [], checked: { exhibits: names.length } });
  });

  test('a letter keeps its text: written out again it is the same, also after the facts changed', () => {
    const desk = openDesk();
    desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']);
    const first = desk.run(['letter', '--to', 'merchant', '-y', '--json', '--out', 'a']).json();
    desk.run(['facts', 'amount=60.00']);
    const again = desk.run(['letter', '1', '--json', '--out', 'b']).json();
    expect(again.text).toBe(first.text);
    expect(readdirSync(join(desk.cwd, 'b'))).toEqual(readdirSync(join(desk.cwd, 'a')));
    for (const name of readdirSync(join(desk.cwd, 'a'))) {
      expect(readFileSync(join(desk.cwd, 'b', name)).equals(readFileSync(join(desk.cwd, 'a', name)))).toBe(true);
    }
    const second = desk.run(['letter', '--to', 'merchant', '-y', '--json', '--out', 'a']).json();
    expect(second.no).toBe(2);
    expect(second.text).toContain('60.00');
  });

  test('without a terminal nothing is asked: one error lists all that is missing, and no case is made', () => {
    const desk = openDesk();
    const ran = desk.run(['new', '--json']);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toBe('');
    const { code, hints } = ran.error();
    expect(code).toBe('ANSWERS_MISSING');
    for (const option of ['--dispute', '--platform', '--merchant', '--product', '--amount', '--paid-at', '--order']) {
      expect(hints.some((hint) => hint.startsWith(option))).toBe(true);
    }
    expect(existsSync(join(desk.cwd, 'home'))).toBe(false);
  });

  test('the home of a script: kameng alone prints the help', () => {
    const desk = openDesk();
    const ran = desk.run([]);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('用法：');
  });
});

describe('evidence', () => {
  test.each([
    ['a card', cardDossier()],
    ['an account', accountDossier()],
  ])('the dossier of %s goes in whole and comes out byte for byte', (_name, files) => {
    const desk = openDesk();
    mkdirSync(join(desk.cwd, '截图'));
    for (const { name, bytes } of files) writeFileSync(join(desk.cwd, '截图', name), bytes);
    const names = files.map(({ name }) => name).toSorted();
    const opened = desk.run(['new', '截图', '-y', '--json', '-q', '--no-read', '--case', './x.kameng', ...PURCHASE]);
    expect(opened.status).toBe(0);
    expect(opened.json().added).toHaveLength(names.length);
    expect(desk.run(['evidence', '--extract', 'out', '--json']).status).toBe(0);
    expect(readdirSync(join(desk.cwd, 'out')).toSorted()).toEqual(names);
    for (const { name, bytes } of files) {
      expect(sha256(readFileSync(join(desk.cwd, 'out', name)))).toBe(sha256(bytes));
    }
    const again = desk.run(['add', '截图', '--json', '-q', '--no-read']);
    expect(again.json()).toMatchObject({ added: [] });
    expect(again.json().duplicates).toHaveLength(names.length);
    expect(desk.run(['verify']).status).toBe(0);
  });

  test('comes from standard input with a name', () => {
    const desk = openDesk();
    desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']);
    const ran = desk.run(['add', '-', '--name', '聊天.txt', '--as', 'communication', '--kind', 'chat_log', '--json'], {
      input: '2026-11-09 20:00:00 我\n你好\n',
    });
    expect(ran.json().exhibits[0]).toMatchObject({
      file: '聊天.txt',
      category: 'communication',
      kind: 'chat_log',
      bytes: Buffer.byteLength('2026-11-09 20:00:00 我\n你好\n'),
    });
    expect(desk.run(['add', '-']).status).toBe(2);
    expect(desk.run(['add', '-', '--name', 'x.txt'], { input: '' }).stderr).toContain('没有内容');
  });

  test('is withdrawn with a reason and comes back; nothing is ever deleted', () => {
    const desk = openDesk();
    desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']);
    desk.run(['add', join(EXAMPLE, '订单.png'), '--no-read']);
    expect(desk.run(['evidence', '1', '--withdraw', '']).status).toBe(2);
    expect(desk.run(['evidence', '1', '--withdraw', '截错了', '--json']).json().exhibit).toMatchObject({
      no: 1,
      withdrawn: { why: '截错了' },
    });
    expect(desk.run(['evidence', '1', '--extract', 'out']).status).toBe(0);
    expect(desk.run(['evidence', '1', '--restore', '--json']).json().exhibit.withdrawn).toBeNull();
    expect(desk.run(['evidence', '9']).status).toBe(1);
    expect(desk.run(['evidence', '--extract', 'out', '--json']).json().extracted[0].path).toContain('1-订单.png');
  });
});

describe('which case', () => {
  test('the one named, the one of the environment, the only one here, the one last used', () => {
    const desk = openDesk();
    const title = (args: string[], options = {}): string =>
      desk.run(['status', '--json', ...args], options).json().case.title;
    desk.run(['new', '-y', ...PURCHASE, '--title', '家', '--case', 'athome']);
    desk.run(['new', '-y', ...PURCHASE, '--title', '这里', '--case', './here.kameng']);
    mkdirSync(join(desk.cwd, 'else'));
    expect(title([])).toBe('这里');
    expect(title(['-c', 'athome'])).toBe('家');
    expect(title([], { env: { KAMENG_CASE: 'athome' } })).toBe('家');
    expect(title([], { cwd: join(desk.cwd, 'else') })).toBe('家');
    expect(title(['-c', join('..', 'here.kameng')], { cwd: join(desk.cwd, 'else') })).toBe('这里');
    expect(title([], { cwd: join(desk.cwd, 'else') })).toBe('这里');
  });

  test('two in one folder are never guessed', () => {
    const desk = openDesk();
    desk.run(['new', '-y', ...PURCHASE, '--case', './a.kameng']);
    copyFileSync(join(desk.cwd, 'a.kameng'), join(desk.cwd, 'b.kameng'));
    const ran = desk.run(['status', '--json']);
    expect(ran.status).toBe(1);
    expect(ran.error()).toMatchObject({ code: 'CASE_AMBIGUOUS', hints: ['加上 --case a', '加上 --case b'] });
    expect(desk.run(['status', '--json', '-c', 'a.kameng']).status).toBe(0);
  });

  test('none at all', () => {
    const desk = openDesk();
    const ran = desk.run(['status', '--json']);
    expect(ran.status).toBe(1);
    expect(ran.error().code).toBe('NO_CASE');
  });
});

test('two at once: both files go in, none is lost', async () => {
  const desk = openDesk();
  desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']);
  const { spawn } = await import('node:child_process');
  const add = (name: string): Promise<number | null> =>
    new Promise((done) => {
      spawn(process.execPath, desk.command(['add', join(EXAMPLE, name), '--no-read', '-q']), {
        cwd: desk.cwd,
        env: desk.env,
        stdio: 'ignore',
      }).once('exit', done);
    });
  const codes = await Promise.all(readdirSync(EXAMPLE).map(add));
  expect(codes.every((code) => code === 0)).toBe(true);
  expect(desk.run(['evidence', '--json']).json().exhibits).toHaveLength(codes.length);
  expect(desk.run(['verify']).status).toBe(0);
});
