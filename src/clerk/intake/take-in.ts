import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { addExhibit, findExhibitByContent, type Exhibit } from '../../casefile/exhibits.ts';
import {
  CHUNK_BYTES,
  findContent,
  hasContentOfSize,
  storeBytes,
  storeContent,
  type ChunkReader,
  type StoredContent,
} from '../../casefile/contents.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { guessLabel } from '../../reading/kinds/guess.ts';
import { sniff } from '../../reading/sniff.ts';
import { Cancelled, KamengError } from '../../model/errors.ts';
import { KINDS, type Category, type Kind } from '../../model/evidence.ts';
import { chinaMoment, type Moment } from '../../model/moment.ts';
import { contentSource, memorySource } from './content-source.ts';
import type { FoundFile, Refusal } from './walk.ts';

export interface TakeInOptions {
  /** Said by the user for all of these files. */
  category?: Category;
  kind?: Kind;
  note?: string;
  /** The time that the file system gives these files says nothing of where they come from. */
  timeUnknown?: boolean;
  signal?: AbortSignal;
  /** Bytes so far, and the file under way. */
  progress?: (bytes: number, name: string) => void;
}

export interface TakeIn {
  added: number[];
  /** Files whose bytes were there already, with the exhibit that holds them. */
  duplicates: { file: string; exhibit: number }[];
  refused: Refusal[];
  /** What the bytes of the added exhibits are, so that their readers need not ask again. */
  mediaTypes: Map<number, string>;
}

export const nothingTaken = (): TakeIn => ({ added: [], duplicates: [], refused: [], mediaTypes: new Map() });

/** One transaction for many small files: a sync of the disk for each would take ten times as long. */
const BATCH_FILES = 2_048;
const BATCH_BYTES = 64 * 1024 * 1024;

/**
 * Takes files into the case, bytes first. Each file is kept whole or not at
 * all; on a cancel the files that were complete stay.
 * @throws Cancelled, KamengError DISK_FULL, CASE_BUSY, CASE_READ_ONLY
 */
export async function takeInFiles(
  file: CaseFile,
  files: readonly FoundFile[],
  options: TakeInOptions = {},
): Promise<TakeIn> {
  const result = nothingTaken();
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const counter = { bytes: 0 };
  for (let start = 0; start < files.length;) {
    const end = batchEnd(files, start);
    const batch = files.slice(start, end);
    const partial = nothingTaken();
    await new Promise<void>((resolve) => void setImmediate(resolve));
    const cancelled = await file.writeAsync(async () => {
      for (const found of batch) {
        try {
          await takeInFile(file, found, buffer, options, partial, counter);
        } catch (error) {
          if (error instanceof Cancelled) return error;
          throw error;
        }
      }
      return undefined;
    });
    result.added.push(...partial.added);
    result.duplicates.push(...partial.duplicates);
    result.refused.push(...partial.refused);
    for (const [no, mediaType] of partial.mediaTypes) result.mediaTypes.set(no, mediaType);
    if (cancelled) {
      const kept = result.added.length;
      throw new Cancelled('已取消', [`已收入的 ${kept} 个文件都在案卷里；再运行一次会从剩下的继续`]);
    }
    start = end;
  }
  return result;
}

function batchEnd(files: readonly FoundFile[], start: number): number {
  let bytes = 0;
  let end = start;
  while (
    end < files.length &&
    end - start < BATCH_FILES &&
    (end === start || bytes + files[end]!.bytes <= BATCH_BYTES)
  ) {
    bytes += files[end]!.bytes;
    end++;
  }
  return end;
}

/**
 * The file that was found and nothing that was put in its place since: not through a link, and without waiting for
 * the other end of a pipe. Windows has neither switch.
 */
const AS_FOUND = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function takeInFile(
  file: CaseFile,
  found: FoundFile,
  buffer: Buffer,
  options: TakeInOptions,
  result: TakeIn,
  counter: { bytes: number },
): Promise<void> {
  options.signal?.throwIfAborted();
  let handle: number;
  try {
    handle = openSync(found.path, AS_FOUND);
  } catch (error) {
    const linked = (error as NodeJS.ErrnoException).code === 'ELOOP';
    result.refused.push(
      linked
        ? { path: found.path, code: 'LINK', why: '是链接，请直接添加它指向的文件' }
        : { path: found.path, code: 'UNREADABLE', why: '没有读取权限，或正被其他程序占用' },
    );
    return;
  }
  try {
    const before = fstatSync(handle);
    if (!before.isFile()) {
      result.refused.push({ path: found.path, code: 'NOT_A_FILE', why: '不是普通文件' });
      return;
    }
    const progress = (at: number): void => options.progress?.(counter.bytes + at, found.name);
    const content =
      before.size < CHUNK_BYTES
        ? storeBytes(file, readWhole(handle, buffer, progress))
        : await storeLarge(file, before.size, () => chunksOf(handle, buffer, options.signal, progress));
    const after = fstatSync(handle);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || content.bytes !== before.size)
      throw new FileChanged();
    counter.bytes += content.bytes;
    // A small file still stands in the buffer; a large one is looked at in the case.
    const whole = content.bytes < CHUNK_BYTES ? buffer.subarray(0, content.bytes) : undefined;
    await numberContent(
      file,
      content,
      {
        name: found.name,
        ...(options.timeUnknown ? {} : { modifiedAt: chinaMoment(before.mtimeMs) }),
        ...(whole ? { whole } : {}),
      },
      options,
      result,
    );
  } catch (error) {
    if (error instanceof FileChanged) {
      result.refused.push({ path: found.path, code: 'CHANGED', why: '读取时文件正在变化，请等它保存好再添加' });
    } else if (isReadError(error)) {
      result.refused.push({ path: found.path, code: 'UNREADABLE', why: '读取中断，磁盘或网络位置可能有问题' });
    } else {
      throw error;
    }
  } finally {
    closeSync(handle);
  }
}

