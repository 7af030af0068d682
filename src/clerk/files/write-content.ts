import { contentChunks } from '../../casefile/contents.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { KamengError } from '../../model/errors.ts';
import { epochOf } from '../../model/moment.ts';
import { placeFile } from './place.ts';
import { explainWrite } from './write.ts';

/**
 * Writes content of the case to a new file, byte for byte and whole; never over one that is there.
 * @param modifiedAt the time that the new file is given, as its original had it
 * @throws KamengError FILE_EXISTS, DISK_FULL, OUT_NOT_WRITABLE
 */
export function writeContent(file: CaseFile, contentId: number, path: string, modifiedAt?: string): void {
  try {
    placeFile(path, contentChunks(file, contentId), modifiedAt ? { modifiedAt: epochOf(modifiedAt) / 1000 } : {});
  } catch (error) {
    if (error instanceof KamengError) throw error;
    throw explainWrite(error as NodeJS.ErrnoException, path);
  }
}
