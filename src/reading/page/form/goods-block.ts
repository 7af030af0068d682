import { labelRow, likelyRow } from '../labels/labels.ts';
import { ENDS_AS_LABEL } from '../labels/unknown-labels.ts';
import { isState, LABEL_END } from '../names.ts';
import { middle, type Cell, type Page, type Row } from '../page.ts';
import { continues } from './paragraph.ts';

/** A price, a count, or both in one: what stands right under or beside the title of the goods. */
export const PRICE = /^(?:[x×X*]\s?\d{1,3}\s*)?[¥￥]\s?\d[\d,]*(?:\.\d{1,2})?$/;
export const COUNT = /^(?:[x×X]\s?\d{1,3}|(?:数量|共)\s*[:：]?\s*[x×]?\d{1,3}\s*件?)$/;
/** `【自动发货】优酷月卡`: what a shop puts before the name, in brackets. */
const BADGES = /[【[［〔][^】\]］〕]{1,8}[】\]］〕]/gu;
/** States of an order, sums and buttons stand near prices too. */
export const NO_TITLE =
  /交易|订单|付款|支付|发货|收货|完成|成功|客服|复制|合计|实付|总价|优惠|运费|数量|退款|售后|^[x×X]\s?\d+(?!\S*\p{L})|[¥￥：:#]|^\d+$/u;
/** Leads to another page: a shop's, not the goods'. */
export const ARROW = /\s*[>›＞》]$/;

/**
 * Goods as shops show them, without a label, where more than one thing about their frame says so: the title, then
 * how many or which kind, with the price at the right; or a picture's room at the left of title and price.
 * @returns the lines of the title
 */
export function framedTitleOf(page: Page): Cell[] | undefined {
  for (const [at, row] of page.rows.entries()) {
    const price = row.findLast(({ text, place }) => place && PRICE.test(text.trim()));
    if (!price) continue;
    const title = row[0] === price ? overPrice(page, at, price) : besidePrice(page, at, price);
    if (title) return title;
  }
  return undefined;
}

/** The price alone in its row, under the title, where both leave the room of a picture at their left. */
function overPrice({ rows }: Page, at: number, price: Cell): Cell[] | undefined {
  const title = titleAbove(rows, at, price);
  return title && hasPicture(rows, title[0]!, price) ? title : undefined;
}

/** Behind a title, a count or a kind of the goods stands their price. */
function besidePrice({ rows }: Page, at: number, price: Cell): Cell[] | undefined {
  const row = rows[at]!;
  const [first] = row;
  if (!first?.place || row.length > 3) return undefined;
  const isCount = COUNT.test(first.text.trim());
  const isFramed = countBelow(rows, at, price) || kindBelow(rows, at, first);
  if (!isCount && isTitle(first) && isFramed) return [first, ...goesOn(rows, at, first, price)];
  if (isCount && row.length === 2) {
    return titleAbove(rows, at, first) ?? besidePicture(rows, at, first);
  }
  if (row.length > 2 || !isNote(first, rows)) return undefined;
  return titleAbove(rows, at, first);
}

/** The title over `共1件`, at the right of a picture that reaches down to it. */
function besidePicture(rows: readonly Row[], at: number, count: Cell): Cell[] | undefined {
  const title = alone(rows[at - 1] ?? []);
  const [a, b] = [title?.place, count.place];
  if (!title || !a || !b || !isTitle(title)) return undefined;
  const gap = b.y - (a.y + a.height);
  return a.x - b.x > PICTURE * a.height && gap < PICTURE_UNDER * a.height
    ? [...beganIn(rows, at - 1, title), title]
    : undefined;
}

/** Only the kind stands under a title with its price, in smaller letters, and neither is in a column of labels. */
function kindBelow(rows: readonly Row[], at: number, title: Cell): boolean {
  const below = rows[at + 1];
  const [kind] = below ?? [];
  return (
    below?.length === 1 &&
    kind?.place !== undefined &&
    isKindUnder(kind, title) &&
    isInLine(title, kind) &&
    isNote(kind, rows) &&
    !HAN_ONLY.test(title.text.trim()) &&
    isNote(title, rows)
  );
}

/** The title over a row of the goods' block, past a smaller line that says which kind was chosen. */
function titleAbove(rows: readonly Row[], at: number, under: Cell): Cell[] | undefined {
  let below = under;
  for (let up = at - 1; up >= Math.max(0, at - 3); up--) {
    const cell = alone(rows[up]!);
    if (!cell || !isRightOver(cell, below)) return undefined;
    const above = alone(rows[up - 1] ?? []);
    const isKind = above !== undefined && isTitle(above) && isKindUnder(cell, above) && isNote(cell, rows);
    if (!isKind) return isTitle(cell) ? [...beganIn(rows, up, cell), cell] : undefined;
    below = cell;
  }
  return undefined;
}

/** A cell with nothing beside it but an arrow. */
const alone = (row: Row): Cell | undefined =>
  row.length === 1 || (row.length === 2 && /^[>›＞❯]$/.test(row[1]!.text.trim())) ? row[0] : undefined;

/** The line that a title began in. */
function beganIn(rows: readonly Row[], at: number, title: Cell): Cell[] {
  const above = alone(rows[at - 1] ?? []);
  return above && isTitle(above) && isOneText(above, title) ? [above] : [];
}

/** A title takes no more lines than these. */
const MOST_LINES = 4;

/** The lines that a title goes on in, beside its price, or the count that stands under that. */
function goesOn(rows: readonly Row[], at: number, title: Cell, price: Cell): Cell[] {
  const lines = [title];
  for (const row of rows.slice(at + 1, at + 1 + MOST_LINES)) {
    // What stands left of the title is written on its picture.
    const [next, ...others] = row.filter(({ place }) => !isLeftOf(place, title));
    if (!next && row.length > 0) continue;
    const words = next?.text.trim() ?? '';
    const last = lines.at(-1)!;
    if (!next || COUNT.test(words) || PRICE.test(words) || LABEL_END.test(words)) break;
    // `激活码` is a label, and the last word of goods that had no more room.
    const goesOn = isFull(last, price)
      ? isSetAs(title, last, next)
      : last === title && isOneText(last, next) && !labelRow(words);
    if (!goesOn) break;
    if (!others.every(({ text }) => COUNT.test(text.trim()))) break;
    lines.push(next);
    if (lines.length === MOST_LINES) break;
  }
  return lines.slice(1);
}

const isLeftOf = (place: Cell['place'], { place: title }: Cell): boolean =>
  !!place && !!title && place.x + place.width < title.x;

/** Did a line end because the price stands there? */
const isFull = ({ place: a }: Cell, { place: b }: Cell): boolean => b!.x - (a!.x + a!.width) < 2 * a!.height;

/** On a photograph the lines of one text are of many heights; what was chosen of the goods stands there smaller. */
const isSetAs = ({ place: title }: Cell, { place: a }: Cell, { place: b }: Cell): boolean =>
  !!b &&
  b.height > SMALLER * title!.height &&
  b.y - (a!.y + a!.height) < NEAR_LINES * a!.height &&
  Math.abs(b.x - title!.x) < 0.6 * title!.height;
/** Below this share of a title's height a line is set smaller. */
const SMALLER = 0.8;
/** In heights of a line: nearer stand the lines of one text. */
const NEAR_LINES = 0.75;

/** Does a line of their size stand hard above or below a title's lines, so that it may be longer than these? */
export function mayBeLonger(title: readonly Cell[], rows: readonly Row[]): boolean {
  const [first, last] = [title[0]!, title.at(-1)!];
  return rows
    .flat()
    .filter((cell) => !title.some(({ line }) => line === cell.line))
    .some((cell) => {
      const words = cell.text.trim();
      if (PRICE.test(words) || COUNT.test(words) || !cell.place || !first.place) return false;
      return cell.place.y > first.place.y ? isSetAs(first, last, cell) : isSetAs(first, cell, first);
    });
}

const isOneText = (upper: Cell, lower: Cell): boolean =>
  continues(upper, lower) &&
  Math.abs(upper.place!.height - lower.place!.height) < 0.1 * upper.place!.height &&
  Math.abs(upper.place!.x - lower.place!.x) < upper.place!.height * 0.4;

/** How many, at the right edge under a price. */
function countBelow(rows: readonly Row[], at: number, price: Cell): boolean {
  const edge = price.place!.x + price.place!.width;
  return rows
    .slice(at + 1, at + 3)
    .flat()
    .some(
      ({ text, place }) =>
        place !== undefined &&
        COUNT.test(text.trim()) &&
        Math.abs(place.x + place.width - edge) < place.height &&
        place.y - (price.place!.y + price.place!.height) < price.place!.height * 2,
    );
}

function isRightOver({ place: a }: Cell, { place: b }: Cell): boolean {
  if (!a || !b) return false;
  const gap = b.y - (a.y + a.height);
  return gap > -0.3 * a.height && gap < 1.8 * a.height && Math.abs(a.x - b.x) < 1.2 * a.height;
}

/** Smaller, and as near as the lines of one thing are. */
function isKindUnder(cell: Cell, title: Cell): boolean {
  const [a, b] = [title.place!, cell.place!];
  return isRightOver(title, cell) && b.height < a.height * 0.92 && b.y - (a.y + a.height) < 0.8 * b.height;
}

/** In heights of a line: so much room at the left has a picture. */
const PICTURE = 3;
/** So far a picture reaches down below the title beside it. */
const PICTURE_UNDER = 5;

/** Title and price begin where a picture ends, and the page begins left of it, above or below. */
function hasPicture(rows: readonly Row[], title: Cell, price: Cell): boolean {
  const { x, height } = title.place!;
  const left = Math.min(...rows.flat().map(({ place }) => place?.x ?? Infinity));
  const isCentred =
    Math.abs(title.place!.x + title.place!.width / 2 - price.place!.x - price.place!.width / 2) < height;
  return x - left > PICTURE * height && Math.abs(price.place!.x - x) < height / 2 && !isCentred;
}

/** A few words of which kind the goods are or how they come; no label and nothing in a column of labels. */
function isNote(cell: Cell, rows: readonly Row[]): boolean {
  const text = cell.text.trim();
  if (text.length > 24 || PRICE.test(text) || isLabel(text) || ENDS_AS_LABEL.test(text)) return false;
  return rows.filter((row) => row.length === 2 && row[0] !== cell && isInLine(row[0]!, cell)).length < 2;
}

const isInLine = ({ place: a }: Cell, { place: b }: Cell): boolean =>
  !!a && !!b && Math.abs(a.x - b.x) < 0.3 * b.height;

const isLabel = (text: string): boolean => labelRow(text) !== undefined || likelyRow(text) !== undefined;
/** Of words alone: `CAD2024 激活码` is a name, though 激活码 is a label. */
const HAN_ONLY = /^\p{Script=Han}{2,8}[:：]?$/u;

function isTitle({ text, place }: Cell): boolean {
  const words = text.trim();
  const bare = words.replace(BADGES, '').trim();
  return (
    place !== undefined &&
    words.length <= 60 &&
    bare.length >= 2 &&
    /\p{L}{2}/u.test(bare) &&
    !NO_TITLE.test(bare) &&
    !ARROW.test(words) &&
    labelRow(words) === undefined &&
    !(HAN_ONLY.test(words) && (likelyRow(words) || ENDS_AS_LABEL.test(words))) &&
    !isState(words)
  );
}

/** Do two cells stand side by side, the first at the left? */
export function isBeside({ place: a }: Cell, { place: b }: Cell): boolean {
  return Math.abs(middle(a!) - middle(b!)) < a!.height * 0.6 && a!.x + a!.width < b!.x;
}
