import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { KamengError } from '../../../model/errors.ts';
import type { ReadWords } from './spelling.ts';

/** Pixels as the recogniser takes them: three bytes each, red first. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

interface Point {
  x: number;
  y: number;
}

export type Quad = [Point, Point, Point, Point];

export interface Recogniser {
  /** Where lines of text stand; corners clockwise from the top left. */
  find(pixels: Pixels, longestSide: number): Promise<Quad[]>;
  /** The words inside one quadrilateral. */
  read(pixels: Pixels, quad: Quad): Promise<ReadWords>;
}

/** What is asked of the recogniser's process; pixels travel once and are named after that. */
export type Question =
  | { id: number; ask: 'start' }
  | { id: number; ask: 'find'; image: number; pixels?: Pixels; longestSide: number }
  | { id: number; ask: 'read'; image: number; pixels?: Pixels; quad: Quad };

export type Answer =
  { id: number; value: unknown } | { id: number; error: { code?: string; message: string; hints?: readonly string[] } };

/** Both sides keep the pixels of this many pictures, the newest; so both know which. */
export const IMAGES_KEPT = 4;

/**
 * The inference runtime keeps an event log and an identity of the machine, and can upload them, unless this stands
 * in its environment when it is loaded. A process of its own has it from its first instruction on every system; set
 * in a running one, the C runtime of Windows would not see it.
 */
const SILENCE = { ORT_DISABLE_TELEMETRY: '1' };

/**
 * What the pieces of a picture need for a moment goes back to the system at once instead of lying in the heap between
 * what stays: over long pictures 390 MB instead of 550. A smaller bound gives more back and takes a quarter more time.
 * Read by the C library of Linux alone.
 */
const GIVING_BACK = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(16 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(64 * 1024 * 1024),
};

/** Beside this module: its neighbour in the sources, a file of its own in the build. */
const PROCESS = new URL(
  import.meta.url.endsWith('.ts') ? './recogniser-process.ts' : './recogniser-process.cjs',
  import.meta.url,
);

/**
 * After so many pieces (a usual picture is one, a long one several) a new process takes over with the next picture: the
 * runtime keeps what each size once needed.
 */
const PIECES_EACH = 8;
let pieces = 0;

let opened: Promise<{ recogniser: Recogniser; close(): Promise<void> }> | undefined;

/**
 * The one recogniser of this process, asked for anew by each picture; pictures are read one after the other. Models are
 * loaded at the first call (0.3 s), and again after {@link PIECES_EACH}.
 * @throws KamengError OCR_MISSING where this machine has no inference runtime
 */
export async function openRecogniser(): Promise<Recogniser> {
  if (pieces >= PIECES_EACH) await closeRecogniser();
  if (opened === undefined) pieces = 0;
  opened ??= start();
  try {
    return (await opened).recogniser;
  } catch (cause) {
    opened = undefined;
    throw cause;
  }
}

/** Gives the models' memory back; the next picture starts a new one. */
export async function closeRecogniser(): Promise<void> {
  const closing = opened;
  opened = undefined;
  await closing?.then((running) => running.close()).catch(() => undefined);
}

async function start(): Promise<{ recogniser: Recogniser; close(): Promise<void> }> {
  const child = fork(fileURLToPath(PROCESS), {
    env: { ...GIVING_BACK, ...process.env, ...SILENCE },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const line = openLine(child);
  child.once('exit', () => {
    // Whoever asks next gets a new one.
    opened = undefined;
  });
  await line.ask({ ask: 'start' });
  const images: Pixels[] = [];
  let first = 0;
  /** The name of a picture over there, with its pixels when they are not there yet. */
  const named = (pixels: Pixels): { image: number; pixels?: Pixels } => {
    const at = images.indexOf(pixels);
    if (at >= 0) return { image: first + at };
    images.push(pixels);
    if (images.length > IMAGES_KEPT) {
      images.shift();
      first += 1;
    }
    return { image: first + images.length - 1, pixels };
  };
  return {
    recogniser: {
      find: async (pixels, longestSide) => {
        pieces += 1;
        return (await line.ask({ ask: 'find', ...named(pixels), longestSide })) as Quad[];
      },
      read: async (pixels, quad) => (await line.ask({ ask: 'read', ...named(pixels), quad })) as ReadWords,
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.ref();
      child.disconnect();
      await ended;
    },
  };
}

type Asked<Q> = Q extends unknown ? Omit<Q, 'id'> : never;

/** Questions to a process and their answers; the process keeps this one alive only while it is asked. */
function openLine(child: ChildProcess): { ask(question: Asked<Question>): Promise<unknown> } {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const rest = (): void => {
    if (waiting.size > 0) return;
    child.unref();
    child.channel?.unref();
  };
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    rest();
  };
  child.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    rest();
    if ('error' in answer) asker?.reject(asError(answer.error));
    else asker?.resolve(answer.value);
  });
  child.once('error', fail);
  child.once('exit', (code, signal) => fail(new Error(`the recogniser's process ended: ${signal ?? code}`)));
  rest();
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        waiting.set(id, { resolve, reject });
        child.ref();
        child.channel?.ref();
        child.send({ ...question, id } as Question, (error) => {
          if (error) fail(error);
        });
      }),
  };
}

function asError({ code, message, hints }: { code?: string; message: string; hints?: readonly string[] }): Error {
  return code === undefined ? new Error(message) : new KamengError(code, message, { hints: [...(hints ?? [])] });
}
