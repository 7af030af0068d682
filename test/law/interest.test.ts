import { expect, test } from 'vitest';
import { RATES } from '../../src/knowledge/built/rates.ts';
import { lprInterest } from '../../src/law/interest.ts';

test('a year at one rate is that rate, to the cent', () => {
  // 10,000.00 yuan, 365 days at 3.85 %.
  expect(lprInterest(1_000_000, '2020-07-01', '2021-06-30')).toEqual({ fen: 38_500, through: '2021-06-30' });
});

test('each stage counts at its own rate, both ends included', () => {
  // 2024-07-21: one day at 3.45 %; 2024-07-22: one day at 3.35 %. (3.45 + 3.35) / 100 / 365 of 3,650,000.00 yuan.
  expect(lprInterest(365_000_000, '2024-07-21', '2024-07-22')).toEqual({ fen: 68_000, through: '2024-07-22' });
});

test('nothing is counted past the last row, and the day to which it is counted is said', () => {
  const last = RATES.at(-1)!;
  const found = lprInterest(1_000_000, '2026-09-10', '2027-05-01')!;
  expect(found.through).toBe(last.until);
  expect(found).toEqual(lprInterest(1_000_000, '2026-09-10', last.until));
  expect(lprInterest(1_000_000, '2027-01-01', '2027-05-01')).toBeUndefined();
});

test('days whose rate is not at hand are not guessed, at the start or in between', () => {
  expect(lprInterest(1_000_000, '2019-01-01', '2019-12-31')).toBeUndefined();
  expect(lprInterest(1_000_000, '2025-04-01', '2025-04-30')).toBeUndefined();
  expect(lprInterest(1_000_000, '2025-03-01', '2025-06-30')).toBeUndefined();
});
