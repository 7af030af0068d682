import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { hashEntry, type JournalEntry } from '../../src/casefile/journal.ts';
import { pageTexts } from '../papers/opened.ts';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';

/** Made once: the case, and what the home folder keeps of it. */
let made: { bytes: Buffer; kept: string; name: string } | undefined;

function deskWithCase(): { desk: Desk; path: string } {
  const desk = openDesk();
  const path = join(desk.cwd, 'a.kameng');
  const heads = join(desk.cwd, 'home', 'heads');
  if (made) {
    mkdirSync(heads, { recursive: true, mode: 0o700 });
    writeFileSync(path, made.bytes);
    writeFileSync(join(heads, made.name), made.kept);
    return { desk, path };
  }
  mkdirSync(join(desk.cwd, '截图'));
  writeFileSync(join(desk.cwd, '截图', '聊天.txt'), '客服：请耐心等待');
  expect(desk.run(['new', '-y', '--case', path, ...PURCHASE, '截图']).status).toBe(0);
  expect(desk.run(['letter', '-y', '-c', path, '--to', 'merchant', '--out', 'L']).status).toBe(0);
  const said = ['followup', '-y', '-c', path, '--channel', 'merchant', '--said', '请耐心等待'];
  expect(desk.run(said).status).toBe(0);
  const [name] = readdirSync(heads) as [string];
  made = { bytes: readFileSync(path), kept: readFileSync(join(heads, name), 'utf8'), name };
  return { desk, path };
}

/** What someone does who knows SQLite: the guards go, the change is made, the guards come back. */
function tamper(path: string, change: (db: Database.Database) => void): void {
  const db = new Database(path);
  const guards = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  change(db);
  for (const { sql } of guards) db.exec(sql);
  db.close();
}

/** The journal written anew, so that each entry fits the one before. */
function rechain(db: Database.Database): void {
  let previous = '0'.repeat(64);
  for (const entry of db.prepare('SELECT * FROM journal ORDER BY seq').all() as JournalEntry[]) {
    const hash = hashEntry({ ...entry, previous });
    db.prepare('UPDATE journal SET previous = ?, hash = ? WHERE seq = ?').run(previous, hash, entry.seq);
    previous = hash;
  }
}

/** A value and its entry changed, and the whole chain after it. */
function rewriteFact(db: Database.Database): void {
  db.exec("UPDATE facts SET value = '98.80' WHERE value = '58.80'");
  db.exec(`UPDATE journal SET entry = replace(entry, '"58.80"', '"98.80"')`);
  rechain(db);
}

/** What is done by hand; `copy` is the case as it was before its last entries. */
const TAMPERING: Record<string, (path: string, copy: string) => void> = {
  'a row (an amount)': (path) =>
    tamper(path, (db) => db.exec("UPDATE facts SET value = '98.80' WHERE value = '58.80'")),
  'a reading': (path) => tamper(path, (db) => db.exec("UPDATE readings SET data = replace(data, '耐心', '放心')")),
  'a letter': (path) => tamper(path, (db) => db.exec("UPDATE letters SET text = text || '另赔一百元'")),
  'a contact, taken out': (path) => tamper(path, (db) => db.exec('DELETE FROM contacts')),
  'a byte of an exhibit': (path) => {
    const bytes = readFileSync(path);
    bytes.write('X', bytes.indexOf('客服：请耐心等待'));
    writeFileSync(path, bytes);
  },
  'a row that no entry knows': (path) =>
    tamper(path, (db) =>
      db.exec('INSERT INTO letters SELECT no + 1, document, title, written_at, text, detail, anyway_why FROM letters'),
    ),
  'the order of entries': (path) =>
    tamper(path, (db) => {
      db.exec('UPDATE journal SET seq = -2 WHERE seq = 2');
      db.exec('UPDATE journal SET seq = 2 WHERE seq = 3');
      db.exec('UPDATE journal SET seq = 3 WHERE seq = -2');
    }),
  'a row, its entry, and the chain made anew': (path) => tamper(path, rewriteFact),
  'the last entries, cut off with their rows': (path) =>
    tamper(path, (db) => {
      db.exec('DELETE FROM contacts');
      const last = db.prepare("SELECT min(seq) AS seq FROM journal WHERE action LIKE 'contact.%'").get() as {
        seq: number;
      };
      db.exec(`DELETE FROM journal WHERE seq >= ${last.seq}`);
    }),
  'an older copy, put back': (path, copy) => copyFileSync(copy, path),
};
/** What only the anchor finds, and how the case then stands. */
const ONLY_BY_ANCHOR: Record<string, 'older' | 'other'> = {
  'a row, its entry, and the chain made anew': 'other',
  'the last entries, cut off with their rows': 'older',
  'an older copy, put back': 'older',
};

