import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { headOf, type Head } from '../../casefile/transfer.ts';
import { KamengError, type ExitCode } from '../../model/errors.ts';
import type { Moment } from '../../model/moment.ts';
import { summaryOf, type CaseSummary } from './case-view.ts';
import { overCase, tryCase, type CaseResult } from './over-case.ts';
import { glanceOf } from './snapshot.ts';
import { workOut, type Found } from './worked-out.ts';

/** What rules say of a case in a line. */
export interface Line extends CaseSummary {
  head: Head;
}

/** Cases to be worked out. All that is in it can be handed to a thread. */
export interface LinesWanted {
  home: string;
  at: Moment;
  paths: readonly string[];
}

/** What was found of one of them. An error that goes to another thread is one of its class no longer. */
export interface LineFound {
  path: string;
  found?: Found<Line>;
  trouble?: { code: string; message: string; hints: readonly string[]; exitCode: ExitCode };
}

/** The next case that nobody has taken, for all that work on them. */
export interface SharedLines extends LinesWanted {
  taken: Int32Array<SharedArrayBuffer>;
}

/** So many cases are worth a thread: to start one takes as long as to work out eighty. */
const A_THREAD_EACH = 150;
/** More would wait for the disk, and each has the whole program in memory. */
const MOST_THREADS = 4;

/** Beside this module: its neighbour in the sources; in the build what loads such a file with the code kept of it. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './lines-thread.ts' : './thread.cjs', import.meta.url);
const BUILT_THREAD = 'lines-thread.cjs';

/** Works cases out; where there are many several threads do, each the next one that nobody has taken. */
export async function linesOf(wanted: LinesWanted): Promise<LineFound[]> {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const shared: SharedLines = { ...wanted, taken };
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(wanted.paths.length / A_THREAD_EACH));
  if (threads < 2) return takeLines(shared);
  const { Worker } = await import('node:worker_threads');
  const workerData = { ...shared, file: BUILT_THREAD };
  const helped = Array.from({ length: threads - 1 }, () => saidBy(new Worker(THREAD, { workerData })));
  const lines = [...takeLines(shared), ...(await Promise.all(helped)).flat()];
  // What one took and did not hand back is worked out here, and what stopped it is said here.
  const done = new Set(lines.map(({ path }) => path));
  return [...lines, ...wanted.paths.filter((path) => !done.has(path)).map((path) => lineOf(wanted, path))];
}

/** What a thread has worked out, once it is done; nothing where it came to nothing. */
const saidBy = (thread: Worker): Promise<LineFound[]> =>
  new Promise((resolve) => {
    thread.once('message', resolve);
    thread.once('error', () => resolve([]));
    thread.once('exit', () => resolve([]));
  });

/** Takes one case after another until all are taken. */
export function takeLines(shared: SharedLines): LineFound[] {
  const lines: LineFound[] = [];
  for (;;) {
    const path = shared.paths[Atomics.add(shared.taken, 0, 1)];
    if (path === undefined) return lines;
    lines.push(lineOf(shared, path));
  }
}

function lineOf({ home, at }: LinesWanted, path: string): LineFound {
  const { value, trouble } = tryCase(path, () =>
    workOut(home, path, () =>
      overCase(
        path,
        () => at,
        glanceOf,
        (snapshot, file): Line => ({ ...summaryOf(snapshot), head: headOf(file) }),
      ),
    ),
  );
  if (value) return { path, found: value };
  const { code, message, hints, exitCode } = trouble!;
  return { path, trouble: { code, message, hints, exitCode } };
}

/** As of any other work on cases. */
export function resultOf({ path, found, trouble }: LineFound): CaseResult<Line> {
  if (found) return { path, value: found.value };
  return { path, trouble: new KamengError(trouble!.code, trouble!.message, trouble!) };
}
