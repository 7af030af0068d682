import { resolve } from 'node:path';
import { sameExhibits } from '../../../clerk/cases/exhibits.ts';
import { isFiling, letterChannel, takesLetters } from '../../../clerk/cases/handed-in.ts';
import { logContact } from '../../../clerk/cases/log-contact.ts';
import type { OpenCase } from '../../../clerk/cases/open-case.ts';
import { channelsToWrite, doorNow, platformKnowsSeller } from '../../../clerk/letters/channels.ts';
import { documentLabel } from '../../../clerk/letters/document-label.ts';
import { shortText, writeLetterFiles } from '../../../clerk/letters/letter-files.ts';
import {
  asksDemand,
  editLetter,
  frozenLetter,
  writeLetter,
  type Letter,
  type LetterRequest,
  type WrittenLetter,
} from '../../../clerk/letters/write-letter.ts';
import { CHANNELS, DOCUMENT_IDS, type DocumentId } from '../../../model/dispute.ts';
import { factSpec, type FactKey } from '../../../model/facts.ts';
import { KamengError, usageError } from '../../../model/errors.ts';
import { chinaDay } from '../../../model/moment.ts';
import type { ChannelRoute } from '../../../model/outcome.ts';
import { askFact } from '../../ask-fact.ts';
import { copyText } from '../../clipboard.ts';
import { sayCommand } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import { parseNo } from '../../parse.ts';
import { sayClosed } from '../../say-closed.ts';
import { readTextFile } from '../../text-file.ts';
import { nextLines } from '../../views/case.ts';
import { paint } from '../../views/paint.ts';
import { orEditAgain } from './edit-again.ts';
import { withMissing } from './missing.ts';
import type { LetterArgs, LetterOptions } from './options.ts';
import { afterwards, isAskedAbout, said, sayShut, show, type Handed } from './show.ts';

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
  sayClosed(context, file);
  const document = options.to ?? (await chooseDocument(context, file));
  // Before anything is asked or written: what it may cost is no afterthought.
  const before = doorNow(file, document);
  const open = before?.status !== 'blocked' || options.anyway !== undefined;
  if (open) sayShut(context, before);
  if (context.interactive && asksDemand(file, document)) await askFact(context, file, 'demand');
  let written: Awaited<ReturnType<typeof writeLetter>>;
  try {
    written = await withMissing(context, file, () =>
      orEditAgain(context, (edit) =>
        writeLetter(file, { ...request(context, options), document, ...(options.edit ? { edit } : {}) }),
      ),
    );
  } catch (error) {
    if (!(await asksPlatform(context, file, { document, before, error }))) throw error;
    return write(context, file, { ...options, to: 'identity' });
  }
  publish(context, file, written, options);
  if (options.copy) await copy(context, shownText(file, written.letter, options));
  // What the letter itself has changed of it.
  if (said(written.shut) !== said(before)) sayShut(context, written.shut);
  if (!context.interactive) return;
  // Before the last question: what stands at the very end is taken for the next thing to do.
  if (options.to === undefined) sayCommand(context, ['letter', '--to', document]);
  if (!options.redacted) await askSent(context, file, written.letter);
}

/** Where only the platform knows who sold it, the letter that asks it is the way on. @returns whether it is to be written */
async function asksPlatform(
  context: Context,
  file: OpenCase,
  { document, before, error }: { document: DocumentId; before: ChannelRoute | undefined; error: unknown },
): Promise<boolean> {
  if (!context.interactive || document === 'identity' || !(error instanceof KamengError)) return false;
  const lacking = error.about.filter((key) => key === 'sellerName' || key === 'sellerAddress');
  const barred = before?.reasons.some(({ rule }) => rule === 'REQ-ID') ?? false;
  if ((lacking.length === 0 && !barred) || !platformKnowsSeller(file)) return false;
  const what = lacking.map((key) => factSpec(key as FactKey).label).join('、') || '卖家的名称和地址';
  return (await context.prompter()).confirm({
    message: `没有${what}，写不成${documentLabel(document)}。先写一份，请平台提供卖家的名称和地址？`,
    default: true,
  });
}

/** A letter that lies in a drawer helps nobody: was it handed in? The day is logged, so that its clock runs. */
async function askSent(context: Context, file: OpenCase, letter: Letter): Promise<void> {
  if (!isAskedAbout(letter.document)) return;
  const channel = letterChannel(file, letter.no);
  if (channel === undefined) {
    for (const line of afterwards(letter, chinaDay(context.now()))) context.io.say(line);
    return;
  }
  const prompter = await context.prompter();
  const done = takesLetters(channel) ? '发出去了' : '交上去了';
  const when = await prompter.select({
    message: `${done}吗？`,
    choices: [
      { value: 'later', name: '还没有' },
      // It was written this minute: no earlier day can be true of it.
      { value: 'today', name: `今天${done}` },
    ],
  });
  if (when === 'later') {
    for (const line of afterwards(letter, chinaDay(context.now()))) context.io.say(line);
    return;
  }
  const day = chinaDay(context.now());
  // What goes to where a complaint lies already is no second one.
  const opens = isFiling(file, { letter: letter.no });
  const { next } = logContact(file, {
    channel,
    ...(opens ? { filedOn: day } : { sentOn: day }),
    letter: letter.no,
    exhibits: [],
  });
  const { io } = context;
  io.say(`已记：${day} ${opens ? '提交' : '发出'}`);
  sayCommand(context, ['followup', '--letter', String(letter.no), opens ? '--filed' : '--sent', day]);
  io.say('');
  const look = { today: chinaDay(context.now()), width: io.width.stderr, most: 1 };
  for (const line of nextLines(next, paint(io.color.stderr), look)) io.say(line);
}

async function edit(context: Context, file: OpenCase, no: number, options: LetterOptions): Promise<void> {
  const edited = await orEditAgain(context, (edit) => editLetter(file, no, { ...request(context, options), edit }));
  publish(context, file, edited, options);
}

async function chooseDocument(context: Context, file: OpenCase): Promise<DocumentId> {
  const channels = channelsToWrite(file);
  if (!context.interactive) return channels[0]!.id;
  const prompter = await context.prompter();
  const chosen = await prompter.select<DocumentId | 'other'>({
    message: '写哪一份？',
    choices: [
      ...channels.map(({ id, why }) => ({
        value: id,
        name: documentLabel(id),
        ...(why ? { description: why } : {}),
      })),
      { value: 'other' as const, name: '别的：催办、再次投诉、向平台要卖家信息……' },
    ],
  });
  if (chosen !== 'other') return chosen;
  const others = DOCUMENT_IDS.filter((id) => !(id in CHANNELS));
  return prompter.select<DocumentId>({
    message: '写哪一份？',
    choices: others.map((id) => ({ value: id, name: documentLabel(id) })),
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
function publish(context: Context, file: OpenCase, written: WrittenLetter & Handed, options: LetterOptions): void {
  const { no } = written.letter;
  const out = options.out ?? '.';
  const folder = resolve(context.world.cwd, out);
  const text = shownText(file, written.letter, options);
  try {
    // `-`: the text goes to standard output, as it does anyway, and nowhere else.
    const files = out === '-' ? [] : writeLetterFiles(file, no, folder);
    show(context, { ...written, same: sameExhibits(file, written.letter.exhibits) }, files, text);
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
