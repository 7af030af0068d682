import type { DrawnLine } from '../looks/lines.ts';

/** A page as it is read, with the part of each letter in stretches. */
export interface TaggedPage {
  width: number;
  lines: TaggedLine[];
}
export type TaggedLine = DrawnLine;

/** The part of each letter of a line. */
export const partsOf = (parts: DrawnLine['parts']): string[] =>
  parts.flatMap(([part, letters]) => Array<string>(letters).fill(part));

/** The same in stretches. */
export function inStretches(parts: readonly string[]): DrawnLine['parts'] {
  const out: DrawnLine['parts'] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last?.[0] === part) last[1]++;
    else out.push([part, 1]);
  }
  return out;
}
