import type { CaseFile } from '../../casefile/case-file.ts';
import { addContact, listContacts } from '../../casefile/contacts.ts';
import { getLetter } from '../../casefile/letters.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import { RESULTS, type Contact, type Result } from '../../model/contact.ts';
import type { Channel, DocumentId } from '../../model/dispute.ts';
import type { ChannelRoute, NextStep, RuleText } from '../../model/outcome.ts';
import type { Day, Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { readAnswer } from '../../words/answers/read-answer.ts';
import { checkContact } from '../../law/refusals/contact-check.ts';
import { deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { nextSteps } from '../../law/steps/next-steps.ts';
import { questionsFor } from '../../law/route/questions.ts';
import { route } from '../../law/route/route.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { channelOfDocument } from '../letters/channels.ts';

export interface ContactInput {
  channel: Channel;
  /** Left out: the day of a filing or notice that says nothing else, or now. */
  at?: Moment | Day;
  with?: string;
  said?: string;
  promisedBy?: Day | Moment;
  result?: Result;
  filedOn?: Day;
  receivedOn?: Day;
  acceptedOn?: Day;
  reference?: string;
  letter?: number;
  exhibits: number[];
}

export interface LoggedContact {
  contact: Contact;
  next: NextStep[];
  questions: string[];
  /** Doors that this contact has shut, with why. */
  shut: { channel: Channel; reasons: RuleText[] }[];
}

/**
 * Reads the words of an answer and logs the contact.
 * @throws KamengError of checkContact (nothing said, answered before filed, a promise in the past, …);
 *   then nothing is logged
 */
export function logContact(file: CaseFile, input: ContactInput): LoggedContact {
  if (input.letter !== undefined) getLetter(file, input.letter);
  const at = input.at ?? filingOnly(input) ?? file.now();
  const reading = readAnswer(input.said ?? '', at);
  const promisedBy = input.promisedBy ?? reading.promise?.by ?? undefined;
  const draft: Omit<Contact, 'no' | 'loggedAt'> = {
    channel: input.channel,
    at,
    ...(input.with === undefined ? {} : { with: input.with }),
    ...(input.said === undefined ? {} : { said: input.said }),
    ...(promisedBy === undefined ? {} : { promisedBy }),
    result: input.result ?? resultOf(input, reading),
    ...(input.filedOn === undefined ? {} : { filedOn: input.filedOn }),
    ...(input.receivedOn === undefined ? {} : { receivedOn: input.receivedOn }),
    ...(input.acceptedOn === undefined ? {} : { acceptedOn: input.acceptedOn }),
    ...(input.reference === undefined ? {} : { reference: input.reference }),
    ...(input.letter === undefined ? {} : { letter: input.letter }),
    exhibits: input.exhibits,
    reading,
  };
  const before = takeSnapshot(file);
  checkContact(draft, before, { resultSaid: input.result !== undefined });
  const contact = addContact(file, draft);
  const snapshot = takeSnapshot(file);
  const shut = newlyShut(before, snapshot);
  return {
    contact,
    shut,
    next: nextSteps(snapshot, { deadlines: deadlinesOf(snapshot) }),
    questions: questionsFor(reading, contact),
  };
}

/**
 * The day a filing or a notice that is only now written down happened, so that
 * it stands before what was said since. Words and results were heard when they are logged.
 */
function filingOnly(input: ContactInput): Day | undefined {
  if (input.said !== undefined || input.result !== undefined || input.promisedBy !== undefined) return undefined;
  return [input.filedOn, input.receivedOn, input.acceptedOn]
    .filter((on) => on !== undefined)
    .toSorted()
    .at(-1);
}

/** The order of doors matters: 消协 before 12315 bars 12315 (REF-02). */
function newlyShut(before: CaseSnapshot, after: CaseSnapshot): LoggedContact['shut'] {
  const blocked = (snapshot: CaseSnapshot): ChannelRoute[] =>
    route(situationOf(snapshot)).channels.filter((one) => one.status === 'blocked');
  const already = new Set(blocked(before).map((one) => one.id));
  return blocked(after)
    .filter((one) => !already.has(one.id))
    .map((one) => ({ channel: one.id, reasons: one.reasons }));
}

/** What came of it, when the user left that to the words. */
function resultOf(input: ContactInput, reading: Contact['reading']): Result {
  if (reading.settled) return 'settled';
  if (reading.refusal) return 'refused';
  if (input.acceptedOn !== undefined) return 'accepted';
  if (reading.promise || input.promisedBy !== undefined) return 'promise';
  return reading.vague ? 'vague' : 'none';
}

/** The channel that a letter was written for. @throws KamengError LETTER_NOT_FOUND */
export function letterChannel(file: CaseFile, no: number): Channel | undefined {
  return channelOfDocument(getLetter(file, no).document);
}

/** `含糊答复`; a filing by itself has no answer to speak of yet. */
export function outcomeWords(contact: Contact): string {
  if (contact.result !== 'none' || contact.said !== undefined) return RESULTS[contact.result].label;
  if (contact.filedOn !== undefined)
    return `提交投诉${contact.reference === undefined ? '' : `（${contact.reference}）`}`;
  return contact.receivedOn === undefined ? RESULTS.none.label : '有权处理的部门已收到';
}

/** The letters that lie ready and were, as far as the log says, never handed in. */
export function unsentLetters(file: CaseFile): { no: number; document: DocumentId }[] {
  const { letters, contacts } = takeSnapshot(file);
  const sent = new Set(contacts.map((contact) => contact.letter));
  return letters.filter((one) => !one.redacted && !sent.has(one.no)).map(({ no, document }) => ({ no, document }));
}

/** The channel of the newest contact, for the question. */
export function lastChannel(file: CaseFile): Channel | undefined {
  return listContacts(file).at(-1)?.channel;
}
