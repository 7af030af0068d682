import { resolve } from 'node:path';
import { letterChannel, stepChannel } from '../../../clerk/cases/handed-in.ts';
import {
  correctContact,
  logContact,
  strikeContact,
  type ContactChanges,
  type LoggedContact,
} from '../../../clerk/cases/log-contact.ts';
import { statusOf } from '../../../clerk/cases/case-view.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { assignFacts } from '../../../clerk/intake/reconcile-facts.ts';
import { type FactKey, factSpec } from '../../../model/facts.ts';
import { type Channel, CHANNEL_IDS, CHANNELS } from '../../../model/dispute.ts';
import { Cancelled, KamengError, usageError } from '../../../model/errors.ts';
import { quote, sayCommand } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { sayClosed } from '../../say-closed.ts';
import { refusePlace } from '../../step-command.ts';
import { refusalError, takeIn } from '../../take-in.ts';
import { readTextFile } from '../../text-file.ts';
import { printable } from '../../../model/text.ts';
import type { FollowupArgs, FollowupOptions } from './options.ts';
import { type Asked, MAX_SAID, namesFile } from './one-question.ts';
import { askContact, contactCommand } from './questions.ts';
import { noteRefund } from './refund.ts';
import { sayNext, show } from './show.ts';

export async function run(context: Context, [why]: FollowupArgs, options: FollowupOptions): Promise<void> {
  refuseMixed(why, options);
  const said = options.said?.startsWith('@')
    ? readTextFile(resolve(context.world.cwd, options.said.slice(1))).trim()
    : options.said?.trim();
  refuseLong(said);
  if (said !== undefined && !options.said!.startsWith('@') && namesFile(context, said)) refuseFile(said);
  refusePlace(said ?? '', 'kameng followup --channel 商家 --said "请耐心等待"');
  await context.withCase(async (file) => {
    sayClosed(context, file);
    const given = { ...options, said: said || undefined };
    if (options.strike !== undefined) return show(context, strikeContact(file, options.strike, why!.trim()));
    if (options.correct !== undefined) return correct(context, file, given);
    const door = options.channel ?? doorMeant(file, options);
    const meant = { ...given, ...(door ? { channel: door } : {}) };
    if (context.interactive && isBare(meant)) return ask(context, file, given);
    const { logged, refused } = await log(context, file, meant);
    show(context, logged);
    if (refused) throw refused;
  });
}

/** The door that a letter or a step is of. */
function doorMeant(file: OpenCase, { letter, step }: Partial<FollowupOptions>): Channel | undefined {
  if (letter !== undefined) return letterChannel(file, letter);
  return step === undefined ? undefined : stepChannel(file, step);
}

/**
 * @param known the exhibits that show it, where they are in the case already
 * @returns also what is to be said of files that did not go in; the contact is logged all the same
 */
async function log(
  context: Context,
  file: OpenCase,
  options: Partial<FollowupOptions>,
  known?: readonly number[],
): Promise<{ logged: LoggedContact; refused: KamengError | undefined }> {
  if (!options.channel)
    throw usageError(
      'CHANNEL_MISSING',
      '没有写是哪个渠道',
      `--channel 可选：${CHANNEL_IDS.map((id) => `${CHANNELS[id].label}（${id}）`).join('、')}`,
    );
  const { exhibits, refused } = known
    ? { exhibits: [...known], refused: undefined }
    : await takeInShown(context, file, options);
  return { logged: logContact(file, { ...input(options), channel: options.channel, exhibits }), refused };
}

/** Asks, and asks again with the answers at hand when they do not fit: what was typed is not typed twice. */
async function ask(context: Context, file: OpenCase, given: Partial<FollowupOptions>): Promise<void> {
  for (let asked: Asked = {}; ;) {
    const { event: _event, refunded, exhibits, ...answers } = (asked = await askContact(context, file, given, asked));
    const meant = { ...given, ...answers };
    // The letter or the step says which door.
    const { channel, ...rest } = meant;
    const command = contactCommand(doorMeant(file, meant) === channel ? rest : meant);
    let done: Awaited<ReturnType<typeof log>>;
    try {
      done = await log(context, file, meant, exhibits);
    } catch (error) {
      if (!(error instanceof KamengError) || error instanceof Cancelled) throw error;
      context.io.warn(`! ${error.message}`);
      const prompter = await context.prompter();
      if (!(await prompter.confirm({ message: '没有记上。改一下再记？', default: true }))) throw error;
      continue;
    }
    const { logged, refused } = done;
    show(context, logged, true);
    const commands = [command, ...(await askSeller(context, file, logged.seller))];
    if (refunded !== undefined) commands.push(...noteRefund(file, refunded));
    // Above what comes next: the last lines are taken for the thing to do.
    sayCommand(context, ...commands);
    sayNext(context, commands.length > 1 ? statusOf(file).next : logged.next);
    if (refused) throw refused;
    return;
  }
}

/**
 * Who the seller is, as an answer says it, becomes a fact when the buyer has looked at it.
 * @returns the command that would have done it
 */
async function askSeller(context: Context, file: OpenCase, seller: LoggedContact['seller']): Promise<string[][]> {
  const rows = Object.entries(seller) as [FactKey, string][];
  if (rows.length === 0) return [];
  context.io.say('对方说了卖家是谁：');
  for (const [key, value] of rows) context.io.say(`  ${factSpec(key).label}：${printable(value)}`);
  const prompter = await context.prompter();
  if (!(await prompter.confirm({ message: '记进案卷，写投诉和起诉时用？', default: true }))) return [];
  assignFacts(file, rows);
  return [['facts', ...rows.map(([key, value]) => `${key}=${quote(value)}`)]];
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

/** Nothing that can be logged; the letter or the step says which door. */
const isBare = (options: Partial<FollowupOptions>): boolean =>
  options.channel === undefined ||
  (options.said === undefined &&
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

/** @throws KamengError SAID_IS_FILE */
function refuseFile(path: string): never {
  throw usageError(
    'SAID_IS_FILE',
    `--said 后面是一个文件，不是对方的话：${path}`,
    '截图写 --file 路径；文字存在文件里的，写 --said @路径',
  );
}

function refuseLong(said: string | undefined): void {
  if (said === undefined || said.length <= MAX_SAID) return;
  throw new KamengError('SAID_TOO_LONG', `对方说的话太长：${said.length} 字，最多 ${MAX_SAID} 字`, {
    hints: ['整段聊天作为证据收入：kameng add 聊天.txt --kind chat_log', '这里只写最后的答复'],
  });
}
