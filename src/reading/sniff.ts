import type { FileSource } from '../model/reading.ts';
import { delimiterOf } from './readers/text/csv.ts';
import { HEAD, headEncoding, isTextHead } from './readers/text/encoding.ts';

export interface Sniffed {
  /** `application/octet-stream` when nothing is known of the bytes, `application/x-empty` for no bytes. */
  mediaType: string;
}

const UNKNOWN = 'application/octet-stream';
const ZIP = 'application/zip';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** A workbook or document is told from other ZIP files by the parts it must have. */
const OFFICE_PARTS: Record<string, string> = {
  'xl/workbook.xml': `${OFFICE}.spreadsheetml.sheet`,
  'word/document.xml': `${OFFICE}.wordprocessingml.document`,
  'ppt/presentation.xml': `${OFFICE}.presentationml.presentation`,
};
const MAX_OFFICE_PARTS = 2000;

/** First bytes of kinds that the general table does not know or knows too late. */
const OWN_MAGIC: readonly { bytes: RegExp; mediaType: string }[] = [
  { bytes: /^\x02?#!SILK_V3/, mediaType: 'audio/silk' },
  { bytes: /^#!AMR(?:-WB)?\n/, mediaType: 'audio/amr' },
  { bytes: /^ID3[\x02-\x04]/, mediaType: 'audio/mpeg' },
  { bytes: /^SQLite format 3\0/, mediaType: 'application/vnd.sqlite3' },
  { bytes: /^\{\\rtf1/, mediaType: 'application/rtf' },
];

/** Kept: to import a module again costs more than to look at a small file. */
let fileTypes: Promise<typeof import('file-type')> | undefined;

/**
 * What a file is, by its bytes. Its name decides only between two kinds of plain
 * text that look the same.
 * @throws what `source.read` throws; never for what is in the file
 */
export async function sniff(source: FileSource): Promise<Sniffed> {
  const head = await source.read(0, HEAD);
  if (head.length === 0) return { mediaType: 'application/x-empty' };
  const start = Buffer.from(head.subarray(0, 1024)).toString('latin1');
  if (/%PDF-\d/.test(start)) return { mediaType: 'application/pdf' };
  const own = OWN_MAGIC.find(({ bytes }) => bytes.test(start));
  if (own) return { mediaType: own.mediaType };
  // Text first: short magic numbers ("BM", "MZ") are the beginning of many a sentence.
  if (isTextHead(head)) return { mediaType: textType(head, source.name) };
  const { fileTypeFromBuffer } = await (fileTypes ??= import('file-type'));
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  // Some types carry their codec behind a semicolon.
  const mediaType = found?.mime.split(';')[0] ?? UNKNOWN;
  if (mediaType === ZIP || mediaType.startsWith(OFFICE) || start.startsWith('PK\x03\x04'))
    return { mediaType: await zipType(source) };
  return { mediaType };
}

async function zipType(source: FileSource): Promise<string> {
  const { openArchive } = await import('./readers/zip/archive.ts');
  try {
    const archive = await openArchive(source, MAX_OFFICE_PARTS);
    archive.close();
    const part = archive.entries.find((entry) => entry.name in OFFICE_PARTS);
    return part ? OFFICE_PARTS[part.name]! : ZIP;
  } catch {
    return ZIP;
  }
}

function textType(head: Uint8Array, name: string): string {
  const text = new TextDecoder(headEncoding(head)).decode(head).trimStart();
  if (isHtml(text)) return 'text/html';
  if (isMail(text)) return 'message/rfc822';
  if (/^[[{]/.test(text)) {
    const json = jsonType(text, head.length >= HEAD);
    if (json) return json;
  }
  if (/^<\?xml\b/.test(text)) return 'text/xml';
  const lines = text.split(/\r\n|\n|\r/).slice(0, 200);
  if (delimiterOf(lines) !== undefined || delimiterOf(lines.slice(-60)) !== undefined) return 'text/csv';
  return /\.csv$/i.test(name) && lines.some((line) => line.includes(',')) ? 'text/csv' : 'text/plain';
}

function isHtml(text: string): boolean {
  const body = text.replace(/^(?:<!--[\s\S]*?-->|<\?xml[^>]*\?>|\s)+/, '');
  return /^<!doctype\s+html\b/i.test(body) || /^<(?:html|head|body)[\s>]/i.test(body);
}

/** Mail begins with header lines, and two of them are those that every mail has. */
function isMail(text: string): boolean {
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const lines = text.slice(0, end).split(/\r?\n/);
  const names = new Set<string>();
  for (const line of lines) {
    const name = /^([A-Za-z][A-Za-z0-9-]{1,40}):/.exec(line)?.[1]?.toLowerCase();
    if (name) names.add(name);
    else if (!/^[ \t]/.test(line) && !/^From \S/.test(line)) return false;
  }
  const known = [
    'from',
    'to',
    'subject',
    'date',
    'received',
    'mime-version',
    'message-id',
    'return-path',
    'delivered-to',
    'content-type',
  ];
  return known.filter((name) => names.has(name)).length >= 3;
}

/** One JSON value, or one on each line; undefined for text that only begins like it. */
function jsonType(text: string, cut: boolean): string | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const whole = cut ? lines.slice(0, -1) : lines;
  if (whole.length > 1 && whole.slice(0, 20).every(isJsonObject)) return 'application/x-ndjson';
  if (!cut) return isJson(text) || /^[[{]\s*["{[\]}]/.test(text) ? 'application/json' : undefined;
  return /^(?:\{\s*"|\[\s*[[{"\d])/.test(text) ? 'application/json' : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const isJsonObject = (line: string): boolean => line.trimStart().startsWith('{') && isJson(line);
