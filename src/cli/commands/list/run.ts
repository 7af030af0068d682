import { listCases, type ListedCase } from '../../../clerk/cases/all-cases.ts';
import { caseName } from '../../../clerk/cases/home.ts';
import { usageError } from '../../../model/errors.ts';
import { chinaDay, showMoment } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { dueWords, splitAction } from '../../views/case.ts';
import { clip, paint } from '../../views/paint.ts';
import { columns, wrap } from '../../views/wrap.ts';
import type { ListOptions } from './options.ts';

export async function run(context: Context, _args: [], options: ListOptions): Promise<void> {
  if (options.open && options.closed) throw usageError('LIST_USAGE', '--open 和 --closed 只写一个');
  const results = listCases(context.world, context.now);
  const { io } = context;
  const cases = results
    .flatMap((result) => (result.value ? [{ path: result.path, ...result.value }] : []))
    .filter((one) => fits(one, options));
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
  if (shown.length === 0) io.say(results.length === 0 ? '还没有案卷。kameng new 文件夹  新建一个' : '没有这样的案卷');
  else show(context, shown);
  if (!options.closed && !options.open && cases.length > shown.length)
    io.say(`另有 ${cases.length - shown.length} 个已结案：kameng list --closed`);
  sayBackups(context, shown);
}

/** What stands in one place only. */
function sayBackups({ io }: Context, cases: readonly Row[]): void {
  const bare = cases.filter(({ backup }) => backup === null);
  if (bare.length === 0) return;
  const more = bare.length > 5 ? ` 等 ${bare.length} 个` : '';
  const names = bare.slice(0, 5).map(({ path }) => clip(caseName(path), 30));
  for (const line of wrap(`还没有备份：${names.join('、')}${more}（kameng backup --case 名字）`, io.width.stderr, 2))
    io.say(line);
}

type Row = ListedCase & { path: string };

function fits(one: Row, { open, closed, word }: ListOptions): boolean {
  if ((open && one.closedAt !== null) || (closed && one.closedAt === null)) return false;
  const wanted = word?.trim().toLowerCase();
  return !wanted || [one.title, caseName(one.path)].some((text) => text.toLowerCase().includes(wanted));
}

/** What presses first; then the newest. */
function inOrder(cases: readonly Row[]): Row[] {
  const due = ({ next }: Row): string => next?.due ?? '9999';
  return cases.toSorted((a, b) => due(a).localeCompare(due(b)) || b.openedAt.localeCompare(a.openedAt));
}

function show({ io, now }: Context, cases: readonly Row[]): void {
  const colors = paint(io.color.stdout);
  const today = chinaDay(now());
  const narrow = io.width.stdout < 90;
  const title = narrow ? Math.max(16, Math.floor(io.width.stdout / 2) - 12) : 44;
  const rows = inOrder(cases).map((one) => [
    showMoment(one.openedAt).slice(0, 10),
    clip(one.title, title),
    ...(narrow ? [] : [one.amount ? `${one.amount} 元` : '—']),
    stateWords(one, today, colors),
  ]);
  const heads = ['建档', '案卷', ...(narrow ? [] : ['金额']), '下一步'].map((head) => colors.dim(head));
  for (const line of columns([heads, ...rows], io.width.stdout)) io.data(line);
}

function stateWords(one: Row, today: string, colors: ReturnType<typeof paint>): string {
  if (one.closedAt !== null) return colors.dim(`已结案 ${showMoment(one.closedAt).slice(0, 10)}`);
  if (one.settled) return colors.green('已解决；kameng close 结案');
  if (!one.next) return '';
  const { words } = splitAction(printable(one.next.action));
  return `${one.next.due ? `${colors.yellow(dueWords(one.next.due, today))} ` : ''}${clip(words, 36)}`;
}
