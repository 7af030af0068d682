import type { Writable } from 'node:stream';
import type { World } from '../clerk/files/home-folder.ts';
import type { OpenCase } from '../clerk/cases/open-case.ts';
import { KamengError, type ExitCode } from '../model/errors.ts';
import type { Moment } from '../model/moment.ts';
import type { Io } from './io.ts';
import type { CommonOptions } from './common-options.ts';
import type { OptionTable } from './options.ts';
import type { Prompter } from './prompter.ts';

/** A command as the program knows it: declared at once, its body loaded when it is run. */
export interface Command {
  name: string;
  usage: string;
  says: string;
  options: OptionTable;
  values: readonly string[];
  examples: readonly string[];
  notes: () => readonly (readonly [string, string?])[];
  /** Checks the options as typed and runs the body. @throws KamengError OPTION_INVALID and of the body */
  run(context: Context, args: readonly unknown[], typed: Readonly<Record<string, unknown>>): Promise<ExitCode | void>;
}

/** What a command gets: streams, clock, prompter and the lazy opening of a case. */
export interface Context {
  io: Io;
  world: World;
  now: () => Moment;
  /** Aborted by Ctrl-C outside of questions. */
  readonly signal: AbortSignal;
  readonly stdin: NodeJS.ReadableStream;
  /** For a protocol that owns it; lines of data go through `io`. */
  readonly stdout: Writable;
  /** All commands as declared, for the menu and the help. */
  commands: readonly Command[];
  /** The help of the whole program, or of one command; undefined where there is no such command. */
  help(command?: string): string | undefined;
  /** The templates that ship with kameng. */
  templatesDir: string;
  options: CommonOptions;
  /** May questions be asked: a terminal on both sides and neither --yes nor --json. */
  readonly interactive: boolean;
  prompter(): Promise<Prompter>;
  /** Runs work on the case that is meant, and closes it whatever happens. */
  withCase<T>(work: (file: OpenCase) => T | Promise<T>): Promise<T>;
}

/** The streams of the process. Each is made when it is first asked for, which takes a command that needs none time. */
interface Streams {
  readonly stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: NodeJS.WritableStream;
}

/** What the edge hands in; the rest of the context follows from it. */
export interface Edge extends Omit<
  Context,
  'stdin' | 'stdout' | 'signal' | 'options' | 'interactive' | 'prompter' | 'withCase'
> {
  streams: Streams;
  /** Asked by few commands, and not made for the others. */
  signal(): AbortSignal;
}

export function createContext({ streams, signal, ...edge }: Edge, options: CommonOptions): Context {
  const isInteractive = (): boolean =>
    !options.yes && !options.json && edge.io.stderrIsTerminal && streams.stdin.isTTY === true;
  let prompter: Prompter | undefined;
  return {
    ...edge,
    options,
    get signal() {
      return signal();
    },
    get stdin() {
      return streams.stdin;
    },
    get stdout() {
      return streams.stdout;
    },
    get interactive() {
      return isInteractive();
    },
    async prompter() {
      if (!isInteractive())
        throw new KamengError('NOT_INTERACTIVE', '这里不能提问', { hints: ['用选项给出答案；--help 列出所有选项'] });
      const { createPrompter } = await import('./prompter.ts');
      prompter ??= await createPrompter({ input: streams.stdin, output: streams.stderr, signal: signal() });
      return prompter;
    },
    async withCase(work) {
      const path = await whichCase(this);
      const { closeCase, openCase, openingWords } = await import('../clerk/cases/open-case.ts');
      const file = openCase(edge.world, path, edge.now);
      try {
        for (const words of openingWords(file)) edge.io.warn(`kameng: ${words}`);
        return await work(file);
      } catch (error) {
        if (error instanceof KamengError) throw error;
        const { explainOverCase } = await import('../clerk/integrity/verify-case.ts');
        throw explainOverCase(file, error);
      } finally {
        closeCase(edge.world, file);
      }
    },
  };
}

/** The case that is meant; on a terminal a choice between several is asked. */
async function whichCase(context: Context): Promise<string> {
  const { casesHere, findCase } = await import('../clerk/cases/home.ts');
  try {
    return findCase(context.world, context.options.case);
  } catch (error) {
    if (
      !(error instanceof KamengError) ||
      error.code !== 'CASE_AMBIGUOUS' ||
      !context.interactive ||
      context.options.case
    )
      throw error;
    const prompter = await context.prompter();
    return prompter.select({
      message: '用哪个案卷？',
      choices: casesHere(context.world).map(({ path, name }) => ({ value: path, name })),
    });
  }
}
