import { describe, expect, it } from 'vitest';
import { type Dispute, DISPUTE_IDS } from '../../src/model/dispute.ts';
import { type Kind, PROOF_CATEGORIES } from '../../src/model/evidence.ts';
import type { FactKey } from '../../src/model/facts.ts';
import { coverageOf, proofAdvice, proofWanted } from '../../src/law/coverage/coverage.ts';
import { proofItems } from '../../src/law/coverage/proof.ts';
import { captureNow } from '../../src/law/coverage/capture.ts';
import { aCase, aContact, anExhibit, given, readExhibit } from './a-case.ts';

const codes = (gaps: readonly { code: string }[]) => gaps.map(({ code }) => code);

describe('the tables of proof', () => {
  it.each(DISPUTE_IDS)('%s requires something in each category and can be met with ordinary proof', (dispute) => {
    const required = proofItems(dispute).filter((item) => item.need === 'required');
    expect(new Set(required.map((item) => item.category))).toEqual(new Set(PROOF_CATEGORIES));
    const complete = aCase({ dispute, kinds: ['order', 'payment', 'chat', 'failure', 'recording'] });
    expect(coverageOf(complete)).toEqual({
      transaction: 'covered',
      communication: 'covered',
      defect: 'covered',
      gaps: [],
    });
    const empty = coverageOf(aCase({ dispute, facts: {} }));
    expect([empty.transaction, empty.communication, empty.defect]).toEqual(['missing', 'missing', 'missing']);
  });

  it('names each code once per dispute, says how to get it, and points after only at items that exist', () => {
    for (const dispute of [...DISPUTE_IDS, undefined]) {
      const items = proofItems(dispute);
      expect(new Set(codes(items)).size).toBe(items.length);
      for (const item of items) {
        expect(item.code).toMatch(/^[a-z_]+$/);
        expect(item.how.length).toBeGreaterThan(8);
        if (item.after) expect(codes(items)).toContain(item.after);
      }
    }
  });

  it('tells each dispute what to capture first, the talk before all', () => {
    for (const dispute of DISPUTE_IDS) {
      const rows = captureNow(dispute);
      expect(rows.length).toBeGreaterThan(4);
      expect(rows[0]!.what).toContain('聊天');
      expect(rows.some((row) => row.what.includes('营业执照'))).toBe(true);
    }
    expect(captureNow('card_invalid').some((row) => row.what.includes('遮住'))).toBe(true);
    for (const dispute of [...DISPUTE_IDS, undefined])
      expect(captureNow(dispute).every((row) => row.why.length > 5)).toBe(true);
  });

  it('lists what is wanted for the dialogue', () => {
    const wanted = proofWanted('not_delivered');
    expect(wanted.map(({ category }) => category)).toEqual([...PROOF_CATEGORIES]);
    expect(wanted[2]!.items[0]).toMatchObject({ code: 'defect_missing', required: true });
  });
});

const TABLE: [
  string,
  Dispute | undefined,
  Kind[],
  Partial<Record<FactKey, string>>,
  [string, string, string],
  string[],
][] = [
  [
    'only the order',
    'card_invalid',
    ['order', 'chat', 'recording'],
    {},
    ['partial', 'covered', 'covered'],
    ['payment_missing'],
  ],
  [
    'only the payment',
    'not_delivered',
    ['payment', 'chat', 'failure'],
    {},
    ['partial', 'covered', 'covered'],
    ['order_missing'],
  ],
  [
    'a bill instead of a screenshot',
    'not_delivered',
    ['order', 'bill', 'email', 'recording'],
    {},
    ['covered', 'covered', 'covered'],
    [],
  ],
  [
    'a failure shot without its code',
    'card_invalid',
    ['order', 'payment', 'chat', 'failure'],
    {},
    ['covered', 'covered', 'partial'],
    ['code_not_shown'],
  ],
  [
    'a failure shot and the code given',
    'card_invalid',
    ['order', 'payment', 'chat', 'failure'],
    { cardCode: 'AAAA-BBBB-CCCC' },
    ['covered', 'covered', 'covered'],
    [],
  ],
  [
    'a recording alone',
    'card_invalid',
    ['order', 'payment', 'chat', 'recording'],
    {},
    ['covered', 'covered', 'covered'],
    [],
  ],
  [
    'a private transfer: the talk is the order',
    'not_delivered',
    ['chat', 'payment', 'failure'],
    { paidBy: 'personal_transfer' },
    ['covered', 'covered', 'covered'],
    [],
  ],
  [
    'paid from the balance',
    'not_delivered',
    ['order', 'chat', 'failure'],
    { paidBy: 'balance' },
    ['covered', 'covered', 'covered'],
    [],
  ],
  [
    'a vanished seller without an order page',
    'vanished',
    ['payment', 'chat', 'failure'],
    {},
    ['covered', 'covered', 'covered'],
    [],
  ],
  [
    'a vanished seller, only the chat',
    'vanished',
    ['chat', 'payment'],
    {},
    ['covered', 'covered', 'missing'],
    ['defect_missing'],
  ],
  [
    'a service promise',
    'service',
    ['order', 'payment', 'chat'],
    { promise: '三天内退款' },
    ['covered', 'covered', 'covered'],
    [],
  ],
  [
    'service, nothing promised or refused yet',
    'service',
    ['order', 'payment', 'chat'],
    {},
    ['covered', 'covered', 'missing'],
    ['defect_missing'],
  ],
  ['a frozen balance', 'platform_fault', ['bill', 'reply', 'failure'], {}, ['covered', 'covered', 'covered'], []],
  ['no type yet', undefined, ['order', 'payment', 'chat', 'failure'], {}, ['covered', 'covered', 'covered'], []],
  [
    'a receipt of the office shows that it was told',
    'not_delivered',
    ['order', 'payment', 'filing_receipt', 'failure'],
    {},
    ['covered', 'covered', 'covered'],
    [],
  ],
];

