import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';
import { CTRL_C, openTerminal } from '../support/terminal.ts';

/** What goes wrong at a keyboard: a slip says so, and nothing is done to the wrong thing. */
function deskWithCase(name = 'a'): Desk {
  const desk = openDesk();
  expect(desk.run(['new', '-y', '--case', name, ...PURCHASE]).status).toBe(0);
  return desk;
}

describe('slips on the command line', () => {
  test('a word too many is refused, not dropped', () => {
    const desk = deskWithCase();
    const ran = desk.run(['evidence', '1', '2', '--withdraw', '重复', '--json']);
    expect(ran.status).toBe(2);
    expect(ran.error()).toMatchObject({ code: 'USAGE', message: expect.stringContaining('evidence') });
    expect(desk.run(['status', '多余']).status).toBe(2);
  });

  test('a line that is written wrong points to the help of its command', () => {
    const desk = openDesk();
    const hintsOf = (...line: string[]): string[] => desk.run([...line, '--json']).error().hints;
    expect(hintsOf('list', '--nonsense')).toEqual(['kameng list --help 查看用法']);
    expect(hintsOf('--quiet', 'followup', '--channel')).toEqual(['kameng followup --help 查看用法']);
    expect(hintsOf('--nonsense')).toEqual(['kameng --help 查看用法']);
  });

  test('help for a command that is none says so; for one that is, it helps', () => {
    const desk = openDesk();
    const ran = desk.run(['help', 'statsu']);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('没有这个命令：statsu');
    expect(ran.stderr).toContain('是不是想写 status');
    expect(desk.run(['help', 'letter']).stdout).toContain('--anyway');
    expect(desk.run(['help']).stdout).toContain('completion');
  });

  test('an empty --case is no case, and never the last one', () => {
    const desk = deskWithCase();
    const ran = desk.run(['status', '--case', '', '--json']);
    expect([ran.status, ran.error().code]).toEqual([1, 'CASE_NOT_FOUND']);
  });

  test('a case is found by its name with and without its ending', () => {
    const desk = deskWithCase('我的案卷');
    for (const name of ['我的案卷', '我的案卷.kameng']) expect(desk.run(['status', '-c', name]).status).toBe(0);
    expect(desk.run(['status', '-c', '别的.kameng', '--json']).error().code).toBe('CASE_NOT_FOUND');
  });

  test('a folder of screenshots with the title of its case does not stand before it', () => {
    const desk = openDesk();
    expect(desk.run(['new', '-y', '--title', '季卡截图', ...PURCHASE]).status).toBe(0);
    mkdirSync(join(desk.cwd, '季卡截图'));
    expect(desk.run(['status', '-c', '季卡截图']).status).toBe(0);
    mkdirSync(join(desk.cwd, '别的截图'));
    expect(desk.run(['status', '-c', '别的截图', '--json']).error().code).toBe('CASE_NOT_A_FILE');
  });

  test('a place that a step leaves open is never written down as a value', () => {
    const desk = deskWithCase();
    for (const line of [
      ['facts', 'merchant=正确的值'],
      ['followup', '--channel', '商家', '--said', '原话', '-y'],
    ])
      expect(desk.run([...line, '--json']).error()).toMatchObject({ code: 'PLACE_NOT_FILLED' });
    expect(desk.run(['facts', '--json']).stdout).not.toContain('正确的值');
  });

  test('paths of which none is there open no case', () => {
    const desk = openDesk();
    const ran = desk.run(['new', '-y', '--json', '截图文件夹']);
    expect([ran.status, ran.stdout, ran.error().code]).toEqual([1, '', 'PATHS_NOT_FOUND']);
    expect(existsSync(join(desk.cwd, 'home')) ? readdirSync(join(desk.cwd, 'home')) : []).toEqual([]);
  });

  test('an hour that is still to come is refused like a day', () => {
    const desk = openDesk();
    desk.now = '2026-11-25T10:00:00+08:00';
    const ahead = '2026-11-25T11:30:00+08:00';
    const ran = desk.run(['new', '-y', '--json', ...PURCHASE, '--paid-at', ahead]);
    expect(ran.error().code).toBe('DATE_IN_FUTURE');
    const other = deskWithCase();
    expect(other.run(['facts', '--json', `failedAt=${ahead}`]).error().code).toBe('DATE_IN_FUTURE');
  });
});

test.skipIf(process.platform !== 'linux')('a place where no folder can be made is refused at once', () => {
  const desk = deskWithCase();
  expect(desk.run(['letter', '-y', '--json', '--out', '/proc/kameng/x']).error().code).toBe('OUT_NOT_WRITABLE');
  expect(desk.run(['list', '--json'], { env: { KAMENG_HOME: '/proc/kameng' } }).status).toBe(0);
  expect(desk.run(['new', '-y', '--json', ...PURCHASE], { env: { KAMENG_HOME: '/proc/kameng' } }).error().code).toBe(
    'HOME_READ_ONLY',
  );
});

