import type { Dispute } from '../../model/dispute.ts';
import type { Hearing } from '../../words/judge.ts';
import { BUCKETS, signsOf } from './signs.ts';

/** What a sentence can say is wrong, or that nothing is; in the order of the weights. */
export const SAID = [
  'none',
  'not_delivered',
  'card_invalid',
  'account_banned',
  'not_as_described',
  'vanished',
  'service',
  'platform_fault',
] as const satisfies readonly ('none' | Dispute)[];
export type Said = (typeof SAID)[number];

/** Longer than this nobody complains in one sentence. */
const LONGEST = 240;

/** What a judge of troubles tells apart in one sentence, and by what. */
export const TROUBLE_HEARING: Hearing<Said> = {
  of: 'troubles',
  kinds: SAID,
  buckets: BUCKETS,
  signsOf: (sentence) => signsOf(sentence.slice(0, LONGEST)),
};
