import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { KamengError } from '../../model/errors.ts';
import { explainWrite } from './write.ts';

/**
 * Makes a folder and those above it. Not by `recursive`: where a system denies
 * with ENOENT that a folder can be made in one that is there (/proc does), that never ends.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const above = dirname(folder);
  if (above !== folder && !existsSync(above)) makeFolder(above);
  // What we make is for its owner alone; a folder that was there keeps its own ways.
  mkdirSync(folder, { mode: 0o700 });
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
