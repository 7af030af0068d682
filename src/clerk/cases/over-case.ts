import type { CaseFile } from '../../casefile/case-file.ts';
import { openCaseFile } from '../../casefile/open-case.ts';
import { KamengError } from '../../model/errors.ts';
import { isMoment, type Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { explainOverCase } from '../integrity/verify-case.ts';

export interface CaseResult<T> {
  path: string;
  value?: T;
  /** This case could not be read; the others were. */
  trouble?: KamengError;
}

/** Runs work on a case; what is wrong with it is a result. */
export function tryCase<T>(path: string, work: () => T): CaseResult<T> {
  try {
    return { path, value: work() };
  } catch (error) {
    if (error instanceof KamengError) return { path, trouble: error };
    throw error;
  }
}

/** Runs work on one state of a case. @throws KamengError of openCaseFile, or what is wrong with it */
export function overCase<T>(
  path: string,
  now: () => Moment,
  look: (file: CaseFile) => CaseSnapshot,
  work: (snapshot: CaseSnapshot, file: CaseFile) => T,
): T {
  let file: CaseFile | undefined;
  try {
    const opened = openCaseFile(path, now);
    file = opened;
    return opened.readTogether(() => {
      const snapshot = look(opened);
      // A moment of another's hand can be anything; whoever shows it relies on it.
      for (const at of [snapshot.openedAt, snapshot.closedAt])
        if (at !== undefined && !isMoment(at)) throw new RangeError(`no moment: ${at}`);
      return work(snapshot, opened);
    });
  } catch (error) {
    throw file ? explainOverCase(file, error) : error;
  } finally {
    file?.close();
  }
}
