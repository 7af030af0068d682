import { formatYuan } from '../../../model/money.ts';
import type { BillRow, ChatMessage, FieldReading, Reading, ReadingNote } from '../../../model/reading.ts';
import type { FactKey } from '../../../model/facts.ts';
import type { GivenBy } from '../../../model/evidence.ts';
import { readingOf } from '../../reader.ts';
import { ANY_TABLE, paidByOf } from '../../wallets.ts';
import { onlyPurchaseFields } from '../bill/purchase.ts';
import type { ChatFile } from '../chat/chat-file.ts';
import { cleanText } from '../text/clean.ts';
import { messagesIn, messagesOfRows, type Received } from './messages.ts';
import { isBankMessage, readNotice, type Notice } from '../../page/values/notice.ts';
import type { KeptMessage } from './sms-backup.ts';

const NOTICE_READER = 'notice';
const NOTICE_VERSION = '1';
/** Of a file so many messages must be a bank's: a talk in which one was pasted stays a talk. */
const MOSTLY = 0.6;
/** More than anybody's phone holds. */
const MAX_MESSAGES = 100_000;
const BANK_WORDS = /银行|信用卡|尾号|农信|信用社/;

/** A text of one or several messages of banks; undefined for any other. */
export function readNotices(lines: readonly string[], mediaType: string): Reading | undefined {
  if (!lines.some((line) => BANK_WORDS.test(line))) return undefined;
  return noticesAmong(messagesIn(lines.map(cleanText)), mediaType);
}

/** The same of a table that has a message in each row, under its head or none. */
export function noticesOfRows(rows: readonly (readonly string[])[], mediaType: string): Reading | undefined {
  const messages = messagesOfRows(rows);
  const [head, ...rest] = messages;
  return head && noticesAmong(isBankMessage(head.text) ? messages : rest, mediaType);
}

/** The same of messages that some other form gave. */
export function noticesOfTalk(messages: readonly ChatMessage[], mediaType: string): Reading | undefined {
  if (messages.some(({ side }) => side === 'buyer')) return undefined;
  return noticesAmong(
    messages.map(({ text, at, sender }) => ({ text: text.replace(/\s*\n\s*/g, ''), at, from: sender })),
    mediaType,
  );
}

function noticesAmong(messages: readonly Received[], mediaType: string): Reading | undefined {
  const ofBanks = messages.filter(({ text }) => isBankMessage(text));
  if (ofBanks.length === 0 || ofBanks.length < messages.length * MOSTLY) return undefined;
  return judged(ofBanks, mediaType) ?? nothingTaken(ofBanks, mediaType);
}

/** Codes, advertising, money that came in: the numbers in them are no payment. */
const nothingTaken = (messages: readonly Received[], mediaType: string): Reading => ({
  ...readingOf(NOTICE_READER, NOTICE_VERSION, mediaType, 'other', SURE),
  lines: messages.map(({ text }) => ({ text })),
  notes: [
    {
      code: 'NOTICE_NO_PAYMENT',
      severity: 'info',
      message: '这是银行短信，里面没有扣款；请找付款那一刻的扣款短信，或用账单',
    },
  ],
});

/**
 * A backup of all messages of a phone: what banks wrote of money; else the one talk in which its owner wrote, too. Who
 * else wrote is nobody's business.
 */
export function judgeBackup(
  kept: readonly KeptMessage[],
  mediaType: string,
): { reading: Reading } | { talk: ChatFile } | { threads: number } {
  const messages = kept.slice(-MAX_MESSAGES);
  const reading = judged(
    messages.filter(({ sent, text }) => !sent && isBankMessage(text)),
    mediaType,
  );
  if (reading) return { reading };
  const peers = new Set(messages.filter(({ sent }) => sent).map(({ peer }) => peer));
  const [peer] = peers;
  if (peers.size !== 1 || peer === undefined) return { threads: peers.size };
  return {
    talk: {
      format: '短信备份',
      messages: messages
        .filter((message) => message.peer === peer)
        .map(({ at, text, sent }) => ({ at, sender: sent ? '我' : peer, side: sent ? 'buyer' : 'other', text })),
      skipped: 0,
      peer,
      notes: [],
    },
  };
}

