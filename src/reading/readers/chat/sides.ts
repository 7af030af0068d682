import type { ChatMessage } from '../../../model/reading.ts';
import { sidesBySpeech } from './speech.ts';

/** How exports call the person whose phone it is. */
const SELF = /^(?:我|我方|本人|自己|me|myself|you|买家)$/i;
const SYSTEM = /^(?:系统消息|系统|系统提示|系统通知)(?:\(10000\))?$|\(10000\)$/;
/** Names under which shops speak. */
const SHOP = /客服|官方|旗舰店|专营店|专卖店|商家|卖家|店主|掌柜|小二/;

/**
 * Says of each message whose words they are, where the file shows it: by a name
 * that means the phone's owner, by the other person of a private chat, or by the
 * one of two people who speaks as a shop. In place; sides that are set stay.
 */
export function tellSides(messages: ChatMessage[], peer?: string): void {
  for (const message of messages) {
    if (message.side === 'unknown' && message.sender !== undefined && SYSTEM.test(message.sender))
      message.side = 'system';
  }
  const open = messages.filter((message) => message.side === 'unknown' && message.sender !== undefined);
  const names = [...new Set(open.map((message) => message.sender!))];
  const self = names.filter(isSelf);
  const others = otherNames(names, self, peer) ?? sidesBySpeech(open);
  if (others) for (const message of open) message.side = others.has(message.sender!) ? 'other' : 'buyer';
  else tellKeeper(open);
}

/** In a group that one person keeps, that one is not the buyer; who of the rest is, nothing says. */
function tellKeeper(messages: readonly ChatMessage[]): void {
  const keepers = new Set(messages.flatMap(({ sender }) => (KEEPER.test(sender!) ? [sender!] : [])));
  const [keeper] = keepers;
  if (keepers.size !== 1 || keeper === undefined) return;
  for (const message of messages) if (message.sender === keeper) message.side = 'other';
}

const KEEPER = /^【(?:群主|管理员)】/;

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
  const people = new Set(names.map((name) => shopOfAgent(name) ?? name));
  if (people.size > 2 || people.size === 0) return undefined;
  // Only who sells has others speak for the shop: 青木点卡:小北.
  const agents = names.flatMap((name) => shopOfAgent(name) ?? []);
  if (people.size === 2 && new Set(agents).size === 1)
    return new Set(names.filter((name) => (shopOfAgent(name) ?? name) === agents[0]));
  const byPeer = peer === undefined ? [] : names.filter((name) => bare(name) === bare(peer));
  if (byPeer.length === 1) return new Set(byPeer);
  const shops = names.filter(isShop);
  return names.length === 2 && shops.length === 1 ? new Set(shops) : undefined;
}

/** `青木点卡` of `青木点卡:小北`: the shop that several people answer for, as its program writes it. */
export const shopOfAgent = (name: string): string | undefined =>
  /^([^:：]{2,40})[:：]\s?[^:：]{1,16}$/u.exec(name)?.[1];

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
