import { resolve } from 'node:path';
import {
  lastChannel,
  letterChannel,
  logContact,
  outcomeWords,
  type ContactInput,
  type LoggedContact,
} from '../../../clerk/cases/log-contact.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { RESULT_IDS, RESULTS } from '../../../model/contact.ts';
import { CHANNEL_IDS, CHANNELS } from '../../../model/dispute.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { chinaDay, showMoment } from '../../../model/moment.ts';
import type { Context } from '../../context.ts';
import { refusalError, takeIn } from '../../take-in.ts';
import { readTextFile } from '../../text-file.ts';
import { nextLines } from '../../views/case.ts';
import { paint } from '../../views/paint.ts';
import type { FollowupOptions } from './options.ts';

/** An answer is a page at most; a whole chat belongs into the evidence. */
const MAX_SAID = 20_000;

export async function run(context: Context, _args: [], options: FollowupOptions): Promise<void> {
  const said = options.said?.startsWith('@')
    ? readTextFile(resolve(context.world.cwd, options.said.slice(1))).trim()
    : options.said?.trim();
  refuseLong(said);
  await context.withCase(async (file) => {
    const asked = context.interactive && isBare(options, said) ? await ask(context, file) : {};
    const meant = options.channel ?? (options.letter === undefined ? undefined : letterChannel(file, options.letter));
    const merged = { ...options, ...(meant ? { channel: meant } : {}), said: said || undefined, ...asked };
    if (!merged.channel)
      throw usageError('CHANNEL_MISSING', '没有写是哪个渠道', `--channel 可选：${CHANNEL_IDS.join('、')}`);
    const taken = options.file ? await takeIn(context, file, options.file, { read: true }) : undefined;
    const exhibits = taken ? [...taken.added, ...taken.duplicates.map((one) => one.exhibit)] : [];
    const logged = logContact(file, input({ ...merged, channel: merged.channel }, exhibits));
    show(context, logged);
    const refused = taken && refusalError(taken);
    if (refused) throw refused;
  });
}

const isBare = (options: FollowupOptions, said: string | undefined): boolean =>
  options.channel === undefined ||
  (said === undefined && options.filed === undefined && options.result === undefined && options.accepted === undefined);

function input(options: FollowupOptions & Pick<ContactInput, 'channel'>, exhibits: number[]): ContactInput {
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
    exhibits,
  };
}

/** What a person would be asked on the telephone; the rest has options. */
async function ask(context: Context, file: OpenCase): Promise<Partial<FollowupOptions>> {
  const prompter = await context.prompter();
  const last = lastChannel(file);
  const channel = await prompter.select({
    message: '和谁联系的？',
    choices: CHANNEL_IDS.map((id) => ({ value: id, name: CHANNELS[id].label })),
    ...(last ? { default: last } : {}),
  });
  const filed = await prompter.confirm({ message: '这次提交了投诉或文书吗？', default: false });
  const who = await prompter.input({ message: '对方是谁？客服编号、姓名、工号（不清楚就直接回车）' });
  const said = await prompter.input({
    message: '对方说了什么？尽量写原话（还没答复就直接回车）',
    validate: (value) => (value.length > MAX_SAID ? '太长了，整段聊天请作为证据收入' : undefined),
  });
  const result =
    said === '' && !filed
      ? await prompter.select({
          message: '结果是？',
          choices: RESULT_IDS.map((id) => ({ value: id, name: RESULTS[id].label })),
        })
      : undefined;
  const reference = await prompter.input({ message: '受理编号（没有就直接回车）' });
  return {
    channel,
    ...(filed ? { filed: chinaDay(context.now()) } : {}),
    ...(who.trim() ? { with: who.trim() } : {}),
    ...(said.trim() ? { said: said.trim() } : {}),
    ...(result ? { result } : {}),
    ...(reference.trim() ? { reference: reference.trim() } : {}),
  };
}

function refuseLong(said: string | undefined): void {
  if (said === undefined || said.length <= MAX_SAID) return;
  throw new KamengError('SAID_TOO_LONG', `对方说的话太长：${said.length} 字，最多 ${MAX_SAID} 字`, {
    hints: ['整段聊天作为证据收入：kameng add 聊天.txt --kind chat_log', '这里只写最后的答复'],
  });
}

function show(context: Context, { contact, next, questions, shut }: LoggedContact): void {
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
  io.data(`已记：${CHANNELS[contact.channel].label}，${showMoment(contact.at)}，${outcomeWords(contact)}`);
  if (reading.vague) io.data(colors.yellow('这是含糊的答复，没有时间、没有负责人。'));
  if (contact.promisedBy) io.data(`对方承诺的时间：${showMoment(contact.promisedBy)}`);
  for (const one of shut)
    io.data(
      colors.red(
        `因此${CHANNELS[one.channel].label}走不通了：${one.reasons.map((reason) => `${reason.text}（${reason.rule}）`).join('')}`,
      ),
    );
  if (questions.length > 0) io.data(colors.bold('可以这样问回去：'));
  for (const question of questions) io.data(`  ${question}`);
  io.data('');
  const look = { today: chinaDay(context.now()), width: io.width.stdout, most: 3 };
  for (const line of nextLines(next, colors, look)) io.data(line);
}
