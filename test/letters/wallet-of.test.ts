import { join } from 'node:path';
import { expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { cardInvalid } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');

async function addresseeOf(facts: Record<string, string>): Promise<string> {
  const snapshot: CaseSnapshot = cardInvalid();
  for (const [key, value] of Object.entries(facts))
    Object.assign(snapshot.facts, { [key]: { value, status: 'given', sources: [] } });
  return (await composeLetter({ snapshot, document: 'payment', templatesDir, no: 1 })).addressee;
}

test.each([
  // The form of the number says which wallet it was.
  ['personal_transfer', '4200718365202609017730451862', '微信支付客服'],
  ['personal_transfer', '2026090122001904146741483431', '支付宝客服'],
  ['red_packet', '4200718365202609017730451862', '微信支付客服'],
  ['personal_transfer', '88120039447001', '支付机构客服'],
  // What the buyer says of the way of paying stands before the form of a number.
  ['bank', '4200718365202609017730451862', '付款银行客服'],
  ['alipay', '88120039447001', '支付宝客服'],
])('%s with %s is written to %s', async (paidBy, tradeNo, service) => {
  expect(await addresseeOf({ paidBy, tradeNo })).toBe(service);
});

test('a bill names the wallet where the number does not', async () => {
  const snapshot = cardInvalid();
  Object.assign(snapshot.facts, {
    paidBy: { value: 'personal_transfer', status: 'given', sources: [] },
    tradeNo: { value: '88120039447001', status: 'given', sources: [] },
  });
  const exhibit = snapshot.exhibits[1]!;
  Object.assign(exhibit.reading!, { bill: { wallet: 'wechat', rows: [] } });
  const letter = await composeLetter({ snapshot, document: 'payment', templatesDir, no: 1 });
  expect(letter.addressee).toBe('微信支付客服');
});
