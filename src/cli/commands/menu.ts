import { listCases } from '../../clerk/cases/all-cases.ts';
import type { CaseSummary } from '../../clerk/cases/case-view.ts';
import { statusOf } from '../../clerk/cases/case-view.ts';
import { caseName } from '../../clerk/cases/home.ts';
import { openQuestions } from '../../clerk/cases/route-case.ts';
import { factsOf } from '../../clerk/intake/record-facts.ts';
import { Cancelled, KamengError, type ExitCode } from '../../model/errors.ts';
import { factSpec, FACT_KEYS, type FactKey } from '../../model/facts.ts';
import { chinaDay } from '../../model/moment.ts';
import { printable } from '../../model/text.ts';
import { askFact } from '../ask-fact.ts';
import { noArgs } from '../command.ts';
import { quote, sayCommand } from '../command-line.ts';
import type { Context } from '../context.ts';
import type { Choice } from '../prompter.ts';
import { readStep } from '../step-command.ts';
import { dueWords, nextLines, splitAction } from '../views/case.ts';
import { showValue } from '../views/facts.ts';
import { clip, paint } from '../views/paint.ts';
import { cellsOf, hanging } from '../views/wrap.ts';
import { askEvidence } from './new/evidence.ts';
import { askFacts, openFacts } from './new/questions.ts';

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
  io.say(colors.bold('卡盟维权助手') + colors.dim('  收集证据、写投诉、记联系、算日子；全部在本机完成'));
  for (;;) {
    const cases = await openCases(context);
    sayHome(context, cases);
    const chosen = await askHome(context, cases);
    if (chosen === 'quit') return;
    if (chosen === 'new' || chosen === 'vet' || chosen === 'me') await launch(context, chosen);
    else if (chosen === 'search') await search(context);
    else if (chosen.startsWith('do:')) await doNext(of(context, chosen.slice(3)));
    else {
      if ((await caseMenu(of(context, chosen))) === 'quit') return;
      continue;
    }
    await pause(context);
  }
}

/** What was just shown is read before the menu takes the screen again. */
const pause = async (context: Context): Promise<unknown> =>
  (await context.prompter()).input({ message: '按回车回到菜单' });

/** The open cases, the most pressing first. */
async function openCases(context: Context): Promise<OpenOne[]> {
  const due = ({ summary }: OpenOne): string => summary.next?.due ?? '9999';
  const listed = await listCases(context.world, context.now);
  return listed
    .flatMap((result) => (result.value ? [{ path: result.path, summary: result.value }] : []))
    .filter(({ summary }) => summary.closedAt === null)
    .toSorted((a, b) => due(a).localeCompare(due(b)));
}

/** Two disputes with one seller often have one title; the file tells them apart. */
function calledIn(cases: readonly OpenOne[]): (one: OpenOne) => string {
  return ({ path, summary }) => {
    const twin = cases.some((other) => other.path !== path && other.summary.title === summary.title);
    return clip(summary.title, 40) + (twin ? `（${clip(caseName(path), 30)}）` : '');
  };
}

/** The open cases with what each waits for, and what is due today in plain words. */
function sayHome({ io, now }: Context, cases: readonly OpenOne[]): void {
  if (cases.length === 0) return;
  const colors = paint(io.color.stderr);
  const today = chinaDay(now());
  const called = calledIn(cases);
  const pressing = cases.filter(({ summary }) => summary.next?.due && chinaDay(summary.next.due) <= today);
  io.say('');
  io.say(
    colors.bold(
      pressing.length > 0 ? `今天有 ${pressing.length} 件事要做` : `没结案的有 ${cases.length} 个，今天没有到期的事`,
    ),
  );
  const rows = cases.slice(0, 9).map((one) => {
    const { next } = one.summary;
    const due = next?.due ? `${colors.yellow(dueWords(next.due, today))} ` : '';
    // One line a case: what there is to do stands in full below and in the case.
    const title = clip(called(one), Math.max(16, Math.floor(io.width.stderr * 0.4)));
    return { title: `  ${title}`, due, words: next ? splitAction(next.action).words : '' };
  });
  const widest = Math.max(...rows.map(({ title }) => cellsOf(title)));
  for (const { title, due, words } of rows) {
    const left = io.width.stderr - widest - 3 - cellsOf(due);
    io.say(`${title}${' '.repeat(widest - cellsOf(title) + 2)}${due}${clip(words, Math.max(8, left))}`);
  }
}

