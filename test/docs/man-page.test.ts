import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { longFlag } from '../../src/cli/options.ts';
import { EXIT } from '../../src/model/errors.ts';
import { renderManPage } from './man-page.ts';

const PATH = join(import.meta.dirname, '../../docs/kameng.1');
const page = readFileSync(PATH, 'utf8').replaceAll('\r\n', '\n');

it('docs/kameng.1 is the options as they are (npm run docs:man)', () => {
  expect(page).toBe(renderManPage(packageJson.version));
  for (const code of Object.values(EXIT)) expect(page).toContain(`\\fB${code}\\fR`);
});

it.skipIf(spawnSync('man', ['--version']).error !== undefined)('man shows it whole and without a complaint', () => {
  const ran = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', '-P', 'cat', PATH], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '90', LC_ALL: 'C.UTF-8', MAN_KEEP_FORMATTING: '' },
  });
  const complaints = ran.stderr.split('\n').filter(Boolean);
  expect([ran.status, complaints]).toEqual([0, []]);
  const seen = ran.stdout
    .replace(/.\u0008/gu, '')
    .replace(/\u001b\[[0-9;]*m/g, '')
    .replace(/\s+/g, '')
    .replaceAll('‐', '-')
    .replaceAll('−', '-');
  for (const line of ran.stdout.replace(/.\u0008/gu, '').split('\n'))
    expect(stringWidth(line), line).toBeLessThanOrEqual(90);
  for (const { name, says, options } of COMMANDS) {
    expect(seen, name).toContain(says.replace(/\s+/g, ''));
    for (const { flags } of Object.values(options)) expect(seen, flags).toContain(longFlag(flags));
  }
});
