import type { Context } from './context.ts';
import { cellsOf } from './views/wrap.ts';
import { paint } from './views/paint.ts';

/** Quoted so that cmd.exe, PowerShell and POSIX shells all take it as one word. */
export const quote = (text: string): string => (/^[\w.:+-]+$/.test(text) ? text : `"${text.replaceAll('"', "'")}"`);

const lineOf = (words: readonly string[]): string => `  ${['kameng', ...words].join(' ')}`;

/** Does the command stand in one line of the screen? */
export const fitsLine = ({ io }: Context, words: readonly string[]): boolean =>
  cellsOf(lineOf(words)) <= io.width.stderr;

/**
 * At the end of a dialogue: the command that would have done the same without a question. A command is never broken:
 * of many facts several commands are made, each in one line where its words allow that.
 */
export function sayCommand(context: Context, ...commands: readonly (readonly string[])[]): void {
  const { io } = context;
  io.say(paint(io.color.stderr).dim('同样的事可以直接写：'));
  for (const words of commands.flatMap((one) => (one[0] === 'facts' ? partFacts(context, one.slice(1)) : [one])))
    io.say(lineOf(words));
}

function partFacts(context: Context, assignments: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const assignment of assignments) {
    const last = parts.at(-1);
    if (last && fitsLine(context, [...last, assignment])) last.push(assignment);
    else parts.push(['facts', assignment]);
  }
  return parts;
}
