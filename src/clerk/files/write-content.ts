import { createHash } from 'node:crypto';
import { closeSync, openSync, unlinkSync, utimesSync, writeSync } from 'node:fs';
import { contentChunks, contentSha256 } from '../../casefile/contents.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { KamengError } from '../../model/errors.ts';
import { epochOf } from '../../model/moment.ts';
import { explainWrite } from './write.ts';

/**
 * Writes content of the case to a new file, byte for byte; never over one that is there.
 * @param modifiedAt the time that the new file is given, as its original had it
 * @throws KamengError FILE_EXISTS, DISK_FULL, OUT_NOT_WRITABLE; CONTENT_CHANGED when it is not what was taken in
 */
export function writeContent(file: CaseFile, contentId: number, path: string, modifiedAt?: string): void {
  let handle: number;
  try {
    handle = openSync(path, 'wx', 0o600);
  } catch (error) {
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
  try {
    const hash = createHash('sha256');
    for (const chunk of contentChunks(file, contentId)) {
      hash.update(chunk);
      writeSync(handle, chunk);
    }
    if (hash.digest('hex') !== contentSha256(file, contentId)) throw changed(path);
  } catch (error) {
    closeSync(handle);
    unlinkSync(path);
    if (error instanceof KamengError) throw error;
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
  closeSync(handle);
  if (modifiedAt) {
    const seconds = epochOf(modifiedAt) / 1000;
    utimesSync(path, seconds, seconds);
  }
}

function changed(path: string): KamengError {
  return new KamengError('CONTENT_CHANGED', `案卷里的内容和收入时不一样了，没有写出：${path}`, {
    hints: ['kameng verify 列出哪些受损', '用最近的备份或副本继续'],
  });
}
