import type { HTMLElement } from 'node-html-parser';
import { parseTime } from '../../../model/moment.ts';
import type { ChatMessage } from '../../../model/reading.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage } from './chat-file.ts';

/** Words in the classes of a block that say it is a message, and whose. */
const MESSAGE = /^(?:msg|message|chat|talk|dialog|bubble|item|row)s?$/;
const OWN = /^(?:self|me|mine|my|own|right|sent|send|outgoing)$/;
const OTHERS = /^(?:other|others|peer|left|received|receive|incoming|friend|them|you)$/;
/** Where in a message its parts stand. */
const NAME = '.sender, .nick, .nickname, .name, .username, .user-name, .display-name';
const TIME = '.time, .timestamp, .date, .datetime, .msg-time, .message-time';
const BODY = '.content, .text, .bubble, .body, .msg-text, .message-text, .msg-content, .message-content';

/** `msg-item is-right` → msg, item, is, right. */
const wordsOfClass = (element: HTMLElement): string[] =>
  element.classNames
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter(Boolean);

/** Whose a block is; undefined where it is no message or says nothing of the side. */
function sideOf(element: HTMLElement): ChatMessage['side'] | undefined {
  const words = wordsOfClass(element);
  if (!words.some((word) => MESSAGE.test(word))) return undefined;
  const [own, others] = [words.some((word) => OWN.test(word)), words.some((word) => OTHERS.test(word))];
  return own === others ? undefined : own ? 'buyer' : 'other';
}

/**
 * A chat saved as a page by any program: blocks that the classes call messages, some on the own side and some on the
 * other, each with words and a name or a time. What merely stands left and right on a page has neither.
 */
export function readSidedPage(root: HTMLElement): ChatFile | undefined {
  const blocks = root.querySelectorAll('[class]').flatMap((element) => {
    const side = sideOf(element);
    const body = side && element.querySelector(BODY);
    const [name, time] = body ? [element.querySelector(NAME), element.querySelector(TIME)] : [];
    return side && body && (name || time) ? [{ element, side, body, name, time }] : [];
  });
  // Of blocks one in another the inner one is the message.
  const outer = new Set(blocks.flatMap(({ element }) => around(element)));
  const inner = blocks.filter(({ element }) => !outer.has(element));
  if (new Set(inner.map(({ side }) => side)).size < 2) return undefined;
  const messages = inner.map(({ side, body, name, time }) => {
    const at = time ? parseTime(cleanLine(time.text))?.moment : undefined;
    const sender = name ? cleanLine(name.text).slice(0, 120) : '';
    const text = cleanText((body.structuredText || body.text).trim()).trim();
    return completeMessage({ ...(at ? { at } : {}), ...(sender ? { sender } : {}), side, text });
  });
  return { format: '聊天记录网页', messages, skipped: 0, notes: [] };
}

function around(element: HTMLElement): HTMLElement[] {
  const up: HTMLElement[] = [];
  for (let one = element.parentNode; one; one = one.parentNode) up.push(one as HTMLElement);
  return up;
}
