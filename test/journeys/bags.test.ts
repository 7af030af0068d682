import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';

const EXAMPLE = '客服说：请耐心等待。\n2026-11-10 我：什么时候到账？\n';

/** Made once: the bytes of the case. */
let made: Buffer | undefined;

function deskWithCase(): Desk {
  const desk = openDesk();
  const path = join(desk.cwd, 'home', 'a.kameng');
  if (made) {
    mkdirSync(join(desk.cwd, 'home'));
    writeFileSync(path, made);
    return desk;
  }
  mkdirSync(join(desk.cwd, '截图'));
  writeFileSync(join(desk.cwd, '截图', '聊天 100%.txt'), EXAMPLE);
  writeFileSync(join(desk.cwd, '截图', '说明.txt'), '卡密输入后显示已被使用');
  expect(desk.run(['new', '-y', '--case', 'a', ...PURCHASE, '截图']).status).toBe(0);
  expect(desk.run(['letter', '-y', '-c', 'a', '--to', 'platform', '--out', 'L']).status).toBe(0);
  made = readFileSync(path);
  return desk;
}

const headOfCase = (desk: Desk, name: string): unknown => desk.run(['verify', '--json', '-c', name]).json().head;
const homeFiles = (desk: Desk): string[] =>
  readdirSync(join(desk.cwd, 'home'))
    .filter((name) => /kameng/.test(name))
    .toSorted();

