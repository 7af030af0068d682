import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/agreement/reconcile.ts';
import { standsAlone } from '../../src/agreement/standing-alone.ts';
import type { GivenBy } from '../../src/model/evidence.ts';
import { standingOf, type Standing } from '../../src/model/facts.ts';
import type { FieldReading } from '../../src/model/reading.ts';
import { blankReading } from '../../src/reading/reader.ts';

const field = (more: Partial<FieldReading>): FieldReading => ({
  key: 'merchant',
  value: '灯塔书摊',
  text: '灯塔书摊',
  confidence: 0.99,
  certain: true,
  ...more,
});
const page = (no: number, ...fields: FieldReading[]) => ({
  no,
  reading: { ...blankReading('picture', '1', 'image/png'), kind: 'order' as const, fields },
});

describe('what a value may stand on alone', () => {
  it.each<[GivenBy, number | undefined, boolean]>([
    ['label', 0.95, true],
    ['label', undefined, true],
    ['label', 0.5, false],
    ['label', 0, false],
    ['column', 0.95, true],
    ['column', 0.5, false],
    ['title', 0.95, true],
    ['title', undefined, false],
    ['sentence', 0.5, false],
    ['position', undefined, false],
    ['guess', 0.99, false],
  ])('by %s, the second reader at %s: %s', (by, second, alone) => {
    expect(standsAlone({ key: 'merchant', by, ...(second === undefined ? {} : { second }) })).toBe(alone);
  });

  it('a platform whose name is one stands whatever the second reader says, and others only with it', () => {
    expect(standsAlone({ key: 'platform', by: 'label', second: 0.5 })).toBe(true);
    expect(standsAlone({ key: 'platform', by: 'label', second: 0.02 })).toBe(true);
    expect(standsAlone({ key: 'platform', by: 'sentence', second: 0.02 })).toBe(false);
    expect(standsAlone({ key: 'platform', by: 'title', second: 0.5 })).toBe(true);
    expect(standsAlone({ key: 'platform', by: 'title', second: 0.02 })).toBe(false);
  });

  it('a sum at a label that the table has stands though the second reader ends it elsewhere, a name does not', () => {
    const differs = { by: 'label', second: 0.5 } as const;
    expect(standsAlone({ ...differs, key: 'amount', known: true })).toBe(true);
    expect(standsAlone({ ...differs, key: 'amount' })).toBe(false);
    expect(standsAlone({ ...differs, key: 'amount', known: true, second: 0 })).toBe(false);
    expect(standsAlone({ ...differs, key: 'merchant', known: true })).toBe(false);
    expect(standsAlone({ ...differs, key: 'paidAt', known: true })).toBe(true);
    expect(standsAlone({ ...differs, key: 'orderNo', known: true })).toBe(false);
    expect(standsAlone({ ...differs, key: 'orderNo', known: true, second: 0.75 })).toBe(true);
  });

  it('an error’s own words stand unless the second reader takes them for something else', () => {
    expect(standsAlone({ key: 'failure', by: 'sentence' })).toBe(true);
    expect(standsAlone({ key: 'failure', by: 'sentence', second: 0.02 })).toBe(false);
    expect(standsAlone({ key: 'failure', by: 'sentence', second: 0.95 })).toBe(true);
  });

  it('an error of which the two readers take other words is asked', () => {
    expect(standsAlone({ key: 'failure', by: 'sentence', second: 0.5 })).toBe(false);
    expect(standsAlone({ key: 'promise', by: 'sentence', second: 0.5 })).toBe(true);
  });
});

it('of times that only the second reader sees, that of a voucher stands a little earlier', () => {
  const time = { key: 'paidAt', alone: 0.96 } as const;
  expect(standsAlone(time, 'payment')).toBe(true);
  expect(standsAlone(time, 'order')).toBe(false);
  expect(standsAlone({ ...time, alone: 0.94 }, 'payment')).toBe(false);
  expect(standsAlone({ ...time, key: 'orderedAt' }, 'payment')).toBe(false);
});

describe('what one exhibit is read as in two ways', () => {
  const facts = reconcile([
    page(1, field({ by: 'label', second: 0.4, value: '灯塔书' }), field({ by: 'guess', value: '灯塔书摊' })),
  ]).facts;

  it('is shown for a choice, and stands against nothing', () => {
    expect(facts.merchant!.candidates!.map(({ value }) => value)).toEqual(['灯塔书', '灯塔书摊']);
    expect(standingOf(facts.merchant!)).toBe<Standing>('asked');
    expect(reconcile([page(1, field({ by: 'guess' }))]).conflicts).toEqual([]);
  });

  it('is another thing than two exhibits that say otherwise', () => {
    const { merchant } = reconcile([
      page(1, field({ by: 'label', key: 'orderNo', value: '70011223344' })),
      page(2, field({ by: 'label', key: 'orderNo', value: '70011229999' })),
    ]).facts;
    expect(merchant).toBeUndefined();
    const apart = reconcile([page(1, field({ by: 'label' })), page(2, field({ by: 'label', value: '海豚书局' }))]);
    expect(standingOf(apart.facts.merchant!)).toBe<Standing>('disputed');
  });
});

