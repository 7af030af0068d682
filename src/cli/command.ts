import type { Command, Context } from './context.ts';
import { longFlag, type OptionsOf, type OptionTable } from './options.ts';
import { usageError, type ExitCode } from '../model/errors.ts';

/** What the parser gives for `[path...]`, `<path...>`, `[no]` and `<file>`. */
export type ArgsOf<Usage extends string> = Usage extends `${string}...${string}`
  ? [string[]]
  : Usage extends `${string} [${string}]`
    ? [string | undefined]
    : Usage extends `${string} <${string}>`
      ? [string]
      : [];

/** How a command is written and what it is for. */
export interface Declaration<Usage extends string, Table extends OptionTable> {
  /** `letter [no]`: its name and its one argument. */
  usage: Usage;
  /** What it does, for the help. */
  says: string;
  options: Table;
  /** What its argument can be, for the completion. */
  values?: readonly string[];
  /** Command lines that show how it is used. */
  examples?: readonly string[];
  /** What else its help says: a title, then terms and what they mean. */
  notes?: () => readonly (readonly [string, string?])[];
}

/** What the file of a command's body exports; it can be called without a command line. */
export interface CommandBody<Args, Options> {
  run(context: Context, args: Args, options: Options): Promise<ExitCode | void>;
}

/**
 * Options and usage in one value, so that the body can take its types from it.
 * @param examples command lines for the help
 */
export function declare<const Usage extends string, const Table extends OptionTable = {}>(
  usage: Usage,
  says: string,
  options: Table = {} as Table,
  examples: readonly string[] = [],
): Declaration<Usage, Table> {
  return { usage, says, options, examples };
}

/** The values of a declaration's options. */
export type Options<D> = D extends Declaration<string, infer Table> ? OptionsOf<Table> : never;
/** The argument of a declaration. */
export type Args<D> = D extends Declaration<infer Usage, OptionTable> ? ArgsOf<Usage> : never;

/** Ties a declaration to the file that holds its body. */
export function command<Usage extends string, Table extends OptionTable>(
  declaration: Declaration<Usage, Table>,
  load: () => Promise<CommandBody<ArgsOf<Usage>, OptionsOf<Table>>>,
): Command {
  const { usage, says, options, values = [], examples = [], notes = () => [] } = declaration;
  return {
    name: usage.split(' ')[0]!,
    usage,
    says,
    options,
    values,
    examples,
    notes,
    async run(context, args, typed) {
      const [body, checked] = [await load(), await checkOptions(context, options, typed)];
      return body.run(context, args as ArgsOf<Usage>, checked);
    },
  };
}

/** The argument of a command that was typed by its name alone. */
export const noArgs = ({ usage }: Command): unknown[] => (usage.includes('...') ? [[]] : [undefined]);

/**
 * Holds what was typed against a table of options.
 * @throws KamengError OPTION_INVALID with every wrong option as a hint
 */
async function checkOptions<Table extends OptionTable>(
  context: Context,
  table: Table,
  typed: Readonly<Record<string, unknown>>,
): Promise<OptionsOf<Table>> {
  const checked: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [key, { flags, preset, schema, read }] of Object.entries(table)) {
    const value = typed[key] ?? preset;
    if (read !== undefined && typeof value === 'string') {
      checked[key] = await read(context, value);
      continue;
    }
    if (value === undefined || schema === undefined) {
      checked[key] = value;
      continue;
    }
    const { z } = await import('zod');
    const result = schema(z).safeParse(value);
    if (result.success) checked[key] = result.data;
    else wrong.push(...result.error.issues.map((issue) => `${longFlag(flags)}：${issue.message}`));
  }
  if (wrong.length > 0) throw usageError('OPTION_INVALID', '选项的内容不对', ...wrong);
  return checked as OptionsOf<Table>;
}
