import { parseTime } from '../../../model/moment.ts';
import type { ChatMessage } from '../../../model/reading.ts';
import { cleanLine, cleanText } from '../text/clean.ts';
import { type ChatFile, completeMessage } from './chat-file.ts';

const BANNER = /QQChatExporter|qq-chat-exporter/i;
const STATED = /^(?:消息总数|总计导出)[:：]?\s*(\d+)/;

/** The text export of qq-chat-exporter: `名:` / `时间:` / `内容:` / `资源:`. */
export function readQceText(lines: readonly string[]): ChatFile | undefined {
  if (!lines.slice(0, 15).some((line) => BANNER.test(line))) return undefined;
  const file: ChatFile = { format: 'QQ 聊天记录导出', messages: [], skipped: 0, notes: [] };
  let name: string | undefined;
  let type: string | undefined;
  let current: ChatMessage | undefined;
  let body: string[] | undefined;
  const close = (): void => {
    if (current) file.messages.push(completeMessage({ ...current, text: cleanText((body ?? []).join('\n')).trim() }));
    current = undefined;
    body = undefined;
  };
  lines.forEach((line, i) => {
    const stated = STATED.exec(line.trim());
    if (stated && (!current || line.trim().startsWith('总计导出'))) {
      close();
      file.stated = Number(stated[1]);
      return;
    }
    if (!current) {
      name ??= /^聊天名称[:：]\s*(.+)$/.exec(line.trim())?.[1];
      type ??= /^聊天类型[:：]\s*(.+)$/.exec(line.trim())?.[1];
    }
    const at = /^时间[:：]\s*(.+)$/.exec(line);
    const sender = /^(.{1,80})[:：]\s*$/.exec(lines[i - 1] ?? '')?.[1];
    if (at && sender) {
      body?.pop();
      close();
      current = { at: parseTime(at[1]!)?.moment, sender: cleanLine(sender), side: 'unknown', text: '' };
    } else if (current && !body && /^内容[:：]/.test(line)) {
      body = [line.replace(/^内容[:：]\s?/, '')];
    } else if (current && /^\s+-\s+(?:image|video|audio|file|voice)[:：]/i.test(line)) {
      current.missingMedia = [...(current.missingMedia ?? []), cleanLine(line.replace(/^[^:：]*[:：]/, ''))];
    } else if (current && body && !/^资源[:：]\s*\d+/.test(line)) {
      body.push(line);
    }
  });
  close();
  if (name && /私聊|好友|private|friend/i.test(type ?? '')) file.peer = cleanLine(name);
  return file;
}
