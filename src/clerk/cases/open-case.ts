import type { CaseFile } from '../../casefile/case-file.ts';
import { createCaseFile, openCaseFile } from '../../casefile/open-case.ts';
import type { Moment } from '../../model/moment.ts';
import { rememberCase, type World } from './home.ts';

/** A case that is open: handed to every function of this room, and looked into by nobody above it. */
export type OpenCase = CaseFile;

/** Opens a case and remembers it for the next command. @throws KamengError of openCaseFile */
export function openCase(world: World, path: string, now: () => Moment): OpenCase {
  const file = openCaseFile(path, now);
  rememberCase(world, file.path);
  return file;
}

/** Creates a case at a free path and remembers it for the next command. @throws KamengError of createCaseFile */
export function createCase(world: World, path: string, title: string, now: () => Moment): OpenCase {
  const file = createCaseFile(path, title, now);
  rememberCase(world, file.path);
  return file;
}
