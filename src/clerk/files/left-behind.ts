import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { homeFolder, type World } from './home-folder.ts';
import { makeFolder } from './folder.ts';
import { sweepOwnFolders } from './own-folder.ts';
import { growingSays, host, isRunning, sweepParts } from './place.ts';

/**
 * What grows beside its place and what lies in folders of ours goes with the work; a process that is killed leaves it.
 * So each process notes in the home folder in which folders something of its may be growing, and the next one that
 * starts takes away what those have left that are no more.
 */
const NOTE = /^([0-9a-f]{8})-(\d+)\.txt$/;

const notesIn = (world: World): string => join(homeFolder(world), 'growing');

/** Runs a command line, with what killed ones have left taken away before. */
export async function tidily<T>(world: World, work: () => Promise<T>): Promise<T> {
  sweepOwnFolders();
  sweepNoted(world);
  const home = homeFolder(world);
  let note: string | undefined;
  growingSays((folder) => {
    // What grows at home is found there.
    if (folder === home || dirname(folder) === home) return;
    try {
      makeFolder(home);
      makeFolder(notesIn(world));
      const path = join(notesIn(world), `${host()}-${process.pid}.txt`);
      appendFileSync(path, `${folder}\n`, { mode: 0o600 });
      note = path;
    } catch {
      // A home that cannot be written: what a kill leaves goes when something is next written to its folder.
    }
  });
  try {
    return await work();
  } finally {
    growingSays(undefined);
    if (note !== undefined) rmSync(note, { force: true });
  }
}

function sweepNoted(world: World): void {
  for (const name of namesIn(notesIn(world))) {
    const [, computer, pid] = NOTE.exec(name) ?? [];
    if (computer === undefined || computer !== host() || isRunning(Number(pid))) continue;
    const note = join(notesIn(world), name);
    try {
      for (const folder of readFileSync(note, 'utf8').split('\n')) if (folder !== '') sweepParts(folder);
      rmSync(note, { force: true });
    } catch {
      // Another process took it away first.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
