import type { HTMLElement } from 'node-html-parser';
import type { ChatMessage } from '../../../model/reading.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage, timesOpen } from './chat-file.ts';
import { momentsOf } from './written-times.ts';

/** What DiscordChatExporter wrote, as text or as a page; its JSON is one of `json-formats.ts`, its CSV any table. */
const FORMAT = 'Discord 聊天记录';

interface Written extends Omit<ChatMessage, 'at'> {
  when: string;
}

/** Each message with its moment. */
function fileOf(written: readonly Written[], peer: string | undefined, stated?: number): ChatFile {
  const moments = momentsOf(written.map(({ when }) => when));
  const messages = written.map((one, i): ChatMessage => {
    const { sender, side, text, missingMedia } = one;
    const at = moments[i];
    return completeMessage({
      ...(at === undefined ? {} : { at }),
      ...(sender ? { sender } : {}),
      side,
      text,
      ...(missingMedia?.length ? { missingMedia } : {}),
    });
  });
  return {
    format: FORMAT,
    messages,
    skipped: 0,
    ...(peer ? { peer } : {}),
    ...(stated === undefined ? {} : { stated }),
    notes: timesOpen(messages.filter(({ at }) => at === undefined).length),
  };
}

const HEAD = /^\[([^\]]*\d{1,2}:\d{2}[^\]]*)\] (\S.*?)(?: \(pinned\))?$/;
/** What stands below a message: files, cards of links, stickers, and what others drew under it. */
const SECTION = /^\{(Attachments|Embed|Stickers|Reactions)\}$/;
const DIRECT = /^(?:Private|Direct Messages?) \/ (.{1,60})$/;
const COUNT = /^Exported ([\d.,\s]+) message\(s\)$/;

/** @returns undefined when the text is not DiscordChatExporter's */
export function readDiscordText(lines: readonly string[]): ChatFile | undefined {
  const top = lines.slice(0, 8).map((line) => cleanLine(line));
  const channel = top.find((line) => line.startsWith('Channel: '))?.slice('Channel: '.length);
  if (!/^={20,}$/.test(top[0] ?? '') || channel === undefined || !top.some((line) => line.startsWith('Guild: ')))
    return undefined;
  const written: Written[] = [];
  let section = '';
  let stated: number | undefined;
  for (const line of lines.slice(top.lastIndexOf(top[0]!) + 1)) {
    const head = HEAD.exec(cleanLine(line));
    const last = written.at(-1);
    if (head) {
      written.push({ when: head[1]!, sender: head[2]!.slice(0, 120), side: 'unknown', text: '' });
      section = '';
      continue;
    }
    if (COUNT.test(line)) stated = Number(COUNT.exec(line)![1]!.replace(/\D/g, ''));
    if (!last || /^={20,}$/.test(line) || COUNT.test(line)) continue;
    section = SECTION.exec(line.trim())?.[1] ?? section;
    if (SECTION.test(line.trim()) || section === 'Embed' || section === 'Reactions') continue;
    if (section === '') last.text += `${cleanText(line)}\n`;
    else if (line.trim() !== '') last.missingMedia = [...(last.missingMedia ?? []), fileName(line)];
  }
  for (const message of written) message.text = wordsOrMedia(message.text.trim(), message.missingMedia);
  return fileOf(written, DIRECT.exec(channel)?.[1], stated);
}

/** The last part of an address, without what is asked of the server. */
const fileName = (address: string): string =>
  cleanLine(address)
    .replace(/[?#].*$/, '')
    .split(/[\\/]/)
    .at(-1)!
    .slice(0, 120) || '附件';

const wordsOrMedia = (text: string, media: readonly string[] | undefined): string =>
  text === '' && media?.length ? '[附件]' : text;

/** @returns undefined when the page is not DiscordChatExporter's */
export function readDiscordPage(root: HTMLElement): ChatFile | undefined {
  const groups = root.querySelectorAll('.chatlog__message-group');
  if (groups.length === 0) return undefined;
  const written: Written[] = [];
  for (const group of groups) {
    // Who goes on is named once, and only the first message has the whole time in its line.
    const author = group.querySelector('.chatlog__author, .chatlog__author-name');
    const sender = cleanLine(author?.text ?? '').slice(0, 120);
    const shared = group.querySelector('.chatlog__timestamp')?.text ?? '';
    for (const block of group.querySelectorAll('.chatlog__message-container, .chatlog__message')) {
      if (block.querySelector('.chatlog__message')) {
        written.push(messageIn(block, sender, shared));
      } else if (!block.closest('.chatlog__message-container')) written.push(messageIn(block, sender, shared));
    }
  }
  const title = cleanLine(root.querySelectorAll('.preamble__entry').at(-1)?.text ?? '');
  const named = root.querySelectorAll('.preamble__entry').map((one) => cleanLine(one.text));
  return fileOf(written, [title, ...named].map((one) => DIRECT.exec(one)?.[1]).find(Boolean));
}

function messageIn(block: HTMLElement, sender: string, shared: string): Written {
  const system = block.querySelector('.chatlog__system-notification-content');
  const own = block.querySelector('.chatlog__system-notification-timestamp, .chatlog__timestamp')?.text;
  const short = block.querySelector('.chatlog__short-timestamp')?.getAttribute('title');
  const content = block.querySelector('.chatlog__content');
  content?.querySelector('.chatlog__edited-timestamp')?.remove();
  const media = block
    .querySelectorAll(
      '.chatlog__attachment img, .chatlog__attachment video, .chatlog__attachment audio, .chatlog__attachment a',
    )
    .flatMap((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? [])
    .map(fileName);
  const files = [...new Set(media)];
  const words = system ? system.text : (content?.structuredText ?? '');
  return {
    when: cleanLine(own ?? '') || (short ?? shared),
    ...(sender ? { sender } : {}),
    side: system ? 'system' : 'unknown',
    text: wordsOrMedia(cleanText(words).trim(), files),
    ...(files.length > 0 ? { missingMedia: files } : {}),
  };
}
