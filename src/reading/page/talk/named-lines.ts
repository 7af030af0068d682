import { rememberedOf } from '../../../model/remembered.ts';
import type { ChatMessage } from '../../../model/reading.ts';
import { OF_CHAT } from '../names.ts';
import type { Cell, Page } from '../page.ts';
import { readAsDigits } from '../values/digits.ts';
import { join } from '../values/joined.ts';
import { readMoment, readYearless } from '../values/moment.ts';
import { isSpeaker, sideOfName, speakerHead, withoutThird, type SpeakerHead } from './speaker-heads.ts';

/** A message with the lines it was read from. */
export interface Bubble {
  message: ChatMessage;
  cells: Cell[];
  /** The line over it that says who wrote it. */
  head?: readonly Cell[];
}

/** A time that stands alone in a talk. */
export const CLOCK = new RegExp(
  `^${[
    // The day in figures, or as people say it.
    String.raw`(?:20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?\s*`,
    String.raw`(?:(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天]|\d{1,2}月\d{1,2}日|\d{1,2}[-/]\d{1,2})\s*)?`,
    // The half of the day, and the hour.
    String.raw`(?:(?:上午|下午|晚上|凌晨|中午|早上)\s*)?`,
    String.raw`(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?`,
  ].join('')}$`,
);
/** Of a row what is said: the hour beside a bubble is none of it. */
export const withoutHours = (row: readonly Cell[]): readonly Cell[] =>
  row.length > 1 ? row.filter(({ text }) => !/\d/.test(text) || !CLOCK.test(text.trim())) : row;

/** A name with the day and hour, or with an hour to the second: windows on a desktop show no day of today. */
const NAMED =
  /^(.{1,24}?)[\s:：]*((?:20\d{2}[-/.年])\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|(?<=[\s）)])\d{1,2}:\d{2}:\d{2})$/;
const SPOKEN = /^([^:：\s]{1,16})\s*[:：]\s*(.{2,})$/;
/** Desktop windows and exports: a line with name and time, below it what was said. */
export function readNamedLines(page: Page): Bubble[] {
  const lines = page.rows.map((row) => ({ cells: row, text: row.map((cell) => cell.text.trim()).join(' ') }));
  const told = headsIn(lines.map(({ cells, text }) => readAsDigits(join(cells, ' '))?.text.trim() ?? text));
  const heads = told.filter(Boolean).length >= 2 ? told : (headsByShape(page) ?? told);
  const bubbles: Bubble[] = [];
  let open: Bubble | undefined;
  for (const [i, { cells, text }] of lines.entries()) {
    const head = heads[i];
    if (head) {
      const when = clockIn(head, cells);
      open = { message: { ...when, sender: head.sender, side: head.side, text: '' }, cells: [], head: cells };
      bubbles.push(open);
    } else if (open && OF_CHAT.test(text)) {
      bubbles.push({ message: { side: 'system', text }, cells: [...cells] });
    } else if (open) {
      open.message.text += (open.message.text === '' ? '' : '\n') + text;
      open.cells.push(...cells);
    }
  }
  const named = bubbles.filter(({ message }) => message.text !== '');
  tellApart(named, NAMED.test(lines[0]?.text ?? '') ? '' : lettersOf(lines[0]?.text ?? ''));
  if (named.filter(({ head }) => head).length >= 2) return named;
  if (page.width) return [];
  // A text of `name: words` lines, as pasted from a chat.
  const spoken = lines.flatMap(({ cells, text }) => {
    const match = SPOKEN.exec(text);
    return match && sideOfName(match[1]!) !== 'unknown'
      ? [{ message: { sender: match[1]!, side: sideOfName(match[1]!), text: match[2]! }, cells }]
      : [];
  });
  return spoken.length >= 2 ? spoken : [];
}

/**
 * The messages of a page on which a line over each says who wrote it: two sides speak, and one of them again, or one is
 * whom the window is called by. No form has such lines, whatever else stands on it.
 */
export const headedTalk = rememberedOf((page: Page): readonly Bubble[] | undefined => {
  const bubbles = readNamedLines(page).filter(({ head }) => head !== undefined);
  const senders = bubbles.map(({ message }) => message.sender ?? '');
  const sides = new Set(bubbles.map(({ message }) => message.side));
  const [top] = page.rows;
  const title = bubbles.some(({ head }) => head === top) ? '' : lettersOf(top?.[0]?.text ?? '');
  const again = bubbles.length >= FEWEST && new Set(senders).size < senders.length;
  const isTalk =
    (again || senders.some((sender) => title !== '' && title.startsWith(lettersOf(sender)))) &&
    senders.every(isSpeaker) &&
    (sides.has('buyer') || sides.has('other') ? sides.size > 1 : new Set(senders).size === 2);
  return isTalk ? bubbles : undefined;
});

const FEWEST = 3;

/** Letters that pictures make of figures in a day or an hour. */
const NOUGHT = /(?<=\d[-:/]?)[Oo](?=[-:/]?\d)/g;
const ONE = /(?<=\d[-:/]?)[lI|](?=[-:/]?\d)/g;
const ENDS_IN_HOUR = /\d{1,2}[:：]\d{2}$/;

