import { Readable } from 'node:stream';
import type { Entry, RandomAccessReader, ZipFile } from 'yauzl';
import { KamengError } from '../../../model/errors.ts';
import type { FileSource } from '../../../model/reading.ts';
import { decryptEntry, methodOf } from './decrypt.ts';

const CHUNK = 256 * 1024;

export interface ArchiveEntry {
  /** As the archive says; untrusted, only for showing and telling entries apart. */
  name: string;
  /** Bytes when unpacked, as declared; reading stops with an error where it is not so. */
  size: number;
  packedSize: number;
  encrypted: boolean;
  folder: boolean;
  /** Neither folder nor file: a link, whose target is never followed. */
  link: boolean;
  raw: Entry;
}

export interface Archive {
  entries: ArchiveEntry[];
  /** Entries beyond the limit that were not listed. */
  more: boolean;
  /** The unpacked bytes piece by piece; not for encrypted entries. */
  stream(entry: ArchiveEntry): AsyncGenerator<Uint8Array>;
  /**
   * The unpacked bytes. @throws KamengError ZIP_ENTRY_TOO_LARGE, ZIP_PASSWORD_NEEDED,
   * ZIP_PASSWORD_WRONG, ZIP_METHOD_UNKNOWN, ZIP_DAMAGED
   */
  read(entry: ArchiveEntry, limit: number, password?: string): Promise<Uint8Array>;
  close(): void;
}

/**
 * Opens a ZIP without unpacking it: only its list is read.
 * @param maxEntries entries beyond it are not listed
 * @throws KamengError ZIP_DAMAGED
 */
export async function openArchive(source: FileSource, maxEntries: number): Promise<Archive> {
  const yauzl = await import('yauzl');
  const file = await yauzl.default
    .fromRandomAccessReaderPromise(readerOf(source, yauzl.default.RandomAccessReader), source.size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    })
    .catch(damaged);
  const entries: ArchiveEntry[] = [];
  let more = false;
  try {
    for await (const raw of file.eachEntry()) {
      if (entries.length >= maxEntries) {
        more = true;
        break;
      }
      entries.push(entryOf(raw));
    }
  } catch (cause) {
    damaged(cause);
  }
  return {
    entries,
    more,
    stream: (entry) => pieces(file, entry),
    read: (entry, limit, password) => readEntry(file, entry, limit, password),
    close: () => file.close(),
  };
}

function damaged(cause: unknown): never {
  throw new KamengError('ZIP_DAMAGED', '文件不完整或已损坏，打不开；原文件已完整保存。请重新下载，再添加一次', {
    cause,
  });
}

function readerOf(source: FileSource, Base: typeof RandomAccessReader): RandomAccessReader {
  class SourceReader extends Base {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(ranges(source, start, end), { objectMode: false });
    }
  }
  return new SourceReader();
}

async function* ranges(source: FileSource, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += CHUNK) {
    yield Buffer.from(await source.read(at, Math.min(CHUNK, end - at)));
  }
}

function entryOf(raw: Entry): ArchiveEntry {
  const name = entryName(raw);
  const unixMode = (raw.externalFileAttributes >>> 16) & 0o170000;
  return {
    name,
    raw,
    size: raw.uncompressedSize,
    packedSize: raw.compressedSize,
    encrypted: raw.isEncrypted(),
    folder: /[/\\]$/.test(name),
    link: raw.versionMadeBy >>> 8 === 3 && unixMode === 0o120000,
  };
}

/** Chinese Windows writes names in GBK and sets no flag for it. */
function entryName(raw: Entry): string {
  const bytes = raw.fileName as unknown as Buffer;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return bytes.toString('latin1');
}

async function* pieces(file: ZipFile, entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
  if (!entry.raw.canDecodeFileData()) unknownMethod(entry);
  try {
    for await (const piece of await file.openReadStreamPromise(entry.raw)) yield piece as Uint8Array;
  } catch (cause) {
    damaged(cause);
  }
}

function unknownMethod(entry: ArchiveEntry): never {
  throw new KamengError(
    'ZIP_METHOD_UNKNOWN',
    `压缩包用了不支持的压缩方式（${methodOf(entry.raw)}），请解压后把里面的文件加进来`,
  );
}

async function readEntry(file: ZipFile, entry: ArchiveEntry, limit: number, password?: string): Promise<Uint8Array> {
  if (entry.size > limit || entry.packedSize > limit) {
    throw new KamengError('ZIP_ENTRY_TOO_LARGE', `解压后有 ${Math.round(entry.size / 1_048_576)} MB，太大，没有读取`);
  }
  if (!entry.encrypted) return collect(pieces(file, entry), limit);
  if (password === undefined) {
    throw new KamengError('ZIP_PASSWORD_NEEDED', '压缩包有密码，还没有打开');
  }
  const packed = await collect(rawPieces(file, entry), limit);
  return decryptEntry(packed, entry.raw, password);
}

async function* rawPieces(file: ZipFile, entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of await file.openReadStreamPromise(entry.raw, { decodeFileData: false }))
      yield piece as Uint8Array;
  } catch (cause) {
    damaged(cause);
  }
}

async function collect(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > limit) throw new KamengError('ZIP_ENTRY_TOO_LARGE', '解压后的大小与压缩包写明的不符，没有读取');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
