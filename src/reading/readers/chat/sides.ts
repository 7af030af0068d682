import type { ChatMessage } from '../../../model/reading.ts';
import { complains } from '../../layouts/troubles.ts';

/** How exports call the person whose phone it is. */
const SELF = /^(?:我|我方|本人|自己|me|myself|you|买家)$/i;
const SYSTEM = /^(?:系统消息|系统|系统提示|系统通知)(?:\(10000\))?$|\(10000\)$/;
/** Names under which shops speak. */
const SHOP = /客服|官方|旗舰店|专营店|专卖店|商家|卖家|店主|掌柜|小二/;

/**
 * Says of each message whose words they are, where the file shows it: by a name
 * that means the phone's owner, by the other person of a private chat, or by the
 * one of two people who speaks as a shop; else by who complains, or whom the
 * program names to the phone's owner. In place; sides that are set stay.
 * @returns how it was told; undefined where nothing tells it
 */
export function tellSides(messages: ChatMessage[], peer?: string): 'by-names' | 'by-words' | undefined {
  for (const message of messages) {
    if (message.side === 'unknown' && message.sender !== undefined && SYSTEM.test(message.sender))
      message.side = 'system';
  }
  const open = messages.filter((message) => message.side === 'unknown' && message.sender !== undefined);
  const names = [...new Set(open.map((message) => accountOf(message.sender!)))];
  const self = names.filter(isSelf);
  const byNames = otherNames(names, self, peer) ?? subAccounts(open, names);
  const others = byNames ?? otherByWords(messages, open, names);
  if (!others) return undefined;
  for (const message of open) message.side = others.has(accountOf(message.sender!)) ? 'other' : 'buyer';
  return byNames ? 'by-names' : 'by-words';
}

/** `松果小店:小榆` speaks for 松果小店: shop programs put a colon between. */
const SUB_ACCOUNT = /[:：][^:：]{1,12}$/;
const accountOf = (sender: string): string => sender.replace(SUB_ACCOUNT, '');

function subAccounts(open: readonly ChatMessage[], names: readonly string[]): Set<string> | undefined {
  const having = new Set(
    open.filter(({ sender }) => SUB_ACCOUNT.test(sender!)).map(({ sender }) => accountOf(sender!)),
  );
  return names.length === 2 && having.size === 1 ? having : undefined;
}

/** So sure the judge of sentences is of a complaint: shops name what may go wrong as well. */
const COMPLAINS = 0.95;
/** So many messages, the newest, are heard. */
const MOST_HEARD = 400;
const LONGEST = 200;

/** Of two who talk: whom the program names to the phone's owner, or who never complains while the other does. */
function otherByWords(
  messages: readonly ChatMessage[],
  open: readonly ChatMessage[],
  names: readonly string[],
): Set<string> | undefined {
  if (names.length !== 2) return undefined;
  const notes = messages.filter(({ side, text }) => side === 'system' && /[你您]/.test(text));
  const noted = names.filter((name) => bare(name).length > 1 && notes.some(({ text }) => text.includes(bare(name))));
  if (noted.length === 1) return new Set(noted);
  const complaining = new Set(
    open
      .slice(-MOST_HEARD)
      .filter(({ text }) => text.length <= LONGEST && complains(text) >= COMPLAINS)
      .map(({ sender }) => accountOf(sender!)),
  );
  return complaining.size === 1 ? new Set(names.filter((name) => !complaining.has(name))) : undefined;
}

const READ_MARK = /\n\s*(?:已读|未读)\s*$/;

/**
 * What is pasted from an app ends one's own words with 已读 or 未读, on a line that nobody said. Where one person's
 * messages all end so and nobody else's do, the marks go, and say whose words they are. In place.
 */
export function takeReadMarks(messages: ChatMessage[]): void {
  const marked = new Set(messages.filter(({ text }) => READ_MARK.test(text)).map(({ sender }) => sender));
  const [own] = marked;
  if (marked.size !== 1 || own === undefined) return;
  if (!messages.every((message) => message.sender !== own || READ_MARK.test(message.text))) return;
  for (const message of messages) {
    if (message.sender === own) message.text = message.text.replace(READ_MARK, '');
    if (message.side === 'unknown' && message.sender !== undefined)
      message.side = message.sender === own ? 'buyer' : 'other';
  }
}

function otherNames(names: readonly string[], self: readonly string[], peer?: string): Set<string> | undefined {
  if (self.length === 1) return new Set(names.filter((name) => name !== self[0]));
  if (names.length > 2 || names.length === 0) return undefined;
  const byPeer = peer === undefined ? [] : names.filter((name) => bare(name) === bare(peer));
  if (byPeer.length === 1) return new Set(byPeer);
  const shops = names.filter(isShop);
  return names.length === 2 && shops.length === 1 ? new Set(shops) : undefined;
}

/** Is this how an export calls the one whose phone it is? */
export function isSelf(name: string): boolean {
  return SELF.test(bare(name));
}

/** Does this name say that a shop speaks? */
export function isShop(name: string): boolean {
  return SHOP.test(name);
}

/** `【群主】名(12345)` → `名`. */
function bare(name: string): string {
  return name
    .replace(/^【[^】]{1,20}】/, '')
    .replace(/\s*(?:\(\d{4,12}\)|<[^<>]{3,80}>)$/, '')
    .trim();
}
