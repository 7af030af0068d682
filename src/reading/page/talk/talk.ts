import type { ChatMessage, FieldReading, Reading } from '../../../model/reading.ts';
import { promisesInTalk } from '../../../words/promises-in-talk.ts';
import { anyOf } from '../../../knowledge/patterns.ts';

/** How sellers say no. */
const REFUSES = anyOf(
  [
    // `不给您退`, `无法办理退款`, `本店不予补发`.
    String.raw`(?:不|无法|不能|不会|不予|不给|概不|不支持|拒绝|没法|不可以?)\s*(?:再)?(?:给|为|帮|办理|进行|提供)?(?:您|你)?\s*(?:退(?:款|换|货|钱)?|换货|更换|赔偿?|补发|处理|受理|售后|负责)`,
    // The notice on the wall.
    '一经售出|售出不退|概不(?:退换|负责|退款)|no refunds?|cannot refund',
    // It is not ours.
    '不关我们?(?:的)?事|与我们无关|(?:跟|和)我们?(?:没|无)(?:有)?关',
    // It is yours.
    '自己(?:的)?(?:问题|原因|操作)',
  ],
  'i',
);
const QUESTION = /[?？]\s*$|吗[。.]?$/;
const LONGEST = 300;

/** Does the other side refuse what is asked? */
function isRefusal(text: string): boolean {
  return REFUSES.test(text) && !QUESTION.test(text);
}

/** Promises and refusals among the other side's words, the last of each as a fact. */
export function readTalk(messages: readonly ChatMessage[]): {
  fields: FieldReading[];
  promises: NonNullable<Reading['promises']>;
} {
  const promises = promisesInTalk(messages);
  const refusal = messages.findLast(({ side, text }) => side === 'other' && isRefusal(text));
  const promise = promises.at(-1);
  const fields: FieldReading[] = [];
  if (promise) fields.push(field('promise', promise.text));
  if (promise?.by) fields.push({ ...field('promisedBy', promise.text), value: promise.by });
  if (refusal) fields.push(field('refusal', refusal.text));
  return { fields, promises };
}

function field(key: FieldReading['key'], words: string): FieldReading {
  const value = words.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return { key, value, text: value, confidence: 0.9, certain: true };
}