describe('tampering by hand', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/case-file.md'), 'utf8');

  test.each(Object.entries(TAMPERING))(
    '%s',
    (name, change) => {
      const { desk, path } = deskWithCase();
      const copy = join(desk.cwd, 'old.copy');
      copyFileSync(path, copy);
      expect(desk.run(['followup', '-y', '-c', path, '--channel', 'merchant', '--said', '明天给你退款']).status).toBe(
        0,
      );
      const { head } = desk.run(['verify', '--json', '-c', path]).json();
      change(path, copy);
      const inside = desk.run(['verify', '--json', '-c', path], { env: { KAMENG_HOME: join(desk.cwd, 'elsewhere') } });
      const standing = ONLY_BY_ANCHOR[name];
      const codes = [...new Set(inside.json().problems.map((one: { code: string }) => one.code))];
      expect([inside.status, codes.length > 0]).toEqual(standing ? [0, false] : [4, true]);
      const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
      expect(row).toBe(
        `| ${name} | ${standing ? 'nothing' : codes.map((code) => `\`${code}\``).join(', ')} | ${standing ?? '–'} |`,
      );

      // Where the case was last seen it is said at once, whatever is asked.
      const bytes = name === 'a byte of an exhibit';
      const seen = desk.run(['status', '-c', path]);
      expect(seen.status).toBe(0);
      if (standing === 'older') expect(seen.stderr).toContain('案卷比上次在这台电脑上打开时旧');
      else if (standing === 'other') expect(seen.stderr).toContain('不是同一份');
      else if (!bytes) expect(seen.stderr).toContain('和操作记录不一致');
      else
        expect(desk.run(['evidence', '1', '-c', path, '--extract', 'X', '--json']).error().code).toBe(
          'CONTENT_CHANGED',
        );
      if (!bytes) expect(desk.run(['evidence', '-c', path]).stderr, 'said again').toMatch(/比上次|不是同一份|不一致/);

      // A head that was printed finds it on any computer.
      const against = desk.run(['verify', '--json', '-c', path, '--against', `${head.seq}:${head.hash.slice(0, 12)}`], {
        env: { KAMENG_HOME: join(desk.cwd, 'third') },
      });
      expect(against.status).toBe(4);
      if (standing) {
        expect(against.json().problems).toMatchObject([{ code: standing === 'older' ? 'HEAD_OLDER' : 'HEAD_OTHER' }]);
        // Once it was looked at and taken for the right one, it is.
        expect(desk.run(['verify', '--json', '-c', path]).json()).toMatchObject({ ok: true, anchor: { standing } });
        expect(desk.run(['status', '-c', path]).stderr).toBe('');
      }
    },
    30_000,
  );
});

test('a head that was noted is the same, or an earlier entry, or none', () => {
  const { desk, path } = deskWithCase();
  const { head } = desk.run(['verify', '--json', '-c', path]).json();
  const against = (text: string) => desk.run(['verify', '--json', '-c', path, '--against', text]);
  for (const text of [
    head.hash,
    head.hash.slice(0, 12),
    `${head.seq}:${head.hash}`,
    `${head.seq}：${head.hash.slice(0, 8)}`,
  ])
    expect(against(text).json()).toMatchObject({ ok: true, against: { standing: 'same' } });
  desk.run(['facts', '-c', path, 'product=别的']);
  for (const text of [head.hash, `${head.seq}:${head.hash.slice(0, 12)}`])
    expect(against(text).json()).toMatchObject({ ok: true, against: { standing: 'grown', head: { seq: head.seq } } });
  expect(against('0123456789ab').json()).toMatchObject({ ok: false, problems: [{ code: 'HEAD_OTHER' }] });
  for (const wrong of ['', 'x', '1:', '12:zz', `${head.hash}00`]) expect(against(wrong).status).toBe(2);
});

test('the head is on what leaves', async () => {
  const { desk, path } = deskWithCase();
  const { head } = desk.run(['verify', '--json', '-c', path]).json();
  const { files, ...letter } = desk
    .run(['letter', '-y', '-c', path, '--to', 'platform', '--format', 'docx,txt,md,pdf', '--out', 'P', '--json'])
    .json();
  const short = `${head.seq}:${head.hash.slice(0, 12)}`;
  const written = (format: string): string => files.find((one: string) => one.endsWith(`.${format}`));
  const yauzl = await import('yauzl');
  const zip = await yauzl.openPromise(written('docx'));
  let footer = '';
  for await (const entry of zip.eachEntry()) {
    if (!/word\/footer\d*\.xml/.test(entry.fileName)) continue;
    for await (const chunk of await zip.openReadStreamPromise(entry)) footer += String(chunk);
  }
  expect(footer).toContain(`案卷指纹 ${short}`);
  expect(readFileSync(written('md'), 'utf8').trimEnd().split('\n').at(-1)).toBe(`案卷指纹 ${short}`);
  expect((await pageTexts(readFileSync(written('pdf')))).join('')).toContain(short);
  // What is pasted into a form stays as it was composed: there the head is printed, and kept beside the letter.
  expect(readFileSync(written('txt'), 'utf8')).not.toContain('案卷指纹');
  expect(letter.head).toEqual(head);
  expect(desk.run(['letter', '2', '-c', path]).stderr).toContain(`案卷指纹 ${short}`);

  const now = desk.run(['verify', '--json', '-c', path]).json().head;
  const long = `${now.seq}:${now.hash}`;
  const { bag } = desk.run(['export', '--bag', '-c', path, '--json']).json();
  for (const page of ['bag-info.txt', '怎样核对.txt']) expect(readFileSync(join(bag, page), 'utf8')).toContain(long);
  const redacted = desk.run(['export', '--bag', '--redacted', '-c', path, '--json']).json().bag;
  expect(readFileSync(join(redacted, 'bag-info.txt'), 'utf8')).toContain(`Kameng-Head: ${long}`);
  desk.run(['export', '-c', path, '--out', 'C']);
  expect((await pageTexts(readFileSync(join(desk.cwd, 'C', '证据目录.pdf')))).join('')).toContain(long);
  desk.run(['export', '--report', '-c', path, '--out', 'r.html']);
  expect(readFileSync(join(desk.cwd, 'r.html'), 'utf8')).toContain(`案卷指纹：<code>${long}</code>`);
  const backup = desk.run(['backup', '-c', path, '--out', 'K']);
  expect(backup.stderr).toContain(`案卷指纹 ${long}`);
  expect(desk.run(['followup', '-y', '-c', path, '--channel', 'platform', '--filed', '2026-11-25']).status).toBe(0);
  const last = desk.run(['verify', '--json', '-c', path]).json().head;
  expect(desk.run(['due', '-c', path, '--ics', 'x.ics']).status).toBe(0);
  const calendar = readFileSync(join(desk.cwd, 'x.ics'), 'utf8');
  expect(calendar.match(/^X-KAMENG-HEAD:.*$/gm)?.length).toBe(calendar.match(/^BEGIN:VEVENT/gm)!.length);
  expect(calendar).toContain(`X-KAMENG-HEAD:${last.seq}:${last.hash.slice(0, 12)}\r\n`);
  // Any of them is found in the case again.
  const against = desk.run(['verify', '--json', '-c', path, '--against', short]);
  expect(against.json()).toMatchObject({ ok: true, against: { standing: 'grown', head: { seq: head.seq } } });
});

test('a case that cannot be opened is damage, and never a bug', () => {
  const { desk, path } = deskWithCase();
  const whole = readFileSync(path);
  const broken = join(desk.cwd, 'broken.kameng');
  for (const at of [
    0, 15, 16, 18, 20, 24, 28, 40, 44, 47, 52, 56, 59, 60, 62, 63, 68, 71, 96, 100, 101, 103, 105, 5_000,
  ]) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= at === 24 ? 0x01 : 0x10;
    writeFileSync(broken, bytes);
    const ran = desk.run(['verify', '--json', '-c', broken]);
    expect([0, 1, 4], `byte ${at}: ${ran.stderr}`).toContain(ran.status);
    if (ran.status === 1) expect(ran.error().code, `byte ${at}`).toBe('CASE_NEWER');
    else expect(ran.json().ok, `byte ${at}`).toBe(ran.status === 0);
    expect(desk.run(['status', '-c', broken]).status, `status, byte ${at}`).not.toBe(70);
  }
  for (const size of [0, 50, 100, 16_384, whole.length - 1]) {
    writeFileSync(broken, whole.subarray(0, size));
    const ran = desk.run(['verify', '--json', '-c', broken]);
    expect([ran.status, ran.json().ok], `${size} bytes`).toEqual([4, false]);
  }
  expect(desk.run(['verify', '--json', '-c', join(desk.cwd, 'none.kameng')]).error().code).toBe('CASE_NOT_FOUND');
}, 60_000);

test.skipIf(process.platform === 'win32')('what is kept at home is for its owner', () => {
  const desk = openDesk();
  expect(desk.run(['new', '-y', '--case', 'a', ...PURCHASE]).status).toBe(0);
  const home = join(desk.cwd, 'home');
  for (const path of [home, join(home, 'state.json'), join(home, 'heads')])
    expect(statSync(path).mode & 0o077, path).toBe(0);
});

test('a folder of ours whose process is gone goes at the next start, and no other', () => {
  const { desk, path } = deskWithCase();
  const gone = spawnSync(process.execPath, ['-e', '0']).pid;
  const [ours, running, foreign] = [`kameng-view-${gone}-`, `kameng-view-${process.pid}-`, `kameng-draft-`].map(
    (name) => mkdtempSync(join(tmpdir(), name)),
  ) as [string, string, string];
  try {
    writeFileSync(join(ours, '订单.png'), 'x');
    expect(desk.run(['status', '-c', path]).status).toBe(0);
    expect([existsSync(ours), existsSync(running), existsSync(foreign)]).toEqual([false, true, true]);
  } finally {
    for (const folder of [ours, running, foreign]) rmSync(folder, { recursive: true, force: true });
  }
});

test('what a killed process was still making goes at the next start, wherever it lies', () => {
  const { desk } = deskWithCase();
  const computer = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const gone = spawnSync(process.execPath, ['-e', '0']).pid;
  const elsewhere = mkdtempSync(join(desk.cwd, 'elsewhere-'));
  const part = (pid: number): string => join(elsewhere, `.kameng-${computer}-${pid}-0a1b2c3d4e5f.part`);
  const notes = join(desk.cwd, 'home', 'growing');
  mkdirSync(notes, { recursive: true });
  for (const pid of [gone, process.pid])
    writeFileSync(join(notes, `${computer}-${pid}.txt`), `${elsewhere}\n/nowhere\n`);
  // A bag grows as a folder, a case with its journal, and a file of anybody is nobody's business.
  mkdirSync(join(part(gone), 'data'), { recursive: true });
  writeFileSync(join(part(gone), 'data', '01 订单.png'), 'x');
  writeFileSync(`${part(gone)}-journal`, 'x');
  for (const path of [part(process.pid), join(elsewhere, 'mine.part')]) writeFileSync(path, 'x');
  expect(desk.run(['list']).status).toBe(0);
  expect(readdirSync(elsewhere).toSorted()).toEqual([basename(part(process.pid)), 'mine.part']);
  expect(readdirSync(notes)).toEqual([`${computer}-${process.pid}.txt`]);
  expect(desk.run(['evidence', '--extract', elsewhere]).status).toBe(0);
  expect(readdirSync(notes)).toEqual([`${computer}-${process.pid}.txt`]);
});

test('the commands that look at every case compare the head too', () => {
  const { desk, path } = deskWithCase();
  const listed = () => desk.run(['list', '--json']).json().cases[0];
  const old = readFileSync(path);
  expect([listed().anchor, desk.run(['list']).stderr.includes('旧')]).toEqual(['same', false]);
  expect(desk.run(['facts', 'product=季卡', '-c', path]).status).toBe(0);
  expect(listed()).toMatchObject({ anchor: 'same', head: { seq: expect.any(Number) } });
  writeFileSync(path, old);
  expect(listed().anchor).toBe('older');
  for (const command of ['list', 'due']) expect(desk.run([command]).stderr, command).toContain('旧的副本');
  tamper(path, (db) => {
    db.exec("UPDATE case_info SET opened_at = 'soon'");
  });
  expect(desk.run(['list', '--json']).json().unreadable[0].code).toBe('CASE_CHANGED');
});

test('a file that another program merely touched raises no word', () => {
  const { desk, path } = deskWithCase();
  utimesSync(path, new Date(), new Date());
  expect(desk.run(['status', '-c', path]).stderr).toBe('');
});
