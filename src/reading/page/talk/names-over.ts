import type { Cell } from '../page.ts';
import { isSpeaker, sideOfName } from './speaker-heads.ts';

/** In heights of the line below: so small is a line that says who speaks, so near, and so far along at most. */
const OVER = { size: 0.92, gap: 0.8, indent: 1 };
const LONGEST_NAME = 16;

/**
 * Small lines right over what one side says, as `松果-客服03` over a bubble: those that say by a word who speaks, or
 * come again. They are no words of the message below.
 * @returns for the line below each the name over it
 */
export function namesOver(cells: readonly Cell[]): ReadonlyMap<Cell, Cell> {
  const over = cells.flatMap((cell, i): [Cell, Cell][] => {
    const below = cells[i + 1];
    return below && standsOver(cell, below) ? [[below, cell]] : [];
  });
  const often = (name: string): boolean => over.filter(([, { text }]) => text.trim() === name).length > 1;
  return new Map(over.filter(([, { text }]) => sideOfName(text) === 'other' || often(text.trim())));
}

function standsOver({ text, place: a }: Cell, { text: said, place: b }: Cell): boolean {
  const name = text.trim();
  const gap = b!.y - (a!.y + a!.height);
  return (
    name.length <= LONGEST_NAME &&
    isSpeaker(name) &&
    said.trim() !== name &&
    a!.height < OVER.size * b!.height &&
    gap > -0.3 * b!.height &&
    gap < OVER.gap * b!.height &&
    Math.abs(a!.x - b!.x) < OVER.indent * b!.height
  );
}
