import type { FactKey } from '../../model/facts.ts';
import type { Value } from './values/joined.ts';

/**
 * Below this score one character is too likely wrong to stand unasked. A
 * number is as weak as its weakest character: a mean over 28 digits hides it.
 */
const WEAKEST = { number: 0.9, name: 0.9, text: 0.75 } as const;
/** Characters that are often taken for each other; codes that mix letters and digits have no grammar to tell them apart. */
const LOOKALIKES = /[O0I1lB8S5Z2]/;
const WEAKEST_LOOKALIKE = 0.95;

const NUMBERS = new Set<FactKey>([
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
  'amount',
  'refunded',
  'paidAt',
  'orderedAt',
  'contactPhone',
  'quantity',
  'failedAt',
]);
/** Words that name someone or something: a wrong character is a wrong name. */
const NAMES = new Set<FactKey>(['merchant', 'payee', 'platform', 'product', 'failure', 'sellerName', 'account']);
const MIXED = new Set<FactKey>(['cardCode', 'account']);

export interface Certainty {
  confidence: number;
  certain: boolean;
}

/** How far a value may be believed by itself, before other places and exhibits are asked. */
export function certaintyOf(key: FactKey, { value, scores, doubtful }: Value): Certainty {
  if (scores.length === 0) return { confidence: doubtful ? 0.6 : 1, certain: !doubtful };
  const weakest = Math.min(...scores);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const confidence = (Math.round((0.5 * weakest + 0.5 * mean) * 1000) / 1000) * (doubtful ? 0.6 : 1);
  if (doubtful) return { confidence, certain: false };
  if (MIXED.has(key)) {
    const letters = [...value].filter((letter) => letter !== '-' && letter !== ' ');
    const mixed = /[A-Za-z]/.test(value) && /\d/.test(value);
    const weakLookalike =
      mixed &&
      scores.length >= letters.length &&
      [...value].some((letter, i) => LOOKALIKES.test(letter) && (scores[i] ?? 1) < WEAKEST_LOOKALIKE);
    return { confidence, certain: weakest >= WEAKEST.number && !weakLookalike };
  }
  return { confidence, certain: weakest >= WEAKEST[NUMBERS.has(key) ? 'number' : NAMES.has(key) ? 'name' : 'text'] };
}
