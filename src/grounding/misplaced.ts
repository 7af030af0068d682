/** A place in a text that does not agree with where it should come from. Offsets are UTF-16. */
export interface Misplaced {
  start: number;
  end: number;
  why: string;
  suggestion: string;
}

export const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
