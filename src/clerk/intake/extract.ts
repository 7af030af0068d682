import { closeSync, existsSync, openSync, unlinkSync, writeSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseFile } from '../../casefile/case-file.ts';
import { contentChunks } from '../../casefile/contents.ts';
import { type Exhibit } from '../../casefile/exhibits.ts';
import { KamengError } from '../../model/errors.ts';
import { epochOf } from '../../model/moment.ts';
import { safeFileName } from '../../model/text.ts';
import { makeFolder } from '../letters/make-folder.ts';

/**
 * Writes content of the case to a new file, byte for byte; never over one that is there.
 * @throws KamengError FILE_EXISTS, OUT_NOT_WRITABLE
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

/** Puts what a failed writing of an output means into words. */
export function explainWrite(error: NodeJS.ErrnoException, path: string): KamengError {
  if (error.code === 'EEXIST') {
    return new KamengError('FILE_EXISTS', `已经有这个文件，没有覆盖：${path}`, { hints: ['换一个文件夹，或先移走它'] });
  }
  if (error.code === 'ENOSPC')
    return new KamengError('DISK_FULL', `磁盘空间不足，没有写成：${path}`, { hints: ['腾出空间后重试'], cause: error });
  return new KamengError('OUT_NOT_WRITABLE', `写不进这里：${path}`, {
    hints: ['换一个可以写入的文件夹'],
    cause: error,
  });
}

/** Makes the folder when it is not there. @throws KamengError OUT_NOT_WRITABLE */
export function ensureFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new KamengError('OUT_NOT_WRITABLE', `这里已经有一个同名文件，不能当文件夹用：${folder}`, {
        hints: ['换一个文件夹名'],
      });
    }
    throw explainWrite(error as NodeJS.ErrnoException, folder);
  }
}

/** Extracts an exhibit into a folder under its number and own name. @returns the path written */
export function extractExhibit(file: CaseFile, exhibit: Exhibit, folder: string): string {
  ensureFolder(folder);
  const own = safeFileName(exhibit.file);
  const plain = join(folder, own);
  const path = existsSync(plain) ? join(folder, safeFileName(`${exhibit.no}-${own}`)) : plain;
  writeContent(file, exhibit.contentId, path, exhibit.fileModifiedAt);
  return path;
}
