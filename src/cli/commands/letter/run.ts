import { resolve } from 'node:path';
import { shortHead } from '../../../clerk/integrity/anchor.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { answersRefusal } from '../../../clerk/cases/log-contact.ts';
import { channelOfDocument, channelsToWrite, doorNow } from '../../../clerk/letters/channels.ts';
import { documentLabel } from '../../../clerk/letters/document-label.ts';
import {
  editLetter,
  frozenLetter,
  LetterStopped,
  shortText,
  writeLetter,
  writeLetterFiles,
  type Letter,
  type LetterRequest,
  type WrittenLetter,
} from '../../../clerk/letters/write-letter.ts';
import { copyMe, keptOfMe } from '../../../clerk/cases/me.ts';
import { logContact } from '../../../clerk/cases/log-contact.ts';
import { factsOf } from '../../../clerk/intake/record-facts.ts';
import { CHANNELS, type DocumentId } from '../../../model/dispute.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { FACTS, standingValue, type FactKey } from '../../../model/facts.ts';
import type { Undated } from '../../../model/letter.ts';
import { chinaDay, type Day } from '../../../model/moment.ts';
import type { ChannelRoute, RuleText } from '../../../model/outcome.ts';
import { printable, printableLines } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { editText, keepDraft } from '../../editor.ts';
import { copyText } from '../../clipboard.ts';
import { askFact } from '../../ask-fact.ts';
import { sayCommand } from '../../command-line.ts';
import { readTextFile } from '../../text-file.ts';
import { typedTime } from '../../understand.ts';
import { parseNo } from '../../parse.ts';
import { findingLines } from '../../views/findings.ts';
import { paint } from '../../views/paint.ts';
import type { LetterArgs, LetterOptions } from './options.ts';

export async function run(context: Context, [no]: LetterArgs, options: LetterOptions): Promise<void> {
  await context.withCase(async (file) => {
    if (no === undefined) await write(context, file, options);
    else if (options.to !== undefined)
      throw usageError('LETTER_USAGE', '看已写的文书不用 --to', '写新的：kameng letter --to 渠道');
    else if (options.edit) await edit(context, file, parseNo('文书编号', no), options);
    else await showFrozen(context, file, parseNo('文书编号', no), options);
  });
}

function request(context: Context, options: LetterOptions): Omit<LetterRequest, 'document'> {
  return {
    formats: options.format,
    templatesDir: context.templatesDir,
    ...(options.templates === undefined ? {} : { userTemplatesDir: resolve(context.world.cwd, options.templates) }),
    ...(options.redacted ? { redacted: true } : {}),
    ...(options.interestFrom === undefined ? {} : { interestFrom: options.interestFrom }),
    ...(options.anyway === undefined ? {} : { anyway: options.anyway }),
    ...(options.buyers === undefined ? {} : { buyers: readTextFile(resolve(context.world.cwd, options.buyers)) }),
  };
}

async function write(context: Context, file: OpenCase, options: LetterOptions): Promise<void> {
  const document = options.to ?? (await chooseDocument(context, file));
  // Before anything is asked or written: what it may cost is no afterthought.
  const before = doorNow(file, document);
  const open = before?.status !== 'blocked' || options.anyway !== undefined;
  if (open) sayShut(context, before);
  const written = await withMissing(context, file, () =>
    orEditAgain(context, (edit) =>
      writeLetter(file, { ...request(context, options), document, ...(options.edit ? { edit } : {}) }),
    ),
  );
  publish(context, file, written, options);
  if (options.copy) await copy(context, shownText(file, written.letter, options));
  // What the letter itself has changed of it.
  if (said(written.shut) !== said(before)) sayShut(context, written.shut);
  if (!context.interactive) return;
  if (!options.redacted) await askSent(context, file, written.letter);
  if (options.to === undefined) sayCommand(context, ['letter', '--to', document]);
}

/**
 * Does the writing again when what was missing is there: the buyer's own data that is kept, and on a terminal what is
 * answered. @throws KamengError FACT_MISSING, FACT_CONFLICT for what nobody says
 */
async function withMissing<T>(context: Context, file: OpenCase, work: () => Promise<T>): Promise<T> {
  for (const asked = new Set<string>(); ;) {
    try {
      return await work();
    } catch (error) {
      const lacking = error instanceof KamengError ? error.about.filter((key) => !asked.has(key)) : [];
      if (!(error instanceof KamengError) || lacking.length === 0) throw error;
      for (const key of lacking) asked.add(key);
      if (!(await fillIn(context, file, error, lacking))) throw error;
    }
  }
}

