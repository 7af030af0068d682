import { handedOverOn } from '../../model/contact.ts';
import { addDays, chinaDay, daysBetween } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { channelOfDocument } from '../letters/channels.ts';
import { documentLabel } from '../letters/document-label.ts';

/** Stands where others name their rule: this day is set by the letter, and by no law. */
export const BY_LETTER = 'LETTER';

/** The days that letters themselves set, of those that were handed in and not answered for good. */
export function letterDays(snapshot: CaseSnapshot): Deadline[] {
  const { contacts, today } = snapshot;
  return snapshot.letters.flatMap((letter): Deadline[] => {
    const { no, document, replyBy, replyDays } = letter;
    if (replyBy === undefined || replyDays === undefined || letter.redacted) return [];
    const channel = channelOfDocument(document);
    const sent = contacts.find((contact) => contact.letter === no && handedOverOn(contact) !== undefined);
    if (!sent) return [];
    const over = contacts.some(
      (contact) =>
        contact.no > sent.no &&
        (contact.result === 'settled' || (contact.channel === channel && contact.result === 'refused')),
    );
    if (over) return [];
    return [
      {
        id: `letter-${no}`,
        what: `第 ${no} 号文书（${documentLabel(document)}）要求对方答复的日子`,
        rule: BY_LETTER,
        start: addDays(replyBy, -replyDays),
        n: replyDays,
        unit: 'day',
        nominal: replyBy,
        due: replyBy,
        certain: true,
        left: daysBetween(today, chinaDay(replyBy)),
        source: `第 ${no} 号文书`,
        whose: 'other',
      },
    ];
  });
}
