import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral, readNumeral } from '../../src/model/numeral.ts';
import { amountOf } from '../../src/words/numbers.ts';

describe('a numeral', () => {
  it('reads back as the number it was written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        expect(readNumeral(chineseNumeral(n))).toBe(n);
      }),
    );
  });
  it.each([
    ['两百', 200],
    ['〇', 0],
    ['二十', 20],
  ])('%s is %i', (words, n) => expect(readNumeral(words)).toBe(n));
  it.each(['', '万', '十十', '二三', '一百百', '半', '12'])('%s is none', (words) =>
    expect(readNumeral(words)).toBeUndefined(),
  );
});

describe('an amount in talk', () => {
  it.each([
    ['48', 48],
    ['1.5', 1.5],
    ['三', 3],
    ['十五', 15],
    ['二十四', 24],
    ['百', 100],
    ['俩', 2],
    ['仨', 3],
    ['半', 0.5],
    ['两三', 3],
    ['三五', 5],
    ['十三四', 14],
  ])('%s is %d', (words, n) => expect(amountOf(words)).toBe(n));
  it.each(['几', '十百', ''])('%s is none', (words) => expect(amountOf(words)).toBeUndefined());
});
