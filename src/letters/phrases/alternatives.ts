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
