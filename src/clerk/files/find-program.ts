import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { World } from './home-folder.ts';

/**
 * A program of this computer by its name. Only folders that the system was told to look in count: the current folder
 * may be full of what a stranger sent.
 * @returns its whole path; nothing where it is not installed
 */
export function findProgram({ env, platform }: World, name: string): string | undefined {
  // Windows writes the name of this variable as it likes.
  const key = Object.keys(env).find((one) => one.toUpperCase() === 'PATH');
  const folders = (key === undefined ? '' : (env[key] ?? '')).split(delimiter).filter(isAbsolute);
  const file = platform === 'win32' ? `${name}.exe` : name;
  return folders.map((folder) => join(folder, file)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
