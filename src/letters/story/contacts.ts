import { CHANNEL_TRAITS } from '../../knowledge/built/channels.ts';
import { DOCUMENT_TRAITS } from '../../knowledge/built/documents.ts';
import { isRequest } from '../../law/route/situation-of.ts';
import { paperName } from '../../law/paper-names.ts';
import { type Contact, endsMediation } from '../../model/contact.ts';
import type { Channel } from '../../model/dispute.ts';
import { chinaDay, epochOf } from '../../model/moment.ts';
import { documentOf } from '../../model/snapshot.ts';
import { readSellerDetails } from '../../words/seller-details.ts';
import { promisedIn, type Values } from '../values/values.ts';
import type { StoryEvent } from './event.ts';

/** A letter quotes the gist of a long answer; the exhibit has the rest. */
const LONGEST_QUOTE = 120;
const trimmed = (text: string): string => text.replace(/[。．.；;，,\s]+$/u, '');

/** A party by the name that a letter has for it. */
export const called = (words: string, { voice }: Values): string =>
  words.replace('{merchant}', voice.merchant).replace('{platform}', voice.platform);

function answerOf(contact: Contact, values: Values, party: { who: string; refused: string }): string {
  const words = trimmed(contact.said ?? '');
  const said = words
    ? `“${values.told(contact, 'said', words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words)}”`
    : '';
  const who = contact.with && !values.redacted ? `（${values.told(contact, 'with')}）` : '';
  const they = `${called(party.who, values)}${who}${contact.inWriting ? '书面' : ''}`;
  switch (contact.result) {
    case 'none':
      // Who the seller is was asked, and is the answer.
      if (said && Object.keys(readSellerDetails(words).details).length > 0) return `${they}答复${said}`;
      return said ? `${they}答复${said}，当时没有处理结果` : '未获答复';
    case 'vague':
      // Whoever logged it as vague may still have been given a day: that is never denied.
      if (said && promisedIn(contact)) return `${they}答复${said}，期限为${values.told(contact, 'promisedBy')}`;
      return said ? `${they}答复${said}，未说明处理时限` : `${they}未说明处理时限`;
    case 'promise': {
      const by = promisedIn(contact) ? `，期限为${values.told(contact, 'promisedBy')}` : '';
      return `${they}${said ? `答复${said}` : '承诺处理'}${by}`;
    }
    case 'refused':
      // Who ended a mediation had taken the complaint up; who only tells the other side's no has ended nothing.
      if (endsMediation(contact)) {
        if (said && !/终止/.test(words)) return `${they}答复${said}`;
        return said ? `${they}告知调解终止，答复为${said}` : `${they}告知调解终止`;
      }
      return `${they}${party.refused}${said ? `，答复为${said}` : ''}`;
    case 'accepted':
      return `${they}已受理${said ? `，答复${said}` : ''}`;
    case 'claimed':
      // What the other side says of itself, and no more.
      return said ? `${they}答复${said}` : `${they}称已经处理`;
    case 'partly':
      return `${values.voice.self}收到部分退款`;
    case 'settled':
      return said ? `${they}答复${said}，双方达成处理意见` : `${they}就此作出处理`;
  }
}

/** One contact as an event of the story; undefined when its channel is not told to others. */
export function tellContact(contact: Contact, values: Values): StoryEvent | undefined {
  const told = tellTalk(contact, values);
  // What was done stands on the log: a text that tells it holds only while the entry does.
  return (
    told && {
      ...told,
      promise: promisedIn(contact) !== undefined,
      what: (proof) => values.told(contact, 'act', told.what(proof)),
    }
  );
}

/** `以快递方式（单号SF123）寄送第2号《解除合同通知》，2026年9月6日送达`; empty when nothing was sent. */
export function sayService(contact: Contact, values: Values): string {
  const document = documentOf(contact, values.snapshot.letters);
  if (contact.sentOn === undefined && contact.arrivedOn === undefined) return '';
  const number = contact.sentNo && !values.redacted ? `（单号${values.told(contact, 'sentNo')}）` : '';
  const what = document ? `《${paperName(document)}》` : '书面材料';
  const arrived = contact.arrivedOn === undefined ? '' : `，${values.told(contact, 'arrivedOn')}送达`;
  return `${values.told(contact, 'sentBy')}发出${what}${number}${arrived}`;
}

