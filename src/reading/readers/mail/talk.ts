import type { Email } from 'postal-mime';
import type { GivenBy } from '../../../model/evidence.ts';
import type { FactKey } from '../../../model/facts.ts';
import type { ChatMessage, FieldReading, Reading } from '../../../model/reading.ts';
import { englishSentences, isEnglish } from '../../../words/english.ts';
import { understandTalk } from '../../kinds/understand.ts';
import { isPlatformName } from '../../page/names.ts';
import { paidByOf } from '../../wallets.ts';
import { addressText, mailMoment } from './letter.ts';
import { partsOfMail } from './quoted.ts';
import { isFreeMail, shopOfDomain, shopOfWriter, writerOf } from '../../page/mail/writer.ts';
import { sideOfLetter, sideWithin, type Letters } from './sides.ts';

/** What a letter and those within it are as a talk. */
export interface MailTalk {
  /** The oldest first: what a letter quotes was said before it. */
  messages: ChatMessage[];
  fields: FieldReading[];
  promises: NonNullable<Reading['promises']>;
  /** The words that are not the buyer's: what a shop writes of a purchase stands there. */
  ofShop: string;
}

/** What is an answer or sent on: terms that every letter of a shop ends with refuse nobody anything. */
const ANSWER = /^(?:re|aw|fw|fwd|回复|答复|转发)\s*[:：]|\b(?:ticket|case|request|enquiry|inquiry)\b|工单/i;

/** Takes a letter apart by what it quotes, and hears it as a talk. */
export function talkOf(mail: Email, body: string): MailTalk {
  const letters = lettersOf(mail);
  const [own, ...within] = partsOfMail(
    body,
    /\+0800/.test(mail.headers.find(({ key }) => key === 'date')?.value ?? ''),
  );
  const side = sideOfLetter(letters);
  const message = (text: string, told: Omit<ChatMessage, 'text'>): ChatMessage => ({ ...told, text });
  const messages = [
    message(own!.lines.join('\n').trim(), {
      at: mailMoment(mail.date),
      sender: addressText(mail.from) || undefined,
      side,
    }),
    ...within.map(({ who, at, lines }) =>
      message(lines.join('\n').trim(), {
        ...(at === undefined ? {} : { at }),
        ...(who === undefined ? {} : { sender: who }),
        side: sideWithin(writerOf(who ?? ''), side, letters),
      }),
    ),
  ]
    .filter(({ text }, i) => text !== '' || (i === 0 && within.length === 0))
    .toReversed();
  const isAnswer =
    ANSWER.test(mail.subject ?? '') ||
    mail.headers.some(({ key }) => key === 'in-reply-to') ||
    messages.some((one) => one.side === 'buyer');
  // An English sentence is one, however its lines were broken.
  const heard = messages.map((one) => ({ ...one, text: sentencesOf(one.text) }));
  const talk = understandTalk(heard);
  const isNumbered = talk.fields.some(({ key }) => key === 'orderNo');
  return {
    messages,
    fields: [
      ...talk.fields.filter(({ key }) => key !== 'merchant' && (key !== 'refusal' || isAnswer)),
      ...(isNumbered ? [] : orderFields([mail.subject ?? '', ...messages.map(({ text }) => text)])),
      ...shopFields(messages),
    ],
    promises: talk.promises,
    ofShop: messages
      .filter((one) => one.side !== 'buyer')
      .map(({ text }) => text)
      .join('\n'),
  };
}

const sentencesOf = (text: string): string => (isEnglish(text) ? englishSentences(text).join('\n') : text);

function lettersOf(mail: Email): Letters {
  const has = (key: string): boolean => mail.headers.some((header) => header.key === key);
  return {
    from: writerOf(addressText(mail.from)),
    to: (mail.to ?? []).map((one) => writerOf(addressText(one))),
    automatic:
      has('list-unsubscribe') ||
      mail.headers.some(({ key, value }) => key === 'auto-submitted' && !/^no\b/i.test(value)),
  };
}

/** `your order MG4471902`, `Order #LV-55812`: letters name shorter numbers than talks, so they are asked about. */
const ORDER = new RegExp(
  String.raw`\b(?:order|invoice|purchase)\s(?:(?:no|nr|number|id|ref(?:erence)?)\b\.?\s?)?[:#]?\s?#?` +
    String.raw`([A-Z]{0,6}[-_]?\d[\dA-Z_-]{3,45})\b`,
  'gi',
);

function orderFields(texts: readonly string[]): FieldReading[] {
  const found = texts.flatMap((text) =>
    [...text.matchAll(ORDER)].map(([words, number]) => ({ words, number: number! })),
  );
  const [first] = found;
  if (!first || found.some(({ number }) => number !== first.number) || /^20\d\d$/.test(first.number)) return [];
  return [{ key: 'orderNo', value: first.number, text: first.words, confidence: 0.9, certain: true, by: 'sentence' }];
}

/**
 * Who the shop is, by the name and the domain of whoever writes for it: for a yes, or for another exhibit to say the
 * same.
 */
function shopFields(messages: readonly ChatMessage[]): FieldReading[] {
  const sender = messages.findLast(({ side, sender: who }) => side === 'other' && who !== undefined)?.sender;
  if (sender === undefined) return [];
  const writer = writerOf(sender);
  const field = (key: FactKey, value: string, by: GivenBy): FieldReading[] => [
    { key, value, text: sender, confidence: 0.8, certain: true, by },
  ];
  const named = shopOfWriter(writer);
  if (named !== undefined && paidByOf(named) === undefined)
    return field(isPlatformName(named) ? 'platform' : 'merchant', named, 'sentence');
  const host = named === undefined && !isFreeMail(writer) ? shopOfDomain(writer) : undefined;
  return host === undefined || paidByOf(host) !== undefined ? [] : field('merchant', host, 'guess');
}
