import { expect, it } from 'vitest';
import { sameWords } from '../../src/cli/views/exhibits.ts';

const exhibit = (no: number, nearDuplicateOf: number | null = null, withdrawn = false) => ({
  no,
  nearDuplicateOf,
  withdrawn: withdrawn ? { at: '2026-11-21T10:00:00+08:00' as const, why: '传错了' } : null,
});

it('exhibits that show the same picture are named once, those withdrawn are not', () => {
  expect(sameWords([exhibit(1), exhibit(2)])).toBe('');
  expect(sameWords([exhibit(1), exhibit(2, 1, true)])).toBe('');
  expect(sameWords([exhibit(1), exhibit(2, 1), exhibit(3), exhibit(4, 3)])).toBe(
    '证据 2 与证据 1，证据 4 与证据 3 是同一张图，文书只列前面那件',
  );
  expect(sameWords([exhibit(1), ...[2, 3, 4, 5].map((no) => exhibit(no, 1))])).toBe(
    '证据 2 与证据 1，证据 3 与证据 1，证据 4 与证据 1 等 4 件是同一张图，文书只列前面那件',
  );
});