interface Told extends Received {
  notice: Notice;
  line: number;
}

/** What banks' messages say of money; undefined where none moved. */
function judged(messages: readonly Received[], mediaType: string): Reading | undefined {
  const told = messages.flatMap((message, i): Told[] => {
    const notice = readNotice(message.text, message.at);
    return notice ? [{ ...message, notice, line: i + 1 }] : [];
  });
  const [first, ...more] = told;
  if (!first) return undefined;
  const notes = [...notesOf(told)];
  const lines = messages.map(({ text }) => ({ text }));
  if (more.length === 0) {
    const kind = first.notice.direction === 'out' ? 'payment' : first.notice.refund ? 'refund' : undefined;
    if (kind === undefined) return undefined;
    const fields = fieldsOf(first, kind === 'refund');
    return { ...readingOf(NOTICE_READER, NOTICE_VERSION, mediaType, kind, SURE), fields, lines, notes };
  }
  const rows = told.flatMap((one) => rowOf(one) ?? []);
  if (rows.length === 0) return undefined;
  return {
    ...readingOf(NOTICE_READER, NOTICE_VERSION, mediaType, 'bill', SURE),
    fields: onlyPurchaseFields(rows, ANY_TABLE),
    lines,
    notes,
    bill: { wallet: ANY_TABLE, rows, stated: {}, found: rows.length },
  };
}

const SURE = 0.95;

function fieldsOf({ notice, text }: Told, refund: boolean): FieldReading[] {
  const fields: FieldReading[] = [];
  const add = (key: FactKey, value: string | undefined, by: GivenBy = 'sentence'): void => {
    if (value !== undefined) fields.push({ key, value, text, confidence: 0.95, certain: true, by });
  };
  add(refund ? 'refunded' : 'amount', notice.amount === undefined ? undefined : formatYuan(notice.amount), 'label');
  if (refund) return fields;
  add('paidAt', notice.at ?? notice.day, 'label');
  add('payee', notice.payee);
  add('paidBy', paidByOf(notice.method));
  return fields;
}

function rowOf({ notice, line }: Told): BillRow | undefined {
  if (notice.amount === undefined) return undefined;
  return {
    ...(notice.at !== undefined ? { at: notice.at } : notice.day !== undefined ? { day: notice.day } : {}),
    counterparty: notice.payee ?? '',
    product: '',
    amount: notice.amount,
    direction: notice.direction,
    status: '',
    method: notice.method,
    tradeNo: '',
    merchantOrderNo: '',
    ...(notice.refund ? { refund: true as const } : {}),
    line,
  };
}

function notesOf(told: readonly Told[]): ReadingNote[] {
  const notes: ReadingNote[] = [];
  const foreign = told.flatMap(({ notice }) => notice.foreign ?? []);
  notes.push(...foreignNotes(foreign));
  const yearless = told.flatMap(({ notice }) => notice.yearless ?? []);
  if (yearless.length > 0)
    notes.push({
      code: 'NOTICE_WITHOUT_YEAR',
      severity: 'info',
      message: [
        `短信里只写了${yearless.slice(0, 3).join('、')}，没有年份，付款时间没有填`,
        '请用支付凭证核对，或写明 --paid-at',
      ].join('；'),
    });
  return notes;
}

/** What is said of money that is no 元: how much it was in 元 nobody but the wallet or bank knows. */
export const foreignNotes = (sums: readonly string[]): ReadingNote[] =>
  sums.length === 0
    ? []
    : [
        {
          code: 'FOREIGN_AMOUNT',
          severity: 'info',
          message: [
            `金额写的是 ${sums.slice(0, 3).join('、')}，不是人民币，不知道折合多少元，没有当作付款金额`,
            '请用账单或支付凭证上实际扣的人民币',
          ].join('；'),
        },
      ];
