import type { ChatMessage } from '../../../model/reading.ts';
import { CHAT_STATE, OF_CHAT, STATUS_BAR } from '../names.ts';
import { partnerOf, standsAsTitle } from './partner.ts';
import {
  columnsOf,
  fillsBoth,
  groundsOf,
  isBetween,
  isOneLine,
  sideByColour,
  sideByEdges,
  withoutFaces,
  type Block,
  type Columns,
  type Grounds,
} from './bubble-sides.ts';
import { CLOCK, lettersOf, readNamedLines, withoutHours, type Bubble } from './named-lines.ts';
import { namesOver } from './names-over.ts';
import { middle, type Cell, type Page } from '../page.ts';
import { complains } from '../../layouts/troubles.ts';
import { decisive, join } from '../values/joined.ts';
import { readMoment, readRelative, readYearless } from '../values/moment.ts';

/** What a row with a time says of the messages below it. */
type Said = Pick<ChatMessage, 'at' | 'yearless' | 'relative'>;

/**
 * The messages of a chat on a picture, from top to bottom: bubbles at the left
 * are the other's, at the right the phone owner's, centred lines the program's.
 */
export function readBubbles(page: Page): Bubble[] {
  const { width } = page;
  const cells = page.rows.flatMap((row, i) =>
    withoutHours(row).filter((cell) => !STATUS_BAR.test(cell.text.trim()) || (i > 0 && isHour(cell, width))),
  );
  if (!width || cells.some((cell) => !cell.place)) return readNamedLines(page);
  const partner = partnerOf(page)?.cell.place;
  const spoken = withoutFaces(
    cells.filter((cell) => !isTitle(cell, page) && !isHead(cell, partner)),
    width,
  ).filter((cell) => !isStamp(cell, width));
  const names = namesOver(spoken);
  const over = new Set(names.values());
  const blocks = blocksOf(spoken.filter((cell) => !over.has(cell))).map((block) => withoutQuoted(block, spoken));
  const named = readNamedLines(page);
  if (named.length >= 2) return named;
  const edges = columnsOf(blocks, width);
  const grounds = groundsOf(blocks, edges, width);
  let said: Said = {};
  const bubbles: Bubble[] = [];
  for (const block of blocks) {
    const text = block.cells.map((cell) => cell.text).join('');
    const side = sideOf(block, edges, grounds, width, text);
    if (side === 'system' && CLOCK.test(text.trim())) {
      said = clockOf(block.cells);
      continue;
    }
    const sender = names.get(block.cells[0]!)?.text.trim();
    const message = { ...said, ...(sender === undefined ? {} : { sender }), side, text };
    if (!isQuote(text, bubbles)) bubbles.push({ message, cells: block.cells });
  }
  return bubbles;
}

/** `阿杰：半小时内到账` under an answer repeats what was said before. */
function isQuote(text: string, before: readonly Bubble[]): boolean {
  const said = /^.{1,20}?[:：](.{4,})$/s.exec(text.trim())?.[1]?.trim();
  return said !== undefined && before.some(({ message }) => lettersOf(message.text) === lettersOf(said));
}

/** A line that repeats what was said above, with who said it over it, is answered by what stands below. */
function withoutQuoted(block: Block, spoken: readonly Cell[]): Block {
  const repeats = ({ text, place }: Cell): boolean =>
    lettersOf(text).length >= FEWEST_QUOTED &&
    spoken.some((other) => other.place!.y < place!.y - block.height && lettersOf(other.text) === lettersOf(text));
  const at = block.cells.findLastIndex((cell, i) => i < block.cells.length - 1 && repeats(cell));
  return at === -1 ? block : { ...block, cells: block.cells.slice(at + 1) };
}

const FEWEST_QUOTED = 4;

/** So far from the middle, as a share of the width, something still stands there. */
const MIDDLE = 0.06;
const SEEN = '已读|未读|已?送达|delivered|read|seen|sent';
const STAMP = new RegExp(`^(?:${SEEN})?\\s*\\d{1,2}:\\d{2}\\s*[√✓vV\\s]*$`, 'i');
const SEEN_ALONE = new RegExp(`^(?:${SEEN})$`, 'i');

/** The hour inside or beside a bubble is no message; that of a new stretch of talk stands in the middle. */
function isStamp(cell: Cell, width: number): boolean {
  const { x, width: wide } = cell.place!;
  if (SEEN_ALONE.test(cell.text.trim())) return true;
  return STAMP.test(cell.text.trim()) && Math.abs(x - (width - x - wide)) > width * MIDDLE;
}

/** An hour in the middle, below the top of the page, begins a new stretch of the talk; the phone's stands above. */
function isHour(cell: Cell, width: number | undefined): boolean {
  const { place } = cell;
  if (!width || !place || !/^\d{1,2}[:：]\d{2}$/.test(cell.text.trim())) return false;
  return Math.abs(place.x - (width - place.x - place.width)) <= width * MIDDLE;
}

