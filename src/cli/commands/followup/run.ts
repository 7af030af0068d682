import { resolve } from 'node:path';
import { outcomeWords } from '../../../clerk/cases/contact-words.ts';
import {
  correctContact,
  LIKE_RESULTS,
  letterChannel,
  logContact,
  stepChannel,
  strikeContact,
  type ContactChanges,
  type LoggedContact,
} from '../../../clerk/cases/log-contact.ts';
import { statusOf } from '../../../clerk/cases/case-view.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { factsOf } from '../../../clerk/intake/record-facts.ts';
import { standingValue } from '../../../model/facts.ts';
import { RESULTS } from '../../../model/contact.ts';
import { type Channel, CHANNEL_IDS, CHANNELS } from '../../../model/dispute.ts';
import { Cancelled, KamengError, usageError } from '../../../model/errors.ts';
import { chinaDay, showMoment } from '../../../model/moment.ts';
import { askFact } from '../../ask-fact.ts';
import { sayCommand } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { refusalError, takeIn } from '../../take-in.ts';
import { readTextFile } from '../../text-file.ts';
import { nextLines } from '../../views/case.ts';
import { paint } from '../../views/paint.ts';
import { wrap } from '../../views/wrap.ts';
import { printable } from '../../../model/text.ts';
import type { FollowupArgs, FollowupOptions } from './options.ts';
import { askContact, contactCommand, MAX_SAID, type Asked } from './questions.ts';

export async function run(context: Context, [why]: FollowupArgs, options: FollowupOptions): Promise<void> {
  refuseMixed(why, options);
  const said = options.said?.startsWith('@')
    ? readTextFile(resolve(context.world.cwd, options.said.slice(1))).trim()
    : options.said?.trim();
  refuseLong(said);
  await context.withCase(async (file) => {
    const given = { ...options, said: said || undefined };
    if (options.strike !== undefined) return show(context, strikeContact(file, options.strike, why!.trim()));
    if (options.correct !== undefined) return correct(context, file, given);
    if (context.interactive && isBare(options, said)) return ask(context, file, given);
    const meant = options.channel ?? doorMeant(file, options);
    const refused = await log(context, file, { ...given, ...(meant ? { channel: meant } : {}) });
    if (refused) throw refused;
  });
}

/** The door that a letter or a step is of. */
function doorMeant(file: OpenCase, { letter, step }: Partial<FollowupOptions>): Channel | undefined {
  if (letter !== undefined) return letterChannel(file, letter);
  return step === undefined ? undefined : stepChannel(file, step);
}

/** What a dialogue says of a contact beside what it came to. */
interface Told {
  /** That would have done the same. */
  command: readonly string[];
  /** More is asked before what comes next can be said. */
  more: boolean;
}

/**
 * @param told what a dialogue says of it
 * @returns what is to be said of files that did not go in; the contact is logged all the same
 */
async function log(
  context: Context,
  file: OpenCase,
  options: Partial<FollowupOptions>,
  told?: Told,
): Promise<KamengError | undefined> {
  if (!options.channel)
    throw usageError(
      'CHANNEL_MISSING',
      '没有写是哪个渠道',
      `--channel 可选：${CHANNEL_IDS.map((id) => `${CHANNELS[id].label}（${id}）`).join('、')}`,
    );
  const { exhibits, refused } = await takeInShown(context, file, options);
  show(context, logContact(file, { ...input(options), channel: options.channel, exhibits }), told);
  return refused;
}

/** Asks, and asks again with the answers at hand when they do not fit: what was typed is not typed twice. */
async function ask(context: Context, file: OpenCase, given: Partial<FollowupOptions>): Promise<void> {
  for (let asked: Asked = {}; ;) {
    const { event: _event, ...answers } = (asked = await askContact(context, file, given, asked));
    const meant = { ...given, ...answers };
    let refused: KamengError | undefined;
    try {
      // The letter or the step says which door.
      const { channel, ...rest } = meant;
      const command = contactCommand(doorMeant(file, meant) === channel ? rest : meant);
      refused = await log(context, file, meant, { command, more: answers.result === 'settled' });
    } catch (error) {
      if (!(error instanceof KamengError) || error instanceof Cancelled) throw error;
      context.io.warn(`! ${error.message}`);
      const prompter = await context.prompter();
      if (!(await prompter.confirm({ message: '没有记上。改一下再记？', default: true }))) throw error;
      continue;
    }
    if (answers.result === 'settled') {
      await askRefund(context, file);
      sayNext(context, statusOf(file).next, 'stderr');
    }
    if (refused) throw refused;
    return;
  }
}

/** The amount that came back is what ends the matter in letters and clocks. */
async function askRefund(context: Context, file: OpenCase): Promise<void> {
  const facts = factsOf(file);
  if (standingValue(facts, 'refunded') !== undefined) return;
  const amount = standingValue(facts, 'amount');
  if (!(await askFact(context, file, 'refunded', { optional: true, ...(amount ? { preset: amount } : {}) }))) return;
  sayCommand(context, ['facts', `refunded=${standingValue(factsOf(file), 'refunded') ?? ''}`]);
}

/** The files that show a contact, as exhibits. */
async function takeInShown(
  context: Context,
  file: OpenCase,
  options: Partial<FollowupOptions>,
): Promise<{ exhibits: number[]; refused: KamengError | undefined }> {
  const taken = options.file ? await takeIn(context, file, options.file, { read: true }) : undefined;
  const exhibits = taken ? [...taken.added, ...taken.duplicates.map((one) => one.exhibit)] : [];
  return { exhibits, refused: taken && refusalError(taken) };
}

