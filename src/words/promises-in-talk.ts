import { type ChatMessage, type Reading } from '../model/reading.ts';
import { anyOf } from './any-of.ts';
import { readAnswer } from './answers/read-answer.ts';
import { clausesOf } from './clauses.ts';
import { namesDeed } from './promises.ts';
import { type End } from './reckoning.ts';
import { timesIn } from './times.ts';

type Promised = NonNullable<Reading['promises']>[number];

/** A standing warranty: `掉了包换`, `质保30天`. */
const WARRANTY = anyOf(
  '免费(?:补|换|退|重)|包(?:换|赔|退|补|找回)|假一赔',
  String.raw`[质保]保\s*(?:\d|[一二两三四五六七八九十半终永])|保修`,
  // What follows if not.
  '[不没]到(?:账)?(?:就|给[您你]|全额|直接|马上)*退|(?:被找回|掉了|封了|失效).{0,4}(?:退|赔|补|换)',
);
const NO_WARRANTY = /(?<!到|到账)(?:不|没有?|无|非)\s*(?:包|质保|保|支持|会|能|给)/;
const CONDITION = /如果|如有|若|除非|只有/;
/** Whose words they are is not known: only what binds the speaker to the buyer counts. */
const TO_BUYER = /承诺|保证|您|亲/;

/** Asked when it will be done, `明天12点前` is a promise. */
const ASKS_WHEN = /什么时候|啥时候|何时|多久|几点|几天|多长时间|哪天/;
const ANSWERS_WHEN =
  /(?:[天日晚周一二三四五六日号点半\d]|小时|分钟|月底)\s*(?:之?前|以前|之?内|以内)[吧哈哦的。!！~～]*$/;
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
    for (const sentence of message.text.split(/(?<=[。！!；;\n?？])/)) {
      const text = sentence.trim();
      const end = endPromised(text, message, asked);
      if (end === undefined) continue;
      const said = message.at === undefined ? {} : { said: message.at };
      promises.push({ text, ...said, ...(end === null || message.at === undefined ? {} : { by: end }) });
    }
  }
  return promises;
}

/** The end that a sentence promises, null for one that is not counted; undefined when it promises nothing. */
function endPromised(sentence: string, { side, at = NO_TIME }: ChatMessage, asked: boolean): End | undefined {
  const known = side === 'other';
  if (CONDITION.test(sentence)) return undefined;
  if (asked && known && sentence.length <= SHORT && ANSWERS_WHEN.test(sentence)) return endNamed(sentence, at);
  if (sentence.length < LENGTHS.shortest || sentence.length > LENGTHS.longest) return undefined;
  const { promise } = namesDeed(sentence) ? readAnswer(sentence, at) : { promise: null };
  if (promise && (known || (promise.by !== null && TO_BUYER.test(sentence)))) return promise.by;
  const warranted = known && clausesOf(sentence).some(({ text, question }) => !question && isWarranty(text));
  return warranted ? null : undefined;
}

const isWarranty = (clause: string): boolean => WARRANTY.test(clause) && !NO_WARRANTY.test(clause);

function endNamed(words: string, at: string): End {
  return clausesOf(words).flatMap((clause) => timesIn(clause.text, at))[0]?.by ?? null;
}
