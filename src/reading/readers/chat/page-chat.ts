import type { HTMLElement } from 'node-html-parser';
import { parseTime, type Day } from '../../../model/moment.ts';
import type { ChatMessage } from '../../../model/reading.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage } from './chat-file.ts';
import { clockTime, momentOf, TIME_SOURCE } from './clock.ts';
import { readDiscordPage } from './discord.ts';
import { readSidedPage } from './page-sides.ts';
import { readTelegramPage } from './telegram-page.ts';

/** How QQ colours the names in what it saves: its own user's, and those of the others. */
const QQ_OWN = /color:\s*#42b475/i;
const QQ_HEAD = /color:\s*#(?:42b475|006efe)\b/i;
const CLOCK = new RegExp(`^${TIME_SOURCE}$`);

/**
 * A chat saved as a page whose markup says who speaks: the pages of QQChatExporter and of other exporters with its
 * marks, those that QQ itself saves as .mht, those of Telegram and Discord, and those whose classes tell the sides.
 * @returns undefined when the page is none of these
 */
export function readChatPage(root: HTMLElement): ChatFile | undefined {
  return (
    readMarkedPage(root) ?? readQqPage(root) ?? readTelegramPage(root) ?? readDiscordPage(root) ?? readSidedPage(root)
  );
}

/** Messages in blocks of the class `message`, with `self` or `other` beside it, a sender, a time and a bubble. */
function readMarkedPage(root: HTMLElement): ChatFile | undefined {
  const blocks = root.querySelectorAll('.message, .system-message-container');
  const said = blocks.filter((block) => /\bmessage\b/.test(block.classNames) && hasClass(block, /^(?:self|other)$/));
  if (said.length === 0) return undefined;
  const messages: ChatMessage[] = [];
  let skipped = 0;
  for (const block of blocks) {
    const system = hasClass(block, /^system-message-container$/);
    if (!system && !said.includes(block)) continue;
    const day =
      block.getAttribute('data-date') ?? (block.parentNode as HTMLElement | null)?.getAttribute?.('data-date');
    const time = block.querySelector('.time')?.text ?? (system ? lastLine(block) : '');
    const body = system
      ? block.querySelector('.text-content')
      : (block.querySelector('.content') ?? block.querySelector('.message-bubble'));
    const sender = cleanLine(block.querySelector('.sender')?.text ?? '').slice(0, 120);
    const text = body ? wordsOf(body) : '';
    if (text === '' && sender === '') {
      skipped += 1;
      continue;
    }
    messages.push(
      completeMessage({
        ...(momentIn(time, day) ? { at: momentIn(time, day)! } : {}),
        ...(sender ? { sender } : {}),
        side: system ? 'system' : hasClass(block, /^self$/) ? 'buyer' : 'other',
        text,
      }),
    );
  }
  const stated = Number(cleanLine(root.querySelector('#info-total')?.text ?? ''));
  return {
    format: 'QQ 聊天记录网页',
    messages,
    skipped,
    ...(Number.isSafeInteger(stated) && stated > 0 ? { stated } : {}),
    notes: [],
  };
}

/** What QQ saves: a row of a table for each message, its name in a colour, and rows with the day. */
function readQqPage(root: HTMLElement): ChatFile | undefined {
  const cells = root.querySelectorAll('td');
  if (!cells.slice(0, 12).some((cell) => /^消息(?:记录|分组|对象)/.test(cleanLine(cell.text)))) return undefined;
  const messages: ChatMessage[] = [];
  let peer: string | undefined;
  let day: string | undefined;
  for (const cell of cells) {
    const whole = cleanLine(cell.text);
    peer ??= /^消息对象[:：]\s*(.{1,60})$/.exec(whole)?.[1];
    const date = /^日期[:：]\s*(\S+)$/.exec(whole)?.[1];
    if (date) day = parseTime(date)?.day;
    const [head, body] = cell.childNodes.filter(
      (node) => (node as HTMLElement).rawTagName?.toLowerCase() === 'div',
    ) as HTMLElement[];
    const style = head?.getAttribute('style') ?? '';
    if (!head || !QQ_HEAD.test(style)) continue;
    const name = cleanLine(head.querySelector('div')?.text ?? '');
    const time = cleanLine(head.text).slice(name.length).trim();
    const at = momentIn(time, day);
    messages.push(
      completeMessage({
        ...(at ? { at } : {}),
        ...(name ? { sender: name.slice(0, 120) } : {}),
        side: QQ_OWN.test(style) ? 'buyer' : 'other',
        text: body ? wordsOf(body) : '',
      }),
    );
  }
  // Where all names have one colour it says nothing of the side.
  if (new Set(messages.map(({ side }) => side)).size === 1) for (const message of messages) message.side = 'unknown';
  return { format: 'QQ 消息记录', messages, skipped: 0, ...(peer ? { peer } : {}), notes: [] };
}

const hasClass = (element: HTMLElement, name: RegExp): boolean => element.classList.value.some((one) => name.test(one));

/** The words of a bubble, what it quotes left out; a picture is a placeholder. */
function wordsOf(element: HTMLElement): string {
  for (const quoted of element.querySelectorAll('.reply-content')) quoted.remove();
  const words = element.structuredText || element.text;
  const pictures = element.querySelectorAll('img').filter((one) => !/face|emoji/i.test(one.classNames)).length;
  return cleanText([words.trim(), ...Array<string>(pictures).fill('[图片]')].filter(Boolean).join('\n')).trim();
}

const lastLine = (element: HTMLElement): string => element.querySelectorAll('div').at(-1)?.text ?? '';

function momentIn(text: string, day: Day | undefined): string | undefined {
  const words = cleanLine(text);
  const whole = parseTime(words)?.moment;
  if (whole) return whole;
  const clock = CLOCK.exec(words);
  return clock
    ? momentOf(day, clockTime(...(clock.slice(1) as [string?, string?, string?, string?, string?])))
    : undefined;
}
