import {
  awaitsMoney,
  isFiling,
  doorsByUse,
  letterChannel,
  ownStepsAt,
  takesLetters,
  unsentLetters,
} from '../../../clerk/cases/handed-in.ts';
import { howAnswered } from '../../../clerk/cases/hear-answer.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { understandTime } from '../../../clerk/intake/understand.ts';
import { documentLabel } from '../../../clerk/letters/document-label.ts';
import { STEP_WORDS } from '../../../model/choice-words.ts';
import { RESULTS, type Result } from '../../../model/contact.ts';
import { CHANNELS, type Channel, type OwnStep } from '../../../model/dispute.ts';
import { chinaDay, showDay, type Day } from '../../../model/moment.ts';
import { quote } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { groundOf, splitPaths } from '../../paths.ts';
import type { Choice, Prompter } from '../../prompter.ts';
import { complaintOf, typedTime } from '../../understand.ts';
import type { FollowupOptions } from './options.ts';
import { askMoney } from './refund.ts';

/** An answer is a page at most; a whole chat belongs into the evidence. */
export const MAX_SAID = 20_000;

/** What there is to log, as a person would say it. */
type Event = 'filed' | 'answered' | 'silent' | 'settled';

const EVENTS: readonly Choice<Event>[] = [
  { value: 'filed', name: '我交出了文书，或提交了投诉' },
  { value: 'answered', name: '对方答复了，或和对方谈过' },
  { value: 'silent', name: '我问过，对方没有答复' },
  { value: 'settled', name: '钱退回来了，或问题解决了' },
];

/** What was answered, by the options that would have said it; nothing of it is lost when it has to be mended. */
export type Asked = { -readonly [K in keyof FollowupOptions]?: FollowupOptions[K] } & {
  event?: Event;
  /** How much of the money is back, all in all. */
  refunded?: string;
};

interface Talk {
  context: Context;
  file: OpenCase;
  prompter: Prompter;
  /** What options said, which is not asked. */
  given: Partial<FollowupOptions>;
  /** What was answered before and could not be logged: offered again. */
  before: Asked;
}

/** What a person would be asked on the telephone; the rest has options. */
export async function askContact(
  context: Context,
  file: OpenCase,
  given: Partial<FollowupOptions>,
  before: Asked = {},
): Promise<Asked> {
  const prompter = await context.prompter();
  const talk: Talk = { context, file, prompter, given, before };
  const ready = given.letter !== undefined || unsentLetters(file).length > 0;
  // A letter that is to be handed in was named: that is what there is to log.
  const named = unsentLetters(file).some(({ no }) => no === given.letter);
  const event = named
    ? 'filed'
    : await prompter.select<Event>({
        message: '记什么？',
        choices: EVENTS,
        default: before.event ?? (ready ? 'filed' : awaitsMoney(file) ? 'settled' : 'answered'),
      });
  const asked: Asked = { event, ...(await ASK[event](talk)) };
  const shots = await prompter.input({ message: '有截图就拖到这里（没有就直接回车）' });
  const paths = splitPaths(shots, groundOf(context.world));
  return paths.length > 0 ? { ...asked, file: paths } : asked;
}

const ASK: Record<Event, (talk: Talk) => Promise<Asked>> = {
  filed: askFiling,
  answered: askAnswer,
  silent: async (talk) => ({
    channel: await askChannel(talk),
    ...(await askAt(talk, '什么时候问的？')),
    result: 'none',
  }),
  settled: askSettled,
};

async function askFiling(talk: Talk): Promise<Asked> {
  const { context, file, prompter, given, before } = talk;
  const letter = given.letter ?? (await askLetter(talk));
  const own = letter === undefined ? undefined : letterChannel(file, letter);
  const channel = given.channel ?? own ?? (await askChannel(talk, '交给了谁？', { answer: false }));
  const step = given.step ?? (letter === undefined ? await askStep(talk, channel) : undefined);
  const day = await askDay(talk, letter);
  const said = (await askSaid(talk, '对方答复了吗？写原话（还没有就直接回车）')).trim();
  const at = said === '' || day === chinaDay(context.now()) ? {} : await askAt(talk, '什么时候答复的？');
  const answer: Asked = said === '' ? {} : { said, ...at, ...(await askMeaning(talk, said)) };
  // Whoever gets a letter of paper or in a chat gives no number for it.
  const reference = takesLetters(channel)
    ? ''
    : await prompter.input({
        message: '受理编号、投诉单号（没有就直接回车）',
        ...(before.reference === undefined ? {} : { default: before.reference }),
      });
  return {
    channel,
    ...(letter === undefined ? {} : { letter }),
    ...(step === undefined ? {} : { step }),
    // What goes to where a complaint lies already is no second complaint.
    ...(isFiling(file, { letter, step }) ? { filed: day } : { sent: day }),
    ...answer,
    ...(reference.trim() ? { reference: reference.trim() } : {}),
  };
}

