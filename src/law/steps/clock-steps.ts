import { type Channel, CHANNELS, type DocumentId } from '../../model/dispute.ts';
import { chinaDay } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import { CLOCKS, type ClockRow } from './clock-rows.ts';
import { handItIn } from './hand-in.ts';
import { lastContact, type Outlook, type Step, unsentLetter } from './step.ts';

function shows(row: ClockRow, deadline: Deadline): boolean {
  if (deadline.rule !== row.rule || (row.clock !== undefined && !deadline.id.includes(`:${row.clock}:`))) return false;
  return row.when === 'passed' ? deadline.left < 0 : deadline.left >= 0 && deadline.left <= row.when.days;
}

/** A broken promise that was already taken up, or whose door has shut, calls for nothing more. */
function overtaken(deadline: Deadline, { snapshot, standing }: Outlook): boolean {
  if (deadline.rule !== 'PDEF-04') return false;
  const later = (at: string): boolean => chinaDay(at) > chinaDay(deadline.due);
  const no = /contact-(\d+)$/.exec(deadline.id)?.[1];
  // Who promised in a chat is the seller, as a rule: to talk to him again, or to complain anywhere, takes it up.
  if (no === undefined)
    return snapshot.contacts.some(
      ({ at, channel, filedOn }) => later(at) && (channel === 'merchant' || filedOn !== undefined),
    );
  const contact = snapshot.contacts.find((one) => String(one.no) === no);
  if (!contact) return false;
  const last = lastContact(snapshot, contact.channel)!;
  return later(last.at) || !standing.open(contact.channel);
}

/** Where the paper of a step goes: its own door, or the one whose promise or answer the clock is about. */
function doorOf(paper: DocumentId, { id, rule }: Deadline, { contacts }: Outlook['snapshot']): Channel {
  if (paper in CHANNELS) return paper as Channel;
  if (paper === 'rescission') return 'merchant';
  if (rule.startsWith('POL')) return 'police';
  if (rule.startsWith('REG')) return 'regulator';
  const no = /contact-(\d+)$/.exec(id)?.[1];
  return contacts.find((one) => String(one.no) === no)?.channel ?? 'platform';
}

/** Steps that a deadline calls for; one for each rule. */
export function clockSteps(outlook: Outlook): Step[] {
  const { deadlines, snapshot } = outlook;
  return CLOCKS.flatMap((row) => {
    const deadline = deadlines.find((one) => shows(row, one) && !overtaken(one, outlook));
    if (!deadline) return [];
    const due = row.when === 'passed' ? snapshot.today : deadline.due;
    const filed = snapshot.contacts.some((contact) => contact.filedOn !== undefined);
    const { action, paper } = (filed ? undefined : row.unfiled) ?? row;
    const written = paper === undefined ? undefined : unsentLetter(snapshot, paper);
    return [
      {
        urgency: row.urgency,
        action: written === undefined ? action : handItIn(paper!, written, doorOf(paper!, deadline, snapshot)),
        why: row.why(deadline),
        due,
        rule: row.rule,
      },
    ];
  });
}
