import type { AnswerReading } from '../../model/contact.ts';
import type { Day, Moment } from '../../model/moment.ts';
import { wordsOf } from '../answer-words.ts';
import { englishSentences } from '../english.ts';
import { englishEnd } from '../english-times.ts';

const WILL_DO = wordsOf('english-will-do');
const WONT = wordsOf('english-wont');
const REFUSES = wordsOf('english-refuses');
const REFUNDED = wordsOf('english-refunded');
const SUPPOSES = wordsOf('english-supposes');
/** The condition by itself: what stands between its word and the comma, or up to the end. */
const CONDITION = /\b(?:if|unless|once|when|as soon as|after|provided that)\b[^,;]{3,160}/;
/** A refusal that holds in some case only. */
const IN_A_CASE = /\b(?:if|unless|in case|should you)\b/;
const LONGEST_QUOTE = 200;

const plain = (sentence: string): string => sentence.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const asks = (sentence: string): boolean => /\?["')]?$/.test(sentence.trim());

/** The sentence that refuses, plainly and in every case; undefined where none does. */
export function englishRefusal(text: string): string | undefined {
  return englishSentences(text).find((sentence) => {
    const said = plain(sentence);
    return !asks(sentence) && REFUSES.test(said) && !IN_A_CASE.test(said);
  });
}

/** What a sentence binds its speaker to; null for nothing. */
function promised(sentence: string, at: Day | Moment): AnswerReading['promise'] {
  const said = plain(sentence);
  if (asks(sentence) || !WILL_DO.test(said) || WONT.test(said) || REFUSES.test(said)) return null;
  const text = sentence.slice(0, LONGEST_QUOTE);
  if (!SUPPOSES.test(said)) return { by: englishEnd(said, at) ?? null, text };
  // What may be done is promised by nobody; what will be done once something comes true hangs on it.
  const condition = CONDITION.exec(said)?.[0];
  const rest = condition === undefined ? said : said.replace(condition, '');
  return condition !== undefined && WILL_DO.test(rest) && !SUPPOSES.test(rest)
    ? { by: null, text, if: condition.trim() }
    : null;
}

/** The first promise with its end, else the first without, else one that hangs on something. */
export function englishPromise(text: string, at: Day | Moment): AnswerReading['promise'] {
  const found = englishSentences(text).flatMap((sentence) => promised(sentence, at) ?? []);
  return (
    found.find((one) => one.if === undefined && one.by !== null) ??
    found.find((one) => one.if === undefined) ??
    found[0] ??
    null
  );
}

/** What an answer in English is, as `readAnswer` says of one in Chinese. What no rule hears is left open. */
export function readEnglishAnswer(text: string, at: Day | Moment): AnswerReading {
  const refused = englishRefusal(text);
  const promise = englishPromise(text, at);
  const refunded = englishSentences(text).some((sentence) => {
    const said = plain(sentence);
    return !asks(sentence) && REFUNDED.test(said) && !SUPPOSES.test(said);
  });
  const settled = refunded && refused === undefined && promise === null;
  return { vague: false, refusal: refused !== undefined, promise: settled ? null : promise, settled, claimed: settled };
}
