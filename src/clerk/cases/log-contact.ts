import type { CaseFile } from '../../casefile/case-file.ts';
import { addContact, loggedContacts } from '../../casefile/contacts.ts';
import { getLetter } from '../../casefile/letters.ts';
import { snapshotOf } from './snapshot.ts';
import { boundUntil, standingContacts, type Contact, type Result } from '../../model/contact.ts';
import { KamengError } from '../../model/errors.ts';
import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import type { Channel } from '../../model/dispute.ts';
import type { ChannelRoute, NextStep, RuleText } from '../../model/outcome.ts';
import type { Day, Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import type { SellerDetail, SellerDetails } from '../../words/seller-details.ts';
import { checkContact } from '../../law/refusals/contact-check.ts';
import { deadlinesOf } from '../../law/deadlines/deadlines.ts';
import { nextSteps } from '../../law/steps/next-steps.ts';
import { questionsFor } from '../../law/route/questions.ts';
import { route } from '../../law/route/route.ts';
import { situationOf } from '../../law/route/situation-of.ts';
import { hear, resultOf } from './hear-answer.ts';

/** What of a contact the case does not work out by itself. */
type Told = Omit<Contact, 'no' | 'at' | 'result' | 'corrects' | 'struckWhy' | 'reading' | 'loggedAt'>;

export interface ContactInput extends Told {
  /** Left out: the day of a filing or notice that says nothing else, or now. */
  at?: Moment | Day;
  /** Left out: what the words come to. */
  result?: Result;
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
  const { draft, seller } = draftOf(file, input);
  checkContact(draft, before, { resultSaid: input.result !== undefined });
  return logged(file, before, addContact(file, draft), seller);
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
  const readOff =
    result === resultOf(kept, old.reading, hear(old, old.at).takenUp) && promisedBy === boundUntil(old.reading);
  const anew = told.said !== undefined || (told.at !== undefined && readOff);
  const input: ContactInput = {
    ...kept,
    ...(anew || promisedBy === undefined ? {} : { promisedBy }),
    ...(anew ? {} : { result }),
    ...(told as Partial<ContactInput>),
    exhibits,
  };
  const { draft, seller } = draftOf(file, input);
  const before = snapshotOf(file);
  checkContact(draft, without(before, old.no), { resultSaid: input.result !== undefined });
  return logged(file, before, addContact(file, { ...draft, corrects: old.no }), seller);
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

/** @param seller as the words say it; the seller's own words are no answer to who he is */
function logged(file: CaseFile, before: CaseSnapshot, contact: Contact, seller: SellerDetails = {}): LoggedContact {
  const snapshot = snapshotOf(file);
  const isNew = ([key]: [string, string]): boolean =>
    contact.channel !== 'merchant' && snapshot.facts[key as SellerDetail] === undefined;
  return {
    contact,
    shut: newlyShut(before, snapshot),
    next: nextSteps(snapshot, { deadlines: deadlinesOf(snapshot) }),
    questions: contact.struckWhy === undefined ? questionsFor(contact.reading, contact) : [],
    seller: Object.fromEntries(Object.entries(seller).filter(isNew)),
  };
}

function draftOf(
  file: CaseFile,
  input: ContactInput,
): { draft: Omit<Contact, 'no' | 'loggedAt'>; seller: SellerDetails } {
  const letter = input.letter === undefined ? undefined : getLetter(file, input.letter);
  // A complaint that was sent to the door it is written for is handed in there.
  const written = letter?.document ?? input.step;
  const handedIn =
    written !== undefined && (written === input.channel || DOCUMENT_TRAITS[written].against?.includes(input.channel));
  const filedOn = input.filedOn ?? (handedIn ? input.sentOn : undefined);
  const at = input.at ?? filingOnly(input) ?? file.now();
  const { reading, seller, takenUp } = hear(input, at);
  const promisedBy = input.promisedBy ?? boundUntil(reading);
  const { exhibits, result, channel, ...rest } = input;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const draft = {
    ...given,
    channel,
    at,
    ...(promisedBy === undefined ? {} : { promisedBy }),
    result: result ?? resultOf(input, reading, takenUp),
    ...(filedOn === undefined ? {} : { filedOn }),
    exhibits,
    reading,
  };
  return { draft, seller };
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
