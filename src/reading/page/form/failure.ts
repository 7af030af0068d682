import { labelRow, leadingLabel } from '../labels/labels.ts';
import { DIALOG_BUTTON, DIALOG_TITLE, SAYS_NOTHING, STATUS_BAR } from '../names.ts';
import { shapedDialog } from './dialog-shape.ts';
import { disputeOf, saysFailure } from '../../layouts/troubles.ts';
import { widestOf, type Cell, type Page } from '../page.ts';
import { continues, isLastLetters, isRestOf, isRowsRest, mayWrap } from './paragraph.ts';

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
  const worded = dialogOf(rows) ?? statementOf(rows, page.width);
  if (worded?.inDialog) return worded;
  const shaped = shapedDialog(rows, page);
  if (!shaped) return worded;
  const same = worded?.cells.some((cell) => shaped.message.includes(cell)) ?? false;
  // Words of failure elsewhere on the page count before a denial; a title that has them says less than it.
  if (worded && !same && !worded.cells.every(({ text }) => DIALOG_TITLE.test(text.trim()))) return worded;
  return { cells: shaped.message, inDialog: shaped.closed, ...(same ? {} : { byShape: true as const }) };
}

/** The phone's own line stands at the top; further down a number alone is the end of a line that was broken. */
function isStatusBar(row: readonly Cell[], at: number, width: number | undefined): boolean {
  const place = row[0]?.place;
  const onTop = place === undefined || width === undefined || place.y < width * TOP;
  return at < 2 && onTop && row.every((cell) => STATUS_BAR.test(cell.text.trim()));
}

const TOP = 0.12;

/** Before the word of a button that leads back. */
const BACK = /^[<‹«←]\s*/;

const textOf = (row: readonly Cell[]): string => row.map((cell) => cell.text.trim()).join('');

function dialogOf(rows: readonly Cell[][]): FailureMessage | undefined {
  const isButtons = (row: readonly Cell[]): boolean =>
    row.length > 0 && row.length <= 3 && row.every((cell) => DIALOG_BUTTON.test(cell.text.trim().replace(BACK, '')));
  for (let last = rows.length - 1; last > 0; last--) {
    if (!isButtons(rows[last]!) || isRowsRest(rows[last - 1]!, rows[last]!)) continue;
    const title = rows.findLastIndex(
      (row, i) => i < last && i >= last - 6 && row.some((cell) => DIALOG_TITLE.test(cell.text.trim())),
    );
    // The dialog's own column: what shines through from the page behind stands elsewhere.
    const message = withoutHeading(statedIn(rows.slice(title + 1, last).flat()));
    const isMessage = message.length > 0 && message.length <= 6 && !rows.slice(title + 1, last).some(isOfColumns);
    if (title !== -1 && isMessage) return { cells: message, inDialog: true };
    // Without its heading, unless that alone says what failed.
    for (const strict of [true, false]) {
      const above = statedIn(paragraphAbove(rows, last, strict));
      if (above.length > 0 && saysFailure(above.map((cell) => cell.text).join('')))
        return { cells: above, inDialog: true };
    }
  }
  return undefined;
}

/** A label with a code or a number far right of it: of a form, and no line of a message. */
function isOfColumns([label, ...values]: readonly Cell[]): boolean {
  const [value] = values;
  return (
    values.length === 1 &&
    label!.place !== undefined &&
    value!.place !== undefined &&
    value!.place.x - (label!.place.x + label!.place.width) > 2 * label!.place.height &&
    /^[A-Za-z\d*＊-]{6,}$/.test(value!.text.trim())
  );
}

/** A second heading under the first, which says nothing that the rest does not. */
function withoutHeading(cells: Cell[]): Cell[] {
  const [first, second, ...more] = cells;
  if (!first || !second || mayWrap(first, second, widestOf([second, ...more]))) return cells;
  const rest = [second, ...more];
  const says = saysFailure(rest.map(({ text }) => text).join(''));
  return says && disputeOf(first.text)?.by !== 'sentence' ? rest : cells;
}

