import { CHANNEL_WORDS, labelsOf } from '../model/choice-words.ts';
import { RESULTS } from '../model/contact.ts';
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
 * of many facts several commands are made, each in one line where its words allow that; of what makes a line longer
 * than the screen, an answer, a path, a name, only its place is shown.
 */
export function sayCommand(context: Context, ...commands: readonly (readonly string[])[]): void {
  const { io } = context;
  const whole = commands.flatMap((one) => (one[0] === 'facts' ? partFacts(context, one.slice(1)) : [one]));
  const shown = whole.map((words) => fitted(context, words));
  const left = [...new Set(shown.flatMap(({ places }) => places))];
  io.say(paint(io.color.stderr).dim(`同样的事可以直接写${left.length > 0 ? `（${left.join('、')}）` : ''}：`));
  // A command that the margin would break begins at the edge.
  for (const { words } of shown) io.say(fitsLine(context, words) ? lineOf(words) : lineOf(words).trimStart());
}

/** What may be long, the longest first: what stands in its place, and what goes there. */
const PLACES: readonly { after: string; place: string; means: string }[] = [
  { after: '--said', place: '"原话"', means: '"原话"换成对方的话' },
  { after: '--file', place: '"截图"', means: '"截图"换成文件的路径' },
  { after: '--at', place: '时间', means: '时间换成那一刻' },
  { after: 'add', place: '"文件"', means: '"文件"换成路径' },
  { after: 'new', place: '"文件夹"', means: '"文件夹"换成路径' },
  { after: '--with', place: '"姓名"', means: '"姓名"换成对方的' },
  { after: '--reference', place: '编号', means: '编号换成受理编号' },
];

/** The command with so many places as it takes to stand in one line. */
function fitted(context: Context, whole: readonly string[]): { words: readonly string[]; places: string[] } {
  let words = whole;
  const places: string[] = [];
  for (const { after, place, means } of PLACES) {
    if (fitsLine(context, words)) break;
    // Several paths in a row are one place.
    const shorter = words.filter((word, i) => !(isPath(word) && isPath(words[i - 1]) && words[0] === after));
    const changed = shorter.map((word, i) => (shorter[i - 1] === after && !word.startsWith('-') ? place : word));
    if (changed.join(' ') === words.join(' ')) continue;
    words = changed;
    places.push(means);
  }
  return { words: fitsLine(context, words) ? words : words.map((word, i) => shortest(word, words[i - 1])), places };
}

const CALLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '--channel': CHANNEL_WORDS,
  '--result': labelsOf(RESULTS),
};

/** A choice by its Chinese name, where that takes less room; a day that was, as one says it. */
function shortest(word: string, option = ''): string {
  const [, month, day] = option === '--filed' || option === '--sent' ? (/^\d{4}-(\d\d)-(\d\d)$/.exec(word) ?? []) : [];
  if (month !== undefined) return `${Number(month)}月${Number(day)}日`;
  const called = CALLED[option]?.[word];
  return called !== undefined && !called.includes(' ') && cellsOf(called) < word.length ? called : word;
}

const isPath = (word: string | undefined): boolean => word?.startsWith('"') === true;

function partFacts(context: Context, assignments: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const assignment of assignments) {
    const last = parts.at(-1);
    if (last && fitsLine(context, [...last, assignment])) last.push(assignment);
    else parts.push(['facts', assignment]);
  }
  return parts;
}
