import type { CaseFile } from '../../casefile/case-file.ts';
import { addContact, listContacts, loggedContacts } from '../../casefile/contacts.ts';
import { getLetter } from '../../casefile/letters.ts';
import { snapshotOf } from './snapshot.ts';
import { boundUntil, standingContacts, type Contact, type Result, type SentBy } from '../../model/contact.ts';
import { KamengError } from '../../model/errors.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { type Channel, type DocumentId, type OwnStep, OWN_STEPS } from '../../model/dispute.ts';
import type { ChannelRoute, NextStep, RuleText } from '../../model/outcome.ts';
import { chinaDay, type Day, type Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { groundNamed, readAnswer } from '../../words/answers/read-answer.ts';
import { type SellerDetail, readSellerDetails, type SellerDetails } from '../../words/seller-details.ts';
import { checkContact } from '../../law/refusals/contact-check.ts';
import { standingRefusal } from '../../law/refusals/refusals.ts';
import { deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { nextSteps } from '../../law/steps/next-steps.ts';
import { questionsFor } from '../../law/route/questions.ts';
import { route } from '../../law/route/route.ts';
import { caseFilings, doorsOf, situationOf } from '../../law/route/situation-of.ts';
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
  /** What it was, where it was no letter of the case. */
  step?: OwnStep;
  sentOn?: Day;
  sentBy?: SentBy;
  sentNo?: string;
  arrivedOn?: Day;
  inWriting?: boolean;
  exhibits: number[];
}

/** What a correction says anew; the rest stays as it was logged. */
export type ContactChanges = { [K in keyof ContactInput]?: ContactInput[K] | undefined };

export interface LoggedContact {
  contact: Contact;
  next: NextStep[];
  questions: string[];
  /** Doors that this contact has shut, with why. */
  shut: { channel: Channel; reasons: RuleText[] }[];
  /** Who the seller is, where the answer says it and the case does not; no fact before the buyer says so. */
  seller: SellerDetails;
}

/**
 * Reads the words of an answer and logs the contact.
 * @throws KamengError of checkContact (nothing said, answered before filed, a promise in the past, …);
 *   then nothing is logged
 */
export function logContact(file: CaseFile, input: ContactInput): LoggedContact {
  const before = snapshotOf(file);
  const draft = draftOf(file, input);
  checkContact(draft, before, { resultSaid: input.result !== undefined });
  return logged(file, before, addContact(file, draft));
}

/**
 * Logs an entry that stands in the place of an older one, with what it says anew.
 * @throws KamengError CONTACT_NOT_FOUND, CONTACT_UNCHANGED and of checkContact
 */
export function correctContact(file: CaseFile, no: number, changes: ContactChanges): LoggedContact {
  const old = standingContact(file, no);
  const told = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as ContactChanges;
  const exhibits = [...new Set([...old.exhibits, ...(told.exhibits ?? [])])];
  if (Object.keys(told).every((key) => key === 'exhibits') && exhibits.length === old.exhibits.length)
    throw new KamengError('CONTACT_UNCHANGED', '没有写要更正什么', {
      hints: [
        `例如：kameng followup --correct ${no} --said "对方的原话"`,
        `整条记错了：kameng followup --strike ${no} "为什么"`,
      ],
    });
  const { no: _no, loggedAt: _loggedAt, reading: _reading, corrects: _corrects, promisedBy, result, ...kept } = old;
  // What was read from the old words is read again from the new ones, and from the same on another day.
  const readOff = result === resultOf(kept, old.reading) && promisedBy === boundUntil(old.reading);
  const anew = told.said !== undefined || (told.at !== undefined && readOff);
  const input: ContactInput = {
    ...kept,
    ...(anew || promisedBy === undefined ? {} : { promisedBy }),
    ...(anew ? {} : { result }),
    ...(told as Partial<ContactInput>),
    exhibits,
  };
  const draft = { ...draftOf(file, input), corrects: old.no };
  const before = snapshotOf(file);
  checkContact(draft, without(before, old.no), { resultSaid: input.result !== undefined });
  return logged(file, before, addContact(file, draft));
}

/**
 * Logs that an older entry no longer counts, and why; it stays in the log.
 * @throws KamengError CONTACT_NOT_FOUND
 */
export function strikeContact(file: CaseFile, no: number, why: string): LoggedContact {
  const { no: struck, loggedAt: _loggedAt, corrects: _corrects, ...old } = standingContact(file, no);
  const before = snapshotOf(file);
  return logged(file, before, addContact(file, { ...old, corrects: struck, struckWhy: why }));
}

/** The entry that counts under a number: itself, or what corrected it since. @throws KamengError CONTACT_NOT_FOUND */
function standingContact(file: CaseFile, no: number): Contact {
  const all = loggedContacts(file);
  let found = all.find((contact) => contact.no === no);
  for (let newer = found; newer; newer = all.find((contact) => contact.corrects === found!.no)) found = newer;
  if (found && standingContacts(all).includes(found)) return found;
  throw new KamengError('CONTACT_NOT_FOUND', found ? `第 ${no} 次联系已经划掉了` : `没有第 ${no} 次联系`, {
    hints: ['kameng status 看联系记录的编号'],
  });
}

const without = (snapshot: CaseSnapshot, no: number): CaseSnapshot => ({
  ...snapshot,
  contacts: snapshot.contacts.filter((contact) => contact.no !== no),
});

function logged(file: CaseFile, before: CaseSnapshot, contact: Contact): LoggedContact {
  const snapshot = snapshotOf(file);
  return {
    contact,
    shut: newlyShut(before, snapshot),
    next: nextSteps(snapshot, { deadlines: deadlinesOf(snapshot) }),
    questions: contact.struckWhy === undefined ? questionsFor(contact.reading, contact) : [],
    seller: contact.struckWhy === undefined ? newlySaid(contact, snapshot) : {},
  };
}

/** What an answer says of the seller that the case has not. The seller's own words are no answer to who he is. */
function newlySaid({ said = '', channel }: Contact, { facts }: CaseSnapshot): SellerDetails {
  if (channel === 'merchant') return {};
  return Object.fromEntries(
    Object.entries(readSellerDetails(said).details).filter(([key]) => facts[key as SellerDetail] === undefined),
  );
}

function draftOf(file: CaseFile, input: ContactInput): Omit<Contact, 'no' | 'loggedAt'> {
  const letter = input.letter === undefined ? undefined : getLetter(file, input.letter);
  // A complaint that was sent to the door it is written for is handed in there.
  const written = letter?.document ?? input.step;
  const handedIn =
    written !== undefined && (written === input.channel || DOCUMENT_TRAITS[written].against?.includes(input.channel));
  const filedOn = input.filedOn ?? (handedIn ? input.sentOn : undefined);
  const at = input.at ?? filingOnly(input) ?? file.now();
  const reading = readSaid(input, at);
  const promisedBy = input.promisedBy ?? boundUntil(reading);
  const { exhibits, result, channel, ...rest } = input;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...given,
    channel,
    at,
    ...(promisedBy === undefined ? {} : { promisedBy }),
    result: result ?? resultOf(input, reading),
    ...(filedOn === undefined ? {} : { filedOn }),
    exhibits,
    reading,
  };
}

