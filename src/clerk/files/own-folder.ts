import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A temporary folder that only the owner may enter, with the id of this process in its name. What a process that was
 * killed has left is taken away.
 * @param purpose `receive`
 */
export function makeOwnFolder(purpose: string, parent = tmpdir()): { path: string; remove(): void } {
  const ours = new RegExp(`^kameng-${purpose}-(\\d+)-\\w+$`);
  for (const name of readdirSync(parent)) {
    const pid = Number(ours.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) removeFolder(join(parent, name));
  }
  // mkdtemp gives 0700 where a system knows permission bits; elsewhere the folder of temporary files is the user's.
  const path = mkdtempSync(join(parent, `kameng-${purpose}-${process.pid}-`));
  return { path, remove: () => removeFolder(path) };
}

function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Another user's, or still in use: the next run tries again.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
