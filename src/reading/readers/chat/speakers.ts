import type { ChatMessage } from '../../../model/reading.ts';
import { CLOCK } from '../../page/talk/named-lines.ts';
import { labelRow } from '../../page/labels/labels.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage } from './chat-file.ts';
import { momentOf } from './clock.ts';
import { dayOf, separatorOf } from './heads.ts';
import { isSelf, isShop } from './sides.ts';

const NAMED = /^([^\s:：，。,]{1,24}(?: [^\s:：，。,]{1,24})?)\s*[:：]\s*(.*)$/u;
/** `【我】发货了吗`, `- 我：发货了吗`: the name in brackets, a sign before it. */
const BRACKETED = /^[【[［「]([^\s:：，。,【】[\]]{1,16})[】\]］」]\s*[:：]?\s*(?=\S)(.*)$/u;
const LISTED = /^(?:[-–—*•·>]|\d{1,3}[.、)）])\s+/;

/** Who speaks in a line, and the words; the name before a colon or in brackets. */
function turnIn(line: string): { name: string; words: string } | undefined {
  const text = cleanLine(line).replace(LISTED, '');
  const turn = NAMED.exec(text) ?? BRACKETED.exec(text);
  return turn ? { name: turn[1]!, words: turn[2]! } : undefined;
}

/**
 * Reads a chat that someone copied or typed out without times at each message:
 * `我：卡密无效` or the name with a colon and the words below. A line with a time
 * between them is the time of what follows.
 * @returns undefined when it is not plainly a talk between people; labels of a
 *   form (`订单号：…`) look alike but speak once each
 */
export function readSpeakers(lines: readonly string[]): ChatFile | undefined {
  const people = withSelf(lines) ?? twoByTheirLines(lines) ?? twoUnderTimes(lines);
  if (!people) return undefined;
  const file: ChatFile = { format: '文字聊天记录', messages: [], skipped: 0, notes: [] };
  let at: string | undefined;
  let current: { message: ChatMessage; body: string[] } | undefined;
  const close = (): void => {
    if (current)
      file.messages.push(completeMessage({ ...current.message, text: cleanText(current.body.join('\n')).trim() }));
    current = undefined;
  };
  for (const line of lines) {
    const separator = separatorOf(line);
    const turn = turnIn(line);
    if (separator) {
      close();
      at = momentOf(dayOf(separator.date, undefined), separator.time);
    } else if (turn && people.has(turn.name)) {
      close();
      current = {
        message: { ...(at ? { at } : {}), sender: turn.name, side: 'unknown', text: '' },
        body: [turn.words],
      };
    } else if (isOpenTime(line) && current?.body.some((text) => text.trim() !== '')) {
      close();
      at = undefined;
    } else current?.body.push(line);
  }
  close();
  return file;
}

/** `11月6日 上午9:12`: a time whose year or day nothing tells. Right behind a name it is what was said. */
const isOpenTime = (line: string): boolean => /\d[:：]\d{2}/.test(line) && CLOCK.test(cleanLine(line));

/** People of whom one is the phone's owner by name, and the others speak as a shop or more than once. */
function withSelf(lines: readonly string[]): ReadonlySet<string> | undefined {
  const speakers = lines.flatMap((line) => turnIn(line)?.name ?? []);
  const names = new Set(speakers);
  if (names.size < 2 || names.size > 8 || ![...names].some((name) => isSelf(name))) return undefined;
  const others = [...names].filter(
    (name) => !isSelf(name) && (isShop(name) || speakers.filter((one) => one === name).length > 1),
  );
  if (others.length === 0) return undefined;
  const people = new Set([...names].filter((name) => isSelf(name) || others.includes(name)));
  const filled = lines.filter((line) => line.trim() !== '').length;
  const spoken = speakers.filter((name) => people.has(name)).length;
  return spoken > people.size && spoken * 3 >= filled ? people : undefined;
}

/**
 * Two people as a program for computers copies them: each name on a line of its own with a colon, an empty line before
 * it and words below, again and again. A form that is filled in twice looks alike, but its names are labels.
 */
function twoByTheirLines(lines: readonly string[]): ReadonlySet<string> | undefined {
  const texts = lines.map((line) => cleanLine(line));
  const opened = texts.flatMap((text, i) => {
    const name = /^(.{1,24}?)[:：]$/u.exec(text)?.[1]?.trim();
    return name && (i === 0 || texts[i - 1] === '') && (texts[i + 1] ?? '') !== '' ? [name] : [];
  });
  const names = new Set(opened);
  const turns = (name: string): number => opened.filter((one) => one === name).length;
  const first = texts.find((text) => text !== '');
  const starts = first !== undefined && [...names].some((name) => first === `${name}:` || first === `${name}：`);
  const people = starts && names.size === 2 && [...names].every((name) => turns(name) > 1 && !isLabel(name));
  return people ? names : undefined;
}

/** Two people, a line each by turns under lines with nothing but a time; every line is one or the other. */
function twoUnderTimes(lines: readonly string[]): ReadonlySet<string> | undefined {
  const texts = lines.map((line) => cleanLine(line)).filter((line) => line !== '');
  const turns = texts.filter((line) => separatorOf(line) === undefined).map((line) => turnIn(line)?.name);
  const names = new Set(turns);
  const timed = texts.some((line) => separatorOf(line)?.time !== undefined);
  if (!timed || names.size !== 2 || turns.length < 4) return undefined;
  const people = [...names].flatMap((name) => (name !== undefined && !isLabel(name) ? [name] : []));
  const spoke = people.every((name) => turns.filter((one) => one === name).length > 1);
  return people.length === 2 && spoke ? new Set(people) : undefined;
}

const isLabel = (name: string): boolean =>
  labelRow(name) !== undefined || /(?:时间|日期|号码?|金额|价格|名称|状态|方式|数量)$/.test(name);
