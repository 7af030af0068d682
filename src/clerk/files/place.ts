import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  futimesSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Which computer began a file: in a shared folder another one may be at work, with processes of its own. */
export const host = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** SQLite keeps the journal of a case beside it. */
const PART = /^\.kameng-([0-9a-f]{8})-(\d+)-[0-9a-f]+\.part(?:-journal)?$/;

let say: ((folder: string) => void) | undefined;
const said = new Set<string>();

/** Who is told, once a folder and before it happens, that something will grow there; undefined for nobody. */
export function growingSays(listener: ((folder: string) => void) | undefined): void {
  say = listener;
  said.clear();
  swept.clear();
}

/**
 * A name in this folder for what grows until it is whole, a file or a folder, and then takes its place. What killed
 * processes left there of theirs goes.
 */
export function growingIn(folder: string): string {
  sweepParts(folder);
  const whole = resolve(folder);
  if (!said.has(whole)) say?.(whole);
  said.add(whole);
  return join(folder, `.kameng-${host()}-${process.pid}-${randomBytes(6).toString('hex')}.part`);
}

export interface Placing {
  /** Put over a file that is there; else such a file is an error. */
  over?: boolean;
  /** Seconds since 1970, for a file that keeps the time of its original. */
  modifiedAt?: number;
}

/** Takes away what was growing, with the journal that SQLite keeps beside a case. */
export function dropGrowing(part: string): void {
  rmSync(part, { recursive: true, force: true });
  rmSync(`${part}-journal`, { force: true });
}

/**
 * Makes a file whole or not at all, for its owner alone: it is written under a name of its own in the same folder and
 * put in its place in one step. What a killed process left of such a file goes when the next one writes there.
 * @throws Error of the file system: EEXIST where a file, a folder or a link has the name
 */
export function placeFile(path: string, parts: Iterable<Uint8Array>, { over, modifiedAt }: Placing = {}): void {
  if (!over && isThere(path)) throw Object.assign(new Error(`there already: ${path}`), { code: 'EEXIST' });
  const part = growingIn(dirname(path));
  const handle = openSync(part, 'wx', 0o600);
  try {
    try {
      for (const bytes of parts) writeAll(handle, bytes);
      if (modifiedAt !== undefined) futimesSync(handle, modifiedAt, modifiedAt);
    } finally {
      closeSync(handle);
    }
    if (over) renameSync(part, path);
    else putWhereNothingIs(part, path);
  } catch (error) {
    if (existsSync(part)) unlinkSync(part);
    throw error;
  }
}

/** A disk that is almost full takes less than it is given. */
function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV'];

/** A second name for the file, which unlike a new name is never put over another. */
function putWhereNothingIs(part: string, path: string): void {
  try {
    linkSync(part, path);
  } catch (error) {
    // Sticks and some shares have no second names.
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? '') || isThere(path)) throw error;
    renameSync(part, path);
    return;
  }
  unlinkSync(part);
}

const swept = new Set<string>();

/** Takes away what processes of this computer that are no more have left of files they were writing, once a folder. */
export function sweepParts(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const [, computer, pid] = PART.exec(name) ?? [];
    if (computer === undefined || computer !== host() || Number(pid) === process.pid || isRunning(Number(pid)))
      continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Another process took it away first, or it may not be: neither is a reason to stop.
    }
  }
}

/** Is there a process with this id on this computer? */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