/** The lines over messages. Looser ones count where there are two of them, and a line between that is none. */
function headsIn(shown: readonly string[]): (SpeakerHead | undefined)[] {
  const texts = shown.map((text) => text.replace(NOUGHT, '0').replace(ONE, '1'));
  const exact = texts.map((text) => {
    const head = NAMED.exec(text);
    return head && !/[:：]$/.test(head[1]!)
      ? { sender: head[1]!.trim(), side: sideOfName(head[1]!), clock: head[2]! }
      : undefined;
  });
  if (exact.filter(Boolean).length >= 2) return exact;
  const all = texts.map((text, i) =>
    i === 0 && texts.length > 1 && speakerHead(texts[1]!) ? undefined : speakerHead(text),
  );
  // A talk has one kind of them: where hours stand over messages, a name without one is a title or is said.
  const timed = all.filter((head) => head?.clock !== undefined).length >= 2;
  const loose = timed ? all.map((head) => (head?.clock === undefined ? undefined : head)) : all;
  const over = loose.filter((head, i) => head && i + 1 < loose.length && !loose[i + 1]);
  const known = over.some((head) => head!.side !== 'unknown');
  const twice = over.some((head, i) => over.some((other, j) => j > i && other!.sender === head!.sender));
  // One under another, or among others that end so, they are messages that have their hour beside them.
  const ending = timed ? texts.filter((text) => ENDS_IN_HOUR.test(text)).length : 0;
  const mostly = over.length > Math.max(ending, loose.filter(Boolean).length) / 2;
  // Over a picture that was sent there is a name with no words below.
  const speaks = (head: SpeakerHead): boolean =>
    over.includes(head) || (head.clock === undefined && over.some((other) => other!.sender === head.sender));
  return over.length >= 2 && mostly && (known || twice)
    ? loose.map((head) => (head && speaks(head) ? head : undefined))
    : exact;
}

/** Of the line below: so small is a line that says who wrote it, and so near. */
const OVER = { size: 0.95, gap: 1 };
const LONGEST_NAME = 16;

/**
 * Small lines that come again word for word, each right above what is said, are who said it: known by their words, or
 * by the side on which they stand.
 */
function headsByShape({ rows, width }: Page): (SpeakerHead | undefined)[] | undefined {
  if (width === undefined) return undefined;
  const small = rows.map((row, i) => {
    const [cell, ...more] = row;
    const [below] = rows[i + 1] ?? [];
    const text = cell?.text.trim() ?? '';
    if (!cell?.place || !below?.place || more.length > 0 || text.length > LONGEST_NAME || !isSpeaker(text))
      return undefined;
    const gap = below.place.y - (cell.place.y + cell.place.height);
    const over = cell.place.height < OVER.size * below.place.height && gap < OVER.gap * below.place.height;
    return over && below.text.trim() !== text ? { text, place: cell.place } : undefined;
  });
  const names = new Set(small.flatMap((one) => one?.text ?? []));
  const again = [...names].some((name) => small.filter((one) => one?.text === name).length > 1);
  if (!again || names.size !== 2) return undefined;
  const heads = small.map((one) => {
    if (!one) return undefined;
    const atRight = one.place.x > width - one.place.x - one.place.width;
    const side = sideOfName(one.text);
    return { sender: one.text, side: side === 'unknown' ? (atRight ? 'buyer' : 'other') : side } as const;
  });
  return new Set(heads.flatMap((head) => head?.side ?? [])).size === 2 ? heads : undefined;
}

/** When it was said: with its year, or without; an hour alone says no day. */
function clockIn({ clock }: SpeakerHead, cells: readonly Cell[]): Pick<ChatMessage, 'at' | 'yearless'> {
  if (clock === undefined) return {};
  const at = readMoment(join(cells, ' '))?.value;
  if (at) return { at };
  const yearless = readYearless(clock);
  return yearless === undefined ? {} : { yearless };
}

/** A text without what pictures and programs add to it. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Of two who talk, one is known by a shop's name or by the window's title: the other one is the buyer. */
function tellApart(bubbles: readonly Bubble[], title: string): void {
  withoutThird(bubbles.map(({ message }) => message));
  const names = [...new Set(bubbles.flatMap(({ message }) => (message.side === 'system' ? [] : message.sender!)))];
  const open = names.filter((name) => sideOfName(name) === 'unknown');
  if (names.length !== 2 || open.length === 0) return;
  const other =
    names.find((name) => sideOfName(name) === 'other') ??
    (open.length === 1 ? open[0] : undefined) ??
    open.find(
      (name) =>
        title.includes(lettersOf(name)) && !open.some((rest) => rest !== name && title.includes(lettersOf(rest))),
    );
  if (other === undefined) return;
  for (const { message } of bubbles)
    if (message.side === 'unknown') message.side = message.sender === other ? 'other' : 'buyer';
}
