import { outcomeWords } from '../../../clerk/cases/contact-words.ts';
import { LIKE_RESULTS } from '../../../clerk/cases/hear-answer.ts';
import type { LoggedContact } from '../../../clerk/cases/log-contact.ts';
import { CHANNEL_TRAITS } from '../../../knowledge/built/channels.ts';
import { type AnswerReading, RESULTS } from '../../../model/contact.ts';
import { CHANNELS } from '../../../model/dispute.ts';
import { chinaDay, showMoment } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import { quote } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { nextLines } from '../../views/case.ts';
import { paint } from '../../views/paint.ts';
import { wrap } from '../../views/wrap.ts';

/**
 * A contact that was just logged: what its words come to, what to ask back, what comes next.
 * @param inDialogue what is open is asked there, and what comes next is said when it is answered
 */
export function show(
  context: Context,
  { contact, next, questions, shut, seller }: LoggedContact,
  inDialogue = false,
): void {
  const { reading } = contact;
  if (context.options.json) {
    context.io.json({
      contact,
      reading: {
        ...reading,
        promise:
          contact.promisedBy === undefined && !reading.promise
            ? null
            : { ...reading.promise, by: contact.promisedBy ?? null },
      },
      next,
      questions,
      shut,
      seller,
    });
    return;
  }
  const { io } = context;
  const colors = paint(io.color.stdout);
  // A line is broken between its words, and never inside a command.
  const tell = (line: string): void => wrap(line, io.width.stdout, /^ */.exec(line)![0].length).forEach(io.data);
  if (contact.struckWhy !== undefined) {
    tell(`已划掉第 ${contact.corrects} 次联系：${printable(contact.struckWhy)}。记录还在，文书、期限和去处不再算它。`);
    sayNext(context, next);
    return;
  }
  if (contact.corrects !== undefined) tell(`第 ${contact.corrects} 次联系由这一条更正，原来的记录还在案卷里。`);
  tell(
    `已记第 ${contact.no} 次：${CHANNELS[contact.channel].label}，${showMoment(contact.at)}，${outcomeWords(contact)}`,
  );
  // What was taken up says something, however the rest of it stalls.
  if (reading.vague && contact.result !== 'accepted') tell(colors.yellow('这是含糊的答复，没有时间、没有负责人。'));
  if (contact.result === 'claimed')
    tell(colors.yellow('这只是对方的说法。钱到账了再记：kameng followup --result settled；没到账就写 --result none。'));
  // In a dialogue he was asked what was meant.
  if (contact.result === 'none' && !inDialogue) for (const line of unsure(reading)) tell(line);
  if (reading.promise?.offer)
    tell(
      `这是对方提出的条件（“${printable(reading.promise.if!)}”），你没同意就还不是承诺。接不接受都回一句，再记一次。`,
    );
  else if (reading.promise?.if !== undefined) tell(`这个承诺带有条件：${printable(reading.promise.if)}`);
  const day = CHANNEL_TRAITS[contact.channel].appoints?.what ?? '对方承诺的时间';
  if (contact.promisedBy) tell(`${day}：${showMoment(contact.promisedBy)}`);
  for (const one of shut)
    tell(colors.red(`因此${CHANNELS[one.channel].label}走不通了：${one.reasons.map(({ text }) => text).join('')}`));
  if (questions.length > 0) tell(colors.bold('可以这样问回去：'));
  for (const question of questions) tell(`  ${question}`);
  const details = Object.entries(seller);
  if (details.length > 0 && !inDialogue) {
    tell('对方说了卖家是谁，核对后记进案卷：');
    tell(`  kameng facts ${details.map(([key, value]) => `${key}=${quote(value)}`).join(' ')}`);
  }
  if (!inDialogue) sayNext(context, next);
}

/** What is left open of an answer, and how to say it. */
function unsure({ like, doubted }: AnswerReading): string[] {
  if (like !== undefined) {
    const result = LIKE_RESULTS[like];
    return [
      `这句话像是“${RESULTS[result].label}”，但没有明说，没有按它记。` +
        (result === 'partly' ? '退了多少，直接运行 kameng followup 来记' : `确实如此就写明 --result ${result}`),
    ];
  }
  return doubted
    ? ['这句话的意思听不准，没有按答复记。你清楚的话，写明 --result refused、promise、claimed 或 vague']
    : [];
}

/** What comes next, the first of it large. */
export function sayNext({ io, now }: Context, next: LoggedContact['next']): void {
  const look = { today: chinaDay(now()), width: io.width.stdout, most: 3 };
  io.data('');
  for (const line of nextLines(next, paint(io.color.stdout), look)) io.data(line);
}
