import { expect } from 'vitest';
import type { Contact } from '../../src/model/contact.ts';
import type { FactKey } from '../../src/model/facts.ts';
import type { Kind } from '../../src/model/evidence.ts';
import type { NextStep } from '../../src/model/outcome.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { readAnswer } from '../../src/words/answers/read-answer.ts';
import { splitAction } from '../../src/cli/views/case.ts';
import { cellsOf } from '../../src/cli/views/cells.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import { aCase, aContact } from './a-case.ts';

const FULL: Kind[] = ['order', 'payment', 'chat', 'failure', 'recording'];
/** What a case knows before anything is asked. */
export const KNOWN: Partial<Record<FactKey, string>> = {
  paidAt: '2026-11-10T12:00:00+08:00',
  orderNo: '20261110001',
  site: 'marketplace',
  seller: 'known',
  purpose: 'own_use',
  goods: 'code',
  paidBy: 'alipay',
  signs: '',
};

/** A case that lacks nothing. */
export function ready(more: Partial<CaseSnapshot> = {}, values: Partial<Record<FactKey, string>> = {}): CaseSnapshot {
  return aCase({ dispute: 'card_invalid', kinds: FULL, values: { ...KNOWN, ...values }, ...more });
}

/** An answer, read as the program reads it. */
export const said = (
  no: number,
  channel: Contact['channel'],
  at: string,
  words: string,
  more: Partial<Contact> = {},
): Contact => {
  const reading = readAnswer(words, at);
  const result = reading.settled ? 'settled' : reading.refusal ? 'refused' : reading.promise ? 'promise' : 'vague';
  return aContact(no, {
    channel,
    at,
    said: words,
    reading,
    result,
    ...(reading.promise?.by ? { promisedBy: reading.promise.by } : {}),
    ...more,
  });
};

/** A letter that was written. */
export const letter = (
  no: number,
  document: 'merchant' | 'platform' | 'regulator',
  exhibits: number[],
  writtenAt: string,
) => ({ no, document, writtenAt, text: '订单20261110001无法兑换', exhibits, rules: [] });

const SMALL = 60;

/** The one next step. */
export const first = (snapshot: CaseSnapshot): NextStep => nextSteps(snapshot)[0]!;
/** What there is to do, a line each. */
export const actions = (snapshot: CaseSnapshot): string => {
  const all = nextSteps(snapshot).map(({ action }) => action);
  // A step is one thing to do: a second command in it stands in the words of the first, cut off.
  for (const action of all) {
    expect(action.match(/kameng [a-z]/g) ?? []).toHaveLength(action.includes('kameng') ? 1 : 0);
    // Set in by two, a command stands in one line of the smallest screen that is read.
    expect(cellsOf(`  ${splitAction(action).command ?? ''}`)).toBeLessThanOrEqual(SMALL);
  }
  return all.join('\n');
};
