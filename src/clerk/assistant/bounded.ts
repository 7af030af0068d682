/** Rows of a list that an assistant is told at most. */
export const MOST_ROWS = 300;

/** A list up to a bound, with how many were left off. */
export function bounded<T>(all: readonly T[], most: number): { list: T[]; left_off?: number } {
  return all.length > most ? { list: all.slice(0, most), left_off: all.length - most } : { list: [...all] };
}
