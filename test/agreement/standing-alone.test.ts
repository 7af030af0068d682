import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/agreement/reconcile.ts';
import { standsAlone as stands } from '../../src/agreement/standing-alone.ts';
import type { GivenBy, Kind } from '../../src/model/evidence.ts';
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
const standsAlone = (more: Partial<FieldReading>, kind?: Kind): boolean =>
  stands(field({ ...(more.key?.endsWith('At') ? { value: '2026-07-08T20:15:00+08:00' } : {}), ...more }), kind);
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
    ['column', 0.5, true],
    ['column', 0.05, false],
    ['title', 0.95, true],
    ['title', 0.5, true],
    ['title', 0.05, false],
    ['title', undefined, false],
    ['sentence', 0.5, true],
    ['position', 0.2, false],
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

  it('a sum or a name at a label that the table has stands though the second reader ends it elsewhere', () => {
    const differs = { by: 'label', second: 0.5 } as const;
    expect(standsAlone({ ...differs, key: 'amount', known: true })).toBe(true);
    expect(standsAlone({ ...differs, key: 'amount' })).toBe(false);
    expect(standsAlone({ ...differs, key: 'amount', known: true, second: 0 })).toBe(false);
    expect(standsAlone({ ...differs, key: 'merchant', known: true })).toBe(true);
    expect(standsAlone({ ...differs, key: 'product', known: true })).toBe(false);
    expect(standsAlone({ ...differs, key: 'product', known: true, second: 0.8 })).toBe(true);
    expect(standsAlone({ ...differs, key: 'paidAt', known: true })).toBe(true);
    expect(standsAlone({ ...differs, key: 'orderNo', known: true })).toBe(false);
    expect(standsAlone({ ...differs, key: 'orderNo', known: true, second: 0.75 })).toBe(true);
  });

  it('a day does not, behind which the second reader may see the clock', () => {
    const day = { key: 'orderedAt', by: 'label', known: true, value: '2026-07-08' } as const;
    expect(standsAlone({ ...day, second: 0.5 })).toBe(false);
    expect(standsAlone({ ...day, second: 0.95 })).toBe(true);
  });

  it.each<[string, boolean]>([
    ['松果的数码铺', true],
    ['企业松果数码铺', false],
    ['松果数码铺下单2026.07.08', false],
    ['经营店铺', false],
    ['松果数码铺客服', false],
    ['帮助中心', false],
    ['进店逛逛', false],
    ['松果数码铺●营业', false],
  ])('%s, which the second reader takes for no shop, stands where a shop’s name does: %s', (value, alone) => {
    expect(standsAlone({ value, by: 'title', second: 0 }, 'chat')).toBe(alone);
    expect(standsAlone({ value, by: 'label', known: true, second: 0 }, 'order')).toBe(alone);
    expect(standsAlone({ value, by: 'title', second: 0 }, 'order')).toBe(false);
  });

  it('goods with a price and a count of their own stand whatever the second reader takes them for', () => {
    expect(standsAlone({ key: 'product', by: 'position', known: true, second: 0 }, 'order')).toBe(true);
    expect(standsAlone({ key: 'product', by: 'position', second: 0 }, 'order')).toBe(false);
    expect(standsAlone({ key: 'product', by: 'guess', known: true, second: 0 }, 'order')).toBe(false);
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

describe('a name that the second reader denies on every exhibit', () => {
  const denied = (no: number, by: GivenBy, value = '灯塔书摊') =>
    page(no, field({ by, second: 0, value, text: value }));
  const merchantOf = (...exhibits: ReturnType<typeof page>[]): Standing =>
    standingOf(reconcile(exhibits).facts.merchant!);

  it('stands where two of them give it, one by more than a guess', () => {
    expect(merchantOf(denied(1, 'title'), denied(2, 'guess'))).toBe<Standing>('agreed');
    expect(merchantOf(denied(1, 'guess'), denied(2, 'guess'))).toBe<Standing>('asked');
    expect(merchantOf(denied(1, 'title'), denied(2, 'title', '海豚书局'))).toBe<Standing>('asked');
  });
});

it('goods that go on where another exhibit has their words are not the same goods', () => {
  const cut = page(1, field({ key: 'product', by: 'position', second: 0.4, value: '海盐沙龙季卡 自动' }));
  const saying = (text: string) => ({ no: 2, reading: { ...page(2).reading, lines: [{ text }] } });
  const standing = (text: string): Standing => standingOf(reconcile([cut, saying(text)]).facts.product!);
  expect(standing('你买的海盐沙龙季卡 自动发货')).toBe<Standing>('asked');
  expect(standing('你买的是海盐沙龙季卡 自动，')).toBe<Standing>('alone');
});

it('the price over a talk that only the second reader sees stands against no sum of an order', () => {
  const sum = (no: number, kind: Kind, more: Partial<FieldReading>) => {
    const { reading } = page(no, field({ key: 'amount', ...more }));
    return { no, reading: { ...reading, kind, lines: [{ text: '¥39.00' }, { text: '¥35.00' }] } };
  };
  const { amount } = reconcile([
    sum(1, 'order', { value: '35.00', text: '¥35.00', by: 'label', known: true, second: 1 }),
    sum(2, 'chat', { value: '39.00', text: '¥39.00', by: 'guess', alone: 0.998 }),
  ]).facts;
  expect(amount).toMatchObject({ status: 'read', value: '35.00' });
});

it('a name cut off whoever answers stands only where shops are called so', () => {
  const talk = (value: string, text: string) => standsAlone({ by: 'sentence', second: 0.5, value, text }, 'chat');
  expect(talk('松果数码铺', '松果数码铺客服')).toBe(true);
  expect(talk('松果', '松果客服')).toBe(false);
  expect(talk('松果', '松果')).toBe(true);
});

it.each(['松果家-订单619204657731042', '商品名称 单价 数量'])('%s is never said to have been bought', (value) => {
  expect(standsAlone({ key: 'product', by: 'column', value })).toBe(false);
});

it('what a page that says no calls the goods is what a code turned out to be for', () => {
  const trial = { key: 'product', by: 'label', known: true, value: '三日试用卡', second: 1 } as const;
  expect(standsAlone(trial, 'failure')).toBe(false);
  expect(standsAlone(trial, 'order')).toBe(true);
});
