import { handedOverOn, type Contact } from '../../model/contact.ts';
import type { DocumentId } from '../../model/dispute.ts';
import { chinaDay, epochOf } from '../../model/moment.ts';
import type { CaseSnapshot, LetterSummary } from '../../model/snapshot.ts';

/** A document that the log shows to have left the buyer's hands. Written and not logged, it was never sent. */
export interface Served {
  /** Left out: he sent it in his own words. */
  letter?: LetterSummary;
  contact: Contact;
}

/** All documents of one kind that were handed over, oldest first. */
export function servedDocuments(snapshot: CaseSnapshot, document: DocumentId): Served[] {
  return snapshot.contacts
    .flatMap((contact) => {
      if (handedOverOn(contact) === undefined) return [];
      const letter = snapshot.letters.find((one) => one.no === contact.letter && one.document === document);
      return letter ? [{ letter, contact }] : contact.step === document ? [{ contact }] : [];
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
        ((letter !== undefined && one.letter === letter.no) ||
          (one.letter === undefined && one.channel === contact.channel)) &&
        chinaDay(one.at) >= on,
    )
    .toSorted((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no);
}
