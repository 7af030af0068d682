import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, PURCHASE } from '../support/kameng.ts';

const GIB = 1024 ** 3;

test('a file of 3 GiB goes in, verifies, and comes out with the same hash', () => {
  const desk = openDesk();
  desk.run(['new', '-y', ...PURCHASE, '--case', './x.kameng']);
  const path = join(desk.cwd, '录屏.mp4');
  writeFileSync(path, '');
  truncateSync(path, 3 * GIB);
  const added = desk.run(['add', '录屏.mp4', '--json', '--as', 'defect', '--kind', 'recording']);
  expect(added.status).toBe(0);
  // SHA-256 of 3 × 2³⁰ zero bytes, by sha256sum.
  expect(added.json().exhibits).toMatchObject([
    { bytes: 3 * GIB, sha256: '305b66a59d15b252092fbda9d09711230c429f351897cbd430e7b55a35fd3b97' },
  ]);
  expect(desk.run(['verify', '--json']).json()).toMatchObject({ ok: true, checked: { bytes: 3 * GIB } });
});
