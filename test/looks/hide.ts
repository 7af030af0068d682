import { COMPOSED_LABELS, LABELS } from '../../src/knowledge/built/labels.ts';
import { foldOf } from './compose.ts';

/**
 * Takes a share of the known labels, and of the words that others are put together from, out of the tables: what is
 * read then is read without them. To be called before the reading is loaded.
 */
export function hideLabels(share: number, seed: number): void {
  if (share <= 0) return;
  const hidden = foldOf(share, seed);
  for (const { words } of LABELS) keep(words as string[], hidden);
  for (const part of COMPOSED_LABELS.flatMap(({ parts }) => parts))
    if ('one' in part) keep(part.one as string[], hidden);
}

/** At least one word stays, or a pattern of none would fit everything. */
function keep(words: string[], hidden: (word: string) => boolean): void {
  const left = words.filter((word) => !hidden(word));
  words.splice(0, words.length, ...(left.length > 0 ? left : words.slice(0, 1)));
}
