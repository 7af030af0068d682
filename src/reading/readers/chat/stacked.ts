import type { ChatMessage } from '../../../model/reading.ts';
import { labelRow } from '../../page/labels/labels.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage, timesOpen } from './chat-file.ts';
import { momentOf, TIME_SOURCE } from './clock.ts';
import { dayOf, separatorOf } from './heads.ts';

/** A day without its year, and a clock: no moment can be told of it. */
const SHORT = new RegExp(`^(?:\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}月\\d{1,2}日|昨天|今天|前天)\\s*${TIME_SOURCE}$`, 'u');
/** What is said of an order's way stands over times as well, and nobody is called so. */
const STATE = /[已待]|[中了]$|成功|失败|完成|[。！？!?，,:：]/;
const READ_MARK = /^[（([]?(?:已读|未读|已送达|送达)[)）\]]?$/;
const MAX_NAME = 24;
/** So many names, by turns, are people who talk. */
const MAX_PEOPLE = 6;

/**
 * Reads a chat as apps copy it: the name on a line, the time alone on the next, the words below.
 * @returns undefined when not every time stands under a name, or the names do not come again
 */
export function readStacked(lines: readonly string[]): ChatFile | undefined {
  const written = lines.map((line) => cleanLine(line)).filter((line) => line !== '');
  // Between a name and its time stands whether it was read: nobody said that, and nobody is called so.
  const filled = written.filter((line, i) => !(READ_MARK.test(line) && i > 0 && isMoment(written[i + 1] ?? '')));
  const turns = filled.flatMap((line, i) => (isMoment(line) ? [i] : []));
  const names = turns.map((i) => filled[i - 1] ?? '');
  const people = new Set(names);
  const talk =
    turns.length > 2 &&
    turns[0] === 1 &&
    people.size > 1 &&
    people.size <= Math.min(MAX_PEOPLE, turns.length - 1) &&
    names.every(isName) &&
    turns.every((i, at) => (turns[at + 1] ?? filled.length + 1) - i > 2);
  if (!talk) return undefined;
  const file: ChatFile = { format: '文字聊天记录', messages: [], skipped: 0, notes: [] };
  for (const [at, i] of turns.entries()) {
    const end = (turns[at + 1] ?? filled.length + 1) - 1;
    const text = cleanText(filled.slice(i + 1, end).join('\n')).trim();
    const moment = momentAt(filled[i]!);
    const message: ChatMessage = { ...(moment ? { at: moment } : {}), sender: names[at]!, side: 'unknown', text };
    file.messages.push(completeMessage(message));
  }
  file.notes.push(...timesOpen(file.messages.filter((message) => message.at === undefined).length));
  return file;
}

const isMoment = (line: string): boolean => SHORT.test(line) || separatorOf(line)?.time !== undefined;

const isName = (name: string): boolean =>
  name !== '' && name.length <= MAX_NAME && !STATE.test(name) && !isMoment(name) && labelRow(name) === undefined;

function momentAt(line: string): string | undefined {
  const written = separatorOf(line);
  return written && momentOf(dayOf(written.date, undefined), written.time);
}
