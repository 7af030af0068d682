import { listCases } from '../../clerk/cases/all-cases.ts';
import { caseName } from '../../clerk/cases/home.ts';
import type { ExitCode } from '../../model/errors.ts';
import type { Context } from '../context.ts';
import { noArgs } from '../command.ts';
import { clip, paint, showDue, table } from '../views/paint.ts';

/** What the menu offers for a case; each entry is a command of its own. */
const STEPS = [
  { value: 'status', name: '看这个案卷' },
  { value: 'check', name: '检查还缺什么' },
  { value: 'route', name: '该找谁、走哪个渠道' },
  { value: 'letter', name: '写投诉' },
  { value: 'followup', name: '记一次联系或答复' },
  { value: 'evidence', name: '看证据' },
] as const;

export async function run(context: Context): Promise<ExitCode | void> {
  if (!context.interactive) {
    context.io.data(context.help()!.trimEnd());
    return;
  }
  const { io } = context;
  const colors = paint(io.color.stderr);
  const cases = listCases(context.world, context.now).flatMap((result) =>
    result.value ? [{ path: result.path, summary: result.value }] : [],
  );
  const prompter = await context.prompter();
  // Two disputes with one seller often have one title; the file tells them apart.
  const called = ({ path, summary }: (typeof cases)[number]): string => {
    const twin = cases.some((other) => other.path !== path && other.summary.title === summary.title);
    return clip(summary.title, 40) + (twin ? `（${clip(caseName(path), 30)}）` : '');
  };
  io.say(colors.bold('卡盟维权助手') + colors.dim('  收集证据、写投诉、记联系、算日子；全部在本机完成'));
  const rows = cases.map((one) => {
    const { next } = one.summary;
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
  if (chosen === 'new') return launch(context, 'new');
  const step = await prompter.select({
    message: called(cases.find(({ path }) => path === chosen)!),
    choices: STEPS.map(({ value, name }) => ({ value, name })),
  });
  return launch({ ...context, options: { ...context.options, case: chosen } }, step);
}

/** Runs a command as if it had been typed without options. */
async function launch(context: Context, name: string): Promise<ExitCode | void> {
  const command = context.commands.find((one) => one.name === name)!;
  return command.run({ ...context, prompter: () => context.prompter() }, noArgs(command), {});
}
