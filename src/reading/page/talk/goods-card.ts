import type { ScoredLine } from '../../reader.ts';
import { isBeside } from '../form/goods-block.ts';
import { labelRow } from '../labels/labels.ts';
import { CHAT_STATE, isState, STATUS_BAR } from '../names.ts';
import { middle, type Cell, type Page, type Row } from '../page.ts';
import { CLOCK } from './named-lines.ts';

/** The goods that a talk is about, as platforms show them over it. */
export interface GoodsCard {
  /** The lines of their title; empty where the card has none. */
  title: Cell[];
  /** All that stands on the card: nobody says it. */
  lines: ReadonlySet<ScoredLine>;
}

const PRICE = new RegExp(
  [
    String.raw`^(?:(?:实付款?|合计|到手价?|价格|共\s?\d{1,3}\s?件)\s*[:：]?\s*)?`,
    String.raw`[¥￥]\s?\d[\d,]*(?:\.\d{1,2})?(?:\s*[x×X]\s?\d{1,3})?$`,
  ].join(''),
);
const COUNT = /^(?:[x×X]\s?\d{1,3}|共\s?\d{1,3}\s?件)$/;
/** What a card lets the buyer do. */
export const CARD_BUTTON = new RegExp(
  `^(?:${[
    '(?:立即|马上|去|再次|继续)?(?:购买|下单|付款|支付|评价|确认收货|收货|发货|咨询)(?:该?(?:商品|宝贝))?',
    '发送(?:链接|订单|宝贝|商品|给.{1,4})?',
    '(?:查看|看)?(?:详情|订单|物流)',
    '(?:申请|查看)?(?:退款|售后)',
    '催发货|提醒发货',
  ].join('|')})\\s*[>›＞]?$`,
);
/** The card stands in the upper part of a screen. */
const UPPER = 0.4;
/** In heights of a line: what is nearer belongs to one card. */
const NEAR = 1.1;
/** So many rows a card has: a title of two lines, which kind, the price, a state with its buttons. */
const MOST_ROWS = 6;
/** From here on, in widths of the page, something stands at its right end. */
const RIGHT_END = 0.72;

/**
 * The card between the title of a talk and what is said first: a title, its price under or behind it, and one thing
 * more that no bubble has, as a state of the order, a button, a count, or the price at the right end.
 * @param partner the line with the other's name, over the card
 */
export function goodsCardOf(page: Page, partner: Cell | undefined): GoodsCard | undefined {
  const { width, height } = page;
  if (!width || !height) return undefined;
  const under = partner?.place ? partner.place.y + partner.place.height : 0;
  const until = page.rows.findIndex((row) => row.some((cell) => isClock(cell, width)));
  const rows = page.rows.filter(
    (row, i) =>
      (until === -1 || i < until) &&
      row.every(({ place }) => place && place.y >= under && place.y < height * UPPER) &&
      !row.every(({ text }) => STATUS_BAR.test(text.trim()) || CHAT_STATE.test(text.trim())),
  );
  const at = rows.findIndex((row) => row.some(({ text }) => PRICE.test(text.trim())));
  if (at === -1) return undefined;
  const card = blockAround(rows, at);
  // Over what is said first a button is the card's, however far below it stands.
  const buttons = rows.slice(rows.indexOf(card.at(-1)!) + 1).filter((row) => row.every(isButton));
  const below = page.rows.slice(page.rows.indexOf(card.at(-1)!) + 1).flat();
  const price = rows[at]!.find(({ text }) => PRICE.test(text.trim()))!;
  const cells = card.flat();
  const said = cells.map(({ text }) => text.trim());
  const signs = [
    said.some((text) => CARD_BUTTON.test(text)),
    said.some((text) => isState(text) && !CARD_BUTTON.test(text)),
    said.some((text) => COUNT.test(text)),
    price.place!.x + price.place!.width > width * RIGHT_END && cells.some((cell) => standsBeside(cell, price)),
    buttons.length > 0,
    hasOwnEdge(cells, below, width),
  ].filter(Boolean);
  if (signs.length === 0) return undefined;
  return { title: titleOf(card, price), lines: new Set([...cells, ...buttons.flat()].map(({ line }) => line)) };
}

