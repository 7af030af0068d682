import type { CaseFile } from '../../casefile/case-file.ts';
import { openCaseFile } from '../../casefile/open-case.ts';
import { takeSnapshot } from '../../casefile/snapshot.ts';
import { KamengError } from '../../model/errors.ts';
import type { Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { lastBackup } from '../exports/backup-case.ts';
import { summaryOf, type CaseSummary } from './case-view.ts';
import { allCases, type World } from './home.ts';
import { explainOverCase } from '../integrity/verify-case.ts';

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
  return paths.map((path) => {
    let file: CaseFile | undefined;
    try {
      file = openCaseFile(path, now);
      return { path, value: work(takeSnapshot(file)) };
    } catch (error) {
      const explained = file ? explainOverCase(file, error) : error;
      if (explained instanceof KamengError) return { path, trouble: explained };
      throw explained;
    } finally {
      file?.close();
    }
  });
}

/** A case in a line, with the last backup that was made on this computer. */
export interface ListedCase extends CaseSummary {
  backup: { path: string; at: Moment } | null;
}

/** Every case of this user in a line. */
export function listCases(world: World, now: () => Moment): CaseResult<ListedCase>[] {
  return overAllCases(world, now, (snapshot) => {
    const backup = lastBackup(world, snapshot.id);
    return { ...summaryOf(snapshot), backup: backup ? { path: backup.path, at: backup.at } : null };
  });
}
