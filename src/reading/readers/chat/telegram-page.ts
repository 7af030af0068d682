import type { HTMLElement } from 'node-html-parser';
import { CHINA_OFFSET, chinaMoment, epochOf, isMoment, type Moment } from '../../../model/moment.ts';
import type { ChatMessage } from '../../../model/reading.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage } from './chat-file.ts';

/** `05.10.2026 21:03:11 UTC+08:00`; older versions write no zone and mean that of the computer. */
const TIME = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:\d{2}))?$/;
/** What a message holds that is no words, by the class of its block. */
const MEDIA: readonly [RegExp, string][] = [
  [/photo/, '图片'],
  [/voice|audio/, '语音'],
  [/video|animated/, '视频'],
  [/sticker/, '表情'],
  [/file/, '文件'],
];
/** Between the days Telegram puts a line that nobody said, with a number of its own below zero. */
const DAY_LINE = /^message-/;

/**
 * A chat as Telegram Desktop saves it as a page: the one who is talked with is named above, who goes on is not named
 * again, and each time says its zone.
 * @returns undefined when the page is not Telegram's
 */
export function readTelegramPage(root: HTMLElement): ChatFile | undefined {
  const blocks = root.querySelectorAll('.history > .message');
  if (!blocks.some((block) => block.querySelector('.date.details')?.getAttribute('title'))) return undefined;
  const messages: ChatMessage[] = [];
  let last: string | undefined;
  for (const block of blocks) {
    const body = childOf(block, 'body');
    if (!body || DAY_LINE.test(block.id)) continue;
    if (block.classList.contains('service')) {
      messages.push({ side: 'system', text: cleanText(body.text.trim()) });
      continue;
    }
    const name = cleanLine(childOf(body, 'from_name')?.text ?? '').slice(0, 120);
    if (name !== '') last = name;
    const at = momentOf(cleanLine(childOf(body, 'date')?.getAttribute('title') ?? ''));
    messages.push(
      completeMessage({
        ...(at === undefined ? {} : { at }),
        ...(last === undefined ? {} : { sender: last }),
        side: 'unknown',
        text: wordsOf(body),
      }),
    );
  }
  const peer = cleanLine(root.querySelector('.page_header .text')?.text ?? '');
  return { format: 'Telegram 聊天记录网页', messages, skipped: 0, ...(peer ? { peer } : {}), notes: [] };
}

/** What was said, media as placeholders; words that were passed on stand under the name of who wrote them. */
function wordsOf(body: HTMLElement): string {
  const passedOn = childOf(body, 'forwarded', 'body');
  const inner = passedOn ?? body;
  const from = passedOn ? childOf(passedOn, 'from_name') : undefined;
  for (const date of from?.querySelectorAll('.date') ?? []) date.remove();
  const media = childOf(inner, 'media_wrap');
  const words = childOf(inner, 'text');
  return cleanText(
    [
      ...(passedOn ? [`[转发 ${cleanLine(from?.text ?? '')}]`] : []),
      ...(media ? [`[${kindOf(media)}]`] : []),
      ...(words ? [(words.structuredText || words.text).trim()] : []),
    ].join('\n'),
  ).trim();
}

/** By the class of the block that is inside; a call or a place is none of the known. */
function kindOf(media: HTMLElement): string {
  const classes = media.querySelectorAll('[class]').map((one) => one.classNames);
  const told = classes.find((names) => /_wrap|media_/.test(names)) ?? '';
  return MEDIA.find(([pattern]) => pattern.test(told))?.[1] ?? '附件';
}

/** The first child with these classes; what stands deeper belongs to something else. */
const childOf = (element: HTMLElement, ...classes: string[]): HTMLElement | undefined =>
  (element.childNodes as HTMLElement[]).find((node) => classes.every((one) => node.classList?.contains(one)));

function momentOf(written: string): Moment | undefined {
  const [, day, month, year, clock, zone = CHINA_OFFSET] = TIME.exec(written) ?? [];
  const at = `${year}-${month}-${day}T${clock}${zone}`;
  return isMoment(at) ? chinaMoment(epochOf(at)) : undefined;
}
