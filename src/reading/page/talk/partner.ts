import {
  agentOf,
  BESIDE_VALUE,
  CHAT_STATE,
  isNoName,
  KNOWN_PLATFORMS,
  NOBODY,
  SHOP_NAME,
  STATUS_BAR,
  TITLE_EXTRAS,
  TITLE_LEADS,
} from '../names.ts';
import { cut, isCentred, type NamedCell } from '../named-cell.ts';
import type { Cell, Page } from '../page.ts';
import { CARD_BUTTON } from './goods-card.ts';
import { headedTalk, type Bubble } from './named-lines.ts';
import { toldSeller } from './speaker-heads.ts';

/** What stands behind a name: the arrow to the shop, the mark of its platform. */
const BADGES =
  /(?:\s*[>›＞》〉❯])+$|\s+(?:天猫|淘宝|官方|企业|品牌|认证|在线|进店|关注|已关注)$|\s*[（(][^（()）]{1,12}[）)]$/;

/** Signs that a page draws beside a name: arrows, dots, stars. Brackets and the stars of a masked name are its own. */
const SIGNS_AROUND = /^[^\p{L}\p{N}\p{Ps}\p{Pi}"'<*＊_]+|[^\p{L}\p{M}\p{N}\p{Pe}\p{Pf}"'>*＊_+]+$/gu;

/** The name of a chat's title: signs and what chat programs add stand around it in any order. */
function nameInTitle(title: string): string {
  let name = title;
  for (let last = ''; last !== name;) {
    last = name;
    name = name.replace(TITLE_LEADS, '').replace(TITLE_EXTRAS, '').replace(BADGES, '').replace(SIGNS_AROUND, '').trim();
  }
  return name;
}

/** What a chat's title has beside it: the way back, the menu, who is there. */
const TITLE_SIGN = /^[<‹＜←×xX…⋯·.]+$/;

/** How a title may be known: by its place, by what stands beside it, by what is said of the other under it. */
const BY_STATE = 2;
const BY_BUTTON = 1.5;
const BY_PLACE = 1;
/** Titles and what stands over them. */
const TOP_ROWS = 3;

/**
 * The other side of a chat, from its title; extras such as (客服) are not part of the name. Of two lines that may be it
 * the one that has more about it: over a shop's name there may be that of the program.
 */
export function partnerOf(page: Page): NamedCell | undefined {
  const headed = headedTalk(page);
  return (headed && partnerOver(headed, page)) ?? partnerOnTop(page);
}

/**
 * Where a line over each message says who wrote it, what stands above the first is the page's: its own name, whose
 * page it is, what the program says in the middle. The lowest line at the left that is a name is the other's, if it is
 * set off from what is said: by its size, its edge, by what stands beside it, or as a name that speaks below.
 */
function partnerOver(headed: readonly Bubble[], page: Page): NamedCell | undefined {
  const told = toldOver(headed);
  if (told) return told;
  const first = page.rows.findIndex((row) => row === headed[0]!.head);
  const senders = headed.map(({ message }) => message.sender ?? '');
  const said = headed.flatMap(({ cells }) => cells.flatMap(({ place }) => place ?? []));
  const lefts = new Set(said.map(({ x }) => Math.round(x)));
  const tall = Math.max(0, ...said.map(({ height }) => height));
  for (const row of page.rows.slice(Math.max(0, first - TOP_ROWS), Math.max(0, first)).toReversed()) {
    const cells = row.filter(({ text }) => !STATUS_BAR.test(text.trim()) && !TITLE_SIGN.test(text.trim()));
    const found = firstName(cells);
    const place = found?.cell.place;
    if (!found || !place || KNOWN_PLATFORMS.test(found.name)) continue;
    const speaks = senders.includes(found.name);
    // What the program says stands in the middle, and smaller.
    if (!speaks && isCentred(found.cell, page.width) && place.height < tall) continue;
    const apart = place.height > tall * TALLER || ![...lefts].some((x) => Math.abs(x - place.x) < place.height * 0.2);
    const marked = found.name !== found.cell.text.trim() || SHOP_NAME.test(found.name);
    if (speaks || apart || marked) return cut(found.cell, senderIn(found.name, senders) ?? found.name, 'title');
  }
  const speaker = headed.find(
    ({ message }) => message.side === 'other' && SHOP_NAME.test(message.sender!) && !NOBODY.test(message.sender!),
  );
  const cell = speaker?.head?.find(({ text }) => text.includes(speaker.message.sender!));
  return cell && cut(cell, speaker!.message.sender!, 'title');
}

const TALLER = 1.05;

/** Of a title that says more than a name what it says who speaks below: `青柠小铺客服` over `青柠小铺 21:03`. */
const senderIn = (title: string, senders: readonly string[]): string | undefined =>
  senders.find((sender) => sender.length >= 2 && sender !== title && agentOf(title) === sender);

/** The one name that stands with the word for who sells over what is said. */
function toldOver(headed: readonly Bubble[]): NamedCell | undefined {
  const sellers = headed.flatMap(({ message, head = [] }) => {
    const name = message.side === 'other' ? toldSeller(message.sender!) : undefined;
    if (name === undefined) return [];
    // Whoever answers under the word for who sells does so for the shop.
    return [{ head, name: nameInTitle(agentOf(name) ?? name) }];
  });
  const [one] = sellers;
  if (!one || NOBODY.test(one.name) || sellers.some(({ name }) => name !== one.name)) return undefined;
  const cell = one.head.find(({ text }) => text.includes(one.name));
  return cell && cut(cell, one.name, 'title');
}

function partnerOnTop(page: Page): NamedCell | undefined {
  const rows = page.rows.filter((row) => !row.every((cell) => STATUS_BAR.test(cell.text.trim())));
  let best: { cell: Cell; name: string; weight: number } | undefined;
  for (const [i, row] of rows.slice(0, TOP_ROWS).entries()) {
    const cells = row.filter((cell) => !STATUS_BAR.test(cell.text.trim()) && !TITLE_SIGN.test(cell.text.trim()));
    const found = firstName(cells);
    // Below the first bubble nobody's name stands.
    if (!found && !cells.every((cell) => standsAsTitle(cell, row, page))) break;
    if (!found) continue;
    const isPlatform = KNOWN_PLATFORMS.test(found.name);
    if (/^20\d{2}[-/年]|\d{1,2}:\d{2}/.test(found.name)) break;
    const weight = isPlatform ? 0 : weightOf(found.cell, row, rows[i + 1], page);
    // Below a platform's own name and above what is said only a line with more about it names somebody.
    if (weight > (best?.weight ?? 0)) best = { ...found, weight };
    else if (!best && (isPlatform || weight === 0)) break;
  }
  if (!best) return undefined;
  const before = agentOf(best.name);
  return cut(best.cell, before ?? best.name, before === undefined ? 'title' : 'sentence');
}

/** The name in a row: its first words that are a name; what stands right of it are buttons. */
function firstName(cells: readonly Cell[]): { cell: Cell; name: string } | undefined {
  for (const cell of cells) {
    const title = cell.text.trim().replace(/^[<‹＜←]\s*/, '');
    const name = nameInTitle(title);
    const isName =
      name.length >= 2 &&
      name.length <= 24 &&
      ![title, name].some((words) => NOBODY.test(words) || isNoName(words)) &&
      // `99+` and `(43` count what is new; with 、 between them all who take part are named.
      /\p{L}/u.test(name) &&
      !/[，。！？,!?:：、]/.test(name) &&
      !CARD_BUTTON.test(name) &&
      !BESIDE_VALUE.test(name);
    if (isName) return { cell, name };
  }
  return undefined;
}

function weightOf(cell: Cell, row: readonly Cell[], next: readonly Cell[] | undefined, page: Page): number {
  const place = standsAsTitle(cell, row, page) ? BY_PLACE : 0;
  const button = row.some((other) => isButtonBeside(other, cell, page.width)) ? BY_BUTTON : 0;
  const state = next?.some(({ text }) => CHAT_STATE.test(text.trim())) && isUnder(next[0]!, cell) ? BY_STATE : 0;
  return place + button + state;
}

/** A word or two at the right edge, in the title's own line. */
function isButtonBeside({ text, place }: Cell, title: Cell, width: number | undefined): boolean {
  return (
    place !== undefined &&
    title.place !== undefined &&
    width !== undefined &&
    place.x > title.place.x + title.place.width &&
    place.x + place.width > width * 0.8 &&
    /^[\p{L} ]{2,8}$/u.test(text.trim()) &&
    text.trim().length <= 6
  );
}

const isUnder = (lower: Cell, upper: Cell): boolean =>
  lower.place !== undefined &&
  upper.place !== undefined &&
  lower.place.y - (upper.place.y + upper.place.height) < upper.place.height * 1.2 &&
  lower.place.height <= upper.place.height;

/** A title stands in the middle, behind the way back, or at the very top; what else comes first was said by someone. */
export function standsAsTitle(cell: Cell, row: readonly Cell[], page: Page): boolean {
  const { place } = cell;
  if (!place || !page.width) return true;
  const sign =
    row.some((other) => other !== cell && TITLE_SIGN.test(other.text.trim())) || /^[<‹＜←]/.test(cell.text.trim());
  const below = page.rows.flat().filter((other) => other.place && other.place.y > place.y + place.height);
  const tall = Math.max(0, ...below.map((other) => other.place!.height));
  return sign || isCentred(cell, page.width) || (place.y < page.width * TOP_SHARE && place.height >= tall * 1.1);
}

const TOP_SHARE = 0.12;