/** Who was turned to: the door, or whoever decides about a step against what the door answered. */
function partyOf(contact: Contact, values: Values): (typeof CHANNEL_TRAITS)[Channel]['told'] {
  const document = documentOf(contact, values.snapshot.letters);
  const door = CHANNEL_TRAITS[contact.channel].told;
  const step = document && DOCUMENT_TRAITS[document];
  // A paper that goes elsewhere is only named in a talk here.
  const here = step?.against
    ? step.against.includes(contact.channel)
    : (step?.handedTo ?? contact.channel) === contact.channel;
  if (!step?.told || !door || !here) return door;
  const said = (words: string): string =>
    words.replace(/\{(turned|filed|who|refused)\}/g, (_, part: keyof typeof door) => door[part]);
  const { turned, filed, who, refused } = step.told;
  return { turned: said(turned), filed: said(filed), who: said(who), refused: said(refused) };
}

/** The letter that was handed in set a day for the answer, and it has passed. */
function replyIsOverdue({ letter }: Contact, { snapshot }: Values): boolean {
  const replyBy = snapshot.letters.find(({ no }) => no === letter)?.replyBy;
  return replyBy !== undefined && replyBy < snapshot.today;
}

/** `向平台提交投诉`; what was no complaint goes by its own name. */
function turnedTo(contact: Contact, values: Values, party: NonNullable<ReturnType<typeof partyOf>>): string {
  const { letters } = values.snapshot;
  const document = documentOf(contact, letters);
  if (contact.filedOn !== undefined && document !== undefined && isRequest(contact, letters))
    return `向${called(party.who, values)}提交《${paperName(document)}》`;
  return called(contact.filedOn === undefined ? party.turned : party.filed, values);
}

/**
 * The other side said something, of its own or to a letter that was handed in before: that the buyer had turned to it
 * that day stands nowhere.
 */
const isOnlyAnswered = (contact: Contact): boolean =>
  contact.filedOn === undefined && (contact.result !== 'none' || contact.said !== undefined);

function tellTalk(contact: Contact, values: Values): StoryEvent | undefined {
  const party = partyOf(contact, values);
  if (!party) return undefined;
  const filed = contact.filedOn !== undefined;
  const service = sayService(contact, values);
  const number = contact.reference && !values.redacted ? `（编号${values.told(contact, 'reference')}）` : '';
  // A filing and the answer to it days later are logged as one contact: both days are told.
  const later = filed && chinaDay(contact.at) !== contact.filedOn;
  // What was answered later stands in its own sentence.
  const answeredLater = (): boolean =>
    values.snapshot.contacts.some(
      (other) =>
        other.channel === contact.channel && other.no !== contact.no && epochOf(other.at) > epochOf(contact.at),
    );
  // Of silence the log speaks where it was looked at later, or where the day that the letter set for an answer is over.
  const silent = later || replyIsOverdue(contact, values);
  const waiting = filed && contact.result === 'none' && !contact.said && (!silent || answeredLater());
  const between = !later
    ? '，'
    : contact.result === 'none'
      ? `；截至${values.told(contact, 'at')}`
      : `；${values.told(contact, 'at')}，`;
  if (service !== '' && !filed) {
    // Sent, and perhaps answered in the same entry.
    const on = contact.sentOn ?? contact.arrivedOn!;
    const answered = contact.result !== 'none' || contact.said !== undefined;
    const answer = answered
      ? `；${chinaDay(contact.at) === on ? '' : `${values.told(contact, 'at')}，`}${answerOf(contact, values, party)}`
      : '';
    return {
      at: on,
      when: values.told(contact, contact.sentOn === undefined ? 'arrivedOn' : 'sentOn'),
      what: (proof) => `${values.voice.self}向${called(party.who, values)}${service}${answer}${proof}。`,
      exhibits: contact.exhibits,
    };
  }
  const own = `${values.voice.self}${turnedTo(contact, values, party)}${number}${service === '' ? '' : `，${service}`}`;
  return {
    at: later ? contact.filedOn! : contact.at,
    when: values.told(contact, later ? 'filedOn' : 'at'),
    what: (proof) => {
      if (waiting) return `${own}${proof}。`;
      const answer = answerOf(contact, values, party);
      return `${isOnlyAnswered(contact) ? answer : `${own}${between}${answer}`}${proof}。`;
    },
    exhibits: contact.exhibits,
  };
}

/** The contacts at these channels that are to be told, oldest first. */
export function tellContacts(
  values: Values,
  channels: readonly Channel[],
  keep: (contact: Contact) => boolean = () => true,
): StoryEvent[] {
  return values.snapshot.contacts
    .filter((contact) => channels.includes(contact.channel) && keep(contact))
    .sort((a, b) => epochOf(a.at) - epochOf(b.at) || a.no - b.no)
    .flatMap((contact) => tellContact(contact, values) ?? []);
}
