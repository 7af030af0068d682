import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factSpec } from '../../src/model/facts.ts';
import { CHANNEL_IDS, DISPUTE_IDS } from '../../src/model/dispute.ts';
import { KamengError } from '../../src/model/errors.ts';
import { gateQuestions, GATES } from '../../src/law/route/gates.ts';
import { LIABILITY, liabilityOf } from '../../src/law/route/liability.ts';
import { CHANNEL_ROWS, route } from '../../src/law/route/route.ts';
import { filingsOf, situationOf } from '../../src/law/route/situation-of.ts';
import { parseSituation } from '../../src/law/route/situation.ts';
import { standingOf } from '../../src/law/route/standing.ts';
import { SITUATIONS } from '../golden/routes/situations.ts';
import { aCase, aContact } from './a-case.ts';

const TODAY = '2026-11-22';

describe('golden situations', () => {
  let passed = 0;
  it.each(SITUATIONS)('$name', (row) => {
    const answer = route(parseSituation(row.facts, TODAY));
    const channel = (id: string) => answer.channels.find((one) => one.id === id)!;
    expect(answer.liable).toEqual(row.liable);
    expect(Object.fromEntries(Object.keys(row.status).map((id) => [id, channel(id).status]))).toEqual(row.status);
    for (const [id, rules] of Object.entries(row.rules ?? {}))
      expect(
        channel(id).reasons.map(({ rule }) => rule),
        id,
      ).toEqual(expect.arrayContaining(rules));
    for (const [id, needs] of Object.entries(row.needs ?? {}))
      expect(channel(id).needs, id).toEqual(expect.arrayContaining(needs));
    const warned = answer.warnings.map(({ rule }) => rule);
    expect(warned).toEqual(expect.arrayContaining(row.warn ?? []));
    expect(warned.filter((rule) => row.warnNot?.includes(rule))).toEqual([]);
    passed += 1;
  });
  it('prints how many passed', () => {
    console.log(`routes: ${passed} of ${SITUATIONS.length} situations as expected`);
    expect(SITUATIONS.length).toBeGreaterThanOrEqual(40);
    expect(passed).toBe(SITUATIONS.length);
  });
});

describe('a route', () => {
  it('answers for every channel, each with a reason, and every row can be reached by some golden or is the last', () => {
    for (const id of CHANNEL_IDS) {
      const rows = CHANNEL_ROWS[id];
      expect(rows.every((row) => row.reasons.length > 0)).toBe(true);
      expect(rows.at(-1)!.when(undefined as never)).toBe(true);
    }
  });
  it('says why each party answers', () => {
    const situation = parseSituation({ seller: 'unknown', site: 'marketplace' }, TODAY);
    const { reasons } = liabilityOf(standingOf(situation));
    expect(reasons.map(({ who, rule }) => `${who} ${rule}`)).toEqual(['merchant SUB-04', 'platform PLT-01']);
    expect(LIABILITY.some(({ who }) => who === 'payment')).toBe(false);
  });
});

const BAD: [string, unknown, string][] = [
  ['no object', [1], 'SITUATION_SHAPE'],
  ['a key that is none', { amonut: '1' }, 'KEY_UNKNOWN'],
  ['a choice that is none', { site: 'shop' }, 'CHOICE_INVALID'],
  ['a sign that is none', { signs: ['angry'] }, 'CHOICE_INVALID'],
  ['signs as a word', { signs: 'vanished' }, 'SITUATION_SHAPE'],
  ['a day that does not exist', { today: '2026-02-30' }, 'DAY_INVALID'],
  ['a payment on no day', { paidAt: '2026-13-01' }, 'TIME_INVALID'],
  ['a moment without a zone', { paidAt: '2026-11-01T10:00:00' }, 'ZONE_MISSING'],
  ['paid tomorrow', { paidAt: '2026-11-23' }, 'PAID_IN_FUTURE'],
  ['no amount', { amount: '-5' }, 'AMOUNT_INVALID'],
  ['amount zero', { amount: 0 }, 'AMOUNT_INVALID'],
  ['an unknown channel', { filings: [{ channel: 'mayor', on: '2026-11-01' }] }, 'CHOICE_INVALID'],
  ['a filing without a day', { filings: [{ channel: 'platform' }] }, 'DAY_INVALID'],
  ['a filing that is no object', { filings: [null] }, 'SITUATION_SHAPE'],
  [
    'filed before the purchase',
    { paidAt: '2026-11-10', filings: [{ channel: 'platform', on: '2026-11-09', status: 'filed' }] },
    'FILING_BEFORE_PURCHASE',
  ],
  ['filed tomorrow', { filings: [{ channel: 'platform', on: '2026-11-23', status: 'filed' }] }, 'FILING_IN_FUTURE'],
  [
    'answered before it was filed',
    { filings: [{ channel: 'platform', on: '2026-11-12', status: 'refused', answeredOn: '2026-11-11' }] },
    'ANSWER_BEFORE_FILING',
  ],
  [
    'two open at one door',
    {
      filings: [
        { channel: 'platform', on: '2026-11-12', status: 'filed' },
        { channel: 'platform', on: '2026-11-13', status: 'accepted' },
      ],
    },
    'FILING_OPEN_TWICE',
  ],
];

