import { expect, test } from 'vitest';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { recordFact } from '../../src/casefile/facts.ts';
import { outcomeWords } from '../../src/clerk/cases/contact-words.ts';
import { howAnswered } from '../../src/clerk/cases/hear-answer.ts';
import { logContact } from '../../src/clerk/cases/log-contact.ts';
import { snapshotOf } from '../../src/clerk/cases/snapshot.ts';
import { caseFilings, situationOf } from '../../src/law/route/situation-of.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import { NOW, temporaryCase } from '../support/case.ts';

const ANSWER = '该店铺主体名称：厦门云栈数码有限公司，住所：厦门市思明区湖滨南路7号，联系电话：0592-5551234';

/** The platform was asked who its seller is. */
function asked(): CaseFile {
  const file = temporaryCase();
  const known = { dispute: 'not_delivered', paidAt: '2026-11-01', site: 'marketplace', seller: 'unknown' };
  for (const [key, value] of Object.entries(known))
    recordFact(file, key as 'dispute', { value, status: 'given', sources: [] });
  logContact(file, { channel: 'platform_operator', step: 'identity' as never, filedOn: '2026-11-10', exhibits: [] });
  return file;
}

// It was called a vague answer, and was to be asked again by when and by whom.
test('who names the seller has answered: nothing is vague, nothing more is asked', () => {
  expect(howAnswered(ANSWER, NOW).open).toBe(false);
  const file = asked();
  const { contact, questions, seller } = logContact(file, { channel: 'platform_operator', said: ANSWER, exhibits: [] });
  expect(contact.result).toBe('none');
  expect(outcomeWords(contact)).toBe('有答复，没有结果');
  expect(questions).toEqual([]);
  expect(seller).toEqual({
    sellerName: '厦门云栈数码有限公司',
    sellerAddress: '厦门市思明区湖滨南路7号',
    sellerPhone: '0592-5551234',
  });
  // Read is not known: it is a fact when the buyer says so.
  expect(situationOf(snapshotOf(file)).seller).toBe('unknown');
});

test('what the case already has of the seller is not offered, and the seller names nobody', () => {
  const file = asked();
  recordFact(file, 'sellerName', { value: '厦门云栈数码有限公司', status: 'given', sources: [] });
  expect(logContact(file, { channel: 'platform', said: ANSWER, exhibits: [] }).seller).not.toHaveProperty('sellerName');
  expect(logContact(file, { channel: 'merchant', said: ANSWER, exhibits: [] }).seller).toEqual({});
});

// 不知道是谁 had been answered before: it outweighed the name and the address that came since.
test('with a name and an address nobody is unknown any more, and the request waits for nothing', () => {
  const file = asked();
  expect(caseFilings(snapshotOf(file)).map(({ channel }) => channel)).toEqual(['platform_operator']);
  recordFact(file, 'sellerName', { value: '厦门云栈数码有限公司', status: 'given', sources: [] });
  recordFact(file, 'sellerAddress', { value: '厦门市思明区湖滨南路7号', status: 'given', sources: [] });
  const snapshot = snapshotOf(file);
  expect(situationOf(snapshot).seller).toBe('known');
  expect(caseFilings(snapshot)).toEqual([]);
  expect(nextSteps(snapshot).map(({ action }) => action)).not.toContainEqual(
    expect.stringContaining('平台经营者的处理进度'),
  );
});

test('who cannot be reached stays so, with a name and an address', () => {
  const file = asked();
  for (const [key, value] of Object.entries({
    seller: 'unreachable',
    sellerName: '厦门云栈',
    sellerAddress: '厦门市湖滨路7号',
  }))
    recordFact(file, key as 'seller', { value, status: 'given', sources: [] });
  expect(situationOf(snapshotOf(file)).seller).toBe('unreachable');
});
