import { existsSync } from 'node:fs';
import type { CaseFile } from '../../casefile/case-file.ts';
import { openCaseFile } from '../../casefile/open-case.ts';
import { headOf, type Head } from '../../casefile/transfer.ts';
import { KamengError } from '../../model/errors.ts';
import { chinaDay, isMoment, type Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { keptOf, standingOf, type Standing } from '../integrity/anchor.ts';
import { summaryOf, type CaseSummary } from './case-view.ts';
import { allCases } from './home.ts';
import type { World } from '../files/home-folder.ts';
import { explainOverCase } from '../integrity/verify-case.ts';
import { glanceOf, snapshotOf } from './snapshot.ts';
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
  work: (snapshot: CaseSnapshot, file: CaseFile) => T,
  paths: readonly string[] = allCases(world),
): CaseResult<T>[] {
  return paths.map((path) => tryCase(path, () => overCase(path, now, snapshotOf, work)));
}

/**
 * The same for what rules come to on a day: it is kept until case or day is another.
 * @param name of the work
 * @param work gives what JSON can hold
 */
function overAllCasesKept<T>(
  world: World,
  now: () => Moment,
  name: string,
  work: (snapshot: CaseSnapshot, file: CaseFile) => T,
): CaseResult<T>[] {
  // One moment for all: midnight may come while they are read.
  const at = now();
  const kept = new WorkedOut<T>(world, name, chinaDay(at));
  const results = allCases(world).map((path) =>
    tryCase(path, () => kept.of(path, () => overCase(path, () => at, glanceOf, work))),
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

function overCase<T>(
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

/** A case in a line, with the last backup that was made on this computer. */
export interface ListedCase extends CaseSummary {
  backup: { path: string; at: Moment } | null;
  head: Head;
  /** How it stands to what this computer last saw of it; null where it has seen nothing. */
  anchor: Standing | null;
}

/** Every case of this user in a line. */
export function listCases(world: World, now: () => Moment): CaseResult<ListedCase>[] {
  const work = (snapshot: CaseSnapshot, file: CaseFile) => ({ ...summaryOf(snapshot), head: headOf(file) });
  return overAllCasesKept(world, now, 'list', work).map(({ path, value, trouble }) => {
    if (!value) return { path, ...(trouble ? { trouble } : {}) };
    const kept = keptOf(world, value.id);
    const backup = kept.backup && existsSync(kept.backup.path) ? kept.backup : undefined;
    const anchor = kept.anchor ? listedStanding(path, value.head, kept.anchor, now) : null;
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
