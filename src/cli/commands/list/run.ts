import { listCases, type ListedCase } from '../../../clerk/cases/all-cases.ts';
import { caseName } from '../../../clerk/cases/home.ts';
import { standingWords } from '../../../clerk/integrity/anchor.ts';
import { usageError } from '../../../model/errors.ts';
import { chinaDay, showMoment } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { dueWords, splitAction } from '../../views/case.ts';
import { clip, paint } from '../../views/paint.ts';
import { cellsOf } from '../../views/cells.ts';
import { columns, widthsOf, wrap } from '../../views/wrap.ts';
import type { ListOptions } from './options.ts';

export async function run(context: Context, _args: [], options: ListOptions): Promise<void> {
  if (options.open && options.closed) throw usageError('LIST_USAGE', '--open 和 --closed 只写一个');
  const results = await listCases(context.world, context.now);
  const { io } = context;
  const cases = results
    .flatMap((result) => (result.value ? [{ path: result.path, ...result.value }] : []))
    .filter((one) => fits(one, options));
  for (const { path, anchor } of cases) {
    const doubt = standingWords(caseName(path), anchor);
    if (doubt !== undefined) io.warn(`kameng: ${doubt}`);
  }
  if (context.options.json) {
    io.json({
      cases: cases.map(({ path: _path, ...one }) => one),
      unreadable: results.flatMap((result) =>
        result.trouble ? [{ file: result.path, code: result.trouble.code, message: result.trouble.message }] : [],
      ),
    });
    return;
  }
  for (const result of results) if (result.trouble) io.warn(`kameng: ${result.trouble.message}`);
  const shown = options.closed ? cases : cases.filter((one) => one.closedAt === null);
  if (shown.length === 0) io.say(results.length === 0 ? '还没有案卷。kameng new 文件夹  新建一个' : noneOf(options));
  else show(context, shown);
  if (!options.closed && !options.open && cases.length > shown.length)
    io.say(`另有 ${cases.length - shown.length} 个已结案：kameng list --closed`);
  sayBackups(context, shown);
}

const noneOf = ({ closed, word }: ListOptions): string =>
  word?.trim() ? '没有这样的案卷' : closed ? '没有结了的案卷' : '没有还没结的案卷';

/** What stands in one place only. */
function sayBackups({ io }: Context, cases: readonly Row[]): void {
  const bare = cases.filter(({ backup }) => backup === null);
  if (bare.length === 0) return;
  const names = bare.slice(0, 2).map(({ path }) => clip(caseName(path), 30));
  const told = bare.length > 2 ? `${names.join('、')} 等 ${bare.length} 个` : names.join('、');
  for (const line of wrap(`还没有备份：${told}（kameng backup --case 名字）`, io.width.stderr, 2)) io.say(line);
}

type Row = ListedCase & { path: string };

function fits(one: Row, { open, closed, word }: ListOptions): boolean {
  if ((open && one.closedAt !== null) || (closed && one.closedAt === null)) return false;
  const wanted = word?.trim().toLowerCase();
  return !wanted || [one.title, caseName(one.path)].some((text) => text.toLowerCase().includes(wanted));
}

/** Between two columns. */
const GAP = 2;

/** What presses first; then the newest. */
function inOrder(cases: readonly Row[]): Row[] {
  const due = ({ next }: Row): string => next?.due ?? '9999';
  return cases.toSorted((a, b) => due(a).localeCompare(due(b)) || b.openedAt.localeCompare(a.openedAt));
}

/** Two disputes with one seller often have one title; the file tells them apart. */
function calledIn(cases: readonly Row[]): (one: Row) => string {
  const titles = new Map<string, number>();
  for (const { title } of cases) titles.set(title, (titles.get(title) ?? 0) + 1);
  return ({ path, title }) => (titles.get(title)! > 1 ? `${caseName(path)} ${title}` : title);
}

function show({ io, now }: Context, cases: readonly Row[]): void {
  const colors = paint(io.color.stdout);
  const today = chinaDay(now());
  const { stdout: width } = io.width;
  // On a small screen the day a case was opened and its amount make room for what it is and what is to do.
  const narrow = width < 90;
  const titleCells = narrow ? Math.max(16, Math.floor(width / 2) - 4) : 40;
  const called = calledIn(cases);
  const ordered = inOrder(cases);
  const rows = ordered.map((one) => {
    const opened = showMoment(one.openedAt).slice(0, 10);
    const amount = one.amount ? `${one.amount} 元` : '—';
    return [...(narrow ? [] : [opened]), clip(called(one), titleCells), ...(narrow ? [] : [amount])];
  });
  const heads = (narrow ? ['案卷'] : ['建档', '案卷', '金额']).map((head) => colors.dim(head));
  const used = widthsOf([heads, ...rows]).reduce((sum, cells) => sum + cells + GAP, 0);
  const states = ordered.map((one) => stateWords(one, today, width - used, colors));
  const lines = [[...heads, colors.dim('下一步')], ...rows.map((row, i) => [...row, states[i]!])];
  for (const line of columns(lines, width, GAP)) io.data(line);
}

function stateWords(one: Row, today: string, room: number, colors: ReturnType<typeof paint>): string {
  if (one.closedAt !== null) return colors.dim(`已结案 ${showMoment(one.closedAt).slice(0, 10)}`);
  const step = one.next ? splitAction(printable(one.next.action)) : undefined;
  // A complaint or a suit may still be open, or the money not be seen: that comes before the end.
  if (one.settled && (step === undefined || step.command === 'kameng close'))
    return colors.green('已解决；kameng close 结案');
  if (one.settled) return colors.green(clip(`已解决；${step!.words}`, Math.min(52, Math.max(20, room))));
  if (!one.next) return '';
  const { words } = step!;
  const due = one.next.due ? `${dueWords(one.next.due, today)} ` : '';
  return `${colors.yellow(due)}${clip(words, Math.min(44, Math.max(12, room - cellsOf(due))))}`;
}
