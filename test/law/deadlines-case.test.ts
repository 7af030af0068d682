import { describe, expect, it } from 'vitest';
import type { Contact } from '../../src/model/contact.ts';
import type { Deadline } from '../../src/model/outcome.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { deadlinesOf } from '../../src/law/deadlines/deadlines.ts';
import { ruleOf } from '../../src/law/rules/index.ts';
import { aCase, aContact } from './a-case.ts';

const today = '2026-11-22';

function running(
  contacts: (Partial<Contact> & Pick<Contact, 'channel' | 'at'>)[],
  more: Parameters<typeof aCase>[0] = {},
): Deadline[] {
  return deadlinesOf(aCase({ contacts: contacts.map((contact, i) => aContact(i + 1, contact)), ...more }));
}
const ids = (deadlines: Deadline[]): string[] => deadlines.map((one) => one.id);
const promise = (by: string) => ({ vague: false, refusal: false, settled: false, promise: { by, text: '承诺' } });

describe('a complaint at 12315', () => {
  it('runs seven working days from receipt, else from filing as the earliest', () => {
    const [filed] = running([{ channel: 'regulator', at: '2026-11-20', filedOn: '2026-11-20' }]);
    expect(filed).toMatchObject({
      id: 'REG-01:decide:contact-1',
      start: '2026-11-20',
      due: '2026-12-01',
      left: 9,
      whose: 'other',
    });
    expect(filed!.note).toContain('最早');
    const [received] = running([
      { channel: 'regulator', at: '2026-11-20', filedOn: '2026-11-20', receivedOn: '2026-11-23' },
    ]);
    expect(received).toMatchObject({ id: 'REG-01:decide:contact-1', start: '2026-11-23', due: '2026-12-02' });
    expect(received!.note).toBeUndefined();
  });

  it('runs sixty days once accepted, and the seven no more', () => {
    const got = running([
      { channel: 'regulator', at: '2026-11-20', filedOn: '2026-11-20' },
      { channel: 'regulator', at: '2026-12-02', acceptedOn: '2026-12-02', result: 'accepted' },
    ]);
    expect(ids(got)).toEqual(['REG-02:mediate:contact-1']);
    expect(got[0]).toMatchObject({ nominal: '2027-01-31', due: '2027-02-01', certain: false });
    expect(got[0]!.note).toMatch(/REG-10.*CAL-06/);
  });

  it.each([
    ['refused', ['REG-20:apply:contact-1']],
    ['settled', []],
  ] as const)('stops when %s; not being accepted leaves sixty days for a review', (result, left) => {
    const got = running([
      { channel: 'regulator', at: '2026-11-10', filedOn: '2026-11-10' },
      { channel: 'regulator', at: '2026-11-18', result },
    ]);
    expect(ids(got)).toEqual(left);
    // A Sunday moves on by the law of civil procedure (行政复议法88).
    for (const one of got) expect(one).toMatchObject({ nominal: '2027-01-17', due: '2027-01-18' });
  });

  it('starts anew with a second filing', () => {
    const got = running([
      { channel: 'regulator', at: '2026-11-02', filedOn: '2026-11-02' },
      { channel: 'regulator', at: '2026-11-06', result: 'refused' },
      { channel: 'regulator', at: '2026-11-20', filedOn: '2026-11-20' },
    ]);
    expect(ids(got)).toEqual(['REG-01:decide:contact-3']);
  });

  it('has no text for what was filed before the tables begin', () => {
    expect(running([{ channel: 'regulator', at: '2024-01-10', filedOn: '2024-01-10' }])).toEqual([]);
  });
});

