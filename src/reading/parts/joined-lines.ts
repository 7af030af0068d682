import { tableRowsIn } from '../page/table-cells.ts';
import { hasWalletForm } from '../wallets.ts';
import { isLabelStretch, stretchesOf } from './forms.ts';
import type { PlacedLine } from './neighbours.ts';

/** Lines of one value that a narrow column broke, as one; and where each of them begins in it. */
export interface JoinedLine extends PlacedLine {
  pieces: readonly Piece[];
}

interface Piece {
  line: number;
  /** Where in the joined text it begins. */
  from: number;
  length: number;
}

/** In heights of a line: two lines of one text stand nearer to each other than two rows do. */
const NEXT = { above: -0.4, below: 0.4 };
const SAME_SIZE = 0.15;
const STRAIGHT = 0.4;

/** Enough of a number or a code that it may have been too long for its column. */
const BEGUN_CODE = /[\dA-Za-z-]{6,}$/;
const NUMBER_BEGUN = /\d{6,}$/;
const REST_OF_CODE = /^[\dA-Za-z-]+$/;
const MOMENT = /20\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?$/;
const REST_OF_MOMENT = /^\d{0,2}(?::\d{0,2}){1,2}$/;
const WHOLE_TIME = /^\d{1,2}:\d\d(?::\d\d)?$/;

/** In heights of a line: a text is set wider than the lines of one value, is long, and has no room left at its end. */
const TEXT = { below: 0.8, width: 10, room: 1.4 };
/** Of fewer lines nobody sees that they are a text. */
const FEWEST_LINES = 3;

/**
 * Puts numbers, codes and moments together that go on in the next line of their column, and the lines of a text that
 * runs on from edge to edge: where only a piece of a value stands in a line, nothing about its look says what it is a
 * piece of.
 */
export function joinedLines(lines: readonly PlacedLine[]): JoinedLine[] {
  const next = new Map([...runningOn(lines), ...inTables(lines)]);
  const taken = new Set([...next.values()].map(({ line }) => line));
  const downwards = lines.map((_, i) => i).toSorted((a, b) => lines[a]!.box.y - lines[b]!.box.y || a - b);
  for (const [at, above] of downwards.entries()) {
    if (next.has(above)) continue;
    const limit = lines[above]!.box.y + 2 * lines[above]!.box.height;
    for (let i = at + 1; i < downwards.length && lines[downwards[i]!]!.box.y < limit; i++) {
      const below = downwards[i]!;
      const joint = taken.has(below) ? undefined : jointOf(lines[above]!, withButton(lines[below]!, lines));
      if (joint === undefined) continue;
      next.set(above, { line: below, joint });
      taken.add(below);
      break;
    }
  }
  return lines.flatMap((_, i) => (taken.has(i) ? [] : [chainFrom(i, lines, next)]));
}

interface Next {
  line: number;
  joint: string;
}

/** Lines of one cell of a table, each with the one after it. */
function inTables(lines: readonly PlacedLine[]): [number, Next][] {
  const cells = tableRowsIn(lines).flatMap((columns) => columns.flatMap(({ head, value }) => [head, value]));
  return cells.flatMap((cell) =>
    cell.slice(1).map((line, i): [number, Next] => {
      const [above, below] = [lines[cell[i]!]!.text, lines[line]!.text];
      const apart = WHOLE_TIME.test(below) || (/[A-Za-z0-9]$/.test(above) && /^[A-Z]?[a-z]{2}/.test(below));
      return [cell[i]!, { line, joint: apart ? ' ' : '' }];
    }),
  );
}

/** Lines of texts that run on, each with the one after it; a line that begins with a label of its own begins anew. */
function runningOn(lines: readonly PlacedLine[]): Map<number, Next> {
  const out = new Map<number, Next>();
  for (const block of blocksOf(lines)) {
    const edge = Math.max(...block.map((i) => rightOf(lines[i]!)));
    for (const [at, above] of block.slice(0, -1).entries()) {
      const below = block[at + 1]!;
      const { box } = lines[above]!;
      const isFull = edge - rightOf(lines[above]!) < TEXT.room * box.height;
      if (isFull && box.width > TEXT.width * box.height && !beginsWithLabel(lines[below]!.text))
        out.set(above, { line: below, joint: '' });
    }
  }
  return out;
}

const rightOf = ({ box }: PlacedLine): number => box.x + box.width;

const hasLabel = ({ text }: PlacedLine): boolean => stretchesOf(text).some((cut) => isLabelStretch(text, ...cut));