test('due names one case where one is named', () => {
  const desk = deskWithCase('a');
  expect(desk.run(['new', '-y', '--case', 'b', ...PURCHASE]).status).toBe(0);
  const ids = (args: string[]): Set<string> =>
    new Set(
      desk
        .run(['due', '--json', ...args])
        .json()
        .due.map((one: { caseId: string }) => one.caseId),
    );
  expect(ids([]).size).toBe(2);
  expect(ids(['-c', 'a'])).toEqual(new Set([desk.run(['status', '-c', 'a', '--json']).json().case.id]));
  expect(desk.run(['due', '-c', '没有', '--json']).error().code).toBe('CASE_NOT_FOUND');
});

describe('a filing written down later', () => {
  test('stands on its own day, before what was said since', () => {
    const desk = deskWithCase();
    expect(
      desk.run(['followup', '-y', '--json', '--channel', 'platform', '--filed', '2026-11-10']).json().contact.at,
    ).toBe('2026-11-10');
    desk.run([
      'followup',
      '-y',
      '--channel',
      'platform',
      '--at',
      '2026-11-11 10:00',
      '--said',
      '我们24小时内给您退款，工号8012',
    ]);
    const timeline = desk.run(['timeline', '--json']).json().timeline as { kind: string; text: string }[];
    expect(timeline.filter((one) => one.kind === 'contact').map((one) => one.text)).toEqual([
      '平台投诉中心 提交投诉',
      expect.stringContaining('有承诺'),
    ]);
    const text = desk.run(['letter', '-y', '--to', 'escalate', '--json']).json().text as string;
    expect(text.indexOf('2026年11月10日，本人向贵平台提交投诉')).toBeGreaterThan(0);
    expect(text.indexOf('我们24小时内给您退款')).toBeGreaterThan(text.indexOf('提交投诉'));
    expect(text).not.toMatch(/截至.*未获答复/);
  });

  test('a result is heard when it is logged, whenever the filing was', () => {
    const desk = deskWithCase();
    const { contact } = desk
      .run(['followup', '-y', '--json', '--channel', 'platform', '--filed', '2026-11-10', '--result', 'refused'])
      .json();
    expect(contact.at > '2026-11-10T23:59').toBe(true);
  });
});

test('an empty file says nothing, not even its name', () => {
  const desk = deskWithCase();
  writeFileSync(join(desk.cwd, 'a.txt'), '\n');
  const ran = desk.run([
    'followup',
    '-y',
    '--json',
    '--channel',
    'platform',
    '--filed',
    '2026-11-20',
    '--said',
    '@a.txt',
  ]);
  expect(ran.json().contact).not.toHaveProperty('said');
});

