import type { Contact } from '../../model/contact.ts';
import { DISPUTE_TOLD } from '../../knowledge/built/disputes.ts';
import type { Channel } from '../../model/dispute.ts';
import { maskValue } from '../../model/facts.ts';
import { chinaDay, epochOf, isDay, type Moment } from '../../model/moment.ts';
import { countedExhibits } from '../../model/snapshot.ts';
import { matterOf } from '../values/matter.ts';
import { unstopped } from '../values/marks.ts';
import { letterTime } from '../values/show.ts';
import { proofMark, sourcesOf, type Values } from '../values/values.ts';
import { tellContacts } from './contacts.ts';
import type { StoryEvent } from './event.ts';

const NOUNS: Record<string, string> = { code: '卡密', membership: '会员', account: '账号' };

/** `卡密`, `会员`, `账号`: how the letter calls what was bought; else `商品`. */
export function nounOf(values: Values): string {
  return NOUNS[values.raw('goods') ?? ''] ?? '商品';
}

/** The seller reads the letter. */
const isAddressed = ({ voice }: Values): boolean => voice.merchant === '贵方';
const sellerOf = (values: Values): string => (isAddressed(values) ? values.voice.merchant : '卖家');
const fill = (pattern: string, slots: Record<string, string>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '');

/** An account that is a phone number keeps its middle to itself: the order shows the rest. */
function shownAccount(values: Values): string {
  const account = values.raw('account')!;
  return /^1[3-9]\d{9}$/.test(account)
    ? values.mark(maskValue(account), { from: 'fact', key: 'account', exhibits: sourcesOf(values, 'account') })
    : values.show('account')!;
}

/** When, where, from whom, what, for how much, under which number; `self` and `other` in agreements. */
export function tellPurchase(
  values: Values,
  self = values.voice.buyer ?? values.voice.self,
  other?: string,
): StoryEvent {
  const has = values.show;
  const place = has('platform') ? `在“${has('platform')}”` : '';
  const same = values.raw('platform') !== undefined && values.raw('platform') === values.raw('merchant');
  const seller = other ?? (isAddressed(values) ? values.voice.merchant : undefined);
  const from = seller ? `向${seller}` : has('merchant') && !same ? `向“${has('merchant')}”` : '';
  const count = Number(values.raw('quantity') ?? '1') > 1 ? `，数量${values.show('quantity')}` : '';
  const means = values.raw('paidBy');
  const paid = has('amount')
    ? `，${means && means !== 'personal_transfer' ? `通过${has('paidBy')}` : means ? '以个人转账方式' : ''}实付${has('amount')}`
    : '';
  const payee = means === 'personal_transfer' && has('payee') ? `，收款方为“${has('payee')}”` : '';
  const number = has('orderNo') ? `，订单号${has('orderNo')}` : has('tradeNo') ? `，交易单号${has('tradeNo')}` : '';
  // Only for what is credited to an account does the other side need it to look the order up.
  const account =
    has('account') && !values.redacted && (values.raw('goods') === 'topup' || matterOf(values).namesAccount)
      ? `，充值账号${shownAccount(values)}`
      : '';
  const transactions = new Set(
    values.snapshot.exhibits.filter((exhibit) => exhibit.category === 'transaction').map((exhibit) => exhibit.no),
  );
  return {
    at: values.raw('paidAt') ?? values.raw('orderedAt'),
    when: values.show('paidAt') ?? values.show('orderedAt') ?? '',
    what: (proof) =>
      `${self}${place}${from}购买“${has('product') ?? '商品'}”${count}${paid}${payee}${number}${account}${proof}。`,
    exhibits: sourcesOf(values, 'orderNo', 'amount', 'paidAt', 'orderedAt', 'tradeNo').filter((no) =>
      transactions.has(no),
    ),
  };
}