describe('other doors', () => {
  it('a report runs fifteen working days, and fifteen more once those have passed', () => {
    expect(ids(running([{ channel: 'report', at: '2026-11-16', filedOn: '2026-11-16' }]))).toEqual([
      'REG-07:check:contact-1',
    ]);
    const late = running([{ channel: 'report', at: '2026-10-20', filedOn: '2026-10-20' }]);
    expect(late.map((one) => [one.id, one.due])).toEqual([
      ['REG-07:check:contact-1', '2026-11-10'],
      ['REG-07:check_extended:contact-1', '2026-12-01'],
    ]);
  });

  it('a platform has 48 hours for a first reply, and is looked at every second day', () => {
    const got = running([{ channel: 'platform', at: '2026-11-21T09:00:00+08:00', filedOn: '2026-11-21' }]);
    expect(got.map((one) => [one.id, one.due])).toEqual([
      ['PDEF-03:look_again:contact-1', '2026-11-23'],
      ['PDEF-02:first_reply:contact-1', '2026-11-23T09:00:00+08:00'],
    ]);
    const answered = running([
      { channel: 'platform', at: '2026-11-21T09:00:00+08:00', filedOn: '2026-11-21' },
      { channel: 'platform', at: '2026-11-22T11:00:00+08:00', result: 'vague' },
    ]);
    expect(answered.map((one) => [one.id, one.due])).toEqual([['PDEF-03:look_again:contact-1', '2026-11-24']]);
  });

  it('what a platform wrote itself stands before the default', () => {
    const platformRules: CaseSnapshot['platformRules'] = [
      { key: 'first_reply', number: 3, unit: 'workday', clause: '5.2', quote: '3 个工作日内回复' },
    ];
    const got = running([{ channel: 'platform', at: '2026-11-20', filedOn: '2026-11-20' }], { platformRules });
    const reply = got.find((one) => one.rule === 'PDEF-02')!;
    expect(reply).toMatchObject({ n: 3, unit: 'workday', due: '2026-11-25' });
    expect(reply.source).toBe('平台规则（非法定）第5.2条：“3 个工作日内回复”');
  });

  it('a window that runs from what nobody knows is counted from the payment, and says so', () => {
    const own = (from: CaseSnapshot['platformRules'][number]['from'], values = {}) =>
      running([], {
        platformRules: [{ key: 'report_window', number: 3, unit: 'day', quote: '三天内反馈', ...(from && { from }) }],
        values: { paidAt: '2026-11-20', ...values },
      }).find((one) => one.rule === 'PDEF-01')!;
    expect(own({ id: 'received', label: '收货' })).toMatchObject({
      due: '2026-11-23',
      note: '规则写的是从收货起算，案卷里没有这个时间，先按付款时间算，只会偏早',
    });
    expect(own('unknown').note).toContain('没写从什么时候起算');
    expect(own({ id: 'paid', label: '付款' }).note).toBeUndefined();
    expect(own(undefined).note).toBeUndefined();
    expect(own({ id: 'ordered', label: '下单' }, { orderedAt: '2026-11-19' }).due).toBe('2026-11-22');
  });

  it('a day without a time errs on the safe side for the buyer', () => {
    const owed = running([{ channel: 'platform', at: '2026-11-20', filedOn: '2026-11-20' }]).find(
      (one) => one.rule === 'PDEF-02',
    )!;
    expect(owed.due).toBe('2026-11-23T00:00:00+08:00');
    const own = running([], { values: { paidAt: '2026-11-20' } }).find((one) => one.rule === 'PDEF-01')!;
    expect(own.due).toBe('2026-11-22T00:00:00+08:00');
  });

  it('a demand to the merchant runs fifteen days, and so does a broken promise', () => {
    const got = running([
      { channel: 'merchant', at: '2026-11-01', filedOn: '2026-11-01', promisedBy: '2026-11-05', result: 'promise' },
    ]);
    expect(got.map((one) => [one.id, one.due])).toEqual([
      ['PDEF-04:promise:contact-1', '2026-11-05'],
      ['PLT-12:refuse:contact-1', '2026-11-16'],
      ['PLT-12:refuse:promise-1', '2026-11-20'],
    ]);
  });

  it('takes the last promise of a door, and none once it is settled', () => {
    const promises = [
      { channel: 'platform', at: '2026-11-10', reading: promise('2026-11-12') },
      { channel: 'platform', at: '2026-11-13', reading: promise('2026-11-25') },
    ] as const;
    const got = running([...promises]).filter((one) => one.rule === 'PDEF-04');
    expect(got.map((one) => [one.id, one.due, one.n])).toEqual([['PDEF-04:promise:contact-2', '2026-11-25', 12]]);
    expect(
      running([...promises, { channel: 'platform', at: '2026-11-20', result: 'settled' }]).filter(
        (one) => one.rule === 'PDEF-04',
      ),
    ).toEqual([]);
  });

  it.each([
    ['police', 'none', ['POL-05:administrative:contact-1', 'POL-05:clues:contact-1', 'POL-05:criminal:contact-1']],
    ['police', 'accepted', ['POL-09:close:contact-1']],
    ['police', 'refused', []],
    ['court', 'none', ['CT-05:file:contact-1']],
    ['court', 'accepted', ['CT-09:ordinary:contact-1', 'CT-09:small:contact-1', 'CT-09:summary:contact-1']],
    ['court', 'refused', ['CT-14:judgment:contact-1', 'CT-14:ruling:contact-1']],
    ['association', 'settled', ['CT-16:confirm:contact-1']],
    ['association', 'none', []],
    ['mediation', 'settled', ['CT-16:confirm:contact-1']],
  ] as const)('%s, %s: %j', (channel, result, expected) => {
    expect(ids(running([{ channel, at: '2026-11-20', filedOn: '2026-11-20', result }])).toSorted()).toEqual(expected);
  });
  it('counts the days against the police from a paper alone, the criminal and the public-order side apart', () => {
    const refused = { channel: 'police', at: '2026-11-20', filedOn: '2026-11-18', result: 'refused' } as const;
    expect(ids(running([refused]))).toEqual([]);
    const got = running([{ ...refused, inWriting: true }]);
    expect(ids(got).toSorted()).toEqual(['POL-07:reconsider:contact-1', 'POL-17:apply:contact-1']);
    expect(got.map(({ nominal }) => nominal).toSorted()).toEqual(['2026-11-27', '2027-01-19']);
  });
});

