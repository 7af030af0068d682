/** Features fall into so many; with a byte for each part the weights stay under two megabytes. */
export const BUCKETS = 110_000;

/** Mixes small numbers into a bucket. */
export function bucket(space: number, a: number, b = 0, c = 0, d = 0): number {
  let h = Math.imul(space + 1, 0x9e3779b1) ^ Math.imul(a + 0x7f4a7c15, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ Math.imul(c + 0x27d4eb2f, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b) ^ Math.imul(d + 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 14), 0x2545f491);
  return ((h ^ (h >>> 15)) >>> 0) % BUCKETS;
}

/** Spaces of features, so that equal letters in other places fall into other buckets. */
export const SPACE = {
  bias: 1,
  labelWord: 2,
  inline: 3,
  left: 4,
  above: 5,
  right: 6,
  title: 7,
  shape: 8,
  place: 9,
  labelAndShape: 10,
  below: 11,
  wrapped: 12,
  letter: 13,
  classes: 14,
  inStretch: 15,
  stretchLabel: 16,
  stretchShape: 17,
  stretchBoth: 18,
  run: 19,
  labelPair: 20,
  labelPairAndShape: 21,
  filled: 22,
  belowWords: 23,
  side: 24,
  own: 25,
  rank: 26,
} as const;

/** Letters and pairs of letters of some words. */
export function grams(into: number[], space: number, words: string, form = 0): void {
  for (let i = 0; i < words.length; i++) {
    into.push(bucket(space, words.charCodeAt(i), 0, form));
    if (i + 1 < words.length) into.push(bucket(space, words.charCodeAt(i), words.charCodeAt(i + 1), form));
  }
  if (words !== '') into.push(bucket(space, words.charCodeAt(words.length - 1), 1, form));
}
