import { basename } from 'node:path';
import type { Command } from 'commander';
import { overAllCases } from '../../clerk/cases/all-cases.ts';
import { viewSnapshot } from '../../clerk/cases/case-view.ts';
import { CASE_SUFFIX } from '../../clerk/cases/home.ts';
import { type ExitCode } from '../../model/errors.ts';
import { type Context } from '../context.ts';
import { type CommandModule } from '../command.ts';
import { clip, paint, showDue, table } from '../views/paint.ts';

/** What the menu offers for a case; each entry is a command of its own. */
const STEPS = [
  { value: 'status', name: '看这个案卷', load: () => import('./status.ts') },
  { value: 'check', name: '检查还缺什么', load: () => import('./check.ts') },
  { value: 'route', name: '该找谁、走哪个渠道', load: () => import('./route.ts') },
  { value: 'letter', name: '写投诉', load: () => import('./letter.ts') },
  { value: 'followup', name: '记一次联系或答复', load: () => import('./followup.ts') },
  { value: 'evidence', name: '看证据', load: () => import('./evidence.ts') },
] as const satisfies readonly { value: string; name: string; load: () => Promise<CommandModule> }[];

export async function run(context: Context): Promise<ExitCode | void> {
  if (!context.interactive) {
    context.io.data(context.program.helpInformation().trimEnd());
    return;
  }
  const { io } = context;
  const colors = paint(io.color.stderr);
  const cases = overAllCases(context.world, context.now, (snapshot) => viewSnapshot(snapshot)).flatMap((result) =>
    result.value ? [{ path: result.path, view: result.value }] : [],
  );
  const prompter = await context.prompter();
  // Two disputes with one seller often have one title; the file tells them apart.
  const called = ({ path, view }: (typeof cases)[number]): string => {
    const twin = cases.some((other) => other.path !== path && other.view.case.title === view.case.title);
    return clip(view.case.title, 40) + (twin ? `（${clip(basename(path, CASE_SUFFIX), 30)}）` : '');
  };
  io.say(colors.bold('卡盟维权助手') + colors.dim('  收集证据、写投诉、记联系、算日子；全部在本机完成'));
  const rows = cases.map((one) => {
    const next = one.view.next[0];
    return [
      `  ${called(one)}`,
      next ? `${next.due ? `${colors.yellow(showDue(next.due))} ` : ''}${clip(next.action, 50)}` : '',
    ];
  });
  for (const line of table(rows)) io.say(line);
  const chosen = await prompter.select({
    message: '做什么？',
    choices: [
      ...cases.slice(0, 9).map((one) => ({ value: one.path, name: `继续：${called(one)}` })),
      { value: 'new', name: '新建案卷' },
      { value: 'quit', name: '退出' },
    ],
  });
  if (chosen === 'quit') return;
  if (chosen === 'new') return launch(context, () => import('./new.ts'), 'new');
  const step = await prompter.select({
    message: called(cases.find(({ path }) => path === chosen)!),
    choices: STEPS.map(({ value, name }) => ({ value, name })),
  });
  return launch(
    { ...context, options: { ...context.options, case: chosen } },
    STEPS.find((one) => one.value === step)!.load,
    step,
  );
}

/** Runs a command as if it had been typed without options. */
async function launch(context: Context, load: () => Promise<CommandModule>, name: string): Promise<ExitCode | void> {
  const { run: runCommand } = await load();
  const command = context.program.commands.find((one: Command) => one.name() === name)!;
  const args = command.registeredArguments.map((argument) => (argument.variadic ? [] : undefined)) as (
    string | string[]
  )[];
  return runCommand({ ...context, prompter: () => context.prompter() }, args, command.opts());
}
