import type { Colour } from '../../reader.ts';
import type { Cell } from '../page.ts';

/** Lines of one bubble. */
export interface Block {
  cells: Cell[];
  left: number;
  right: number;
  top: number;
  bottom: number;
  height: number;
}

/** Where the two columns of bubbles begin and end; `near` is how far an edge may be off. */
export interface Columns {
  left?: number;
  right?: number;
  near: number;
}

/** The outermost strip of the screen, where the faces are. */
const FACES = 0.15;

/** A letter or two at the edge beside a bubble is the face of who speaks, read off the picture. */
export function withoutFaces(cells: readonly Cell[], width: number): Cell[] {
  return cells.filter((cell) => {
    const { x, y, width: wide, height } = cell.place!;
    if ([...cell.text.trim()].length > 2 || wide > height * 2.6) return true;
    const atLeft = x + wide < width * FACES;
    const atRight = x > width * (1 - FACES);
    return !(
      (atLeft || atRight) &&
      cells.some(({ place, text }) => {
        const beside = atLeft ? place!.x > x + wide : place!.x + place!.width < x;
        return text.trim().length > 1 && beside && place!.y < y + height * 2 && place!.y + place!.height > y - height;
      })
    );
  });
}

const LEFTMOST = 0.35;

/**
 * The pair of edges that explains the bubbles best: the other's begin at one,
 * one's own end at the other. A bubble that fills its line comes near to both.
 */
export function columnsOf(blocks: readonly Block[], width: number): Columns {
  const tall = Math.max(...blocks.map((block) => block.height), 1);
  const near = tall * 0.75;
  const uneven = blocks.filter((block) => Math.abs(block.left - (width - block.right)) > width * 0.012);
  const lefts = [undefined, ...uneven.map((block) => block.left).filter((left) => left < width * LEFTMOST)];
  const rights = [undefined, ...uneven.map((block) => block.right).filter((right) => right > width * (1 - LEFTMOST))];
  let best: Columns = { near };
  let least = Infinity;
  for (const left of new Set(lefts)) {
    for (const right of new Set(rights)) {
      const columns = { near, ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) };
      const unexplained = uneven.reduce((sum, block) => sum + Math.min(near, ...distances(block, columns)), 0);
      const cost = unexplained + near * 0.7 * (Number(left !== undefined) + Number(right !== undefined));
      if (cost < least) [best, least] = [columns, cost];
    }
  }
  return best;
}

const distances = (block: Block, { left, right }: Columns): [number, number] => [
  left === undefined ? Infinity : Math.abs(block.left - left),
  right === undefined ? Infinity : Math.abs(block.right - right),
];

/** A line may have been read in pieces. */
export const isOneLine = ({ top, bottom, height }: Block): boolean => bottom - top < 1.5 * height;

/** Where a line wraps, the letter that did not fit leaves so much of its bubble free. */
const WRAPS_BEFORE = 1.3;

/** Is it so near to both edges that they leave open whose it is? */
export function isBetween(block: Block, columns: Columns): boolean {
  const [toLeft, toRight] = distances(block, columns);
  const free = isOneLine(block) ? 0 : block.height * WRAPS_BEFORE;
  return toLeft - toRight <= columns.near && toRight - free - toLeft <= columns.near;
}

/**
 * Does it fill its line where only one side's edge is known? The other's bubbles end as far from their edge, so that
 * nothing says whose it is.
 */
export function fillsBoth(block: Block, { left, right, near }: Columns, width: number): boolean {
  if ((left === undefined) === (right === undefined)) return false;
  return (
    Math.abs(block.left - (left ?? width - right!)) <= near && Math.abs(block.right - (right ?? width - left!)) <= near
  );
}

/** Whose bubble a block is by its edges; undefined when it stands at neither. */
export function sideByEdges(block: Block, columns: Columns, width: number): 'buyer' | 'other' | undefined {
  const [toLeft, toRight] = distances(block, columns);
  if (Math.min(toLeft, toRight) > columns.near) return undefined;
  if (toLeft === toRight) return block.left < width - block.right ? 'other' : 'buyer';
  return toLeft < toRight ? 'other' : 'buyer';
}

/** The colours that each side's bubbles have, as far as their edges say whose they are. */
export interface Grounds {
  buyer: readonly Colour[];
  other: readonly Colour[];
}

/** Two grounds this near to each other, by the sum over the channels, are one colour; a photograph spreads it. */
const SAME = 24;
/** And two sides whose colours are not this far apart are not told by them. */
const APART = 48;

const apart = (a: Colour, b: Colour): number => a.reduce((sum, one, i) => sum + Math.abs(one - b[i]!), 0);
const nearest = (colour: Colour, to: readonly Colour[]): number => Math.min(...to.map((one) => apart(colour, one)));

/** The colour behind a block of lines; undefined where its lines differ. */
export function groundOfBlock({ cells }: Block): Colour | undefined {
  const grounds = cells.flatMap(({ line }) => (line.ground ? [line.ground] : []));
  const [first] = grounds;
  return first && grounds.length === cells.length && grounds.every((one) => apart(one, first) <= SAME)
    ? first
    : undefined;
}

/**
 * The grounds of each side's bubbles. Those of one line that stand clearly at one edge say it best: they come near the
 * other's edge only when they are full, and one of several lines begins at the same place whoever says it. A side that
 * has none such is known by what stands at its edge and has not the other's colour.
 */
export function groundsOf(blocks: readonly Block[], columns: Columns, width: number): Grounds {
  const at = (side: 'buyer' | 'other', fits: (block: Block) => boolean): Colour[] =>
    blocks
      .filter((block) => sideByEdges(block, columns, width) === side && fits(block))
      .map(groundOfBlock)
      .filter((ground) => ground !== undefined);
  const surely = (side: 'buyer' | 'other'): Colour[] =>
    at(side, (block) => isOneLine(block) && isClear(block, columns));
  const [buyer, other] = [surely('buyer'), surely('other')];
  const without = (side: 'buyer' | 'other', known: readonly Colour[]): Colour[] =>
    known.length > 0
      ? at(side, () => true).filter((ground) => nearest(ground, known) >= APART)
      : at(side, (block) => isClear(block, columns));
  return {
    buyer: buyer.length > 0 ? buyer : without('buyer', other),
    other: other.length > 0 ? other : without('other', buyer),
  };
}

/** Is a block far from the other side's edge, so that its own says whose it is? */
function isClear(block: Block, columns: Columns): boolean {
  const [toLeft, toRight] = distances(block, columns);
  return Math.max(toLeft, toRight) > 3 * columns.near;
}

/** Whose bubble a block is by its colour; undefined where the two sides have one colour, or it has neither's. */
export function sideByColour(block: Block, { buyer, other }: Grounds): 'buyer' | 'other' | undefined {
  const ground = groundOfBlock(block);
  if (!ground || buyer.length === 0 || other.length === 0) return undefined;
  if (buyer.some((own) => nearest(own, other) < APART)) return undefined;
  const [toBuyer, toOther] = [nearest(ground, buyer), nearest(ground, other)];
  if (Math.min(toBuyer, toOther) > SAME) return undefined;
  return toBuyer < toOther ? 'buyer' : 'other';
}
