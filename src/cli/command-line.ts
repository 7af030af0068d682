import type { Context } from './context.ts';
import { cellsOf } from './views/cells.ts';
import { paint } from './views/paint.ts';

/** Quoted so that cmd.exe, PowerShell and POSIX shells all take it as one word. */
export function quote(text: string): string {
  // A moment of China as it may be typed: a line of a small screen has no room for its zone.
  const short = text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)\+08:00$/, '$1');
  return /^[\w.:+-]+$/.test(short) ? short : `"${short.replaceAll('"', "'")}"`;
}

const lineOf = (words: readonly string[]): string => `  ${['kameng', ...words].join(' ')}`;

/** Does the command stand in one line of the screen? */
export const fitsLine = ({ io }: Context, words: readonly string[]): boolean =>
  cellsOf(lineOf(words)) <= io.width.stderr;

/**
 * At the end of a dialogue: the command that would have done the same without a question. A command is never broken:
 * of many facts several commands are made, each in one line where its words allow that; of an answer that makes a line
 * longer than the screen only its place is shown.
 */
export function sayCommand(context: Context, ...commands: readonly (readonly string[])[]): void {
  const { io } = context;
  const whole = commands.flatMap((one) => (one[0] === 'facts' ? partFacts(context, one.slice(1)) : [one]));
  const shown = whole.map((words) => (fitsLine(context, words) ? words : withoutAnswer(words)));
  const left = shown.some((words, i) => words.join(' ') !== whole[i]!.join(' '));
  io.say(paint(io.color.stderr).dim(`同样的事可以直接写${left ? `（${ANSWER}换成对方的话）` : ''}：`));
  for (const words of shown) io.say(lineOf(words));
}

const ANSWER = '"原话"';

const withoutAnswer = (words: readonly string[]): string[] =>
  words.map((word, i) => (words[i - 1] === '--said' ? ANSWER : word));

function partFacts(context: Context, assignments: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const assignment of assignments) {
    const last = parts.at(-1);
    if (last && fitsLine(context, [...last, assignment])) last.push(assignment);
    else parts.push(['facts', assignment]);
  }
  return parts;
}
