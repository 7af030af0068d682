import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openAssistant } from '../support/assistant.ts';
import { openDesk, PURCHASE } from '../support/kameng.ts';

/** What is written in a test of all that is written: it must be there, so that the test looks at it. */
const WRITTEN = [
  /^case\.kameng$/,
  /^letter\/.*\.(?:txt|md|docx|pdf)$/,
  /^catalogue\/证据目录\.(?:docx|pdf)$/,
  /^report\/.*\.html$/,
  /^bag\/.*\/bag-info\.txt$/,
  /^bag\/.*\/data\/案卷\/journal\.jsonl$/,
  /^zip\/.*\.zip$/,
  /^age\/.*\.age$/,
  /^backup\/.*\.kameng$/,
  /^extract\/聊天\.txt$/,
  /^seal\/.*\.tsq$/,
  /^calendar\/x\.ics$/,
  /^home\/in\.kameng$/,
  /^home\/heads\/.*\.json$/,
  /^home\/state\.json$/,
  /^home\/me\.json$/,
  /^home\/cache\/list\.json$/,
  /^home\/drafts\/1\.json$/,
  /^old\.kameng$/,
  /^old\.kameng\.v1\.bak$/,
  /^temporary\/kameng-draft-.*\/letter\.txt$/,
];

test.skipIf(process.platform === 'win32')(
  'all that is written is for its owner alone',
  async () => {
    const desk = openDesk();
    for (const folder of ['截图', 'temporary']) mkdirSync(join(desk.cwd, folder));
    writeFileSync(join(desk.cwd, '截图', '聊天.txt'), '客服：请耐心等待');
    // A person whose new files everybody may read, and an editor that ends badly: the text that was typed stays.
    const env = { TMPDIR: join(desk.cwd, 'temporary'), KAMENG_PASSPHRASE: '八个字的口令', EDITOR: 'false' };
    const before = process.umask(0);
    try {
      const run = (status: number, ...args: string[]): ReturnType<typeof desk.run> => {
        const ran = desk.run([...args, '-y'], { env });
        expect([ran.status, args.join(' ')], ran.stderr).toEqual([status, args.join(' ')]);
        return ran;
      };
      run(0, 'new', '--case', './case.kameng', ...PURCHASE, '截图');
      const of = ['-c', './case.kameng'];
      run(0, 'letter', ...of, '--to', 'platform', '--format', 'txt,md,docx,pdf', '--out', 'letter');
      run(1, 'letter', ...of, '--to', 'merchant', '--edit', '--out', 'letter');
      run(0, 'export', ...of, '--out', 'catalogue');
      run(0, 'export', ...of, '--report', '--out', 'report/r.html');
      run(0, 'export', ...of, '--bag', '--out', 'bag');
      const { bag } = JSON.parse(run(0, 'export', ...of, '--bag', '--zip', '--out', 'zip', '--json').stdout);
      run(0, 'export', ...of, '--bag', '--passphrase', '--out', 'age');
      run(0, 'import', bag, '--case', 'in');
      run(0, 'backup', ...of, '--out', 'backup');
      run(0, 'evidence', ...of, '--extract', 'extract');
      run(0, 'seal', ...of, '--out', 'seal');
      mkdirSync(join(desk.cwd, 'calendar'), { mode: 0o700 });
      run(0, 'due', ...of, '--ics', 'calendar/x.ics');
      run(0, 'me', 'buyerName=王小雨');
      run(0, 'list');
      // A case of the first version, which everybody could read: it is copied before its tables are changed.
      copyFileSync(resolve(import.meta.dirname, '../fixtures/cases/v1.kameng'), join(desk.cwd, 'old.kameng'));
      chmodSync(join(desk.cwd, 'old.kameng'), 0o644);
      run(0, 'status', '-c', './old.kameng');
      const assistant = await openAssistant(desk, ['--write', '-c', './case.kameng']);
      expect((await assistant.call('draft_letter', { to: 'merchant' })).failed).toBe(false);
      await assistant.close();
    } finally {
      process.umask(before);
    }
    const all = readdirSync(desk.cwd, { recursive: true, withFileTypes: true })
      .map((entry) => ({ entry, path: relative(desk.cwd, join(entry.parentPath, entry.name)) }))
      // What the stand-in for the executable compiles is no file of the program.
      .filter(({ path }) => !/^(?:截图|temporary$|temporary\/node-compile-cache)/.test(path));
    for (const wanted of WRITTEN)
      expect(
        all.some(({ path }) => wanted.test(path)),
        String(wanted),
      ).toBe(true);
    const open = all.filter(({ entry, path }) => {
      const mode = statSync(join(desk.cwd, path)).mode & 0o777;
      return mode !== (entry.isDirectory() ? 0o700 : 0o600);
    });
    expect(open.map(({ path }) => path)).toEqual([]);
  },
  120_000,
);