/** A sentence, or more than a name and a number can be. */
const SPEECH = /[，。！？!?；;]|^.{31,}$/su;

async function askAnswer(talk: Talk): Promise<Asked> {
  const { prompter, before } = talk;
  const channel = await askChannel(talk);
  const at = await askAt(talk, '什么时候？');
  const who = await prompter.input({
    message: '对方是谁？客服编号、姓名、工号（不清楚就直接回车）',
    ...(before.with === undefined ? {} : { default: before.with }),
  });
  // The answer itself was pasted: nobody is called so, and nobody should paste it twice.
  const pasted = SPEECH.test(who.trim());
  const heard = pasted ? { ...talk, before: { ...before, said: who.trim() } } : talk;
  const said = (await askSaid(heard, '对方说了什么？尽量写原话')).trim();
  const meaning = await askMeaning(talk, said);
  return {
    channel,
    ...at,
    ...(who.trim() && !pasted ? { with: who.trim() } : {}),
    ...(said === '' ? {} : { said }),
    ...meaning,
  };
}

/** Money that was only announced settles nothing, nor does a part of it. */
async function askSettled(talk: Talk): Promise<Asked> {
  const channel = await askChannel(talk, '是谁退的、谁解决的？');
  const money = await askMoney(talk.context, talk.file);
  return { channel, ...(await askAt(talk, '什么时候？')), ...money };
}

async function askChannel(
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
async function askLetter({ prompter, file, before }: Talk): Promise<number | undefined> {
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
async function askStep({ prompter, file, before }: Talk, channel: Channel): Promise<OwnStep | undefined> {
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
async function askDay({ context, file, prompter, given, before }: Talk, letter: number | undefined): Promise<Day> {
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

async function askAt({ context, prompter, given, before }: Talk, message: string): Promise<Pick<Asked, 'at'>> {
  if (given.at !== undefined) return { at: given.at };
  const answer = await prompter.input({
    message: `${message}如 昨天晚上8点、11月9日（刚才就直接回车）`,
    ...(before.at === undefined ? {} : { default: before.at }),
    validate: (text) =>
      text.trim() === '' ? undefined : complaintOf(() => understandTime('时间', text, context.now, 'back')),
  });
  return answer.trim() === '' ? {} : { at: await typedTime(context, '时间', answer, 'back') };
}

const askSaid = ({ prompter, before }: Talk, message: string): Promise<string> =>
  prompter.input({
    message,
    ...(before.said === undefined ? {} : { default: before.said }),
    validate: (value) => (value.length > MAX_SAID ? '太长了，整段聊天请作为证据收入' : undefined),
  });

/** What words are that no rule can tell: 材料不足 may be a refusal or a question. The buyer heard them. */
async function askMeaning(talk: Talk, said: string): Promise<Pick<Asked, 'result'>> {
  const { open, like, both } = howAnswered(said, talk.context.now());
  if (said !== '' && !open) return {};
  const MEANINGS: readonly Choice<Result>[] = [
    { value: 'none', name: '还没有结果' },
    { value: 'refused', name: '不同意、不处理、不予受理' },
    { value: 'promise', name: both ? '答应处理，哪怕只是一部分' : '答应处理，但没说哪天' },
    { value: 'accepted', name: '已经受理' },
    { value: 'vague', name: '只是敷衍' },
  ];
  const chosen = await talk.prompter.select<Result>({
    message: both
      ? '这句话里有答应的，也有拒绝的。对方的意思是？'
      : like === undefined
        ? '对方的意思是？'
        : `这句话像是“${RESULTS[like].label}”，对方的意思是？`,
    choices: MEANINGS,
    default: talk.before.result ?? (both ? 'promise' : 'none'),
  });
  return { result: chosen };
}

/** A moment of China as it may be typed: a line of a small screen has no room for seconds and a zone. */
const shortTime = (at: string): string => at.replace(/(T\d\d:\d\d)(?::00)?\+08:00$/, '$1');

/** The command that logs the same without a question. */
export function contactCommand(options: Partial<FollowupOptions>): string[] {
  const flags = [
    ['--channel', options.channel],
    ['--at', options.at && shortTime(options.at)],
    ['--with', options.with],
    ['--said', options.said],
    ['--result', options.result],
    ['--filed', options.filed],
    ['--sent', options.sent],
    ['--step', options.step],
    ['--letter', options.letter === undefined ? undefined : String(options.letter)],
    ['--reference', options.reference],
  ] as const;
  return [
    'followup',
    ...flags.flatMap(([name, value]) => (value === undefined ? [] : [name, quote(value)])),
    ...(options.file ?? []).flatMap((path) => ['--file', quote(path)]),
  ];
}
