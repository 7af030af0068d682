import type { Attachment, Email } from 'postal-mime';
import { KamengError } from '../../../model/errors.ts';
import { KINDS, type Kind } from '../../../model/evidence.ts';
import type { Reading, TextLine } from '../../../model/reading.ts';
import { failedReading, readingOf, type ReadContext, type Reader } from '../../reader.ts';
import { understand } from '../../kinds/understand.ts';
import { promisesInTalk } from '../../../words/promises-in-talk.ts';
import { readPage } from '../html/html.ts';
import { addressText, linesOfMail, mailMoment } from './letter.ts';
import { cleanText, showName } from '../text/clean.ts';
import { tellingLines } from '../text/telling.ts';
import { partSource, summarize } from '../zip/parts.ts';

const MAIL_READER = 'mail';
const MAIL_VERSION = '1';
/** Providers take 25 to 50 MB; the parser holds a mail whole. */
const MAX_MAIL = 100 * 1024 * 1024;
const MAIL_LIMITS = { attachments: 100, attachmentBytes: 64 * 1024 * 1024 } as const;
/** Pictures that belong to the look of a mail: logos, marks of being opened. */
const DECORATION = 12 * 1024;
/** A mail may itself be an order confirmation or a receipt of a complaint. */
const KINDS_OF_MAIL: readonly Kind[] = ['order', 'payment', 'refund', 'filing_receipt', 'reply'];
const SURE = 0.8;

/** Mail (`.eml`) with its attachments, and pages saved in mail form (`.mht`). Nothing is fetched. */
export const readMail: Reader = async (source, context) => {
  const { default: PostalMime } = await import('postal-mime');
  const bytes = await source.all(MAX_MAIL);
  let mail: Email;
  try {
    mail = await new PostalMime({ maxNestingDepth: 30, maxRfc822NestingDepth: 2 }).parse(bytes);
  } catch (cause) {
    throw new KamengError('MAIL_DAMAGED', '这封邮件的格式不完整，读不出来；请从邮箱里重新导出 .eml 文件', { cause });
  }
  if (isSavedPage(mail)) return readPage(mail.html!, context.mediaType);
  const reading = await readLetter(mail, context);
  return mail.attachments.length > 0 ? withAttachments(reading, mail.attachments, context) : reading;
};

/** Browsers save whole pages as a mail from nobody. */
function isSavedPage(mail: Email): boolean {
  const has = (key: string): boolean => mail.headers.some((header) => header.key === key);
  return (
    mail.html !== undefined &&
    !has('received') &&
    !has('message-id') &&
    (has('snapshot-content-location') || (!mail.to?.length && !has('delivered-to')))
  );
}

async function readLetter(mail: Email, context: ReadContext): Promise<Reading> {
  const body = mail.text?.trim()
    ? cleanText(mail.text)
    : mail.html
      ? ((await readPage(mail.html, 'text/html')).lines ?? []).map((line) => line.text).join('\n')
      : '';
  const texts = linesOfMail(mail, body);
  if (texts.length === 0 && mail.attachments.length === 0) {
    return failedReading(MAIL_READER, MAIL_VERSION, context.mediaType, {
      code: 'MAIL_EMPTY',
      severity: 'error',
      message: '这封邮件里没有内容',
    });
  }
  const lines: TextLine[] = texts.map((text) => ({ text }));
  const understood = understand(tellingLines(lines));
  const kind = KINDS_OF_MAIL.includes(understood.kind) && understood.confidence >= SURE ? understood.kind : 'email';
  const at = mailMoment(mail.date);
  const message = { at, sender: addressText(mail.from) || undefined, side: 'unknown' as const, text: body.trim() };
  const promises = promisesInTalk([message]);
  return {
    ...readingOf(MAIL_READER, MAIL_VERSION, context.mediaType, kind, kind === 'email' ? 1 : understood.confidence),
    category: KINDS[kind].category,
    fields: understood.fields,
    lines,
    messages: [message],
    ...(promises.length > 0 ? { promises } : {}),
  };
}

async function withAttachments(
  letter: Reading,
  attachments: readonly Attachment[],
  context: ReadContext,
): Promise<Reading> {
  const useful = attachments.filter(
    (one) => !(one.related && one.mimeType.startsWith('image/') && sizeOf(one) < DECORATION),
  );
  const parts: NonNullable<Reading['parts']> = [];
  const reading = { ...letter, notes: [...letter.notes] };
  for (const [i, one] of useful.slice(0, MAIL_LIMITS.attachments).entries()) {
    context.signal?.throwIfAborted();
    const name = showName(one.filename ?? `附件 ${i + 1}`, 200);
    if (sizeOf(one) > MAIL_LIMITS.attachmentBytes) {
      reading.notes.push({
        code: 'MAIL_ATTACHMENT_TOO_LARGE',
        severity: 'warning',
        message: `附件“${showName(name)}”太大，没有读；请另存后单独添加`,
      });
    } else parts.push({ name, reading: await context.readPart(partSource(name, bytesOf(one))) });
  }
  if (useful.length > MAIL_LIMITS.attachments) {
    reading.notes.push({
      code: 'MAIL_TOO_MANY_ATTACHMENTS',
      severity: 'warning',
      message: `这封邮件有 ${useful.length} 个附件，只读了前 ${MAIL_LIMITS.attachments} 个；请把有用的另存后单独添加`,
    });
  }
  if (parts.length === 0) return reading;
  const summary = summarize(reading, parts);
  // What the letter says stays; a bill or receipt in it decides what it counts as.
  const whole: Reading = {
    ...summary,
    status: summary.notes.some((note) => note.severity !== 'info') || summary.status !== 'read' ? 'partial' : 'read',
  };
  if (reading.lines?.length)
    whole.fields = [
      ...reading.fields,
      ...(parts.length === 1
        ? summary.fields.filter((field) => !reading.fields.some((own) => own.key === field.key))
        : []),
    ];
  if (whole.kind !== 'bill' && whole.kind !== 'order' && whole.kind !== 'payment')
    Object.assign(whole, { kind: letter.kind, category: letter.category, confidence: letter.confidence });
  return whole;
}

function bytesOf(one: Attachment): Uint8Array {
  if (typeof one.content === 'string') return Buffer.from(one.content, one.encoding === 'base64' ? 'base64' : 'utf8');
  return one.content instanceof Uint8Array ? one.content : new Uint8Array(one.content);
}

function sizeOf(one: Attachment): number {
  return typeof one.content === 'string' ? one.content.length : one.content.byteLength;
}