/** What the words are; of what the buyer says was a refusal, the ground that they name. */
function readSaid({ said = '', result }: Pick<ContactInput, 'said' | 'result'>, at: Moment | Day): Contact['reading'] {
  const { rest, details } = readSellerDetails(said);
  const words = readAnswer(rest, at);
  // Who was asked who the seller is, and says it, has answered.
  const reading = Object.keys(details).length > 0 ? { ...words, vague: false } : words;
  if (result !== 'refused' || reading.refusal) return reading;
  const ground = groundNamed(said);
  return ground === undefined ? reading : { ...reading, ground };
}

/**
 * The day a filing or a notice that is only now written down happened, so that
 * it stands before what was said since. Words and results were heard when they are logged.
 */
function filingOnly(input: ContactInput): Day | undefined {
  if (input.said !== undefined || input.result !== undefined || input.promisedBy !== undefined) return undefined;
  return [input.filedOn, input.receivedOn, input.acceptedOn, input.sentOn, input.arrivedOn]
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

/** The result that an answer looks like where no rule says so. */
export const LIKE_RESULTS = { settled: 'settled', refusal: 'refused' } as const;

/**
 * Do words leave open what came of it? So does 材料不足 alone, which may ask for more or refuse.
 * @returns `like`: what they look like without saying so
 */
export function howAnswered(said: string, at: Moment | Day): { open: boolean; like?: Result } {
  const reading = readSaid({ said }, at);
  const result = resultOf({}, reading);
  // Who answers that it is this company at that address leaves nothing open.
  const open =
    (result === 'none' && Object.keys(readSellerDetails(said).details).length === 0) ||
    (result === 'vague' && groundNamed(said) !== undefined);
  return { open, ...(reading.like ? { like: LIKE_RESULTS[reading.like] } : {}) };
}

/** What came of it, when the user left that to the words. */
function resultOf(input: Pick<ContactInput, 'acceptedOn' | 'promisedBy'>, reading: Contact['reading']): Result {
  // That it is done is what the other side says, until an exhibit or the buyer shows it.
  if (reading.settled) return 'claimed';
  if (reading.refusal) return 'refused';
  if (input.acceptedOn !== undefined) return 'accepted';
  if (reading.promise || input.promisedBy !== undefined) return 'promise';
  return reading.vague ? 'vague' : 'none';
}

/** Is it a second complaint, or a step against a refusal: handed in, and no talk about what lies there? */
export const answersRefusal = (document: DocumentId): boolean =>
  document === 'resubmit' || DOCUMENT_TRAITS[document].against !== undefined;

/** The channel that a letter was written for. @throws KamengError LETTER_NOT_FOUND */
export function letterChannel(file: CaseFile, no: number): Channel | undefined {
  const { document } = getLetter(file, no);
  const own = channelOfDocument(document);
  if (own !== undefined || !answersRefusal(document)) return own;
  // What answers a refusal is of the door that refused.
  const channel = standingRefusal(snapshotOf(file))?.channel;
  const against = DOCUMENT_TRAITS[document].against;
  return channel !== undefined && against && !against.includes(channel) ? undefined : channel;
}

/** The door that a step in the buyer's own words was taken at; undefined where it must be said. */
export function stepChannel(file: CaseFile, step: OwnStep): Channel | undefined {
  const doors = doorsOf(step);
  if (doors.length === 1) return doors[0];
  const refusal = standingRefusal(snapshotOf(file))?.channel;
  return refusal !== undefined && doors.includes(refusal) ? refusal : undefined;
}

/** The steps that a buyer may have taken at a door in his own words, as things stand there. */
export function ownStepsAt(file: CaseFile, channel: Channel): OwnStep[] {
  const snapshot = snapshotOf(file);
  const lies = caseFilings(snapshot).some((filing) => filing.channel === channel);
  // A notice to the other side of the contract needs no complaint before it.
  return OWN_STEPS.filter((step) => {
    const { against, handedTo } = DOCUMENT_TRAITS[step];
    return doorsOf(step).includes(channel) && (lies || (against === undefined && handedTo !== undefined));
  });
}

/** Does handing it in open a complaint or a step of its own? A reminder goes to where one lies already. */
export function isFiling(file: CaseFile, { letter, step }: Pick<ContactInput, 'letter' | 'step'>): boolean {
  if (step !== undefined) return DOCUMENT_TRAITS[step].against !== undefined;
  if (letter === undefined) return true;
  const { document } = getLetter(file, letter);
  return channelOfDocument(document) !== undefined || answersRefusal(document);
}

/** The letters that lie ready and were, as far as the log says, never handed in. */
export function unsentLetters(file: CaseFile): { no: number; document: DocumentId; writtenOn: Day }[] {
  const { letters, contacts } = snapshotOf(file);
  const sent = new Set(contacts.map((contact) => contact.letter));
  return letters
    .filter((one) => !one.redacted && !sent.has(one.no))
    .map(({ no, document, writtenAt }) => ({ no, document, writtenOn: chinaDay(writtenAt) }));
}

/** Is a letter addressed to whoever is there, rather than handed in as a form that gets a number? */
export const takesLetters = (channel: Channel): boolean => CHANNEL_TRAITS[channel].addressed;

/** The channel of the newest contact, for the question. */
export function lastChannel(file: CaseFile): Channel | undefined {
  return listContacts(file).at(-1)?.channel;
}
