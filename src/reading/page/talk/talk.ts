import type { ChatMessage, FieldReading, Reading } from '../../../model/reading.ts';
import { promisesInTalk, promiseToldOf } from '../../../words/promises-in-talk.ts';
import { readAnswer } from '../../../words/answers/read-answer.ts';
import { englishRefusal } from '../../../words/answers/english.ts';
import { isEnglish } from '../../../words/english.ts';
import { wordsOf } from '../../../words/answer-words.ts';

/** Without one of these hardly anybody refuses; asked first, since a chat has many thousand messages. */
const CUES = wordsOf('refusal-cues');
/** A message without a time; whether it refuses does not hang on the day. */
const NO_TIME = '2000-01-01';
const LONGEST = 300;

/** The words that refuse: of a letter in English one sentence, else the whole message. */
function refusalOf({ text, at }: ChatMessage): string | undefined {
  if (isEnglish(text)) return englishRefusal(text);
  return CUES.test(text) && readAnswer(text, at ?? NO_TIME).refusal ? text : undefined;
}

/** Promises and refusals among the other side's words, the last of each as a fact. */
export function readTalk(messages: readonly ChatMessage[]): {
  fields: FieldReading[];
  promises: NonNullable<Reading['promises']>;
} {
  const promises = promisesInTalk(messages);
  const refusing = messages.findLast((message) => message.side === 'other' && refusalOf(message) !== undefined);
  const refusal = refusing && refusalOf(refusing);
  const promise = promiseToldOf(promises);
  const fields: FieldReading[] = [];
  if (promise) fields.push(field('promise', promise.text));
  if (promise?.by) fields.push({ ...field('promisedBy', promise.text), value: promise.by });
  if (refusal) fields.push(field('refusal', refusal));
  return { fields, promises };
}

function field(key: FieldReading['key'], words: string): FieldReading {
  const value = words.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return { key, value, text: value, confidence: 0.9, certain: true };
}
