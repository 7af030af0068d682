import type { Nameable, Numbered } from '../../../clerk/cases/nameable.ts';
import type { World } from '../../../clerk/files/home-folder.ts';
import { helpTopics } from '../../../clerk/help.ts';
import { choiceWords } from '../../../model/choice-words.ts';
import { SENT_BY } from '../../../model/contact.ts';
import { FACT_KEYS, factSpec, type FactKey } from '../../../model/facts.ts';
import { KamengError } from '../../../model/errors.ts';
import type { Moment } from '../../../model/moment.ts';
import { printable } from '../../../model/text.ts';
import type { Command } from '../../context.ts';
import { longFlag, type OptionRow, type OptionTable } from '../../options.ts';
import { PLATFORM_KEYS } from '../platform/options.ts';
import { formsOf, positionIn, type Position } from './position.ts';

/** Words that can stand under the cursor, and which of the shell's own names of files can. */
export interface Offers {
  files: 'none' | 'files' | 'folders' | 'cases';
  words: Nameable[];
}

interface Desk {
  world: World;
  now: () => Moment;
}

type Source = (desk: Desk, position: Position, value: string) => Promise<Nameable[]> | Nameable[];

/** Ids with what they are called; who types the name is offered names. */
const labelled = (ids: readonly string[], words: Readonly<Record<string, string>> = {}, typed = ''): Nameable[] =>
  /^[^\p{ASCII}]/u.test(typed)
    ? ids.flatMap((id) => (words[id] === undefined ? [] : [{ word: words[id], says: id }]))
    : ids.map((word) => ({ word, says: words[word] ?? '' }));

const numbered =
  (what: Numbered): Source =>
  async ({ world, now }, position) =>
    (await import('../../../clerk/cases/nameable.ts')).numberedIn(world, position.case, what, now);

const cases: Source = async ({ world, now }) =>
  (await import('../../../clerk/cases/nameable.ts')).namedCases(world, now);

const drafts: Source = async ({ world }) =>
  (await import('../../../clerk/assistant/drafts.ts'))
    .listDrafts(world)
    .map(({ no, kind }) => ({ word: `${no}`, says: kind }));

/** `key=`, and after it the words that the fact takes. */
const facts: Source = (_desk, _position, value) => {
  const [key, chosen] = value.split(/=(.*)/s) as [string, string?];
  if (chosen === undefined) return FACT_KEYS.map((one) => ({ word: `${one}=`, says: factSpec(one).label }));
  const spec = (FACT_KEYS as readonly string[]).includes(key) ? factSpec(key as FactKey) : undefined;
  const words = spec?.choices ? choiceWords(key as FactKey) : undefined;
  return labelled(spec?.choices ?? [], words, chosen).map(({ word, says }) => ({ word: `${key}=${word}`, says }));
};

const answers: Source = async (_desk, _position, value) => {
  const { vetItems } = await import('../../../clerk/cases/vets.ts');
  const [key, chosen] = value.split(/=(.*)/s) as [string, string?];
  if (chosen !== undefined) return ['yes', 'no', 'unknown'].map((one) => ({ word: `${key}=${one}`, says: '' }));
  return vetItems().map(({ id, question }) => ({ word: `${id}=`, says: question }));
};

const platforms: Source = async ({ world }) =>
  (await import('../../../clerk/cases/vets.ts')).listVets(world).map(({ platform }) => ({ word: platform, says: '' }));

/** What only a case, or a list of this program's, can tell of an option's value; by the long form of the option. */
const OF_OPTION: Readonly<Record<string, Source>> = {
  '--case': cases,
  '--letter': numbered('letters'),
  '--exhibit': numbered('exhibits'),
  '--correct': numbered('contacts'),
  '--strike': numbered('contacts'),
  '--answer': answers,
  '--sent-by': () => Object.entries(SENT_BY).map(([word, { label }]) => ({ word, says: label })),
};

/** The same of a command's argument. */
const OF_ARGUMENT: Readonly<Record<string, Source>> = {
  evidence: numbered('exhibits'),
  letter: numbered('letters'),
  draft: drafts,
  facts,
  platform: () => Object.entries(PLATFORM_KEYS).map(([key, says]) => ({ word: `${key}=`, says })),
  vet: platforms,
};

/** What is called so in a usage or in an option is a file, or a folder. */
const FILES = /[<[](?:path|file|bag)(?:\.\.\.)?[>\]]/;
const FOLDERS = /<dir>/;
const filesOf = (usage: string): Offers['files'] =>
  FOLDERS.test(usage) ? 'folders' : FILES.test(usage) ? 'files' : 'none';

/** Some of a list, parted by commas: what is there already stays in front and is not offered again. */
function someMore(of: readonly string[], value: string): Nameable[] {
  const front = value.slice(0, value.lastIndexOf(',') + 1);
  const taken = front.split(',');
  return labelled(of.filter((one) => !taken.includes(one))).map(({ word, says }) => ({ word: front + word, says }));
}

async function ofOption(desk: Desk, position: Position, row: OptionRow<unknown>): Promise<Offers> {
  const value = position.typed.slice(position.before.length);
  const source = OF_OPTION[longFlag(row.flags)];
  const words = row.choices
    ? labelled(row.choices, row.words, value)
    : row.some
      ? someMore(row.some, value)
      : source
        ? await source(desk, position, value)
        : [];
  return {
    files: source === cases ? 'cases' : filesOf(row.flags),
    words: words.map(({ word, says }) => ({ word: position.before + word, says })),
  };
}

async function ofArgument(desk: Desk, position: Position, command: Command, all: readonly Command[]): Promise<Offers> {
  const { name, usage, values } = command;
  if (position.argumentsBefore > 0 && !usage.includes('...')) return { files: 'none', words: [] };
  if (name === 'help') {
    const topics = helpTopics().map(({ title }) => ({ word: title, says: '常见问题' }));
    return { files: 'none', words: [...all.map((one) => ({ word: one.name, says: one.says })), ...topics] };
  }
  const source = OF_ARGUMENT[name];
  const words = values.length > 0 ? labelled(values) : source ? await source(desk, position, position.typed) : [];
  return { files: filesOf(usage), words };
}

/**
 * What can stand under the cursor of a line that is being typed. It looks and changes nothing; where a case cannot be
 * looked into, nothing of it is offered.
 * @param line the words after `kameng`; the last is under the cursor and may be empty
 */
export async function offersFor(
  line: readonly string[],
  { commands, common, ...desk }: Desk & { commands: readonly Command[]; common: OptionTable },
): Promise<Offers> {
  const position = positionIn(line, commands, common);
  try {
    if (position.optionOf) return await ofOption(desk, position, position.optionOf);
    if (position.typed.startsWith('-')) {
      const words = position.flags.flatMap((row) => formsOf(row).map((word) => ({ word, says: row.says })));
      return { files: 'none', words: [...words, { word: '--help', says: '显示帮助' }] };
    }
    if (!position.command) return { files: 'none', words: commands.map(({ name, says }) => ({ word: name, says })) };
    return await ofArgument(desk, position, position.command, commands);
  } catch (error) {
    if (error instanceof KamengError) return { files: 'none', words: [] };
    throw error;
  }
}

/** Offers as the scripts read them: what of files is offered, then a line for each word, `word<TAB>what it is`. */
export function offersAsText({ files, words }: Offers): string {
  return [files, ...words.map(({ word, says }) => `${printable(word)}\t${printable(says)}`), ''].join('\n');
}
