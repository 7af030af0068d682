import { listCases } from '../../../clerk/cases/all-cases.ts';
import type { CaseSummary } from '../../../clerk/cases/case-view.ts';
import { caseName } from '../../../clerk/cases/home.ts';
import { Cancelled, type ExitCode } from '../../../model/errors.ts';
import { chinaDay } from '../../../model/moment.ts';
import { presses } from '../../../model/outcome.ts';
import { quote, sayCommand } from '../../command-line.ts';
import type { Context } from '../../context.ts';
import type { Choice } from '../../prompter.ts';
import { dueWords, splitAction } from '../../views/case.ts';
import { clip, paint } from '../../views/paint.ts';
import { cellsOf } from '../../views/cells.ts';
import { caseMenu } from './case-menu.ts';
import { contextOf, launch, orBack, pause } from './launch.ts';
import { doStep } from './next-step.ts';

interface OpenOne {
  path: string;
  summary: CaseSummary;
}

export async function run(context: Context): Promise<ExitCode | void> {
  if (!context.interactive) {
    context.io.data(context.help()!.trimEnd());
    return;
  }
  const { io } = context;
  const colors = paint(io.color.stderr);
  io.say(colors.bold('卡盟维权助手'));
  io.say(colors.dim('收集证据、写投诉、记联系、算日子；全部在本机完成'));
  try {
    while (await atHome(context));
  } catch (error) {
    if (!(error instanceof Cancelled) || error.hints.length > 0) throw error;
    throw new Cancelled('已退出，答过的和记过的都在案卷里', ['接着做：kameng']);
  }
}

/** @returns whether there is more to do */
async function atHome(context: Context): Promise<boolean> {
  const { cases, closed } = await allCases(context);
  sayHome(context, cases, closed);
  const chosen = await askHome(context, cases, closed.length > 0);
  if (chosen === 'quit') return false;
  if (!isWork(chosen)) return (await caseMenu(contextOf(context, chosen))) !== 'quit';
  const done = await orBack(context, async () => {
    if (chosen === 'search') await search(context);
    else if (chosen === 'reopen') return reopenOne(context, closed);
    else if (chosen.startsWith('do:')) await doStep(contextOf(context, chosen.slice(3)));
    else await launch(context, chosen);
    return true;
  });
  if (done) await pause(context);
  return true;
}

/** Else it is the path of a case that is to be opened. */
const isWork = (chosen: string): boolean =>
  ['new', 'vet', 'me', 'search', 'reopen'].includes(chosen) || chosen.startsWith('do:');

/** The open cases, the most pressing first, and those that were put away, the newest first. */
async function allCases(context: Context): Promise<{ cases: OpenOne[]; closed: OpenOne[] }> {
  const due = ({ summary }: OpenOne): string => summary.next?.due ?? '9999';
  const listed = await listCases(context.world, context.now);
  const all = listed.flatMap((result) => (result.value ? [{ path: result.path, summary: result.value }] : []));
  return {
    cases: all.filter(({ summary }) => summary.closedAt === null).toSorted((a, b) => due(a).localeCompare(due(b))),
    closed: all
      .filter(({ summary }) => summary.closedAt !== null)
      .toSorted((a, b) => b.summary.closedAt!.localeCompare(a.summary.closedAt!)),
  };
}

/** Takes a closed case back. @returns whether one was chosen */
async function reopenOne(context: Context, closed: readonly OpenOne[]): Promise<boolean> {
  const called = calledIn(closed);
  const path = await (
    await context.prompter()
  ).select<string>({
    message: '重新打开哪一个？',
    choices: [
      ...closed.map((one) => ({ value: one.path, name: `${called(one)}（${chinaDay(one.summary.closedAt!)} 结案）` })),
      { value: '', name: '不打开了' },
    ],
  });
  if (path === '') return false;
  await launch(contextOf(context, path), 'reopen');
  sayCommand(context, ['reopen', '--case', quote(caseName(path))]);
  return true;
}

