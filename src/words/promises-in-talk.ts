import type { ChatMessage, Reading } from '../model/reading.ts';
import { wordsOf } from './answer-words.ts';
import { promiseIn } from './answers/read-answer.ts';
import { clausesOf } from './clauses.ts';
import { englishSentences, isEnglish } from './english.ts';
import { namesDeed } from './promises.ts';
import type { End } from './reckoning.ts';
import { timesIn } from './times.ts';

type Promised = NonNullable<Reading['promises']>[number];

/** A standing warranty: `掉了包换`, `质保30天`. */
const WARRANTY = wordsOf('warranty');
const NO_WARRANTY = wordsOf('no-warranty');
const CONDITION = wordsOf('condition');
/** `某某小店（5分钟内回复）`: a title of the talk that was taken for a message. */
const REPLY_SPEED = wordsOf('reply-speed');
/** Whose words they are is not known: only what binds the speaker to the buyer counts. */
const TO_BUYER = wordsOf('to-buyer');

/** Asked when it will be done, `明天12点前` is a promise. */
const ASKS_WHEN = wordsOf('asks-when');
const ANSWERS_WHEN = wordsOf('answers-when');
const SHORT = 16;
/** A shorter sentence says nothing, a longer one is a pasted text. */
const LENGTHS = { shortest: 4, longest: 200 };
/** A message without a time still promises; what it names is counted from nowhere and left out. */
const NO_TIME = '2000-01-01';

/**
 * The promises in the words of the other side, sentence by sentence, each with the end it names. What binds, and
 * until when, is what `readAnswer` says of the same sentence; a talk adds standing warranties and the bare term that
 * answers the question when.
 * @returns without `by` where no end is named, where it cannot be counted, or where the message has no time
 */
export function promisesInTalk(messages: readonly ChatMessage[]): Promised[] {
  const promises: Promised[] = [];
  let asked = false;
  for (const message of messages) {
    if (message.side === 'buyer') asked = ASKS_WHEN.test(message.text);
    if (message.side === 'buyer' || message.side === 'system' || message.recalled) continue;
    const sentences = isEnglish(message.text)
      ? englishSentences(message.text)
      : message.text.split(/(?<=[。！!；;\n?？])/);
    for (const sentence of sentences) {
      const text = sentence.trim();
      const found = promisedIn(text, message, asked);
      // What hangs on the buyer's own word is offered, and promised by nobody.
      if (found === undefined || found.offer) continue;
      const { by, if: condition } = found;
      promises.push({
        text,
        ...(message.at === undefined ? {} : { said: message.at }),
        ...(by === null || message.at === undefined ? {} : { by }),
        ...(condition === undefined ? {} : { if: condition }),
      });
    }
  }
  return promises;
}

/** The one that is told: the last that hangs on nothing; only where there is none, one with its condition. */
export function promiseToldOf(promises: readonly Promised[]): Promised | undefined {
  return promises.findLast((one) => one.if === undefined) ?? promises.at(-1);
}

/** What a sentence promises: until when (null: not counted) and on what condition; undefined for nothing. */
function promisedIn(
  sentence: string,
  { side, at = NO_TIME }: ChatMessage,
  asked: boolean,
): { by: End; if?: string; offer?: true } | undefined {
  const known = side === 'other';
  if (asked && known && sentence.length <= SHORT && ANSWERS_WHEN.test(sentence) && !CONDITION.test(sentence))
    return { by: endNamed(sentence, at) };
  if (sentence.length < LENGTHS.shortest || sentence.length > LENGTHS.longest) return undefined;
  if (REPLY_SPEED.test(sentence)) return undefined;
  const promise = namesDeed(sentence) || isEnglish(sentence) ? promiseIn(sentence, at) : null;
  if (promise && (promise.if !== undefined || !CONDITION.test(sentence))) {
    if (known || (promise.by !== null && TO_BUYER.test(sentence))) return promise;
  }
  if (!known || CONDITION.test(sentence)) return undefined;
  return clausesOf(sentence).some(({ text, question }) => !question && isWarranty(text)) ? { by: null } : undefined;
}

const isWarranty = (clause: string): boolean => WARRANTY.test(clause) && !NO_WARRANTY.test(clause);

function endNamed(words: string, at: string): End {
  return clausesOf(words).flatMap((clause) => timesIn(clause.text, at))[0]?.by ?? null;
}
