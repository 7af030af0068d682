import { describe, expect, it } from 'vitest';
import { reconcile, type ReadExhibit } from '../../src/agreement/reconcile.ts';
import type { GivenBy, Kind } from '../../src/model/evidence.ts';
import { exhibit, ORDER } from './an-exhibit.ts';

const PAID_AT = '2026-09-01T17:39:40+08:00';
const NUMBER = '2026090122001904146741483431';

/** A page whose trade number got its part so, and the second reader says this much to it. */
function page(kind: Kind, tradeNo: string, by: GivenBy, second: number, paidAt = PAID_AT): ReadExhibit {
  const read = exhibit(2, kind, { tradeNo, paidAt });
  const fields = read.reading.fields.map((field) =>
    field.key === 'tradeNo' ? { ...field, by, second } : { ...field, by: 'label' as const, second: 1 },
  );
  return { ...read, reading: { ...read.reading, fields } };
}
const factsOf = (...exhibits: ReadExhibit[]) => reconcile(exhibits).facts;

describe('the day in a number of a wallet', () => {
  it.each([
    ['an Alipay number', NUMBER],
    ['a WeChat number', '4200001870202609011773045288'],
    ['one of the day before', '2026083122001904146741483431'],
  ])('says that it is the payment of that day: %s', (_, number) => {
    for (const [by, second] of [
      ['label', 0.5],
      ['guess', 0.6],
    ] as const)
      expect(factsOf(page('payment', number, by, second)).tradeNo).toMatchObject({ status: 'read', value: number });
  });

  it('says it of the day of another exhibit too', () => {
    const { tradeNo } = factsOf(exhibit(1, 'order', ORDER), page('payment', NUMBER, 'label', 0.5, `?${PAID_AT}`));
    expect(tradeNo).toMatchObject({ status: 'read', value: NUMBER });
  });

  it.each([
    ['that has a digit less', NUMBER.slice(1)],
    ['that no wallet gives', '8826090122001904146741483431'],
  ])('says nothing in a number %s', (_, number) => {
    expect(factsOf(page('payment', number, 'label', 0.5)).tradeNo?.status).toBe('conflict');
  });

  it('says nothing where the second reader takes it for something else, or on the page of a refund', () => {
    expect(factsOf(page('payment', NUMBER, 'label', 0)).tradeNo?.status).toBe('conflict');
    expect(factsOf(page('refund', NUMBER, 'label', 0.5)).tradeNo?.status).toBe('conflict');
  });

  it('has both asked where it is not that of the time beside it', () => {
    for (const paidAt of ['2026-08-29T17:39:40+08:00', '2026-10-01T17:39:40+08:00']) {
      const { tradeNo, paidAt: paid } = factsOf(page('payment', NUMBER, 'label', 1, paidAt));
      expect([tradeNo?.status, paid?.status]).toEqual(['conflict', 'conflict']);
    }
    const waited = factsOf(page('payment', NUMBER, 'label', 1, '2026-09-09T17:39:40+08:00'));
    expect([waited.tradeNo?.status, waited.paidAt?.status]).toEqual(['read', 'read']);
  });
});

describe('the time that a shop writes into its number', () => {
  const order = (orderNo: string, orderedAt: string): ReadExhibit =>
    exhibit(1, 'order', { orderNo, orderedAt, merchant: '柚见数娱' });
  const AT = '2026-10-07T21:46:38+08:00';
  const statusOf = ({ orderNo, orderedAt }: ReturnType<typeof factsOf>) => [orderNo?.status, orderedAt?.status];

  it.each([
    ['another day', '20261017214638551207', AT],
    ['another hour', 'LK20261007214638551207', '2026-10-07T20:46:38+08:00'],
    ['a month that is none', '20261307214638551207', AT],
    ['another minute, where the century is left out', '261007214638551207', '2026-10-07T21:16:38+08:00'],
    ['another hour, of a time without seconds', '20261007214638551207', '2026-10-07T11:46+08:00'],
  ])('has both asked where a digit makes it %s', (_, number, at) => {
    const [orderNo, orderedAt] = statusOf(factsOf(order(number, at)));
    expect([orderNo, orderedAt]).toEqual(['conflict', undefined]);
  });

  it.each([
    ['it is the same', '20261007214638551207', AT],
    ['it was stamped some seconds later', '20261007214635551207', AT],
    ['it is that of Greenwich', '20261007014638551207', '2026-10-07T09:46:38+08:00'],
    ['the number begins like a time of long ago', '20091007214638551207', AT],
    ['it was paid a minute later', '20261007214600551207', '2026-10-07T21:47+08:00'],
  ])('has nothing asked where %s', (_, number, at) => {
    expect(statusOf(factsOf(order(number, at)))).toEqual(['read', 'read']);
  });

  it('bears out a time that was hardly read', () => {
    const { orderedAt, paidAt } = factsOf(
      exhibit(1, 'order', { orderNo: '20261007214638551207', orderedAt: `?${AT}` }),
    );
    expect([orderedAt?.value, paidAt]).toEqual([AT, undefined]);
    expect(
      factsOf(exhibit(1, 'order', { orderNo: '8120261007214638', orderedAt: `?${AT}` })).orderedAt,
    ).toBeUndefined();
  });
});
