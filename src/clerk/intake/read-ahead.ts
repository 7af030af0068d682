import { readFiles, SLAB_BYTES, type Batch, type Piece, type ToRead } from './file-reader.ts';

/** From here on a second thread reads while this one writes; below it has not begun before all is done. */
const MANY_BYTES = 32 * 1024 * 1024;
const MANY_FILES = 1_000;
/** Slabs that are under way between the threads; memory does not grow beyond them. */
const SLABS = 4;

/** Beside this module: its neighbour in the sources, a file of its own in the build. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './read-ahead-thread.ts' : './read-ahead-thread.cjs',
  import.meta.url,
);

/** What the thread says: a batch, the end, or nothing else. */
export type FromThread = Batch | 'end';
/** What it is given to begin with; after that it gets slabs back. */
export interface ToThread {
  files: readonly ToRead[];
  slabs: number;
}

/** A piece with its bytes, which are good until the next piece is asked for. */
export type Read = Piece & { data: Uint8Array };

/**
 * What the files hold, piece by piece in their order; read ahead in a thread of its own when that is worth its start.
 * @param bytes about how many there are in all
 */
export async function* readAhead(files: readonly ToRead[], bytes: number): AsyncGenerator<Read> {
  const ahead = bytes >= MANY_BYTES || files.length >= MANY_FILES;
  const batches = ahead ? readInThread(files) : readHere(files);
  for await (const { slab, pieces } of batches)
    for (const piece of pieces) {
      const data = 'at' in piece ? slab.subarray(piece.at, piece.at + piece.bytes) : slab.subarray(0, 0);
      yield Object.assign(piece, { data });
    }
}

async function* readHere(files: readonly ToRead[]): AsyncGenerator<Batch> {
  const slab = new Uint8Array(SLAB_BYTES);
  for await (const batch of readFiles(files, () => slab)) {
    yield batch;
    // Ctrl-C is heard only when the event loop gets a turn.
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}

async function* readInThread(files: readonly ToRead[]): AsyncGenerator<Batch> {
  const { Worker } = await import('node:worker_threads');
  const workerData: ToThread = { files, slabs: SLABS };
  const thread = new Worker(THREAD, { workerData });
  const said: (() => FromThread)[] = [];
  let wake = (): void => undefined;
  const hear = (one: () => FromThread): void => {
    said.push(one);
    wake();
  };
  thread.on('message', (message: FromThread) => hear(() => message));
  thread.on('error', (error) =>
    hear(() => {
      throw error;
    }),
  );
  try {
    for (;;) {
      if (said.length === 0) await new Promise<void>((resolve) => void (wake = resolve));
      const batch = said.shift()!();
      if (batch === 'end') return;
      yield batch;
      thread.postMessage(batch.slab, [batch.slab.buffer]);
    }
  } finally {
    await thread.terminate();
  }
}
