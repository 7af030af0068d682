import { fstatSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Where lines go: a stream of the process, or what is written to without one. */
export interface Output {
  isTTY?: boolean;
  columns?: number;
  rows?: number;
  write(text: string | Uint8Array): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
  listenerCount(event: 'error'): number;
}

/**
 * What is no terminal, written to as Node's own stream of it does, at once and in order, but without loading the twenty
 * modules of streams, which takes longer than what most commands have to say; and a write that fails fails there and
 * then, where a stream says so later, when the command is done.
 * @param stream is asked for a terminal, and where a pipe that somebody set so takes no more for now
 */
export function plainOutput(fd: number, stream: () => Output): Output {
  if (!isPlain(fd)) return stream();
  let isClosed = false;
  let instead: Output | undefined;
  const listeners: ((error: NodeJS.ErrnoException) => void)[] = [];
  return {
    write(text) {
      if (instead) return instead.write(text);
      if (isClosed) return true;
      let rest = Buffer.from(text as string);
      try {
        while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN') {
          const full = stream();
          for (const listener of listeners) full.on('error', listener);
          instead = full;
          return full.write(rest);
        }
        // As a stream, which is no more after its first error.
        isClosed = true;
        for (const listener of listeners) listener(error as NodeJS.ErrnoException);
      }
      return true;
    },
    on: (_event, listener) => listeners.push(listener),
    listenerCount: () => listeners.length,
  };
}

function isPlain(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    // What Node calls a pipe to a child is a socket. `/dev/null` and `/dev/full` are devices as terminals are.
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || (stats.isCharacterDevice() && !isatty(fd));
  } catch {
    return false;
  }
}
