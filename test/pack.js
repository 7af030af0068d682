// Packs the project, installs the tarball in an empty folder without development tools, and runs it there.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'kameng-pack-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = (command, args, options = {}) =>
  execFileSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    ...options,
  });

try {
  run(npm, ['pack', '--silent', '--pack-destination', folder], { cwd: root });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  const { version, allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts }));
  run(npm, ['install', '--silent', '--no-audit', '--no-fund', `./${tarball}`]);

  const bin = join(folder, 'node_modules/kameng/bin/kameng.js');
  const kameng = (...args) =>
    spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, KAMENG_HOME: join(folder, 'home') },
    });
  const expectThat = (truth, what, result) => {
    if (truth) return;
    process.stderr.write(`${what}\n${result?.stdout ?? ''}${result?.stderr ?? ''}\n`);
    process.exitCode = 1;
  };

  const told = kameng('--version');
  expectThat(told.stdout.trim() === version, 'the packed program tells another version', told);
  const shipped = readdirSync(join(folder, 'node_modules/kameng'), { recursive: true }).map(String);
  for (const unwanted of ['src', 'test', '.ci'])
    expectThat(!shipped.some((name) => name.startsWith(unwanted)), `the tarball ships ${unwanted}`);
  const opened = kameng('new', join(root, 'docs/example'), '-y', '--json', '--case', './x.kameng');
  expectThat(opened.status === 0, 'the packed program opens no case', opened);
  const facts = JSON.parse(opened.stdout || '{}').facts ?? {};
  expectThat(
    facts.orderNo?.value === 'QK2026110919581177',
    'the packed program reads no order number off a picture',
    opened,
  );
  const letter = kameng(
    'letter',
    '--to',
    'platform',
    '-y',
    '--json',
    '--format',
    'txt,md,docx,pdf',
    '--case',
    './x.kameng',
  );
  expectThat(
    letter.status === 0 && JSON.parse(letter.stdout).files.length >= 4,
    'the packed program writes no letter',
    letter,
  );

  // Without what is optional pictures stay unread, and all else goes on.
  rmSync(join(folder, 'node_modules'), { recursive: true });
  run(npm, ['install', '--silent', '--no-audit', '--no-fund', '--omit=optional', '--ignore-scripts', `./${tarball}`]);
  const bare = kameng('new', join(root, 'docs/example'), '-y', '--json', '--case', './bare.kameng');
  const notes = JSON.parse(bare.stdout || '{"exhibits":[]}').exhibits.flatMap((exhibit) =>
    exhibit.notes.map((note) => note.code),
  );
  expectThat(
    bare.status === 1 && notes.includes('PICTURES_MISSING'),
    'without optional packages the program does not say what is missing',
    bare,
  );
  expectThat(
    kameng('verify', '--case', './bare.kameng').status === 0,
    'without optional packages a case does not verify',
  );
  process.stdout.write(process.exitCode ? '' : `tarball of ${version} works\n`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
