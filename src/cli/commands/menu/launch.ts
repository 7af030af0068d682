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

/**
 * Does what was chosen in a menu. Ctrl-C at one of its questions is the way back: nobody should have to leave for
 * having taken the wrong entry. Where nothing can be asked any more it leaves.
 * @returns what the work comes to; undefined when it was left
 */
export async function orBack<T>(context: Context, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const { readableEnded, destroyed } = context.stdin as { readableEnded?: boolean; destroyed?: boolean };
    if (!(error instanceof Cancelled) || context.signal.aborted || readableEnded || destroyed) throw error;
    const { io } = context;
    io.say('');
    for (const line of hanging('', '已停下，没答完的没有记。回到菜单；再按一次 Ctrl-C 退出', io.width.stderr))
      io.say(line);
    return undefined;
  }
}

/** A step that fails says why, and the menu goes on; Ctrl-C goes back to it. */
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
