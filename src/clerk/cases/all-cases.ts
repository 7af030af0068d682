import type { CaseFile } from '../../casefile/case-file.ts';
import { openCaseFile } from '../../casefile/open-case.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, type Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { lastBackup } from '../exports/backup-case.ts';
import { summaryOf, type CaseSummary } from './case-view.ts';
import { allCases } from './home.ts';
import type { World } from '../files/home-folder.ts';
import { explainOverCase } from '../integrity/verify-case.ts';
import { snapshotOf } from './snapshot.ts';
import { WorkedOut } from './worked-out.ts';

export interface CaseResult<T> {
  path: string;
  value?: T;
  /** This case could not be read; the others were. */
  trouble?: KamengError;
}

/** Runs work on every case of this user, or on these, one open at a time; a broken one does not stop the rest. */
export function overAllCases<T>(
  world: World,
  now: () => Moment,
  work: (snapshot: CaseSnapshot) => T,
  paths: readonly string[] = allCases(world),
): CaseResult<T>[] {
  return paths.map((path) => tryCase(path, () => overCase(path, now, work)));
}

/**
 * The same for what follows from a case and the day alone: it is kept until one of them is another.
 * @param name of the work
 * @param work gives what JSON can hold
 */
function overAllCasesKept<T>(
  world: World,
  now: () => Moment,
  name: string,
  work: (snapshot: CaseSnapshot) => T,
): CaseResult<T>[] {
  // One moment for all: midnight may come while they are read.
  const at = now();
  const kept = new WorkedOut<T>(world, name, chinaDay(at));
  const results = allCases(world).map((path) =>
    tryCase(path, () => kept.of(path, () => overCase(path, () => at, work))),
  );
  kept.keep();
  return results;
}

function tryCase<T>(path: string, work: () => T): CaseResult<T> {
  try {
    return { path, value: work() };
  } catch (error) {
    if (error instanceof KamengError) return { path, trouble: error };
    throw error;
  }
}

function overCase<T>(path: string, now: () => Moment, work: (snapshot: CaseSnapshot) => T): T {
  let file: CaseFile | undefined;
  try {
    file = openCaseFile(path, now);
    return work(snapshotOf(file));
  } catch (error) {
    throw file ? explainOverCase(file, error) : error;
  } finally {
    file?.close();
  }
}

/** A case in a line, with the last backup that was made on this computer. */
export interface ListedCase extends CaseSummary {
  backup: { path: string; at: Moment } | null;
}

/** Every case of this user in a line. */
export function listCases(world: World, now: () => Moment): CaseResult<ListedCase>[] {
  return overAllCasesKept(world, now, 'list', summaryOf).map((result) => {
    if (!result.value) return { path: result.path, ...(result.trouble ? { trouble: result.trouble } : {}) };
    const backup = lastBackup(world, result.value.id);
    return {
      path: result.path,
      value: { ...result.value, backup: backup ? { path: backup.path, at: backup.at } : null },
    };
  });
}
