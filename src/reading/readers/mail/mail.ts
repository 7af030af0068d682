import type { Attachment, Email } from 'postal-mime';
import { KamengError } from '../../../model/errors.ts';
import { KINDS, type Kind } from '../../../model/evidence.ts';
import type { FactKey } from '../../../model/facts.ts';
import type { FieldReading, Reading } from '../../../model/reading.ts';
import { failedReading, readingOf, type ReadContext, type Reader } from '../../reader.ts';
import { understand } from '../../kinds/understand.ts';
import { readMoment } from '../../page/values/moment.ts';
import { foreignSums } from '../../page/form/foreign-prices.ts';
import { readPage } from '../html/html.ts';
import { linesOfMail } from './letter.ts';
import { talkOf } from './talk.ts';
import { foreignNotes } from '../notices/judge.ts';
import { cleanRow, cleanText, showName } from '../text/clean.ts';
import { tellingLines } from '../text/telling.ts';
import { partSource, summarize } from '../zip/parts.ts';

const MAIL_READER = 'mail';
const MAIL_VERSION = '2';
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
  const body = await bodyOf(mail);
  const texts = linesOfMail(mail, body);
  if (texts.length === 0 && mail.attachments.length === 0) {
    return failedReading(MAIL_READER, MAIL_VERSION, context.mediaType, {
      code: 'MAIL_EMPTY',
      severity: 'error',
      message: '这封邮件里没有内容',
    });
  }
  const talk = talkOf(mail, body);
  // Of whom it comes and when is its head's; on the page of a purchase only what the shop wrote counts.
  const page = [mail.subject ?? '', ...talk.ofShop.split('\n')].map(cleanRow).filter(Boolean);
  const understood = understand(tellingLines(page.map((text) => ({ text }))));
  const kind = KINDS_OF_MAIL.includes(understood.kind) && understood.confidence >= SURE ? understood.kind : 'email';
  const fields = withMoment(joined(understood.fields, talk.fields), talk.ofShop.split('\n'));
  return {
    ...readingOf(MAIL_READER, MAIL_VERSION, context.mediaType, kind, kind === 'email' ? 1 : understood.confidence),
    category: KINDS[kind].category,
    fields,
    lines: texts.map((text) => ({ text })),
    messages: talk.messages,
    notes: foreignNotes(foreignSums(fields, talk.ofShop.split('\n'), kind)),
    ...(talk.promises.length > 0 ? { promises: talk.promises } : {}),
  };
}

/** A form of the same letter that has so much less to say than the other only points at it. */
const POOR = 0.5;

/** The words of a letter: its text, or its page where that says more. */
async function bodyOf(mail: Email): Promise<string> {
  const text = mail.text?.trim() ? cleanText(mail.text) : '';
  if (!mail.html) return text;
  const page = ((await readPage(mail.html, 'text/html')).lines ?? []).map((line) => line.text).join('\n');
  return lettersIn(text) < lettersIn(page) * POOR ? page : text;
}

const lettersIn = (text: string): number => text.replace(/https?:\S+|\s+/g, '').length;

/** What a letter says counts as said, what a purchase is as it stands on the page of one. */
function joined(page: readonly FieldReading[], talk: readonly FieldReading[]): FieldReading[] {
  const stands = page.filter(
    ({ key, value, by }) =>
      !SAID.has(key) &&
      // What only looks like an account or a name and is given elsewhere as something else.
      !(by === 'guess' && page.some((other) => other.key !== key && other.value === value)),
  );
  return [...stands, ...talk.filter(({ key }) => SAID.has(key) || !stands.some((field) => field.key === key))];
}

/** `Nov 14, 2026 08:36:52 GMT+08:00` alone in its line, to the second and with where the clock hangs. */
const MOMENT_ALONE = /^(?=.*\d:\d{2}:\d{2}).{10,30}(?:GMT|UTC)\s?\+0?8(?::00)?\)?$/;

/** A receipt for a payment has one such time, and it is that of paying. */
function withMoment(fields: FieldReading[], lines: readonly string[]): FieldReading[] {
  const has = (key: FactKey): boolean => fields.some((field) => field.key === key);
  if (!has('tradeNo') || has('paidAt')) return fields;
  const [text, ...others] = lines.map((line) => line.trim()).filter((line) => MOMENT_ALONE.test(line));
  const value = text && others.length === 0 ? readMoment({ text, scores: [], cells: [] })?.value : undefined;
  return value
    ? [...fields, { key: 'paidAt', value, text: text!, confidence: 0.9, certain: true, by: 'position' }]
    : fields;
}

/** What people say in letters; the words that a page of an error shows are another thing, and in no letter. */
const SAID = new Set<FactKey>(['dispute', 'failure', 'promise', 'promisedBy', 'refusal']);

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