describe('facts that cannot be', () => {
  it.each(BAD)('%s', (_name, json, code) => {
    let thrown: unknown;
    try {
      parseSituation(json, TODAY);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(KamengError);
    expect((thrown as KamengError).code).toBe(code);
    expect((thrown as KamengError).message).toMatch(/\p{Script=Han}/u);
  });
  it('takes the moment of a receipt with its zone, in another zone too', () => {
    expect(parseSituation({ paidAt: '2026-11-21 23:30:00-05:00' }, TODAY).paidAt).toBe('2026-11-21T23:30:00-05:00');
    expect(() => parseSituation({ paidAt: '2026-11-22T23:30:00-05:00' }, TODAY)).toThrow(/之后/);
  });
  it('allows a second filing where the first is closed', () => {
    const filings = [
      { channel: 'platform', on: '2026-11-12', status: 'refused' },
      { channel: 'platform', on: '2026-11-13', status: 'filed' },
    ];
    expect(route(parseSituation({ filings }, TODAY)).channels.find(({ id }) => id === 'platform')!.status).toBe('done');
  });
});

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const choice = (key: 'paidBy' | 'site' | 'seller' | 'purpose' | 'goods') => maybe(factSpec(key).choices!);
const anySituation = fc.record({
  dispute: maybe(DISPUTE_IDS),
  paidBy: choice('paidBy'),
  site: choice('site'),
  seller: choice('seller'),
  purpose: choice('purpose'),
  goods: choice('goods'),
  paidAt: maybe(['2022-01-01', '2025-11-22', '2026-11-01', '2026-11-22']),
  signs: fc.subarray([...factSpec('signs').choices!]),
  filings: fc.uniqueArray(
    fc.record({
      channel: fc.constantFrom(...CHANNEL_IDS),
      on: fc.constant('2026-11-22'),
      status: fc.constantFrom('filed', 'accepted', 'refused', 'ended', 'settled'),
    }),
    { selector: ({ channel }) => channel, maxLength: 5 },
  ),
});

describe('any situation', () => {
  it('gets one answer for each door, and never is sent where law bars it', () => {
    fc.assert(
      fc.property(anySituation, (facts) => {
        const json = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>;
        const { channels, liable } = route(parseSituation(json, TODAY));
        const of = (id: string) => channels.find((one) => one.id === id)!;
        expect(channels.map(({ id }) => id)).toEqual([...CHANNEL_IDS]);
        expect(liable.length).toBeGreaterThan(0);
        if (facts.purpose === 'resale') expect(of('regulator').status).not.toBe('now');
        if (facts.paidAt === '2022-01-01') expect(of('regulator').status).not.toBe('now');
        if (facts.seller === 'unknown' && facts.site === 'own_site' && facts.dispute !== 'platform_fault')
          expect(of('court').status).not.toBe('now');
        const open = facts.filings
          .filter(({ status }) => status === 'filed' || status === 'accepted')
          .map(({ channel }) => channel);
        for (const id of open) expect(of(id).status, id).not.toBe('now');
        if (liable.length === 1 && liable[0] === 'platform') expect(of('merchant').status).not.toBe('now');
      }),
      { numRuns: 500 },
    );
  });
});

describe('gate questions', () => {
  it('asks few, and nothing that is known or cannot matter', () => {
    const keys = (json: unknown) => gateQuestions(parseSituation(json, TODAY)).map(({ key }) => key);
    expect(keys({})).toEqual(['site', 'seller', 'purpose', 'goods', 'signs']);
    expect(keys({ dispute: 'platform_fault' })).toEqual(['site', 'purpose', 'paidBy', 'goods']);
    expect(keys({ site: 'self_operated', purpose: 'own_use', signs: [] })).toEqual(['goods', 'paidBy']);
    expect(
      keys({ site: 'marketplace', seller: 'known', purpose: 'own_use', signs: [], paidBy: 'wechat', goods: 'code' }),
    ).toEqual([]);
  });
  it('offers only choices that the facts know', () => {
    for (const { key, choices } of GATES)
      for (const { value } of choices)
        expect(() => parseSituation({ [key]: key === 'signs' ? [value] : value }, TODAY)).not.toThrow();
  });
});

describe('the situation of a case', () => {
  it('reads filings off the log: accepted then refused is ended, a talk with the seller is a demand', () => {
    const contacts = [
      aContact(1, { channel: 'merchant', at: '2026-11-11T10:00:00+08:00', result: 'vague' }),
      aContact(2, {
        channel: 'merchant',
        at: '2026-11-12T10:00:00+08:00',
        result: 'refused',
        reading: { vague: false, refusal: true, ground: 'no_refund_virtual', promise: null, settled: false },
      }),
      aContact(3, { channel: 'regulator', at: '2026-11-13', filedOn: '2026-11-13' }),
      aContact(4, { channel: 'regulator', at: '2026-11-16', result: 'accepted' }),
      aContact(5, { channel: 'regulator', at: '2026-11-20', result: 'refused' }),
      aContact(6, { channel: 'association', at: '2026-11-20', result: 'vague' }),
    ];
    expect(filingsOf(contacts)).toEqual([
      {
        channel: 'merchant',
        on: '2026-11-11',
        status: 'refused',
        answeredOn: '2026-11-12',
        ground: 'no_refund_virtual',
      },
      { channel: 'regulator', on: '2026-11-13', status: 'ended', answeredOn: '2026-11-20' },
    ]);
  });
  it('takes facts that stand and leaves out conflicts', () => {
    const snapshot = aCase({
      dispute: 'card_invalid',
      values: {
        paidAt: '2026-11-10',
        site: 'own_site',
        sellerName: '甲公司',
        sellerPhone: '010-1',
        signs: 'vanished,many_victims',
        quantity: '3',
      },
    });
    snapshot.facts.paidBy = { value: '', status: 'conflict', sources: [] };
    expect(situationOf(snapshot)).toEqual({
      today: TODAY,
      filings: [],
      dispute: 'card_invalid',
      amount: '96.50',
      paidAt: '2026-11-10',
      quantity: 3,
      site: 'own_site',
      seller: 'known',
      signs: ['vanished', 'many_victims'],
    });
  });
});
