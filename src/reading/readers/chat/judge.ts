import type { Reading, ReadingNote, TextLine } from '../../../model/reading.ts';
import { failedReading, readingOf } from '../../reader.ts';
import { understandTalk } from '../../kinds/understand.ts';
import { type ChatFile, withProgramLines } from './chat-file.ts';
import { takeReadMarks, tellSides } from './sides.ts';

const CHAT_READER = 'chat';
const CHAT_VERSION = '2';
/** More messages than are kept of one chat; the newest stay. */
const MAX_MESSAGES = 50_000;
/** Lines that are searched for order numbers and amounts. */
const MAX_LINES = 20_000;

/** A chat as a reading. A chat without messages is a failure, never an empty success. */
export function judgeChat(file: ChatFile, mediaType: string): Reading {
  if (file.messages.length === 0) {
    return failedReading(CHAT_READER, CHAT_VERSION, mediaType, {
      code: 'CHAT_EMPTY',
      severity: 'error',
      message: `认出是${file.format}，但一条消息也没有读到。请重新导出，或把聊天页面截图加进来`,
    });
  }
  const messages = withProgramLines(file.messages.slice(-MAX_MESSAGES));
  takeReadMarks(messages);
  tellSides(messages, file.peer);
  const lines: TextLine[] = messages.flatMap((message) =>
    message.text
      .split('\n')
      .filter(Boolean)
      .map((text) => ({ text })),
  );
  const { fields, promises } = understandTalk(messages);
  return {
    ...readingOf(CHAT_READER, CHAT_VERSION, mediaType, 'chat_log', 1),
    fields,
    lines: lines.slice(-MAX_LINES),
    messages,
    notes: notesOf(file),
    ...(promises.length > 0 ? { promises } : {}),
  };
}

function notesOf(file: ChatFile): ReadingNote[] {
  const notes = [...file.notes];
  const found = file.messages.length;
  if (file.stated !== undefined && file.stated !== found) {
    notes.push({
      code: 'CHAT_COUNT_DIFFERS',
      severity: 'warning',
      message: `${file.format}写明有 ${file.stated} 条消息，实际读到 ${found} 条，可能没有导全`,
    });
  }
  if (file.skipped > 0) {
    notes.push({
      code: 'CHAT_MESSAGES_SKIPPED',
      severity: 'warning',
      message: `有 ${file.skipped} 条内容看不懂，没有读入`,
    });
  }
  if (found > MAX_MESSAGES) {
    notes.push({
      code: 'CHAT_TOO_LONG',
      severity: 'warning',
      message: `一共 ${found} 条消息，只读入最近 ${MAX_MESSAGES} 条；可以只导出这笔订单前后的日期`,
    });
  }
  const missing = file.messages.filter((message) => message.missingMedia?.length).length;
  if (missing > 0) {
    notes.push({
      code: 'CHAT_MEDIA_MISSING',
      severity: 'info',
      message: `有 ${missing} 条消息是图片、语音、视频或文件，这份导出里只有占位；要紧的请另外截图或保存后加进来`,
    });
  }
  if (file.messages.some((message) => message.recalled)) {
    notes.push({ code: 'CHAT_RECALLED', severity: 'info', message: '有消息被撤回，原文已看不到' });
  }
  if (!file.messages.some((message) => message.side === 'other')) {
    notes.push({
      code: 'CHAT_SIDES_UNKNOWN',
      severity: 'info',
      message: '分不出哪些话是你说的、哪些是对方说的；写信时请自己核对',
    });
  }
  return notes;
}
