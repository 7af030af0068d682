import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './place.ts';

/** The purpose and the process that a folder of ours has in its name. */
const OURS = /^kameng-[a-z]+-(\d+)-\w+$/;

/**
 * A temporary folder that only the owner may enter, with the id of this process in its name. What a process that was
 * killed has left is taken away.
 * @param purpose `receive`
 */
export function makeOwnFolder(purpose: string, parent = tmpdir()): { path: string; remove(): void } {
  sweepOwnFolders(parent);
  // mkdtemp gives 0700 where a system knows permission bits; elsewhere temporary files have a folder of the user's own.
  const path = mkdtempSync(join(parent, `kameng-${purpose}-${process.pid}-`));
  return { path, remove: () => removeFolder(path) };
}

/** Takes away the temporary folders of ours whose process is gone. */
export function sweepOwnFolders(parent = tmpdir()): void {
  let names: string[];
  try {
    names = readdirSync(parent);
  } catch {
    // No folder for temporary files: then there is nothing of ours in it.
    return;
  }
  for (const name of names) {
    // The folder for temporary files can hold thousands of others.
    if (!name.startsWith('kameng-')) continue;
    const pid = Number(OURS.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) removeFolder(join(parent, name));
  }
}

function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Another user's, or still in use: the next run tries again.
  }
}
