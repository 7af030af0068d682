import { logContact } from '../../../clerk/cases/log-contact.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { newAnswers, weightiest } from '../../../clerk/cases/shown-answers.ts';
import { Cancelled, KamengError } from '../../../model/errors.ts';
import { showMoment } from '../../../model/moment.ts';
import { quote, sayCommand } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { clip } from '../../views/paint.ts';
import { askChannel, type Talk } from './one-question.ts';
import { contactCommand } from './questions.ts';
import { noteRefund } from './refund.ts';
import { show } from './show.ts';
import { askShown, chooseShown } from './which-words.ts';

/** After a picture was taken in that shows an answer to what the buyer handed in: it is logged if he says so. */
export async function offerAnswers(context: Context, file: OpenCase, added: readonly number[]): Promise<void> {
  const answers = newAnswers(file, added);
  if (answers.length === 0) return;
  const answer = await chooseShown(context, answers, '都不是，不用记');
  if (!answer) return;
  const before = answer.ofShop ? { channel: 'merchant' as const } : {};
  const talk: Talk = { context, file, prompter: await context.prompter(), given: {}, before };
  const channel = await askChannel(talk, '这是谁说的？');
  const { refunded, ...asked } = await askShown(talk, answer, channel);
  try {
    show(context, logContact(file, { ...asked, channel, exhibits: [answer.exhibit] }), true);
  } catch (error) {
    if (!(error instanceof KamengError) || error instanceof Cancelled) throw error;
    context.io.warn(`! ${error.message}`);
    return;
  }
  sayCommand(
    context,
    contactCommand({ channel, ...asked }),
    ...(refunded === undefined ? [] : noteRefund(file, refunded)),
  );
}

/** The same said where nobody is asked. */
export function sayAnswers({ io }: Context, file: OpenCase, added: readonly number[]): void {
  const answer = weightiest(newAnswers(file, added));
  if (!answer) return;
  const at = answer.at === undefined ? '' : `${showMoment(answer.at)} `;
  io.say(`证据 ${answer.exhibit} 里对方 ${at}说“${clip(answer.said, 40)}”；是对你的答复就记下来：`);
  io.say(
    `  kameng followup --channel ${answer.ofShop ? 'merchant' : '渠道'} --at ${quote(answer.at ?? '时间')} --said "原话"`,
  );
}
