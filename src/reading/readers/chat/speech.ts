import type { ChatMessage } from '../../../model/reading.ts';
import { complains } from '../../layouts/troubles.ts';
import { promiseIn, readAnswer } from '../../../words/answers/read-answer.ts';
import { wordsOf } from '../../../words/answer-words.ts';

/** From here on a message complains of what was bought. */
const COMPLAINS = 0.9;
/** What only somebody who was sold something asks for. */
const ASKS_BACK =
  /(?:退|赔|换|补|充)(?:给我|我[^们]|我$|钱|款[吧啊呢]?$)|(?:怎么|咋)还(?:没|不)|(?:能|可以)?[退补换赔发充][吗么]|人呢/;
/** What only whoever sells says: how they call the buyer, and that they have sent it. */
const SELLS =
  /^亲[,，~ ]|亲(?:亲|爱的)|给您|(?:已|马上|现在|秒)发货?[了的]?$|账号[^]{0,60}密码|确认(?:下)?收货[哈哦啊]?/;
const ASKS_BUYER = wordsOf('asks-buyer');
const REFUSES = wordsOf('refusal-cues');
/** A message without a time; whose it is does not hang on the day. */
const NO_TIME = '2000-01-01';
/** Of a long talk the first so many messages of each tell. */
const HEARD = 200;

/**
 * Which of two people sells, by what they say: the one hands over, promises and refuses, the other complains or wants
 * the money back.
 * @returns the names of whoever is not the buyer; undefined where the words leave it open
 */
export function sidesBySpeech(messages: readonly ChatMessage[]): Set<string> | undefined {
  const names = [...new Set(messages.map(({ sender }) => sender!))];
  if (names.length !== 2) return undefined;
  const said = names.map((name) => messages.filter(({ sender }) => sender === name).slice(0, HEARD));
  const [one, two] = said.map((own) => sum(own, sells) - sum(own, buys)) as [number, number];
  if (Math.abs(one - two) < LEAD) return undefined;
  return new Set([one > two ? names[0]! : names[1]!]);
}

/** By so many messages the one must sell and the other buy. */
const LEAD = 2;
const sum = (messages: readonly ChatMessage[], says: (text: string) => boolean): number =>
  messages.filter(({ text }) => says(text)).length;

const sells = (text: string): boolean => SELLS.test(text) || ASKS_BUYER.test(text) || answers(text);
const buys = (text: string): boolean => ASKS_BACK.test(text) || (!sells(text) && complains(text) >= COMPLAINS);

/** Does it promise or refuse what a buyer would have? */
const answers = (text: string): boolean =>
  promiseIn(text, NO_TIME) !== null || (REFUSES.test(text) && readAnswer(text, NO_TIME).refusal !== null);