test('what was said is read from text in either encoding, and from nothing else', () => {
  const desk = deskWithCase();
  writeFileSync(
    join(desk.cwd, 'a.txt'),
    Buffer.from([0xd2, 0xd1, 0xb7, 0xb4, 0xc0, 0xa1, 0xa3, 0xac, 0xc7, 0xeb, 0xb5, 0xc8, 0xb4, 0xfd]),
  );
  const ran = desk.run(['followup', '-y', '--json', '--channel', 'platform', '--said', '@a.txt']);
  expect(ran.json()).toMatchObject({ contact: { said: '已反馈，请等待' }, reading: { vague: true } });
  writeFileSync(join(desk.cwd, 'a.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
  expect(desk.run(['followup', '-y', '--json', '--channel', 'platform', '--said', '@a.png']).error().code).toBe(
    'NOT_TEXT',
  );
});

describe('after a letter', () => {
  test('the line to log it can be run as it is printed', () => {
    const desk = deskWithCase();
    const said = desk.run(['letter', '-y', '--to', 'platform', '--format', 'txt']).stderr;
    const command = /kameng (followup --letter 1 --filed \S+)/.exec(said)![1]!;
    expect(desk.run([...command.split(' '), '-y']).status).toBe(0);
    const urge = desk.run(['letter', '-y', '--to', 'urge', '--format', 'txt']).stderr;
    // It goes to where the complaint lies already: sent, and not filed a second time.
    const sent = /kameng (followup --channel platform --letter 2 --sent \S+)/.exec(urge)![1]!;
    expect(urge).not.toContain('--filed');
    expect(desk.run([...sent.split(' '), '-y']).status).toBe(0);
  });

  test('a letter already says where it goes', () => {
    const desk = deskWithCase();
    desk.run(['letter', '-y', '--to', 'merchant', '--format', 'txt']);
    expect(
      desk.run(['followup', '-y', '--json', '--letter', '1', '--filed', '2026-11-25']).json().contact.channel,
    ).toBe('merchant');
  });

  test('a door that is not open yet is named, and its reason; the short texts say how short', () => {
    const desk = deskWithCase();
    desk.run([
      'facts',
      'site=own_site',
      'purpose=own_use',
      'seller=known',
      'sellerName=甲公司',
      'sellerAddress=某市',
      'buyerName=张三',
      'buyerPhone=13800138000',
      'buyerAddress=某地',
    ]);
    const ran = desk.run(['letter', '-y', '--to', 'association', '--format', 'txt']);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toMatch(/注意：消费者协会还不到时候（kameng route）\n {2}先 12315、后消协/);
    expect(desk.run(['letter', '-y', '--to', 'regulator', '--format', 'txt']).stderr).not.toContain('注意：');
    expect(
      readdirSync(desk.cwd)
        .filter((name) => name.startsWith('02-'))
        .toSorted(),
    ).toEqual(
      ['-200字内.txt', '-500字内.txt', '.txt'].map(
        (end) => `02-12315投诉书-晴空数码小铺·视频会员季卡兑换码·卡密无效${end}`,
      ),
    );
  });
});

describe.skipIf(process.platform === 'win32')('a letter changed by hand', () => {
  const editor = (desk: Desk, script: string): string => {
    const path = join(desk.cwd, 'editor.mjs');
    writeFileSync(
      path,
      `import { readFileSync, writeFileSync } from 'node:fs';\nconst path = process.argv[2];\nwriteFileSync(path, readFileSync(path, 'utf8')${script});\n`,
    );
    return `"${process.execPath}" "${path}"`;
  };

  test('is kept where it was stopped', () => {
    const desk = deskWithCase();
    const ran = desk.run(['letter', '--to', 'merchant', '--edit', '-y', '--json'], {
      env: { VISUAL: '', EDITOR: editor(desk, `.replace('58.80', '99.90')`) },
    });
    expect(ran.error().code).toBe('LETTER_STOPPED');
    const path = /改过的文字留在 (\S+)/.exec(ran.stderr)![1]!;
    expect(readFileSync(path, 'utf8')).toContain('99.90');
    rmSync(join(path, '..'), { recursive: true });
  });

  test('needs an editor that can work without a terminal', () => {
    const desk = deskWithCase();
    const ran = desk.run(['letter', '--to', 'merchant', '--edit', '--json'], { env: { VISUAL: '', EDITOR: '' } });
    expect([ran.status, ran.error().code, ran.stdout]).toEqual([2, 'EDITOR_MISSING', '']);
    const loud = desk.run(['letter', '--to', 'merchant', '--edit', '--json', '--format', 'txt'], {
      env: { VISUAL: '', EDITOR: editor(desk, `); console.log('editor'`) },
    });
    expect(loud.json().no).toBe(1);
  });

  test('leaves nothing behind where it went through', () => {
    const desk = deskWithCase();
    const ran = desk.run(['letter', '--to', 'merchant', '--edit', '-y', '--format', 'txt'], {
      env: { VISUAL: '', EDITOR: editor(desk, `.replace('请书面回复', '请尽快书面回复')`) },
    });
    expect([ran.status, ran.stderr.includes('留在')]).toEqual([0, false]);
    expect(ran.stdout).toContain('请尽快书面回复');
  });

  test('in a format it was not frozen in is not passed over in silence', () => {
    const desk = deskWithCase();
    desk.run(['letter', '--to', 'merchant', '-y', '--format', 'txt']);
    expect(desk.run(['letter', '1', '--format', 'pdf', '--out', 'again']).stderr).toContain('没有做成 pdf');
    expect(desk.run(['letter', '1', '--format', 'txt', '--out', 'more']).stderr).not.toContain('没有做成');
  });
});

test('two cases of one title are told apart where one is chosen', async () => {
  const desk = deskWithCase('甲');
  for (const name of ['乙', '丙']) expect(desk.run(['new', '-y', '--case', name, ...PURCHASE]).status).toBe(0);
  expect(desk.run(['facts', '-c', '丙', 'merchant=另一家店']).status).toBe(0);
  const terminal = openTerminal(desk, []);
  await terminal.see('做什么？');
  await terminal.see('退出');
  expect(terminal.screen()).toMatch(/打开：.*（甲）/);
  expect(terminal.screen()).toMatch(/打开：.*（乙）/);
  terminal.type(CTRL_C);
  expect(await terminal.exit).toBe(130);
});
