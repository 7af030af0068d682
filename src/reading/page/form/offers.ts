import { OFFERS } from '../names.ts';
import type { Page, Row } from '../page.ts';

/** `¥18.80`, alone or before what else a card says. */
const PRICE = /^[¥￥]\s?\d[\d,]*(?:\.\d{1,2})?/;

/**
 * The rows of a page above what else its shop would like to sell: cards with prices, two and more beside each other,
 * below a line that recommends, or that say how many bought them. None of them was bought here.
 */
export function withoutOffers({ rows }: Page): Row[] {
  const at = rows.findIndex((row, i) => i > 0 && row.length === 1 && OFFERS.heads.test(row[0]!.text.trim()));
  const priced = (from: number): number =>
    rows
      .slice(from)
      .flat()
      .filter(({ text }) => PRICE.test(text.trim())).length;
  if (at !== -1 && priced(at) >= 2) return rows.slice(0, at);
  const said = rows.findIndex((row) => row.filter(({ text }) => OFFERS.sold.test(text.trim())).length >= 2);
  if (said === -1) return rows;
  // Cards stand side by side: what is above the first row of them is alone in its own.
  const above = rows.findLastIndex((row, i) => i < said && row.length === 1);
  return above > 0 && priced(above) >= 2 ? rows.slice(0, above) : rows;
}