/** A file of less than a chunk, in the buffer; longer than it was said to be when it grew meanwhile. */
function readWhole(handle: number, buffer: Buffer, progress: (at: number) => void): Uint8Array {
  let at = 0;
  for (let more = -1; more !== 0 && at < CHUNK_BYTES; at += more)
    more = readSync(handle, buffer, at, CHUNK_BYTES - at, at);
  progress(at);
  return buffer.subarray(0, at);
}

/** A large file that may be there already is hashed before it is written. */
async function storeLarge(file: CaseFile, size: number, open: () => ChunkReader): Promise<StoredContent> {
  const known = hasContentOfSize(file, size) ? await hashOnly(file, open()) : undefined;
  return known ?? storeContent(file, open());
}

/** Bytes after which the event loop gets a turn, so that Ctrl-C is heard. */
const TURN_BYTES = 32 * 1024 * 1024;

/** The chunks of an open file, read without waiting: a promise for each read costs more than the read. */
function chunksOf(
  handle: number,
  buffer: Buffer,
  signal: AbortSignal | undefined,
  progress: (at: number) => void,
): ChunkReader {
  let at = 0;
  let turn = TURN_BYTES;
  return async () => {
    if (at >= turn) {
      turn = at + TURN_BYTES;
      await new Promise<void>((resolve) => void setImmediate(resolve));
      signal?.throwIfAborted();
    }
    const bytesRead = readSync(handle, buffer, 0, CHUNK_BYTES, at);
    // The last, empty read leaves the buffer as it was.
    at += bytesRead;
    progress(at);
    return buffer.subarray(0, bytesRead);
  };
}

class FileChanged extends Error {}

function isReadError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && (error as NodeJS.ErrnoException).syscall === 'read';
}

async function hashOnly(file: CaseFile, next: ChunkReader): Promise<StoredContent | undefined> {
  const hash = createHash('sha256');
  for (let chunk = await next(); chunk.length > 0; chunk = await next()) hash.update(chunk);
  return findContent(file, hash.digest('hex'));
}

/** Gives stored bytes an exhibit number, unless an exhibit holds them already. */
async function numberContent(
  file: CaseFile,
  content: StoredContent,
  taken: { name: string; modifiedAt?: Moment; whole?: Uint8Array },
  options: TakeInOptions,
  result: TakeIn,
): Promise<void> {
  const { name, modifiedAt, whole } = taken;
  const existing: Exhibit | undefined = content.fresh ? undefined : findExhibitByContent(file, content.id);
  if (existing) {
    result.duplicates.push({ file: name, exhibit: existing.no });
    return;
  }
  const source = whole
    ? memorySource(name, whole)
    : contentSource(file, { contentId: content.id, bytes: content.bytes, file: name });
  const { mediaType } = await sniff(source);
  const guess = guessLabel(name, mediaType);
  const said = options.category !== undefined || options.kind !== undefined;
  const kind =
    options.kind ?? (options.category === undefined || guess.category === options.category ? guess.kind : 'other');
  const no = addExhibit(file, {
    contentId: content.id,
    file: name,
    mediaType,
    category: options.category ?? KINDS[kind].category,
    kind,
    labelledBy: said ? 'user' : 'guess',
    confidence: said ? 1 : guess.confidence,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(modifiedAt === undefined ? {} : { fileModifiedAt: modifiedAt }),
  });
  result.added.push(no);
  result.mediaTypes.set(no, mediaType);
}

/**
 * Takes in one stream, standard input for example.
 * @throws KamengError STREAM_EMPTY; else as takeInFiles
 */
export async function takeInStream(
  file: CaseFile,
  stream: AsyncIterable<Uint8Array>,
  name: string,
  options: TakeInOptions = {},
): Promise<TakeIn> {
  const result = nothingTaken();
  const iterator = stream[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  await file.writeAsync(async () => {
    const content = await storeContent(file, async () => {
      // Chunks of the case file are of one size; pipes give what they like.
      const parts = [rest];
      let size = rest.length;
      while (size < CHUNK_BYTES) {
        options.signal?.throwIfAborted();
        const { value, done } = await iterator.next();
        if (done) break;
        parts.push(value);
        size += value.length;
      }
      const all = Buffer.concat(parts);
      rest = all.subarray(CHUNK_BYTES);
      return all.subarray(0, CHUNK_BYTES);
    });
    if (content.bytes === 0) {
      throw new KamengError('STREAM_EMPTY', '标准输入里没有内容', {
        hints: ['例如：type 文件 | kameng add - --name 聊天.txt'],
      });
    }
    await numberContent(file, content, { name }, options, result);
  });
  return result;
}
