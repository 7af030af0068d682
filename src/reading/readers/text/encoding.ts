import type { FileSource } from '../../../model/reading.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface TextForm {
  encoding: Encoding;
  /** Some bytes are not of this encoding; they are read as U+FFFD. */
  damaged: boolean;
}

/** As much as decides whether bytes are text at all. */
export const HEAD = 64 * 1024;
const CHUNK = 1024 * 1024;
/** Share of unreadable characters up to which text is damaged text and not something else. */
const DAMAGE_LIMIT = 0.02;

/** The encoding that the first bytes announce. */
function bomOf(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Do these bytes hold what no text holds: zeros, or more than a stray control character? */
function looksBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls += 1;
  }
  return controls > 3 + head.length / 200;
}

/** UTF-16 without a mark: zeros stand in every second place only, and it decodes to plain text. */
function unmarkedUtf16(head: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i += 1) {
    if (head[i] === 0) {
      if (i % 2 === 0) even += 1;
      else odd += 1;
      if (even > 0 && odd > 0) return undefined;
    }
  }
  if (even + odd < 2) return undefined;
  const encoding = even > 0 ? 'utf-16be' : 'utf-16le';
  const text = decodeLoosely(head.subarray(0, head.length & ~1), encoding);
  return plainness(text) > 0.95 ? encoding : undefined;
}

function decodeLoosely(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Share of characters that Chinese text is made of; a wrong encoding gives private and rare ones. */
function plainness(text: string): number {
  if (text === '') return 0;
  const plain = text.match(
    /[\t\n\r\x20-\x7e\u00a0-\u00ff\u2010-\u2030\u2190-\u27bf\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]|[\u{1f300}-\u{1faff}]/gu,
  );
  return (plain?.length ?? 0) / [...text].length;
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    // `stream` leaves a character that the end of these bytes cuts in two out of the judgement.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Are these first bytes text? By what they are, never by a name.
 * @param head up to {@link HEAD} bytes from the start of the file
 */
export function isTextHead(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const bom = bomOf(head);
  if (bom === 'utf-8') return !looksBinary(head.subarray(3));
  if (bom !== undefined)
    return head.length > 3 && plainness(decodeLoosely(head.subarray(2, head.length & ~1), bom)) > 0.9;
  if (looksBinary(head)) return unmarkedUtf16(head) !== undefined;
  if (isValid(head, 'utf-8')) return true;
  if (isValid(head, 'gb18030') && plainness(decodeLoosely(head, 'gb18030')) > 0.85) return true;
  return damageOf(head).share < DAMAGE_LIMIT;
}

/** The likely encoding of text by its beginning alone; {@link textForm} looks at the whole. */
export function headEncoding(head: Uint8Array): Encoding {
  const marked = bomOf(head) ?? (looksBinary(head) ? unmarkedUtf16(head) : undefined);
  return marked ?? (isValid(head, 'utf-8') ? 'utf-8' : damageOf(head).encoding);
}

/** Which of the two encodings loses less of these bytes, and how much it loses. */
function damageOf(head: Uint8Array): { encoding: Encoding; share: number } {
  const shares = (['utf-8', 'gb18030'] as const).map((encoding) => {
    const text = decodeLoosely(head, encoding);
    const lost =
      (text.match(/\ufffd/g)?.length ?? 0) + (encoding === 'gb18030' ? text.length * (1 - plainness(text)) : 0);
    return { encoding, share: lost / Math.max(1, text.length) };
  });
  return shares[0]!.share <= shares[1]!.share ? shares[0]! : shares[1]!;
}

/**
 * The encoding of a text file: its mark, else strict UTF-8, else strict GB18030
 * over the whole file, else the one that loses least.
 */
export async function textForm(source: FileSource): Promise<TextForm> {
  const head = await source.read(0, HEAD);
  const bom = bomOf(head) ?? (looksBinary(head) ? unmarkedUtf16(head) : undefined);
  if (bom !== undefined) return { encoding: bom, damaged: !(await isWhole(source, bom)) };
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await isWhole(source, encoding)) return { encoding, damaged: false };
  }
  return { encoding: damageOf(head).encoding, damaged: true };
}

async function isWhole(source: FileSource, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let offset = 0; offset < source.size; offset += CHUNK) {
      decoder.decode(await source.read(offset, CHUNK), { stream: true });
    }
    return true;
  } catch {
    return false;
  }
}
