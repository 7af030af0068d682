import { labelRow, leadingLabel } from '../labels/labels.ts';
import { DIALOG_BUTTON, DIALOG_TITLE, FAILED_TITLE } from '../names.ts';
import { disputeOf, saysFailure } from '../../layouts/troubles.ts';
import { widestOf, type Cell } from '../page.ts';
import { continues, isLastLetters, isRowsRest, mayWrap } from './paragraph.ts';

/** More lines are a text and no message. */
const MOST_LINES = 6;
/** So many rows above its buttons a dialog has its title. */
const TITLE_WITHIN = 6;

/** What a dialog says: what stands between its title and its buttons, or above its one button. */
export function dialogOf(rows: readonly Cell[][]): Cell[] | undefined {
  for (let last = rows.length - 1; last > 0; last--) {
    if (!areButtons(rows[last]!) || isRowsRest(rows[last - 1]!, rows[last]!)) continue;
    const title = rows.findLastIndex(
      (row, i) => i < last && i >= last - TITLE_WITHIN && row.some((cell) => DIALOG_TITLE.test(cell.text.trim())),
    );
    // The dialog's own column: what shines through from the page behind stands elsewhere.
    const message = title === -1 ? [] : sayingBlock(rows.slice(title + 1, last).flat());
    if (message.length > 0 && message.length <= MOST_LINES) return message;
    // Without its heading, unless that alone says what failed.
    for (const strict of [true, false]) {
      const above = statedIn(paragraphAbove(rows, last, strict));
      if (above.length > 0 && saysFailure(textOf(above))) return above;
    }
  }
  return undefined;
}

/** In heights of a heading: so near below it stands what it is the heading of. */
const BELOW_HEADING = 2.5;
/** So much larger than what it stands over a heading is, where no button shows that it is one. */
const HEADING = 1.06;
/** Below this no sentence is said. */
const SHORTEST = 6;

/**
 * What stands right below a heading that says that something failed, on a page or in a card without a button that
 * anybody knows. Two bubbles have one size.
 */
export function headedStatement(rows: readonly Cell[][]): Cell[] | undefined {
  for (const [i, row] of rows.entries()) {
    const [title, ...more] = row;
    if (!title?.place || more.length > 0 || !FAILED_TITLE.test(title.text.trim())) continue;
    const message = paragraphBelow(rows, i + 1);
    const first = message[0]?.place;
    if (!first || !stands(title.place, first) || textOf(message).length < SHORTEST) continue;
    const after = rows.slice(i + 1 + message.length).find((one) => !isLabelled(textOf(one)));
    const isClosed = after !== undefined && (areButtons(after) || leadsOn(after));
    if (isClosed || title.place.height > first.height * HEADING) return message;
  }
  return undefined;
}

type Place = NonNullable<Cell['place']>;

function stands(title: Place, first: Place): boolean {
  const near = first.y - (title.y + title.height) < title.height * BELOW_HEADING;
  const left = Math.abs(first.x - title.x) < title.height;
  const centred = Math.abs(first.x + first.width / 2 - title.x - title.width / 2) < title.height;
  return near && (left || centred);
}

function paragraphBelow(rows: readonly Cell[][], from: number): Cell[] {
  const cells: Cell[] = [];
  for (const [cell, ...more] of rows.slice(from, from + MOST_LINES)) {
    const above = cells.at(-1);
    if (!cell || more.length > 0 || isLabelled(cell.text.trim()) || labelRow(cell.text)) break;
    if (above ? !continues(above, cell) || !mayWrap(above, cell) : areButtons([cell])) break;
    cells.push(cell);
  }
  return cells;
}

const areButtons = (row: readonly Cell[]): boolean =>
  row.length > 0 && row.length <= 3 && row.every(({ text }) => isButton(text));

/** The words of a button, or of two side by side that were read as one line. */
export const isButton = (text: string): boolean =>
  text
    .trim()
    .split(/\s{2,}/)
    .every((piece) => DIALOG_BUTTON.test(piece));

const leadsOn = (row: readonly Cell[]): boolean => row.length === 1 && /[>›＞❯]$/.test(row[0]!.text.trim());

const textOf = (cells: readonly Cell[]): string => cells.map(({ text }) => text.trim()).join('');

/** In heights of a line: with so much room above it something else begins. */
const APART = 1.5;

/**
 * Of what stands between a title and the buttons the block that says what failed: over a page that shines through, its
 * lines stand between, too.
 */
function sayingBlock(cells: readonly Cell[]): Cell[] {
  const blocks: Cell[][] = [];
  for (const cell of cells) {
    const above = blocks.at(-1)?.at(-1)?.place;
    const isNext =
      above &&
      (!cell.place || cell.place.y - (above.y + above.height) < APART * Math.min(above.height, cell.place.height));
    if (isNext || (blocks.length > 0 && !cell.place)) blocks.at(-1)!.push(cell);
    else blocks.push([cell]);
  }
  const stated = blocks.map((block) => withoutHeading(statedIn(block)));
  return stated.find((block) => saysFailure(textOf(block))) ?? withoutHeading(statedIn(cells));
}

/** A second heading under the first, which says nothing that the rest does not. */
function withoutHeading(cells: Cell[]): Cell[] {
  const [first, second, ...more] = cells;
  if (!first || !second || mayWrap(first, second, widestOf([second, ...more]))) return cells;
  const rest = [second, ...more];
  return saysFailure(textOf(rest)) && disputeOf(first.text)?.by !== 'sentence' ? rest : cells;
}

/** Of a dialog the statement: what follows as `解封时间：…`, `UID：…` is no part of it. */
function statedIn(cells: readonly Cell[]): Cell[] {
  const first = cells[0]?.place;
  const end = cells.findIndex((cell, i) => i > 0 && (isLabelled(cell.text.trim()) || isFinePrint(cell, first)));
  return end > 0 ? cells.slice(0, end) : [...cells];
}

/** What a program calls somebody or itself, with no colon between: `UID 88012345`, `Request ID 7c41`. */
const NUMBERED =
  /^(?:[A-Z]*\s?ID|(?:request|trace|error|ray)\s?(?:id|no\.?|code)|错误(?:代?码|编号))[\s:：#]*[\w-]*\d[\w-]*$/i;

function isLabelled(text: string): boolean {
  return (
    NUMBERED.test(text) ||
    (/^(?!\d)[^:：]{1,12}[:：]/.test(text) &&
      (leadingLabel(text) !== undefined || /^[^:：]{2,12}[:：]\s*[A-Za-z]{0,4}\d/.test(text)))
  );
}

/** Smaller than the first line: an explanation, a date, the goods. A last letter or two are as high as they are. */
export function isFinePrint(cell: Cell, first: Cell['place']): boolean {
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