describe('what runs from the purchase', () => {
  const failed = { paidAt: '2026-11-20T10:00:00+08:00', failedAt: '2026-11-21' };

  it('rescission after a year, limitation after three', () => {
    const got = running([], { dispute: 'not_delivered', values: failed });
    expect(got.map((one) => [one.id, one.due])).toEqual([
      ['PDEF-01:report:paidAt', '2026-11-22T10:00:00+08:00'],
      ['SUB-10:rescind:failedAt', '2027-11-22'],
      ['REG-05:complain:failedAt', '2029-11-21'],
      ['SUB-14:limitation:failedAt', '2029-11-21'],
    ]);
    expect(got.find((one) => one.rule === 'SUB-10')).toMatchObject({
      nominal: '2027-11-21',
      whose: 'buyer',
      certain: false,
    });
  });

  it('adds what the dispute and the goods bring', () => {
    expect(ids(running([], { dispute: 'card_invalid', values: failed }))).toContain('SUB-05:return:paidAt');
    expect(ids(running([], { dispute: 'vanished', values: failed }))).toContain('SUB-11:avoid:failedAt');
    expect(ids(running([], { dispute: 'not_delivered', values: { ...failed, signs: 'false_claims' } }))).toContain(
      'SUB-11:avoid:failedAt',
    );
    expect(ids(running([], { dispute: 'not_delivered', values: { ...failed, goods: 'wallet' } }))).toContain(
      'SUB-20:refund:paidAt',
    );
  });

  it('counts from payment when nothing says when it was noticed, and says so', () => {
    const got = running([], { values: { paidAt: '2026-11-20' } }).find((one) => one.rule === 'SUB-10')!;
    expect(got.id).toBe('SUB-10:rescind:paidAt');
    expect(got.note).toContain('最早');
  });

  it('a promise read off an exhibit has its day, once', () => {
    const values = { ...failed, promisedBy: '2026-11-25' };
    expect(
      running([], { values })
        .filter((one) => one.rule === 'PDEF-04')
        .map((one) => [one.id, one.due, one.left]),
    ).toEqual([['PDEF-04:promise:promisedBy', '2026-11-25', 3]]);
    const logged = running([{ channel: 'merchant', at: '2026-11-21', promisedBy: '2026-11-25' }], { values });
    expect(ids(logged).filter((id) => id.startsWith('PDEF-04'))).toEqual(['PDEF-04:promise:contact-1']);
  });

  it('lets a day that cannot be meant pass', () => {
    expect(running([], { values: { paidAt: '9999-12-31' } })).toEqual([]);
  });

  it('a provable demand restarts the limitation and not the right to rescind', () => {
    const got = running([{ channel: 'merchant', at: '2026-11-22', filedOn: '2026-11-22' }], {
      values: { failedAt: '2026-01-10' },
    });
    expect(got.find((one) => one.rule === 'SUB-14')).toMatchObject({
      id: 'SUB-14:limitation:contact-1',
      nominal: '2029-11-22',
    });
    expect(got.find((one) => one.rule === 'SUB-10')).toMatchObject({ nominal: '2027-01-10' });
  });

  it('a demand wakes nothing that has lapsed', () => {
    const got = running([{ channel: 'merchant', at: '2026-11-20', filedOn: '2026-11-20' }], {
      values: { failedAt: '2023-01-10' },
    });
    expect(got.find((one) => one.rule === 'SUB-14')!.id).toBe('SUB-14:limitation:failedAt');
    expect(got.find((one) => one.rule === 'SUB-14')!.left).toBeLessThan(0);
  });

  it('leaves out the window to report once the platform has been told, and what stands in conflict', () => {
    expect(
      ids(running([{ channel: 'platform', at: '2026-11-21', filedOn: '2026-11-21' }], { values: failed })),
    ).not.toContain('PDEF-01:report:paidAt');
    const facts = { paidAt: { value: '', status: 'conflict' as const, sources: [] } };
    expect(deadlinesOf(aCase({ facts }))).toEqual([]);
  });
});

describe('every deadline of a case', () => {
  const everything = running(
    (['regulator', 'report', 'platform', 'payment', 'merchant', 'police', 'court'] as const).map((channel) => ({
      channel,
      at: '2026-11-20T09:00:00+08:00',
      filedOn: '2026-11-20',
    })),
    { dispute: 'card_invalid', values: { paidAt: '2026-11-19', signs: 'vanished', goods: 'wallet' } },
  );

  it('has an id of its own, a rule that exists, and comes in order', () => {
    expect(new Set(ids(everything)).size).toBe(everything.length);
    expect(everything.length).toBeGreaterThan(12);
    for (const one of everything) expect(ruleOf(one.rule, today).id).toBe(one.rule);
    const ends = everything.map((one) => Date.parse(one.due.length === 10 ? `${one.due}T00:00+08:00` : one.due));
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  });

  it('keeps its id when the day goes by', () => {
    const contacts = [aContact(1, { channel: 'regulator', at: '2026-11-20', filedOn: '2026-11-20' })];
    const later = deadlinesOf(aCase({ contacts, today: '2026-12-24' }));
    expect(ids(later)).toEqual(ids(deadlinesOf(aCase({ contacts, today }))));
    expect(later[0]!.left).toBe(-23);
  });
});
