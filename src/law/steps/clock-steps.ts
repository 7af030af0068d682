import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { type Channel, CHANNEL_IDS, CHANNELS, type DocumentId } from '../../model/dispute.ts';
import { type Contact, handedOverOn, paidSince } from '../../model/contact.ts';
import { documentOf } from '../../model/snapshot.ts';
import { chinaDay, daysBetween } from '../../model/moment.ts';
import type { Deadline } from '../../model/outcome.ts';
import { lookAgainOn } from '../route/questions.ts';
import { type ClockRow, CLOCKS, ended } from './clocks.ts';
import { handItIn } from './hand-in.ts';
import { lastContact, type Outlook, type Step, unsentLetter, URGENCY } from './step.ts';

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
  // A day in court that is over was kept by nobody but the buyer.
  if (CHANNEL_TRAITS[contact.channel].appoints) return true;
  const last = lastContact(snapshot, contact.channel)!;
  return later(last.at) || paidSince(snapshot.contacts, contact) || !standing.open(contact.channel);
}

/** Was the step of a clock taken, as the log says: after the day it is about, or at all where that day is to come? */
function isTaken(
  { paper, when }: ClockRow,
  { start, due }: Deadline,
  { contacts, letters }: Outlook['snapshot'],
): boolean {
  const since = chinaDay(when === 'passed' ? due : start);
  return (
    paper !== undefined &&
    contacts.some((contact) => documentOf(contact, letters) === paper && (handedOverOn(contact) ?? '') >= since)
  );
}

/** Was the paper that comes first handed in since, and is the day over that it set? */
function isNext({ after }: ClockRow, { due }: Deadline, { contacts, letters, today }: Outlook['snapshot']): boolean {
  if (after === undefined) return true;
  const handedIn = contacts.filter((contact) => (handedOverOn(contact) ?? '') >= chinaDay(due));
  return letters.some(
    ({ no, document, replyBy }) =>
      document === after && replyBy !== undefined && replyBy < today && handedIn.some(({ letter }) => letter === no),
  );
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
    const deadline = deadlines.find(
      (one) =>
        shows(row, one) && !overtaken(one, outlook) && !isTaken(row, one, snapshot) && isNext(row, one, snapshot),
    );
    if (!deadline) return [];
    const due = row.when === 'passed' ? snapshot.today : deadline.due;
    const filed = snapshot.contacts.some((contact) => contact.filedOn !== undefined);
    const { action, paper } = (filed ? undefined : row.unfiled) ?? row;
    const door = paper === undefined ? row.door : doorOf(paper, deadline, snapshot);
    const written = paper === undefined ? undefined : unsentLetter(snapshot, paper);
    return [
      {
        urgency: row.urgency,
        ...(door === undefined ? {} : { door }),
        action:
          written === undefined
            ? action.replace('{door}', () => CHANNELS[door!].label)
            : handItIn(paper!, written, door!),
        why: row.why(deadline),
        due,
        rule: row.rule,
      },
    ];
  });
}

const sinceFiling = (days: number): string => (days === 0 ? '今天刚提交，等答复' : `已提交 ${days} 天，还没有结果`);

/** What the last answer at a door promised, while its day is to come. */
const promiseAt = ({ deadlines }: Outlook, contact: Contact): Deadline | undefined =>
  deadlines.find(({ rule, id, left }) => rule === 'PDEF-04' && id.endsWith(`contact-${contact.no}`) && left >= 0);

/** A promise is looked after on its day, whoever gave it: an office passes on what the seller has promised. */
export function promiseSteps(outlook: Outlook): Step[] {
  return CHANNEL_IDS.flatMap((channel): Step[] => {
    const contact = lastContact(outlook.snapshot, channel);
    const promised = contact && outlook.standing.open(channel) ? promiseAt(outlook, contact) : undefined;
    if (!promised) return [];
    const { label } = CHANNELS[channel];
    const { side, appoints } = CHANNEL_TRAITS[channel];
    const relayed = side === 'office';
    const todo = appoints?.step ?? `看${relayed ? '答应的事' : label}有没有兑现`;
    return [
      {
        // On its day it is what there is to do today; until then what can be done today stands before it.
        urgency: promised.left === 0 ? URGENCY.tell : URGENCY.wait,
        due: promised.due,
        rule: appoints?.rule ?? 'PDEF-04',
        action: `${todo}，结果记下来：kameng followup --channel ${channel}`,
        why: appoints?.why ?? (relayed ? `${label}的答复里说了这一天` : `${label}答应了这一天`),
      },
    ];
  });
}

/** While a door has the complaint: look every day or two, and keep what is seen. */
export function waitingSteps(outlook: Outlook): Step[] {
  const { situation, standing, snapshot } = outlook;
  return (['platform', 'platform_operator', 'payment', 'merchant'] as const).flatMap((channel): Step[] => {
    const contact = lastContact(snapshot, channel);
    if (!contact || !standing.open(channel) || promiseAt(outlook, contact)) return [];
    const filing = situation.filings.findLast((one) => one.channel === channel)!;
    if (contact.result === 'promise' && contact.promisedBy === undefined && contact.reading.promise?.offer)
      return [
        {
          // The other side waits for a word, and may take its offer back.
          urgency: URGENCY.decide,
          due: null,
          rule: 'PDEF-03',
          action: `想好接不接受${CHANNELS[channel].label}提的条件，回一句话，再记下来：kameng followup --channel ${channel}`,
          why: '你没同意，就还不是承诺；接受一部分的，写明其余还要不要',
        },
      ];
    const document = documentOf(contact, snapshot.letters);
    const awaits = document && DOCUMENT_TRAITS[document].awaits;
    const look = awaits === undefined ? '的处理进度并截图' : `有没有提供${awaits}，截图留底`;
    return [
      {
        // To look whether they have done something stands behind all that he can do himself.
        urgency: URGENCY.wait,
        due: lookAgainOn(contact, snapshot.today),
        rule: 'PDEF-03',
        action: `看${CHANNELS[channel].label}${look}；有变化就记下来：kameng followup --channel ${channel}`,
        why: sinceFiling(daysBetween(filing.on, snapshot.today)),
      },
    ];
  });
}

/** What is waited for at the doors, by the rule that counts it. */
const WAITS = CHANNEL_IDS.flatMap((channel) =>
  CHANNEL_TRAITS[channel].clocks.flatMap(({ rule, wait, step, only }) =>
    wait === undefined ? [] : [{ channel, rule, wait, step, only }],
  ),
);

/** The day by which an office owes its answer. */
export function officeSteps({ deadlines, standing }: Outlook): Step[] {
  return WAITS.flatMap(({ channel, rule, wait, step, only }) => {
    const deadline = deadlines.find(
      (one) => one.rule === rule && one.left >= 0 && (!only || only.includes(one.id.split(':')[1]!)),
    );
    if (!deadline || !(step ? standing.step(step as DocumentId) : standing.open(channel))) return [];
    return [
      {
        urgency: URGENCY.follow,
        due: deadline.due,
        rule,
        action: `${wait}：kameng followup --channel ${channel}`,
        why: `${deadline.what}，到 ${ended(deadline)}为止`,
      },
    ];
  });
}
