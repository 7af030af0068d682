import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYuan, MAX_FEN, parseFen, toYuan } from '../../src/model/money.ts';

const amounts = fc.integer({ min: 0, max: MAX_FEN });
/** 1234567.89 → 1,234,567.89 */
const grouped = (yuan: string): string => yuan.replace(/\B(?=(?:\d{3})+\.)/g, ',');

describe('an amount', () => {
  it.each([
    ['96.5', 9650],
    ['96.50', 9650],
    ['¥96.50', 9650],
    ['￥ 96.50', 9650],
    ['1,299.00 元', 129_900],
    ['０.０１', 1],
    ['0', 0],
    ['007', 700],
    ['100000000', MAX_FEN],
    ['1,000,000元', 100_000_000],
  ])('%j is %i 分', (text, fen) => expect(parseFen(text)).toBe(fen));

  it.each(['', '-1', '+1', '1.234', '1.', '.5', '1,00', '12,34,567', '1e3', '100000000.01', '九十六元', '96 50', '$5'])(
    '%j is none',
    (text) => expect(parseFen(text)).toBeUndefined(),
  );

  it('is read back as it is written, with or without marks', () =>
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('', '¥', '￥', '¥ '),
        fc.constantFrom('', '元', ' 元'),
        (fen, before, after) => {
          const yuan = formatYuan(fen);
          expect(yuan).toMatch(/^\d+\.\d\d$/);
          expect(parseFen(`${before}${yuan}${after}`)).toBe(fen);
          expect(parseFen(grouped(yuan))).toBe(fen);
        },
      ),
    ));

  it('below zero is written but not read', () => {
    expect(formatYuan(-5)).toBe('-0.05');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_FEN }), (fen) => {
        expect(formatYuan(-fen)).toBe(`-${formatYuan(fen)}`);
        expect(parseFen(formatYuan(-fen))).toBeUndefined();
      }),
    );
  });

  it('is in order of its 分, not of a float', () =>
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(Math.sign(Number(formatYuan(a)) - Number(formatYuan(b)))).toBe(Math.sign(a - b));
      }),
    ));

  it('never throws and never gives what is no whole, bounded number of 分', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^¥?[\d,.]{0,20}元?$/)), (text) => {
        const fen = parseFen(text);
        if (fen !== undefined) expect(Number.isInteger(fen) && fen >= 0 && fen <= MAX_FEN).toBe(true);
      }),
    ));
});

describe('a typed amount', () => {
  it('is kept as yuan with two places', () => {
    expect(['58.8', '¥1,299', '0.01元'].map(toYuan)).toEqual(['58.80', '1299.00', '0.01']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_FEN }), (fen) => {
        expect(toYuan(toYuan(formatYuan(fen)))).toBe(formatYuan(fen));
      }),
    );
  });

  it.each(['0', '0.00', '-3', '免费', '1.005'])('%j is refused with a way on', (text) => {
    expect(() => toYuan(text)).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID', hints: [expect.stringContaining('96.50')] }),
    );
  });
});
