import { describe, expect, it } from 'vitest';
import { understand } from '../../src/reading/kinds/understand.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import { SIZE } from './lines.ts';

/** A message of a bank in the lines of its bubble. */
const bubble = (...lines: readonly string[]): ScoredLine[] =>
  ['95566', ...lines].map((text, i) => ({
    text,
    box: { x: i === 0 ? 310 : 60, y: i === 0 ? 60 : 140 + 46 * i, width: text.length * 24, height: 34 },
    confidence: 1,
    scores: Array.from(text, () => 0.999),
  }));

describe('the message of a bank', () => {
  it.each([
    [['您尾号6620的储蓄卡3月14日21:04消费支', '出人民币30.00元，余额1204.55元。【松果银行】']],
    [['您的账户6620于3月14日21:04网上支付人', '民币30.00元，交易后余额1204.55元', '【松果银行】']],
  ])('that breaks before its sum keeps it: %s', (lines) => {
    const { kind, fields } = understand(bubble(...lines), SIZE);
    expect(kind).toBe('payment');
    expect(fields.find(({ key }) => key === 'amount')).toMatchObject({ value: '30.00', certain: true });
  });

  it('names whom it paid, and a sum without its two places', () => {
    const lines = [
      '【松果银行】您尾号6620卡3月14日21:04快',
      '捷支付支出(财付通-山雀话费铺)100',
      '元，余额2,100.45元。',
    ];
    const { fields } = understand(bubble(...lines), SIZE);
    const said = fields.map(({ key, value, by }) => [key, value, by]);
    expect(said).toContainEqual(['amount', '100.00', 'sentence']);
    expect(said).toContainEqual(['payee', '山雀话费铺', 'sentence']);
    expect(said).toContainEqual(['paidBy', 'wechat', 'guess']);
  });

  it('that tells of money coming in names no payment', () => {
    const lines = [
      '【松果银行】您尾号6620卡3月14日21:04快',
      '捷退款收入(财付通-山雀话费铺)100.00',
      '元，余额2,100.45元。',
    ];
    expect(understand(bubble(...lines), SIZE).fields.filter(({ key }) => key === 'amount')).toEqual([]);
  });

  it('that breaks inside of its sum is asked about', () => {
    const lines = ['您尾号6620的储蓄卡3月14日21:04支出13', '0.00元，余额1204.55元。【松果银行】'];
    const amount = understand(bubble(...lines), SIZE).fields.find(({ key }) => key === 'amount');
    expect(amount).toMatchObject({ value: '130.00', certain: false });
  });
});