/** @returns whether anything was filled in */
async function fillIn(
  context: Context,
  file: OpenCase,
  error: KamengError,
  lacking: readonly string[],
): Promise<boolean> {
  const { io, interactive, world } = context;
  const kept = keptOfMe(world, lacking);
  let filled = false;
  if (interactive) io.say(error.message);
  const labels = kept.map((key) => FACTS[key].label).join('、');
  if (kept.length > 0) {
    const prompter = interactive ? await context.prompter() : undefined;
    if (!prompter || (await prompter.confirm({ message: `用你存好的${labels}吗？`, default: true }))) {
      copyMe(world, file, kept);
      io.say(`已用你存好的${labels}（kameng me）`);
      filled = true;
    }
  }
  if (!interactive) return filled;
  for (const key of lacking as FactKey[]) {
    if (standingValue(factsOf(file), key) !== undefined) continue;
    filled = (await askFact(context, file, key, { optional: true })) || filled;
  }
  return filled;
}

/** A letter that lies in a drawer helps nobody: was it handed in? The day is logged, so that its clock runs. */
async function askSent(context: Context, file: OpenCase, letter: Letter): Promise<void> {
  const channel = channelOfDocument(letter.document);
  if (channel === undefined || letter.document === 'settlement') return;
  const prompter = await context.prompter();
  const when = await prompter.select({
    message: '发出去了吗？',
    choices: [
      { value: 'later', name: '还没有' },
      { value: 'today', name: '今天发出去了' },
      { value: 'before', name: '更早就发了' },
    ],
  });
  if (when === 'later') return;
  const day =
    when === 'today'
      ? chinaDay(context.now())
      : chinaDay(await typedTime(context, '哪天发的', await prompter.input({ message: '哪天发的？' }), 'back'));
  logContact(file, { channel, filedOn: day, letter: letter.no, exhibits: [] });
  context.io.say(`已记：${day} 提交`);
  sayCommand(context, ['followup', '--channel', channel, '--letter', String(letter.no), '--filed', day]);
}

async function edit(context: Context, file: OpenCase, no: number, options: LetterOptions): Promise<void> {
  const edited = await orEditAgain(context, (edit) => editLetter(file, no, { ...request(context, options), edit }));
  publish(context, file, edited, options);
}

/**
 * Does the writing; a letter that a reader stopped is shown before the error is. What somebody wrote by hand is there
 * again when he edits once more, and stays in a file when he does not.
 */
