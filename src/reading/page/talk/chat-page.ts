import { DISPUTE_TRAITS } from '../../../knowledge/built/disputes.ts';
import type { ChatMessage, Reading } from '../../../model/reading.ts';
import { agentOf, isNoName, KNOWN_PLATFORMS, NOBODY, TITLE_EXTRAS } from '../names.ts';
import { disputeOf } from '../../layouts/troubles.ts';
import type { ScoredLine } from '../../reader.ts';
import { readBubbles } from './bubbles.ts';
import { disputeField, supposed } from '../form/failure-fields.ts';
import { foundOf, settle, type Found } from '../found.ts';
import { stretchOf, type Cell, type Page } from '../page.ts';
import type { Bubble } from './named-lines.ts';
import { goodsCardOf } from './goods-card.ts';
import { platformOf } from '../platform-names.ts';
import { partnerOf } from './partner.ts';
import { readTalk } from './talk.ts';
import { toldIn } from './told.ts';
import { decisive, join, type Joined, type Value } from '../values/joined.ts';
import { readCardCode, readOrderNo } from '../values/numbers.ts';
import { readValue } from '../values/read-value.ts';

/** The talk on a page: messages, and the values and promises in them. */
export function readChatPage(page: Page): { fields: Found[]; messages: ChatMessage[]; promises?: Reading['promises'] } {
  const partner = partnerOf(page);
  const card = goodsCardOf(page, partner?.cell);
  const talk = card ? withoutLines(page, card.lines) : page;
  const bubbles = readBubbles(talk);
  const { found, promises } = readSaid(bubbles);
  const goods = card && card.title.length > 0 ? readValue('product', card.title) : undefined;
  // Other goods than the second reader knows are goods on a card.
  if (goods) found.push({ ...foundOf('product', goods, 'position', 1), spokenFor: true });
  if (partner) found.push(foundOf('merchant', nameValue(partner.cell, !partner.sure), partner.by));
  // What somebody says in a bubble names no platform of the page.
  const said = new Set(bubbles.flatMap(({ cells }) => cells.map(({ line }) => line)));
  const platform = platformOf(withoutLines(talk, said));
  // The other's name may end as those of platforms do.
  const isTitle = platform?.cell.line === (partner ?? { cell: page.rows[0]?.[0] }).cell?.line;
  if (platform && !(isTitle && !KNOWN_PLATFORMS.test(platform.cell.text.trim())))
    found.push(foundOf('platform', nameValue(platform.cell, !platform.sure), 'position'));
  return {
    fields: settle(found),
    messages: bubbles.map(({ message }) => message),
    ...(promises.length > 0 ? { promises } : {}),
  };
}

const withoutLines = (page: Page, lines: ReadonlySet<ScoredLine>): Page => ({
  ...page,
  rows: page.rows.map((row) => row.filter(({ line }) => !lines.has(line))).filter((row) => row.length > 0),
});

/** What is said in messages that were exported as text: the same values, and the other's name. */
export function readMessages(messages: readonly ChatMessage[]): {
  fields: Found[];
  promises: NonNullable<Reading['promises']>;
} {
  const { found, promises } = readSaid(messages.map((message) => ({ message, cells: [] })));
  found.push(...messages.flatMap(({ text }) => text.split('\n').flatMap(named)));
  const others = new Map<string, number>();
  for (const { side, sender } of messages) {
    const name = side === 'other' && sender ? shopName(sender) : undefined;
    if (name && !NOBODY.test(name) && !isNoName(name)) others.set(name, (others.get(name) ?? 0) + 1);
  }
  const [first] = [...others].toSorted((a, b) => b[1] - a[1]);
  if (first) {
    const before = agentOf(first[0]);
    const name = { value: before ?? first[0], text: first[0], cells: [], scores: [], doubtful: false };
    const keeps = messages.some(({ sender }) => sender !== undefined && KEEPER.test(sender));
    found.push(foundOf('merchant', name, before === undefined && !keeps ? 'column' : 'sentence'));
  }
  return { fields: settle(found), promises };
}

/** What a line of a talk names beside the words of a label: too loosely to stand, and to be held against others. */
const named = (line: string): Found[] =>
  toldIn(line).map(({ key, value }) =>
    foundOf(key, { value, text: line.trim(), cells: [], scores: [], doubtful: true }, 'guess', LOOSE),
  );
const LOOSE = 5;

/** Whoever keeps a group may sell in it, or only keep it. */
const KEEPER = /^【(?:群主|管理员)】/;

/** A sender without the marks of a group, the number in brackets, and who of a shop it was. */
const shopName = (sender: string): string =>
  sender
    .replace(KEEPER, '')
    .replace(/\s*[(（][\d*＊]{4,14}[)）]$/, '')
    .replace(/^([^:：]{2,40})[:：]\s?[^:：]{1,16}$/u, '$1')
    .replace(TITLE_EXTRAS, '')
    .trim();

function readSaid(bubbles: readonly Bubble[]): { found: Found[]; promises: NonNullable<Reading['promises']> } {
  const talk = readTalk(bubbles.map(({ message }) => message));
  const complained = complaint(bubbles);
  // Whose bubble it is was seen wrongly: what is complained of in it is no promise of the shop's.
  const isComplaint = ({ text }: { text: string }): boolean =>
    complained.some((field) => field.by === 'guess' && field.text.includes(text));
  const found = [
    ...bubbles.flatMap(numbersIn),
    ...answeredNumbers(bubbles),
    ...complained,
    ...talk.fields
      .filter((field) => !isComplaint(field))
      .map((field) => {
        const cells =
          bubbles.find(({ message }) => message.text.replace(/\s+/g, ' ').includes(field.text))?.cells ?? [];
        const joined = join(cells, '');
        return foundOf(
          field.key,
          {
            value: field.value,
            text: field.text,
            cells,
            scores: decisive(joined.text, joined.scores),
            doubtful: false,
          },
          'sentence',
        );
      }),
  ];
  return { found, promises: talk.promises.filter((promise) => !isComplaint(promise)) };
}

