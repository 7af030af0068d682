import { describeExhibit, exhibitLabels } from '../clerk/cases/exhibits.ts';
import type { Conflict } from '../clerk/cases/check-case.ts';
import type { OpenCase } from '../clerk/cases/open-case.ts';
import {
  readAll,
  takeInNamed,
  takeInPaths,
  type Locked,
  type ReadAll,
  type ReadAllOptions,
  type TakeInPathsOptions,
  type TakenIn,
} from '../clerk/intake/take-in-paths.ts';
import { aheadWords } from '../clerk/intake/ahead.ts';
import { factsOf } from '../clerk/intake/record-facts.ts';
import { KamengError } from '../model/errors.ts';
import { CATEGORIES, CATEGORY_IDS, type Category } from '../model/evidence.ts';
import { printable } from '../model/text.ts';
import { askFact } from './ask-fact.ts';
import type { Context } from './context.ts';
import { groundOf, meantPath } from './paths.ts';
import { conflictLine, unreadLine } from './views/conflicts.ts';
import { kindWords } from './views/exhibits.ts';
import { clip, paint } from './views/paint.ts';
import { progressBar } from './views/progress.ts';

/** How the files of a command are taken in. */
export interface TakeInHow {
  labels?: TakeInPathsOptions['labels'];
  read: boolean;
  password?: string | undefined;
  /** Are two orders parted afterwards? Then what one says against the other is no conflict of either. */
  partsOrders?: boolean;
}

/** Takes in what the paths name and reads it, saying on standard error what became of each file. */
export async function takeIn(
  context: Context,
  file: OpenCase,
  paths: readonly string[],
  how: TakeInHow,
): Promise<TakenIn> {
  let bar: ReturnType<typeof progressBar> | undefined;
  const ground = groundOf(context.world);
  const meant = paths.map((path) => meantPath(path, ground));
  const taken = await takeInPaths(file, meant, {
    ...optionsOf(context, how),
    cwd: context.world.cwd,
    onTaken: (bytes, total, name) => (bar ??= progressBar(context.io, '收入', total)).update(bytes, name),
    onTakenIn: () => bar?.done(),
  });
  if (taken.reconciliation) sayNotRead(context, taken.reconciliation);
  sayTakenIn(context, file, taken, how);
  return taken;
}

/** The same for standard input, under a name. */
export async function takeInStdin(context: Context, file: OpenCase, name: string, how: TakeInHow): Promise<TakenIn> {
  const stdin = context.stdin as unknown as AsyncIterable<Uint8Array>;
  const taken = await takeInNamed(file, stdin, name, optionsOf(context, how));
  if (taken.reconciliation) sayNotRead(context, taken.reconciliation);
  return taken;
}

/** Reads exhibits again, or those without a reading. */
export async function readExhibitsOf(
  context: Context,
  file: OpenCase,
  how: Pick<ReadAllOptions, 'only' | 'again' | 'password'>,
): Promise<void> {
  sayNotRead(context, await readAll(file, { ...readingOf(context, how.password), ...how }));
}

const optionsOf = (context: Context, { labels = {}, read, password }: TakeInHow) => ({
  labels,
  signal: context.signal,
  ...(read ? { reading: readingOf(context, password || undefined) } : {}),
});

/** Reading with its progress on the terminal, and the password asked for where someone can answer. */
export function readingOf(context: Context, password: string | undefined): ReadAllOptions {
  const { io, signal } = context;
  let bar: ReturnType<typeof progressBar> | undefined;
  return {
    password,
    signal,
    onReading: (done, all, name) => (bar ??= progressBar(io, '识别', all, { unit: 'pieces' })).update(done, name),
    onRead: () => bar?.done(),
    askPassword: context.interactive ? (locked) => askPassword(context, locked) : undefined,
    onWrongPassword: () => io.say('密码不对'),
  };
}

async function askPassword(context: Context, { exhibit, file }: Locked): Promise<string> {
  const prompter = await context.prompter();
  return prompter.password({ message: `证据 ${exhibit} ${clip(file, 40)} 有密码（不知道就直接回车）` });
}

/** What does not fit together, or was not read, is named so often before it is folded. */
const MOST_TROUBLES = 8;

