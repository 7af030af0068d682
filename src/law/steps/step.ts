import type { Contact } from '../../model/contact.ts';
import { type Channel, CHANNELS } from '../../model/dispute.ts';
import { chinaDay, epochOf } from '../../model/moment.ts';
import type { Coverage, Deadline, NextStep, Route } from '../../model/outcome.ts';
import type { CaseSnapshot, LetterSummary } from '../../model/snapshot.ts';
import type { Situation } from '../route/situation.ts';
import type { Standing } from '../route/standing.ts';

/** How urgent a step is: lower comes first, within one level the earlier day. */
export const URGENCY = {
  danger: 0,
  broken: 1,
  decide: 2,
  prove: 3,
  tell: 4,
  follow: 5,
  climb: 6,
  wait: 7,
  keep: 8,
} as const;

export interface Step extends NextStep {
  urgency: number;
  /** Where it goes: the channel whose turn it is. */
  door?: Channel;
}

/** Everything the steps of a case are worked out from. */
export interface Outlook {
  snapshot: CaseSnapshot;
  situation: Situation;
  standing: Standing;
  route: Route;
  coverage: Coverage;
  deadlines: readonly Deadline[];
}

/** The newest contact at a door. */
export function lastContact(snapshot: CaseSnapshot, channel?: Channel): Contact | undefined {
  return snapshot.contacts
    .filter((contact) => channel === undefined || contact.channel === channel)
    .reduce<Contact | undefined>(
      (last, one) =>
        !last || epochOf(one.at) > epochOf(last.at) || (one.at === last.at && one.no > last.no) ? one : last,
      undefined,
    );
}

/** A document that was written and not yet handed in, as far as the log says. */
export function unsentLetter(snapshot: CaseSnapshot, document: string): number | undefined {
  const letter = snapshot.letters.findLast((one) => one.document === document && !one.redacted);
  if (!letter) return undefined;
  const sent = snapshot.contacts.some(
    (contact) =>
      contact.letter === letter.no ||
      ((contact.step ?? contact.channel) === document &&
        contact.filedOn !== undefined &&
        contact.filedOn >= chinaDay(letter.writtenAt)),
  );
  return sent || isOvertaken(snapshot, letter) ? undefined : letter.no;
}

/** A complaint that was written before a part of the money came asks for more than is owed: it is written anew. */
const isOvertaken = ({ contacts }: CaseSnapshot, { document, writtenAt }: LetterSummary): boolean =>
  document in CHANNELS &&
  contacts.some(({ result, loggedAt }) => result === 'partly' && epochOf(loggedAt) > epochOf(writtenAt));

/** A time bar further off than this is no reason to hurry, and no day to show. */
const FAR = 90;

/** The earliest day among the deadlines of a rule that is still to come and near enough to matter. */
export function dueOf(deadlines: readonly Deadline[], ...rules: string[]): string | null {
  return (
    deadlines.find((deadline) => rules.includes(deadline.rule) && deadline.left >= 0 && deadline.left <= FAR)?.due ??
    null
  );
}