async function orEditAgain<T>(
  context: Context,
  work: (edit: (text: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  let written: string | undefined;
  const edit = async (text: string): Promise<string> => (written = await editText(context, written ?? text));
  for (;;) {
    try {
      return await work(edit);
    } catch (error) {
      if (!(error instanceof LetterStopped)) throw error;
      if (!context.interactive || written === undefined) {
        showStopped(context, error, written !== undefined);
        throw error;
      }
      for (const line of findingLines(error.composed.text, error.findings, paint(context.io.color.stderr)))
        context.io.say(line);
      const prompter = await context.prompter();
      if (await prompter.confirm({ message: `${error.message}。再改一次？`, default: true })) continue;
      throw new KamengError(error.code, error.message, { hints: [`改过的文字留在 ${keepDraft(written)}`] });
    }
  }
}

async function chooseDocument(context: Context, file: OpenCase): Promise<DocumentId> {
  const channels = channelsToWrite(file);
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

async function showFrozen(context: Context, file: OpenCase, no: number, options: LetterOptions): Promise<void> {
  const frozen = frozenLetter(file, no);
  const files =
    options.out === undefined || options.out === '-'
      ? []
      : writeLetterFiles(file, no, resolve(context.world.cwd, options.out));
  show(context, frozen, files, shownText(file, frozen.letter, options));
  if (options.copy) await copy(context, shownText(file, frozen.letter, options));
  const lacking =
    options.out === undefined ||
    options.out === '-' ||
    files.some((path) => options.format.some((format) => path.endsWith(`.${format}`)))
      ? []
      : options.format;
  if (lacking.length > 0)
    context.io.say(
      `这一份定稿时没有做成 ${lacking.join('、')}；定稿不再重排，要这种格式就另写一份：kameng letter --to ${frozen.letter.document} --format ${lacking.join(',')}`,
    );
}

/** The letter is in the case before its files are written: a folder that cannot be written loses nothing. */
/** What is said with a letter that was just written. */
interface Handed {
  handing?: readonly RuleText[];
  undated?: readonly Undated[];
}

function publish(context: Context, file: OpenCase, written: WrittenLetter & Handed, options: LetterOptions): void {
  const { no } = written.letter;
  const out = options.out ?? '.';
  const folder = resolve(context.world.cwd, out);
  const text = shownText(file, written.letter, options);
  try {
    // `-`: the text goes to standard output, as it does anyway, and nowhere else.
    const files = out === '-' ? [] : writeLetterFiles(file, no, folder);
    show(context, written, files, text);
  } catch (error) {
    context.io.say(`第 ${no} 号文书已存入案卷；换个文件夹再取：kameng letter ${no} --out 文件夹`);
    throw error;
  }
}

/**
 * The text that is shown and copied: the whole of it, or the short one.
 * @throws KamengError SHORT_MISSING
 */
function shownText(file: OpenCase, { no, document, text }: Letter, { short }: LetterOptions): string {
  if (!short) return text;
  const found = shortText(file, no);
  if (found !== undefined) return found;
  throw new KamengError('SHORT_MISSING', `第 ${no} 号文书（${documentLabel(document)}）没有短的一份`, {
    hints: ['致商家和 12315 投诉有短的一份，写的时候格式里要有 txt', `全文：kameng letter ${no}`],
  });
}

async function copy(context: Context, text: string): Promise<void> {
  const { platform, env } = context.world;
  await copyText(text.trimEnd(), platform, env);
  context.io.say('已复制，可以直接粘贴');
}

function show(
  context: Context,
  { letter, findings, handing = [], undated = [] }: WrittenLetter & Handed,
  files: readonly string[],
  text: string = letter.text,
): void {
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
      handing,
      undated,
      files,
      head: letter.detail.head ?? null,
    });
    return;
  }
  context.io.data(printableLines(text.trimEnd()));
  context.io.say('');
  for (const line of findingLines(letter.text, findings, paint(context.io.color.stderr))) context.io.say(line);
  context.io.say(`第 ${letter.no} 号文书（${documentLabel(letter.document)}）已定稿存入案卷。`);
  for (const path of files) context.io.say(`  ${printable(path)}`);
  if (letter.detail.head) context.io.say(`案卷指纹 ${shortHead(letter.detail.head)}`);
  // On a terminal it is asked.
  if (!context.interactive || channelOfDocument(letter.document) === undefined)
    for (const line of afterwards(letter, chinaDay(context.now()))) context.io.say(line);
  for (const { text, fact } of undated) {
    context.io.say(`没有日期：${printable(text)}`);
    const mend =
      fact === undefined ? 'kameng followup --channel merchant --at 日期 --said "原话"' : `kameng facts ${fact}=日期`;
    context.io.say(`  记得是哪天就补上再写一份：${mend}`);
  }
  if (handing.length > 0) context.io.say('怎么交：');
  for (const { text, rule } of handing) context.io.say(`  ${printable(text)}（${rule}）`);
}

/** How to log that the document was handed in, to be copied as it stands. */
function afterwards({ document, no }: Letter, today: Day): string[] {
  const channel = channelOfDocument(document);
  if (document === 'settlement') return ['钱到账后记一笔：kameng followup --channel merchant --result settled'];
  if (channel === undefined && answersRefusal(document))
    return [`提交之后记一笔：kameng followup --letter ${no} --filed ${today}`];
  // These go to where a complaint already lies: a second filing there would be refused.
  if (channel === undefined)
    return [`发出之后，把对方的答复记下来：kameng followup --channel 渠道 --letter ${no} --said "原话"`];
  return [
    `${channel === 'public' ? '发布' : '提交'}之后记一笔：kameng followup --channel ${channel} --letter ${no} --filed ${today}`,
  ];
}

/** A way that is barred or not yet open is not barred to the pen: the letter is written, and this is said with it. */
const said = (door: ChannelRoute | undefined): string => (door?.reasons ?? []).map(({ text }) => text).join();

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
  // What stands against it is said once, with the error.
  if (!context.options.json) context.io.data(printableLines(stopped.composed.text.trimEnd()));
}