/** Two disputes with one seller often have one title; the file tells them apart. */
function calledIn(cases: readonly OpenOne[]): (one: OpenOne) => string {
  return ({ path, summary }) => {
    const twin = cases.some((other) => other.path !== path && other.summary.title === summary.title);
    return clip(summary.title, 40) + (twin ? `（${clip(caseName(path), 30)}）` : '');
  };
}

/** The open cases with what each waits for, and what is due today in plain words. */
function sayHome({ io, now }: Context, cases: readonly OpenOne[], closed: readonly OpenOne[]): void {
  const colors = paint(io.color.stderr);
  // Who has just closed his only case sees where it is.
  if (cases.length === 0 && closed.length > 0) {
    io.say('');
    io.say(colors.bold(`没有在办的案卷；结了的有 ${closed.length} 个`));
    const named = calledIn(closed);
    for (const one of closed.slice(0, 3))
      io.say(`  ${clip(named(one), io.width.stderr - 22)}  ${chinaDay(one.summary.closedAt!)} 结案`);
  }
  if (cases.length === 0) return;
  const today = chinaDay(now());
  const called = calledIn(cases);
  const pressing = cases.reduce((sum, { summary }) => sum + summary.dueToday, 0);
  io.say('');
  io.say(colors.bold(pressing > 0 ? `今天有 ${pressing} 件事要做` : `没结案的有 ${cases.length} 个，今天没有到期的事`));
  const rows = cases.slice(0, 9).map((one) => {
    const { next, dueToday } = one.summary;
    const when = next?.due ? dueWords(next.due, today) : '';
    const due = when === '' ? '' : `${colors.yellow(when)} `;
    // What comes first may have time while something behind it has not: that is never said of the first.
    const behind = dueToday - (next && presses(next, today) ? 1 : 0);
    const also = behind > 0 ? colors.yellow(`另有 ${behind} 件今天的`) : '';
    // One line a case: what there is to do stands in full below and in the case.
    const title = clip(called(one), Math.max(16, Math.floor(io.width.stderr * 0.4)));
    return { title: `  ${title}`, due, words: next ? splitAction(next.action).words : '', also };
  });
  const widest = Math.max(...rows.map(({ title }) => cellsOf(title)));
  for (const { title, due, words, also } of rows) {
    const room = io.width.stderr - widest - 3 - cellsOf(due) - (also === '' ? 0 : cellsOf(also) + 2);
    const gap = ' '.repeat(widest - cellsOf(title) + 2);
    // What to do stands in the menu as well; a few letters of it say nothing.
    const told = [room < 12 ? '' : clip(words, room), also].filter((text) => text !== '').join('  ');
    io.say(`${title}${gap}${due}${told}`.trimEnd());
  }
}

async function askHome(context: Context, cases: readonly OpenOne[], closed: boolean): Promise<string> {
  const called = calledIn(cases);
  const first = cases.find(({ summary }) => summary.next !== null);
  const doFirst: Choice<string>[] = first
    ? [
        {
          value: `do:${first.path}`,
          name: clip(
            `现在做：${splitAction(first.summary.next!.action).words}`,
            Math.min(context.io.width.stderr, 80) - 3,
          ),
        },
      ]
    : [];
  return (await context.prompter()).select<string>({
    message: '做什么？',
    choices: [
      ...doFirst,
      ...cases.slice(0, 9).map((one) => ({ value: one.path, name: `打开：${called(one)}` })),
      { value: 'new', name: '新建案卷' },
      ...(closed ? [{ value: 'reopen', name: '重新打开结了的案卷' }] : []),
      ...(cases.length > 0 || closed ? [{ value: 'search', name: '在所有案卷里找' }] : []),
      { value: 'me', name: '我的姓名、电话、地址' },
      { value: 'vet', name: '购买前核查一个平台' },
      { value: 'quit', name: '退出' },
    ],
  });
}

async function search(context: Context): Promise<void> {
  const word = (await (await context.prompter()).input({ message: '找什么？' })).trim();
  if (word === '') return;
  await launch(context, 'search', {}, [[word]]);
  sayCommand(context, ['search', quote(word)]);
}
