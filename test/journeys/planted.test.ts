import { existsSync, readdirSync, statSync, symlinkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freezeLetter } from '../../src/casefile/letters.ts';
import { createCaseFile } from '../../src/casefile/open-case.ts';
import { addReading } from '../../src/casefile/readings.ts';
import { addBytes, NOW } from '../support/case.ts';
import { openDesk, PURCHASE, type Desk } from '../support/kameng.ts';

/** Names and texts that somebody who made a case may have put into it. */
const EVIL = [
  '../../victim/x.txt',
  '..\\..\\victim\\x.txt',
  '/etc/kameng-victim',
  'C:\\victim\\x.txt',
  '..',
  'a/b/c.txt',
  'con.txt',
  '\u001b[31mred\u001b]0;title\u0007.txt',
  '\u001b[8mhidden.txt',
  '\u202egnp.exe',
  'x\nkameng: 完好\n.txt',
  'Same.txt',
  'same.txt',
  '甲'.repeat(300),
];
/** What steers a terminal; line feeds are ours. */
// oxlint-disable-next-line no-control-regex -- that is what is looked for
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function strangersCase(desk: Desk): string {
  const path = join(desk.cwd, 'deep', 'er', 'stranger.kameng');
  mkdirSync(join(desk.cwd, 'deep', 'er'), { recursive: true });
  const file = createCaseFile(path, `\u001b]0;owned\u0007${EVIL[0]}`, () => NOW);
  EVIL.forEach((name, i) => {
    const no = addBytes(file, name, Buffer.from(`exhibit ${i}`));
    addReading(file, no, {
      reader: 'text',
      version: 1,
      status: 'read',
      fields: [],
      lines: [{ text: `\u001b[2J${name}` }],
      notes: [{ code: 'X', severity: 'warning', message: `\u001b[31m${name}` }],
    } as never);
  });
  freezeLetter(
    file,
    {
      no: 1,
      document: 'merchant',
      title: `\u001b[8m${EVIL[0]}`,
      text: `致：\u001b[31m${EVIL[0]}\n`,
      detail: { sections: { facts: '', demands: '', evidence: '' }, laws: [], lint: [], redacted: true },
      exhibits: [1],
    },
    EVIL.map((name, i) => ({ name, bytes: Buffer.from(`letter ${i}`) })),
  );
  file.close();
  return path;
}

/** Every path below a folder. */
function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  );
}

const WRITERS: [string, readonly string[]][] = [
  ['letter', ['letter', '1']],
  ['evidence', ['evidence']],
  ['export', ['export', '--format', 'docx']],
];

