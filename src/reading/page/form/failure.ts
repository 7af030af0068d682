import { labelRow } from '../labels/labels.ts';
import { DIALOG_BUTTON, DIALOG_TITLE, SAYS_NOTHING, STATUS_BAR } from '../names.ts';
import { dialogOf, headedStatement, isFinePrint } from './dialog.ts';
import { isHourOfTalk, onlyDenial, shapedDialog, type ShapedDialog } from './dialog-shape.ts';
import { disputeOf, saysFailure } from '../../layouts/troubles.ts';
import type { Cell, Page } from '../page.ts';
import { continues, isRestOf, mayWrap } from './paragraph.ts';

export interface FailureMessage {
  cells: Cell[];
  /** Between a dialog's title and its buttons, or above its one button. */
  inDialog: boolean;
  /** Known by how it stands and by its denial: no word of failure is in it. */
  byShape?: true;
}

/** Titles in English that say no more, where the spaces may be lost. */
const EMPTY_ERROR = /^(?:oops|sorry)?(?:anerror(?:has)?occurred|somethingwentwrong)$/i;
/** A statement of what went wrong, not the name of a page. */
const MIN_LENGTH = 4;

/**
 * The sentence that says what went wrong: in a dialog what stands between its
 * title and its buttons, else the line with most to say about it.
 */
export function failureOf(page: Page): FailureMessage | undefined {
  const rows = page.rows.filter((row, i) => !isStatusBar(row, i, page.width));
  const dialog = dialogOf(rows) ?? headedStatement(rows);
  const worded = dialog ? { cells: dialog, inDialog: true } : statementOf(rows, page.width);
  if (worded?.inDialog) return worded;
  if (rows.slice(1).some(isHourOfTalk)) return undefined;
  const shaped = shapedDialog(rows, page) ?? openDenial(rows, page);
  if (!shaped) return worded;
  const same = worded?.cells.some((cell) => shaped.message.includes(cell)) ?? false;
  // Words of failure elsewhere on the page count before a denial; a title that has them says less than it.
  if (worded && !same && !worded.cells.every(({ text }) => DIALOG_TITLE.test(text.trim()))) return worded;
  return { cells: shaped.message, inDialog: shaped.closed, ...(same ? {} : { byShape: true as const }) };
}

function openDenial(rows: readonly Cell[][], page: Page): ShapedDialog | undefined {
  const message = onlyDenial(rows, page);
  return message && { message, closed: false };
}

/** The phone's own line stands at the top; further down a number alone is the end of a line that was broken. */
function isStatusBar(row: readonly Cell[], at: number, width: number | undefined): boolean {
  const place = row[0]?.place;
  const onTop = place === undefined || width === undefined || place.y < width * TOP;
  return at < 2 && onTop && row.every((cell) => STATUS_BAR.test(cell.text.trim()));
}

const TOP = 0.12;

/** A sentence goes on in the next line only when its own was full: as broad as that one, or as half of the page. */
function filledLine({ place }: Cell, below: Cell, width: number | undefined): boolean {
  if (place === undefined || width === undefined) return true;
  return place.width > width * 0.5 || place.width >= (below.place?.width ?? Infinity) * AS_BROAD;
}

const AS_BROAD = 0.95;

/** Alone at the right no page says what went wrong: a person does, in a bubble of a talk that was cut off. */
function isAtRight({ place }: Cell, width: number | undefined): boolean {
  if (place === undefined || width === undefined) return false;
  const right = width - place.x - place.width;
  return place.x > width * 0.3 && place.x > right * 2;
}

/** Without a dialog: the line that has words of failure; a heading alone counts least. */
function statementOf(rows: readonly Cell[][], width: number | undefined): FailureMessage | undefined {
  let best: { cells: Cell[]; rank: number } | undefined;
  rows.forEach((row, index) => {
    for (const cell of row) {
      const text = cell.text.trim();
      if (!isStatement(text) || (row.length === 1 && isAtRight(cell, width))) continue;
      const cells = row.length === 1 ? paragraphAt(rows, index, width) : [cell];
      const rank =
        (DIALOG_TITLE.test(text) ? 1 : 2) +
        Math.min(1, text.length / 20) +
        (row.length === 1 ? 0.5 : 0) +
        Number(disputeOf(text)?.by === 'sentence');
      if (!best || rank > best.rank) best = { cells, rank };
    }
  });
  return best && { cells: best.cells, inDialog: false };
}

/** Who asks, complains: no program speaks so. */
const ASKS = new RegExp(
  [
    '(?<!自)我(?:爸|妈|朋友|的号|要求|买|充|换|问|说|去|又|也|都|就|把)|怎么|为什么',
    '[吗呢啊呀][。.?？!！~]*$|[?？]$|^我(?!们(?:无法|未|没|不))|老板|客服.{0,6}在',
  ].join('|'),
);
/** What a bank books, and what it leaves, has not failed. */
const BOOKED =
  /(?:消费|支出|支付|转出|扣款|入账)(?:人民币|金额)?[:：]?\s?[¥￥]?\d[\d,]*\.\d{2}|可用(?:余额|额度)[:：]?\s?[¥￥]?\d/;

/** What begins with a long number goes on from the line above: no statement begins so. */
const GOES_ON = /^\d{6,}/;

function isStatement(text: string): boolean {
  return (
    text.length >= MIN_LENGTH &&
    !DIALOG_BUTTON.test(text) &&
    !SAYS_NOTHING.test(text) &&
    !EMPTY_ERROR.test(text.replace(/[^\p{L}]/gu, '')) &&
    !labelRow(text) &&
    !ASKS.test(text) &&
    !BOOKED.test(text) &&
    !GOES_ON.test(text) &&
    saysFailure(text)
  );
}

/** More lines are a text in which something is said to fail. */
const MOST_LINES = 5;

/** A line with those that it goes on from, and those that it goes on in. */
function paragraphAt(rows: readonly Cell[][], at: number, width: number | undefined): Cell[] {
  const [cell] = rows[at]!;
  const cells = [cell!];
  for (let i = at - 1; i >= 0 && cells.length < MOST_LINES; i--) {
    const [above, ...more] = rows[i]!;
    if (!above || more.length > 0 || nextLineOf(above, [cells[0]!], width) === undefined) break;
    cells.unshift(above);
  }
  for (let i = at + 1; i < rows.length && cells.length < MOST_LINES; i++) {
    const below = nextLineOf(cells.at(-1)!, rows[i], width);
    if (!below) break;
    cells.push(below);
  }
  return cells;
}

/** The line that a statement goes on in; undefined where it ends. */
function nextLineOf(cell: Cell, next: readonly Cell[] | undefined, width: number | undefined): Cell | undefined {
  const [below] = next ?? [];
  return below &&
    next!.length === 1 &&
    continues(cell, below) &&
    filledLine(cell, below, width) &&
    mayWrap(cell, below) &&
    !isFinePrint(below, cell.place) &&
    (isRestOf(cell, below) || !DIALOG_BUTTON.test(below.text.trim())) &&
    !/[。.!！]$/.test(cell.text.trim())
    ? below
    : undefined;
}