describe('what only the second reader sees', () => {
  const value = '70011223344';
  const alone = (sure: number, key: 'orderNo' | 'amount' | 'merchant' = 'orderNo') =>
    page(1, field({ by: 'guess', key, value, text: value, alone: sure }));
  const saying = (no: number, text: string) => {
    const { reading } = page(no);
    return { no, reading: { ...reading, lines: [{ text }] } };
  };
  const standing = (...exhibits: Parameters<typeof reconcile>[0]): Standing =>
    standingOf(reconcile(exhibits).facts.orderNo!);

  it('stands where it is sure and another exhibit has the same words', () => {
    expect(standing(alone(0.999), saying(2, `单子是${value}`))).toBe<Standing>('alone');
  });
  it('stands by itself where it is sure, and is of a part that it takes for nothing else', () => {
    expect(standing(alone(0.95))).toBe<Standing>('alone');
    for (const key of ['amount', 'merchant'] as const)
      expect(standingOf(reconcile([alone(0.999, key)]).facts[key]!)).toBe<Standing>('asked');
  });
  it('is asked in a talk, where anybody names numbers of anything', () => {
    const { reading } = alone(0.999);
    expect(standing({ no: 1, reading: { ...reading, kind: 'chat' } })).toBe<Standing>('asked');
  });
  it('is asked where it is not so sure, though another exhibit has the words', () => {
    expect(standing(alone(0.9), saying(2, `单子是${value}`))).toBe<Standing>('asked');
    expect(standing(alone(0.949))).toBe<Standing>('asked');
  });
  it('is asked where another exhibit has the words as something else', () => {
    const other = page(2, field({ by: 'label', key: 'tradeNo', value, text: value }));
    expect(
      standing(alone(0.999), { ...other, reading: { ...other.reading, lines: [{ text: value }] } }),
    ).toBe<Standing>('asked');
  });
});

describe('two clocks that nearly agree', () => {
  const at = (kind: 'order' | 'payment', value: string, no: number) => ({
    ...page(no, field({ key: 'paidAt', by: 'label', value, text: value })),
    kind,
  });

  it('are told by who knows best, and made more exact only within the minute', () => {
    const facts = reconcile([
      at('order', '2026-03-04T12:00:41+08:00', 1),
      at('payment', '2026-03-04T12:02+08:00', 2),
    ]).facts;
    expect(facts.paidAt!.value).toBe('2026-03-04T12:02+08:00');
    const exact = reconcile([
      at('order', '2026-03-04T12:02:41+08:00', 1),
      at('payment', '2026-03-04T12:02+08:00', 2),
    ]).facts;
    expect(exact.paidAt!.value).toBe('2026-03-04T12:02:41+08:00');
  });
});

describe('names that hold each other', () => {
  const goods = (no: number, value: string) => page(no, field({ by: 'label', key: 'product', value, text: value }));
  const chosen = (...exhibits: Parameters<typeof reconcile>[0]): string => reconcile(exhibits).facts.product!.value;

  it('of goods: the longer, where the other page cut it off', () => {
    expect(chosen(goods(1, '灯塔年票'), goods(2, '灯塔年票 电子版'))).toBe('灯塔年票 电子版');
    expect(chosen(goods(1, '灯塔年票 电子版'), goods(2, '灯塔年票'))).toBe('灯塔年票 电子版');
  });
  it('of a shop is no word for goods, wherever else it stands', () => {
    const shop = page(2, field({ by: 'label', value: '灯塔书摊', text: '灯塔书摊' }));
    const guessed = page(
      1,
      field({ by: 'position', key: 'product', value: '灯塔书摊', text: '灯塔书摊', second: 0.6 }),
    );
    const both = reconcile([guessed, { ...shop, reading: { ...shop.reading, lines: [{ text: '灯塔书摊' }] } }]);
    expect(both.facts.product!.status).toBe('conflict');
  });
});

describe('a platform that the second reader does not know', () => {
  const named = (by: GivenBy): FieldReading =>
    field({ key: 'platform', value: '松果屯', text: '松果屯 | 查单页', by, second: 0 });
  it('stands where two exhibits have it in their titles', () => {
    const { facts } = reconcile([page(1, named('title')), page(2, named('title'))]);
    expect(facts.platform).toMatchObject({ value: '松果屯', status: 'read' });
  });
  it('is asked in one title, and in sentences of whoever writes', () => {
    expect(reconcile([page(1, named('title'))]).facts.platform).toMatchObject({ status: 'conflict' });
    const { facts } = reconcile([page(1, named('sentence')), page(2, named('sentence'))]);
    expect(facts.platform?.status).not.toBe('read');
  });
});
