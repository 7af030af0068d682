import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { accountBanned, cardInvalid } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const textOf = async (snapshot: CaseSnapshot): Promise<string> =>
  (await composeLetter({ snapshot, document: 'merchant', templatesDir, no: 1 })).text;
const give = (snapshot: CaseSnapshot, facts: Record<string, string>, exhibits: number[] = []): CaseSnapshot => {
  for (const [key, value] of Object.entries(facts))
    Object.assign(snapshot.facts, {
      [key]: { value, status: 'given', sources: exhibits.map((exhibit) => ({ exhibit, text: value })) },
    });
  return snapshot;
};

describe('a talk', () => {
  const withTalk = (failedAt: string): CaseSnapshot => {
    const snapshot = cardInvalid();
    snapshot.contacts = [] as Contact[];
    const chat = snapshot.exhibits.find(({ kind }) => kind === 'chat')!;
    chat.reading = {
      ...chat.reading!,
      messages: [{ side: 'buyer', at: '2026-09-01T18:04+08:00', text: '卡密无效，麻烦处理' }],
    };
    return give(snapshot, { failedAt });
  };

  test('speaks of the trouble above', async () => {
    expect(await textOf(withTalk('2026-09-01T18:00+08:00'))).toContain('本人在聊天中提出上述问题');
  });
  test('does not where the trouble is told of a later day', async () => {
    const text = await textOf(withTalk('2026-09-03'));
    expect(text).not.toContain('上述问题');
    expect(text).toContain('2026年9月1日18:04，本人在聊天中联系贵方');
  });
});

test('the account that was charged is cited from the exhibit that shows it', async () => {
  const snapshot = give(cardInvalid(), { goods: 'topup' });
  give(snapshot, { account: '13385151338' }, [4]);
  expect(await textOf(snapshot)).toMatch(/充值账号13\*+38（[^）]*证据4[^）]*）/);
});

describe('what a claim rests on is no more than what the case is about', () => {
  const reasonOf = async (dispute: CaseSnapshot['dispute']): Promise<string | undefined> => {
    const snapshot = give(accountBanned(), { dispute: dispute!, refusal: '虚拟商品一经售出概不退换' });
    snapshot.contacts = [];
    return /不是无理由退货，而是([^（。]*)/.exec(await textOf({ ...snapshot, dispute }))?.[1];
  };
  test.each([
    ['not_as_described', /^[^、]*与购买时的商品描述不一致$/],
    ['account_banned', /无法正常使用$/],
    ['not_delivered', /^商品没有交付$/],
    ['service', /^售后问题没有得到处理$/],
  ] as const)('%s', async (dispute, reason) => expect(await reasonOf(dispute)).toMatch(reason));
});
