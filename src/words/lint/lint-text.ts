import type { DocumentId } from '../../model/dispute.ts';
import type { Fen } from '../../model/money.ts';
import type { FoldedText } from '../fold.ts';
import { allMatches, type Found, patternOf } from './patterns.ts';
import { type Stretch, type Thought, thoughtsOf } from './sentences.ts';

export interface LintOptions {
  /** Whose eyes the text is for; without it what the heading says, else an unknown reader. */
  audience?: DocumentId;
  /** What the case asks for, in 分; money above it in a demand is a finding. */
  claimFen?: Fen;
  /** What the law lets one ask for where fraud is claimed (PUN-01), in 分; without it no more than `claimFen`. */
  punitiveFen?: Fen;
  /** Names of the case: shop, platform, product, operator. Whatever words they hold, they are never a finding. */
  names?: readonly string[];
  /** Private facts of the case, to be found however they are written; `key` as in `FACTS`. */
  knownPrivate?: readonly { key: string; value: string }[];
  /** Card codes that still work. */
  unredeemedCodes?: readonly string[];
}

/** A text as the rules read it. */
export interface LintText {
  folded: FoldedText;
  /** The folded text with the words of others masked, see `ownWords`. */
  own: string;
  thoughts: readonly Thought[];
  options: LintOptions;
  /** All places of a pattern in `own`, looked for once. */
  places(source: string): readonly Found[];
  /** What was worked out once for this text, by a name of its own. */
  once<T>(name: string, work: () => T): T;
}

export function readForLint(folded: FoldedText, own: string, options: LintOptions): LintText {
  const found = new Map<string, readonly Found[]>();
  const kept = new Map<string, unknown>();
  return {
    folded,
    own,
    thoughts: thoughtsOf(own),
    options,
    places: (source) => {
      let places = found.get(source);
      if (!places) found.set(source, (places = allMatches(own, patternOf(source, 'g'))));
      return places;
    },
    once: <T>(name: string, work: () => T): T => {
      if (!kept.has(name)) kept.set(name, work());
      return kept.get(name) as T;
    },
  };
}

/** A stretch of the text at which a rule fires, before anything excuses it. */
export interface Hit extends Stretch {
  /** What excuses look at, where that is not the whole: the harm without the wish it is tied to. */
  at?: Stretch;
  /** Where a condition has a consequence: its place, for excuses that look at it. */
  act?: Stretch;
  /** Found in the whole text, not only in what the writer says himself. */
  whole?: boolean;
  /** Known for certain: no excuse is asked. */
  certain?: boolean;
  level?: 'error' | 'warning';
  suggestion?: string;
  why?: string;
}
