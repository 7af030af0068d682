import { expect, it } from 'vitest';
import { ranksOn } from '../../src/reading/parts/ranks.ts';

const rankOf = ranksOn([
  '标牌 ¥40.00',
  '付出 ¥35.00',
  '¥35.00',
  '减去 -¥5.00',
  '2026-11-03 19:42:10',
  '2026年11月3日 19:40',
  '88120073411755',
]);

it('says which of the sums of a page one is, and whether it stands there twice', () => {
  expect(rankOf('¥40.00')).toEqual({ kind: 1, at: 5, again: false });
  expect(rankOf('35.00元')).toEqual({ kind: 1, at: 6, again: true });
  expect(rankOf('-¥5.00')).toEqual({ kind: 1, at: 4, again: false });
});

it('puts moments in the order of time, however they are written', () => {
  expect(rankOf('2026年11月3日 19:40')).toEqual({ kind: 2, at: 2, again: false });
  expect(rankOf('2026-11-03 19:42:10')).toEqual({ kind: 2, at: 3, again: false });
});

it('knows the only number of its kind, and words that are none', () => {
  expect(rankOf('88120073411755')).toEqual({ kind: 3, at: 1, again: false });
  expect(rankOf('灯塔书摊')).toEqual({ kind: 0, at: 0, again: false });
});
