import type { Command } from 'commander';
import { type CaseFile } from '../casefile/case-file.ts';
import { findCase, rememberCase, type World } from '../clerk/cases/home.ts';
import { KamengError } from '../model/errors.ts';
import { type Moment } from '../model/moment.ts';
import { type Io } from './io.ts';
import { createPrompter, type Prompter } from './prompter.ts';

/** The options that mean one thing everywhere. */
export interface CommonOptions {
  case?: string;
  json?: boolean;
  yes?: boolean;
  quiet?: boolean;
  debug?: boolean;
}

/** What a command gets: streams, clock, prompter and the lazy opening of a case. */
export interface Context {
  io: Io;
  world: World;
  now: () => Moment;
  /** Aborted by Ctrl-C outside of questions. */
  signal: AbortSignal;
  stdin: NodeJS.ReadableStream;
  /** All commands as declared, for the menu and the completion. */
  program: Command;
  /** The templates that ship with kameng. */
  templatesDir: string;
  options: CommonOptions;
  /** May questions be asked: a terminal on both sides and neither --yes nor --json. */
  interactive: boolean;
  prompter(): Promise<Prompter>;
  /** Runs work on the case that is meant, and closes it whatever happens. */
  withCase<T>(work: (file: CaseFile) => T | Promise<T>): Promise<T>;
}

export interface Edge {
  io: Io;
  world: World;
  now: () => Moment;
  signal: AbortSignal;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stderr: NodeJS.WritableStream;
  templatesDir: string;
  program: Command;
}

export function createContext(edge: Edge, options: CommonOptions): Context {
  const interactive = edge.stdin.isTTY === true && edge.io.stderrIsTerminal && !options.yes && !options.json;
  let prompter: Prompter | undefined;
  return {
    ...edge,
    options,
    interactive,
    async prompter() {
      if (!interactive)
        throw new KamengError('NOT_INTERACTIVE', '这里不能提问', { hints: ['用选项给出答案；--help 列出所有选项'] });
      prompter ??= await createPrompter({ input: edge.stdin, output: edge.stderr });
      return prompter;
    },
    async withCase(work) {
      const path = await whichCase(this);
      const { openCaseFile } = await import('../casefile/open-case.ts');
      const file = openCaseFile(path, edge.now);
      rememberCase(edge.world, file.path);
      try {
        return await work(file);
      } finally {
        file.close();
      }
    },
  };
}

/** The case that is meant; on a terminal a choice between several is asked. */
async function whichCase(context: Context): Promise<string> {
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
    const { casesHere } = await import('../clerk/cases/home.ts');
    const prompter = await context.prompter();
    return prompter.select({
      message: '用哪个案卷？',
      choices: casesHere(context.world).map(({ path, name }) => ({ value: path, name })),
    });
  }
}
