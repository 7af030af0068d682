import { describe, expect, it } from 'vitest';
import { WALLETS } from '../../src/knowledge/built/wallets.ts';
import type { Wallet } from '../../src/knowledge/schema/wallets.ts';
import { paidByOf, paidByOfRow } from '../../src/reading/wallets.ts';

const { bill } = WALLETS.find(({ id }) => id === 'wechat')!;
const MORE: Wallet[] = [
  ...WALLETS,
  { id: 'river_bank', name: '江河银行', paidBy: 'bank', bill },
  { id: 'market', name: '集市', paidBy: 'by_row', bill },
];

it.each([
  ['微信支付', 'wechat'],
  ['余额宝', 'alipay'],
  ['平台余额', 'balance'],
  ['招商银行储蓄卡(1234)', 'bank'],
  ['云闪付', 'bank'],
  ['豆付', undefined],
])('%s is paid by %s', (words, paidBy) => {
  expect(paidByOf(words)).toBe(paidBy);
});

describe('a row of a bill says how it was paid', () => {
  it.each([
    ['wechat', '招商银行(1234)', { paidBy: 'wechat', text: '微信支付账单' }],
    ['river_bank', '', { paidBy: 'bank', text: '江河银行账单' }],
    ['market', '微信支付', { paidBy: 'wechat', text: '微信支付' }],
  ])('of %s', (id, method, paid) => {
    expect(paidByOfRow(id, method, MORE)).toEqual(paid);
  });

  it('and nothing where neither the bill nor the row does', () => {
    expect(paidByOfRow('market', '豆付', MORE)).toBeUndefined();
    expect(paidByOfRow('a_wallet_of_tomorrow', '微信支付', MORE)).toBeUndefined();
  });
});
