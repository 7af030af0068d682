import type { Channel, OwnStep } from './dispute.ts';
import { type Day, epochOf, type Moment } from './moment.ts';

export const RESULTS = {
  none: { label: '没有答复' },
  vague: { label: '含糊答复' },
  promise: { label: '有承诺' },
  refused: { label: '被拒绝' },
  accepted: { label: '已受理' },
  claimed: { label: '对方称已解决' },
  partly: { label: '退了一部分' },
  settled: { label: '已解决' },
} as const;

export type Result = keyof typeof RESULTS;
export const RESULT_IDS = Object.keys(RESULTS) as Result[];

/** How a document was handed over. */
export const SENT_BY = {
  courier: { label: '快递', by: '以快递方式' },
  registered: { label: '挂号信', by: '以挂号信方式' },
  platform: { label: '平台', by: '通过平台' },
  email: { label: '邮件', by: '以电子邮件方式' },
  chat: { label: '聊天', by: '在聊天中' },
  person: { label: '当面', by: '当面' },
  online: { label: '网上提交', by: '在网上' },
} as const;

export type SentBy = keyof typeof SENT_BY;
export const SENT_BY_IDS = Object.keys(SENT_BY) as SentBy[];

/** What an answer is in the main; `if`: a promise that hangs on something, `part`: what is done of it is not all. */
export const ANSWER_KINDS = ['vague', 'refusal', 'promise', 'if', 'settled', 'part', 'none'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];
/** A kind that something follows from. */
export type Weighty = Exclude<AnswerKind, 'vague' | 'none'>;

/** What an answer is, read from its words. */
export interface AnswerReading {
  vague: boolean;
  refusal: boolean;
  /** Id of the refusal's ground in the rulebook's table. */
  ground?: string;
  /** `if`: the words of what must come true first; `offer`: that is the buyer's own word. */
  promise: { by: Day | Moment | null; text: string; if?: string; offer?: true } | null;
  /** The words say that it is done. */
  settled: boolean;
  /** It is done by their words alone; an exhibit or the buyer must show the money. Absent in readings of 0.1.0. */
  claimed?: boolean;
  /** No rule says so, or the judge doubts it, but the answer is worded like others of this kind; nothing follows. */
  like?: Weighty;
  /** Rules heard what the judge of answers does not hold with: nothing follows before the buyer says what was meant. */
  doubted?: true;
}

/** Until when these words bind whoever said them; an offer binds nobody before the buyer takes it. */
export function boundUntil({ promise }: AnswerReading): Day | Moment | undefined {
  return promise?.offer ? undefined : (promise?.by ?? undefined);
}

/** Does an answer tell that a mediation came to nothing? Whoever mediated had taken the complaint up. */
export const endsMediation = ({ reading }: Pick<Contact, 'reading'>): boolean => reading.ground === MEDIATION_REFUSED;
/** The ground of whoever will not mediate, or tells that the other side will not. */
export const MEDIATION_REFUSED = 'mediation_refused';

/** One logged contact: a talk, a filing, an answer. */
export interface Contact {
  no: number;
  channel: Channel;
  /** Who answered: a name, a staff number. */
  with?: string;
  at: Moment | Day;
  said?: string;
  promisedBy?: Day | Moment;
  result: Result;
  /** The day a complaint was handed in at this channel. */
  filedOn?: Day;
  /** The day the office that is competent had it; starts its clock. */
  receivedOn?: Day;
  acceptedOn?: Day;
  reference?: string;
  /** The letter that it is about: handed in, sent, or answered. */
  letter?: number;
  /** What was handed in or answered where it was no letter of this case: in his own words, or by telephone. */
  step?: OwnStep;
  /** The day the letter left the buyer's hands. */
  sentOn?: Day;
  sentBy?: SentBy;
  /** The number of the parcel or message. */
  sentNo?: string;
  /** The day the other side had it. */
  arrivedOn?: Day;
  /** The answer came in writing. */
  inWriting?: boolean;
  /** The older entry that this one stands in the place of. */
  corrects?: number;
  /** Why the older entry no longer counts; such an entry is itself no contact. */
  struckWhy?: string;
  /** Exhibits that show it. */
  exhibits: number[];
  reading: AnswerReading;
  loggedAt: Moment;
}

/** The entries that count: neither corrected nor struck by a newer one, and no striking by itself. */
export function standingContacts(all: readonly Contact[]): Contact[] {
  const replaced = new Set(all.flatMap(({ corrects }) => corrects ?? []));
  return all.filter(({ no, struckWhy }) => !replaced.has(no) && struckWhy === undefined);
}

/** Has money come since at the same door? Then what was promised there is no promise that ran out. */
export const paidSince = (all: readonly Contact[], { channel, at }: Pick<Contact, 'channel' | 'at'>): boolean =>
  all.some(
    (one) =>
      one.channel === channel &&
      (one.result === 'partly' || one.result === 'settled') &&
      epochOf(one.at) >= epochOf(at),
  );

/** The day a letter was handed over, as this contact logs it; undefined when it logs none. */
export function handedOverOn(contact: Contact): Day | undefined {
  return contact.sentOn ?? contact.filedOn ?? contact.arrivedOn;
}
