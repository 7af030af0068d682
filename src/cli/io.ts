import type { Writable } from 'node:stream';
import { printable, printableJson, printableLines } from '../model/text.ts';
import { cellsOf, wrap } from './views/wrap.ts';

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
  /** An error or a warning, on standard error; never silent. */
  warn(line: string): void;
  /** A line that is overwritten by the next, only on a terminal. */
  status(line: string): void;
  color: { stdout: boolean; stderr: boolean };
  /** Columns in which a line is broken; infinite where the stream is no terminal. */
  width: { stdout: number; stderr: number };
  /** Rows of the terminal that talk goes to; undefined where there is none. */
  height: number | undefined;
  stderrIsTerminal: boolean;
}

interface TerminalStream extends Writable {
  isTTY?: boolean;
  columns?: number;
  rows?: number;
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

/** A file or a pipe gets each line whole. */
const columnsOf = (stream: TerminalStream): number =>
  stream.isTTY === true ? Math.min(stream.columns ?? 80, WIDEST) : Infinity;

/** What begins a line of talk; further lines begin below what follows it. */
const HEAD = /^\s*(?:[·!✓=✗+] |kameng: (?:(?:提示|错误): )?)?/u;

const talkLines = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => wrap(line, width, cellsOf(HEAD.exec(line)![0])))
    .join('\n');

export function createIo(
  streams: { stdout: TerminalStream; stderr: TerminalStream },
  options: { quiet: boolean; color: boolean },
): Io {
  const { stdout, stderr } = streams;
  for (const stream of [stdout, stderr]) {
    // `kameng list | head` closes the pipe early: the reader has what it wanted.
    if (stream.listenerCount('error') === 0) {
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      });
    }
  }
  const stderrIsTerminal = stderr.isTTY === true;
  const color = { stdout: options.color && stdout.isTTY === true, stderr: options.color && stderrIsTerminal };
  const width = { stdout: columnsOf(stdout), stderr: columnsOf(stderr) };
  const talk = (line: string): string => talkLines(guard(line, color.stderr), width.stderr);
  let pending = false;
  const clear = (): void => {
    if (pending) stderr.write('\r\u001b[2K');
    pending = false;
  };
  return {
    data(line) {
      clear();
      stdout.write(`${guard(line, color.stdout)}\n`);
    },
    picture(drawn) {
      clear();
      if (stdout.isTTY === true) stdout.write(`${drawn}\n`);
    },
    json(value) {
      clear();
      stdout.write(`${printableJson(value)}\n`);
    },
    say(line = '') {
      clear();
      if (!options.quiet) stderr.write(`${talk(line)}\n`);
    },
    warn(line) {
      clear();
      stderr.write(`${talk(line)}\n`);
    },
    status(line) {
      if (!stderrIsTerminal || options.quiet) return;
      stderr.write(`\r\u001b[2K${printable(line)}`);
      pending = line !== '';
    },
    color,
    width,
    height: stderrIsTerminal ? stderr.rows : undefined,
    stderrIsTerminal,
  };
}
