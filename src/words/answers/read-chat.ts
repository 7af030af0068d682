import { type AnswerReading } from '../../model/contact.ts';
import { type Day, type Moment } from '../../model/moment.ts';
import { type ChatMessage } from '../../model/reading.ts';
import { readAnswer } from './read-answer.ts';

export interface ChatAnswer {
  /** Place of the message in the chat, from 0. */
  index: number;
  at: Moment | Day;
  text: string;
  reading: AnswerReading;
}

/** A message longer than this is a pasted text, not an answer. */
const LONGEST = 2000;

/**
 * The messages of a chat that refuse, promise or settle, in their order. The
 * buyer's and the program's own lines are left out; a message without a time is
 * read as of the last time above it, or of `fallback`.
 * @param fallback the day of the chat when it shows no time, for instance the day it was taken in
 */
export function answersInChat(messages: readonly ChatMessage[], fallback: Moment | Day): ChatAnswer[] {
  const answers: ChatAnswer[] = [];
  let at: Moment | Day = fallback;
  for (const [index, message] of messages.entries()) {
    at = message.at ?? at;
    if (message.side === 'buyer' || message.side === 'system' || message.recalled || message.text.length > LONGEST)
      continue;
    const reading = readAnswer(message.text, at);
    if (reading.refusal || reading.promise || reading.settled) answers.push({ index, at, text: message.text, reading });
  }
  return answers;
}