describe('coverage', () => {
  it.each(TABLE)('%s', (_name, dispute, kinds, values, [transaction, communication, defect], gaps) => {
    const coverage = coverageOf(aCase({ ...(dispute ? { dispute } : {}), kinds, values }));
    expect(coverage).toMatchObject({ transaction, communication, defect });
    expect(codes(coverage.gaps)).toEqual(gaps);
  });

  it('does not count what was withdrawn or what is a copy', () => {
    const exhibits = [
      anExhibit(1, 'order'),
      anExhibit(2, 'chat'),
      anExhibit(3, 'recording'),
      anExhibit(4, 'payment', { withdrawn: { at: '2026-11-21T09:00:00+08:00', why: '不是这一单' } }),
      anExhibit(5, 'payment', { nearDuplicateOf: 4 }),
    ];
    expect(coverageOf(aCase({ dispute: 'card_invalid', exhibits })).transaction).toBe('partial');
  });

  it('counts a picture that only the user could read, once', () => {
    const labelled = anExhibit(3, 'other', { category: 'defect', labelledByUser: true });
    const exhibits = [anExhibit(1, 'order'), anExhibit(2, 'chat'), labelled];
    const coverage = coverageOf(aCase({ dispute: 'not_delivered', exhibits }));
    expect(coverage).toMatchObject({ defect: 'covered', transaction: 'partial' });
    const guessed = coverageOf(aCase({ dispute: 'not_delivered', exhibits: [{ ...labelled, labelledByUser: false }] }));
    expect(guessed.defect).toBe('missing');
    const twice = [labelled.no, 4].map((no) => ({ ...labelled, no, category: 'transaction' as const }));
    expect(codes(coverageOf(aCase({ dispute: 'not_delivered', exhibits: twice.slice(0, 1) })).gaps)).toContain(
      'payment_missing',
    );
    expect(coverageOf(aCase({ dispute: 'not_delivered', exhibits: twice })).transaction).toBe('covered');
  });

  it('takes an amount in conflict for unknown', () => {
    const facts = { ...given({}), amount: { value: '', status: 'conflict' as const, sources: [], candidates: [] } };
    const coverage = coverageOf(
      aCase({ dispute: 'not_delivered', kinds: ['order', 'payment', 'chat', 'failure'], facts }),
    );
    expect(coverage.transaction).toBe('partial');
    expect(codes(coverage.gaps)).toEqual(['amount_unknown']);
  });

  it('says that contacts without a picture are only told', () => {
    const contacts = [aContact(1, { channel: 'merchant', at: '2026-11-20', said: '不退' })];
    const coverage = coverageOf(aCase({ dispute: 'not_delivered', kinds: ['order', 'payment', 'failure'], contacts }));
    expect(coverage.communication).toBe('partial');
    expect(coverage.gaps[0]).toMatchObject({
      code: 'communication_unproved',
      message: expect.stringContaining('1 次联系'),
    });
  });

  it('reads being blocked off the seller’s side of a chat, not off the buyer’s words', () => {
    const chat = (side: 'buyer' | 'system') =>
      readExhibit(2, 'chat', {}, { messages: [{ side, text: '消息已发出，但被对方拒收了' }] });
    const of = (side: 'buyer' | 'system') =>
      coverageOf(aCase({ dispute: 'vanished', exhibits: [anExhibit(1, 'payment'), chat(side)] })).defect;
    expect(of('system')).toBe('covered');
    expect(of('buyer')).toBe('missing');
  });

  it('keeps what only helps out of the gaps', () => {
    const snapshot = aCase({
      dispute: 'card_invalid',
      kinds: ['order', 'payment', 'chat', 'failure'],
      values: { cardCode: 'AB12CD34' },
    });
    expect(coverageOf(snapshot).gaps).toEqual([]);
    expect(codes(proofAdvice(snapshot))).toEqual(['order_no_unknown', 'bill_helpful', 'recording_helpful']);
  });
});

/** What buyers handed over, by dispute; the talk is in it as a picture, a file or both. */
const HANDED: [Dispute, Kind[]][] = [
  ['card_invalid', ['order', 'payment', 'chat', 'failure', 'recording', 'chat_log']],
  ['card_invalid', ['order', 'payment', 'chat', 'failure', 'recording', 'bill']],
  ['not_delivered', ['order', 'payment', 'chat', 'failure', 'recording', 'bill']],
  ['not_delivered', ['order', 'payment', 'chat_log', 'failure', 'recording', 'order']],
  ['account_banned', ['order', 'payment', 'chat', 'failure', 'recording', 'order']],
  ['not_as_described', ['order', 'payment', 'chat', 'failure', 'recording', 'chat_log']],
];

describe('dossiers as buyers hand them over', () => {
  it.each(HANDED)('%s is ready with %j, and not without the talk', (dispute, kinds) => {
    const of = (some: readonly Kind[]) => coverageOf(aCase({ dispute, kinds: [...some], values: { amount: '96.50' } }));
    expect(of(kinds).gaps).toEqual([]);
    const without = kinds.filter((kind) => kind !== 'chat' && kind !== 'chat_log');
    expect(of(without).communication).toBe('missing');
  });
});
