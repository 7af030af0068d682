import { Cancelled, KamengError } from '../../../model/errors.ts';
import { noArgs } from '../../command.ts';
import type { Context } from '../../context.ts';
import { hanging } from '../../views/wrap.ts';

/** A context whose commands work on this case. */
export const contextOf = (context: Context, path: string): Context => ({
  ...context,
  options: { ...context.options, case: path },
});

/** What was just shown is read before the menu takes the screen again. */
export const pause = async (context: Context): Promise<unknown> =>
  (await context.prompter()).input({ message: '按回车回到菜单' });

/** Runs a command as if it had been typed. */
export async function launch(
  context: Context,
  name: string,
  typed: Readonly<Record<string, unknown>> = {},
  args?: readonly unknown[],
): Promise<void> {
  const command = context.commands.find((one) => one.name === name)!;
  await guarded(context, async () => void (await command.run(context, args ?? noArgs(command), typed)));
}

/** A step that fails says why, and the menu goes on; Ctrl-C leaves. */
export async function guarded(context: Context, work: () => Promise<unknown>): Promise<void> {
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
