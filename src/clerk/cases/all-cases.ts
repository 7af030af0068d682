import { existsSync } from 'node:fs';
import type { CaseFile } from '../../casefile/case-file.ts';
import { openCaseFile } from '../../casefile/open-case.ts';
import type { Head } from '../../casefile/transfer.ts';
import { chinaDay, type Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { homeFolder, type World } from '../files/home-folder.ts';
import { keptOf, standingOf, type Standing } from '../integrity/anchor.ts';
import { allCases } from './home.ts';
import { linesOf, resultOf, type Line } from './lines.ts';
import { overCase, tryCase, type CaseResult } from './over-case.ts';
import { snapshotOf } from './snapshot.ts';
import { WorkedOut } from './worked-out.ts';

/** Runs work on every case of this user, or on these, one open at a time; a broken one does not stop the rest. */
export function overAllCases<T>(
  world: World,
  now: () => Moment,
  work: (snapshot: CaseSnapshot, file: CaseFile) => T,
  paths: readonly string[] = allCases(world),
): CaseResult<T>[] {
  return paths.map((path) => tryCase(path, () => overCase(path, now, snapshotOf, work)));
}

/** A case in a line, with the last backup that was made on this computer. */
export interface ListedCase extends Line {
  backup: { path: string; at: Moment } | null;
  /** How it stands to what this computer last saw of it; null where it has seen nothing. */
  anchor: Standing | null;
}

/** Every case of this user in a line. What was worked out before is kept until case or day is another. */
export async function listCases(world: World, now: () => Moment): Promise<CaseResult<ListedCase>[]> {
  // One moment for all: midnight may come while they are read.
  const at = now();
  const home = homeFolder(world);
  const kept = new WorkedOut<Line>(world, 'list', chinaDay(at));
  const paths = allCases(world);
  const lines = new Map<string, CaseResult<Line>>();
  for (const path of paths) {
    const value = kept.known(path);
    if (value) lines.set(path, { path, value });
  }
  for (const line of await linesOf({ home, at, paths: paths.filter((path) => !lines.has(path)) })) {
    if (line.found) kept.add(line.path, line.found);
    lines.set(line.path, resultOf(line));
  }
  kept.keep();
  return paths.map((path) => {
    const { value, trouble } = lines.get(path)!;
    if (!value) return { path, ...(trouble ? { trouble } : {}) };
    const noted = keptOf(world, value.id);
    const backup = noted.backup && existsSync(noted.backup.path) ? noted.backup : undefined;
    const anchor = noted.anchor ? listedStanding(path, value.head, noted.anchor, now) : null;
    return { path, value: { ...value, backup: backup ? { path: backup.path, at: backup.at } : null, anchor } };
  });
}

/** By the heads alone; only a case that others wrote on is opened for it. */
function listedStanding(path: string, head: Head, noted: Head, now: () => Moment): Standing {
  if (noted.seq > head.seq) return 'older';
  if (noted.seq === head.seq) return noted.hash === head.hash ? 'same' : 'other';
  const opened = tryCase(path, () => {
    const file = openCaseFile(path, now);
    try {
      return standingOf(file, noted);
    } finally {
      file.close();
    }
  });
  return opened.value ?? 'other';
}
