import { dirname, join, resolve } from 'node:path';
import { safeFileName } from '../../model/text.ts';

/**
 * Where a file goes whose name came out of a case: in the folder, under a name and never along a path.
 * Whoever planted `../x` or a link in a case finds it as a file called `.._x`, or nothing.
 */
export function placeIn(folder: string, name: string): string {
  const path = join(folder, safeFileName(name));
  if (dirname(resolve(path)) !== resolve(folder)) throw new Error(`a name that leaves its folder: ${name}`);
  return path;
}

/** One name for what a file system may take for the same: composed or not, in capitals or not. */
const twin = (name: string): string => name.normalize('NFC').toLowerCase();

/** Gives names that every file system takes and tells apart; the second of two that are one gets a number before it. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const own = safeFileName(name);
    let free = own;
    for (let n = 2; taken.has(twin(free)); n++) free = safeFileName(`${n}-${own}`);
    taken.add(twin(free));
    return free;
  });
}
