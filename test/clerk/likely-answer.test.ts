import { expect, test } from 'vitest';
import { recordFact } from '../../src/casefile/facts.ts';
import { likelyAnswer, openQuestions } from '../../src/clerk/cases/route-case.ts';
import { temporaryCase } from '../support/case.ts';

/** Which kind of goods is offered first where these facts stand. */
function offered(known: Record<string, string>): string | undefined {
  const file = temporaryCase();
  const all = { dispute: 'not_delivered', site: 'marketplace', seller: 'unknown', purpose: 'own_use', ...known };
  for (const [key, value] of Object.entries(all))
    recordFact(file, key as 'dispute', { value, status: 'given', sources: [] });
  const gate = openQuestions(file).find(({ key }) => key === 'goods')!;
  const likely = likelyAnswer(file, gate);
  return likely && gate.choices[likely.row]!.value;
}

// 充值账号 had just been confirmed, and the kind of goods was asked as if nothing were known of it.
test('the kind of goods that an account or a code speaks for is offered first, and never taken', () => {
  expect(offered({ account: '13077255344' })).toBe('topup');
  expect(offered({ cardCode: 'EW5WY-VJW77-VAKTD' })).toBe('code');
  expect(offered({ account: '13077255344', cardCode: 'EW5WY-VJW77-VAKTD' })).toBeUndefined();
  expect(offered({})).toBeUndefined();
});

test('where nothing else speaks the name of the goods does', () => {
  expect(offered({ product: '全国移动话费充值 100元 慢充' })).toBe('topup');
  expect(offered({ product: '视频会员季卡兑换码' })).toBe('code');
  expect(offered({ product: '优酷年卡' })).toBe('membership');
  expect(offered({ product: '王者荣耀 V9 132皮肤' })).toBeUndefined();
  expect(offered({ product: '优酷年卡', account: '13077255344' })).toBe('topup');
});

// 充值账号 is also what an account that was bought is read as.
test('of an account that was taken back the trouble says what was bought', () => {
  expect(offered({ dispute: 'account_banned' })).toBe('account');
  expect(offered({ dispute: 'account_banned', account: '13077255344' })).toBe('account');
});
