import type { Box } from '../../model/evidence.ts';
import { labelRow } from './labels/labels.ts';
import { LINK } from './names.ts';
import { middle, type Cell, type Page, type Row } from './page.ts';

/** Words of a menu: a few letters, no figures but how many there are. */
const WORD = /^(?:\p{Script=Han}{1,8}|[A-Za-z][A-Za-z_ &']{1,17})\s*(?:[（(]?\d{1,3}[）)]?)?$/u;
/** In heights of a line: between the words of a menu is about the same room, and no more than so much. */
const GAP = 4;
const SAME_GAP = 0.7;
const SAME_HEIGHT = 0.25;
const LARGER = 1.18;
/** So many words are a menu; fewer where one of them surely leads elsewhere. */
const ENOUGH = { any: 4, withLink: 3, column: 4 };
/** Of its words so many may be labels as well: 账号 leads to where accounts are sold. */
const LABELS = 0.25;
/** A page that is so many lines' heights wide was shown by a PC: the menus at its side stand beside other things. */
const WIDE = 36;
/** Menus at the side stand in this part of its breadth. */
const SIDE = 0.3;
/** Items of which so many have something beside them in one column are labels. */
const OF_COLUMN = 0.6;
/** In heights of a line: how far apart the items of a menu at the side are. */
const ITEMS_APART = 3.5;
const STRAIGHT = 0.45;

/** What stands between the links of a bar that is read as one line. */
const BETWEEN = /\s*[|｜丨]\s*/;
/** Whose page it is stands among the links of its foot. */
const OWNED = /©|copyright|版权|\(c\)/i;

/** The cells of a page that only lead elsewhere on its site: bars of links at its head and foot, menus at its side. */
export function menusIn({ rows, width }: Pick<Page, 'rows' | 'width'>): ReadonlySet<Cell> {
  const cells = rows.flat();
  const bars = rows.flatMap((row, i) => [...barIn(row, rows[i + 1]), ...row.filter(isBar)]);
  const side = width !== undefined && isWide(cells, width) ? sideMenu(cells, rows, width) : [];
  return new Set([...bars, ...side]);
}

/** Was the page shown by a PC? */
export function isWide(cells: readonly Cell[], width: number): boolean {
  return width > WIDE * usualHeight(cells);
}

function usualHeight(cells: readonly Cell[]): number {
  const heights = cells.flatMap(({ place }) => place?.height ?? []).toSorted((a, b) => a - b);
  return heights[heights.length >> 1] ?? Infinity;
}

const isWord = ({ text, place }: Cell): boolean => place !== undefined && WORD.test(text.trim());
const isLabel = ({ text }: Cell): boolean => labelRow(text.trim()) !== undefined;

/** `关于我们|联系我们|商家入驻`, `用户：某某 | 余额：0.36元 | 退出`; a bare name before links is whose site it is. */
function isBar({ text }: Cell): boolean {
  const pieces = text.trim().split(BETWEEN);
  const links = pieces.map((piece) => LINK.test(piece.replace(/\s*[（(]\d+[）)]$/, '')));
  return pieces.length > 2 && !OWNED.test(text) && links.includes(true) && (links[0]! || /[:：,，]/.test(pieces[0]!));
}

/** The longest stretch of words in a row that are as high and as far from each other, and no head of a table. */
function barIn(row: Row, next: Row | undefined): Cell[] {
  let best: Cell[] = [];
  let run: Cell[] = [];
  for (const cell of row) {
    run = isWord(cell) ? (run.length > 0 && goesOn(run, cell) ? [...run, cell] : [cell]) : [];
    if (run.length > best.length) best = run;
  }
  // The name of the site before its menu is set larger.
  if (best.length > 1 && best[0]!.place!.height > LARGER * best[1]!.place!.height) best = best.slice(1);
  const hasLink = best.some(({ text }) => LINK.test(text.trim()));
  const isLong = best.length >= (hasLink ? ENOUGH.withLink : ENOUGH.any);
  if (!isLong || best.filter(isLabel).length > LABELS * best.length) return [];
  const over = best.filter((cell) => next?.some(({ place }) => place && isOver(cell.place!, place)));
  return over.length * 2 >= best.length ? [] : best;
}

function goesOn(run: readonly Cell[], { place }: Cell): boolean {
  const [last, before] = [run.at(-1)!.place!, run.at(-2)?.place];
  const gap = place!.x - (last.x + last.width);
  const isNear = gap > 0.3 * last.height && gap < GAP * last.height;
  const isSame = before === undefined || Math.abs(gap - (last.x - before.x - before.width)) < SAME_GAP * last.height;
  return isNear && isSame && isAsHigh(last, place!);
}

/** Nearly: letters that reach below the line make it higher. */
const isAsHigh = (a: Box, b: Box): boolean => Math.abs(a.height - b.height) < SAME_HEIGHT * a.height + 2;

const isOver = (a: Box, b: Box): boolean =>
  b.y - (a.y + a.height) < 2.2 * a.height &&
  (Math.abs(a.x - b.x) < 0.6 * a.height || Math.abs(a.x + a.width / 2 - b.x - b.width / 2) < 0.6 * a.height);

/** Words one under another at the left edge, beside which nothing stands in a column of its own. */
function sideMenu(cells: readonly Cell[], rows: readonly Row[], width: number): Cell[] {
  const words = cells.filter((cell) => isWord(cell) && cell.place!.x + cell.place!.width < SIDE * width);
  const taken = new Set<Cell>();
  for (const first of words) {
    if (taken.has(first)) continue;
    const column = columnFrom(first, words);
    if (column.length < ENOUGH.column || areLabels(column, rows)) continue;
    // Below its last word may stand where the site can be reached.
    const whole = columnFrom(
      first,
      cells.filter(({ place }) => place && place.x + place.width < SIDE * width),
    );
    for (const cell of whole) taken.add(cell);
  }
  return [...taken];
}

function columnFrom(first: Cell, words: readonly Cell[]): Cell[] {
  const column = [first];
  for (const cell of words.toSorted((a, b) => middle(a.place!) - middle(b.place!))) {
    const last = column.at(-1)!.place!;
    const { place } = cell;
    const isUnder = place!.y > last.y + 0.8 * last.height && place!.y < last.y + last.height * (1 + ITEMS_APART);
    const isStraight = Math.abs(place!.x - first.place!.x) < STRAIGHT * last.height;
    if (isUnder && isStraight && isAsHigh(first.place!, place!)) column.push(cell);
  }
  return column;
}

function areLabels(column: readonly Cell[], rows: readonly Row[]): boolean {
  if (column.filter(isLabel).length > LABELS * column.length) return true;
  const starts = column.flatMap((cell) => {
    const row = rows.find((one) => one.includes(cell));
    return row?.[row.indexOf(cell) + 1]?.place?.x ?? [];
  });
  const near = column[0]!.place!.height * 0.5;
  return starts.some((x) => starts.filter((other) => Math.abs(other - x) < near).length >= OF_COLUMN * column.length);
}

/** In this part of a page, from above and from the left, its site is named, in larger letters than most. */
const HEAD = { height: 0.15, width: 0.25, larger: 1.25 };

/** What stands at the beginning of a page's head, before its menu, or set large where a PC shows it. */
export function siteOf({ rows, width, height }: Page, menus: ReadonlySet<Cell>): Cell | undefined {
  if (width === undefined || height === undefined) return undefined;
  const cells = rows.flat();
  const usual = usualHeight(cells);
  const wide = isWide(cells, width);
  return rows
    .slice(0, 4)
    .flatMap((row) => row.slice(0, 1).map((cell) => ({ cell, beside: row.some((one) => menus.has(one)) })))
    .find(({ cell, beside }) => {
      const { place } = cell;
      const isAtHead =
        place && !menus.has(cell) && place.y < HEAD.height * height && place.x < HEAD.width * Math.max(width, 1);
      return isAtHead && (beside || (wide && place.height > HEAD.larger * usual));
    })?.cell;
}
