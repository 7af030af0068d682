import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FACT_GROUPS } from '../../src/model/fact-groups.ts';
import { FACT_KEYS, factSpec, type FactKey, maskValue, normalizeFact, standingValue } from '../../src/model/facts.ts';
import { KamengError } from '../../src/model/errors.ts';

const codeOf = (key: FactKey, typed: string): string => {
  try {
    return `kept ${normalizeFact(key, typed)}`;
  } catch (error) {
    if (error instanceof KamengError) return error.code;
    throw error;
  }
};

describe('the facts', () => {
  it.each(FACT_KEYS)('%s has a label, and choices when it is chosen', (key) => {
    const spec = factSpec(key);
    expect(spec.label).toMatch(/^\p{Script=Han}/u);
    expect(['choice', 'list'].includes(spec.type)).toBe((spec.choices?.length ?? 0) > 1);
  });

  it('have a label each', () => {
    expect(new Set(FACT_KEYS.map((key) => factSpec(key).label)).size).toBe(FACT_KEYS.length);
  });
});

test('every fact stands in one group of what is shown together', () => {
  expect(FACT_GROUPS.flatMap(({ keys }) => keys).toSorted()).toEqual(FACT_KEYS.toSorted());
});

describe('a typed fact', () => {
  it.each<[FactKey, string, string]>([
    ['merchant', '  晴空\t数码 \n小铺 ', 'kept 晴空 数码 小铺'],
    ['merchant', '晴空\u202e小铺', 'kept 晴空 小铺'],
    ['merchant', ' \u200b ', 'TEXT_EMPTY'],
    ['merchant', '铺'.repeat(500), `kept ${'铺'.repeat(500)}`],
    ['merchant', '铺'.repeat(501), 'TEXT_TOO_LONG'],
    ['amount', '¥1,299', 'kept 1299.00'],
    ['amount', '0', 'AMOUNT_INVALID'],
    ['paidAt', '2026年11月9日 19:58', 'kept 2026-11-09T19:58+08:00'],
    ['paidAt', '2026/11/9', 'kept 2026-11-09'],
    ['paidAt', '2026-02-29', 'TIME_INVALID'],
    ['quantity', '3', 'kept 3'],
    ['quantity', '三', 'NUMBER_INVALID'],
    ['quantity', '1.5', 'NUMBER_INVALID'],
    ['dispute', 'card_invalid', 'kept card_invalid'],
    ['dispute', '卡密无效', 'CHOICE_INVALID'],
    ['signs', 'vanished, many_victims，vanished', 'kept vanished,many_victims'],
    ['signs', 'vanished sad', 'CHOICE_INVALID'],
  ])('%s = %j', (key, typed, outcome) => expect(codeOf(key, typed)).toBe(outcome));

  it('is kept as it is when it is typed again', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...FACT_KEYS),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('96.5', '2026-9-1 7:05', '12', 'refund', 'known', 'yes'),
        ),
        (key, typed) => {
          const outcome = codeOf(key, typed);
          if (!outcome.startsWith('kept ')) return;
          expect(codeOf(key, outcome.slice(5))).toBe(outcome);
        },
      ),
    ));

  it('that is refused says what would be taken', () => {
    for (const [key, typed] of [
      ['amount', 'x'],
      ['paidAt', 'x'],
      ['quantity', 'x'],
      ['dispute', 'x'],
      ['merchant', ''],
    ] as const) {
      expect(() => normalizeFact(key, typed)).toThrow(
        expect.objectContaining({ exitCode: 1, hints: [expect.stringMatching(/\S{4}/)] }),
      );
    }
  });
});

describe('a value that stands', () => {
  it('is known and not in conflict', () => {
    const sources = [{ exhibit: 1, text: '58.80' }];
    expect(standingValue({ amount: { value: '58.80', status: 'read', sources } }, 'amount')).toBe('58.80');
    expect(standingValue({ amount: { value: '58.80', status: 'conflict', sources } }, 'amount')).toBeUndefined();
    expect(standingValue({ amount: { value: '', status: 'given', sources: [] } }, 'amount')).toBeUndefined();
    expect(standingValue({}, 'amount')).toBeUndefined();
  });
});

describe('a masked value', () => {
  it.each([
    ['RAMXZ-QWERT-2T76B', 'RAMXZ-*****-2T76B'],
    ['VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'VK7JG-*****-*****-*****-3V66T'],
    ['13512348162', '13*******62'],
    ['AB12CD34', 'AB****34'],
    ['abc', '***'],
    ['', ''],
  ])('%j is shown as %j', (value, shown) => expect(maskValue(value)).toBe(shown));

  it('is as long as the value, shows its own characters only, and no more than half of a plain one', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,40}$/), (value) => {
        const shown = maskValue(value);
        expect(shown.length).toBe(value.length);
        expect([...shown].every((char, i) => char === '*' || char === value[i])).toBe(true);
        expect([...shown].filter((char) => char !== '*').length).toBeLessThanOrEqual(value.length / 2);
      }),
    ));

  it('in groups hides every group but the first and the last', () =>
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Z0-9]{1,8}$/), { minLength: 3, maxLength: 8 }), (groups) => {
        const shown = maskValue(groups.join('-')).split('-');
        expect(shown.map((group) => group.length)).toEqual(groups.map((group) => group.length));
        expect(shown.slice(1, -1).join('')).toMatch(/^\*+$/);
      }),
    ));
});