async function correct(context: Context, file: OpenCase, options: FollowupOptions): Promise<void> {
  const { exhibits, refused } = await takeInShown(context, file, options);
  show(context, correctContact(file, options.correct!, { ...input(options), exhibits }));
  if (refused) throw refused;
}

/** @throws KamengError STRIKE_WHY, CORRECT_OR_STRIKE, ARGUMENT_STRAY */
function refuseMixed(why: string | undefined, { strike, correct: corrected }: FollowupOptions): void {
  if (strike !== undefined && corrected !== undefined)
    throw usageError(
      'CORRECT_OR_STRIKE',
      '--correct 和 --strike 只能用一个',
      '改内容用 --correct，整条不算用 --strike',
    );
  if (strike !== undefined && !why?.trim())
    throw usageError(
      'STRIKE_WHY',
      '划掉一条记录要写为什么',
      `例如：kameng followup --strike ${strike} "记到别的案卷了"`,
    );
  if (strike === undefined && why !== undefined)
    throw usageError('ARGUMENT_STRAY', `多了一个词：${why}`, '对方的话写在 --said 后面，有空格时加引号');
}

const isBare = (options: FollowupOptions, said: string | undefined): boolean =>
  options.channel === undefined ||
  (said === undefined &&
    options.filed === undefined &&
    options.result === undefined &&
    options.accepted === undefined &&
    options.sent === undefined &&
    options.arrived === undefined);

function input(options: Partial<FollowupOptions>): Omit<ContactChanges, 'exhibits'> {
  return {
    channel: options.channel,
    at: options.at,
    with: options.with,
    said: options.said,
    promisedBy: options.promised,
    result: options.result,
    filedOn: options.filed,
    receivedOn: options.received,
    acceptedOn: options.accepted,
    reference: options.reference,
    letter: options.letter,
    step: options.step,
    sentOn: options.sent,
    sentBy: options.sentBy,
    sentNo: options.sentNo,
    arrivedOn: options.arrived,
    inWriting: options.inWriting,
  };
}

function refuseLong(said: string | undefined): void {
  if (said === undefined || said.length <= MAX_SAID) return;
  throw new KamengError('SAID_TOO_LONG', `对方说的话太长：${said.length} 字，最多 ${MAX_SAID} 字`, {
    hints: ['整段聊天作为证据收入：kameng add 聊天.txt --kind chat_log', '这里只写最后的答复'],
  });
}

function show(context: Context, { contact, next, questions, shut }: LoggedContact, told?: Told): void {
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
    });
    return;
  }
  const { io } = context;
  const colors = paint(io.color.stdout);
  // A line is broken between its words, and never inside a command.
  const tell = (line: string): void => wrap(line, io.width.stdout, /^ */.exec(line)![0].length).forEach(io.data);
  const look = { today: chinaDay(context.now()), width: io.width.stdout, most: 3 };
  if (contact.struckWhy !== undefined) {
    tell(`已划掉第 ${contact.corrects} 次联系：${printable(contact.struckWhy)}。记录还在，文书、期限和去处不再算它。`);
    io.data('');
    for (const line of nextLines(next, colors, look)) tell(line);
    return;
  }
  if (contact.corrects !== undefined) tell(`第 ${contact.corrects} 次联系由这一条更正，原来的记录还在案卷里。`);
  tell(
    `已记第 ${contact.no} 次：${CHANNELS[contact.channel].label}，${showMoment(contact.at)}，${outcomeWords(contact)}`,
  );
  if (reading.vague) tell(colors.yellow('这是含糊的答复，没有时间、没有负责人。'));
  if (contact.result === 'claimed')
    tell(colors.yellow('这只是对方的说法。钱到账了再记：kameng followup --result settled；没到账就写 --result none。'));
  if (reading.like)
    tell(
      `这句话像是“${RESULTS[LIKE_RESULTS[reading.like]].label}”，但没有明说，没有按它记。` +
        `确实如此就写明 --result ${LIKE_RESULTS[reading.like]}`,
    );
  if (reading.promise?.if !== undefined) tell(`这个承诺带有条件：${reading.promise.if}`);
  if (contact.promisedBy) tell(`对方承诺的时间：${showMoment(contact.promisedBy)}`);
  for (const one of shut)
    tell(
      colors.red(
        `因此${CHANNELS[one.channel].label}走不通了：${one.reasons.map((reason) => `${reason.text}（${reason.rule}）`).join('')}`,
      ),
    );
  if (questions.length > 0) tell(colors.bold('可以这样问回去：'));
  for (const question of questions) tell(`  ${question}`);
  // Above what comes next: the last lines are taken for the thing to do.
  if (told) sayCommand(context, told.command);
  if (!told?.more) sayNext(context, next, 'stdout');
}

function sayNext({ io, now }: Context, next: LoggedContact['next'], stream: 'stdout' | 'stderr'): void {
  const say = (line: string): void => (stream === 'stdout' ? io.data(line) : io.say(line));
  const look = { today: chinaDay(now()), width: io.width[stream], most: 3 };
  say('');
  for (const line of nextLines(next, paint(io.color[stream]), look)) say(line);
}