const isButton = ({ text }: Cell): boolean => CARD_BUTTON.test(text.trim());

/** Left of it, and as low: the price of a card stands at its right end, on the height of a line or between two. */
const standsBeside = ({ place: a }: Cell, { place: b }: Cell): boolean =>
  a!.x + a!.width < b!.x && a!.y < b!.y + b!.height && a!.y + a!.height * OVERLAP > b!.y;

const OVERLAP = 2;

/** Do its lines begin at one edge, where nothing said below begins, and end where no bubble of one's own does? */
function hasOwnEdge(cells: readonly Cell[], below: readonly Cell[], width: number): boolean {
  const [first, ...rest] = cells.map(({ place }) => place!);
  const near = first!.height * 0.3;
  const said = below.flatMap(({ place, text }) => (place && !CLOCK.test(text.trim()) ? [place] : []));
  const ends = Math.max(...[first!, ...rest].map((place) => place.x + place.width));
  return (
    rest.length > 0 &&
    rest.every((place) => Math.abs(place.x - first!.x) < near) &&
    said.length >= FEWEST_SAID &&
    !said.some((place) => Math.abs(place.x - first!.x) < near || Math.abs(place.x + place.width - ends) < near) &&
    Math.abs(first!.x - (width - ends)) > near
  );
}

const FEWEST_SAID = 3;

const isClock = ({ text, place }: Cell, width: number): boolean =>
  CLOCK.test(text.trim()) && place !== undefined && Math.abs(place.x + place.width / 2 - width / 2) < width * 0.1;

/** The rows that stand near each other around one of them. */
function blockAround(rows: readonly Row[], at: number): Row[] {
  let [from, to] = [at, at];
  while (from > 0 && isNear(rows[from - 1]!, rows[from]!)) from -= 1;
  while (to + 1 < rows.length && to - from + 1 < MOST_ROWS && isNear(rows[to]!, rows[to + 1]!)) to += 1;
  return rows.slice(Math.max(from, to - MOST_ROWS + 1), to + 1);
}

function isNear(upper: Row, lower: Row): boolean {
  const bottom = Math.max(...upper.map(({ place }) => place!.y + place!.height));
  const top = Math.min(...lower.map(({ place }) => place!.y));
  const tall = Math.min(...[...upper, ...lower].map(({ place }) => place!.height));
  return top - bottom < tall * NEAR;
}

/** The first words of a card that name something, with the lines they go on in. */
function titleOf(card: readonly Row[], price: Cell): Cell[] {
  const cells = card.flat();
  const first = cells.find(
    (cell) => isTitle(cell.text.trim()) && (middle(cell.place!) < price.place!.y || isBeside(cell, price)),
  );
  if (!first) return [];
  const title = [first];
  for (const cell of cells.slice(cells.indexOf(first) + 1)) {
    const last = title.at(-1)!;
    const goesOn = !isMark(cell.text.trim()) && isNextLine(last, cell) && middle(cell.place!) < middle(price.place!);
    if (goesOn) title.push(cell);
  }
  return title;
}

/** At the same edge, in letters of the same size, with no more room between than lines of one text have. */
function isNextLine({ place: a }: Cell, { place: b }: Cell): boolean {
  const gap = b!.y - (a!.y + a!.height);
  return (
    Math.abs(a!.x - b!.x) < a!.height * 0.4 &&
    Math.abs(a!.height - b!.height) < a!.height * 0.1 &&
    gap > -a!.height * 0.3 &&
    gap < a!.height * 0.6
  );
}

/** What a card has besides names and states. */
const isMark = (text: string): boolean =>
  [PRICE, COUNT, CARD_BUTTON, /[¥￥]|^(?:订单(?:号|编号)|规格|已选)\s*[:：]/].some((mark) => mark.test(text)) ||
  labelRow(text) !== undefined;

function isTitle(text: string): boolean {
  return text.length >= 3 && text.length <= 60 && /\p{L}{2}/u.test(text) && !isMark(text) && !isState(text);
}
