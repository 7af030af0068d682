import { expect, test } from 'vitest';
import type { CaseFile } from '../../src/casefile/case-file.ts';
import { openCaseFile } from '../../src/casefile/open-case.ts';
import { recordFact } from '../../src/casefile/facts.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { snapshotOf } from '../../src/clerk/cases/snapshot.ts';
import { doorsByUse, isFiling, ownStepsAt, stepChannel } from '../../src/clerk/cases/handed-in.ts';
import { logContact } from '../../src/clerk/cases/log-contact.ts';
import { timelineOf } from '../../src/clerk/cases/timeline.ts';
import { deadlinesOf } from '../../src/law/deadlines/deadlines.ts';
import { situationOf } from '../../src/law/route/situation-of.ts';
import { nextSteps } from '../../src/law/steps/next-steps.ts';
import { KamengError } from '../../src/model/errors.ts';
import { NOW, temporaryCase } from '../support/case.ts';

/** A report to the police that was turned down on paper. */
function refusedOnPaper(): CaseFile {
  const file = temporaryCase();
  for (const [key, value] of Object.entries({ dispute: 'vanished', paidAt: '2026-11-01', signs: 'vanished' }))
    recordFact(file, key as 'dispute', { value, status: 'given', sources: [] });
  logContact(file, { channel: 'police', filedOn: '2026-11-03', exhibits: [] });
  logContact(file, {
    channel: 'police',
    at: '2026-11-18',
    said: '没有犯罪事实',
    result: 'refused',
    inWriting: true,
    exhibits: [],
  });
  return file;
}

const clocks = (file: CaseFile): string[] => deadlinesOf(snapshotOf(file)).map(({ id }) => id);
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof KamengError) return error.code;
    throw error;
  }
  throw new Error('nothing was thrown');
};

// 公开说明 stood among those one has talked to, and the office that had the complaint behind nine others.
test('the doors that were used come first, and nobody is asked what a public page answered', () => {
  const file = refusedOnPaper();
  logContact(file, { channel: 'platform', filedOn: '2026-11-20', exhibits: [] });
  const answering = doorsByUse(file, { answer: true });
  expect(answering.slice(0, 3)).toEqual(['platform', 'police', 'merchant']);
  expect(answering).not.toContain('public');
  expect(doorsByUse(file, { answer: false })).toContain('public');
});

test('a step that was taken without a letter of the case is that step', () => {
  const file = refusedOnPaper();
  expect(clocks(file).some((id) => id.startsWith('POL-07:reconsider:'))).toBe(true);
  expect(
    nextSteps(snapshotOf(file))
      .map(({ action }) => action)
      .join(),
  ).toContain('letter --to police_reconsider');

  const { contact } = logContact(file, {
    channel: 'police',
    step: 'police_reconsider',
    filedOn: '2026-11-20',
    exhibits: [],
  });
  expect(contact).toMatchObject({ step: 'police_reconsider', filedOn: '2026-11-20' });
  expect(situationOf(snapshotOf(file)).filings).toMatchObject([
    { channel: 'police', status: 'refused' },
    { channel: 'police', status: 'filed', stage: 'police_reconsider', on: '2026-11-20' },
  ]);
  // The time to apply is over for him who has applied, and the time of whoever decides runs.
  expect(clocks(file).some((id) => id.startsWith('POL-07:reconsider:'))).toBe(false);
  expect(clocks(file).some((id) => id.startsWith('POL-07:reconsider_decide:'))).toBe(true);
  expect(
    nextSteps(snapshotOf(file))
      .map(({ action }) => action)
      .join(),
  ).not.toContain('letter --to police_reconsider');
  expect(timelineOf(file).at(-1)!.text).toContain('自行提出刑事复议申请书');

  // It is kept, and the journal stands for it.
  const again = openCaseFile(file.path, () => NOW);
  expect(snapshotOf(again).contacts.at(-1)).toMatchObject({ step: 'police_reconsider' });
  expect(verifyCase(again).ok).toBe(true);
  again.close();
});

test('which step can be meant follows from the door and what lies there', () => {
  const file = refusedOnPaper();
  expect(ownStepsAt(file, 'police')).toEqual([
    'police_writing',
    'police_reconsider',
    'police_review',
    'supervision',
    'admin_review',
  ]);
  expect(ownStepsAt(file, 'regulator')).toEqual([]);
  expect(ownStepsAt(file, 'merchant')).toEqual(['rescission']);
  expect(stepChannel(file, 'police_review')).toBe('police');
  expect(stepChannel(file, 'admin_review')).toBe('police');
  expect(stepChannel(file, 'withdrawal')).toBeUndefined();
  expect(isFiling(file, { step: 'police_review' })).toBe(true);
  expect(isFiling(file, { step: 'withdrawal' })).toBe(false);
});

test('a step is refused at a door that it is not for', () => {
  const file = refusedOnPaper();
  const step = { step: 'supervision' as const, filedOn: '2026-11-20', exhibits: [] };
  expect(codeOf(() => logContact(file, { ...step, channel: 'merchant' }))).toBe('STEP_ELSEWHERE');
});

test('asking the police for an answer in writing is no second report', () => {
  const file = temporaryCase();
  recordFact(file, 'paidAt', { value: '2026-10-01', status: 'given', sources: [] });
  logContact(file, { channel: 'police', filedOn: '2026-10-03', exhibits: [] });
  logContact(file, { channel: 'police', step: 'police_writing', filedOn: '2026-11-20', exhibits: [] });
  expect(situationOf(snapshotOf(file)).filings).toMatchObject([
    { on: '2026-10-03', status: 'filed' },
    { on: '2026-11-20', stage: 'police_writing' },
  ]);
});

test('a complaint that was taken back waits for nothing, and is not taken back again', () => {
  const file = temporaryCase();
  for (const [key, value] of Object.entries({ dispute: 'card_invalid', paidAt: '2026-11-01', amount: '58.80' }))
    recordFact(file, key as 'dispute', { value, status: 'given', sources: [] });
  logContact(file, { channel: 'regulator', filedOn: '2026-11-10', exhibits: [] });
  logContact(file, { channel: 'merchant', at: '2026-11-20', result: 'settled', exhibits: [] });
  const steps = (): string =>
    nextSteps(snapshotOf(file))
      .map(({ action }) => action)
      .join();
  expect(steps()).toContain('letter --to withdrawal');
  expect(clocks(file).some((id) => id.startsWith('REG-01'))).toBe(true);
  logContact(file, { channel: 'regulator', step: 'withdrawal', sentOn: '2026-11-21', exhibits: [] });
  expect(steps()).not.toContain('letter --to withdrawal');
  expect(clocks(file).some((id) => id.startsWith('REG-01'))).toBe(false);
});
