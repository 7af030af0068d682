import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { recordFact } from '../../src/casefile/facts.ts';
import { logContact } from '../../src/clerk/cases/log-contact.ts';
import { snapshotOf } from '../../src/clerk/cases/snapshot.ts';
import { timelineOf } from '../../src/clerk/cases/timeline.ts';
import { writeLetter } from '../../src/clerk/letters/write-letter.ts';
import { deadlinesOf } from '../../src/law/deadlines/deadlines.ts';
import { unsentLetter } from '../../src/law/steps/step.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import { NOW, temporaryCase } from '../support/case.ts';

const TODAY = NOW.slice(0, 10);

function twoDoors(): CaseFile {
  const file = temporaryCase();
  const known = { dispute: 'card_invalid', platform: '橙子卡券', merchant: '晴空数码小铺', product: '季卡' };
  const paid = { amount: '58.80', paidAt: '2026-11-18', orderNo: 'QK20261101', demand: 'refund', site: 'marketplace' };
  for (const [key, value] of Object.entries({ ...known, ...paid }))
    recordFact(file, key as 'dispute', { value, status: 'given', sources: [] });
  return file;
}

test('a letter that was handed in on the day it was written stands behind its writing in the timeline', async () => {
  const file = twoDoors();
  const templatesDir = join(import.meta.dirname, '../../templates');
  await writeLetter(file, { document: 'merchant', formats: [], templatesDir });
  logContact(file, { channel: 'merchant', letter: 1, filedOn: TODAY, exhibits: [] });
  const kinds = timelineOf(file).map(({ kind }) => kind);
  expect(kinds.indexOf('letter')).toBeLessThan(kinds.indexOf('contact'));
});

test('each look at a door says which door', () => {
  const file = twoDoors();
  logContact(file, { channel: 'payment', filedOn: TODAY, exhibits: [] });
  logContact(file, { channel: 'platform', filedOn: TODAY, exhibits: [] });
  const looks = deadlinesOf(snapshotOf(file)).filter(({ rule }) => rule === 'PDEF-03');
  expect(looks.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['支付机构：查看处理进度并截图', '平台投诉中心：查看处理进度并截图']),
  );
});

// What was due today stood below a promise of three days later, and home said that nothing was due.
test('what is due today comes before a promise of a later day', () => {
  const file = twoDoors();
  logContact(file, { channel: 'merchant', filedOn: '2026-11-19', exhibits: [] });
  logContact(file, { channel: 'platform', filedOn: '2026-11-20', said: '我们会在11月25日前给您退款', exhibits: [] });
  const days = nextSteps(snapshotOf(file)).flatMap(({ due, action }) => (action.startsWith('看') ? [due] : []));
  expect(days).toEqual([TODAY, '2026-11-25']);
});

test('a complaint that lay ready when a part of the money came is written anew', async () => {
  const file = twoDoors();
  const templatesDir = join(import.meta.dirname, '../../templates');
  await writeLetter(file, { document: 'platform', formats: [], templatesDir });
  expect(unsentLetter(snapshotOf(file), 'platform')).toBe(1);
  logContact(file, { channel: 'merchant', result: 'partly', at: '2026-11-22', exhibits: [] });
  const { contacts, ...snapshot } = snapshotOf(file);
  const later = contacts.map((contact) => ({ ...contact, loggedAt: '2026-11-22T10:05:00+08:00' }));
  expect(unsentLetter({ ...snapshot, contacts: later }, 'platform')).toBeUndefined();
});

// The step named the platform, and the letter that it wrote went to the wallet.
test('of two complaints that are still open the step and the letter take back the same one', async () => {
  const file = twoDoors();
  recordFact(file, 'paidBy', { value: 'alipay', status: 'given', sources: [] });
  recordFact(file, 'refunded', { value: '58.80', status: 'given', sources: [] });
  logContact(file, { channel: 'platform', filedOn: '2026-11-19', exhibits: [] });
  logContact(file, { channel: 'payment', filedOn: '2026-11-20', exhibits: [] });
  logContact(file, { channel: 'merchant', result: 'settled', at: '2026-11-21', exhibits: [] });
  const step = nextSteps(snapshotOf(file)).find(({ action }) => action.includes('--to withdrawal'));
  expect(step).toMatchObject({ action: expect.stringContaining('（支付机构）') });
  const templatesDir = join(import.meta.dirname, '../../templates');
  const { letter } = await writeLetter(file, { document: 'withdrawal', formats: [], templatesDir });
  expect(letter.text).toContain('支付宝客服：');
});
