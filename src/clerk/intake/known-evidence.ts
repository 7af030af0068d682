import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openCaseFile } from '../../casefile/open-case.ts';
import { caseInfo } from '../../casefile/case-info.ts';
import { listExhibits } from '../../casefile/exhibits.ts';
import { KamengError } from '../../model/errors.ts';
import type { Moment } from '../../model/moment.ts';
import { allCases } from '../cases/home.ts';
import type { World } from '../files/home-folder.ts';
import { walk } from './walk.ts';

/** Looking is quick or it is not done: so many files, none larger than this. */
const MOST_FILES = 30;
const MOST_BYTES = 20_000_000;

/** A case that holds some of these files already. */
export interface KnownEvidence {
  path: string;
  title: string;
  /** How many of the files that were looked at. */
  files: number;
  looked: number;
}

/** The case that holds most of what the paths name; undefined when none holds any. */
export function caseWithFiles(world: World, now: () => Moment, paths: readonly string[]): KnownEvidence | undefined {
  const cases = allCases(world);
  if (cases.length === 0) return undefined;
  const files = walk(paths, world.cwd)
    .files.filter(({ bytes }) => bytes > 0 && bytes <= MOST_BYTES)
    .slice(0, MOST_FILES);
  const sums = new Set(files.flatMap(({ path }) => sumOf(path) ?? []));
  if (sums.size === 0) return undefined;
  let best: KnownEvidence | undefined;
  for (const path of cases) {
    const found = holding(path, now, sums);
    if (found && found.files > (best?.files ?? 0)) best = { ...found, looked: sums.size };
  }
  return best;
}

function sumOf(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    // It is named as unreadable when it is taken in.
    return undefined;
  }
}

function holding(
  path: string,
  now: () => Moment,
  sums: ReadonlySet<string>,
): Omit<KnownEvidence, 'looked'> | undefined {
  try {
    const file = openCaseFile(path, now);
    try {
      const files = listExhibits(file).filter(({ sha256, withdrawn }) => !withdrawn && sums.has(sha256)).length;
      return files > 0 ? { path, title: caseInfo(file).title, files } : undefined;
    } finally {
      file.close();
    }
  } catch (error) {
    // A broken case is no reason not to open a new one.
    if (error instanceof KamengError) return undefined;
    throw error;
  }
}
