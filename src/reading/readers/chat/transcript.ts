import { factSpec } from '../../../model/facts.ts';
import type { Moment } from '../../../model/moment.ts';
import type { ChatMessage } from '../../../model/reading.ts';
import { labelRow } from '../../page/labels/labels.ts';
import { cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage, timesOpen } from './chat-file.ts';
import { decideClock, hourOf, momentOf, type Clock, type ClockTime } from './clock.ts';
import { dayOf, headsOf, monthFirst, separatorOf, type Head, type HeadStyle } from './heads.ts';

const STYLES: readonly HeadStyle[] = ['time-name', 'inline', 'name-time'];
const RECORD = '(?:聊天|消息)记录';
const BANNER = new RegExp(
  `^(?:${RECORD}|(?:消息分组|消息对象|聊天名称)[:：]|与.{1,40}的${RECORD}|[“"].{1,60}的聊天记录[”"]如下)`,
);
const PEER = /^(?:消息对象[:：]|与)\s*(.{1,60}?)(?:的(?:聊天|消息)记录)?$/;
const RULE = /^[=\-—*_]{4,}$/;
const PARTED = /^\s*$|^[=\-—*_]{4,}$/;

/**
 * Reads chats that are text with a line of time and name at each message: the
 * exports of QQ in all its clocks, of WeChat tools, and what people paste.
 * @returns undefined when the text is no chat; an empty list of messages when it says it is one
 */
export function readTranscript(lines: readonly string[]): ChatFile | undefined {
  const bannered = lines.slice(0, 12).some((line) => BANNER.test(line.trim()));
  const heads = chooseHeads(lines, bannered);
  if (!heads) return bannered ? { format: '文字聊天记录', messages: [], skipped: 0, notes: [] } : undefined;

  const inline = [...heads.values()][0]?.style === 'inline';
  const clock = decideClock([...heads.values()].map((head) => head.time));
  const order = monthFirst(
    [...heads.values()].flatMap((head) => head.date ?? []),
    clock === '12',
  );
  const file: ChatFile = { format: '文字聊天记录', messages: [], skipped: 0, notes: [], peer: peerOf(lines) };
  const uncertain = { times: 0 };
  let day: string | undefined;
  let current: { message: ChatMessage; body: string[] } | undefined;
  const close = (): void => {
    if (!current) return;
    const text = cleanText(current.body.join('\n')).trim();
    file.messages.push(completeMessage({ ...current.message, text }));
    current = undefined;
  };
  lines.forEach((line, i) => {
    const head = heads.get(i);
    if (head) {
      close();
      const told = whoAndWhen(head, clock, dayOf(head.date, order) ?? (head.date ? undefined : day), heads);
      if (told.at === undefined) uncertain.times += 1;
      current = {
        message: { at: told.at, sender: told.sender, side: 'unknown', text: '' },
        body: head.text === undefined ? [] : [head.text],
      };
      return;
    }
    const note = inline ? noteOf(line) : undefined;
    if (note) {
      close();
      file.messages.push({ side: 'system', text: note });
      return;
    }
    const separator = separatorOf(line);
    if (separator && !separator.time) {
      close();
      day = dayOf(separator.date, order);
    } else if (current && !RULE.test(line.trim())) current.body.push(line);
  });
  close();
  file.notes.push(...timesOpen(uncertain.times));
  return file;
}

/** Where each message stands in its line, a time with words and no name is the program's. */
function noteOf(line: string): string | undefined {
  const head = headsOf(line).find(({ style }) => style === 'time-name');
  return head && / - /.test(line) ? head.sender : undefined;
}

/** Which lines open a message: those of the one style that the file is written in. */
function chooseHeads(lines: readonly string[], bannered: boolean): Map<number, Head> | undefined {
  const byStyle = new Map(STYLES.map((style) => [style, new Map<number, Head>()]));
  lines.forEach((line, i) => {
    if (separatorOf(line)) return;
    for (const head of headsOf(line)) if (!isTimeLabel(head.sender)) byStyle.get(head.style)!.set(i, head);
  });
  let best: Map<number, Head> | undefined;
  for (const style of STYLES) {
    const heads = byStyle.get(style)!;
    if (isChat(heads, lines, style, bannered) && heads.size > (best?.size ?? 0) * (style === 'name-time' ? 1 : 0.999))
      best = heads;
  }
  return best && withoutQuoted(best, lines);
}

/** 下单时间 and 付款时间, a line each, are what a page says of an order; nobody talks between them. */
function isTimeLabel(sender: string): boolean {
  const means = labelRow(sender)?.means ?? 'none';
  return /(?:时间|日期)$/.test(sender) || (means !== 'none' && factSpec(means).type === 'moment');
}

/** People speak several times, and under most names something is said; in a log file neither holds. */
function isChat(
  heads: ReadonlyMap<number, Head>,
  lines: readonly string[],
  style: HeadStyle,
  bannered: boolean,
): boolean {
  if (heads.size < (bannered ? 1 : 2)) return false;
  const senders = new Set([...heads.values()].map((head) => head.sender)).size;
  if (!bannered && heads.size >= 6 && senders > heads.size * 0.6) return false;
  if (style === 'inline') return heads.size >= lines.filter((line) => line.trim() !== '').length / 4;
  if (bannered) return true;
  const spoken = [...heads.keys()].filter((i) => !heads.has(i + 1) && (lines[i + 1] ?? '').trim() !== '').length;
  return spoken >= heads.size / 2;
}

/**
 * Exports put an empty line before each message. Where nearly all have one, a
 * line that only looks like the head of a message is part of what someone wrote.
 */
function withoutQuoted(heads: Map<number, Head>, lines: readonly string[]): Map<number, Head> {
  const parted = [...heads.keys()].filter(
    (i) => i === 0 || PARTED.test(lines[i - 1]!) || BANNER.test(lines[i - 1]!.trim()) || separatorOf(lines[i - 1]!),
  );
  if (heads.size < 3 || parted.length === heads.size || parted.length < heads.size * 0.75) return heads;
  const kept = new Set(parted);
  return new Map([...heads].filter(([i]) => kept.has(i)));
}

/** Settles whether a word like "PM" belongs to the time or to the name. */
function whoAndWhen(
  head: Head,
  clock: Clock,
  day: string | undefined,
  heads: ReadonlyMap<number, Head>,
): { at?: Moment; sender: string } {
  if (!head.wordBeforeName || clock === '12' || head.style === 'name-time') {
    return { at: momentOf(day, head.time), sender: head.sender };
  }
  const sender = `${head.wordBeforeName} ${head.sender}`;
  const plain: ClockTime = { ...head.time, meridiem: undefined };
  if (clock === '24') return { at: momentOf(day, plain), sender };
  const known = [...heads.values()].some((other) => other.time.meridiem === undefined && other.sender === head.sender);
  if (known && hourOf(head.time) !== undefined) return { at: momentOf(day, head.time), sender: head.sender };
  return { at: undefined, sender };
}

function peerOf(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, 12)) {
    const peer = PEER.exec(line.trim())?.[1];
    if (peer) return peer;
  }
  return undefined;
}
