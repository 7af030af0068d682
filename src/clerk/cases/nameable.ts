import type { CaseFile } from '../../casefile/case-file.ts';
import { listContacts } from '../../casefile/contacts.ts';
import { listExhibits } from '../../casefile/exhibits.ts';
import { listLetters } from '../../casefile/letters.ts';
import { lookIntoCaseFile } from '../../casefile/open-case.ts';
import { CHANNELS } from '../../model/dispute.ts';
import { KINDS } from '../../model/evidence.ts';
import { chinaDay, type Moment } from '../../model/moment.ts';
import { documentLabel } from '../letters/document-label.ts';
import { allCases, caseName, findCase } from './home.ts';
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

/** Every case of this user by the shortest word that `--case` takes for it alone. */
export function namedCases(world: World): Nameable[] {
  const paths = allCases(world);
  const names = paths.map(caseName);
  return paths.map((path, i) => ({
    word: names.filter((name) => name === names[i]).length > 1 ? path : names[i]!,
    says: path,
  }));
}
