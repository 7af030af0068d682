import { type Contact, paidSince } from '../../model/contact.ts';
import type { Channel } from '../../model/dispute.ts';
import { chinaDay, epochOf, isDay } from '../../model/moment.ts';
import { proofMark, sourcesOf, type Values } from '../values/values.ts';
import { tellContacts } from './contacts.ts';
import type { StoryEvent } from './event.ts';
import { tellPurchase } from './purchase.ts';
import { messagesOf, onPage, otherIn, tellFirstMessage, tellLastMessage, tellWords } from './talk.ts';
import { tellStanding, tellTrouble } from './trouble.ts';

export interface Story {
  /** Oldest first; the purchase opens it. */
  events: StoryEvent[];
  purchase: StoryEvent;
  trouble?: StoryEvent;
}

/** Words from one page in the order in which they stand there. */
function inTheirOrder(events: StoryEvent[]): StoryEvent[] {
  return events.toSorted((a, b) =>
    a.place && b.place && a.place.exhibit === b.place.exhibit ? a.place.index - b.place.index : 0,
  );
}

/** Everything that happened, with the contacts at these channels. */
export function tellStory(values: Values, channels: readonly Channel[], keep?: (contact: Contact) => boolean): Story {
  const by = values.raw('promisedBy');
  const page = onPage(values, 'promise');
  // A limit that was read off another exhibit than the words belongs to other words.
  const [said, limited] = [sourcesOf(values, 'promise'), sourcesOf(values, 'promisedBy')];
  const together = limited.length === 0 || limited.some((no) => said.includes(no));
  const limit = by && !page && together ? `，期限为${values.show('promisedBy')}` : '';
  const promised = tellWords(values, 'promise', (words) =>
    page ? `购买页面承诺“${words}”{proof}。` : `${otherIn(values, said)}表示“${words}”${limit}{proof}。`,
  );
  const trouble = tellTrouble(values);
  const contacts = tellContacts(values, channels, keep);
  const first = contacts.length === 0 || messagesOf(values).length > 0 ? tellFirstMessage(values, trouble) : [];
  const events = [
    ...(trouble ? [trouble] : []),
    ...first,
    ...inTheirOrder([
      ...(page ? [] : promised.map((event) => ({ ...event, promise: limit !== '' }))),
      ...tellWords(
        values,
        'refusal',
        (words) => `${otherIn(values, sourcesOf(values, 'refusal'))}以“${words}”为由拒绝处理{proof}。`,
      ),
    ]),
    ...tellLastMessage(values, first[0]?.at),
    ...contacts,
  ];
  // An event without a time stays where the telling put it: right after the one before.
  let latest = 0;
  const timed = events.map((event) => {
    // Of a bare day a contact counts as its end: what led to it came before.
    latest =
      event.at === undefined ? latest : epochOf(event.at) + (isDay(event.at) && event !== trouble ? 86_399_000 : 0);
    return { event, time: latest };
  });
  const purchase = tellPurchase(values);
  const rest = timed.sort((a, b) => a.time - b.time).map((one) => one.event);
  return { events: [purchase, ...(page ? promised : []), ...rest], purchase, trouble };
}

/** What has come of it: a promise that ran out, money that came back, how things stand. */
export function tellOutcome(values: Values, channels: readonly Channel[]): string[] {
  const { today } = values.snapshot;
  const { contacts } = values.snapshot;
  const promised = [
    values.raw('promisedBy'),
    ...contacts
      .filter((contact) => channels.includes(contact.channel) && !paidSince(contacts, contact))
      .map((contact) => contact.promisedBy),
  ];
  const settledBy = values.snapshot.contacts.filter((contact) => contact.result === 'settled').length > 0;
  const lapsed = promised.some((by) => by !== undefined && chinaDay(by) < today);
  const [paid, refunded] = [values.money('amount'), values.money('refunded')];
  const back =
    paid !== undefined && refunded !== undefined && refunded > 0
      ? `${values.voice.self}已收到退款${values.sum('refunded')}${refunded < paid ? `，尚余${values.count({ how: 'left' })}未退` : ''}${proofMark(values, sourcesOf(values, 'refunded'))}。`
      : '';
  const settled = settledBy || (paid !== undefined && refunded !== undefined && refunded >= paid);
  const talked =
    values.snapshot.contacts.length > 0 ||
    messagesOf(values).length > 0 ||
    values.raw('promise') !== undefined ||
    values.raw('refusal') !== undefined;
  const still = settled ? '' : tellStanding(values) || (talked ? `截至${values.today()}，问题仍未解决。` : '');
  return [back, lapsed && still ? `${values.voice.other}承诺的期限已过，${still}` : still].filter(Boolean);
}
