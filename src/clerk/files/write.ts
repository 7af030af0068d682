import { KamengError } from '../../model/errors.ts';
import { placeFile } from './place.ts';

/** Writes a new file; never over one that is there. @throws KamengError FILE_EXISTS, DISK_FULL, OUT_NOT_WRITABLE */
export function writeNew(path: string, data: Uint8Array | string): void {
  write(path, data, false);
}

/** Writes a file that is made anew each time, a calendar for example. @throws KamengError DISK_FULL, OUT_NOT_WRITABLE */
export function writeOver(path: string, data: Uint8Array | string): void {
  write(path, data, true);
}

function write(path: string, data: Uint8Array | string, over: boolean): void {
  try {
    placeFile(path, [typeof data === 'string' ? Buffer.from(data, 'utf8') : data], { over });
  } catch (error) {
    throw explainWrite(error as NodeJS.ErrnoException, path);
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
