import { doorsByUse, ownStepsAt, unsentLetters } from '../../../clerk/cases/handed-in.ts';
import { howAnswered } from '../../../clerk/cases/hear-answer.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { understandTime } from '../../../clerk/intake/understand.ts';
import { documentLabel } from '../../../clerk/letters/document-label.ts';
import { STEP_WORDS } from '../../../model/choice-words.ts';
import { RESULTS, type Result } from '../../../model/contact.ts';
import { CHANNELS, type Channel, type OwnStep } from '../../../model/dispute.ts';
import { chinaDay, showDay, type Day } from '../../../model/moment.ts';
import type { Context } from '../../context.ts';
import { groundOf, splitPaths } from '../../paths.ts';
import type { Choice, Prompter } from '../../prompter.ts';
import { complaintOf, typedTime } from '../../understand.ts';
import type { FollowupOptions } from './options.ts';
import { askMoney } from './refund.ts';

/** An answer is a page at most; a whole chat belongs into the evidence. */
export const MAX_SAID = 20_000;

/** What there is to log, as a person would say it. */
export type Event = 'filed' | 'answered' | 'silent' | 'settled';

/** What was answered, by the options that would have said it; nothing of it is lost when it has to be mended. */
export type Asked = { -readonly [K in keyof FollowupOptions]?: FollowupOptions[K] } & {
  event?: Event;
  /** How much of the money is back, all in all. */
  refunded?: string;
  /** Exhibits that show it and are in the case already. */
  exhibits?: readonly number[];
};

/** What every question of a talk knows. */
export interface Talk {
  context: Context;
  file: OpenCase;
  prompter: Prompter;
  /** What options said, which is not asked. */
  given: Partial<FollowupOptions>;
  /** What was answered before and could not be logged: offered again. */
  before: Asked;
}

export async function askChannel(
  { prompter, file, given, before }: Talk,
  message = '和谁联系的？',
  doors: Parameters<typeof doorsByUse>[1] = { answer: true },
): Promise<Channel> {
  if (given.channel !== undefined) return given.channel;
  return prompter.select({
    message,
    choices: doorsByUse(file, doors).map((id) => ({ value: id, name: CHANNELS[id].label })),
    ...(before.channel ? { default: before.channel } : {}),
  });
}

/** Which of the letters that lie ready was handed in; none is asked for when none does. */
export async function askLetter({ prompter, file, before }: Talk): Promise<number | undefined> {
  const ready = unsentLetters(file);
  if (ready.length === 0) return undefined;
  const chosen = await prompter.select({
    message: '交的是哪一份文书？',
    choices: [
      // The newest is the one that was just written.
      ...ready.toReversed().map((one) => ({
        value: String(one.no),
        name: `第 ${one.no} 号 ${documentLabel(one.document)}（${showDay(one.writtenOn)}）`,
      })),
      { value: '', name: '不是这里写的：自己打的电话、自己填的表' },
    ],
    ...(before.letter === undefined ? {} : { default: String(before.letter) }),
  });
  return chosen === '' ? undefined : Number(chosen);
}

/** Which step it was that he took in his own words, where more than a complaint can be meant. */
export async function askStep({ prompter, file, before }: Talk, channel: Channel): Promise<OwnStep | undefined> {
  const steps = ownStepsAt(file, channel);
  if (steps.length === 0) return undefined;
  const chosen = await prompter.select<OwnStep | ''>({
    message: '交的、提的是什么？',
    choices: [
      { value: '', name: '投诉、报案，或要求退款' },
      ...steps.map((step) => ({ value: step, name: STEP_WORDS[step]! })),
    ],
    default: before.step ?? '',
  });
  return chosen === '' ? undefined : chosen;
}

