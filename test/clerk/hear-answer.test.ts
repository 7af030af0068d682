import { expect, test } from 'vitest';
import { howAnswered } from '../../src/clerk/cases/hear-answer.ts';

const AT = '2026-09-22T09:30:00+08:00';

// 12315 told that the shop would pay a part in three days: it went down as a refusal of 12315, and nothing was asked.
test('a part that is promised where the rest is refused is asked about', () => {
  expect(howAnswered('商家同意先退60元，三天内到账，剩下的他们不同意退', AT)).toEqual({ open: true, both: true });
  expect(howAnswered('不同意退款', AT)).toEqual({ open: false, both: false });
  expect(howAnswered('三天内退款到账', AT)).toEqual({ open: false, both: false });
});
