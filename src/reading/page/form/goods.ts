import { labelRow } from '../labels/labels.ts';
import { ENDS_AS_LABEL } from '../labels/unknown-labels.ts';
import { isState, LABEL_END, SHOP_NAME, STATUS_BAR } from '../names.ts';
import type { Cell, Page } from '../page.ts';
import { ARROW, COUNT, framedTitleOf, isBeside, mayBeLonger, NO_TITLE, PRICE } from './goods-block.ts';
import { continues } from './paragraph.ts';

/** `自动充值/卡密 ×1`: the chosen kind of the goods, in smaller letters under the title. */
const WITH_COUNT = /[x×X]\s?\d{1,3}$/;
/** Names no goods what stands at this label? `深海：灯塔守望` may be called so, `名称：月卡` and `称：月卡` are not. */
export function isNoGoodsAt(label: string, text: string): boolean {
  const words = text.normalize('NFKC').trim();
  const [before = ''] = LABEL_END.exec(words) ?? [];
  const begun = before.slice(0, -1);
  const isRest = begun.length < 2 || ENDS_AS_LABEL.test(begun) || [begun, label + begun].some((said) => labelRow(said));
  return isState(words) || (before !== '' && isRest);
}

/**
 * Shops show the goods as picture, title and price without labels: the title
 * stands right over the price or the count, or left of it in one row.
 */
export function goodsOf(page: Page): Cell[] {
  const title = framedTitleOf(page);
  if (title) return title;
  const cells = page.rows.flat().filter((cell) => cell.place && !STATUS_BAR.test(cell.text.trim()));
  const framed = betweenMarks(cells);
  if (framed) return whole(framed, cells, page.width);
  for (const mark of [PRICE, COUNT]) {
    for (const price of cells) {
      if (!mark.test(price.text.trim())) continue;
      const title = cells.findLast((cell) => isTitle(cell.text.trim()) && standsBy(cell, price));
      const start = title && fillsLine(title, page.width) ? title : undefined;
      const last = cells.findLast((cell) => cell !== title && standsBy(cell, price) && isRest(cell.text.trim()));
      const upper =
        last && (start && isOver(start, last) ? start : !title && cells.findLast((cell) => isStartOf(cell, last)));
      if (upper && fillsLine(upper, page.width)) return [...whole(upper, cells, page.width), last!];
      if (title) return whole(title, cells, page.width);
    }
  }
  return [];
}

/** Does its frame show that these are goods: a picture's room, a count, a price? */
export function areFramed(cells: readonly Cell[], page: Page): boolean {
  const framed = [...(framedTitleOf(page) ?? []), betweenMarks(page.rows.flat().filter(({ place }) => place))];
  return cells.some((cell) => framed.some((one) => one?.line === cell.line));
}

/** In heights of a title: so far below it stand the price and the count of the same goods. */
const OF_THE_SAME = 6;

/** Do they stand whole with a price and the only count of the page? A list has one for each of its goods. */
export function areCounted(lines: readonly Cell[], { rows }: Page): boolean {
  const [title] = lines;
  if (mayBeLonger(lines, rows)) return false;
  const cells = rows.flat();
  const isNear = ({ place }: Cell): boolean =>
    place !== undefined &&
    title?.place !== undefined &&
    place.y > title.place.y - title.place.height &&
    place.y < title.place.y + OF_THE_SAME * title.place.height;
  const counts = cells.filter(({ text }) => COUNT.test(text.trim()));
  return (
    counts.length === 1 && isNear(counts[0]!) && cells.some((cell) => PRICE.test(cell.text.trim()) && isNear(cell))
  );
}

/** Right over a price and left of a count stands the title of goods, whatever its words are: `崩坏：星穹铁道`. */
function betweenMarks(cells: readonly Cell[]): Cell | undefined {
  const has = (mark: RegExp): Cell[] => cells.filter(({ text }) => mark.test(text.trim()));
  const [prices, counts] = [has(PRICE), has(COUNT)];
  return cells.find(
    (cell) =>
      isNamed(cell.text.trim()) &&
      counts.some((count) => isBeside(cell, count)) &&
      prices.some((price) => price.place!.y > cell.place!.y && standsBy(cell, price)),
  );
}

/** No label, no known label with its value, no sum. */
function isNamed(text: string): boolean {
  const [before] = text.split(/[:：]/);
  return text.length >= 3 && text.length <= 60 && /\p{L}{2}/u.test(text) && !/[¥￥]/.test(text) && !labelRow(before!);
}

/** The name right over the goods: of the shop, most often, though nothing says so. */
export function aboveGoods(page: Page): Cell | undefined {
  const [title] = goodsOf(page);
  const at = page.rows.findIndex((row) => title !== undefined && row.some((cell) => cell.line === title.line));
  const row = page.rows[at - 1];
  const cell = row?.length === 1 ? row[0]! : undefined;
  const text = cell?.text.trim().replace(ARROW, '') ?? '';
  return cell?.place &&
    title?.place &&
    isTitle(text) &&
    text.length <= 20 &&
    title.place.y - cell.place.y < cell.place.height * 4
    ? cell
    : undefined;
}

function isTitle(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 60 &&
    /\p{L}{2}/u.test(text) &&
    !STATUS_BAR.test(text) &&
    !NO_TITLE.test(text) &&
    !ARROW.test(text) &&
    !labelRow(text) &&
    !SHOP_NAME.test(text)
  );
}

function standsBy(cell: Cell, price: Cell): boolean {
  const a = cell.place!;
  const b = price.place!;
  const over = b.y - (a.y + a.height);
  const rightOver = over > -a.height * 0.3 && over < a.height * 2.2 && Math.abs(a.x - b.x) < a.height * 1.2;
  return rightOver || isBeside(cell, price);
}

/** The last word or two of a title that had no room left. */
function isRest(text: string): boolean {
  return text.length > 0 && text.length <= 12 && !PRICE.test(text) && !COUNT.test(text) && !NO_TITLE.test(text);
}

const isStartOf = (cell: Cell, last: Cell): boolean => isTitle(cell.text.trim()) && isOver(cell, last);

function isOver(upper: Cell, lower: Cell): boolean {
  return continues(upper, lower) && Math.abs(upper.place!.x - lower.place!.x) < upper.place!.height * 0.5;
}

/** The title with its first line; of a line that only says which kind was chosen, the title over it. */
function whole(title: Cell, cells: readonly Cell[], width: number | undefined): Cell[] {
  const above = cells.find(
    (cell) =>
      cell !== title &&
      isTitle(cell.text.trim()) &&
      cell.place!.y < title.place!.y &&
      continues(cell, title) &&
      Math.abs(cell.place!.x - title.place!.x) < title.place!.height * 0.5,
  );
  if (!above) return [title];
  const smaller = title.place!.height < above.place!.height * 0.9;
  return smaller || (WITH_COUNT.test(title.text.trim()) && !fillsLine(above, width)) ? [above] : [above, title];
}

/** A title goes on below only when it had no more room. */
function fillsLine({ place }: Cell, width: number | undefined): boolean {
  return width !== undefined && place!.x + place!.width > width * 0.86;
}
