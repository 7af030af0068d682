import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTextFile, readUpTo } from '../../src/cli/text-file.ts';
import { temporaryFolder } from '../support/folder.ts';

test('a file is read to its end, or as far as is wanted', () => {
  const path = join(temporaryFolder(), 'a.txt');
  writeFileSync(path, '退款'.repeat(100_000));
  expect(readTextFile(path)).toBe('退款'.repeat(100_000));
  expect(readUpTo(path, 300_001)).toHaveLength(300_001);
});

test.skipIf(process.platform === 'win32')('a device without an end is refused and not waited for', () => {
  expect(() => readTextFile('/dev/zero')).toThrow(expect.objectContaining({ code: 'FILE_TOO_LARGE' }));
});
