import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupDigits, SHA_CLAIMS, shaListBlocks, shaSums } from '../../src/papers/sha-list.ts';
import { hasProgram, inFolder } from './opened.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the SHA-256 list', () => {
  it('holds each hash whole and says what it shows and what not', () => {
    const blocks = JSON.stringify(
      shaListBlocks([
        { no: 2, file: '聊天.png', bytes: 1234567, sha256: sha('x'), takenInAt: '2026-11-01T08:30:00+08:00' },
      ]),
    );
    for (const expected of [
      sha('x'),
      '聊天.png（1,234,567 字节）',
      '2026-11-01 08:30:00',
      SHA_CLAIMS.shows,
      SHA_CLAIMS.silent,
    ])
      expect(blocks).toContain(expected);
    expect(SHA_CLAIMS.silent).toMatch(/^不能说明.*从哪里来.*收入案卷之前/);
    expect(blocks).not.toMatch(/法律效力|铁证|不可篡改/);
  });

  it('groups digits', () => {
    expect([0, 999, 1000, 1234567].map(groupDigits)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  it('escapes a name as coreutils does', () => {
    expect(shaSums([{ file: 'a\\b\nc', sha256: sha('x') }])).toBe(`\\${sha('x')}  a\\\\b\\nc\n`);
  });

  it.skipIf(!hasProgram('sha256sum', '--version') || process.platform === 'win32')(
    'is checked by sha256sum (needs coreutils)',
    () => {
      inFolder((folder) => {
        const files = { '聊天 1.png': 'one', 'b\\c.txt': 'two', 'line\nbreak': 'three' };
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
        writeFileSync(
          join(folder, 'SHA256SUMS'),
          shaSums(Object.entries(files).map(([file, text]) => ({ file, sha256: sha(text) }))),
        );
        const check = () =>
          execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' });
        expect(check().length).toBe(0);
        writeFileSync(join(folder, '聊天 1.png'), 'onf');
        expect(check).toThrow();
      });
    },
  );
});
