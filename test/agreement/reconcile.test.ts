import { describe, expect, it } from 'vitest';
import { reconcile, type ReadExhibit } from '../../src/agreement/reconcile.ts';
import { isMisreadingOf } from '../../src/agreement/same-value.ts';
import { exhibit, ORDER, PAYMENT } from './an-exhibit.ts';
import { isCopy } from '../../src/agreement/duplicates.ts';
import { isOnePicture, looksAlike } from '../../src/reading/readers/picture/hash.ts';
import type { Kind } from '../../src/model/evidence.ts';
import type { FactKey } from '../../src/model/facts.ts';
import type { BillRow, ChatMessage, Reading } from '../../src/model/reading.ts';

describe('reconcile', () => {
  it('gathers one value with all its sources', () => {
    const { facts, conflicts, foreign } = reconcile([
      exhibit(1, 'order', ORDER),
      exhibit(2, 'payment', PAYMENT),
      exhibit(3, 'chat', { orderNo: ORDER.orderNo }),
    ]);
    expect(facts.orderNo).toMatchObject({ value: ORDER.orderNo, status: 'read' });
    expect(facts.orderNo!.sources.map(({ exhibit: no }) => no)).toEqual([1, 3, 2]);
    expect(facts.paidAt!.value).toBe(PAYMENT.paidAt);
    expect(conflicts).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('answers the same whatever the order of the exhibits', () => {
    const exhibits = [
      exhibit(1, 'order', ORDER),
      exhibit(2, 'payment', { ...PAYMENT, amount: '69.50' }),
      exhibit(3, 'chat', { orderNo: ORDER.orderNo, merchant: '别家店' }),
    ];
    expect(reconcile(exhibits.toReversed())).toEqual(reconcile(exhibits));
  });

  it('shows two amounts and two order numbers side by side', () => {
    const { facts, conflicts } = reconcile([
      exhibit(1, 'order', ORDER),
      exhibit(2, 'payment', { ...PAYMENT, amount: '69.50' }),
      exhibit(3, 'chat', { orderNo: '761072976091679999' }),
    ]);
    expect(facts.amount).toMatchObject({ value: '', status: 'conflict' });
    expect(
      facts.amount!.candidates!.map(({ value, sources }) => [value, sources.map((source) => source.exhibit)]),
    ).toEqual([
      ['69.50', [2]],
      ['96.50', [1]],
    ]);
    expect(conflicts.find(({ key }) => key === 'orderNo')!.values).toEqual([
      { value: ORDER.orderNo, exhibits: [1, 2] },
      { value: '761072976091679999', exhibits: [3] },
    ]);
  });

  it('takes an uncertain value that another exhibit bears out, and no other', () => {
    const two = reconcile([
      exhibit(1, 'order', { cardCode: '?RAMXZ-D5G34-2T76B' }),
      exhibit(2, 'failure', { cardCode: '?RAMXZ-D5G34-2T76B' }),
    ]);
    expect(two.facts.cardCode!.value).toBe('RAMXZ-D5G34-2T76B');
    const one = reconcile([exhibit(1, 'failure', { cardCode: '?RAMXZ-D5G34-2T76B' })]);
    expect(one.facts.cardCode).toBeUndefined();
    expect(one.unread).toEqual([
      { key: 'cardCode', sources: [expect.objectContaining({ exhibit: 1, text: 'RAMXZ-D5G34-2T76B' })] },
    ]);
    const differing = reconcile([
      exhibit(1, 'order', { cardCode: '?RAMXZ-D5G34-2T76B' }),
      exhibit(2, 'failure', { cardCode: '?RAMXZ-D5G34-2T768' }),
    ]);
    expect(differing.facts.cardCode).toBeUndefined();
  });

  it('lets a misread copy of a certain number fall, and shows two certain ones', () => {
    const misread = reconcile([
      exhibit(1, 'failure', { cardCode: 'RAMXZ-D5G34-2T76B' }),
      exhibit(2, 'order', { cardCode: '?RAMXZ-D5G34-2T768' }),
    ]);
    expect(misread.facts.cardCode).toMatchObject({ value: 'RAMXZ-D5G34-2T76B', status: 'read' });
    const two = reconcile([
      exhibit(1, 'failure', { cardCode: 'RAMXZ-D5G34-2T76B' }),
      exhibit(2, 'order', { cardCode: 'RAMXZ-D5G34-2T768' }),
    ]);
    expect(two.facts.cardCode!.status).toBe('conflict');
  });

  it('points out an exhibit about another order and leaves its values out', () => {
    const other = {
      ...PAYMENT,
      orderNo: '998877665544332211',
      merchantOrderNo: '998877665544332211',
      tradeNo: '4200001111202603051234567890',
      amount: '30.00',
      paidAt: '2026-03-05T08:00:00+08:00',
      merchant: '某某超市',
    };
    const { facts, foreign, conflicts } = reconcile([
      exhibit(1, 'order', ORDER),
      exhibit(2, 'payment', PAYMENT),
      exhibit(3, 'payment', other),
    ]);
    expect(foreign).toEqual([
      {
        exhibit: 3,
        reason: '与其他证据不同：支付交易号 4200001111202603051234567890、金额 30.00、付款时间 2026-03-05 08:00:00',
      },
    ]);
    expect(facts.amount!.value).toBe('96.50');
    expect(conflicts).toEqual([]);
  });

  it('knows a voucher by amount and time where the wallet has another number than the shop', () => {
    const { facts, foreign, conflicts } = reconcile([
      exhibit(1, 'order', ORDER),
      exhibit(2, 'payment', {
        ...PAYMENT,
        orderNo: 'XP8812',
        merchantOrderNo: 'XP8812',
        merchant: '上海某某网络科技有限公司',
      }),
    ]);
    expect(foreign).toEqual([]);
    expect(conflicts).toEqual([]);
    expect(facts.orderNo!.value).toBe(ORDER.orderNo);
    expect(facts.merchantOrderNo!.value).toBe('XP8812');
    expect(facts.merchant!.value).toBe('青柠网络');
  });

  it('lets what was typed decide which order it is, and reports what differs from it', () => {
    const other = {
      ...ORDER,
      orderNo: '998877665544332211',
      amount: '30.00',
      merchant: '某某超市',
      product: '话费',
      paidAt: '2026-03-05T08:00:00+08:00',
    };
    const typed = reconcile([exhibit(1, 'order', ORDER), exhibit(2, 'payment', PAYMENT), exhibit(3, 'order', other)], {
      orderNo: other.orderNo,
    });
    expect(typed.foreign.map(({ exhibit: no }) => no)).toEqual([1, 2]);
    const differs = reconcile([exhibit(1, 'order', ORDER)], { amount: '99.00' });
    expect(differs.conflicts).toEqual([
      expect.objectContaining({
        key: 'amount',
        code: 'TYPED_DIFFERS',
        values: [
          { value: '99.00', exhibits: [], typed: true },
          { value: '96.50', exhibits: [1] },
        ],
      }),
    ]);
    const settled = reconcile([exhibit(1, 'order', ORDER), exhibit(2, 'payment', { ...PAYMENT, amount: '69.50' })], {
      amount: '96.50',
    });
    expect(settled.conflicts).toEqual([]);
  });

  // A second promise, taken in, was told as a contradiction to the first that he had confirmed.
  it('lets a promise that was confirmed stand beside a newer one', () => {
    const promise = (day: string) => ({ promise: '一定退', promisedBy: day });
    const exhibits = [exhibit(1, 'chat', promise('2026-09-05')), exhibit(2, 'chat', promise('2026-09-12'))];
    expect(reconcile(exhibits, { promisedBy: '2026-09-05' }).conflicts).toEqual([]);
    expect(reconcile(exhibits, { promisedBy: '2026-09-12' }).conflicts).toEqual([]);
    expect(reconcile(exhibits, { promisedBy: '2026-09-30' }).conflicts).toMatchObject([{ code: 'TYPED_DIFFERS' }]);
  });

  it('takes no time of the purchase from the receipt of a complaint', () => {
    const { facts } = reconcile([
      exhibit(1, 'order', ORDER),
      exhibit(2, 'filing_receipt', {
        orderNo: ORDER.orderNo,
        orderedAt: '2026-09-21T09:30+08:00',
        paidAt: '2026-09-21T09:30+08:00',
      }),
    ]);
    expect(facts.orderedAt).toBeUndefined();
    expect(facts.paidAt).toMatchObject({ value: ORDER.paidAt, status: 'read' });
  });

  it('sees a payment later than the complaint', () => {
    const messages: ChatMessage[] = [{ side: 'buyer', at: '2026-08-30T10:00:00+08:00', text: '卡密无效，请退款' }];
    const heard = { ...exhibit(2, 'chat', { dispute: 'card_invalid' }).reading.fields[0]!, text: '卡密无效' };
    const fields = [heard];
    const { conflicts } = reconcile([exhibit(1, 'order', ORDER), exhibit(2, 'chat', {}, { messages, fields })]);
    expect(conflicts).toEqual([
      expect.objectContaining({
        key: 'paidAt',
        code: 'PAID_AFTER_COMPLAINT',
        values: [
          { value: ORDER.paidAt, exhibits: [1] },
          { value: '2026-08-30T10:00:00+08:00', exhibits: [2] },
        ],
      }),
    ]);
    const conflictsOf = (talk: ChatMessage[]): unknown[] =>
      reconcile([exhibit(1, 'order', ORDER), exhibit(2, 'chat', {}, { messages: talk, fields })]).conflicts;
    expect(conflictsOf([{ ...messages[0]!, at: '2026-09-01T18:00:00+08:00' }])).toEqual([]);
    // What he asked before buying complains of nothing.
    expect(conflictsOf([{ ...messages[0]!, text: '不能用可以退款吗' }])).toEqual([]);
  });

  it('picks this purchase out of a bill and takes a refund off the loss', () => {
    const row = (line: number, more: Partial<BillRow>): BillRow => ({
      line,
      counterparty: '超市',
      product: '零食',
      amount: 1200,
      direction: 'out',
      status: '交易成功',
      method: '余额',
      tradeNo: `T${line}`,
      merchantOrderNo: '',
      at: '2026-09-01T09:00:00+08:00',
      ...more,
    });
    const bill = {
      wallet: 'alipay' as const,
      stated: {},
      rows: [
        row(5, {}),
        row(6, {
          amount: 9650,
          refunded: 2000,
          at: '2026-09-01T17:39:39+08:00',
          tradeNo: PAYMENT.tradeNo,
          merchantOrderNo: ORDER.orderNo,
          counterparty: '青柠网络',
        }),
        row(7, { amount: 9650, at: '2026-07-01T09:00:00+08:00' }),
      ],
    };
    const { facts, bills, conflicts } = reconcile([exhibit(1, 'order', ORDER), exhibit(2, 'bill', {}, { bill })]);
    expect(bills.map((picked) => [picked.exhibit, picked.row.line])).toEqual([[2, 6]]);
    expect(facts.tradeNo!.value).toBe(PAYMENT.tradeNo);
    expect(facts.refunded!.value).toBe('20.00');
    expect(facts.amount!.sources.map(({ exhibit: no }) => no)).toEqual([2, 1]);
    expect(conflicts).toEqual([]);
  });

  it('reads what a container holds, and nothing of what was withdrawn', () => {
    const inner = exhibit(9, 'order', ORDER).reading;
    const zip = exhibit(1, 'other', {}, { parts: [{ name: 'a.png', reading: inner }] });
    expect(reconcile([zip]).facts.orderNo!.sources[0]!.exhibit).toBe(1);
    expect(reconcile([{ ...exhibit(1, 'order', ORDER), withdrawn: true }]).facts).toEqual({});
  });
});

describe('near duplicates', () => {
  const hash = 'f'.repeat(60) + '0000';
  const lines = [
    { text: '订单编号' },
    { text: '761072976091679384' },
    { text: '付款时间' },
    { text: '2026-09-01 17:39:39' },
    { text: '实付款' },
    { text: '¥96.50' },
  ];
  const shot = (
    no: number,
    pictureHash: string,
    own = lines,
    values: Partial<Record<FactKey, string>> = ORDER,
  ): ReadExhibit => exhibit(no, 'order', values, { pictureHash, lines: own });

  it('are the same picture in other bytes, counted once', () => {
    const { duplicates, facts } = reconcile([shot(1, hash), shot(2, `${hash.slice(0, -1)}3`)]);
    expect(duplicates).toEqual([{ exhibit: 2, of: 1 }]);
    expect(facts.orderNo!.sources).toHaveLength(1);
  });

  it('are not two screens of one app with other numbers', () => {
    const other = lines.map(({ text }) => ({
      text: text
        .replace('761072976091679384', '998877665544332211')
        .replace('17:39:39', '08:11:02')
        .replace('96.50', '30.00'),
    }));
    expect(
      isCopy(shot(1, hash).reading, shot(2, hash, other, { ...ORDER, orderNo: '998877665544332211' }).reading),
    ).toBe(false);
    expect(isCopy(shot(1, hash).reading, shot(2, '0'.repeat(64)).reading)).toBe(false);
    expect(isCopy(shot(1, hash).reading, shot(2, hash, lines, { ...ORDER, amount: '96.80' }).reading)).toBe(false);
  });

  it('are told by how many cells differ, and without words by nearly all of them', () => {
    const [full, empty] = ['f'.repeat(16) + '0'.repeat(48), '0'.repeat(64)];
    expect(looksAlike(full, full.slice(0, -4) + 'ffff')).toBe(true);
    expect(looksAlike(full, full.slice(0, -5) + 'fffff')).toBe(false);
    expect(isOnePicture(full, full.slice(0, -1) + 'f')).toBe(true);
    expect(isOnePicture(full, full.slice(0, -4) + 'ffff')).toBe(false);
    // Of an empty page a hash says nothing: any two are alike.
    expect(isOnePicture(empty, empty)).toBe(false);
    expect(isOnePicture('0'.repeat(63) + 'f', '0'.repeat(62) + '1f')).toBe(false);
  });
});

describe('misreadings', () => {
  it.each([
    ['761072976091679384', '761072976091679884', true],
    ['RAMXZ-D5G34-2T76B', 'RAMXZ-05G34-2T768', true],
    ['761072976091679384', '998877665544332211', false],
    ['AB1', 'AB2', true],
    ['KM1', 'QX9', false],
  ])('%s and %s: %s', (a, b, expected) => expect(isMisreadingOf(a, b)).toBe(expected));
});

describe('a name without its first letter', () => {
  const merchantOf = (order: string, chat: string) =>
    reconcile([exhibit(1, 'order', { ...ORDER, merchant: order }), exhibit(2, 'chat', { merchant: chat })]).facts
      .merchant;

  it('is asked where another exhibit has it with one, however that was read', () => {
    expect(merchantOf('柳点卡铺', '?青柳点卡铺')).toMatchObject({ value: '', status: 'conflict' });
    expect(merchantOf('柳点卡铺', '?青柳点卡铺')!.candidates!.map(({ value }) => value)).toEqual([
      '柳点卡铺',
      '青柳点卡铺',
    ]);
  });
  it.each([
    ['青柳点卡铺', '?柳点卡铺'],
    ['青柳点卡', '?青柳点卡铺'],
    ['青柳点卡铺', '?@青柳点卡铺'],
  ])('%s stands beside %s', (order, chat) => {
    expect(merchantOf(order, chat)).toMatchObject({ value: order, status: 'read' });
  });
});

describe('a name that only the wallet has', () => {
  const paid = { ...PAYMENT, merchant: '镇江市柳叶信息技术有限公司' };
  const shop = (kind: Kind, more: Partial<Reading> = {}): ReadExhibit =>
    exhibit(1, kind, { orderNo: ORDER.orderNo, amount: ORDER.amount }, more);
  const merchantOf = (...exhibits: ReadExhibit[]) => reconcile(exhibits).facts.merchant;

  it('is the merchant where there is nothing but the wallet', () => {
    expect(merchantOf(exhibit(2, 'payment', paid))).toMatchObject({ status: 'read', value: paid.merchant });
  });

  it.each(['order', 'chat', 'chat_log'] as const)('is asked when a page of the shop is there: %s', (kind) => {
    const fact = merchantOf(shop(kind), exhibit(2, 'payment', paid));
    expect(fact?.status).not.toBe('read');
  });

  it('is asked where anything else looks like the name of a shop', () => {
    const seen = exhibit(1, 'failure', {}, {});
    seen.reading.fields.push({
      key: 'merchant',
      value: '柳叶点卡',
      text: '柳叶点卡',
      confidence: 0.99,
      certain: true,
      by: 'guess',
    });
    expect(merchantOf(seen, exhibit(2, 'payment', paid))?.status).not.toBe('read');
  });

  it('stands where a page of the shop has it too', () => {
    const line = { lines: [{ text: `由${paid.merchant}开具发票` }] };
    expect(merchantOf(shop('order', line), exhibit(2, 'payment', paid))).toMatchObject({ status: 'read' });
  });

  it.each(['柳叶点卡', '*小柳', '王小柳'])('is asked as well where it may be a person: %s', (name) => {
    const other = { ...paid, merchant: name };
    expect(merchantOf(shop('order'), exhibit(2, 'payment', other))?.status).not.toBe('read');
    const line = { lines: [{ text: `欢迎光临${name}` }] };
    expect(merchantOf(shop('order', line), exhibit(2, 'payment', other))).toMatchObject({ status: 'read' });
  });

  it('is the merchant where it is a name over a door and nobody else has another', () => {
    const own = exhibit(2, 'payment', { ...paid, merchant: '柳叶的点卡小站' });
    expect(merchantOf(shop('order'), own)).toMatchObject({ status: 'read', value: '柳叶的点卡小站' });
    const served = exhibit(3, 'chat', { merchant: '河豚点卡之家' });
    served.reading.fields[0] = { ...served.reading.fields[0]!, by: 'title', second: 0 };
    expect(merchantOf(shop('order'), served, own)?.status).not.toBe('read');
  });

  it('is one with the ends that a licence has', () => {
    for (const name of ['镇江柳叶数码商行（个体工商户）', '柳叶合伙企业(有限合伙)', '个体户张三', '个体工商户张三'])
      expect(merchantOf(shop('chat'), exhibit(2, 'payment', { ...paid, merchant: name }))?.status).not.toBe('read');
  });
});
