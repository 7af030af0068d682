import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { CommanderError, type Command as Parser } from 'commander';
import { COMMANDS } from './cli/commands/index.ts';
import { COMMON } from './cli/common-options.ts';
import { createContext, type Command } from './cli/context.ts';
import { explainUsage } from './cli/help.ts';
import { createIo, dataOutput, type Io } from './cli/io.ts';
import { plainOutput, type Output } from './cli/plain-output.ts';
import { commonOptions, createProgram } from './cli/program.ts';
import { Cancelled, EXIT, KamengError, type ExitCode } from './model/errors.ts';
import { chinaMoment, type Moment } from './model/moment.ts';
import { once } from './model/once.ts';
import { printableLines } from './model/text.ts';

interface Lines {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** The same step up from src/ and from dist/. */
const TEMPLATES = fileURLToPath(new URL('../templates', import.meta.url));

/** What the program touches of the outside; `process` fits, and so does a test's stand-in. */
export interface Outside {
  readonly stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly stdout: Writable & { isTTY?: boolean; columns?: number };
  readonly stderr: Writable & { isTTY?: boolean; columns?: number; rows?: number };
  env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  platform: NodeJS.Platform;
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  removeListener(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/**
 * Runs one command line.
 * @param argv the words after `kameng`
 * @param now the clock; the time of day in China
 * @returns the exit code; nothing here ends the process
 */
export async function main(
  argv: readonly string[],
  outside: Outside,
  now: () => Moment = () => chinaMoment(Date.now()),
): Promise<ExitCode> {
  if (outside.env['KAMENG_COMPLETE'] !== undefined) return complete(argv, outside, now);
  const wantsColor = !argv.includes('--no-color') && !outside.env['NO_COLOR'] && outside.env['TERM'] !== 'dumb';
  const json = argv.includes('--json');
  const debug = argv.includes('--debug');
  const lines = linesOf(outside);
  const io = createIo(lines, { quiet: argv.includes('-q') || argv.includes('--quiet'), color: wantsColor });
  const cancel = once(() => new AbortController());
  const onSignal = (): void => cancel().abort(new Cancelled());
  outside.on('SIGINT', onSignal);
  outside.on('SIGTERM', onSignal);
  let exitCode: ExitCode = EXIT.done;
  const program = createProgram(async (command, parsed) => {
    const options = commonOptions(parsed);
    const world = { env: outside.env, cwd: outside.cwd(), platform: outside.platform };
    const context = createContext(
      {
        io,
        world,
        now,
        signal: () => cancel().signal,
        streams: outside,
        templatesDir: TEMPLATES,
        commands: COMMANDS,
        help: (name) =>
          (name === undefined ? program : program.commands.find((one) => one.name() === name))?.helpInformation(),
      },
      options,
    );
    const run = async (): Promise<ExitCode | void> => command.run(context, parsed.processedArgs, parsed.opts());
    // Loaded here: help and the version need nothing of the case file.
    const { tidily } = await import('./clerk/files/left-behind.ts');
    exitCode = (await tidily(world, run)) ?? EXIT.done;
  }, commandsFor(argv));
  writeHelpTo(program, lines);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    const isUsage = error instanceof CommanderError && error.exitCode !== 0;
    return report(isUsage ? explainUsage(error, calledIn(argv)) : error, io, { json, debug });
  } finally {
    outside.removeListener('SIGINT', onSignal);
    outside.removeListener('SIGTERM', onSignal);
  }
}

/** The command whose help says how this line is written; options may stand before it. */
const calledIn = (argv: readonly string[]): string | undefined =>
  argv.find((word) => word !== 'help' && COMMANDS.some(({ name }) => name === word));

/** The command that the line begins with, if it does: to declare the others takes as long as to do its work. */
function commandsFor([first]: readonly string[]): readonly Command[] {
  // The help of help is that of all.
  const called = COMMANDS.filter(({ name }) => name === first && name !== 'help');
  return called.length > 0 ? called : COMMANDS;
}

/** Answers a shell that completes a line. A key pressed in the middle of a line is no place for an error. */
async function complete(line: readonly string[], outside: Outside, now: () => Moment): Promise<ExitCode> {
  const { offersAsText, offersFor } = await import('./cli/commands/completion/offers.ts');
  const world = { env: outside.env, cwd: outside.cwd(), platform: outside.platform };
  linesOf(outside).stdout.write(
    offersAsText(await offersFor(line, { world, now, commands: COMMANDS, common: COMMON })),
  );
  return EXIT.done;
}

/** Where lines go. Of the process past its streams, where these are not needed; who stands in for it has his own. */
function linesOf(outside: Outside): Lines {
  if (outside !== process) return outside;
  return {
    get stdout() {
      return plainOutput(1, () => process.stdout);
    },
    get stderr() {
      return plainOutput(2, () => process.stderr);
    },
  };
}

function writeHelpTo(program: Parser, lines: Lines): void {
  const stdout = once(() => dataOutput(lines.stdout));
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => void stdout().write(text),
      getOutHelpWidth: () => Math.min(stdout().columns ?? 100, 100),
    });
  }
}

/** The one place where an error becomes words and an exit code. */
function report(error: unknown, io: Io, options: { json: boolean; debug: boolean }): ExitCode {
  // Help and the version end in a throw too.
  if (error instanceof CommanderError) return EXIT.done;
  const known = error instanceof KamengError ? error : undefined;
  const code = known?.code ?? 'BUG';
  const message =
    known?.message ?? `kameng 出了意料之外的错：${error instanceof Error ? error.message : String(error)}`;
  const hints = known?.hints ?? [
    '案卷里已存的内容不受影响',
    '加上 --debug 再运行一次，把显示的内容和版本号（kameng --version）报告给开发者',
  ];
  io.status('');
  // No colour of ours stands in an error, so that none of somebody else's passes with it.
  io.warn(printableLines(`kameng: ${known instanceof Cancelled ? '' : '错误: '}${message}`));
  for (const hint of hints) io.warn(printableLines(`kameng: 提示: ${hint}`));
  if (options.json) io.warn(JSON.stringify({ error: { code, message, hints } }));
  if (options.debug && error instanceof Error) io.warn(printableLines(stackOf(error)));
  return known?.exitCode ?? EXIT.bug;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\n原因: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
