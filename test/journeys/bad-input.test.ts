import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDesk, PURCHASE, type Desk, type Ran } from '../support/kameng.ts';

const isRoot = process.getuid?.() === 0;

/** One message with a hint, the same in words and in JSON, and nothing on standard output. */
function expectError(ran: Ran, code: string, status = 1): void {
  expect(ran.stderr).toMatch(/^kameng: 错误: /m);
  expect(ran.stderr).toMatch(/^kameng: 提示: /m);
  expect(ran.stderr).not.toMatch(/\n\s+at .*:\d+/);
  expect(ran.error()).toMatchObject({ code });
  expect(ran.status).toBe(status);
}

function openCase(desk: Desk): string {
  expect(desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']).status).toBe(0);
  return join(desk.cwd, 'x.kameng');
}

describe('a case that is none', () => {
  test.each<[string, (path: string) => void, string]>([
    ['no file', () => {}, 'CASE_NOT_FOUND'],
    ['a text file', (path) => writeFileSync(path, '订单号 123\n'.repeat(50)), 'CASE_NOT_SQLITE'],
    [
      'an SQLite file of another program',
      (path) => new Database(path).exec('CREATE TABLE notes (a)').close(),
      'CASE_FOREIGN',
    ],
    ['a folder', (path) => mkdirSync(path), 'CASE_NOT_A_FILE'],
  ])('%s', (_name, make, code) => {
    const desk = openDesk();
    make(join(desk.cwd, 'y.kameng'));
    for (const command of [['status'], ['letter', '-y'], ['add', '.']]) {
      expectError(desk.run([...command, '--json', '-c', './y.kameng']), code);
    }
    // What is no case is damage to whoever asks whether it is one.
    const verified = desk.run(['verify', '--json', '-c', './y.kameng']);
    if (code === 'CASE_NOT_SQLITE' || code === 'CASE_FOREIGN') {
      expect(verified.status).toBe(4);
      expect(verified.json()).toMatchObject({ ok: false, problems: [{ code: 'FILE_DAMAGED' }] });
    } else expectError(verified, code);
  });

  test('a newer version', () => {
    const desk = openDesk();
    const db = new Database(openCase(desk));
    db.pragma('user_version = 99');
    db.close();
    const ran = desk.run(['status', '--json']);
    expectError(ran, 'CASE_NEWER');
    expect(ran.stderr).toContain('升级');
  });

  test('a new case never goes over one that is there', () => {
    const desk = openDesk();
    const before = readFileSync(openCase(desk));
    expectError(desk.run(['new', '-y', '--json', ...PURCHASE, '--case', './x.kameng']), 'CASE_EXISTS');
    expect(readFileSync(join(desk.cwd, 'x.kameng')).equals(before)).toBe(true);
    expectError(desk.run(['new', '-y', '--json', ...PURCHASE, '--case', './none/x.kameng']), 'FOLDER_NOT_FOUND');
  });
});

// A mistyped fact brought a list of sixty, a mistyped channel a paragraph, and what was left out had an English name.
test.each<[string[], number, string, string?]>([
  [['facts', 'amuont=3'], 2, '没有这一项：amuont', '是不是想写 amount（实付金额）'],
  [['facts', '金额=3'], 2, '没有这一项：金额', '是不是想写 amount（实付金额）'],
  [['letter', '--to', 'platfrom'], 2, '--to 没有“platfrom”这一项\n', '是不是想写 platform 平台投诉中心'],
  [['letter', '--to', 'nobody'], 2, '--to 没有“nobody”这一项，可选：merchant 商家'],
  [['add'], 2, '还要写上文件或文件夹'],
  [['lint', '.'], 1, '这是文件夹，不是文件'],
  [['lint', 'none.txt'], 1, '没有这个文件'],
  [['import', 'x.kameng'], 1, '打不开证据包', '这是案卷，不用导入，直接用：kameng status --case'],
  [['followup', '--channel', '商家', '--filed', '明天'], 1, '提交日期 2026年11月26日在今天之后'],
])('%j is told in a sentence, with the way on', (args, status, message, hint = '') => {
  const desk = openDesk();
  openCase(desk);
  const ran = desk.run(args);
  expect(ran.status).toBe(status);
  expect(ran.stderr).toContain(message);
  expect(ran.stderr).toContain(hint);
  expect(ran.stderr.split('\n').length).toBeLessThan(6);
});

describe('values that cannot be', () => {
  test.each<[string, string[], string, number]>([
    ['a negative amount', ['--amount', '-96.50'], 'AMOUNT_INVALID', 1],
    ['an amount of three decimals', ['--amount', '1.234'], 'AMOUNT_INVALID', 1],
    ['nothing paid', ['--amount', '0'], 'AMOUNT_INVALID', 1],
    ['a date in the future', ['--paid-at', '2099-01-01'], 'DATE_IN_FUTURE', 1],
    ['a day that does not exist', ['--paid-at', '2026-02-30'], 'TIME_INVALID', 1],
    ['an empty product', ['--product', '  '], 'TEXT_EMPTY', 1],
    ['a product of a thousand letters', ['--product', 'x'.repeat(1_000)], 'TEXT_TOO_LONG', 1],
    ['an unknown dispute', ['--dispute', 'angry'], 'USAGE', 2],
  ])('%s makes no case', (_name, options, code, status) => {
    const desk = openDesk();
    expectError(desk.run(['new', '-y', '--json', ...PURCHASE, ...options, '--case', './x.kameng']), code, status);
    expect(readdirSync(desk.cwd)).toEqual([]);
  });

  test('and leave a case that is there as it is', () => {
    const desk = openDesk();
    const before = readFileSync(openCase(desk));
    expectError(desk.run(['facts', 'product=新名字', 'amount=-1', '--json']), 'AMOUNT_INVALID');
    expectError(desk.run(['facts', 'colour=red', '--json']), 'FACT_KEY', 2);
    expectError(desk.run(['facts', 'paidAt=2099-01-01', '--json']), 'DATE_IN_FUTURE');
    expectError(desk.run(['followup', '--json', '--channel', 'merchant']), 'CONTACT_EMPTY');
    expectError(
      desk.run(['followup', '--json', '--channel', 'merchant', '--said', 'x'.repeat(100_000)]),
      'SAID_TOO_LONG',
    );
    expect(readFileSync(join(desk.cwd, 'x.kameng')).equals(before)).toBe(true);
  });
});

describe('files', () => {
  test('one that nothing can be read off is named when it goes in, with why and the way on', () => {
    const desk = openDesk();
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
    writeFileSync(join(desk.cwd, '明细.xls'), compound);
    writeFileSync(join(desk.cwd, '说明.txt'), '付了钱没收到货\n');
    openCase(desk);
    const ran = desk.run(['add', '明细.xls', '说明.txt', '-c', './x.kameng']);
    expect(ran.stderr).toContain('证据 1 明细.xls 没有读出：这是旧式 Office 文件');
    expect(ran.stderr).toContain('另存为 .xlsx');
    expect(ran.stderr).not.toContain('说明.txt 没有读出');
    expect(ran.status).toBe(0);
  });

  test('an empty one goes in and is what it is', () => {
    const desk = openDesk();
    openCase(desk);
    writeFileSync(join(desk.cwd, '空.png'), '');
    const ran = desk.run(['add', '空.png', '--json']);
    expect(ran.status).toBe(0);
    expect(ran.json().exhibits).toMatchObject([
      { file: '空.png', bytes: 0, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    ]);
    expect(desk.run(['verify']).status).toBe(0);
  });

  test.skipIf(process.platform === 'win32')(
    'names with line feeds, escape codes, marks of direction and 255 bytes',
    () => {
      const desk = openDesk();
      openCase(desk);
      const names = [
        '一\n二.txt',
        '\u001b[31m红\u001b]0;pwned\u0007.txt',
        '照片\u202egnp.txt',
        `${'长'.repeat(83)}ab.txt`,
      ];
      expect(Buffer.byteLength(names[3]!)).toBe(255);
      mkdirSync(join(desk.cwd, 'in'));
      for (const [i, name] of names.entries()) writeFileSync(join(desk.cwd, 'in', name), `content ${i}`);
      const added = desk.run(['add', 'in', '--as', 'other']);
      expect(added.status).toBe(0);
      const listed = desk.run(['evidence']);
      for (const text of [added.stderr, added.stdout, listed.stdout]) {
        expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
        expect(text.split('\n').some((line) => line.startsWith('二.txt'))).toBe(false);
      }
      const json = desk.run(['evidence', '--json']);
      expect(json.stdout).not.toMatch(/[\u001b\u0007\u202e\u009b]/);
      expect(
        json
          .json()
          .exhibits.map((exhibit: { file: string }) => exhibit.file)
          .toSorted(),
      ).toEqual(names.toSorted());
      const out = desk.run(['evidence', '--extract', 'out', '--json']);
      expect(out.status).toBe(0);
      expect(readdirSync(join(desk.cwd, 'out'))).toHaveLength(4);
      for (const name of readdirSync(join(desk.cwd, 'out'))) expect(name).not.toMatch(/[\n\u001b\u202e]/);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'links, sockets, pipes and what is not there are refused by name; the rest goes in',
    async () => {
      const desk = openDesk();
      openCase(desk);
      mkdirSync(join(desk.cwd, 'in'));
      writeFileSync(join(desk.cwd, 'in', 'good.txt'), 'good');
      symlinkSync('/etc/passwd', join(desk.cwd, 'in', 'link.txt'));
      symlinkSync(join(desk.cwd), join(desk.cwd, 'in', 'loop'));
      execFileSync('mkfifo', [join(desk.cwd, 'in', 'pipe')]);
      const server = createServer().listen(join(desk.cwd, 'in', 'socket'));
      onTestFinished(() => void server.close());
      await new Promise((resolve) => server.once('listening', resolve));
      const ran = desk.run(['add', 'in', 'missing.png', '--json']);
      expectError(ran, 'FILES_REFUSED');
      const { added, refused, exhibits } = ran.json();
      expect(added).toEqual([1]);
      expect(exhibits[0].file).toBe('good.txt');
      expect(
        refused.map((one: { path: string; code: string }) => [one.path.slice(desk.cwd.length + 1), one.code]),
      ).toEqual([
        ['in/link.txt', 'LINK'],
        ['in/loop', 'LINK'],
        ['in/pipe', 'NOT_A_FILE'],
        ['in/socket', 'NOT_A_FILE'],
        ['missing.png', 'NOT_FOUND'],
      ]);
    },
  );

  test('the case itself, lying in the folder, is not taken in', () => {
    const desk = openDesk();
    openCase(desk);
    mkdirSync(join(desk.cwd, 'in'));
    renameSync(join(desk.cwd, 'x.kameng'), join(desk.cwd, 'in', 'x.kameng'));
    writeFileSync(join(desk.cwd, 'in', 'a.txt'), 'a');
    writeFileSync(join(desk.cwd, 'in', '.DS_Store'), 'litter');
    const ran = desk.run(['add', 'in', '--json', '-c', 'in/x.kameng']);
    expect(ran.json().exhibits.map((exhibit: { file: string }) => exhibit.file)).toEqual(['a.txt']);
  });
});

/** Runs as a user whom permissions bind. */
function runBound(desk: Desk, args: string[]): Ran {
  if (!isRoot) return desk.run(args);
  const ran = spawnSync(process.execPath, desk.command(args), {
    cwd: desk.cwd,
    env: desk.env,
    encoding: 'utf8',
    uid: 65_534,
    gid: 65_534,
  });
  return {
    status: ran.status,
    stdout: ran.stdout,
    stderr: ran.stderr,
    json: () => JSON.parse(ran.stdout),
    error: () => JSON.parse(ran.stderr.split('\n').find((line) => line.startsWith('{"error"'))!).error,
  };
}

describe.skipIf(process.platform === 'win32')('folders and disks', () => {
  test('a read-only folder: a case in it can be read, and is not changed', () => {
    const desk = openDesk();
    const path = openCase(desk);
    const before = readFileSync(path);
    chmodSync(path, 0o444);
    chmodSync(desk.cwd, 0o555);
    onTestFinished(() => chmodSync(desk.cwd, 0o755));
    expect(runBound(desk, ['status', '--json']).json().case.dispute).toBe('card_invalid');
    expectError(runBound(desk, ['facts', 'product=别的', '--json']), 'CASE_READ_ONLY');
    expectError(runBound(desk, ['new', '-y', '--json', ...PURCHASE, '--case', './new.kameng']), 'CASE_READ_ONLY');
    expect(readdirSync(desk.cwd).filter((name) => name.endsWith('.kameng'))).toEqual(['x.kameng']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a letter whose folder cannot be written is kept in the case and can be had elsewhere', () => {
    const desk = openDesk();
    openCase(desk);
    writeFileSync(join(desk.cwd, 'blocked'), 'a file, no folder');
    expectError(desk.run(['letter', '--to', 'merchant', '-y', '--json', '--out', 'blocked']), 'OUT_NOT_WRITABLE');
    const again = desk.run(['letter', '1', '--json', '--out', 'letters']);
    expect(again.json().files.length).toBeGreaterThanOrEqual(2);
    for (const path of again.json().files) expect(existsSync(path)).toBe(true);
    // The same files are there already; another file of the name is left alone, and the letter stands beside it.
    expect(desk.run(['letter', '1', '--json', '--out', 'letters']).json().files).toEqual(again.json().files);
    writeFileSync(again.json().files[0], 'another');
    expect(desk.run(['letter', '1', '--json', '--out', 'letters']).json().files[0]).toMatch(/-2\.[a-z]+$/);
  });

  test.skipIf(!isRoot || process.platform !== 'linux')(
    'a full disk: one error, what was kept stays, and it goes on when there is room',
    () => {
      const desk = openDesk();
      const disk = join(desk.cwd, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
      onTestFinished(() => void execFileSync('umount', [disk]));
      expect(desk.run(['new', '-y', ...PURCHASE, '--case', 'disk/x.kameng']).status).toBe(0);
      writeFileSync(join(desk.cwd, 'small.txt'), 'small');
      writeFileSync(join(desk.cwd, 'big.bin'), Buffer.alloc(2 * 1024 * 1024, 7));
      expect(desk.run(['add', 'small.txt', '-c', 'disk/x.kameng', '--no-read']).status).toBe(0);
      expectError(desk.run(['add', 'big.bin', '-c', 'disk/x.kameng', '--no-read', '--json']), 'DISK_FULL');
      expect(
        desk
          .run(['evidence', '-c', 'disk/x.kameng', '--json'])
          .json()
          .exhibits.map((exhibit: { file: string }) => exhibit.file),
      ).toEqual(['small.txt']);
      expect(desk.run(['verify', '-c', 'disk/x.kameng']).status).toBe(0);
      copyFileSync(join(disk, 'x.kameng'), join(desk.cwd, 'roomy.kameng'));
      expect(desk.run(['add', 'big.bin', '-c', './roomy.kameng', '--no-read']).status).toBe(0);
      writeFileSync(join(disk, 'fill'), Buffer.alloc(1));
      expectError(
        desk.run([
          'new',
          '-y',
          '--json',
          ...PURCHASE,
          '--case',
          'disk/second.kameng',
          join(desk.cwd, 'big.bin'),
          '--no-read',
        ]),
        'DISK_FULL',
      );
    },
  );
});

describe('templates of the user', () => {
  test('one with a syntax error is one message with its file and line; no letter is frozen', () => {
    const desk = openDesk();
    openCase(desk);
    mkdirSync(join(desk.cwd, 'mine', 'letters', 'merchant'), { recursive: true });
    writeFileSync(
      join(desk.cwd, 'mine', 'letters', 'merchant', 'letter.hbs'),
      '第一行\n{{#if facts.orderNo}}\n没有结束',
    );
    const ran = desk.run(['letter', '--to', 'merchant', '-y', '--json', '--templates', 'mine']);
    expectError(ran, 'TEMPLATE_INVALID');
    expect(ran.stderr).toContain('letter.hbs');
    expect(desk.run(['letter', '1', '--json']).error().code).toBe('LETTER_NOT_FOUND');
    expect(readdirSync(desk.cwd).filter((name) => /\.(?:md|txt)$/.test(name))).toEqual([]);
  });

  test('a missing fact stops the letter with its name', () => {
    const desk = openDesk();
    openCase(desk);
    desk.run(['facts', 'product=']);
    const ran = desk.run(['letter', '--to', 'merchant', '-y', '--json']);
    expectError(ran, 'FACT_MISSING');
    expect(ran.stderr).toContain('product');
  });
});

test.skipIf(process.platform === 'win32')('a large file is streamed: memory does not grow with it', () => {
  const desk = openDesk();
  openCase(desk);
  // Both are read ahead in a thread, whose share is the same for each.
  const MiB = 1024 * 1024;
  const sizes = { 'large.bin': 40 * MiB, 'larger.bin': 200 * MiB };
  for (const [name, bytes] of Object.entries(sizes)) {
    writeFileSync(join(desk.cwd, name), name);
    truncateSync(join(desk.cwd, name), bytes);
  }
  const tell =
    "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))";
  const peak = (args: string[]): number => {
    const ran = spawnSync(process.execPath, ['--import', tell, ...desk.command(args)], {
      cwd: desk.cwd,
      env: desk.env,
      encoding: 'utf8',
    });
    return Number(/peak (\d+)/.exec(ran.stderr)?.[1]);
  };
  const [large, larger] = Object.keys(sizes).map((name) => peak(['add', name, '--no-read', '-q']));
  expect(
    desk
      .run(['evidence', '--json'])
      .json()
      .exhibits.map((exhibit: { bytes: number }) => exhibit.bytes),
  ).toEqual(Object.values(sizes));
  expect(larger! - large!).toBeLessThan(40 * 1024);
});
