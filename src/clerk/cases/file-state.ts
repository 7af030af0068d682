import { closeSync, openSync, readSync, statSync, type Stats } from 'node:fs';

/** A case file as it was left: when nobody wrote since, nothing in it needs to be looked at again. */
export interface FileState {
  size: number;
  modifiedMs: number;
  /** SQLite's own count of changes to the file. */
  changes: number;
}

const HEADER_BYTES = 28;
const CHANGES_AT = 24;

/** How a case file stands now. @param stats of the file, when it was just asked. @throws Error of the file system */
export function fileState(path: string, { size, mtimeMs }: Stats = statSync(path)): FileState {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  return { size, modifiedMs: mtimeMs, changes: header.readUInt32BE(CHANGES_AT) };
}

/** Has nobody written between the two? */
export const isSameState = (one: FileState, other: FileState): boolean =>
  one.size === other.size && one.modifiedMs === other.modifiedMs && one.changes === other.changes;
