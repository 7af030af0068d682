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
    '证据 2 与证据 1，证据 4 与证据 3 是同一张图，文书只列证据 1、3',
  );
  expect(sameWords([exhibit(1), ...[2, 3, 4, 5].map((no) => exhibit(no, 1))])).toBe(
    '证据 2、3、4 等 4 件与证据 1 是同一张图，文书只列证据 1',
  );
  const pairs = [1, 3, 5, 7].flatMap((no) => [exhibit(no), exhibit(no + 1, no)]);
  expect(sameWords(pairs)).toBe(
    '证据 2 与证据 1，证据 4 与证据 3，证据 6 与证据 5 是同一张图，文书只列证据 1、3、5；还有 1 组：kameng evidence',
  );
});
