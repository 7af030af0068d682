/** What examples of a few kinds have in common, counted once. */
export interface Learned<Kind extends string> {
  kinds: readonly Kind[];
  /** For each trait, in the order of the kinds: how strongly it speaks for each, a logarithm. */
  traits: ReadonlyMap<string, Float64Array>;
  /** How frequent each kind is, a logarithm. */
  priors: readonly number[];
}

/** What speaks for a kind that an example of another kind has and its own have not: little, but not nothing. */
const UNSEEN = 0.1;

/** Signs and pairs of signs of plain words; numbers are all one, and so are marks of punctuation. */
function traitsOf(words: string): Set<string> {
  const plain = `^${words.replace(/\d+/g, '0').replace(/[\s，。！？、：；,.!?:;~]+/g, '_')}$`;
  const signs = [...plain];
  return new Set([...signs, ...signs.slice(1).map((sign, i) => signs[i]! + sign)]);
}

/**
 * Counts the traits of examples whose kind is known, for naive Bayes.
 * @param examples plain words: normalised and in lower case, as those will be that are asked about
 */
export function learn<Kind extends string>(
  kinds: readonly Kind[],
  examples: Iterable<readonly [kind: Kind, words: string]>,
): Learned<Kind> {
  const traits = new Map<string, Float64Array>();
  const counts = kinds.map(() => 0);
  for (const [kind, words] of examples) {
    const place = kinds.indexOf(kind);
    counts[place]! += 1;
    for (const trait of traitsOf(words)) {
      const seen = traits.get(trait) ?? new Float64Array(kinds.length);
      seen[place]! += 1;
      traits.set(trait, seen);
    }
  }
  for (const seen of traits.values()) {
    for (let place = 0; place < seen.length; place++)
      seen[place] = Math.log((seen[place]! + UNSEEN) / (counts[place]! + 2 * UNSEEN));
  }
  const all = counts.reduce((sum, n) => sum + n, 0);
  return { kinds, traits, priors: counts.map((n) => Math.log(n / all)) };
}

/**
 * How like words are to each kind.
 * @returns the kinds, the likest first; scores of one text compare with each other
 *   and their differences with those of texts of any length
 */
export function likenessOf<Kind extends string>(
  words: string,
  learned: Learned<Kind>,
): { kind: Kind; score: number }[] {
  const scores = [...learned.priors];
  const traits = traitsOf(words);
  for (const trait of traits) {
    const weights = learned.traits.get(trait);
    if (weights) for (let place = 0; place < scores.length; place++) scores[place]! += weights[place]!;
  }
  const length = Math.sqrt(traits.size);
  return learned.kinds
    .map((kind, place) => ({ kind, score: scores[place]! / length }))
    .toSorted((a, b) => b.score - a.score);
}
