import { openCaseFile } from '../../casefile/open-case.ts';
import { KamengError } from '../../model/errors.ts';
import type { Moment } from '../../model/moment.ts';
import type { CaseSnapshot } from '../../model/snapshot.ts';
import { seenText } from '../../model/text.ts';
import { overAllCases } from '../cases/all-cases.ts';
import { snapshotOf } from '../cases/snapshot.ts';
import { allCases, findCase } from '../cases/home.ts';
import type { World } from '../files/home-folder.ts';
import type { OpenCase } from '../cases/open-case.ts';
import { readerOf, type Reader } from '../exports/reader.ts';

/** What an assistant may look at, and how much of it. */
export interface Desk {
  world: World;
  now: () => Moment;
  /** The one case that it sees, as named on the command line; else all of this user. */
  only?: string | undefined;
  /** Names, numbers and codes stand in full. */
  clear: boolean;
}

/** A case that is open for an assistant. */
export interface Opened {
  file: OpenCase;
  path: string;
  snapshot: CaseSnapshot;
  tell: Teller;
}

/** Puts words of a case into the form that an assistant gets: covered, nothing hidden in them, of a bounded length. */
export interface Teller {
  words(text: string, most?: number): string;
  value: Reader['value'];
}

const MOST = 300;

export function tellerOf(snapshot: CaseSnapshot, clear: boolean): Teller {
  const reader = readerOf(snapshot, { redacted: !clear, whole: clear });
  return {
    // What is hidden in a number would hide it from the cover, too: it goes first.
    words: (text, most = MOST) => seenText(reader.cover(seenText(text, most * 4)), most),
    value: (key, value) => seenText(reader.value(key, seenText(value, MOST * 4)), MOST),
  };
}

/** The files of the cases that may be seen. @throws KamengError of findCase */
export function casesOf({ world, only }: Desk): string[] {
  return only === undefined ? allCases(world) : [findCase(world, only)];
}

/**
 * Runs work on a case; nothing is remembered of it for the next command.
 * @param id the case's own id; left out, the case that a command would take, or the only one there is
 * @throws KamengError CASE_NOT_FOUND, NO_CASE and of the work
 */
export async function withCaseOf<T>(
  desk: Desk,
  id: string | undefined,
  work: (opened: Opened) => T | Promise<T>,
): Promise<T> {
  const path = id === undefined ? findCase(desk.world, desk.only) : pathOf(desk, id);
  const file = openCaseFile(path, desk.now);
  try {
    const snapshot = snapshotOf(file);
    return await work({ file, path, snapshot, tell: tellerOf(snapshot, desk.clear) });
  } finally {
    file.close();
  }
}

/** By its id alone: a path or a name that an assistant makes up opens nothing. */
function pathOf(desk: Desk, id: string): string {
  const found = overAllCases(desk.world, desk.now, (snapshot) => snapshot.id, casesOf(desk)).find(
    ({ value }) => value === id,
  );
  if (found) return found.path;
  throw new KamengError('CASE_NOT_FOUND', '没有这个案卷', { hints: ['先用 list_cases 看有哪些案卷'] });
}