describe('a case that a stranger made', () => {
  test.each(WRITERS)('has names, never paths: %s', (name, args) => {
    const desk = openDesk();
    const path = strangersCase(desk);
    const out = join(desk.cwd, 'deep', 'er', 'out');
    const before = new Set(below(desk.cwd));
    const [flag, words] = name === 'evidence' ? ['--extract', ['evidence']] : ['--out', args];
    const ran = desk.run([...words, '-y', '-c', path, flag, out]);
    expect(ran.status, ran.stderr).toBe(0);
    const made = below(desk.cwd).filter((one) => !before.has(one) && !one.startsWith(join(desk.cwd, 'home')));
    expect(made.filter((one) => one !== out && !one.startsWith(join(out, '/')))).toEqual([]);
    const inside = readdirSync(out);
    if (name !== 'export') {
      expect(inside).toHaveLength(EVIL.length);
      for (const one of inside) expect(statSync(join(out, one)).isFile()).toBe(true);
    }
    if (process.platform !== 'win32') {
      expect(statSync(out).mode & 0o077).toBe(0);
      for (const one of inside) expect(statSync(join(out, one)).mode & 0o077, one).toBe(0);
    }
    expect(ran.stdout + ran.stderr).not.toMatch(STEERS);
    expect(existsSync('/etc/kameng-victim')).toBe(false);
  });

  test('never steers the terminal, whatever is asked of it', () => {
    const desk = openDesk();
    const path = strangersCase(desk);
    for (const args of [
      ['status'],
      ['evidence'],
      ['evidence', '7'],
      ['letter', '1'],
      ['facts'],
      ['check'],
      ['timeline'],
      ['list'],
      ['due'],
      ['verify'],
      ['letter', '9'],
      ['evidence', '99'],
      ['add', '\u001b[31mnowhere'],
      ['lint', '\u001b[8mnowhere'],
      ['letter', '1', '--out', join(desk.cwd, 'deep', 'er', 'stranger.kameng')],
      ['\u001b[31mword'],
    ]) {
      for (const more of [[], ['--json']]) {
        const ran = desk.run([...args, '-y', '-c', path, ...more]);
        expect(ran.status, `${args.join(' ')}: ${ran.stderr}`).not.toBe(70);
        expect(ran.stdout + ran.stderr, args.join(' ')).not.toMatch(STEERS);
      }
    }
  });

  test.skipIf(process.platform === 'win32')('a link that lies where a file should go is not followed', () => {
    const desk = openDesk();
    const path = strangersCase(desk);
    const out = join(desk.cwd, 'deep', 'er', 'out');
    mkdirSync(out);
    symlinkSync(join(desk.cwd, 'target'), join(out, 'Same.txt'));
    expect(desk.run(['letter', '1', '-c', path, '--out', out, '--json']).error().code).toBe('FILE_EXISTS');
    expect(existsSync(join(desk.cwd, 'target'))).toBe(false);
  });
});

test('content that is not what was taken in is not written out as if it were', () => {
  const desk = openDesk();
  const path = strangersCase(desk);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('exhibit 3');
  bytes.write('Exhibit 3', at);
  const changed = join(desk.cwd, 'changed.kameng');
  desk.run(['status', '-c', path]);
  expect(at).toBeGreaterThan(0);
  writeFileSync(changed, bytes);
  const ran = desk.run(['evidence', '4', '-c', changed, '--extract', join(desk.cwd, 'out'), '--json']);
  expect(ran.error().code).toBe('CONTENT_CHANGED');
  expect(readdirSync(join(desk.cwd, 'out'))).toEqual([]);
});

test('a picture that is not what was taken in is neither printed nor shown, and that is said', () => {
  const desk = openDesk();
  const picture = readFileSync(resolve(import.meta.dirname, '../fixtures/looks/banned.webp'));
  writeFileSync(join(desk.cwd, 'banned.webp'), picture);
  writeFileSync(join(desk.cwd, '聊天.txt'), '客服：请耐心等待');
  const path = join(desk.cwd, 'a.kameng');
  const taken = desk.run(['new', 'banned.webp', '聊天.txt', '--no-read', '-y', ...PURCHASE, '--case', path]);
  expect(taken.status, taken.stderr).toBe(0);
  const bytes = readFileSync(path);
  // In the pixels, so that it is a picture still.
  const middle = picture.subarray(picture.length / 2, picture.length / 2 + 24);
  const at = bytes.indexOf(middle);
  expect(at).toBeGreaterThan(0);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(path, bytes);

  const catalogue = desk.run(['export', '-y', '-c', path, '--format', 'docx', '--out', 'E']);
  expect(catalogue.status).toBe(0);
  expect(catalogue.stderr).toContain('证据 1：案卷里的这份内容和收入时不一样了，没有打印');
  const listed = desk.run(['export', '-y', '-c', path, '--format', 'docx', '--out', 'F', '--json']);
  expect(listed.json().problems).toMatchObject([{ no: 1 }]);
  const report = desk.run(['export', '-y', '-c', path, '--report', '--out', 'r.html']);
  expect(report.stderr).toContain('证据 1的内容与录入时的 SHA-256 不一致');
  const page = readFileSync(join(desk.cwd, 'r.html'), 'utf8');
  expect(page).toContain('案卷里的这份内容和收入时不一样了，没有放');
  expect(page).not.toContain('data:image/webp');
});
