import { getLetter } from '../../casefile/letters.ts';
import { listContacts } from '../../casefile/contacts.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { standingRefusal } from '../../law/refusals/refusals.ts';
import { unshownRefund } from '../../law/route/money-shown.ts';
import { caseFilings, doorsOf } from '../../law/route/situation-of.ts';
import type { Contact } from '../../model/contact.ts';
import { type Channel, CHANNEL_IDS, type DocumentId, type OwnStep, OWN_STEPS } from '../../model/dispute.ts';
import { chinaDay, type Day } from '../../model/moment.ts';
import { channelOfDocument } from '../letters/channels.ts';
import { snapshotOf } from './snapshot.ts';

/** Has somebody said that the money is back, and nothing shows it yet? */
export const awaitsMoney = (file: CaseFile): boolean => unshownRefund(snapshotOf(file)) !== undefined;

/** Is it a second complaint, or a step against a refusal: handed in, and no talk about what lies there? */
export const answersRefusal = (document: DocumentId): boolean =>
  document === 'resubmit' || DOCUMENT_TRAITS[document].against !== undefined;

/** The channel that a letter was written for. @throws KamengError LETTER_NOT_FOUND */
export function letterChannel(file: CaseFile, no: number): Channel | undefined {
  const { document, detail } = getLetter(file, no);
  const own = channelOfDocument(document) ?? detail.door;
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
export function isFiling(file: CaseFile, { letter, step }: Pick<Contact, 'letter' | 'step'>): boolean {
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

/** The doors, those that the log has first and of them the newest; `answer`: only where somebody can answer. */
export function doorsByUse(file: CaseFile, { answer }: { answer: boolean }): Channel[] {
  const used = listContacts(file)
    .map(({ channel }) => channel)
    .toReversed();
  return [...new Set([...used, ...CHANNEL_IDS])].filter((id) => !answer || CHANNEL_TRAITS[id].told !== null);
}
