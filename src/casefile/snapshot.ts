import { addDays, chinaDay, type Day } from '../model/moment.ts';
import type { Dispute } from '../model/dispute.ts';
import type { CaseSnapshot, ExhibitSummary } from '../model/snapshot.ts';
import type { CaseFile } from './case-file.ts';
import { caseInfo } from './case-info.ts';
import { closedAt } from './closing.ts';
import { listContacts } from './contacts.ts';
import { listExhibits } from './exhibits.ts';
import { currentFacts } from './facts.ts';
import { listLetters, type Letter } from './letters.ts';
import { allPlatformRules } from './platform-rules.ts';
import { tellingContacts } from './quiet-contacts.ts';
import { newestReadings } from './readings.ts';

/**
 * The whole case as plain data, for the rulebook and the letters.
 * @param glance of a long log only what rules come to something with; letters tell all of it
 */
export const takeSnapshot = (file: CaseFile, { glance = false } = {}): CaseSnapshot =>
  file.readTogether(() => readSnapshot(file, glance));

function readSnapshot(file: CaseFile, glance: boolean): CaseSnapshot {
  const now = file.now();
  const info = caseInfo(file);
  const closed = closedAt(file);
  const facts = currentFacts(file);
  const readings = newestReadings(file);
  const dispute = facts.dispute?.value as Dispute | undefined;
  const { recorded, declined } = allPlatformRules(file);
  const { contacts, quiet } = glance ? tellingContacts(file) : { contacts: listContacts(file), quiet: 0 };
  return {
    id: info.id,
    title: info.title,
    file: file.path,
    openedAt: info.openedAt,
    today: chinaDay(now),
    now,
    ...(dispute ? { dispute } : {}),
    facts,
    ...(closed ? { closedAt: closed } : {}),
    exhibits: listExhibits(file).map(({ contentId: _contentId, labelledBy, ...exhibit }): ExhibitSummary => {
      const reading = readings.get(exhibit.no)?.reading;
      return { ...exhibit, labelledByUser: labelledBy === 'user', ...(reading ? { reading } : {}) };
    }),
    contacts,
    ...(quiet > 0 ? { quietContacts: quiet } : {}),
    letters: listLetters(file).map((letter) => ({
      no: letter.no,
      document: letter.document,
      writtenAt: letter.writtenAt,
      text: letter.text,
      exhibits: letter.exhibits,
      rules: letter.detail.laws.map((law) => law.rule),
      ...replyByOf(letter),
      ...(letter.detail.redacted ? { redacted: true } : {}),
    })),
    platformRules: recorded,
    ...(declined.length > 0 ? { declinedRules: declined } : {}),
  };
}

/** The day that a letter itself sets for an answer, as it was counted when it was written. */
function replyByOf({ detail }: Letter): { replyBy?: Day; replyDays?: number } {
  for (const { origin } of detail.spans ?? []) {
    if (origin.from !== 'counted' || origin.reckoning.how !== 'replyBy') continue;
    const { on, days } = origin.reckoning;
    return { replyBy: addDays(on, days), replyDays: days };
  }
  return {};
}
