import type { ZodType } from 'zod';
import type { FactKey } from '../model/facts.ts';
import { parseNo } from './parse.ts';

/** The library of schemas; handed in, so that declaring an option does not load it. */
export type Zod = typeof import('zod').z;

/**
 * One option of a command, said once: the parser, the help, the completion and
 * the type of what the command gets all come from here.
 */
export interface OptionRow<T> {
  /** As the parser wants it: `-y, --yes`, `--to <channel>`, `--no-read`. */
  flags: string;
  /** What it is, for the help. */
  says: string;
  /** The only words that it takes. */
  choices?: readonly string[];
  /** The words of which it takes some, parted by commas. */
  some?: readonly string[];
  /** What each choice is called; the name can be typed instead. */
  words?: Readonly<Record<string, string>>;
  /** What holds when it is not given, as it would be typed. */
  preset?: string | true;
  /** May be written several times. */
  many?: true;
  /** The fact of the case that it sets. */
  fact?: FactKey;
  /** Checks what was typed; without it the word is taken as it is. */
  schema?: (z: Zod) => ZodType<T>;
  /** Reads what was typed as people write it; may ask back on a terminal. The context is that of the command. */
  read?: (context: any, typed: string) => Promise<T>;
  /** Never set: it carries the type of the value where no schema does. */
  readonly value?: T;
}

/** The options of a command by the name under which the parser gives them: `--paid-at` is `paidAt`. */
export type OptionTable = Readonly<Record<string, OptionRow<any>>>;

type ValueOf<Row> = Row extends { preset: string | true } & OptionRow<infer T>
  ? T
  : Row extends OptionRow<infer T>
    ? T | undefined
    : never;

/** What a command gets for its table of options. */
export type OptionsOf<Table extends OptionTable> = { readonly [Key in keyof Table]: ValueOf<Table[Key]> };

/** The long form of an option: `--to`. */
export const longFlag = (flags: string): string => /--[\w-]+/.exec(flags)![0];

/** An option without a value. */
export const flag = (flags: string, says: string): OptionRow<boolean> => ({ flags, says });

/** The rules behind what is said are for those who look them up: without it they stay away. */
export const why = flag('--why', '写明依据的规则编号');

/** `--no-…`: true unless it is given. */
export const unless = (flags: string, says: string): OptionRow<boolean> & { preset: true } => ({
  flags,
  says,
  preset: true,
});

/** One of a list of ids. @param words what each is called; the name can be typed instead */
export const oneOf = <T extends string>(
  flags: string,
  says: string,
  choices: readonly T[],
  words?: Readonly<Record<string, string>>,
): OptionRow<T> => ({
  flags,
  says,
  choices,
  ...(words ? { words } : {}),
});

/** Any words, held against a schema where one is given. */
export const text = (flags: string, says: string, schema?: (z: Zod) => ZodType<string>): OptionRow<string> => ({
  flags,
  says,
  ...(schema ? { schema } : {}),
});

/** Any words, and it may be written several times. */
export const manyWords = (flags: string, says: string): OptionRow<string[]> => ({
  flags,
  says,
  many: true,
  schema: (z) => z.array(z.string().min(1, '不能为空')),
});

/** A path; never empty. */
export const path = (flags: string, says: string): OptionRow<string> =>
  text(flags, says, (z) => z.string().min(1, '不能为空'));

/** A sentence of one's own, trimmed, never empty. @param empty what is said of an empty one */
export const sentence = (flags: string, says: string, most: number, empty = '不能为空'): OptionRow<string> =>
  text(flags, says, (z) => z.string().trim().min(1, empty).max(most, `最多 ${most} 字`));

/** The number of an exhibit or a letter. @param what it is called in a complaint */
export const number = (flags: string, says: string, what: string): OptionRow<number> => ({
  flags,
  says,
  schema: (z) => z.string().transform((typed) => parseNo(what, typed)),
});

/** Some of a list of words, parted by commas. @param refuse what is said of a word that is not in the list */
export const someOf = <T extends string>(
  flags: string,
  says: string,
  { of, preset, refuse }: { of: readonly T[]; preset: string; refuse: (wrong: string) => string },
): OptionRow<T[]> & { preset: string } => ({
  flags,
  says,
  preset,
  some: of,
  schema: (z) =>
    z.string().transform((typed, ctx) => {
      const list = typed
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean);
      const wrong = list.find((word) => !(of as readonly string[]).includes(word));
      if (wrong === undefined && list.length > 0) return [...new Set(list)] as T[];
      ctx.addIssue(refuse(wrong ?? ''));
      return z.NEVER;
    }),
});
