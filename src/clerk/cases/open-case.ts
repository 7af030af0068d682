import type { CaseFile } from '../../casefile/case-file.ts';
import { caseInfo } from '../../casefile/case-info.ts';
import { createCaseFile, openCaseFile } from '../../casefile/open-case.ts';
import { headOf } from '../../casefile/transfer.ts';
import type { Moment } from '../../model/moment.ts';
import { closeAndKeep, lookAtOpened, openedWords, type Opened } from '../integrity/anchor.ts';
import { rememberCase } from './home.ts';
import type { World } from '../files/home-folder.ts';

/** A case that is open: handed to every function of this room, and looked into by nobody above it. */
export type OpenCase = CaseFile;

/** What was found of each open case when it was opened. */
const found = new WeakMap<OpenCase, Opened>();

/**
 * Opens a case, holds it against what this computer last saw of it, and remembers it for the next command.
 * @throws KamengError of openCaseFile
 */
export function openCase(world: World, path: string, now: () => Moment): OpenCase {
  const file = openCaseFile(path, now);
  try {
    found.set(file, lookAtOpened(world, file));
  } catch (error) {
    file.close();
    throw error;
  }
  rememberCase(world, file.path);
  return file;
}

/** Creates a case at a free path and remembers it for the next command. @throws KamengError of createCaseFile */
export function createCase(world: World, path: string, title: string, now: () => Moment): OpenCase {
  const file = createCaseFile(path, title, now);
  found.set(file, { id: caseInfo(file).id, wrong: 0, sound: true });
  rememberCase(world, file.path);
  return file;
}

/** What was found when it was opened. */
export function foundAtOpening(file: OpenCase): Opened {
  return found.get(file)!;
}

/** What is to be said of a case that was just opened; nothing when it is as it was left. */
export function openingWords(file: OpenCase): string[] {
  return openedWords(foundAtOpening(file), headOf(file));
}

/** From here on the case as it stands is the one that this computer knows. */
export function acceptCase(file: OpenCase): void {
  found.set(file, { ...foundAtOpening(file), wrong: 0, sound: true });
}

/** Closes a case; its head is kept in the home folder for the next opening. */
export function closeCase(world: World, file: OpenCase): void {
  closeAndKeep(world, file, foundAtOpening(file));
}