async function askHome(context: Context, cases: readonly OpenOne[]): Promise<string> {
  const called = calledIn(cases);
  const first = cases.find(({ summary }) => summary.next !== null);
  const doFirst: Choice<string>[] = first
    ? [{ value: `do:${first.path}`, name: `现在做：${clip(splitAction(first.summary.next!.action).words, 50)}` }]
    : [];
  return (await context.prompter()).select<string>({
    message: '做什么？',
    choices: [
      ...doFirst,
      ...cases.slice(0, 9).map((one) => ({ value: one.path, name: `打开：${called(one)}` })),
      { value: 'new', name: '新建案卷' },
      ...(cases.length > 0 ? [{ value: 'search', name: '在所有案卷里找' }] : []),
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

/** A context whose commands work on this case. */
const of = (context: Context, path: string): Context => ({ ...context, options: { ...context.options, case: path } });

const ENTRIES = [
  { value: 'add', name: '收入证据' },
  { value: 'receive', name: '从手机收照片' },
  { value: 'questions', name: '回答问题，让判断更准' },
  { value: 'facts', name: '改一项事实' },
  { value: 'letter', name: '写文书' },
  { value: 'followup', name: '记一次联系、提交或答复' },
  { value: 'route', name: '该走哪个渠道' },
  { value: 'check', name: '还缺什么' },
  { value: 'status', name: '看整个案卷' },
  { value: 'timeline', name: '按时间看发生过的事' },
  { value: 'due', name: '有哪些日子' },
  { value: 'export', name: '导出证据目录' },
  { value: 'close', name: '结案' },
] as const;

/** Everything that can be done with one case, until the buyer goes back. */
async function caseMenu(context: Context): Promise<'back' | 'quit'> {
  for (;;) {
    const { title, next, questions } = await context.withCase((file) => {
      const status = statusOf(file);
      return {
        title: status.case.title,
        next: status.next,
        questions: openFacts(status.facts).length + openQuestions(file).length,
      };
    });
    const { io } = context;
    const colors = paint(io.color.stderr);
    io.say('');
    for (const line of hanging('', colors.bold(printable(title)), io.width.stderr)) io.say(line);
    const look = { today: chinaDay(context.now()), width: io.width.stderr, most: 1 };
    for (const line of nextLines(next, colors, look)) io.say(line);
    const chosen = await (
      await context.prompter()
    ).select<string>({
      message: '做什么？',
      choices: [
        ...(next[0] ? [{ value: 'next', name: `现在做：${clip(splitAction(next[0].action).words, 50)}` }] : []),
        ...ENTRIES.filter(({ value }) => value !== 'questions' || questions > 0),
        { value: 'back', name: '换一个案卷' },
        { value: 'quit', name: '退出' },
      ],
    });
    if (chosen === 'back' || chosen === 'quit') return chosen;
    if (chosen === 'next') await doNext(context);
    else await enter(context, chosen);
    await pause(context);
    if (chosen === 'close') return 'back';
  }
}

async function enter(context: Context, entry: string): Promise<void> {
  if (entry === 'add') await addEvidence(context);
  else if (entry === 'facts') await changeFact(context);
  else if (entry === 'questions') {
    await guarded(context, () => context.withCase((file) => askFacts(context, file)));
    await launch(context, 'route');
  } else await launch(context, entry);
}

async function addEvidence(context: Context): Promise<void> {
  await guarded(context, async () => {
    const prompter = await context.prompter();
    await context.withCase((file) => askEvidence(context, prompter, file));
    sayCommand(context, ['add', '文件或文件夹']);
  });
}

async function changeFact(context: Context): Promise<void> {
  await guarded(context, () =>
    context.withCase(async (file) => {
      const facts = factsOf(file);
      const name = (key: FactKey): string => {
        const fact = facts[key];
        const value = fact === undefined ? '' : fact.status === 'conflict' ? '说法不一' : showValue(key, fact.value);
        return `${factSpec(key).label}${value === '' ? '' : `：${value}`}`;
      };
      const known = FACT_KEYS.filter((key) => facts[key] !== undefined);
      const key = await (
        await context.prompter()
      ).select<FactKey | 'back'>({
        message: '改哪一项？',
        choices: [
          ...[...known, ...FACT_KEYS.filter((one) => !known.includes(one))].map((one) => ({
            value: one,
            name: name(one),
          })),
          { value: 'back' as const, name: '不改了' },
        ],
      });
      if (key === 'back') return;
      await askFact(context, file, key, { optional: true, preset: facts[key]?.value || undefined });
      sayCommand(context, ['facts', `${key}=${quote(factsOf(file)[key]?.value ?? '')}`]);
    }),
  );
}

/** Does the step that comes next in this case, asking for what its command leaves open. */
async function doNext(context: Context): Promise<void> {
  const step = await context.withCase((file) => statusOf(file).next[0]);
  const { words, command: line } = splitAction(step?.action ?? '');
  const meant = line === undefined ? undefined : readStep(context, line);
  if (!meant) {
    for (const text of hanging('', printable(words), context.io.width.stderr)) context.io.say(text);
    await launch(context, 'followup');
    return;
  }
  const { command, typed, facts } = meant;
  if (command.name === 'add') return addEvidence(context);
  if (facts.length > 0) {
    await guarded(context, () =>
      context.withCase(async (file) => {
        for (const key of facts) await askFact(context, file, key, { optional: true });
      }),
    );
    if (line !== undefined) sayCommand(context, line.split(' ').slice(1));
    return;
  }
  await launch(context, command.name, typed);
  if (line !== undefined && command.name !== 'followup') sayCommand(context, line.split(' ').slice(1));
}

/** Runs a command as if it had been typed. */
async function launch(
  context: Context,
  name: string,
  typed: Readonly<Record<string, unknown>> = {},
  args?: readonly unknown[],
): Promise<void> {
  const command = context.commands.find((one) => one.name === name)!;
  await guarded(context, async () => void (await command.run(context, args ?? noArgs(command), typed)));
}

/** A step that fails says why, and the menu goes on; Ctrl-C leaves. */
async function guarded(context: Context, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof KamengError) || error instanceof Cancelled) throw error;
    const { io } = context;
    io.status('');
    for (const line of hanging('! ', error.message, io.width.stderr)) io.warn(line);
    for (const hint of error.hints) for (const line of hanging('  · ', hint, io.width.stderr)) io.warn(line);
  }
}
