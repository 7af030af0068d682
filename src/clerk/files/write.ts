import { writeFileSync } from 'node:fs';
import { KamengError } from '../../model/errors.ts';

/** Writes a new file; never over one that is there. @throws KamengError FILE_EXISTS, DISK_FULL, OUT_NOT_WRITABLE */
export function writeNew(path: string, data: Uint8Array | string): void {
  write(path, data, 'wx');
}

/** Writes a file that is made anew each time, a calendar for example. @throws KamengError DISK_FULL, OUT_NOT_WRITABLE */
export function writeOver(path: string, data: Uint8Array | string): void {
  write(path, data, 'w');
}

function write(path: string, data: Uint8Array | string, flag: 'w' | 'wx'): void {
  try {
    // For its owner alone: what a case holds is nobody else's business.
    writeFileSync(path, data, { flag, mode: 0o600 });
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