describe('a bag', () => {
  test.each([
    ['a folder', [], ''],
    ['an archive', ['--zip'], '.zip'],
  ])(
    'as %s comes back as an equal case',
    (_name, options, suffix) => {
      const desk = deskWithCase();
      const env = { KAMENG_PASSPHRASE: '八个字的口令' };
      const made = desk.run(['export', '--bag', ...options, '-c', 'a', '--out', 'B', '--json'], { env }).json();
      expect(made.bag).toBe(join(desk.cwd, 'B', `a-证据包-2026-11-25${suffix}`));
      if (process.platform !== 'win32') expect(statSync(made.bag).mode & 0o077).toBe(0);
      const checked = desk.run(['verify', made.bag, '--json']);
      expect([checked.status, checked.json().ok]).toEqual([0, true]);
      const imported = desk.run(['import', made.bag, '--case', 'b', '--json']);
      expect(imported.status, imported.stderr).toBe(0);
      expect(headOfCase(desk, 'b')).toEqual(made.head);
      const [a, b] = ['a', 'b'].map((name) => desk.run(['status', '--json', '-c', name]).json());
      expect({ ...b, case: undefined }).toEqual({ ...a, case: undefined });
      desk.run(['evidence', '-c', 'b', '--extract', 'X']);
      expect(readFileSync(join(desk.cwd, 'X', '聊天 100%.txt'), 'utf8')).toBe(EXAMPLE);
      expect(readdirSync(join(desk.cwd, 'B'))).toHaveLength(1);
    },
    120_000,
  );

  test.skipIf(process.platform === 'win32' || spawnSync('sha256sum', ['--version']).error !== undefined)(
    'is checked without kameng, and a changed byte is found either way',
    () => {
      const desk = deskWithCase();
      const { bag } = desk.run(['export', '--bag', '-c', 'a', '--json']).json();
      const sums = (): number | null => spawnSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: bag }).status;
      expect(sums()).toBe(0);
      expect(readFileSync(join(bag, '怎样核对.txt'), 'utf8')).toContain('sha256sum -c manifest-sha256.txt');
      const exhibit = join(bag, 'data', '证据', readdirSync(join(bag, 'data', '证据'))[0]!);
      appendFileSync(exhibit, 'x');
      expect(sums()).not.toBe(0);
      const ran = desk.run(['verify', bag, '--json']);
      expect([ran.status, ran.json().problems.map((one: { code: string }) => one.code)]).toEqual([
        4,
        ['CHANGED', 'OXUM'],
      ]);
      const before = homeFiles(desk);
      expect(desk.run(['import', bag, '--case', 'b', '--json']).error().code).toBe('BAG_DAMAGED');
      expect(homeFiles(desk)).toEqual(before);
    },
  );

  test('says what it shows and what not, and claims nothing of a case that was changed', () => {
    const desk = deskWithCase();
    const path = join(desk.cwd, 'home', 'a.kameng');
    const whole = readFileSync(path);
    const paper = (out: string): string => {
      const { bag } = desk.run(['export', '--bag', '-c', 'a', '--out', out, '--json']).json();
      const checked = desk.run(['verify', bag]);
      expect(checked.stderr).toMatch(/不证明：自录入案卷之后没有改变[^]*不证明：案卷在哪一天已经存在.*来源和真伪/);
      expect(desk.run(['verify', bag, '--json']).json().claims).toHaveLength(3);
      return readFileSync(join(bag, '怎样核对.txt'), 'utf8');
    };
    const sound = paper('S');
    for (const said of ['能说明：证据自收入案卷起没有改动', '不能说明案卷在哪一天已经存在', '不能说明：文件从哪里来'])
      expect(sound).toContain(said);

    // A reading that somebody changed: what is in the bag is not as the journal says.
    const db = new Database(path);
    const guards = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'readings'");
    const names = guards.pluck().all() as string[];
    const sql = names.map((name) => db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name));
    for (const name of names) db.exec(`DROP TRIGGER ${name}`);
    expect(db.prepare("UPDATE readings SET data = replace(data, '耐心', '放心') WHERE id = 1").run().changes).toBe(1);
    for (const guard of sql) db.exec(String(guard));
    db.close();
    const doubtful = paper('D');
    expect(doubtful).toContain('不能说明没有改动：案卷里有 1 处和操作记录不一致');
    expect(doubtful).not.toContain('自收入案卷起没有改动');

    // An exhibit whose bytes changed does not go out under its number.
    const exhibit = Buffer.from(whole);
    const at = exhibit.indexOf(EXAMPLE);
    expect(at).toBeGreaterThan(0);
    exhibit.write('X', at);
    writeFileSync(path, exhibit);
    const ran = desk.run(['export', '--bag', '-c', 'a', '--out', 'E', '--json']);
    expect([ran.status, ran.error().code, readdirSync(join(desk.cwd, 'E'))]).toEqual([1, 'CONTENT_CHANGED', []]);
  }, 60_000);

  test('whose records were changed and whose sums were made again is not taken in, and leaves nothing', async () => {
    const { createHash } = await import('node:crypto');
    const desk = deskWithCase();
    const { bag } = desk.run(['export', '--bag', '-c', 'a', '--json']).json();
    const rewrite = (path: string, change: (text: string) => string): void => {
      const text = change(readFileSync(join(bag, path), 'utf8'));
      writeFileSync(join(bag, path), text);
      const sum = createHash('sha256').update(text).digest('hex');
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        const lines = readFileSync(join(bag, manifest), 'utf8').replace(
          new RegExp(`^[0-9a-f]{64}(?=  ${path}$)`, 'm'),
          sum,
        );
        writeFileSync(join(bag, manifest), lines);
      }
    };
    const facts = 'data/案卷/tables/facts.jsonl';
    const journal = 'data/案卷/journal.jsonl';
    const originals = Object.fromEntries([facts, journal].map((path) => [path, readFileSync(join(bag, path), 'utf8')]));
    const before = homeFiles(desk);
    const tries: [string, (text: string) => string, string][] = [
      [facts, (text) => text.replace('58.80', '98.80'), 'IMPORT_INVALID'],
      [facts, (text) => text.replace('{', '['), 'IMPORT_INVALID'],
      [facts, (text) => text.replace('"key"', '"kez"'), 'IMPORT_INVALID'],
      [
        facts,
        (text) => text.replace(/^.*\n/, (line) => `${'null'.padEnd(Buffer.byteLength(line) - 1)}\n`),
        'IMPORT_INVALID',
      ],
      [journal, (text) => text.replace('fact.set', 'fact.sex'), 'IMPORT_INVALID'],
    ];
    for (const [path, change, code] of tries) {
      rewrite(path, change);
      rewrite('manifest-sha256.txt', (text) => text);
      const ran = desk.run(['import', bag, '--case', 'b', '--json']);
      expect(ran.stderr).toContain(code);
      expect(ran.status).toBe(1);
      expect(homeFiles(desk)).toEqual(before);
      rewrite(path, () => originals[path]!);
    }
    rewrite('bag-info.txt', (text) => text.replace(/Kameng-Head: (\d+):..../, 'Kameng-Head: $1:0000'));
    rewrite('manifest-sha256.txt', (text) => text);
    expect(desk.run(['import', bag, '--case', 'b', '--json']).error().code).toBe('IMPORT_INVALID');
    expect(homeFiles(desk)).toEqual(before);
  }, 120_000);

  test('that is redacted has redacted papers alone and cannot be taken in', () => {
    const desk = deskWithCase();
    expect(
      desk.run(['letter', '--redacted', '-y', '-c', 'a', '--to', 'public', '--anyway', '测试', '--out', 'L']).status,
    ).toBe(0);
    const { bag } = desk.run(['export', '--bag', '--redacted', '-c', 'a', '--json']).json();
    const files = readdirSync(bag, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(new Set(files.map((one) => one.parentPath.slice(bag.length)))).toEqual(
      new Set(['', join('/', 'data', '文书'), join('/', 'data', '证据目录')]),
    );
    for (const one of files)
      expect(readFileSync(join(one.parentPath, one.name)).includes('QK2026110919581177'), one.name).toBe(false);
    expect(readFileSync(join(bag, '怎样核对.txt'), 'utf8')).toContain('不能还原成案卷');
    expect(desk.run(['import', bag, '--json']).error().code).toBe('IMPORT_REDACTED');
    expect(desk.run(['verify', bag]).status).toBe(0);
  });

  test('of somebody else is checked, and is no case', () => {
    const desk = openDesk();
    const bag = join(desk.cwd, 'bag');
    mkdirSync(join(bag, 'data'), { recursive: true });
    writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    writeFileSync(join(bag, 'data', 'a'), '');
    writeFileSync(
      join(bag, 'manifest-sha256.txt'),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a\n',
    );
    expect(desk.run(['verify', bag]).status).toBe(0);
    expect(desk.run(['import', bag, '--json']).error().code).toBe('IMPORT_FOREIGN');
    rmSync(join(bag, 'data', 'a'));
    expect(desk.run(['verify', bag]).status).toBe(4);
    expect(desk.run(['verify', join(desk.cwd, 'nothing'), '--json']).error().code).toBe('BAG_NOT_FOUND');
    expect(desk.run(['verify', bag, '--against', '1:abcdef12', '--json']).error().code).toBe('VERIFY_USAGE');
  });

  test('is never half, and never goes over another', () => {
    const desk = deskWithCase();
    expect(desk.run(['export', '--bag', '-c', 'a']).status).toBe(0);
    expect(readdirSync(desk.cwd).filter((name) => name.includes('part'))).toEqual([]);
    expect(desk.run(['verify', join(desk.cwd, 'a-证据包-2026-11-25')]).status).toBe(0);
    expect(desk.run(['export', '--bag', '-c', 'a', '--json']).error().code).toBe('FILE_EXISTS');
  });

  test('has its passphrase from everywhere but the command line', async () => {
    const desk = deskWithCase();
    writeFileSync(join(desk.cwd, 'word'), '口令 一\n第二行');
    const { bag } = desk.run(['export', '--bag', '-c', 'a', '--json', '--passphrase-file', 'word']).json();
    expect(readFileSync(bag, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
    // The same words over an archive, but quick to try: what is tried here is not how long a guess takes.
    const { bag: zip } = desk.run(['export', '--bag', '--zip', '-c', 'a', '--json']).json();
    const encrypter = new Encrypter();
    encrypter.setPassphrase('口令 一');
    encrypter.setScryptWorkFactor(10);
    const quick = join(desk.cwd, 'quick.age');
    writeFileSync(quick, await encrypter.encrypt(readFileSync(zip)));
    expect(desk.run(['import', quick, '--case', 'b', '--json']).error().code).toBe('PASSPHRASE_MISSING');
    const env = { KAMENG_PASSPHRASE: '口令 二' };
    expect(desk.run(['import', quick, '--case', 'b', '--json'], { env }).error().code).toBe('KEY_WRONG');
    expect(desk.run(['import', quick, '--case', 'b', '--passphrase-file', 'word']).status).toBe(0);
    for (const asks of ['--passphrase', '--encrypt'])
      expect(desk.run(['export', '--bag', '-c', 'a', asks, '--json']).error().code).toBe('PASSPHRASE_MISSING');
    // A passphrase on the command line stands in the list of processes: it is refused, and not said again.
    const typed = desk.run(['export', '--bag', '-c', 'a', '--encrypt', '口令一', '--json']);
    expect([typed.status, typed.error().code, typed.stderr.includes('口令一')]).toEqual([2, 'OPTION_INVALID', false]);
    expect(desk.run(['export', '--encrypt', '-c', 'a', '--json']).error().code).toBe('EXPORT_USAGE');
    const both = ['--encrypt', '--encrypt-to', 'age1x'];
    expect(desk.run(['export', '--bag', '-c', 'a', ...both, '--json']).error().code).toBe('EXPORT_USAGE');
    expect(desk.run(['export', '--zip', '-c', 'a', '--json']).error().code).toBe('EXPORT_USAGE');
    const cut = join(desk.cwd, 'cut.age');
    writeFileSync(cut, readFileSync(quick).subarray(0, 70_000));
    expect(desk.run(['verify', cut, '--json', '--passphrase-file', 'word']).error().code).toBe('BAG_UNREADABLE');
  }, 120_000);

  test.skipIf(spawnSync('age', ['--version']).error !== undefined)(
    'opens with age, and one that age made opens here',
    () => {
      const desk = deskWithCase();
      const secret = join(desk.cwd, 'key.txt');
      expect(spawnSync('age-keygen', ['-o', secret]).status).toBe(0);
      const recipient = /age1\w+/.exec(readFileSync(secret, 'utf8'))![0];
      const { bag, head } = desk.run(['export', '--bag', '-c', 'a', '--json', '--encrypt', recipient]).json();
      const zip = join(desk.cwd, 'plain.zip');
      expect(spawnSync('age', ['-d', '-i', secret, '-o', zip, bag]).status).toBe(0);
      expect(desk.run(['verify', zip]).status).toBe(0);
      const again = join(desk.cwd, 'again.age');
      expect(spawnSync('age', ['-r', recipient, '-o', again, zip]).status).toBe(0);
      expect(desk.run(['import', again, '--identity', secret, '--case', 'b']).status).toBe(0);
      expect(headOfCase(desk, 'b')).toEqual(head);
      renameSync(secret, `${secret}.gone`);
      expect(desk.run(['import', again, '--identity', secret, '--case', 'c', '--json']).error().code).toBe(
        'IDENTITY_INVALID',
      );
      expect(
        desk.run(['export', '--bag', '-c', 'a', '--encrypt-to', 'age1nonsense', '--json', '--out', 'N']).error().code,
      ).toBe('RECIPIENT_INVALID');
      expect(readdirSync(join(desk.cwd, 'N'))).toEqual([]);
    },
    120_000,
  );
});

describe('a backup', () => {
  test('is a whole case under a dated name, and the list says who has none', () => {
    const desk = deskWithCase();
    const backupOf = (): unknown => desk.run(['list', '--json']).json().cases[0].backup;
    expect(backupOf()).toBe(null);
    expect(desk.run(['list']).stderr).toContain('还没有备份：a');
    const first = desk.run(['backup', '-c', 'a', '--json']).json();
    const second = desk.run(['backup', '-c', 'a', '--json']).json();
    expect(new Set([first.backup, second.backup]).size).toBe(2);
    expect(existsSync(first.backup)).toBe(true);
    expect(backupOf()).toMatchObject({ path: second.backup });
    expect(desk.run(['list']).stderr).not.toContain('还没有备份');
    if (process.platform !== 'win32') expect(statSync(first.backup).mode & 0o077).toBe(0);
    rmSync(second.backup);
    expect(backupOf()).toBe(null);
    expect(desk.run(['list', '--json']).json().cases).toHaveLength(1);
    expect(desk.run(['verify', '--json', '-c', first.backup]).json()).toMatchObject({ ok: true, head: first.head });
  });
});
