import type { Contact } from '../../model/contact.ts';
import type { Channel, DocumentId } from '../../model/dispute.ts';
import { KamengError } from '../../model/errors.ts';
import { caseLog, type LoggedFiling } from '../../law/route/situation-of.ts';
import type { Values } from '../values/values.ts';

/** What was handed in at a door and how it was turned down, as the log has it. */
export interface Refused extends LoggedFiling {
  opening: Contact | undefined;
  answer: Contact;
}

/** What was handed in last at a door, or as a step against it. */
export const filedAt = (values: Values, channel: Channel, stage?: DocumentId): LoggedFiling | undefined =>
  caseLog(values.snapshot).findLast(({ filing }) => filing.channel === channel && filing.stage === stage);

/** The contact that opened it. */
export const openingOf = ({ contacts }: LoggedFiling): Contact | undefined =>
  contacts.find((contact) => contact.filedOn !== undefined);

/** The refusal that stands at a door, or at a step against it. */
export function refusedAt(values: Values, channel: Channel, stage?: DocumentId): Refused | undefined {
  const logged = filedAt(values, channel, stage);
  const answer = logged?.contacts.findLast((contact) => contact.result === 'refused');
  if (!logged || !answer || !['refused', 'ended'].includes(logged.filing.status)) return undefined;
  return { ...logged, opening: openingOf(logged), answer };
}

/** There is nothing yet that an office could have refused. */
export const notReported = (): KamengError =>
  new KamengError('NOTHING_REPORTED', '案卷里没有报过案的记录', {
    hints: [
      '先写报案材料：kameng letter --to police',
      '已经去过的记下来：kameng followup --channel police --filed 2026-09-04 --reference 编号',
    ],
  });
