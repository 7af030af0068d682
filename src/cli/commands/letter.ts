import { resolve } from 'node:path';
import { z } from 'zod';
import { type CaseFile } from '../../casefile/case-file.ts';
import { getLetter, type Letter } from '../../casefile/letters.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import {
  documentLabel,
  editLetter,
  FORMATS,
  LetterStopped,
  writeLetter,
  writeLetterFiles,
  type LetterRequest,
} from '../../clerk/letters/write-letter.ts';
import { CHANNELS, DOCUMENT_IDS, type DocumentId } from '../../model/dispute.ts';
import { usageError, type ExitCode } from '../../model/errors.ts';
import { chinaDay, type Day } from '../../model/moment.ts';
import { type ChannelRoute, type Finding } from '../../model/outcome.ts';
import { printable, printableLines } from '../../model/text.ts';
import { channelOfDocument, channelsToWrite, shutChannel } from '../../clerk/letters/channels.ts';
import { type Context } from '../context.ts';
import { editText, keepDraft } from '../editor.ts';
import { parseDay, parseNo, parseOptions } from '../parse.ts';
import { findingLines } from '../views/findings.ts';
import { paint } from '../views/paint.ts';

const formats = z
  .string()
  .default('txt,md')
  .transform((text, ctx) => {
    const list = text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
    const wrong = list.find((word) => !(FORMATS as readonly string[]).includes(word));
    if (wrong !== undefined || list.length === 0) {
      ctx.addIssue(`没有“${wrong ?? ''}”这种格式，可选：${FORMATS.join('、')}`);
      return z.NEVER;
    }
    return [...new Set(list)] as (typeof FORMATS)[number][];
  });

const schema = z.object({
  to: z.enum(DOCUMENT_IDS as [DocumentId, ...DocumentId[]]).optional(),
  format: formats,
  out: z.string().min(1).optional(),
  templates: z.string().min(1).optional(),
  edit: z.boolean().optional(),
  redacted: z.boolean().optional(),
  interestFrom: z
    .string()
    .transform((value) => parseDay('--interest-from', value))
    .optional(),
  anyway: z.string().trim().min(1, '要写明理由').max(500, '最多 500 字').optional(),
});
type Options = z.infer<typeof schema>;

export async function run(
  context: Context,
  [no]: readonly (string | string[])[],
  raw: Record<string, unknown>,
): Promise<ExitCode | void> {
  const options = parseOptions(schema, raw);
  await context.withCase(async (file) => {
    if (no !== undefined) await existing(context, file, parseNo('文书编号', no as string), options);
    else await write(context, file, options);
  });
}

function request(context: Context, options: Options): Omit<LetterRequest, 'document'> {
  return {
    formats: options.format,
    templatesDir: context.templatesDir,
    ...(options.templates === undefined ? {} : { userTemplatesDir: resolve(context.world.cwd, options.templates) }),
    ...(options.redacted ? { redacted: true } : {}),
    ...(options.interestFrom === undefined ? {} : { interestFrom: options.interestFrom }),
    ...(options.anyway === undefined ? {} : { anyway: options.anyway }),
    ...(options.edit ? { edit: (text: string) => editText(context, text) } : {}),
  };
}

async function write(context: Context, file: CaseFile, options: Options): Promise<void> {
  const document = options.to ?? (await chooseDocument(context, file));
  try {
    const { letter, findings } = await writeLetter(file, { ...request(context, options), document });
    publish(context, file, letter, findings, options.out ?? '.');
    sayShut(context, shutChannel(takeSnapshot(file), document));
  } catch (error) {
    if (error instanceof LetterStopped) showStopped(context, error, options.edit === true);
    throw error;
  }
}

async function chooseDocument(context: Context, file: CaseFile): Promise<DocumentId> {
  const channels = channelsToWrite(takeSnapshot(file));
  if (!context.interactive) return channels[0]!.id;
  return (await context.prompter()).select<DocumentId>({
    message: '写给谁？',
    choices: channels.map(({ id, why }) => ({
      value: id,
      name: documentLabel(id),
      ...(why ? { description: why } : {}),
    })),
  });
}

