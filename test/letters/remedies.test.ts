import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../src/letters/compose.ts';
import { reviewLetter } from '../../src/grounding/review.ts';
import { deadlinesOf } from '../../src/law/deadlines/deadlines.ts';
import { standingRefusal } from '../../src/law/refusals/refusals.ts';
import { route } from '../../src/law/route/route.ts';
import { caseFilings, situationOf } from '../../src/law/route/situation-of.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import type { Contact } from '../../src/model/contact.ts';
import type { Channel, DocumentId } from '../../src/model/dispute.ts';
import { KamengError } from '../../src/model/errors.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { cardInvalid } from './cases.ts';

const templatesDir = join(import.meta.dirname, '../../templates');
const REMEDIES: DocumentId[] = ['police_writing', 'police_reconsider', 'police_review', 'supervision', 'admin_review'];

const write = (snapshot: CaseSnapshot, document: DocumentId) =>
  composeLetter({ snapshot, document, templatesDir, no: snapshot.letters.length + 1 });
const codeOf = async (snapshot: CaseSnapshot, document: DocumentId): Promise<string> => {
  const error: unknown = await write(snapshot, document).catch((thrown: unknown) => thrown);
  if (!(error instanceof KamengError)) throw new Error(`${document} was written`);
  return error.code;
};
/** A case of two months, in the buyer's hands: a fraud, nobody answers for it. */
function robbed(): CaseSnapshot {
  const snapshot = cardInvalid();
  snapshot.contacts = [];
  snapshot.letters = [];
  snapshot.today = '2026-11-25';
  snapshot.now = '2026-11-25T20:00:00+08:00';
  const facts: Record<string, string> = {
    paidAt: '2026-11-01',
    failedAt: '2026-11-02',
    signs: 'vanished',
    seller: 'unreachable',
    buyerName: '王小明',
    buyerPhone: '13800001234',
    buyerAddress: '甲市乙区丙路1号',
    policeOffice: '甲市公安局乙分局丙派出所',
    marketOffice: '甲市乙区市场监督管理局',
    refunded: '',
  };
  for (const key of ['orderedAt', 'promisedBy', 'promise', 'refusal', 'refunded'] as const) delete snapshot.facts[key];
  for (const [key, value] of Object.entries(facts))
    if (value !== '') Object.assign(snapshot.facts, { [key]: { value, status: 'given', sources: [] } });
  return snapshot;
}
function log(snapshot: CaseSnapshot, channel: Channel, at: string, more: Partial<Contact> = {}): CaseSnapshot {
  const result = more.result ?? 'none';
  snapshot.contacts.push({
    no: snapshot.contacts.length + 1,
    channel,
    at,
    result,
    exhibits: [],
    reading: { vague: false, refusal: result === 'refused', promise: null, settled: false },
    loggedAt: snapshot.now,
    ...more,
  });
  return snapshot;
}
function draft(snapshot: CaseSnapshot, document: DocumentId, on: string): number {
  const no = snapshot.letters.length + 1;
  snapshot.letters.push({ no, document, writtenAt: `${on}T09:00:00+08:00`, text: '', exhibits: [], rules: [] });
  return no;
}
const reported = (): CaseSnapshot =>
  log(robbed(), 'police', '2026-11-05', { filedOn: '2026-11-05', reference: '受案1号' });
const sentAway = (): CaseSnapshot =>
  log(reported(), 'police', '2026-11-06', { result: 'refused', said: '这是经济纠纷' });
const notified = (): CaseSnapshot =>
  log(sentAway(), 'police', '2026-11-20', {
    result: 'refused',
    inWriting: true,
    said: '没有犯罪事实',
    reference: '不立字2号',
  });
const policeAt = (snapshot: CaseSnapshot) => route(situationOf(snapshot)).channels.find(({ id }) => id === 'police')!;
const clocksOf = (snapshot: CaseSnapshot): string[] =>
  deadlinesOf({ ...snapshot }).map(({ id, due }) => `${id.split(':').slice(0, 2).join('.')} ${due}`);

