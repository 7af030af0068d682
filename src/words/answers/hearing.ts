import { ANSWER_KINDS, type AnswerKind } from '../../model/contact.ts';
import { type Hearing, placeOf } from '../judge.ts';
import { plainWords } from '../plain-words.ts';

const BUCKETS = 2 ** 13;
/** An answer is known by its beginning; a pasted page is none. */
const LONGEST = 600;

/** Signs and pairs of signs; numbers are all one, so are numbers of goods, and so are marks of punctuation. */
function signsOf(words: string): Int32Array {
  const plain = plainWords(words.slice(0, LONGEST))
    .replace(/\d+/g, '0')
    .replace(/[a-z0]{4,}/g, 'X')
    .replace(/[^\p{L}\p{N}]+/gu, '_');
  const signs = ['^', ...plain, '$'];
  const places = new Set<number>();
  signs.forEach((sign, i) => {
    places.add(placeOf(1, sign, BUCKETS));
    if (i > 0) places.add(placeOf(2, signs[i - 1]! + sign, BUCKETS));
  });
  return Int32Array.from(places);
}

/** What a judge of answers tells apart, and by what. */
export const ANSWER_HEARING: Hearing<AnswerKind> = {
  of: 'answers',
  kinds: ANSWER_KINDS,
  buckets: BUCKETS,
  signsOf,
};