/** A file that stays shut, or that nothing can be read off, is named, with the way on. */
export function sayNotRead({ io }: Context, { locked, failed }: ReadAll): void {
  for (const { exhibit, file } of locked)
    io.warn(`kameng: 证据 ${exhibit} ${clip(file, 40)} 有密码，还没有打开：kameng evidence ${exhibit} --password 密码`);
  for (const { exhibit, file, why } of failed.slice(0, MOST_TROUBLES))
    io.warn(`kameng: 证据 ${exhibit} ${clip(file, 40)} 没有读出：${printable(why)}`);
  const rest = failed.length - MOST_TROUBLES;
  if (rest > 0) io.warn(`kameng: 还有 ${rest} 个文件没有读出，原因见 kameng evidence 编号`);
}

/** Each fact that the files and the buyer, or two files, do not agree on is named once, and asked. */
export async function askConflicts(context: Context, file: OpenCase, conflicts: readonly Conflict[]): Promise<void> {
  for (const { key } of conflicts) {
    // An answer before may have settled this one too.
    if (factsOf(file)[key]?.status === 'conflict') await askFact(context, file, key, { optional: true });
  }
}

/** What neither a reading nor the user has said is asked, with the guess on top. */
export async function askLabels(context: Context, file: OpenCase, added: readonly number[]): Promise<void> {
  for (const exhibit of exhibitLabels(file, added)) {
    if (!exhibit.guessed) continue;
    const prompter = await context.prompter();
    const category = await prompter.select<Category>({
      message: `证据 ${exhibit.no} ${clip(exhibit.file, 40)} 属于哪一类？`,
      choices: CATEGORY_IDS.map((id) => ({ value: id, name: `${CATEGORIES[id].label}：${CATEGORIES[id].says}` })),
      default: exhibit.category,
    });
    describeExhibit(file, exhibit.no, { category });
  }
}

/** `✓ 证据 12  ` before the name of a file and `  交易凭证·支付凭证` behind it. */
const BESIDE_NAME = 32;

export function sayTakenIn(
  context: Context,
  file: OpenCase,
  taken: TakenIn,
  { partsOrders = false }: Pick<TakeInHow, 'partsOrders'> = {},
): void {
  const { io } = context;
  const colors = paint(io.color.stderr);
  // Thousands of lines that nobody is to see are not made.
  const told = context.options.quiet ? { added: [], duplicates: [] } : taken;
  // On a narrow screen the name gives way: its kind is what he looks for.
  const room = Math.max(12, Math.min(40, io.width.stderr - BESIDE_NAME));
  for (const { no, file: name, category, kind } of exhibitLabels(file, told.added))
    io.say(`${colors.green('✓')} 证据 ${no}  ${clip(name, room)}  ${kindWords(category, kind)}`);
  for (const one of told.duplicates) io.say(`= ${clip(one.file, 40)} 已经是证据 ${one.exhibit}，跳过`);
  for (const one of taken.refused) io.warn(`kameng: 没有收入 ${printable(one.path)}：${one.why}`);
  const found = taken.reconciliation;
  if (!found) return;
  const apart = partsOrders && found.orders.length > 1;
  const lines = [
    ...found.foreign.map((one) => `证据 ${one.exhibit} 像是另一笔订单的，${printable(one.reason)}`),
    ...found.ahead
      .filter(({ exhibit }) => taken.added.includes(exhibit))
      .map((one) => `证据 ${one.exhibit} ${aheadWords(one)}`),
    // On a terminal they are asked next, one by one.
    ...(context.interactive || apart ? [] : found.conflicts.map((one) => conflictLine(one))),
    ...found.unread.map(unreadLine),
  ];
  // Of many pictures there can be more than a screen of it.
  for (const line of lines.slice(0, MOST_TROUBLES)) io.warn(`kameng: ${line}`);
  if (lines.length > MOST_TROUBLES) io.warn(`kameng: 其余 ${lines.length - MOST_TROUBLES} 项：kameng check --all`);
}

/** Some of the files did not go in: the command did its work, and says that it is not all. */
export function refusalError(taken: TakenIn): KamengError | undefined {
  if (taken.refused.length === 0) return undefined;
  return new KamengError(
    'FILES_REFUSED',
    `${taken.refused.length} 个文件没有收入${taken.added.length > 0 ? `，其余 ${taken.added.length} 个已收入` : ''}`,
    {
      hints: taken.refused.slice(0, 5).map((one) => `${one.path}：${one.why}`),
    },
  );
}
