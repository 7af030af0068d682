import { lastChannel, unsentLetters } from '../../../clerk/cases/log-contact.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { understandTime } from '../../../clerk/intake/understand.ts';
import { documentLabel } from '../../../clerk/letters/document-label.ts';
import { RESULT_IDS, RESULTS } from '../../../model/contact.ts';
import { CHANNEL_IDS, CHANNELS, type Channel } from '../../../model/dispute.ts';
import { chinaDay } from '../../../model/moment.ts';
import { quote } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { groundOf, splitPaths } from '../../paths.ts';
import type { Prompter } from '../../prompter.ts';
import { complaintOf, typedTime } from '../../understand.ts';
import type { FollowupOptions } from './options.ts';

/** An answer is a page at most; a whole chat belongs into the evidence. */
export const MAX_SAID = 20_000;

/** What a person would be asked on the telephone; the rest has options. */
export async function askContact(
  context: Context,
  file: OpenCase,
  given: Partial<FollowupOptions>,
): Promise<Partial<FollowupOptions>> {
  const prompter = await context.prompter();
  const channel = given.channel ?? (await askChannel(prompter, file));
  const filed = await prompter.confirm({ message: '这次提交了投诉或文书吗？', default: given.letter !== undefined });
  const letter = filed ? (given.letter ?? (await askLetter(prompter, file, channel))) : given.letter;
  const at = given.at ?? (await askWhen(context, prompter));
  const who = await prompter.input({ message: '对方是谁？客服编号、姓名、工号（不清楚就直接回车）' });
  const said = await prompter.input({
    message: '对方说了什么？尽量写原话（还没答复就直接回车）',
    validate: (value) => (value.length > MAX_SAID ? '太长了，整段聊天请作为证据收入' : undefined),
  });
  const result =
    said.trim() === '' && !filed
      ? await prompter.select({
          message: '结果是？',
          choices: RESULT_IDS.map((id) => ({ value: id, name: RESULTS[id].label })),
        })
      : undefined;
  const reference = await prompter.input({ message: '受理编号（没有就直接回车）' });
  const shots = await prompter.input({ message: '有截图就拖到这里（没有就直接回车）' });
  const paths = splitPaths(shots, groundOf(context.world));
  return {
    channel,
    // A filing that nobody timed stands on its day, before what was said since.
    ...(filed ? { filed: chinaDay(at ?? context.now()) } : {}),
    ...(at === undefined ? {} : { at }),
    ...(letter === undefined ? {} : { letter }),
    ...(who.trim() ? { with: who.trim() } : {}),
    ...(said.trim() ? { said: said.trim() } : {}),
    ...(result ? { result } : {}),
    ...(reference.trim() ? { reference: reference.trim() } : {}),
    ...(paths.length > 0 ? { file: paths } : {}),
  };
}

async function askChannel(prompter: Prompter, file: OpenCase): Promise<Channel> {
  const last = lastChannel(file);
  return prompter.select({
    message: '和谁联系的？',
    choices: CHANNEL_IDS.map((id) => ({ value: id, name: CHANNELS[id].label })),
    ...(last ? { default: last } : {}),
  });
}

/** Which of the letters that lie ready was handed in; none is asked for when none does. */
async function askLetter(prompter: Prompter, file: OpenCase, channel: Channel): Promise<number | undefined> {
  const ready = unsentLetters(file);
  if (ready.length === 0) return undefined;
  const fitting = ready.findLast((one) => one.document === channel);
  const chosen = await prompter.select({
    message: '交的是哪一份文书？',
    choices: [
      ...ready.map((one) => ({ value: String(one.no), name: `第 ${one.no} 号 ${documentLabel(one.document)}` })),
      { value: '', name: '不是这里写的' },
    ],
    default: fitting ? String(fitting.no) : '',
  });
  return chosen === '' ? undefined : Number(chosen);
}

async function askWhen(context: Context, prompter: Prompter): Promise<FollowupOptions['at']> {
  const answer = await prompter.input({
    message: '什么时候？如 昨天晚上8点、11月9日（刚才就直接回车）',
    validate: (text) =>
      text.trim() === '' ? undefined : complaintOf(() => understandTime('时间', text, context.now, 'back')),
  });
  return answer.trim() === '' ? undefined : typedTime(context, '时间', answer, 'back');
}

/** The command that logs the same without a question. */
export function contactCommand(options: Partial<FollowupOptions>): string[] {
  const flags = [
    ['--channel', options.channel],
    ['--at', options.at],
    ['--with', options.with],
    ['--said', options.said],
    ['--result', options.result],
    ['--filed', options.filed],
    ['--letter', options.letter === undefined ? undefined : String(options.letter)],
    ['--reference', options.reference],
  ] as const;
  return [
    'followup',
    ...flags.flatMap(([name, value]) => (value === undefined ? [] : [name, quote(value)])),
    ...(options.file ?? []).flatMap((path) => ['--file', quote(path)]),
  ];
}
