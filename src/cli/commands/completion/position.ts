import type { Command } from '../../context.ts';
import { longFlag, type OptionRow, type OptionTable } from '../../options.ts';

/** What the word under the cursor is to be. */
export interface Position {
  /** The word as far as it is typed. */
  typed: string;
  command: Command | undefined;
  /** The option whose value it is. */
  optionOf?: OptionRow<unknown>;
  /** `--to=`: what stands before the value in the same word. */
  before: string;
  /** Flags that may stand here; those given before and taking one value only are left out. */
  flags: OptionRow<unknown>[];
  /** How many words that are no options stand before it, the command's name not counted. */
  argumentsBefore: number;
  /** The case that the line names. */
  case?: string;
}

const takesValue = (row: OptionRow<unknown>): boolean => row.flags.includes('<');

/** Its forms, short and long: `-c` and `--case`. */
export const formsOf = ({ flags }: OptionRow<unknown>): string[] => flags.match(/(?<![\w-])--?[\w-]+/g)!;

/**
 * Reads a line that is still being typed as the parser would read it.
 * @param line the words after `kameng`; the last is under the cursor and may be empty
 * @param common the options that every command takes
 */
export function positionIn(line: readonly string[], commands: readonly Command[], common: OptionTable): Position {
  const typed = line.at(-1) ?? '';
  let command: Command | undefined;
  let argumentsBefore = 0;
  let waiting: OptionRow<unknown> | undefined;
  let optionsOver = false;
  let named: string | undefined;
  const given = new Set<OptionRow<unknown>>();
  const rows = (): OptionRow<unknown>[] => [...Object.values(command?.options ?? {}), ...Object.values(common)];
  const rowOf = (form: string): OptionRow<unknown> | undefined => rows().find((row) => formsOf(row).includes(form));
  const take = (row: OptionRow<unknown>, value: string): void => {
    if (longFlag(row.flags) === '--case') named = value;
  };

  for (const word of line.slice(0, -1)) {
    if (waiting) {
      take(waiting, word);
      waiting = undefined;
    } else if (!optionsOver && word === '--') {
      optionsOver = true;
    } else if (!optionsOver && word.startsWith('-') && word.length > 1) {
      const [form, value] = word.split(/=(.*)/s) as [string, string?];
      const row = rowOf(form);
      if (row === undefined) continue;
      given.add(row);
      if (value !== undefined) take(row, value);
      else if (takesValue(row)) waiting = row;
    } else if (command === undefined) {
      command = commands.find(({ name }) => name === word);
    } else {
      argumentsBefore += 1;
    }
  }

  const equals = typed.indexOf('=');
  const joined =
    !waiting && !optionsOver && typed.startsWith('--') && equals > 0 ? rowOf(typed.slice(0, equals)) : undefined;
  return {
    typed,
    command,
    ...(waiting ? { optionOf: waiting } : joined ? { optionOf: joined } : {}),
    before: joined ? typed.slice(0, equals + 1) : '',
    flags: optionsOver ? [] : rows().filter((row) => row.many || !given.has(row)),
    argumentsBefore,
    ...(named === undefined ? {} : { case: named }),
  };
}
