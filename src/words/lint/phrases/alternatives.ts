/**
 * Long patterns as tables: each line holds alternatives that belong together,
 * the first that fits wins.
 */

/** A pattern that is asked whether a text has one of them. */
export function anyOf(...alternatives: string[]): RegExp {
  return new RegExp(alternatives.join('|'));
}

/** A pattern for `allMatches`, which finds each of them. */
export function everyOf(...alternatives: string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'g');
}

/** A class of words, to be built into a pattern: parts parted by spaces, each a piece of pattern. */
export function oneOf(...lines: string[]): string {
  return `(?:${lines.join(' ').trim().split(/\s+/).join('|')})`;
}

/** A class that may stand up to `times` in a row. */
export function some(words: string, times = 3): string {
  return `${words}{0,${times}}`;
}

/** Up to so many units inside a clause. */
export function gap(units: number): string {
  return `[^,。!?;\\n]{0,${units}}`;
}

/** Up to so many units inside a sentence. */
export function stretch(units: number): string {
  return `[^。!?;\\n]{0,${units}}`;
}

/** One long piece of pattern, written over several lines. */
export function glued(...pieces: string[]): string {
  return pieces.join('');
}
