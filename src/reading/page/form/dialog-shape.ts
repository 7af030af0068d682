import { labelRow } from '../labels/labels.ts';
import { DENIES, DIALOG_BUTTON, OF_PROGRAM } from '../names.ts';
import { isButton } from './dialog.ts';
import { widestOf, type Cell, type Page } from '../page.ts';
import { continues, isRowsRest, mayWrap } from './paragraph.ts';

/** What a dialog says, found by how it stands, whatever its title and its buttons are called. */
export interface ShapedDialog {
  message: Cell[];
  /** Is there a button under it? */
  closed: boolean;
}

/** A dialog stands over a page of which little shines through. */
const MOST_ROWS = 14;
const MOST_LINES = 4;
/** A button says hardly a word. */
const LONGEST_BUTTON = { han: 7, other: 16 };
/** In letters, those of an alphabet counted as half. */
const SHORTEST_MESSAGE = 6;

/**
 * The lowest words of a short page, in its middle, that say that something is not: with a button of a word or two under
 * them, or nothing more. Who asks says nothing so, nor does who talks: bubbles stand at the edges.
 */
export function shapedDialog(
  rows: readonly (readonly Cell[])[],
  { width }: Pick<Page, 'width'>,
): ShapedDialog | undefined {
  if (width === undefined || rows.length > MOST_ROWS) return undefined;
  const last = rows.at(-1);
  const closed = last !== undefined && rows.length > 1 && areButtons(last, width) && !isRowsRest(rows.at(-2)!, last);
  const body = rows.slice(0, rows.length - (closed ? 1 : 0));
  // Without its heading, unless that is what denies.
  for (const strict of [true, false]) {
    const message = lowestWords(body, width, strict);
    const text = message.map((cell) => cell.text.trim()).join(' ');
    if (lettersIn(text) >= SHORTEST_MESSAGE && saysThatNot(text)) return { message, closed };
  }
  return undefined;
}

/** What stands over notes, and notes of how much a list shows. */
const NOTES = /(?:说明|规则|须知|事项|步骤|方法|提示|攻略)[:：]?$/;
const OF_LIST = /^[*※]?\s*(?:仅|只|最多|默认)(?:展示|显示|保留|支持查[询看]|能?查[询看])/;
/** What a shop lays down before anybody buys, and warns of. */
const OF_SALE = /退[货款换]|一经|概不|谨防|切勿|私下|请勿(?!重复)|无理由/;
/** So much larger than the rest that deny, one of them is meant. */
const MEANT = 1.08;

/**
 * The one sentence of a short page that denies, wherever it stands: below the account it is about, under the code that
 * was typed. What notes say below the button has not happened.
 */
export function onlyDenial(rows: readonly (readonly Cell[])[], page: Pick<Page, 'width'>): Cell[] | undefined {
  if (page.width === undefined || rows.length > MOST_ROWS) return undefined;
  const notes = rows.findIndex(
    (row, i) => i > 0 && row.length === 1 && NOTES.test(row[0]!.text.trim()) && isFirst(rows[i + 1]),
  );
  const said = paragraphsIn(notes < 0 ? rows : rows.slice(0, notes)).filter((cells) => {
    const text = cells.map((cell) => cell.text.trim()).join('');
    return (
      lettersIn(text) >= SHORTEST_MESSAGE &&
      saysThatNot(text) &&
      !OF_LIST.test(text) &&
      !OF_SALE.test(text) &&
      !/[>›]$/.test(text)
    );
  });
  const [first, second] = said.toSorted((a, b) => heightOf(b) - heightOf(a));
  return first && (!second || heightOf(first) > heightOf(second) * MEANT) ? first : undefined;
}

/** A day and hour alone begin a stretch of talk, of which little may be left. */
export const isHourOfTalk = ([cell, ...more]: readonly Cell[]): boolean =>
  cell !== undefined && more.length === 0 && HOUR_OF_TALK.test(cell.text.trim());
const HOUR_OF_TALK =
  /^(?:[昨前今]天|(?:星期|周)[一二三四五六日天]|\d{1,2}[-/.月]\d{1,2}日?)\s*(?:[上下]午\s*)?\d{1,2}[:：]\d{2}$/;

const heightOf = ([first]: readonly Cell[]): number => first?.place?.height ?? 0;
const isFirst = (row: readonly Cell[] | undefined): boolean =>
  /^[(（]?[1一①][)）.、．]?/.test(row?.[0]?.text.trim() ?? '');

/** Lines that stand alone in their rows, with those that go on from them. */
function paragraphsIn(rows: readonly (readonly Cell[])[]): Cell[][] {
  const paragraphs: Cell[][] = [];
  let open: Cell[] | undefined;
  for (const [cell, ...more] of rows) {
    if (!cell || more.length > 0) {
      open = undefined;
      continue;
    }
    const above = open?.at(-1);
    if (above && continues(above, cell) && mayWrap(above, cell)) open!.push(cell);
    else paragraphs.push((open = [cell]));
  }
  return paragraphs;
}

function lowestWords(rows: readonly (readonly Cell[])[], width: number, strict: boolean): Cell[] {
  const message: Cell[] = [];
  for (const [cell, ...more] of rows.toReversed()) {
    if (!cell || more.length > 0 || !isInMiddle(cell, width) || message.length >= MOST_LINES) break;
    const [below] = message;
    if (below && (!continues(cell, below) || (strict && !mayWrap(cell, below, widestOf(message))))) break;
    message.unshift(cell);
  }
  return message;
}

function areButtons(row: readonly Cell[], width: number): boolean {
  const [left, right] = [row[0]?.place, row.at(-1)?.place];
  const middle = left && right && (left.x + right.x + right.width) / 2;
  return (
    row.length <= 3 &&
    middle !== undefined &&
    Math.abs(middle - width / 2) < width * MIDDLE &&
    row.every(({ text }) => DIALOG_BUTTON.test(text.trim()) || isShort(text.trim()))
  );
}

function isShort(text: string): boolean {
  const longest = /\p{Script=Han}/u.test(text) ? LONGEST_BUTTON.han : LONGEST_BUTTON.other;
  return text.length <= longest && /^[\p{L} ’']+[!！~～]?$/u.test(text) && !DENIES.test(text);
}

const MIDDLE = 0.04;

function isInMiddle({ place }: Cell, width: number): boolean {
  return place !== undefined && Math.abs(place.x + place.width / 2 - width / 2) < width * MIDDLE;
}

const lettersIn = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 1 : /\p{L}/u.test(letter) ? 0.5 : 0), 0);

const isLabelled = (text: string): boolean => labelRow(/^([^:：]{1,16})[:：]/.exec(text)?.[1] ?? '') !== undefined;

/** Is it a sentence that denies, and none that asks, names a value or is the name of one? */
function saysThatNot(text: string): boolean {
  return (
    DENIES.test(text) &&
    !OF_PROGRAM.test(text) &&
    !/[?？]\s*$|吗[。.!！]?$/.test(text) &&
    !labelRow(text) &&
    !isLabelled(text) &&
    !isButton(text)
  );
}
