import { createHash } from 'node:crypto';
import { contentChunks, contentSha256 } from '../../casefile/contents.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { KamengError } from '../../model/errors.ts';
import { epochOf } from '../../model/moment.ts';
import { placeFile } from './place.ts';
import { explainWrite } from './write.ts';

/**
 * Writes content of the case to a new file, byte for byte and whole; never over one that is there.
 * @param modifiedAt the time that the new file is given, as its original had it
 * @throws KamengError FILE_EXISTS, DISK_FULL, OUT_NOT_WRITABLE; CONTENT_CHANGED when it is not what was taken in
 */
export function writeContent(file: CaseFile, contentId: number, path: string, modifiedAt?: string): void {
  try {
    const chunks = unchanged(file, contentId, path);
    placeFile(path, chunks, modifiedAt ? { modifiedAt: epochOf(modifiedAt) / 1000 } : {});
  } catch (error) {
    if (error instanceof KamengError) throw error;
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
}

/**
 * The chunks of a content; ends in an error when together they are not what was taken in.
 * @param path where they were to go, for the words of the error
 * @throws KamengError CONTENT_CHANGED
 */
export function* unchanged(file: CaseFile, contentId: number, path: string): Generator<Uint8Array> {
  const hash = createHash('sha256');
  for (const chunk of contentChunks(file, contentId)) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') === contentSha256(file, contentId)) return;
  throw new KamengError('CONTENT_CHANGED', `案卷里的内容和收入时不一样了，没有写出：${path}`, {
    hints: ['kameng verify 列出哪些受损', '用最近的备份或副本继续'],
  });
}
