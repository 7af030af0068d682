import { type FindingKind } from '../../../model/outcome.ts';

/** One reason why words are held against a writer, and the words. */
export interface Theme {
  id: string;
  kind: Extract<FindingKind, 'emotion' | 'insult' | 'accusation'>;
  severity: 'error' | 'warning';
  /** A sentence that says the same and holds. */
  suggestion: string;
  /** For the buyer, one or two sentences; the article where one applies. */
  why: string;
  /** Words parted by spaces, folded and simplified; found with marks in between and characters doubled. */
  words: string;
  /** Composed of classes; run on each sentence. */
  patterns?: readonly RegExp[];
}

/** Splits a table of words. */
export function wordsOf(theme: { words: string }): string[] {
  return theme.words.split(/\s+/).filter(Boolean);
}
