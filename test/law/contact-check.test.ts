import { describe, expect, it } from 'vitest';
import { KamengError } from '../../src/model/errors.ts';
import { checkContact, type ContactDraft, openFilingOn } from '../../src/law/refusals/contact-check.ts';
import { aCase, aContact } from './a-case.ts';

const CASE = aCase({
  dispute: 'card_invalid',
  kinds: ['order'],
  values: { paidAt: '2026-11-10T12:00:00+08:00' },
  contacts: [aContact(1, { channel: 'platform', at: '2026-11-15', filedOn: '2026-11-15' })],
});

function draft(more: Partial<ContactDraft> = {}): ContactDraft {
  return {
    channel: 'merchant',
    at: '2026-11-20T10:00:00+08:00',
    said: '不退',
    result: 'refused',
    exhibits: [],
    reading: { vague: false, refusal: true, promise: null, settled: false },
    ...more,
  };
}

const BAD: [string, Partial<ContactDraft>, string][] = [
  ['nothing said', { said: ' ', result: 'none' }, 'CONTACT_EMPTY'],
  ['tomorrow', { at: '2026-11-23' }, 'CONTACT_IN_FUTURE'],
  ['an hour ahead', { at: '2026-11-22T11:00:00+08:00' }, 'CONTACT_IN_FUTURE'],
  ['before the purchase', { at: '2026-11-09' }, 'CONTACT_BEFORE_PURCHASE'],
  ['filed before the purchase', { filedOn: '2026-11-09' }, 'FILING_BEFORE_PURCHASE'],
  ['filed tomorrow', { filedOn: '2026-11-23' }, 'DAY_IN_FUTURE'],
  ['accepted tomorrow', { acceptedOn: '2026-11-23' }, 'DAY_IN_FUTURE'],
  ['answered before it was filed', { at: '2026-11-18', filedOn: '2026-11-19' }, 'ANSWER_BEFORE_FILING'],
  [
    'received before it was filed',
    { channel: 'regulator', filedOn: '2026-11-19', receivedOn: '2026-11-18' },
    'ANSWER_BEFORE_FILING',
  ],
  ['accepted before the filing in the log', { channel: 'platform', acceptedOn: '2026-11-14' }, 'ANSWER_BEFORE_FILING'],
  [
    'accepted before received',
    { channel: 'regulator', filedOn: '2026-11-16', receivedOn: '2026-11-19', acceptedOn: '2026-11-18' },
    'ANSWER_BEFORE_FILING',
  ],
  ['a promise in the past', { promisedBy: '2026-11-19' }, 'PROMISE_IN_PAST'],
  [
    'a second filing at an open door',
    { channel: 'platform', filedOn: '2026-11-20', result: 'none' },
    'FILING_OPEN_TWICE',
  ],
  ['a step in own words beside a letter', { step: 'rescission', letter: 1 }, 'STEP_OR_LETTER'],
  ['an exhibit that is not there', { exhibits: [7] }, 'EXHIBIT_UNKNOWN'],
];

describe('a contact that cannot be', () => {
  it.each(BAD)('%s', (_name, more, code) => {
    let thrown: unknown;
    try {
      checkContact(draft(more), CASE);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(KamengError);
    expect((thrown as KamengError).code).toBe(code);
    expect((thrown as KamengError).hints.length + Number(code === 'EXHIBIT_UNKNOWN')).toBeGreaterThan(0);
  });
});

describe('a contact that can', () => {
  it.each<[string, Partial<ContactDraft>]>([
    ['a plain refusal', {}],
    ['only a filing', { channel: 'regulator', said: undefined, result: 'none', filedOn: '2026-11-20' }],
    ['only a screenshot', { said: undefined, result: 'none', exhibits: [1] }],
    [
      'the number of the open filing, later',
      { channel: 'platform', filedOn: '2026-11-15', reference: 'T1', result: 'none' },
    ],
    ['a promise that has run out since', { at: '2026-11-12', promisedBy: '2026-11-14', result: 'promise' }],
    ['a filing after talks at the same door', { channel: 'merchant', filedOn: '2026-11-20', result: 'none' }],
  ])('%s', (_name, more) => {
    expect(() => checkContact(draft(more), CASE)).not.toThrow();
  });
  it('logs silence when the user says that it was silence', () => {
    expect(() => checkContact(draft({ said: undefined, result: 'none' }), CASE, { resultSaid: true })).not.toThrow();
  });
  it('may file again when the first was refused, and after a talk that was no filing', () => {
    const refused = {
      ...CASE,
      contacts: [...CASE.contacts, aContact(2, { channel: 'platform', at: '2026-11-18', result: 'refused' })],
    };
    expect(() =>
      checkContact(draft({ channel: 'platform', filedOn: '2026-11-20', result: 'none' }), refused),
    ).not.toThrow();
    const talked = { ...CASE, contacts: [aContact(1, { channel: 'merchant', at: '2026-11-18', result: 'vague' })] };
    expect(openFilingOn(talked, 'merchant')).toBeUndefined();
    expect(() => checkContact(draft({ filedOn: '2026-11-20', result: 'none' }), talked)).not.toThrow();
  });
});
