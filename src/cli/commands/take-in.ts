import { type CaseFile } from '../../casefile/case-file.ts';
import { getExhibit } from '../../casefile/exhibits.ts';
import { reconcileFacts, type Reconciliation } from '../../clerk/intake/record-facts.ts';
import { readExhibits, type ReadOptions, type ReadResult } from '../../clerk/intake/read-exhibits.ts';
import { takeInFiles, type TakeIn, type TakeInOptions } from '../../clerk/intake/take-in.ts';
import { walk } from '../../clerk/intake/walk.ts';
import { KamengError } from '../../model/errors.ts';
import { CATEGORIES, KINDS } from '../../model/evidence.ts';
import { printable } from '../../model/text.ts';
import { type Context } from '../context.ts';
import { clip, paint } from '../views/paint.ts';
import { conflictLine, unreadLine } from '../views/conflicts.ts';
import { progressBar } from '../views/progress.ts';

/** What `new` and `add` share: files in, read, and said. */
export interface Intake extends TakeIn {
  reconciliation?: Reconciliation;
}

/**
 * Takes in what the paths name, reads it, and brings the facts together,
 * saying on standard error what became of each file.
 */
export async function intake(
  context: Context,
  file: CaseFile,
  paths: readonly string[],
  options: Omit<TakeInOptions, 'signal' | 'progress'> & { read: boolean; password?: string },
): Promise<Intake> {
  const found = walk(paths, context.world.cwd, { caseFile: file.path });
  const total = found.files.reduce((sum, one) => sum + one.bytes, 0);
  const bar = progressBar(context.io, '收入', total);
  const { read, password, ...labels } = options;
  let taken: TakeIn;
  try {
    taken = await takeInFiles(file, found.files, {
      ...labels,
      signal: context.signal,
      progress: (bytes, name) => bar.update(bytes, name),
    });
  } finally {
    bar.done();
  }
  const result: Intake = { ...taken, refused: [...found.refused, ...taken.refused] };
  if (read) result.reconciliation = await readAll(context, file, { password });
  sayIntake(context, file, result);
  return result;
}

/** Reads every exhibit without a reading and reconciles; keeps what is read when interrupted. */
export async function readAll(
  context: Context,
  file: CaseFile,
  options: { password?: string | undefined; only?: number[]; again?: boolean },
): Promise<Reconciliation> {
  const settings: ReadOptions = {
    signal: context.signal,
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(options.only ? { only: options.only } : {}),
    ...(options.again ? { again: true } : {}),
    progress: (done, all, name) => context.io.status(`识别 ${done + 1}/${all} ${clip(name, 40)}`),
  };
  try {
    const { read } = await readExhibits(file, settings);
    context.io.status('');
    for (const one of read) await unlock(context, file, one);
  } finally {
    context.io.status('');
  }
  return reconcileFacts(file);
}

const LOCKED = /^(?:ZIP|PDF)_PASSWORD_(?:NEEDED|WRONG)$/;
/** Mistyped more often, the password is not at hand. */
const TRIES = 3;

/** A file with a password is asked for it; without a terminal the way to give it is said. */
async function unlock(
  context: Context,
  file: CaseFile,
  { exhibit, reading }: ReadResult['read'][number],
): Promise<void> {
  const name = clip(getExhibit(file, exhibit).file, 40);
  let locked = reading.notes.some((note) => LOCKED.test(note.code));
  for (let tries = 0; locked && context.interactive && tries < TRIES; tries++) {
    const password = await (
      await context.prompter()
    ).password({ message: `证据 ${exhibit} ${name} 有密码（不知道就直接回车）` });
    if (password === '') break;
    const [again] = (await readExhibits(file, { only: [exhibit], again: true, password, signal: context.signal })).read;
    locked = again!.reading.notes.some((note) => LOCKED.test(note.code));
    if (locked) context.io.say('密码不对');
  }
  if (locked)
    context.io.warn(`kameng: 证据 ${exhibit} ${name} 有密码，还没有打开：kameng evidence ${exhibit} --password 密码`);
}

function sayIntake(context: Context, file: CaseFile, result: Intake): void {
  const colors = paint(context.io.color.stderr);
  for (const no of result.added) {
    const exhibit = getExhibit(file, no);
    context.io.say(
      `${colors.green('✓')} 证据 ${no}  ${clip(exhibit.file, 40)}  ${CATEGORIES[exhibit.category].label}·${KINDS[exhibit.kind].label}`,
    );
  }
  for (const one of result.duplicates) context.io.say(`= ${clip(one.file, 40)} 已经是证据 ${one.exhibit}，跳过`);
  for (const one of result.refused) context.io.warn(`kameng: 没有收入 ${printable(one.path)}：${one.why}`);
  const reconciliation = result.reconciliation;
  if (!reconciliation) return;
  for (const one of reconciliation.foreign)
    context.io.warn(`kameng: 证据 ${one.exhibit} 像是另一笔订单的：${printable(one.reason)}`);
  for (const one of reconciliation.conflicts) context.io.warn(`kameng: ${conflictLine(one)}`);
  for (const one of reconciliation.unread) context.io.warn(`kameng: ${unreadLine(one)}`);
}

/** Some of the files did not go in: the command did its work, and says that it is not all. */
export function refusalError(result: Intake): KamengError | undefined {
  if (result.refused.length === 0) return undefined;
  return new KamengError(
    'FILES_REFUSED',
    `${result.refused.length} 个文件没有收入，其余 ${result.added.length} 个已收入`,
    {
      hints: result.refused.slice(0, 5).map((one) => `${one.path}：${one.why}`),
    },
  );
}
