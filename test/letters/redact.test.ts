import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactText } from '../../src/words/private/redact-text.ts';

describe('redactText', () => {
  it('masks a number in every grouping and says how often', () => {
    const text = '电话13812345678，又写作138-1234-5678、138 1234 5678、１３８１２３４５６７８。';
    const { text: masked, covered } = redactText(text, [{ value: '13812345678', as: '138****5678' }]);
    expect(masked).toBe('电话138****5678，又写作138****5678、138****5678、138****5678。');
    expect(covered).toEqual([{ as: '138****5678', count: 4, start: 2 }]);
  });

  it('leaves a longer number alone', () => {
    const { text, covered } = redactText('单号9138123456780，金额96.50', [
      { value: '13812345678', as: '*' },
      { value: '96', as: '*' },
    ]);
    expect(text).toBe('单号9138123456780，金额96.50');
    expect(covered).toEqual([]);
  });

  it('takes the longer value first', () => {
    const { text } = redactText('张三丰和张三', [
      { value: '张三', as: '张*' },
      { value: '张三丰', as: '张**' },
    ]);
    expect(text).toBe('张**和张*');
  });

  it('masks codes in other case and over a line end', () => {
    const { text } = redactText('ramxz-d5g34-\n2t76b，RAMXZ D5G34 2T76B', [
      { value: 'RAMXZ-D5G34-2T76B', as: '[卡密]' },
    ]);
    expect(text).toBe('[卡密]，[卡密]');
  });

  it('masks a name written with spaces', () => {
    expect(redactText('投诉人：王 小 明', [{ value: '王小明', as: '王**' }]).text).toBe('投诉人：王**');
  });

  it('passes over values too short to be told apart', () => {
    expect(redactText('王先生姓王', [{ value: '王', as: '*' }])).toEqual({ text: '王先生姓王', covered: [] });
  });

  it('leaves no value behind, whatever stands around it, and counts what it did', () => {
    const digits = fc.stringMatching(/^[1-9]\d{7,17}$/);
    fc.assert(
      fc.property(
        digits,
        fc.array(fc.stringMatching(/^[\u4e00-\u4fff，。]{0,6}$/), { minLength: 2, maxLength: 5 }),
        fc.constantFrom('', ' ', '-', '\u200b'),
        (value, around, gap) => {
          const text = around.map((part) => `文${part}`).join(value.split('').join(gap));
          const { text: masked, covered } = redactText(text, [{ value, as: '【号】' }]);
          expect(masked.replace(/[\s\-\u200b]/g, '')).not.toContain(value);
          expect(covered).toEqual([{ as: '【号】', count: around.length - 1, start: 1 + around[0]!.length }]);
        },
      ),
    );
  });
});