/**
 * Lines of one size and one left edge, each right below the one before, that have labels and values in them; a column
 * of values has no labels.
 */
function blocksOf(lines: readonly PlacedLine[]): number[][] {
  const blocks: number[][] = [];
  const downwards = lines.map((_, i) => i).toSorted((a, b) => lines[a]!.box.y - lines[b]!.box.y || a - b);
  for (const i of downwards) {
    const block = blocks.find((one) => isNextOfText(lines[one.at(-1)!]!, lines[i]!));
    if (block) block.push(i);
    else blocks.push([i]);
  }
  return blocks.filter(
    (block) => block.length >= FEWEST_LINES && 2 * block.filter((i) => hasLabel(lines[i]!)).length >= block.length,
  );
}

function isNextOfText({ box: a }: PlacedLine, { box: b }: PlacedLine): boolean {
  const gap = (b.y - a.y - a.height) / a.height;
  return (
    gap > NEXT.above &&
    gap < TEXT.below &&
    b.y > a.y + 0.5 * a.height &&
    Math.abs(b.height - a.height) < SAME_SIZE * a.height &&
    Math.abs(a.x - b.x) < STRAIGHT * a.height
  );
}

const SHORTEST_LABEL = 3;
function beginsWithLabel(text: string): boolean {
  const [first] = stretchesOf(text);
  return first !== undefined && first[1] >= SHORTEST_LABEL && isLabelStretch(text, ...first);
}

const BUTTON = /^\p{Script=Han}{1,4}$/u;
const NEAR_BUTTON = 4;

/** A line with the button behind it, as far as which its column reaches. */
function withButton(line: PlacedLine, lines: readonly PlacedLine[]): PlacedLine {
  const { x, y, width, height } = line.box;
  const button = lines.find(
    ({ text, box }) =>
      BUTTON.test(text) &&
      Math.abs(box.y + box.height / 2 - y - height / 2) < height / 2 &&
      box.x >= x + width &&
      box.x - x - width < NEAR_BUTTON * height,
  );
  return button ? { ...line, box: { ...line.box, width: rightOf(button) - x } } : line;
}

/** What stands between the two where they are one text; undefined where they are not. */
function jointOf(above: PlacedLine, below: PlacedLine): string | undefined {
  if (below.box.width >= above.box.width) return undefined;
  // What makes a wallet's number of the two is its rest, however far the lines stand from each other.
  if (/^\d{3,}$/.test(below.text) && hasWalletForm(`${NUMBER_BEGUN.exec(above.text)?.[0] ?? ''}${below.text}`))
    return isNextLine(above, below, TEXT.below) ? '' : undefined;
  if (!isNextLine(above, below)) return undefined;
  if (REST_OF_CODE.test(below.text)) return BEGUN_CODE.test(above.text) && /\d/.test(above.text) ? '' : undefined;
  if (!REST_OF_MOMENT.test(below.text) || !/20\d\d/.test(above.text)) return undefined;
  const joint = WHOLE_TIME.test(below.text) && MOMENT.test(above.text) ? ' ' : '';
  return MOMENT.test(above.text + joint + below.text) ? joint : undefined;
}

function isNextLine({ box: a }: PlacedLine, { box: b }: PlacedLine, nearest = NEXT.below): boolean {
  const gap = (b.y - a.y - a.height) / a.height;
  const shift = STRAIGHT * a.height;
  return (
    gap > NEXT.above &&
    gap < nearest &&
    b.y > a.y + 0.5 * a.height &&
    Math.abs(b.height - a.height) < SAME_SIZE * a.height &&
    (Math.abs(a.x - b.x) < shift ||
      Math.abs(a.x + a.width - b.x - b.width) < shift ||
      Math.abs(2 * a.x + a.width - 2 * b.x - b.width) < 2 * shift)
  );
}

function chainFrom(first: number, lines: readonly PlacedLine[], next: ReadonlyMap<number, Next>): JoinedLine {
  const { text, box } = lines[first]!;
  const pieces: Piece[] = [{ line: first, from: 0, length: text.length }];
  let whole = text;
  for (let more = next.get(first); more; more = next.get(more.line)) {
    const piece = lines[more.line]!;
    whole += more.joint;
    pieces.push({ line: more.line, from: whole.length, length: piece.text.length });
    whole += piece.text;
  }
  const last = lines[pieces.at(-1)!.line]!.box;
  return { text: whole, box, pieces, ...(pieces.length > 1 ? { bottom: last.y + last.height } : {}) };
}
