import { foundOf, type Found } from '../found.ts';
import { stretchOf, type Cell, type Page } from '../page.ts';
import { join } from '../values/joined.ts';
import { readValue } from '../values/read-value.ts';

const TIME = String.raw`20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`;
const WHEN = String.raw`(?:(?:于|在)?\s*(?<when>${TIME})\s*)?`;
const BUYING = '(?:成功)?(?:购买|订购|拍下|选购|下单)(?:了|的)?(?:商品|宝贝|产品)?';
const BUYS = String.raw`\b(?:purchase|order|purchas(?:ed|ing)|bought|buying|order(?:ed|ing))(?: of| for)?`;
const QUOTED = '[“「『"《【‘](?<goods>[^“”「」『』"《》【】‘’]{2,60})[”」』"》】’]';
/** `您于2026-03-14 16:20:11购买的“松果词典 年卡”已支付成功`, `your purchase of "Pine Keys 12 months"`. */
const BOUGHT = [new RegExp(`${WHEN}${BUYING}\\s*[:：]?\\s*${QUOTED}`, 'du'), new RegExp(`${BUYS}:? ?${QUOTED}`, 'diu')];
/** A sentence runs over so many lines at most. */
const MOST_LINES = 3;

/** The goods that a sentence has between quotes behind the word for buying, and when they were bought. */
export function boughtIn({ rows }: Page): Found[] {
  for (const [i, row] of rows.entries()) {
    const cells = [...row];
    for (const next of rows.slice(i + 1, i + MOST_LINES)) {
      const [cell, ...more] = next;
      const last = cells.at(-1)!;
      if (!cell || more.length > 0 || row.length > 1 || !isBelow(last, cell)) break;
      cells.push(cell);
    }
    const found = read(cells, row.length);
    if (found.length > 0) return found;
  }
  return [];
}

/** At the same edge, with no more room between than the lines of a letter have: they stand wide apart. */
const isBelow = ({ place: a }: Cell, { place: b }: Cell): boolean =>
  !a || !b || (Math.abs(a.x - b.x) < a.height && b.y - (a.y + a.height) < a.height);

/** @param own so many of the cells are in the line where the sentence must begin to speak of buying */
function read(cells: readonly Cell[], own: number): Found[] {
  const { text } = join(cells, '');
  const first = join(cells.slice(0, own), '').text.length;
  const match = BOUGHT.map((form) => form.exec(text)).find((one) => one !== null && one.index < first);
  const spans = match?.indices?.groups;
  if (!spans?.['goods']) return [];
  const at = (key: 'product' | 'orderedAt', [from, to]: [number, number]): Found[] => {
    const value = readValue(key, stretchOf(cells, from, to));
    return value ? [foundOf(key, value, 'sentence', 1)] : [];
  };
  const when = match?.groups?.['when'] ? spans['when'] : undefined;
  return [...at('product', spans['goods']), ...(when ? at('orderedAt', when) : [])];
}
