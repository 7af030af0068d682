import type { Contact } from '../../model/contact.ts';
import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { standingValue } from '../../model/facts.ts';
import { epochOf } from '../../model/moment.ts';
import { type CaseSnapshot, countedExhibits } from '../../model/snapshot.ts';

/**
 * “已经给您退款了” is a promise until the money is shown: the words of the other side settle nothing by themselves.
 * The buyer's own word, with no words of theirs beside it, does.
 */
export const isClaim = ({ result, said, reading, channel }: Contact): boolean =>
  result === 'settled' && said !== undefined && reading.settled && CHANNEL_TRAITS[channel].side === 'trade';

/** Is it settled only as the other side says? */
export const isClaimed = (contact: Contact): boolean => contact.result === 'claimed' || isClaim(contact);

/** Has the money come back, as an exhibit or the buyer shows it? */
export function isRefundShown(snapshot: CaseSnapshot): boolean {
  return (
    standingValue(snapshot.facts, 'refunded') !== undefined ||
    countedExhibits(snapshot).some(({ kind }) => kind === 'refund')
  );
}

/** What the other side says it has paid and nothing shows; the newest. */
export function unshownRefund(snapshot: CaseSnapshot): Contact | undefined {
  if (isRefundShown(snapshot)) return undefined;
  const last = newest(snapshot);
  return last && isClaimed(last) ? last : undefined;
}

/** The newest talk, where it sounds as if money had come and nobody has said so outright. */
export function perhapsPaid(snapshot: CaseSnapshot): Contact | undefined {
  if (isRefundShown(snapshot)) return undefined;
  const last = newest(snapshot);
  const like = last?.result === 'none' ? last.reading.like : undefined;
  return like === 'part' || like === 'settled' ? last : undefined;
}

const newest = ({ contacts }: CaseSnapshot): Contact | undefined =>
  contacts.toSorted((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no).at(-1);
