import { spawn, type IPty } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import type { Desk } from './kameng.ts';

export const ENTER = '\r';
export const CTRL_C = '\u0003';
export const DOWN = '\u001b[B';

/** What a person sees: escape codes taken out. */
const plain = (text: string): string => text.replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b[=>]/g, '').replaceAll('\r', '');

export interface Terminal {
  /** Waits until the words stand on the screen after what was seen before. */
  see(words: string | RegExp): Promise<void>;
  type(keys: string): void;
  exit: Promise<number>;
  screen(): string;
  /** With its escape codes. */
  raw(): string;
}

/** Runs the built program in a real pseudo-terminal. */
export function openTerminal(desk: Desk, args: readonly string[], cols = 100): Terminal {
  const pty: IPty = spawn(process.execPath, desk.command(args), {
    cwd: desk.cwd,
    env: { ...desk.env, TERM: 'xterm-256color' } as Record<string, string>,
    cols,
    rows: 40,
  });
  let output = '';
  let seen = 0;
  let exited = false;
  const waiting = new Set<() => void>();
  pty.onData((data) => {
    output += data;
    for (const check of waiting) check();
  });
  const exit = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode }) => {
      exited = true;
      for (const check of waiting) check();
      resolve(exitCode);
    });
  });
  onTestFinished(() => {
    if (!exited) pty.kill();
  });
  return {
    screen: () => plain(output),
    raw: () => output,
    type: (keys) => pty.write(keys),
    exit,
    see: (words) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => finish(new Error(`not seen: ${words}\n${plain(output).slice(-2_000)}`)), 45_000);
        const finish = (error?: Error): void => {
          clearTimeout(timer);
          waiting.delete(check);
          if (error) reject(error);
          else resolve();
        };
        const check = (): void => {
          const text = plain(output);
          const rest = text.slice(seen);
          const at = typeof words === 'string' ? rest.indexOf(words) : rest.search(words);
          if (at >= 0) {
            seen += at + 1;
            finish();
          } else if (exited) finish(new Error(`ended before: ${words}\n${text.slice(-2_000)}`));
        };
        waiting.add(check);
        check();
      }),
  };
}

/** A question and the keys that answer it. */
export interface Question {
  see: string | RegExp;
  keys: string;
}

/** Answers questions one after the other, each when it stands on the screen. */
export async function answer(terminal: Terminal, questions: readonly Question[]): Promise<void> {
  for (const { see, keys } of questions) {
    await terminal.see(see);
    terminal.type(keys);
  }
}
