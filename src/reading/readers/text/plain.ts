import type { Reading, TextLine } from '../../../model/reading.ts';
import { blankReading } from '../../reader.ts';
import { understand } from '../../kinds/understand.ts';
import { readChatTable } from '../chat/table.ts';
import { judgeChat } from '../chat/judge.ts';
import { cleanText } from './clean.ts';
import { isNote, noteFields } from './note.ts';
import { tellingLines } from './telling.ts';

const TEXT_READER = 'text';
const TEXT_VERSION = '1';
const MAX_LINES = 20_000;

/** Plain text: its lines, and what they say. */
export function readLines(texts: readonly string[], mediaType: string): Reading {
  const lines: TextLine[] = texts.map((text) => ({ text: cleanText(text).trim() })).filter((line) => line.text !== '');
  const reading = { ...blankReading(TEXT_READER, TEXT_VERSION, mediaType), lines: lines.slice(0, MAX_LINES) };
  if (lines.length === 0) {
    return {
      ...reading,
      status: 'failed',
      notes: [{ code: 'TEXT_EMPTY', severity: 'error', message: '这个文件里没有文字' }],
    };
  }
  if (isNote(reading.lines)) return { ...reading, confidence: 0.6, fields: noteFields(reading.lines) };
  const { kind, category, confidence, fields } = understand(tellingLines(reading.lines));
  return { ...reading, kind, category, confidence, fields };
}

/** A table that is no bill: a chat exported as a table, else its rows as lines. */
export function readTableOfText(rows: readonly (readonly string[])[], mediaType: string): Reading {
  const chat = readChatTable(rows);
  if (chat) return judgeChat(chat, mediaType);
  return readLines(
    rows.map((row) =>
      row
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' '),
    ),
    mediaType,
  );
}
