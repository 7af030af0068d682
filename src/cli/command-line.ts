import type { Context } from './context.ts';
import { paint } from './views/paint.ts';

/** Quoted so that cmd.exe, PowerShell and POSIX shells all take it as one word. */
export const quote = (text: string): string => (/^[\w.:+-]+$/.test(text) ? text : `"${text.replaceAll('"', "'")}"`);

/** At the end of a dialogue: the command that would have done the same without a question. */
export function sayCommand({ io }: Context, ...commands: readonly (readonly string[])[]): void {
  io.say(paint(io.color.stderr).dim('同样的事可以直接写：'));
  for (const words of commands) io.say(`  ${['kameng', ...words].join(' ')}`);
}