/** Of a dialog the statement: what follows as `解封时间：…`, `UID：…` is no part of it. */
function statedIn(cells: readonly Cell[]): Cell[] {
  const first = cells[0]?.place;
  const end = cells.findIndex((cell, i) => i > 0 && (isLabelled(cell.text.trim()) || isFinePrint(cell, first)));
  return end > 0 ? cells.slice(0, end) : [...cells];
}

function isLabelled(text: string): boolean {
  return (
    /^[^:：]{1,12}[:：]/.test(text) &&
    (leadingLabel(text) !== undefined || /^[^:：]{2,12}[:：]\s*[A-Za-z]{0,4}\d/.test(text))
  );
}

/** Smaller than the first line: an explanation, a date, the goods. A last letter or two are as high as they are. */
function isFinePrint(cell: Cell, first: Cell['place']): boolean {
  if (first === undefined || cell.place === undefined || isLastLetters(cell)) return false;
  return cell.place.height < first.height * FINE_PRINT;
}

const FINE_PRINT = 0.84;

/** The lines of one size right above a button. */
function paragraphAbove(rows: readonly Cell[][], index: number, strict: boolean): Cell[] {
  const cells: Cell[] = [];
  for (let i = index - 1; i >= 0 && cells.length < 4; i--) {
    const row = rows[i]!;
    const below = cells[0];
    if (row.length !== 1 || labelRow(textOf(row))) break;
    if (below && (!continues(row[0]!, below) || isTitleOver(row[0]!, below))) break;
    if (below && strict && !mayWrap(row[0]!, below, widestOf(cells))) break;
    cells.unshift(row[0]!);
  }
  return cells;
}

/** A line that goes on in the next is no shorter than that; a title is. */
function isTitleOver(upper: Cell, lower: Cell): boolean {
  return upper.place !== undefined && lower.place !== undefined && upper.place.width < lower.place.width * SHORTER;
}

const SHORTER = 0.8;

/** A sentence goes on in the next line only when its own was full. */
function filledLine({ place }: Cell, width: number | undefined): boolean {
  return place === undefined || width === undefined || place.width > width * 0.5;
}

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
      const more = nextLineOf(cell, rows[index + 1], width);
      const rank =
        (DIALOG_TITLE.test(text) ? 1 : 2) +
        Math.min(1, text.length / 20) +
        (row.length === 1 ? 0.5 : 0) +
        Number(disputeOf(text)?.by === 'sentence');
      const begun = beginningOf(cell, rows[index - 1]);
      if (!best || rank > best.rank) best = { cells: [...(begun ? [begun] : []), cell, ...(more ? [more] : [])], rank };
    }
  });
  return best && { cells: best.cells, inDialog: false };
}

/** Who asks, complains: no program speaks so. */
const ASKS = /怎么|为什么|[吗呢啊呀][。.?？!！~]*$|[?？]$|^我|老板|客服.{0,6}在/;

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
    !GOES_ON.test(text) &&
    saysFailure(text)
  );
}

/** The line that an English sentence began in, which goes on with a small letter. */
function beginningOf(cell: Cell, above: readonly Cell[] | undefined): Cell | undefined {
  const [upper] = above ?? [];
  return upper && above!.length === 1 && /^[a-z]/.test(cell.text.trim()) && continues(upper, cell) ? upper : undefined;
}

/** The line that a statement goes on in; undefined where it ends. */
function nextLineOf(cell: Cell, next: readonly Cell[] | undefined, width: number | undefined): Cell | undefined {
  const [below] = next ?? [];
  return below &&
    next!.length === 1 &&
    continues(cell, below) &&
    filledLine(cell, width) &&
    mayWrap(cell, below) &&
    !isFinePrint(below, cell.place) &&
    (isRestOf(cell, below) || !DIALOG_BUTTON.test(textOf(next!))) &&
    !/[。.!！]$/.test(cell.text.trim())
    ? below
    : undefined;
}
