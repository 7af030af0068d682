import { spawnSync } from 'node:child_process';
import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeInFiles } from '../../src/clerk/intake/take-in.ts';
import { walk } from '../../src/clerk/intake/walk.ts';
import { temporaryCase } from '../support/case.ts';
import { temporaryFolder } from '../support/folder.ts';

test.skipIf(process.platform === 'win32')(
  'what is put in the place of a file that was found is not taken in',
  async () => {
    const folder = temporaryFolder();
    const secret = join(temporaryFolder(), 'secret');
    writeFileSync(secret, 'not meant');
    for (const name of ['link', 'pipe', 'stays']) writeFileSync(join(folder, name), name);
    const { files } = walk([folder], '/');
    for (const name of ['link', 'pipe']) unlinkSync(join(folder, name));
    symlinkSync(secret, join(folder, 'link'));
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    const taken = await takeInFiles(temporaryCase(), files);
    expect(taken.added).toEqual([1]);
    expect(taken.refused.map(({ code }) => code)).toEqual(['LINK', 'NOT_A_FILE']);
  },
);
