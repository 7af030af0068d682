import { PAGE_NAMES } from '../../../knowledge/built/page-names.ts';
import { oneOf } from '../../../knowledge/patterns.ts';
import { CHAT_STATE, isNoName } from '../names.ts';
import { labelRow } from '../labels/labels.ts';
import type { ChatMessage } from '../../../model/reading.ts';

const { chats } = PAGE_NAMES;

/** The line above a message: who wrote it, and when. */
export interface SpeakerHead {
  sender: string;
  side: ChatMessage['side'];
  /** As it was printed. */
  clock?: string;
}

const SELLER_NAME = /客服|商家|卖家|店|商行|官方|平台|售后|小二|掌柜|support|service|seller|merchant|agent/i;
const BUYER_NAME = /^(?:我|买家|本人|me\b|用户|顾客|客户|访客|buyer|customer|you\b)/i;
const BUYER_ROLE = /[（([【「\s·•|｜\-—](?:我|买家|本人|用户|顾客|客户|buyer|customer|me|you)[）)\]】」]?$/i;

/** Whose a name is, by the words in it. */
export function sideOfName(name: string): ChatMessage['side'] {
  if (BUYER_NAME.test(name) || BUYER_ROLE.test(name)) return 'buyer';
  return SELLER_NAME.test(name) ? 'other' : 'unknown';
}

const DAY = `(?:${[
  String.raw`20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?`,
  String.raw`\d{1,2}月\d{1,2}日|\d{1,2}[-/]\d{1,2}`,
  '今天|昨天|前天|(?:星期|周)[一二三四五六日天]',
].join('|')})`;
/** `11月8日 22:38` is an hour in the middle of a talk, and the day is nobody's name. */
const IS_DAY = new RegExp(`^${DAY}$`);
const HOUR = String.raw`(?:上午|下午|晚上|凌晨|中午|早上)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`;
const WHEN = String.raw`(?:${DAY}\s*)?${HOUR}`;
/** A name and a time, in either order, with a sign between or brackets around one of them. */
const NAME_FIRST = new RegExp(`^(.{1,20}?)(?:\\s*[·•|｜,，\\-—]\\s*|\\s+|\\s*[（(\\[【])(${WHEN})\\s*[）)\\]】]?$`);
const TIME_FIRST = new RegExp(`^[（(\\[【]?\\s*(${WHEN})\\s*(?:[）)\\]】]\\s*|[·•|｜,，\\-—]\\s*|\\s+)(.{1,20})$`);
/** Which side speaks, with a name or none: `卖家 小美`, `[商家]小美`, `阿杰（买家）`. */
const ROLE = [...chats.speakers.sellers, ...chats.speakers.buyers].join('|');
const ROLE_FIRST = new RegExp(
  `^[（(\\[【「]?(?:${ROLE})(?:[）)\\]】」]\\s*|\\s*[·•|｜:：\\-—]\\s*|\\s+|$)[\\p{L}\\d·_ ]{0,12}[:：]?$`,
  'iu',
);
const ROLE_LAST = new RegExp(
  `^[\\p{L}\\d·_]{1,14}(?:\\s*[（(\\[【「]\\s*|\\s*[·•|｜\\-—]\\s*|\\s+)(?:${ROLE})\\s*[）)\\]】」]?[:：]?$`,
  'iu',
);

const OWNER = `(?:${chats.speakers.owners.join('|')})`;
/** Who sells, by a word, with a name behind or before it: `卖家 小北点卡`, `[商家]小北点卡`, `小北点卡（店主）`. */
const TOLD_SELLER = [
  new RegExp(`^[（(\\[【「]?${OWNER}(?:[）)\\]】」]\\s*|\\s*[·•|｜:：\\-—]\\s*|\\s+)(.{2,20})$`, 'iu'),
  new RegExp(`^(.{2,20}?)\\s*[（(\\[【「]\\s*${OWNER}\\s*[）)\\]】」]$`, 'iu'),
];
/** Whoever sits with buyer and seller for the place where they met. */
const OF_PLACE = oneOf(chats.speakers.ofPlace, 'iu');

/** The name beside the word that says who sells; undefined where a line has none, or only what they are just doing. */
export function toldSeller(sender: string): string | undefined {
  const text = sender.normalize('NFKC').trim();
  const name = TOLD_SELLER.map((form) => form.exec(text)?.[1]?.trim()).find((one) => one !== undefined);
  return name === undefined || CHAT_STATE.test(name) || isNoName(name) ? undefined : name;
}

/** In a room of three the place's own people are no party: what they say, promise and refuse is not the seller's. */
export function withoutThird(messages: readonly ChatMessage[]): void {
  const isOfPlace = ({ sender }: ChatMessage): boolean => OF_PLACE.test(sender?.trim() ?? '');
  const sells = messages.some((one) => one.side === 'other' && one.sender !== undefined && !isOfPlace(one));
  if (!sells) return;
  for (const message of messages) if (message.side === 'other' && isOfPlace(message)) message.side = 'system';
}

/** Is a line such as stands over a message in logs and on web pages, and no label of a form? */
export function speakerHead(line: string): SpeakerHead | undefined {
  const text = line.normalize('NFKC').trim();
  const first = NAME_FIRST.exec(text);
  const last = first ? undefined : TIME_FIRST.exec(text);
  const [name, clock] = first ? [first[1]!, first[2]!] : last ? [last[2]!, last[1]!] : [undefined, undefined];
  if (name !== undefined && clock !== undefined) return isSpeaker(name) ? headOf(name, clock) : undefined;
  return (ROLE_FIRST.test(text) || ROLE_LAST.test(text)) && isSpeaker(text) ? headOf(text) : undefined;
}

function headOf(name: string, clock?: string): SpeakerHead {
  const sender = name.trim().replace(/[:：]$/, '');
  return { sender, side: sideOfName(sender), ...(clock === undefined ? {} : { clock: clock.trim() }) };
}

/** A name has a letter, no sentence and no colon before what follows; 下单时间 is a label. */
export function isSpeaker(name: string): boolean {
  const bare = name.trim().replace(/[:：]$/, '');
  return (
    /\p{L}/u.test(bare) &&
    !/[，。！？,!?;；]|[:：]\s*\S/.test(bare) &&
    !IS_DAY.test(bare) &&
    !/时间|日期|时刻|于$|[到至]$|time|date|\bon$|\bat$/i.test(bare) &&
    (sideOfName(bare) !== 'unknown' || (labelRow(bare) === undefined && !isNoName(bare)))
  );
}
