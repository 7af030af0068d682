import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral } from '../../src/model/numeral.ts';

/** Reads a numeral by its places, apart from how it is written. */
function valueOf(numeral: string): number {
  const [high, low] = numeral.includes('万') ? (numeral.split('万') as [string, string]) : ['', numeral];
  const below = (text: string): number => {
    let sum = 0;
    let digit = 0;
    for (const sign of text) {
      const place = { 十: 10, 百: 100, 千: 1000 }[sign];
      if (place === undefined) digit = '零一二三四五六七八九'.indexOf(sign);
      else {
        sum += (digit === 0 ? 1 : digit) * place;
        digit = 0;
      }
    }
    return sum + digit;
  };
  return below(high) * 10_000 + below(low);
}

describe('a number as texts of law write it', () => {
  it.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [60, '六十'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [250, '二百五十'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [10_000, '一万'],
    [10_001, '一万零一'],
    [100_000, '十万'],
    [120_500, '十二万零五百'],
    [99_999_999, '九千九百九十九万九千九百九十九'],
  ])('%i is %s', (n, text) => expect(chineseNumeral(n)).toBe(text));

  it('is read back, and no two share one', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 20_000; n++) {
      const text = chineseNumeral(n);
      if (valueOf(text) !== n) expect(text).toBe(n);
      seen.add(text);
    }
    expect(seen.size).toBe(20_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => void expect(valueOf(chineseNumeral(n))).toBe(n)),
    );
  });

  it('never ends with 零 and never has two side by side', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        (n) => void expect(chineseNumeral(n)).not.toMatch(/零$|零零|零万/),
      ),
    ));

  it.each([-1, 1.5, 100_000_000, Number.NaN, Number.POSITIVE_INFINITY])('%d has none', (n) =>
    expect(() => chineseNumeral(n)).toThrow(RangeError),
  );
});
