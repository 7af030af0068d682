import { createHash } from 'node:crypto';
import { KamengError } from '../model/errors.ts';
import { type CaseFile } from './case-file.ts';
import { insertRow } from './journal.ts';

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
    | Omit<StoredContent, 'fresh'>
    | undefined;
  return row && { ...row, fresh: false };
}

/** Is there content of this size? Then a duplicate is possible and hashing first is cheaper than writing. */
export function hasContentOfSize(file: CaseFile, bytes: number): boolean {
  return file.prepare('SELECT 1 FROM contents WHERE bytes = ? LIMIT 1').get(bytes) !== undefined;
}

/**
 * Stores bytes once under their SHA-256, chunk by chunk as `next` gives them.
 * @param next gives up to `CHUNK_BYTES` bytes in a view it may reuse, or an empty one at the end
 * @throws KamengError DISK_FULL and the like; then nothing of it is kept
 */
export function storeContent(file: CaseFile, next: () => Uint8Array): StoredContent {
  try {
    return file.write(() => {
      const { id } = file.prepare('SELECT coalesce(max(id), 0) + 1 AS id FROM contents').get() as { id: number };
      const insert = file.prepare('INSERT INTO chunks (content_id, seq, data) VALUES (?, ?, ?)');
      const hash = createHash('sha256');
      let bytes = 0;
      for (let seq = 0; ; seq++) {
        const chunk = next();
        if (chunk.length === 0) break;
        hash.update(chunk);
        insert.run(id, seq, chunk);
        bytes += chunk.length;
      }
      const sha256 = hash.digest('hex');
      const existing = findContent(file, sha256);
      if (existing) throw new AlreadyStored(existing);
      insertRow(file, 'content.store', 'contents', { id, sha256, bytes });
      return { id, sha256, bytes, fresh: true };
    });
  } catch (error) {
    if (error instanceof AlreadyStored) return error.content;
    throw error;
  }
}

/** Stores bytes that are in memory. */
export function storeBytes(file: CaseFile, bytes: Uint8Array): StoredContent {
  let offset = 0;
  return storeContent(file, () => {
    const chunk = bytes.subarray(offset, offset + CHUNK_BYTES);
    offset += chunk.length;
    return chunk;
  });
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
  const { bytes } = file.prepare('SELECT bytes FROM contents WHERE id = ?').get(contentId) as { bytes: number };
  if (bytes > limit) {
    throw new KamengError('FILE_TOO_LARGE', `文件太大，无法整体读取：${bytes} 字节`, {
      hints: ['原文件已完整保存在案卷里，可以自己标注内容'],
    });
  }
  return readContent(file, contentId, 0, bytes);
}