/** The day of a filing; a letter is not handed in before it was written. */
export async function askDay(
  { context, file, prompter, given, before }: Talk,
  letter: number | undefined,
): Promise<Day> {
  const told = given.filed ?? given.sent;
  if (told !== undefined) return told;
  const chosen = given.letter === undefined;
  const written = unsentLetters(file).find(({ no }) => no === letter)?.writtenOn;
  const read = (text: string): Day[] =>
    understandTime('日期', text, context.now, 'back').values.map((value) => chinaDay(value));
  const answer = await prompter.input({
    message: '哪天交的？如 昨天、11月9日（今天就直接回车）',
    ...(before.filed === undefined ? {} : { default: before.filed }),
    validate: (text) => {
      if (text.trim() === '') return undefined;
      const trouble = complaintOf(() => read(text));
      if (trouble !== undefined || written === undefined || read(text).some((day) => day >= written)) return trouble;
      const early = `第 ${letter} 号文书 ${showDay(written)}才写好，不会在那之前交`;
      return chosen ? `${early}；那天交的是别的内容，就按 Ctrl-C 停下再选“不是这里写的”` : early;
    },
  });
  if (answer.trim() === '') return chinaDay(context.now());
  return chinaDay(await typedTime(context, '日期', answer, 'back'));
}

export async function askAt({ context, prompter, given, before }: Talk, message: string): Promise<Pick<Asked, 'at'>> {
  if (given.at !== undefined) return { at: given.at };
  const answer = await prompter.input({
    message: `${message}如 昨天晚上8点、11月9日（刚才就直接回车）`,
    ...(before.at === undefined ? {} : { default: before.at }),
    validate: (text) =>
      text.trim() === '' ? undefined : complaintOf(() => understandTime('时间', text, context.now, 'back')),
  });
  return answer.trim() === '' ? {} : { at: await typedTime(context, '时间', answer, 'back') };
}

export async function askSaid({ context, prompter, given, before }: Talk, message: string): Promise<string> {
  if (given.said !== undefined) return given.said;
  return prompter.input({
    message,
    ...(before.said === undefined ? {} : { default: before.said }),
    validate: (value) => {
      if (value.length > MAX_SAID) return '太长了，整段聊天请作为证据收入';
      return namesFile(context, value) ? '这是文件；截图在另一问里拖进来，这里写对方的话' : undefined;
    },
  });
}

/** Was a file dropped where words are asked for? Its name would be heard as an answer. */
export function namesFile({ world }: Pick<Context, 'world'>, text: string): boolean {
  const ground = groundOf(world);
  // A word alone can be the name of a file beside, and an answer.
  if (!/[\\/]/.test(text)) return false;
  const paths = splitPaths(text, ground);
  return paths.length > 0 && paths.every((path) => ground.exists(path));
}

/** The buyer heard that the money came, all of it or a part: whether it did is a question of its own. */
const PAID = 'paid';

/** What words are that no rule can tell: 材料不足 may be a refusal or a question. The buyer heard them. */
export async function askMeaning(
  talk: Talk,
  said: string,
  channel: Channel,
): Promise<Pick<Asked, 'result' | 'refunded'>> {
  const { open, like, both } = howAnswered(said, talk.context.now(), channel);
  if (said !== '' && !open) return {};
  const meanings: readonly Choice<Result | typeof PAID>[] = [
    { value: 'none', name: '还没有结果' },
    { value: 'refused', name: '不同意、不处理、不予受理' },
    { value: 'promise', name: both ? '答应处理，哪怕只是一部分' : '答应处理' },
    { value: 'accepted', name: '已经受理' },
    { value: 'vague', name: '只是敷衍' },
    { value: PAID, name: '说已经退了、办好了，全部或一部分' },
  ];
  const chosen = await talk.prompter.select<Result | typeof PAID>({
    message: both
      ? '这句话里有答应的，也有拒绝的。对方的意思是？'
      : like === undefined
        ? '对方的意思是？'
        : `这句话像是“${RESULTS[like].label}”，对方的意思是？`,
    choices: meanings,
    default: talk.before.result ?? (both ? 'promise' : 'none'),
  });
  return chosen === PAID ? askMoney(talk.context, talk.file) : { result: chosen };
}
