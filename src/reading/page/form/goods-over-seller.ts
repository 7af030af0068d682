import { labelRow, leadingLabel } from '../labels/labels.ts';
import type { Pair } from '../labels/pairs.ts';
import { isNoGoods, LINK, PAGE_WORDS } from '../names.ts';
import type { Cell, Page } from '../page.ts';
import { continues } from './paragraph.ts';

/** `Sold by`, `Seller`: what markets abroad write under the goods. */
const UNDER_GOODS = /^(?:(?:shipped and )?sold by|seller|vendor)(?: name)?\s*:?$/i;
const SHORTEST = 6;
/** In heights of a line: so far over its seller the title's last line stands. */
const WITHIN = 2.2;

/** The title of the goods right over who sells them, on pages that have no label for it. */
export function goodsOverSeller(page: Page, pairs: readonly Pair[]): Cell[] {
  const sold = pairs.filter(({ label, row }) => row.means === 'merchant' && UNDER_GOODS.test(label.trim()));
  if (sold.length !== 1) return [];
  const line = sold[0]!.value[0]?.line;
  const at = page.rows.findIndex((row) => row.some((cell) => cell.line === line));
  const seller = page.rows[at]?.find((cell) => cell.line === line);
  const title = at > 0 && seller ? over(seller, page.rows[at - 1]!) : undefined;
  if (!title || !isTitle(title.text.trim())) return [];
  const above =
    at > 1 ? page.rows[at - 2]!.find((cell) => continues(cell, title) && isTitle(cell.text.trim())) : undefined;
  return above ? [above, title] : [title];
}

/** The cell of the row above that stands over this one; of a text without places the only one. */
function over(seller: Cell, row: readonly Cell[]): Cell | undefined {
  const below = seller.place;
  if (!below) return row.length === 1 ? row[0] : undefined;
  return row.find(
    ({ place }) =>
      place && Math.abs(place.x - below.x) < below.height && below.y - (place.y + place.height) < below.height * WITHIN,
  );
}

function isTitle(text: string): boolean {
  return (
    text.length >= SHORTEST &&
    /\p{L}{3}/u.test(text) &&
    !/[.!?]$/.test(text) &&
    !labelRow(text) &&
    leadingLabel(text)?.length !== text.length &&
    !LINK.test(text) &&
    !PAGE_WORDS.test(text) &&
    !isNoGoods(text)
  );
}