async function existing(context: Context, file: CaseFile, no: number, options: Options): Promise<void> {
  if (options.to !== undefined)
    throw usageError('LETTER_USAGE', '看已写的文书不用 --to', '写新的：kameng letter --to 渠道');
  if (options.edit) {
    try {
      const { letter, findings } = await editLetter(file, no, {
        ...request(context, options),
        edit: (text) => editText(context, text),
      });
      publish(context, file, letter, findings, options.out ?? '.');
    } catch (error) {
      if (error instanceof LetterStopped) showStopped(context, error, options.edit === true);
      throw error;
    }
    return;
  }
  const letter = getLetter(file, no);
  const files = options.out === undefined ? [] : writeLetterFiles(file, no, resolve(context.world.cwd, options.out));
  show(context, letter, letter.detail.lint as Finding[], files);
  const lacking =
    options.out === undefined || files.some((path) => options.format.some((format) => path.endsWith(`.${format}`)))
      ? []
      : options.format;
  if (lacking.length > 0)
    context.io.say(
      `这一份定稿时没有做成 ${lacking.join('、')}；定稿不再重排，要这种格式就另写一份：kameng letter --to ${letter.document} --format ${lacking.join(',')}`,
    );
}

/** The letter is in the case before its files are written: a folder that cannot be written loses nothing. */
function publish(context: Context, file: CaseFile, letter: Letter, findings: readonly Finding[], out: string): void {
  const folder = resolve(context.world.cwd, out);
  try {
    show(context, letter, findings, writeLetterFiles(file, letter.no, folder));
  } catch (error) {
    context.io.say(`第 ${letter.no} 号文书已存入案卷；换个文件夹再取：kameng letter ${letter.no} --out 文件夹`);
    throw error;
  }
}

function show(context: Context, letter: Letter, findings: readonly Finding[], files: readonly string[]): void {
  if (context.options.json) {
    context.io.json({
      no: letter.no,
      channel: letter.document,
      title: letter.title,
      writtenAt: letter.writtenAt,
      text: letter.text,
      sections: letter.detail.sections,
      exhibits: letter.exhibits,
      laws: letter.detail.laws,
      lint: findings,
      files,
    });
    return;
  }
  context.io.data(printableLines(letter.text.trimEnd()));
  context.io.say('');
  for (const line of findingLines(letter.text, findings, paint(context.io.color.stderr))) context.io.say(line);
  context.io.say(`第 ${letter.no} 号文书（${documentLabel(letter.document)}）已定稿存入案卷。`);
  for (const path of files) context.io.say(`  ${path}`);
  for (const line of afterwards(letter, chinaDay(context.now()))) context.io.say(line);
}

/** How to log that the document was handed in, to be copied as it stands. */
function afterwards({ document, no }: Letter, today: Day): string[] {
  const channel = channelOfDocument(document);
  if (document === 'settlement') return ['钱到账后记一笔：kameng followup --channel merchant --result settled'];
  // These go to where a complaint already lies: a second filing there would be refused.
  if (channel === undefined)
    return [`发出之后，把对方的答复记下来：kameng followup --channel 渠道 --letter ${no} --said "原话"`];
  return [
    `${channel === 'public' ? '发布' : '提交'}之后记一笔：kameng followup --channel ${channel} --letter ${no} --filed ${today}`,
  ];
}

/** A way that is barred or not yet open is not barred to the pen: the letter is written, and this is said with it. */
function sayShut(context: Context, shut: ChannelRoute | undefined): void {
  if (!shut) return;
  const colors = paint(context.io.color.stderr);
  context.io.say(
    colors.yellow(
      `注意：${CHANNELS[shut.id].label}${shut.status === 'blocked' ? '现在走不通' : '还不到时候'}（kameng route）`,
    ),
  );
  for (const reason of shut.reasons) context.io.say(`  ${printable(reason.text)}（${reason.rule}）`);
}

function showStopped(context: Context, stopped: LetterStopped, edited: boolean): void {
  // What somebody wrote by hand is not lost because a reader stopped it.
  if (edited) context.io.warn(`kameng: 改过的文字留在 ${keepDraft(stopped.composed.text)}`);
  if (context.options.json) return;
  context.io.data(printableLines(stopped.composed.text.trimEnd()));
  for (const line of findingLines(stopped.composed.text, stopped.findings, paint(context.io.color.stderr)))
    context.io.say(line);
}