describe('papers that answer a refusal', () => {
  test.each(REMEDIES)('%s is not written while nothing was refused', async (document) => {
    expect(await codeOf(robbed(), document)).toMatch(/^NOTHING_(?:REPORTED|TO_REVIEW)$/);
  });

  test('every one is written from its own stage, and its readers stop nothing', async () => {
    const reconsidered = notified();
    const first = draft(reconsidered, 'police_reconsider', '2026-11-21');
    log(reconsidered, 'police', '2026-11-21', { filedOn: '2026-11-21', letter: first });
    log(reconsidered, 'police', '2026-11-24', { result: 'refused', inWriting: true, letter: first, said: '维持' });
    const made: [CaseSnapshot, DocumentId][] = [
      [sentAway(), 'police_writing'],
      [notified(), 'police_reconsider'],
      [reconsidered, 'police_review'],
      [notified(), 'supervision'],
      [notified(), 'admin_review'],
    ];
    for (const [snapshot, document] of made) {
      const letter = await write(snapshot, document);
      expect(reviewLetter(letter, snapshot).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(letter.text).toContain('甲市公安局乙分局丙派出所');
      expect(letter.text).toContain('受案1号');
      expect(letter.text).not.toMatch(/undefined|\{|\}|，，|。。|“”|（）|被骗|骗子/);
    }
  });

  test('each paper tells of its own way and not of the other', async () => {
    const both = notified();
    log(both, 'regulator', '2026-11-07', { filedOn: '2026-11-07', reference: '12315-7' });
    log(both, 'regulator', '2026-11-12', { result: 'refused', inWriting: true, said: '没有明确的被投诉人' });
    const review = draft(both, 'admin_review', '2026-11-21');
    log(both, 'police', '2026-11-22', { filedOn: '2026-11-22', letter: review });
    log(both, 'police', '2026-11-24', { result: 'refused', inWriting: true, letter: review, said: '复议请求不成立' });
    for (const document of ['police_reconsider', 'supervision'] as const) {
      const { text } = await write(both, document);
      expect(text).toContain('没有犯罪事实');
      expect(text).not.toMatch(/12315|被投诉人|复议请求不成立/);
    }
    // The newest refusal that can be reviewed is the bureau's: what the police said is no reason against it.
    const bureau = log(notified(), 'regulator', '2026-11-07', { filedOn: '2026-11-07', reference: '12315-7' });
    log(bureau, 'regulator', '2026-11-23', { result: 'refused', inWriting: true, said: '没有明确的被投诉人' });
    const { text } = await write(bureau, 'admin_review');
    expect(text).toContain('没有明确的被投诉人');
    expect(text).not.toMatch(/受案1号|没有犯罪事实|公安机关报案/);
  });

  test('the police are asked for the writing only where there is none', async () => {
    expect((await write(sentAway(), 'police_writing')).text).toContain('得到答复“这是经济纠纷”，此后没有收到书面通知');
    expect((await write(reported(), 'police_writing')).text).toContain('本人没有收到是否立案的书面告知');
    expect(await codeOf(notified(), 'police_writing')).toBe('ANSWERED_IN_WRITING');
  });

  test('seven days run from the paper: without it there is no reconsideration', async () => {
    expect(await codeOf(sentAway(), 'police_reconsider')).toBe('NOT_IN_WRITING');
    const { text } = await write(notified(), 'police_reconsider');
    expect(text).toContain('文书编号：不立字2号');
    expect(text).toContain('收到日期：2026年11月20日');
    expect(await codeOf(notified(), 'police_review')).toBe('NOT_RECONSIDERED');
  });

  test('12315 that mediated in vain is no matter for a review; one that did not accept is', async () => {
    const refused = log(robbed(), 'regulator', '2026-11-05', { filedOn: '2026-11-05', reference: '12315-7' });
    log(refused, 'regulator', '2026-11-10', {
      result: 'refused',
      inWriting: true,
      said: '已超过三年',
      reading: { vague: false, refusal: true, promise: null, settled: false, ground: 'too_late' },
    });
    const { text } = await write(refused, 'admin_review');
    expect(text).toContain('名称：甲市乙区市场监督管理局');
    expect(text).toContain('自本人知道权益受到侵害的2026年11月2日至提交投诉之日，没有超过三年');
    expect(text).not.toContain('派出所');
    const mediated = log(robbed(), 'regulator', '2026-11-05', { filedOn: '2026-11-05', acceptedOn: '2026-11-08' });
    log(mediated, 'regulator', '2026-11-20', { result: 'refused', said: '对方不同意，终止调解' });
    expect(await codeOf(mediated, 'admin_review')).toBe('MEDIATION_NOT_REVIEWABLE');
  });
});

describe('a step against a refusal', () => {
  test('that is only written changes neither the route nor a clock', () => {
    const before = notified();
    const after = notified();
    for (const document of REMEDIES) draft(after, document, '2026-11-21');
    expect(policeAt(after)).toEqual(policeAt(before));
    expect(clocksOf(after)).toEqual(clocksOf(before));
    expect(clocksOf(before)).toContain('POL-07.reconsider 2026-11-27');
  });

  test('that was handed in stops its own clock, starts the next, and leaves the report where it was', () => {
    const snapshot = notified();
    const no = draft(snapshot, 'police_reconsider', '2026-11-21');
    log(snapshot, 'police', '2026-11-23', { filedOn: '2026-11-23', letter: no });
    expect(policeAt(snapshot).status).toBe('done');
    expect(clocksOf(snapshot)).toContain('POL-07.reconsider_decide 2026-12-23');
    expect(clocksOf(snapshot).join()).not.toMatch(/POL-07.reconsider 2026|POL-05/);
    expect(clocksOf(snapshot)).toContain('POL-17.apply 2027-01-19');
    expect(standingRefusal({ ...snapshot })?.inWriting).toBe(true);
    log(snapshot, 'police', '2026-11-24', { result: 'refused', inWriting: true, letter: no });
    expect(clocksOf(snapshot)).toContain('POL-07.review 2026-12-01');
    expect(
      nextSteps({ ...snapshot })
        .map(({ action }) => action)
        .join(),
    ).toContain('kameng letter --to police_review');
  });

  test('the paper that comes after it was asked for answers the report', () => {
    const snapshot = sentAway();
    const no = draft(snapshot, 'police_writing', '2026-11-07');
    log(snapshot, 'police', '2026-11-08', { filedOn: '2026-11-08', letter: no });
    expect(
      nextSteps({ ...snapshot })
        .map(({ action }) => action)
        .join(),
    ).not.toContain('police_writing');
    log(snapshot, 'police', '2026-11-20', { result: 'refused', inWriting: true });
    const [report, asked] = caseFilings({ ...snapshot });
    expect(report).toMatchObject({ status: 'refused', inWriting: true, answeredOn: '2026-11-20' });
    expect(asked).toMatchObject({ stage: 'police_writing', status: 'filed' });
    expect(clocksOf(snapshot)).toContain('POL-07.reconsider 2026-11-27');
  });

  test('a report to the police or of a breach is no complaint that its maker takes back', async () => {
    for (const channel of ['police', 'report'] as const) {
      const snapshot = log(robbed(), channel, '2026-11-05', { filedOn: '2026-11-05' });
      expect(await codeOf(snapshot, 'withdrawal')).toBe('NOTHING_FILED');
    }
  });

  test('that waits is neither urged nor withdrawn as a complaint', async () => {
    const snapshot = log(robbed(), 'regulator', '2026-11-05', { filedOn: '2026-11-05' });
    log(snapshot, 'regulator', '2026-11-10', { result: 'refused', inWriting: true });
    const no = draft(snapshot, 'admin_review', '2026-11-12');
    log(snapshot, 'regulator', '2026-11-13', { filedOn: '2026-11-13', letter: no });
    expect(await codeOf(snapshot, 'urge')).toBe('NOTHING_FILED');
    expect(await codeOf(snapshot, 'withdrawal')).toBe('NOTHING_FILED');
    expect(clocksOf(snapshot)).toContain('REG-25.accept 2026-11-20');
    expect(clocksOf(snapshot).join()).not.toContain('REG-20');
  });
});
