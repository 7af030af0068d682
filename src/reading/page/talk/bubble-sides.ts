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

/** Whose bubble a block is by its edges; undefined when it stands at neither. */
export function sideByEdges(block: Block, columns: Columns, width: number): 'buyer' | 'other' | undefined {
  const [toLeft, toRight] = distances(block, columns);
  if (Math.min(toLeft, toRight) > columns.near) return undefined;
  if (toLeft === toRight) return block.left < width - block.right ? 'other' : 'buyer';
  return toLeft < toRight ? 'other' : 'buyer';
}
