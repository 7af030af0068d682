import { plainWords } from './clauses.ts';
import { EXAMPLES } from './examples/index.ts';

/** What an answer is in the main. */
export type Kind = 'vague' | 'refusal' | 'promise' | 'settled' | 'none';
const KINDS: readonly Kind[] = ['vague', 'refusal', 'promise', 'settled', 'none'];

export interface Learned {
  /** How many examples of each kind have a trait. */
  traits: ReadonlyMap<string, readonly number[]>;
  examples: readonly number[];
}

/** What speaks for a kind that an example of another kind has and its own have not: little, but not nothing. */
const UNSEEN = 0.1;
/** An answer is known by its beginning; a pasted page is none. */
const LONGEST = 600;

/** Signs and pairs of signs of plain words; numbers are all one, and so are marks of punctuation. */
function traitsOf(words: string): Set<string> {
  const plain = `^${words.replace(/\d+/g, '0').replace(/[\s，。！？、：；,.!?:;~]+/g, '_')}$`;
  const signs = [...plain];
  return new Set([...signs, ...signs.slice(1).map((sign, i) => signs[i]! + sign)]);
}

/** Counts the traits of examples whose kind is known. */
export function learn(examples: Iterable<readonly [kind: Kind, said: string]>): Learned {
  const traits = new Map<string, number[]>();
  const counts = KINDS.map(() => 0);
  for (const [kind, said] of examples) {
    const place = KINDS.indexOf(kind);
    counts[place]! += 1;
    for (const trait of traitsOf(said.normalize('NFKC').toLowerCase())) {
      const seen = traits.get(trait) ?? KINDS.map(() => 0);
      seen[place]! += 1;
      traits.set(trait, seen);
    }
  }
  return { traits, examples: counts };
}

/**
 * The kind whose examples a text is most like, by naive Bayes over its traits.
 * @returns the kind and by how much it leads the next one, made independent of the length of the text
 */
export function mostLike(text: string, learned: Learned): { kind: Kind; lead: number } {
  const all = learned.examples.reduce((sum, n) => sum + n, 0);
  const scores = learned.examples.map((n) => Math.log(n / all));
  const traits = traitsOf(plainWords(text.slice(0, LONGEST)));
  for (const trait of traits) {
    const seen = learned.traits.get(trait);
    seen?.forEach((n, place) => (scores[place]! += Math.log((n + UNSEEN) / (learned.examples[place]! + 2 * UNSEEN))));
  }
  const ranked = KINDS.map((kind, place) => ({ kind, score: scores[place]! })).toSorted((a, b) => b.score - a.score);
  return { kind: ranked[0]!.kind, lead: (ranked[0]!.score - ranked[1]!.score) / Math.sqrt(traits.size) };
}

let learnt: Learned | undefined;

/**
 * By this much a kind must lead before its likeness counts, measured on answers
 * that were left out: what has consequences for the buyer needs more.
 */
const CLEAR_LEAD: Readonly<Record<Kind, number>> = { vague: 0.8, none: 0.8, promise: 0.8, settled: 1.2, refusal: 1.5 };
/** Without one of these hardly anybody refuses. */
const CUES = /[不没无别未非拒]|自己|只能|晚了|过期|已过|超过|凭什么|责任|作废|结算/;
/** Two signs are like too much. */
const SHORTEST = 4;

/** What a text is like that no rule explains, when it is clearly like one kind; learns the examples at the first call. */
export function clearlyLike(text: string): Kind | undefined {
  if (text.trim().length < SHORTEST) return undefined;
  learnt ??= learn(EXAMPLES);
  const { kind, lead } = mostLike(text, learnt);
  return lead > CLEAR_LEAD[kind] && (kind !== 'refusal' || CUES.test(text)) ? kind : undefined;
}