/** What went wrong with it; undefined when only its standing today is known. */
function tellTrouble(values: Values): StoryEvent | undefined {
  if (!values.dispute) return undefined;
  const trouble = DISPUTE_TOLD[values.dispute];
  const failure = values.show('failure');
  const defects = countedExhibits(values.snapshot).filter((exhibit) => exhibit.category === 'defect');
  const quoted = failure !== undefined && proofMark(values, sourcesOf(values, 'failure')) !== '';
  const own = values.basis.told;
  const pattern = own ?? (failure === undefined ? trouble.bare : quoted ? trouble.shown : trouble.said);
  if (pattern === '') return undefined;
  // Words are quoted from where they were read; a film nobody has read stands beside them for what it is.
  const read = sourcesOf(values, 'failure');
  const films =
    quoted && own === undefined
      ? defects
          .filter((exhibit) => exhibit.kind === 'recording' && !read.includes(exhibit.no))
          .map((exhibit) => exhibit.no)
      : [];
  // Words that the buyer typed stand in no exhibit: what shows the trouble is named for itself.
  const typed =
    failure !== undefined && !quoted && own === undefined
      ? proofMark(
          values,
          defects.map((exhibit) => exhibit.no),
        )
      : '';
  const filmed =
    films.length > 0
      ? `操作过程另有录屏${proofMark(values, films)}。`
      : typed
        ? `有关情况的材料见${typed.slice(1, -1)}。`
        : '';
  return {
    at: values.raw('failedAt'),
    when: values.show('failedAt') ?? '',
    what: (proof) =>
      fill(pattern, {
        self: values.voice.buyer ?? values.voice.self,
        seller: sellerOf(values),
        failure: unstopped(failure ?? ''),
        proof,
        noun: nounOf(values),
      }) + filmed,
    exhibits: failure === undefined || own !== undefined ? defects.map((exhibit) => exhibit.no) : read,
  };
}

/** How things stand on the day of writing. */
export function tellStanding(values: Values): string {
  if (!values.dispute || values.basis.told !== undefined) return '';
  return fill(DISPUTE_TOLD[values.dispute].still, {
    self: values.voice.buyer ?? values.voice.self,
    seller: sellerOf(values),
    today: values.today(),
  });
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

interface Message {
  exhibit: number;
  /** Its place among the messages of the exhibit. */
  index: number;
  at?: Moment;
  side: string;
  text: string;
}

function messagesOf(values: Values): Message[] {
  return countedExhibits(values.snapshot).flatMap((exhibit) =>
    (exhibit.reading?.messages ?? []).map((message, index) => ({ exhibit: exhibit.no, index, ...message })),
  );
}

/** When a message with a time was said. */
function saidAt(values: Values, { exhibit, index, at }: Message): string {
  return values.mark(letterTime(at!), { from: 'exhibit', no: exhibit, part: 'message', message: index });
}

/** The first message of the buyer after paying, where a chat export shows it. */
function tellFirstMessage(values: Values, told: boolean): StoryEvent[] {
  const paid = values.raw('paidAt') ?? values.raw('orderedAt');
  if (paid === undefined) return [];
  const first = messagesOf(values)
    .filter((message) => message.side === 'buyer' && message.at !== undefined && epochOf(message.at) > epochOf(paid))
    .sort((a, b) => epochOf(a.at!) - epochOf(b.at!))[0];
  return first
    ? [
        {
          at: first.at!,
          when: saidAt(values, first),
          what: (proof) =>
            `${values.voice.self}在聊天中${told ? '提出上述问题' : `联系${values.voice.other}`}${proof}。`,
          exhibits: [first.exhibit],
        },
      ]
    : [];
}

/** What the other side promised or refused in an exhibit, where no logged contact says it already. */
function tellWords(values: Values, key: 'promise' | 'refusal', sentence: (words: string) => string): StoryEvent[] {
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
    page ? `购买页面承诺“${words}”{proof}。` : `${values.voice.other}表示“${words}”${limit}{proof}。`,
  );
  const trouble = tellTrouble(values);
  const contacts = tellContacts(values, channels, keep);
  const events = [
    ...(trouble ? [trouble] : []),
    ...(contacts.length === 0 || messagesOf(values).length > 0 ? tellFirstMessage(values, trouble !== undefined) : []),
    ...inTheirOrder([
      ...(page ? [] : promised),
      ...tellWords(values, 'refusal', (words) => `${values.voice.other}以“${words}”为由拒绝处理{proof}。`),
    ]),
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
  const promised = [
    values.raw('promisedBy'),
    ...values.snapshot.contacts
      .filter((contact) => channels.includes(contact.channel))
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
