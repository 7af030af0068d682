import { describe, expect, it, test } from 'vitest';
import { currentFacts } from '../../src/casefile/facts.ts';
import { addReading } from '../../src/casefile/readings.ts';
import { checkCase } from '../../src/clerk/cases/check-case.ts';
import { assignFacts, reconcileFacts } from '../../src/clerk/intake/reconcile-facts.ts';
import { snapshotOf } from '../../src/clerk/cases/snapshot.ts';
import { addBytes, temporaryCase } from '../support/case.ts';
import { withTalkYears } from '../../src/clerk/cases/talk-years.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { exhibit } from '../agreement/an-exhibit.ts';

test('a talk without years is dated as soon as an exhibit says when it was paid', () => {
  const file = temporaryCase();
  const promise = '三天内退款给您';
  const messages = [{ yearless: '11-10T09:30+08:00', side: 'other' as const, text: promise }];
  const talk = addBytes(file, 'talk.png', new Uint8Array([1]));
  file.write(() => addReading(file, talk, exhibit(talk, 'chat', { promise }, { messages }).reading));
  reconcileFacts(file);
  expect(currentFacts(file).promisedBy).toBeUndefined();

  const voucher = addBytes(file, 'paid.png', new Uint8Array([2]));
  const paid = { amount: '30.00', paidAt: '2026-11-09T20:00:00+08:00' };
  file.write(() => addReading(file, voucher, exhibit(voucher, 'payment', paid).reading));
  reconcileFacts(file);
  expect(currentFacts(file).promisedBy?.value).toBe('2026-11-13');
  expect(snapshotOf(file).exhibits[0]!.reading!.messages![0]!.at).toBe('2026-11-10T09:30+08:00');
});

test('an end that a talk got from the purchase stands against another one, and may be overruled', async () => {
  const file = temporaryCase();
  const promise = '三天内退款给您';
  const messages = [{ yearless: '11-10T09:30+08:00', side: 'other' as const, text: promise }];
  const paid = { amount: '30.00', paidAt: '2026-11-09T20:00:00+08:00' };
  for (const [name, read] of [
    ['talk.png', exhibit(1, 'chat', { promise }, { messages })],
    ['paid.png', exhibit(2, 'payment', paid)],
  ] as const) {
    const no = addBytes(file, name, new TextEncoder().encode(name));
    file.write(() => addReading(file, no, read.reading));
  }
  reconcileFacts(file);
  assignFacts(file, [['promisedBy', '2026-11-20']]);
  expect(currentFacts(file).promisedBy?.status).toBe('conflict');
  expect((await checkCase(file)).conflicts).toMatchObject([
    {
      key: 'promisedBy',
      values: [
        { value: '2026-11-20', typed: true },
        { value: '2026-11-13', exhibits: [1] },
      ],
    },
  ]);
  assignFacts(file, [['promisedBy', '2026-11-20']], '后来电话里改了日子');
  expect(currentFacts(file).promisedBy).toMatchObject({ value: '2026-11-20', againstWhy: '后来电话里改了日子' });
});

describe('a message without a year', () => {
  const caseWith = (said: object, paidOn: string, takenInOn: string): CaseSnapshot => {
    const { reading } = exhibit(1, 'chat', {}, { messages: [{ side: 'other', text: '在吗', ...said }] });
    return {
      facts: { paidAt: { value: `${paidOn}T12:00:00+08:00`, status: 'read', sources: [] } },
      exhibits: [{ no: 1, takenInAt: `${takenInOn}T12:00:00+08:00`, reading }],
    } as unknown as CaseSnapshot;
  };
  const atOf = (yearless: string, paidOn = '2026-11-19', takenInOn = '2026-11-25') =>
    withTalkYears(caseWith({ yearless }, paidOn, takenInOn)).exhibits[0]!.reading!.messages![0]!.at;

  it('has that of the purchase', () => {
    expect(atOf('11-19T21:03+08:00')).toBe('2026-11-19T21:03+08:00');
    expect(atOf('10-02T08:00+08:00')).toBe('2026-10-02T08:00+08:00');
  });
  it('may be of the next year', () => {
    expect(atOf('12-31T23:59+08:00', '2026-12-30', '2027-01-08')).toBe('2026-12-31T23:59+08:00');
    expect(atOf('01-02T10:00+08:00', '2026-12-30', '2027-01-08')).toBe('2027-01-02T10:00+08:00');
  });
  it('is left alone where two years fit, or none', () => {
    expect(atOf('09-01T10:00+08:00', '2025-06-01')).toBeUndefined();
    expect(atOf('09-01T10:00+08:00', '2024-08-01', '2026-01-01')).toBeUndefined();
    expect(atOf('12-24T10:00+08:00')).toBeUndefined();
    expect(atOf('02-29T10:00+08:00', '2027-02-20', '2027-03-02')).toBeUndefined();
  });
  it('keeps the year it shows', () => {
    const told = caseWith({ at: '2025-11-20T10:00+08:00' }, '2026-11-19', '2026-11-25');
    expect(withTalkYears(told)).toBe(told);
  });
});