function nameValue(cell: Cell, doubtful: boolean): Value {
  return { value: cell.text.trim(), text: cell.line.text, cells: [cell], scores: cell.scores ?? [], doubtful };
}

const ORDER_IN_TALK =
  /(?:订单(?:编?号码?)?|单号|[的个这那]单子?|order\s*(?:no\.?|number|id)?)\s*(?:[是为:：#]\s*){0,2}([A-Za-z]{0,6}[-_]?\d[\dA-Za-z_-]{7,45})/i;
const TRADE_IN_TALK = /(?:交易单?号|流水号|支付单号)\s*(?:是|为|[:：])?\s*(\d{16,40})/;
const CARD_IN_TALK =
  /(?:卡密|兑换码|激活码|密钥|序列号|CDK(?:EY)?|code|key)\s*(?:是|为|[:：])\s*([A-Za-z0-9]{3,}(?:-[A-Za-z0-9]{3,})*)/i;

/** Numbers that people name while they talk. */
function numbersIn({ message, cells }: Bubble): Found[] {
  const joined = cells.length > 0 ? join(cells, '') : { text: message.text, scores: [], cells };
  const found: Found[] = [];
  const look = (
    words: RegExp,
    key: 'orderNo' | 'tradeNo' | 'cardCode',
    read: (joined: Joined) => Value | undefined,
  ): void => {
    const match = words.exec(joined.text);
    if (!match) return;
    const from = match.index + match[0].length - match[1]!.length;
    const value = read(piece(joined, from, from + match[1]!.length));
    // Where a line ends inside or right behind a number, the next line's digits may not belong to it.
    if (value)
      found.push(
        foundOf(
          key,
          { ...value, doubtful: value.doubtful || touchesLineEnd(cells, from, from + match[1]!.length) },
          'label',
        ),
      );
  };
  look(ORDER_IN_TALK, 'orderNo', readOrderNo);
  look(TRADE_IN_TALK, 'tradeNo', (own) => ({
    value: own.text,
    text: own.text,
    cells: own.cells,
    scores: own.scores,
    doubtful: false,
  }));
  look(CARD_IN_TALK, 'cardCode', readCardCode);
  return found;
}

const ASKS_NUMBER = /(?:订单|单)号|哪个订单|哪一?单/;

/** `单号多少` — `8806120263317`: a number alone in a message is the order's when it was just asked for. */
function answeredNumbers(bubbles: readonly Bubble[]): Found[] {
  return bubbles.flatMap(({ message, cells }, i) => {
    const question = bubbles[i - 1]?.message;
    if (!question || question.side === message.side || !ASKS_NUMBER.test(question.text)) return [];
    const joined = cells.length > 0 ? join(cells, '') : { text: message.text, scores: [], cells };
    const value = /^\s*[A-Za-z]{0,6}[-_]?\d[\dA-Za-z_-]{7,45}\s*$/.test(joined.text) ? readOrderNo(joined) : undefined;
    return value ? [foundOf('orderNo', { ...value, doubtful: value.doubtful || cells.length > 1 }, 'position', 1)] : [];
  });
}

function piece(joined: Joined, from: number, to: number): Joined {
  const cells = stretchOf(joined.cells, from, to);
  return cells.length > 0
    ? join(cells, '')
    : { text: joined.text.slice(from, to), scores: joined.scores.slice(from, to), cells: joined.cells };
}

function touchesLineEnd(cells: readonly Cell[], from: number, to: number): boolean {
  let at = 0;
  for (const cell of cells.slice(0, -1)) {
    at += cell.text.length;
    if (from < at && at < to) return true;
  }
  return false;
}

/** What the buyer complains of. */
function complaint(bubbles: readonly Bubble[]): Found[] {
  const own = bubbles.filter(({ message }) => message.side === 'buyer' || message.side === 'unknown');
  const system = bubbles.filter(({ message }) => message.side === 'system');
  const text = own.map(({ message }) => message.text).join('\n');
  const gone = disputeOf(system.map(({ message }) => message.text).join('\n'));
  const spoken = disputeOf(text);
  // What the chat program itself says outweighs what the buyer says.
  // But not what is wrong with goods that were handed over: whoever sold those is only silent on top of it.
  const handedOver = spoken?.by === 'sentence' && !DISPUTE_TRAITS[spoken.dispute].yieldsToSellerGone;
  const isGone = gone !== undefined && DISPUTE_TRAITS[gone.dispute].sellerGone && !handedOver;
  // On a picture; a file says itself who wrote.
  const others = bubbles.filter(({ message, cells }) => message.side === 'other' && cells.length > 0);
  const mistaken = spoken || isGone ? undefined : disputeOf(others.map(({ message }) => message.text).join('\n'));
  // No shop complains of its own goods: whose bubble it is was seen wrongly, or it asks back. Somebody is asked.
  const doubted = mistaken?.by === 'sentence' ? { ...mistaken, by: 'guess' as const } : undefined;
  const dispute = isGone ? gone : (spoken ?? doubted);
  if (!dispute) return [];
  const where = (isGone ? system : dispute === doubted ? others : own).find(
    ({ message }) => disputeOf(message.text)?.dispute === dispute.dispute,
  );
  const said = where?.message.text ?? '';
  const field = disputeField(isGone ? dispute : supposed(dispute, said)!, said, where?.cells ?? []);
  return [{ ...field, confidence: Math.min(field.confidence, 0.8) }];
}
