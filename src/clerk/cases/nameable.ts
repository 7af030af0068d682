import type { CaseFile } from '../../casefile/case-file.ts';
import { caseInfo } from '../../casefile/case-info.ts';
import { closedAt } from '../../casefile/closing.ts';
import { listContacts } from '../../casefile/contacts.ts';
import { listExhibits } from '../../casefile/exhibits.ts';
import { listLetters } from '../../casefile/letters.ts';
import { lookIntoCaseFile } from '../../casefile/open-case.ts';
import { CHANNELS } from '../../model/dispute.ts';
import { KINDS } from '../../model/evidence.ts';
import { chinaDay, type Moment } from '../../model/moment.ts';
import { documentLabel } from '../letters/document-label.ts';
import type { CaseSummary } from './case-view.ts';
import { allCases, caseName, findCase } from './home.ts';
import { tryCase } from './over-case.ts';
import { WorkedOut } from './worked-out.ts';
import type { World } from '../files/home-folder.ts';

/** A word that can stand on a command line, and what it means. */
export interface Nameable {
  word: string;
  says: string;
}

/** What a case has by number. */
const NUMBERED = {
  exhibits: (file: CaseFile): Nameable[] =>
    listExhibits(file).map(({ no, kind, file: name }) => ({ word: `${no}`, says: `${KINDS[kind].label} ${name}` })),
  letters: (file: CaseFile): Nameable[] =>
    listLetters(file).map(({ no, document, writtenAt }) => ({
      word: `${no}`,
      says: `${documentLabel(document)} ${chinaDay(writtenAt)}`,
    })),
  contacts: (file: CaseFile): Nameable[] =>
    listContacts(file).map(({ no, channel, at }) => ({
      word: `${no}`,
      says: `${CHANNELS[channel].label} ${at.slice(0, 10)}`,
    })),
} as const;

export type Numbered = keyof typeof NUMBERED;

/**
 * What a case has by number, looked up without a trace: no case is remembered, migrated or waited for.
 * @throws KamengError of findCase and of looking into it
 */
export function numberedIn(world: World, named: string | undefined, what: Numbered, now: () => Moment): Nameable[] {
  const file = lookIntoCaseFile(findCase(world, named), now);
  try {
    return NUMBERED[what](file);
  } finally {
    file.close();
  }
}

/** So many cases are opened for their titles while somebody waits for the shell. */
const MOST_OPENED = 100;

/** Every case of this user by the shortest word that `--case` takes for it alone, with its title. */
export function namedCases(world: World, now: () => Moment): Nameable[] {
  const paths = allCases(world);
  const names = paths.map(caseName);
  // What `list` has worked out is at hand; nothing is kept here, for completion leaves no trace.
  const kept = new WorkedOut<CaseSummary>(world, 'list', chinaDay(now()));
  let opened = 0;
  return paths.map((path, i) => {
    const known = kept.known(path) ?? (opened++ < MOST_OPENED ? lookAt(path, now) : undefined);
    return {
      word: names.filter((name) => name === names[i]).length > 1 ? path : names[i]!,
      says: known ? `${known.title}${known.closedAt === null ? '' : '（已结案）'}` : path,
    };
  });
}

/** Undefined for a case that cannot be looked into. */
function lookAt(path: string, now: () => Moment): Pick<CaseSummary, 'title' | 'closedAt'> | undefined {
  return tryCase(path, () => {
    const file = lookIntoCaseFile(path, now);
    try {
      return { title: caseInfo(file).title, closedAt: closedAt(file) ?? null };
    } finally {
      file.close();
    }
  }).value;
}
