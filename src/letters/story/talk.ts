import { PAGE_NAMES } from '../../knowledge/built/page-names.ts';
import { oneOf } from '../../knowledge/patterns.ts';
import { isComplaint } from '../../model/complaints.ts';
import { chinaDay, type Day, epochOf, isDay, letterTime, type Moment } from '../../model/moment.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import { unstopped } from '../values/marks.ts';
import { matterOf } from '../values/matter.ts';
import { sourcesOf, type Values } from '../values/values.ts';
import type { StoryEvent } from './event.ts';

const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

interface Message {
  exhibit: number;
  /** Its place among the messages of the exhibit. */
  index: number;
  at?: Moment;
  side: string;
  text: string;
}

/** What was said in the chats of the case, exhibit by exhibit. */
export function messagesOf(values: Values): Message[] {
  return countedExhibits(values.snapshot).flatMap((exhibit) =>
    (exhibit.reading?.messages ?? []).map((message, index) => ({ exhibit: exhibit.no, index, ...message })),
  );
}

/** When a message with a time was said. */
function saidAt(values: Values, { exhibit, index, at }: Message): string {
  return values.mark(letterTime(at!), { from: 'exhibit', no: exhibit, part: 'message', message: index });
}

/** Is this the message in which what is wrong was heard? */
function complains(values: Values, { exhibit, text }: Message): boolean {
  const reading = values.snapshot.exhibits.find(({ no }) => no === exhibit)?.reading;
  return reading != null && values.dispute !== undefined && isComplaint(reading, text, values.dispute);
}

interface Dated extends Message {
  at: Moment;
}

/** The buyer's messages that have a time, the first of them first. */
const ownWords = (values: Values): Dated[] =>
  messagesOf(values)
    .flatMap((message) =>
      message.side === 'buyer' && message.at !== undefined ? [{ ...message, at: message.at }] : [],
    )
    .sort((a, b) => epochOf(a.at) - epochOf(b.at));

/** When the buyer first complained in a talk that the case shows, as the letter says it, and in which exhibit. */
export function firstComplaint(values: Values): { at: Moment; when: string; exhibit: number } | undefined {
  const found = ownWords(values).find((message) => complains(values, message));
  return found && { at: found.at, when: saidAt(values, found), exhibit: found.exhibit };
}

/**
 * The buyer's first complaint after paying, where a chat export shows it; where nobody heard one, that he wrote at all.
 * @param trouble what is told of it; what is told only after the message cannot be what is above
 */
export function tellFirstMessage(values: Values, trouble: StoryEvent | undefined): StoryEvent[] {
  const paid = values.raw('paidAt') ?? values.raw('orderedAt');
  if (paid === undefined) return [];
  const own = ownWords(values).filter(({ at }) => epochOf(at) > epochOf(paid));
  const complaint = own.find((message) => complains(values, message));
  // Of the day of paying without its hour nobody knows what was said before it; a complaint was said behind it.
  const first = complaint ?? own.find(({ at }) => !isDay(paid) || chinaDay(at) > paid);
  if (!first) return [];
  const told = complaint && trouble && (trouble.at === undefined || epochOf(trouble.at) <= epochOf(complaint.at));
  return [
    {
      at: first.at,
      when: saidAt(values, first),
      what: (proof) => `${values.voice.self}在聊天中${told ? '提出上述问题' : `联系${values.voice.other}`}${proof}。`,
      exhibits: [first.exhibit],
    },
  ];
}

/**
 * That the buyer wrote again, on a later day, to a seller of whom nothing ever came: the last of it. Where the seller
 * is gone, that the talk has no answer to it.
 * @param first when he first wrote, which is told already
 */
export function tellLastMessage(values: Values, first: Moment | Day | undefined): StoryEvent[] {
  const matter = matterOf(values);
  const gone = matter.sellerGone === true || /vanished|blocked_buyer/.test(values.raw('signs') ?? '');
  if (first === undefined || (matter.delivery !== 'never' && !gone)) return [];
  const last = ownWords(values).findLast(({ at }) => !isDay(at) && epochOf(at) > epochOf(first));
  if (!last) return [];
  const answered = messagesOf(values).some(
    ({ exhibit, index, side }) => exhibit === last.exhibit && index > last.index && side !== 'buyer',
  );
  const silent = gone && !answered;
  if (!silent && chinaDay(last.at) === chinaDay(first)) return [];
  const silence = silent ? '，聊天记录中没有答复' : '';
  return [
    {
      at: last.at,
      when: saidAt(values, last),
      what: (proof) => `${values.voice.self}在聊天中再次联系${values.voice.other}${silence}${proof}。`,
      exhibits: [last.exhibit],
    },
  ];
}

/** What stands behind a name in a talk's title and names nobody, as in 云商客服. */
const NAMES_NOBODY = oneOf(PAGE_NAMES.notNames.whole);

/** Who answers in the talks of these exhibits: the platform where its name heads them, else whoever is written to. */
export function otherIn(values: Values, exhibits: readonly number[]): string {
  const platform = bare(values.raw('platform') ?? '');
  const heads = values.snapshot.exhibits
    .filter(({ no, kind }) => exhibits.includes(no) && kind === 'chat')
    .map(({ reading }) =>
      bare(reading?.fields.find(({ key, by }) => key === 'merchant' && by === 'title')?.value ?? ''),
    );
  const isOf = (head: string): boolean =>
    head === platform || (head.startsWith(platform) && NAMES_NOBODY.test(head.slice(platform.length)));
  const isPlatforms = platform !== '' && heads.length > 0 && heads.every(isOf);
  return isPlatforms && platform !== bare(values.raw('merchant') ?? '') ? values.voice.platform : values.voice.other;
}

/** What the other side promised or refused in an exhibit, where no logged contact says it already. */
export function tellWords(
  values: Values,
  key: 'promise' | 'refusal',
  sentence: (words: string) => string,
): StoryEvent[] {
  const words = values.raw(key);
  if (words === undefined) return [];
  const same = (said: string): boolean =>
    bare(said).length > 3 && (bare(said).includes(bare(words)) || bare(words).includes(bare(said)));
  if (values.snapshot.contacts.some((contact) => same(contact.said ?? ''))) return [];
  const messages = messagesOf(values);
  const holding = messages.filter((message) => bare(message.text).includes(bare(words)));
  // A picture of a talk has a time for several bubbles, an export one to the second for each: the closest is told.
  const found = holding
    .filter((message) => message.at !== undefined)
    .toSorted((a, b) => b.at!.length - a.at!.length)[0];
  // A bubble without a time stands behind those above it on the same page.
  const [place] = holding;
  const before = messages.findLast(
    (message) => place && message.exhibit === place.exhibit && message.index <= place.index && message.at !== undefined,
  );
  const text = sentence(unstopped(values.show(key)!));
  return [
    {
      at: found?.at ?? before?.at,
      when: found ? saidAt(values, found) : '',
      ...(place ? { place: { exhibit: place.exhibit, index: place.index } } : {}),
      what: (proof) => text.replace('{proof}', () => proof),
      exhibits: sourcesOf(values, key),
    },
  ];
}

/** Was it promised on a page before buying, and not said in a talk after it? */
export function onPage(values: Values, key: 'promise'): boolean {
  const kinds = sourcesOf(values, key).map((no) => values.snapshot.exhibits.find((exhibit) => exhibit.no === no)?.kind);
  return kinds.length > 0 && kinds.every((kind) => kind === 'promise' || kind === 'order' || kind === 'rule_page');
}
