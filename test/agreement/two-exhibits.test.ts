import { describe, expect, it } from 'vitest';
import { reconcile, type ReadExhibit } from '../../src/agreement/reconcile.ts';
import { exhibit, ORDER, PAYMENT } from './an-exhibit.ts';

describe('what two exhibits say independently', () => {
  const page = exhibit(1, 'order', { ...ORDER, merchant: '极光卡业' });
  const paid = exhibit(2, 'payment', { ...PAYMENT, merchant: '海棠数娱' });
  const talk = exhibit(3, 'chat', { merchant: '海棠数娱' });
  const merchantOf = (...exhibits: ReadExhibit[]) => reconcile(exhibits).facts.merchant;

  it('is not overruled by one page, but shown beside it', () => {
    const fact = merchantOf(page, paid, talk);
    expect(fact?.status).toBe('conflict');
    expect(fact?.candidates?.map(({ value }) => value)).toEqual(['极光卡业', '海棠数娱']);
  });
  it('needs two sources: pictures and export of one talk are one', () => {
    const log = exhibit(4, 'chat_log', { merchant: '海棠数娱' });
    expect(merchantOf(page, talk, log)).toMatchObject({ status: 'read', value: '极光卡业' });
    expect(merchantOf(page, paid)).toMatchObject({ status: 'read', value: '极光卡业' });
  });
  it('is the same where one name holds the other', () => {
    const shops = [
      exhibit(2, 'payment', { ...PAYMENT, merchant: '极光卡业官方店' }),
      exhibit(3, 'chat', { merchant: '极光卡业官方店' }),
    ];
    expect(merchantOf(page, ...shops)?.status).toBe('read');
  });
  it('of the platform too', () => {
    const facts = reconcile([
      exhibit(1, 'order', { ...ORDER, platform: '云桥发卡网' }),
      exhibit(2, 'payment', { ...PAYMENT, platform: '麦浪卡盟' }),
      exhibit(3, 'filing_receipt', { platform: '麦浪卡盟' }),
    ]).facts;
    expect(facts.platform?.status).toBe('conflict');
  });
});

describe('two clocks of one payment', () => {
  const timed = (page: string, voucher: string) =>
    reconcile([
      exhibit(1, 'order', { ...ORDER, paidAt: page }),
      exhibit(2, 'payment', { ...PAYMENT, paidAt: voucher }),
    ]);
  it('seconds say more than a minute, unless they were hardly read', () => {
    const [exact, coarse] = ['2026-09-12T15:01:48+08:00', '2026-09-12T15:02+08:00'];
    for (const { facts, conflicts } of [timed(exact, coarse), timed(coarse, exact)]) {
      expect(facts.paidAt).toMatchObject({ status: 'read', value: exact });
      expect(conflicts).toEqual([]);
    }
    expect(timed(`?${exact}`, coarse).facts.paidAt?.value).toBe(coarse);
  });
});

describe('a long number that another exhibit has in its words', () => {
  const page = (value: string): ReadExhibit => {
    const one = exhibit(1, 'order', { ...ORDER, orderNo: value });
    // The two readers take it for different things.
    one.reading.fields = one.reading.fields.map((field) =>
      field.key === 'orderNo' ? { ...field, by: 'label' as const, second: 0.8 } : field,
    );
    return one;
  };
  const line = (text: string) => ({ text, box: { x: 0, y: 0, width: 400, height: 30 }, confidence: 0.99 });
  const paid = (text: string, more = {}): ReadExhibit =>
    exhibit(2, 'payment', { amount: ORDER.amount, ...more }, { lines: [line(text)] } as never);
  const number = '20260901173902730215';
  const statusOf = (other: ReadExhibit) => {
    const fact = reconcile([page(number), other]).facts.orderNo;
    return fact?.value === number ? fact.status : 'asked';
  };

  it('stands: two places say it', () => expect(statusOf(paid(`青柠网络-订单${number}`))).toBe('read'));
  it('is asked where nobody else has it', () => expect(statusOf(paid('青柠网络-月卡'))).toBe('asked'));
  it('is asked where the other says that it is something else', () =>
    expect(statusOf(paid(`交易单号 ${number}`, { tradeNo: number }))).toBe('asked'));
});

describe('a number that shop and wallet both have', () => {
  const number = '2026091417081955302';
  const wallet = exhibit(2, 'payment', { ...PAYMENT, orderNo: number, merchantOrderNo: number });
  const noOf = (values: Partial<typeof ORDER & { tradeNo: string }>) =>
    reconcile([exhibit(1, 'order', values), wallet]).facts.orderNo;
  const { orderNo, ...unnumbered } = ORDER;

  it('is the order’s, though the page calls it that of a trade', () =>
    expect(noOf({ ...unnumbered, tradeNo: number })).toMatchObject({ status: 'read', value: number }));
  it('is the till’s where the page has a number of the order', () =>
    expect(noOf({ ...unnumbered, orderNo, tradeNo: number })).toMatchObject({ status: 'read', value: orderNo }));
  it('is nobody’s but the wallet’s where no page has it', () => expect(noOf(unnumbered)).toBeUndefined());
});

