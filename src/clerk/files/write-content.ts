import { closeSync, openSync, unlinkSync, utimesSync, writeSync } from 'node:fs';
import { contentChunks } from '../../casefile/contents.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { KamengError } from '../../model/errors.ts';
import { epochOf } from '../../model/moment.ts';
import { explainWrite } from './write.ts';

/**
 * Writes content of the case to a new file, byte for byte; never over one that is there.
 * @param modifiedAt the time that the new file is given, as its original had it
 * @throws KamengError FILE_EXISTS, DISK_FULL, OUT_NOT_WRITABLE
 */
export function writeContent(file: CaseFile, contentId: number, path: string, modifiedAt?: string): void {
  let handle: number;
  try {
    handle = openSync(path, 'wx');
  } catch (error) {
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
  try {
    for (const chunk of contentChunks(file, contentId)) writeSync(handle, chunk);
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
