import { FILE_NAMES } from '../../knowledge/built/page-marks.ts';
import { anyOf } from '../../knowledge/patterns.ts';
import { KINDS, type Category, type Kind } from '../../model/evidence.ts';

export interface Guess {
  category: Category;
  kind: Kind;
  /** Low: a name proves nothing. */
  confidence: number;
}

/** Words in file names, first match wins; what a name says is a guess to be offered, not a reading. */
const NAME_WORDS = FILE_NAMES.map(({ kind, words }) => ({ kind, words: anyOf(words, 'i') }));

const TYPE_KINDS: readonly [RegExp, Kind][] = [
  [/^video\//, 'recording'],
  [/^audio\//, 'call'],
  [/^message\/rfc822/, 'email'],
  [/^text\/csv|spreadsheetml/, 'bill'],
  [/^text\//, 'chat_log'],
];

/**
 * What a file may be, from its name and media type alone; offered in a
 * question, or used as long as nothing was read.
 */
export function guessLabel(name: string, mediaType: string): Guess {
  const typed = TYPE_KINDS.find(([type]) => type.test(mediaType))?.[1];
  const named = NAME_WORDS.find(({ words }) => words.test(name))?.kind;
  let kind: Kind = named ?? typed ?? 'other';
  // A log that is called a chat is a chat log; a film of anything is a recording.
  if (typed === 'chat_log' && named === 'chat') kind = 'chat_log';
  if (typed === 'recording') kind = 'recording';
  return { kind, category: KINDS[kind].category, confidence: kind === 'other' ? 0.1 : named && typed ? 0.5 : 0.3 };
}