/** The name of the other stands alone and centred at the top. */
function isTitle(cell: Cell, page: Page): boolean {
  const place = cell.place!;
  const first = page.rows.flat().find((other) => !STATUS_BAR.test(other.text.trim()));
  return cell === first && place.y < 0.2 * (page.height ?? Infinity) && standsAsTitle(cell, rowOf(cell, page), page);
}

/** Up to the line with the other's name, and in that of their state under it, nobody speaks. */
function isHead({ place, text }: Cell, partner: Cell['place']): boolean {
  if (!partner) return false;
  const below = place!.y - (partner.y + partner.height);
  return middle(place!) < partner.y + partner.height || (below < partner.height * 1.2 && CHAT_STATE.test(text.trim()));
}

const rowOf = (cell: Cell, page: Page): readonly Cell[] => page.rows.find((row) => row.includes(cell)) ?? [cell];

/** In heights of a line: behind a full-width comma a picture shows so much room that its line is read as two. */
const PAUSE = 0.5;

/** Does it go on with the last line of a block, and is no clock? */
function isBeside({ text, place }: Cell, { cells, right }: Block): boolean {
  const last = cells.at(-1)!;
  const [a, b] = [last.place!, place!];
  const gap = b.x - right;
  const isRow = Math.abs(middle(a) - middle(b)) < a.height * 0.3 && Math.abs(a.height - b.height) < a.height * 0.3;
  return isRow && gap > -0.2 * a.height && gap < PAUSE * a.height && !CLOCK.test(text.trim()) && !CLOCK.test(last.text);
}

function blocksOf(cells: readonly Cell[]): Block[] {
  const blocks: Block[] = [];
  for (const cell of cells) {
    const { x, y, width, height } = cell.place!;
    const text = cell.text.trim();
    const above = CLOCK.test(text)
      ? undefined
      : blocks.findLast(
          (block) =>
            Math.abs(block.left - x) < height * 0.45 &&
            y - block.bottom < height * 0.62 &&
            y - block.bottom > -height * 0.7 &&
            Math.abs(block.height - height) < height * 0.45 &&
            !CLOCK.test(block.cells[0]!.text.trim()),
        );
    const beside = blocks.findLast((block) => isBeside(cell, block));
    if (beside) {
      beside.cells.push(cell);
      beside.right = x + width;
    } else if (above) {
      above.cells.push(cell);
      above.right = Math.max(above.right, x + width);
      above.bottom = y + height;
    } else {
      blocks.push({ cells: [cell], left: x, right: x + width, top: y, bottom: y + height, height });
    }
  }
  return blocks.toSorted((a, b) => a.top - b.top);
}

/**
 * What a row with a time says of the messages below it. A clock that was read with doubt dates nothing: a wrong
 * day would stand against the payment. One that hangs on when it was looked at (`昨天 21:03`, `21:03`) is kept so.
 */
function clockOf(cells: readonly Cell[]): Said {
  const joined = join(cells, '');
  const clock = readMoment(joined);
  const scores = clock?.scores ?? decisive(joined.text, joined.scores, true);
  if (Math.min(1, ...scores) < CLEAR_CLOCK) return {};
  if (clock) return clock.value.includes('T') ? { at: clock.value } : {};
  const yearless = readYearless(joined.text);
  if (yearless !== undefined) return { yearless };
  const relative = readRelative(joined.text);
  return relative === undefined ? {} : { relative };
}

const CLEAR_CLOCK = 0.9;

/** So sure of what it hears, the judge of sentences says who speaks: no shop complains of its own goods. */
const COMPLAINS = 0.8;

/** Does each of its lines stand in the middle? Those of a bubble begin at one edge. */
function isCentred({ cells }: Block, width: number): boolean {
  return cells.every(
    ({ place, line }) =>
      Math.abs(place!.x - (width - place!.x - place!.width)) < width * CENTRED[line.flat ? 'crooked' : 'straight'],
  );
}

/** On a photograph the page's own edges are a guess. */
const CENTRED = { straight: 0.03, crooked: 0.06 };

/**
 * By the edges, where they say it; by the colour where a bubble stands between them, or by what it complains of; else
 * by the nearer half. One's own bubble of several lines begins where the other's do, and where a number would not fit
 * into its first line it ends nowhere near one's own edge: then the colour knows better.
 */
function sideOf(block: Block, edges: Columns, grounds: Grounds, width: number, text: string): ChatMessage['side'] {
  if (text.trim() === '' || CLOCK.test(text.trim()) || OF_CHAT.test(text.trim())) return 'system';
  const byEdges = sideByEdges(block, edges, width);
  // What stands in the middle is the program's, and has the colour of the page.
  if (byEdges === undefined && isCentred(block, width)) return 'system';
  const isOpen = byEdges === undefined || isBetween(block, edges);
  const byColour = sideByColour(block, grounds);
  if (byColour && (isOpen || (byColour === 'buyer' && !isOneLine(block)))) return byColour;
  const isFull = fillsBoth(block, edges, width);
  if ((isOpen || isFull) && complains(text) >= COMPLAINS) return 'buyer';
  return isFull ? 'unknown' : (byEdges ?? (block.left < width - block.right ? 'other' : 'buyer'));
}
