import { createHash, hash } from 'node:crypto';
import type { Statement } from 'better-sqlite3';
import { KamengError } from '../model/errors.ts';
import type { CaseFile } from './case-file.ts';
import { insertRow, nextNumber } from './journal.ts';

/** A blob of SQLite ends at 10⁹ bytes; four mebibytes keep memory small and the disk busy. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

export interface StoredContent {
  id: number;
  sha256: string;
  bytes: number;
  /** False: the same bytes were there already and nothing was written. */
  fresh: boolean;
}

/** Thrown inside a savepoint to take the chunks of a duplicate back out. */
class AlreadyStored extends Error {
  readonly content: StoredContent;
  constructor(content: StoredContent) {
    super('already stored');
    this.content = content;
  }
}

export function findContent(file: CaseFile, sha256: string): StoredContent | undefined {
  const row = file.prepare('SELECT id, sha256, bytes FROM contents WHERE sha256 = ?').get(sha256) as
    Omit<StoredContent, 'fresh'> | undefined;
  return row && { ...row, fresh: false };
}

/** Is there content of this size? Then a duplicate is possible and hashing first is cheaper than writing. */
export function hasContentOfSize(file: CaseFile, bytes: number): boolean {
  return file.prepare('SELECT 1 FROM contents WHERE bytes = ? LIMIT 1').get(bytes) !== undefined;
}

/** Gives up to `CHUNK_BYTES` bytes in a view it may reuse, or an empty one at the end. */
export type ChunkReader = () => Promise<Uint8Array>;

/**
 * Stores bytes once under their SHA-256, chunk by chunk; memory does not grow with them.
 * @param digest of all chunks, where whoever reads them knows it at their end
 * @throws KamengError DISK_FULL and the like, and whatever `next` throws; then nothing of it is kept
 */
export async function storeContent(file: CaseFile, next: ChunkReader, digest?: () => string): Promise<StoredContent> {
  try {
    return await file.writeAsync(async () => {
      const { id, insert } = beginContent(file);
      const own = digest ? undefined : createHash('sha256');
      let bytes = 0;
      for (let seq = 0; ; seq++) {
        const chunk = await next();
        if (chunk.length === 0) break;
        own?.update(chunk);
        insert.run(id, seq, chunk);
        bytes += chunk.length;
      }
      const sha256 = own?.digest('hex') ?? digest!();
      const existing = findContent(file, sha256);
      if (existing) throw new AlreadyStored(existing);
      return endContent(file, { id, sha256, bytes });
    });
  } catch (error) {
    if (error instanceof AlreadyStored) return error.content;
    throw error;
  }
}

/** Stores bytes that are in memory. Inside or outside of `CaseFile.write`. */
export function storeBytes(file: CaseFile, data: Uint8Array, sha256 = hash('sha256', data)): StoredContent {
  return file.write(() => {
    const existing = findContent(file, sha256);
    if (existing) return existing;
    const { id, insert } = beginContent(file);
    for (let seq = 0; seq * CHUNK_BYTES < data.length; seq++) {
      insert.run(id, seq, data.subarray(seq * CHUNK_BYTES, (seq + 1) * CHUNK_BYTES));
    }
    return endContent(file, { id, sha256, bytes: data.length });
  });
}

function beginContent(file: CaseFile): { id: number; insert: Statement } {
  const id = nextNumber(file, 'contents');
  return { id, insert: file.prepare('INSERT INTO chunks (content_id, seq, data) VALUES (?, ?, ?)') };
}

function endContent(file: CaseFile, content: Omit<StoredContent, 'fresh'>): StoredContent {
  insertRow(file, 'content.store', 'contents', { id: content.id, sha256: content.sha256, bytes: content.bytes });
  return { ...content, fresh: true };
}

/** The digest under which a content was taken in. */
export function contentSha256(file: CaseFile, contentId: number): string {
  const row = file.read(() => file.prepare('SELECT sha256 FROM contents WHERE id = ?').get(contentId));
  return (row as { sha256: string } | undefined)?.sha256 ?? '';
}

/** The chunks of a content in order; one is in memory at a time. */
export function* contentChunks(file: CaseFile, contentId: number): Generator<Uint8Array> {
  const select = file.prepare('SELECT data FROM chunks WHERE content_id = ? AND seq = ?');
  for (let seq = 0; ; seq++) {
    const row = file.read(() => select.get(contentId, seq)) as { data: Uint8Array } | undefined;
    if (!row) return;
    yield row.data;
  }
}

/** `length` bytes from `offset`; shorter at the end. */
export function readContent(file: CaseFile, contentId: number, offset: number, length: number): Uint8Array {
  const select = file.prepare('SELECT data FROM chunks WHERE content_id = ? AND seq = ?');
  const parts: Uint8Array[] = [];
  let wanted = length;
  let at = offset;
  while (wanted > 0) {
    const seq = Math.floor(at / CHUNK_BYTES);
    const row = file.read(() => select.get(contentId, seq)) as { data: Uint8Array } | undefined;
    if (!row) break;
    const start = at - seq * CHUNK_BYTES;
    const piece = row.data.subarray(start, start + wanted);
    if (piece.length === 0) break;
    parts.push(piece);
    at += piece.length;
    wanted -= piece.length;
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** All bytes of a content. @throws KamengError FILE_TOO_LARGE above `limit` */
export function allContent(file: CaseFile, contentId: number, limit: number): Uint8Array {
  const row = file.prepare('SELECT bytes FROM contents WHERE id = ?').get(contentId) as { bytes: number } | undefined;
  if (!row) {
    throw new KamengError('CASE_DAMAGED', `案卷里少了第 ${contentId} 份内容：${file.path}`, {
      hints: ['kameng verify 列出哪些受损', '用最近的备份或副本继续'],
    });
  }
  const { bytes } = row;
  if (bytes > limit) {
    throw new KamengError('FILE_TOO_LARGE', `文件太大，无法整体读取：${bytes} 字节`, {
      hints: ['原文件已完整保存在案卷里，可以自己标注内容'],
    });
  }
  return readContent(file, contentId, 0, bytes);
}

/**
 * All bytes of a content, or undefined when they are no longer what was taken in: under the number of an exhibit
 * stands what was taken in, or nothing.
 * @throws KamengError FILE_TOO_LARGE above `limit`
 */
export function intactContent(file: CaseFile, contentId: number, limit: number): Uint8Array | undefined {
  const bytes = allContent(file, contentId, limit);
  return hash('sha256', bytes) === contentSha256(file, contentId) ? bytes : undefined;
}
