import { ANSWER_GROUNDS } from '../../knowledge/built/answer-words.ts';
import type { BuiltGround } from '../../knowledge/schema/answer-words.ts';

/** Why something was refused. Ids stand in `reading.ground` and in filings. */
export interface Ground extends Omit<BuiltGround, 'words'> {
  words: RegExp;
}

/** In the order of weight: a clear ground of an office first, the habitual phrases of shops last. */
export const GROUNDS: readonly Ground[] = ANSWER_GROUNDS.map((ground) => ({
  ...ground,
  words: new RegExp(ground.words),
}));

/** Ids of all grounds, for tables that answer them. */
export const GROUND_IDS = GROUNDS.map(({ id }) => id);
