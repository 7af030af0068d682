import type { ChatMessage } from '../../../model/reading.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage } from './chat-file.ts';
import { momentOf } from './clock.ts';
import { dayOf, separatorOf } from './heads.ts';
import { isSelf, isShop } from './sides.ts';

const SPEAKER = /^([^\s:：，。,]{1,24}(?: [^\s:：，。,]{1,24})?)\s*[:：]\s*(.*)$/u;

/**
 * Reads a chat that someone copied or typed out without times at each message:
 * `我：卡密无效` or the name with a colon and the words below. A line with a time
 * between them is the time of what follows.
 * @returns undefined when it is not plainly a talk between people; labels of a
 *   form (`订单号：…`) look alike but speak once each
 */
export function readSpeakers(lines: readonly string[]): ChatFile | undefined {
  const speakers = lines.flatMap((line) => SPEAKER.exec(cleanLine(line))?.[1] ?? []);
  const names = new Set(speakers);
  if (names.size < 2 || names.size > 8 || ![...names].some((name) => isSelf(name))) return undefined;
  const others = [...names].filter(
    (name) => !isSelf(name) && (isShop(name) || speakers.filter((one) => one === name).length > 1),
  );
  if (others.length === 0) return undefined;
  const people = new Set([...names].filter((name) => isSelf(name) || others.includes(name)));
  const filled = lines.filter((line) => line.trim() !== '').length;
  const spoken = speakers.filter((name) => people.has(name)).length;
  if (spoken <= people.size || spoken < filled / 3) return undefined;

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
    const turn = SPEAKER.exec(cleanLine(line));
    if (separator) {
      close();
      at = momentOf(dayOf(separator.date, undefined), separator.time);
    } else if (turn && people.has(turn[1]!)) {
      close();
      current = { message: { ...(at ? { at } : {}), sender: turn[1], side: 'unknown', text: '' }, body: [turn[2]!] };
    } else current?.body.push(line);
  }
  close();
  return file;
}
