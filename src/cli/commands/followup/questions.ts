import { awaitsMoney, isFiling, letterChannel, takesLetters, unsentLetters } from '../../../clerk/cases/handed-in.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { shownAnswers } from '../../../clerk/cases/shown-answers.ts';
import type { Channel } from '../../../model/dispute.ts';
import { chinaDay } from '../../../model/moment.ts';
import { quote } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { groundOf, splitPaths } from '../../paths.ts';
import type { Choice } from '../../prompter.ts';
import { takeIn } from '../../take-in.ts';
import {
  askAt,
  askChannel,
  askDay,
  type Asked,
  askLetter,
  askMeaning,
  askSaid,
  askStep,
  type Event,
  type Talk,
} from './one-question.ts';
import type { FollowupOptions } from './options.ts';
import { askMoney } from './refund.ts';
import { askShown, chooseShown } from './which-words.ts';

const EVENTS: readonly Choice<Event>[] = [
  { value: 'filed', name: '我交出了文书，或提交了投诉' },
  { value: 'answered', name: '对方答复了，或和对方谈过' },
  { value: 'silent', name: '我问过，对方没有答复' },
  { value: 'settled', name: '钱退回来了，或问题解决了' },
];

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
  // Whoever answered was asked for it first: what it shows need not be typed.
  return event === 'answered' ? asked : { ...(await askShots(talk, '有截图就拖到这里（没有就直接回车）')), ...asked };
}

/** Files that show a contact; or what was answered itself, pasted where its picture was asked for. */
async function askShots({ context, prompter, before }: Talk, message: string): Promise<Pick<Asked, 'file' | 'said'>> {
  const ground = groundOf(context.world);
  const isSpeech = (text: string): boolean =>
    SPEECH.test(text.trim()) && !/[\\/]/.test(text) && !splitPaths(text, ground).some((path) => ground.exists(path));
  const shots = await prompter.input({
    message,
    ...(before.file === undefined ? {} : { default: before.file.map(quote).join(' ') }),
    validate: (text) => {
      if (isSpeech(text)) return undefined;
      const lost = splitPaths(text, ground).filter((path) => !ground.exists(path));
      return lost.length === 0 ? undefined : `没有这个文件或文件夹：${lost.join('、')}`;
    },
  });
  const paths = splitPaths(shots, ground);
  if (paths.length === 0) return {};
  return isSpeech(shots) ? { said: shots.trim() } : { file: paths };
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
  const answer: Asked = said === '' ? {} : { said, ...at, ...(await askMeaning(talk, said, channel)) };
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

/** A picture of the answer comes first: its words and their time are read off it and quoted as they stand there. */
async function askAnswer(talk: Talk): Promise<Asked> {
  const channel = await askChannel(talk);
  const shots = await askShots(talk, '有对方答复的截图就拖到这里（没有就直接回车）');
  if (!shots.file) return { channel, ...(await askWords(heardIn(talk, shots.said), channel)) };
  const { context, file } = talk;
  const taken = await takeIn(context, file, shots.file, { read: true });
  const exhibits = [...taken.added, ...taken.duplicates.map(({ exhibit }) => exhibit)];
  const shown = shownAnswers(file, exhibits);
  if (shown.length === 0) context.io.say('没有从里面读到对方的话，请写下来');
  const answer = shown.length === 0 ? undefined : await chooseShown(context, shown, '都不是，自己写');
  const told = answer ? await askShown(talk, answer, channel) : await askWords(talk, channel);
  return { channel, ...shots, exhibits, ...told };
}

/** The same talk with what was pasted for an answer at hand. */
const heardIn = (talk: Talk, said: string | undefined): Talk =>
  said === undefined ? talk : { ...talk, before: { ...talk.before, said } };

async function askWords(talk: Talk, channel: Channel): Promise<Asked> {
  const { prompter, before } = talk;
  const at = await askAt(talk, '什么时候？');
  const who = await prompter.input({
    message: '对方是谁？客服编号、姓名、工号（不清楚就直接回车）',
    ...(before.with === undefined ? {} : { default: before.with }),
  });
  // The answer itself was pasted: nobody is called so, and nobody should paste it twice.
  const pasted = SPEECH.test(who.trim());
  const heard = heardIn(talk, pasted ? who.trim() : undefined);
  const said = (await askSaid(heard, '对方说了什么？尽量写原话')).trim();
  const meaning = await askMeaning(talk, said, channel);
  return {
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
