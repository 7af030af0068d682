import { KamengError } from '../model/errors.ts';
import type { FileSource, Reading } from '../model/reading.ts';
import { blankReading, failedReading, type ReadContext, type Reader } from './reader.ts';
import { sniff } from './sniff.ts';

export interface ReadOptions {
  /** Opens locked ZIP and PDF files. */
  password?: string;
  signal?: AbortSignal;
  /** What {@link sniff} has just said of these bytes; left out, it is asked. */
  mediaType?: string;
}

/** Containers in containers are opened this deep. */
const MAX_DEPTH = 2;

/** Which room reads what; each is loaded when the first such file comes. */
const READERS: readonly { types: RegExp; load: () => Promise<Reader> }[] = [
  // A drawing in SVG is a program of sorts and no screenshot: it is kept, not run.
  { types: /^image\/(?!svg)/, load: async () => (await import('./readers/picture/picture.ts')).readPicture },
  { types: /^application\/pdf$/, load: async () => (await import('./readers/pdf/pdf.ts')).readPdf },
  { types: /^message\/rfc822$/, load: async () => (await import('./readers/mail/mail.ts')).readMail },
  { types: /^application\/zip$/, load: async () => (await import('./readers/zip/zip.ts')).readZip },
  { types: /^(?:video|audio)\//, load: async () => (await import('./readers/media/video.ts')).readVideo },
  { types: /^text\/html$/, load: async () => (await import('./readers/html/html.ts')).readHtml },
  {
    types: /^(?:text\/csv|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$/,
    load: async () => (await import('./readers/bill/bill.ts')).readBill,
  },
  {
    types: /^application\/(?:x-cfb|vnd\.ms-excel|msword)$/,
    load: async () => (await import('./readers/bill/old-workbook.ts')).readOldOffice,
  },
  {
    types: /^(?:text\/|application\/(?:json|x-ndjson))/,
    load: async () => (await import('./readers/chat/chat.ts')).readChat,
  },
];

/**
 * Reads one file by what its bytes are. Never throws for what is in the file:
 * a failure is a reading with status `failed` and a note; a type that no room
 * reads is `unread`. Only an abort is thrown.
 */
export async function readSource(source: FileSource, options: ReadOptions = {}): Promise<Reading> {
  const { mediaType, ...rest } = options;
  return readAt(source, rest, 0, mediaType);
}

async function readAt(
  source: FileSource,
  options: Omit<ReadOptions, 'mediaType'>,
  depth: number,
  known?: string,
): Promise<Reading> {
  let mediaType = 'application/octet-stream';
  try {
    options.signal?.throwIfAborted();
    mediaType = known ?? (await sniff(source)).mediaType;
    const entry = READERS.find((reader) => reader.types.test(mediaType));
    if (!entry || depth > MAX_DEPTH) return { ...blankReading('none', '1', mediaType), status: 'unread' };
    const read = await entry.load();
    const context: ReadContext = {
      mediaType,
      depth,
      password: options.password,
      signal: options.signal,
      readPart: (part) => readAt(part, options, depth + 1),
    };
    return await read(source, context);
  } catch (cause) {
    options.signal?.throwIfAborted();
    const code = cause instanceof KamengError ? cause.code : 'READ_FAILED';
    const words = cause instanceof KamengError ? cause.message : '这个文件读不出来，可能已损坏；原文件已完整保存';
    return failedReading('none', '1', mediaType, { code, message: words, severity: 'error' });
  }
}