describe('two sums on one page', () => {
  const also = (one: ReadExhibit, value: string): ReadExhibit => {
    one.reading.fields.push({ key: 'amount', value, text: value, confidence: 0.98, certain: true, by: 'guess' });
    return one;
  };
  const amountOf = (page: ReadExhibit, voucher: ReadExhibit) => reconcile([page, voucher]).facts.amount;

  it('of which another exhibit has the smaller: the larger was before reductions', () =>
    expect(
      amountOf(exhibit(1, 'order', { amount: '71.30' }), also(exhibit(2, 'payment', { amount: '78.00' }), '71.30')),
    ).toMatchObject({ status: 'read', value: '71.30' }));
  it('of which another exhibit has the larger: both are shown', () =>
    expect(
      amountOf(exhibit(1, 'order', { amount: '78.00' }), also(exhibit(2, 'payment', { amount: '71.30' }), '78.00')),
    ).toMatchObject({ status: 'conflict' }));
  it('of which no other exhibit has either: both are shown as well', () =>
    expect(
      amountOf(exhibit(1, 'order', { amount: '69.00' }), also(exhibit(2, 'payment', { amount: '78.00' }), '71.30')),
    ).toMatchObject({ status: 'conflict' }));
});

describe('a shop’s name with its state behind', () => {
  const doubted = (value: string): ReadExhibit => {
    const one = exhibit(1, 'order', { ...ORDER, merchant: value });
    one.reading.fields = one.reading.fields.map((field) =>
      field.key === 'merchant' ? { ...field, by: 'label' as const, second: 0.7 } : field,
    );
    return one;
  };
  const talk = (title: string) =>
    exhibit(2, 'chat', { merchant: `?${title}` }, { lines: [{ text: title, confidence: 0.99 }] } as never);
  const merchant = (title: string) => reconcile([doubted('拾贝游戏专营'), talk(title)]).facts.merchant;

  it('is the same name', () => {
    expect(merchant('拾贝游戏专营●离线')).toMatchObject({ status: 'read', value: '拾贝游戏专营' });
    expect(merchant('拾贝游戏专营 | 售前')).toMatchObject({ status: 'read', value: '拾贝游戏专营' });
  });
  it('is not that of which it is but a part', () => expect(merchant('拾贝游戏专营二店')?.status).not.toBe('read'));
});

describe('what is only guessed to be wrong', () => {
  const guessed = (no: number, dispute: string): ReadExhibit => {
    const chat = exhibit(no, 'chat', { dispute });
    chat.reading.fields = chat.reading.fields.map((field) => ({ ...field, by: 'guess' as const }));
    return chat;
  };

  it('is shown for a yes and never stands alone', () => {
    const { facts } = reconcile([exhibit(1, 'order', ORDER), guessed(2, 'not_delivered')]);
    expect(facts.dispute).toMatchObject({ status: 'conflict', candidates: [{ value: 'not_delivered' }] });
  });
  it('stands where a page that says it itself says the same', () => {
    const { facts } = reconcile([guessed(1, 'not_delivered'), exhibit(2, 'failure', { dispute: 'not_delivered' })]);
    expect(facts.dispute).toMatchObject({ status: 'read', value: 'not_delivered' });
  });
});

describe('what a talk says in one sentence is wrong', () => {
  const said = (no: number, dispute: string, by: 'sentence' | 'guess', kind: 'chat' | 'failure' | 'order' = 'chat') => {
    const one = exhibit(no, kind, { dispute });
    one.reading.fields = one.reading.fields.map((field) => ({ ...field, by }));
    return one;
  };
  const asked = (...values: string[]) => ({ status: 'conflict', candidates: values.map((value) => ({ value })) });
  const banned = said(1, 'account_banned', 'sentence');

  it('is shown beside what an error page is taken for', () =>
    expect(reconcile([banned, said(2, 'card_invalid', 'guess', 'failure')]).facts.dispute).toMatchObject(
      asked('account_banned', 'card_invalid'),
    ));
  it('does not speak against what an error page says in its own words', () =>
    expect(
      reconcile([said(1, 'account_banned', 'guess'), said(2, 'card_invalid', 'sentence', 'failure')]).facts.dispute,
    ).toMatchObject({ status: 'read', value: 'card_invalid' }));
  it('does not speak against two that agree', () =>
    expect(
      reconcile([banned, said(2, 'account_banned', 'guess', 'failure'), said(3, 'service', 'guess', 'order')]).facts
        .dispute,
    ).toMatchObject({ status: 'read', value: 'account_banned' }));
  it('is no less true for a seller who then is gone', () =>
    expect(
      reconcile([said(1, 'not_delivered', 'sentence'), said(2, 'vanished', 'sentence')]).facts.dispute,
    ).toMatchObject({ status: 'read', value: 'vanished' }));
});
