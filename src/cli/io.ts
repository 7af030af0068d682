import { KamengError } from '../model/errors.ts';
import { printable, printableJson, printableLines } from '../model/text.ts';
import { once } from '../model/once.ts';
import { cellsOf } from './views/cells.ts';
import { wrap } from './views/wrap.ts';
import type { Output } from './plain-output.ts';

/**
 * The rules of the terminal, in one place:
 * data goes to standard output, talk to standard error; with --json standard
 * output holds one JSON document; nothing that was read off a file can steer
 * the terminal; a closed pipe is no error.
 */
export interface Io {
  /** A line of data, on standard output. Text of others in it must be made printable before. */
  data(line: string): void;
  /** A picture as the terminal takes it, drawn by us; nothing where standard output is none. */
  picture(drawn: string): void;
  /** The one JSON document of a command run with --json. */
  json(value: unknown): void;
  /** A line of talk, on standard error, broken where the terminal ends; silent with --quiet. */
  say(line?: string): void;
  /** A line of talk that is copied as it stands: the terminal may break it, we do not. */
  whole(line: string): void;
  /** An error or a warning, on standard error; never silent. */
  warn(line: string): void;
  /** A line that is overwritten by the next, only on a terminal. */
  status(line: string): void;
  readonly color: { readonly stdout: boolean; readonly stderr: boolean };
  /** Columns in which a line is broken; infinite where the stream is no terminal. */
  readonly width: { readonly stdout: number; readonly stderr: number };
  /** Rows of the terminal that talk goes to; undefined where there is none. */
  readonly height: number | undefined;
  readonly stderrIsTerminal: boolean;
}

// The colours of our views are the only escape codes that pass, and only where we show colours; all else in the line
// was somebody's text.
const COLOUR = /(\u001b\[(?:0|1|2|4|22|24|3[0-79]|9[0-7]|107)m)/;
const guard = (line: string, color: boolean): string =>
  color
    ? line
        .split(COLOUR)
        .map((part, i) => (i % 2 === 1 ? part : printableLines(part)))
        .join('')
    : printableLines(line);

/** Longer lines are hard to read, however wide the window. */
const WIDEST = 120;

/** A file or a pipe gets each line whole. Some terminals without a window say that they have no column at all. */
const columnsOf = (stream: Output): number =>
  stream.isTTY === true ? Math.min(stream.columns || 80, WIDEST) : Infinity;

/** What begins a line of talk; further lines begin below what follows it. */
const HEAD = /^\s*(?:[·!✓=✗+] |kameng: (?:(?:提示|错误): )?)?/u;

const talkLines = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => wrap(line, width, cellsOf(HEAD.exec(line)![0])))
    .join('\n');

/**
 * What a command writes through. A stream of the process is made when it is first asked for, which takes its time: who
 * says nothing on standard error has none.
 */
export function createIo(
  streams: { readonly stdout: Output; readonly stderr: Output },
  options: { quiet: boolean; color: boolean },
): Io {
  const stdout = once(() => dataOutput(streams.stdout));
  const stderr = once(() => talkOutput(streams.stderr));
  const isTerminal = (stream: Output): boolean => stream.isTTY === true;
  const color = {
    get stdout() {
      return options.color && isTerminal(stdout());
    },
    get stderr() {
      return options.color && isTerminal(stderr());
    },
  };
  const width = {
    get stdout() {
      return columnsOf(stdout());
    },
    get stderr() {
      return columnsOf(stderr());
    },
  };
  const talk = (line: string): string => talkLines(guard(line, color.stderr), width.stderr);
  let pending = false;
  const clear = (): void => {
    if (pending) stderr().write('\r\u001b[2K');
    pending = false;
  };
  return {
    data(line) {
      clear();
      stdout().write(`${guard(line, color.stdout)}\n`);
    },
    picture(drawn) {
      clear();
      if (isTerminal(stdout())) stdout().write(`${drawn}\n`);
    },
    json(value) {
      clear();
      stdout().write(`${printableJson(value)}\n`);
    },
    say(line = '') {
      clear();
      if (!options.quiet) stderr().write(`${talk(line)}\n`);
    },
    whole(line) {
      clear();
      if (!options.quiet) stderr().write(`${guard(line, color.stderr)}\n`);
    },
    warn(line) {
      clear();
      stderr().write(`${talk(line)}\n`);
    },
    status(line) {
      if (options.quiet || !isTerminal(stderr())) return;
      stderr().write(`\r\u001b[2K${printable(line)}`);
      pending = line !== '';
    },
    color,
    width,
    get height() {
      return isTerminal(stderr()) ? stderr().rows || undefined : undefined;
    },
    get stderrIsTerminal() {
      return isTerminal(stderr());
    },
  };
}

/** The reader of a pipe has what it wanted, or is gone. */
const NOBODY_READS = ['EPIPE', 'ECONNRESET'];

/** `kameng list | head` closes the pipe early: that is no error. A terminal that fails has nobody before it. */
export function dataOutput(stream: Output): Output {
  return onError(stream, (error) => {
    if (stream.isTTY === true || NOBODY_READS.includes(error.code ?? '')) return;
    throw new KamengError('OUTPUT_FAILED', `写不出去，后面的没有写：${error.message}`, {
      hints: ['看看要写到的磁盘是不是满了、能不能写'],
      cause: error,
    });
  });
}

/** Where nobody can be told anything, the work goes on. */
const talkOutput = (stream: Output): Output => onError(stream, () => {});

function onError(stream: Output, listener: (error: NodeJS.ErrnoException) => void): Output {
  if (stream.listenerCount('error') === 0) stream.on('error', listener);
  return stream;
}
