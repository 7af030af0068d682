import type { FileSource, Reading, ReadingNote } from '../../../model/reading.ts';
import { failedReading, type Reader } from '../../reader.ts';
import { isCopiedMail } from '../../page/mail/mail-head.ts';
import { readBillText } from '../bill/csv.ts';
import { readJsonOrders } from '../bill/json-orders.ts';
import { judgeBill } from '../bill/judge.ts';
import { readDiscordText } from '../chat/discord.ts';
import { judgeChat } from '../chat/judge.ts';
import { readJsonChat, readJsonLines } from '../chat/json.ts';
import { readQceText } from '../chat/qce-text.ts';
import { readSpeakers } from '../chat/speakers.ts';
import { readStacked } from '../chat/stacked.ts';
import { readTranscript } from '../chat/transcript.ts';
import { judgeBackup, noticesOfRows, noticesOfTalk, readNotices } from '../notices/judge.ts';
import { type KeptMessage, readSmsBackup } from '../notices/sms-backup.ts';
import { splitLoosely, splitRecord, delimiterOf } from './csv.ts';
import { textForm, type TextForm } from './encoding.ts';
import { wholeText } from './lines.ts';
import { readLines, readTableOfText } from './plain.ts';

/** What a chat may weigh: read whole, it takes some ten times as much memory while it is taken apart. */
const MAX_WORDS = 32 * 1024 * 1024;
const MAX_JSON = 64 * 1024 * 1024;

/**
 * Text of any kind: a bill by the names of its columns, a chat by its form, else
 * its lines. What the file is called plays no part.
 */
export const readText: Reader = async (source, context) => {
  const form = await textForm(source);
  const bill = await readBillText(source, form.encoding);
  context.signal?.throwIfAborted();
  const reading = bill ? judgeBill(bill, context.mediaType) : await readWords(source, form, context.mediaType);
  if (form.damaged) {
    reading.notes.push({
      code: 'TEXT_DAMAGED',
      severity: 'warning',
      message: '文件里有些字节不是文字，显示成了“\ufffd”，可能损坏或被改过编码；请核对原文件',
    });
  }
  return reading;
};

async function readWords(source: FileSource, form: TextForm, mediaType: string): Promise<Reading> {
  const text = await wholeText(source, form.encoding, /json/.test(mediaType) ? MAX_JSON : MAX_WORDS);
  if (/^\s*[[{]/.test(text)) {
    const lines = text.split('\n');
    const chat = readJsonChat(text) ?? readJsonLines(lines);
    if (chat) return judgeChat(chat, mediaType);
    const orders = readJsonOrders(text);
    if (orders) return judgeBill(orders, mediaType);
  }
  const backup = readSmsBackup(text);
  if (backup) return readBackup(backup, mediaType);
  const lines = text.split(/\r\n|\n|\r/);
  const notices = readNotices(lines, mediaType);
  if (notices) return notices;
  const chat = readQceText(lines) ?? readDiscordText(lines);
  if (chat) return judgeChat(chat, mediaType);
  const rows = mediaType === 'text/csv' ? recordsOf(lines) : undefined;
  const ofRows = rows && noticesOfRows(rows, mediaType);
  if (ofRows) return ofRows;
  const table = rows && readTableOfText(rows, mediaType);
  if (table?.messages || table?.status === 'failed') return table;
  if (table && rows && isTable(rows)) return table;
  // The head of a letter looks as the line over a message does.
  if (isCopiedMail(lines)) return readLines(lines, mediaType);
  const timed = readTranscript(lines);
  const transcript = timed?.messages.length ? timed : (readStacked(lines) ?? readSpeakers(lines) ?? timed);
  if (transcript) return noticesOfTalk(transcript.messages, mediaType) ?? judgeChat(transcript, mediaType);
  if (mediaType === 'application/json' && isBroken(text)) return failedReading('text', '1', mediaType, BROKEN_JSON);
  return table ?? readLines(lines, mediaType);
}

function readBackup(kept: readonly KeptMessage[], mediaType: string): Reading {
  const judged = judgeBackup(kept, mediaType);
  if ('reading' in judged) return judged.reading;
  if ('talk' in judged) return judgeChat(judged.talk, mediaType);
  return failedReading('text', '1', mediaType, {
    code: 'SMS_NOTHING_FOUND',
    severity: 'error',
    message:
      judged.threads > 1
        ? `这份短信备份里有和 ${judged.threads} 个号码的往来，分不出哪一个是卖家；请只导出和卖家的那一个对话`
        : '这份短信备份里没有银行的扣款短信，也没有你发出的短信，没有读入；请把和这笔交易有关的短信截图加进来',
  });
}

/** What stands in half a document looks like words of a page, and is none. */
const BROKEN_JSON: ReadingNote = {
  code: 'JSON_DAMAGED',
  severity: 'error',
  message: '这份 JSON 不完整或已损坏，读不出内容；请重新导出',
};

function isBroken(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return false;
  } catch {
    return true;
  }
}

/** Rows under a head, all of one width: whatever stands in them, nobody talks. */
function isTable(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = filled[0]?.length ?? 0;
  if (width < 3 || filled.length < 2 || filled[0]!.some((cell) => /\d:\d{2}|[。！？!?]/.test(cell))) return false;
  return filled.filter((row) => row.length === width).length >= filled.length * 0.8;
}

/** The records of a small table, quoted line breaks within cells kept. */
function recordsOf(lines: readonly string[]): string[][] {
  const delimiter = delimiterOf(lines.slice(0, 200)) ?? ',';
  const records: string[][] = [];
  for (let i = 0; i < lines.length; i += 1) {
    let record = splitRecord(lines[i]!, delimiter);
    let joined = lines[i]!;
    let next = i;
    while (!record && next + 1 < lines.length && next - i < 200) {
      next += 1;
      joined += `\n${lines[next]!}`;
      record = splitRecord(joined, delimiter);
    }
    if (record) i = next;
    records.push(record ?? splitLoosely(lines[i]!, delimiter));
  }
  return records;
}
