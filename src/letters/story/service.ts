import { handedOverOn, type Contact } from '../../model/contact.ts';
import type { DocumentId } from '../../model/dispute.ts';
import { chinaDay, epochOf } from '../../model/moment.ts';
import type { CaseSnapshot, LetterSummary } from '../../model/snapshot.ts';

/** A letter that the log shows to have left the buyer's hands. Written and not logged, it was never sent. */
export interface Served {
  letter: LetterSummary;
  contact: Contact;
}

/** All letters of one kind that were handed over, oldest first. */
export function servedLetters(snapshot: CaseSnapshot, document: DocumentId): Served[] {
  return snapshot.contacts
    .flatMap((contact) => {
      const letter = snapshot.letters.find((one) => one.no === contact.letter && one.document === document);
      return letter && handedOverOn(contact) !== undefined ? [{ letter, contact }] : [];
    })
    .toSorted((a, b) => handedOverOn(a.contact)!.localeCompare(handedOverOn(b.contact)!));
}

/** What was answered to a letter: an entry that names it, or the next at the same door after it was handed over. */
export function answersTo(snapshot: CaseSnapshot, { letter, contact }: Served): Contact[] {
  const on = handedOverOn(contact)!;
  return snapshot.contacts
    .filter(
      (one) =>
        one.result !== 'none' &&
        (one.letter === letter.no || (one.letter === undefined && one.channel === contact.channel)) &&
        chinaDay(one.at) >= on,
    )
    .toSorted((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no);
}
