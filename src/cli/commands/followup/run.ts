import { resolve } from 'node:path';
import {
  letterChannel,
  logContact,
  outcomeWords,
  type ContactInput,
  type LoggedContact,
} from '../../../clerk/cases/log-contact.ts';
import { CHANNEL_IDS, CHANNELS } from '../../../model/dispute.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { chinaDay, showMoment } from '../../../model/moment.ts';
import { sayCommand } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { refusalError, takeIn } from '../../take-in.ts';
import { readTextFile } from '../../text-file.ts';
import { nextLines } from '../../views/case.ts';
import { paint } from '../../views/paint.ts';
import type { FollowupOptions } from './options.ts';
import { askContact, contactCommand, MAX_SAID } from './questions.ts';

export async function run(context: Context, _args: [], options: FollowupOptions): Promise<void> {
  const said = options.said?.startsWith('@')
    ? readTextFile(resolve(context.world.cwd, options.said.slice(1))).trim()
    : options.said?.trim();
  refuseLong(said);
  await context.withCase(async (file) => {
    const given = { ...options, said: said || undefined };
    const asked = context.interactive && isBare(options, said) ? await askContact(context, file, given) : {};
    const meant = options.channel ?? (options.letter === undefined ? undefined : letterChannel(file, options.letter));
    const merged = { ...given, ...(meant ? { channel: meant } : {}), ...asked };
    if (!merged.channel)
      throw usageError('CHANNEL_MISSING', '没有写是哪个渠道', `--channel 可选：${CHANNEL_IDS.join('、')}`);
    const taken = merged.file ? await takeIn(context, file, merged.file, { read: true }) : undefined;
    const exhibits = taken ? [...taken.added, ...taken.duplicates.map((one) => one.exhibit)] : [];
    const logged = logContact(file, input({ ...merged, channel: merged.channel }, exhibits));
    show(context, logged);
    if (asked.channel !== undefined) sayCommand(context, contactCommand(merged));
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
