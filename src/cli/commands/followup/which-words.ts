import { type ShownAnswer, weightiest } from '../../../clerk/cases/shown-answers.ts';
import type { Channel } from '../../../model/dispute.ts';
import { showMoment } from '../../../model/moment.ts';
import type { Context } from '../../context.ts';
import { clip } from '../../views/paint.ts';
import { askAt, askMeaning, type Asked, type Talk } from './one-question.ts';

/** More of a long talk helps nobody choose. */
const MOST_SHOWN = 6;

/** Which message of an exhibit is the answer; one message, word for word, as it can be quoted. */
export async function chooseShown(
  { io, prompter }: Context,
  answers: readonly ShownAnswer[],
  none: string,
): Promise<ShownAnswer | undefined> {
  const best = weightiest(answers);
  // The newest, and the one that says most though it be older.
  const shown = answers.filter((one, i) => i >= answers.length - MOST_SHOWN || one === best);
  const exhibits = [...new Set(shown.map(({ exhibit }) => exhibit))].join('、');
  const chosen = await (
    await prompter()
  ).select<string>({
    message: `证据 ${exhibits} 里对方的话，哪一句是答复？`,
    choices: [
      ...shown.map((one, i) => ({
        value: String(i),
        name: clip(`${one.at === undefined ? '' : `${showMoment(one.at)}  `}${one.said}`, io.width.stderr - 3),
      })),
      { value: '', name: none },
    ],
    ...(best ? { default: String(shown.indexOf(best)) } : {}),
  });
  return chosen === '' ? undefined : shown[Number(chosen)];
}

/** What a message of an exhibit says of a contact; its day is asked where the picture shows none. */
export async function askShown(talk: Talk, { at, said }: ShownAnswer, channel: Channel): Promise<Asked> {
  const when = at === undefined ? await askAt(talk, '什么时候说的？') : { at };
  return { ...when, said, ...(await askMeaning(talk, said, channel)) };
}
