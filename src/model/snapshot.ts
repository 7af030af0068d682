import type { Contact } from './contact.ts';
import type { DocumentId, Dispute } from './dispute.ts';
import type { Category, Kind } from './evidence.ts';
import type { Facts } from './facts.ts';
import type { Day, Moment } from './moment.ts';
import type { Reading } from './reading.ts';

/** An exhibit as the rules and letters see it. */
export interface ExhibitSummary {
  no: number;
  file: string;
  category: Category;
  kind: Kind;
  /** Whether category and kind were said by the user. */
  labelledByUser: boolean;
  confidence: number;
  sha256: string;
  bytes: number;
  mediaType: string;
  takenInAt: Moment;
  fileModifiedAt?: Moment;
  note?: string;
  /** Present: no longer relied on; keeps its number. */
  withdrawn?: { at: Moment; why: string };
  /** The exhibit this one is a copy of in other bytes; not counted as a second proof. */
  nearDuplicateOf?: number;
  /** Why it looks as if it were about another order; not relied on then. */
  foreign?: string;
  /** The newest reading, when one was made. */
  reading?: Reading;
}

export interface LetterSummary {
  no: number;
  document: DocumentId;
  writtenAt: Moment;
  text: string;
  exhibits: number[];
  /** Rule ids it rests on. */
  rules: string[];
  /** Names and numbers covered: for others to read, not to hand in. */
  redacted?: boolean;
  /** The day that it names for an answer or performance, and how many days that were when it was written. */
  replyBy?: Day;
  replyDays?: number;
}

/** A rule of the platform itself, as its agreement says; never law. */
export interface PlatformRule {
  key: 'report_window' | 'first_reply' | 'refund_time' | 'clause';
  number?: number;
  unit?: 'hour' | 'day' | 'workday';
  clause?: string;
  quote: string;
  url?: string;
  versionOn?: Day;
  exhibit?: number;
  /** From when a window runs by the words of `quote`; `unknown`: they do not say. Read when a snapshot is taken. */
  from?: WindowStart | 'unknown';
}

/** From when a window of a platform runs, and how people call that. */
export interface WindowStart {
  id: 'paid' | 'ordered' | 'sent' | 'received' | 'completed';
  label: string;
}

/**
 * A case at one moment as plain data: what the rulebook and the letters work
 * from. They never see the database. `today` is the day in China. It stays as it
 * is: what is worked out from it once is known as long as it lives.
 */
export interface CaseSnapshot {
  id: string;
  title: string;
  file: string;
  openedAt: Moment;
  /** Present: put away. */
  closedAt?: Moment;
  today: Day;
  now: Moment;
  dispute?: Dispute;
  facts: Facts;
  exhibits: ExhibitSummary[];
  contacts: Contact[];
  /** Contacts that were left out of `contacts` because nothing follows from them; no exhibit shows one. */
  quietContacts?: number;
  letters: LetterSummary[];
  platformRules: PlatformRule[];
  /** What is printed on an exhibit and is not the platform's rule, as the buyer says. */
  declinedRules?: PlatformRule[];
}

/** The document that a contact is about: a letter of the case, or one that came about without it. */
export function documentOf(
  contact: Pick<Contact, 'letter' | 'step'>,
  letters: readonly LetterSummary[],
): DocumentId | undefined {
  return letters.find(({ no }) => no === contact.letter)?.document ?? contact.step;
}

/** The exhibits that count: not withdrawn, no copy of another, not about another order. */
export function countedExhibits(snapshot: CaseSnapshot): ExhibitSummary[] {
  return snapshot.exhibits.filter(
    (exhibit) => !exhibit.withdrawn && exhibit.nearDuplicateOf === undefined && exhibit.foreign === undefined,
  );
}
