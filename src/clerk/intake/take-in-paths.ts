import { getExhibit } from '../../casefile/exhibits.ts';
import type { Reading } from '../../model/reading.ts';
import type { OpenCase } from '../cases/open-case.ts';
import type { TakeIn, TakeInOptions } from './number-content.ts';
import { readExhibits } from './read-exhibits.ts';
import { reconcileFacts, type Reconciliation } from './reconcile-facts.ts';
import { takeInStream } from './take-in-stream.ts';
import { takeInFiles } from './take-in.ts';
import { walk } from './walk.ts';

/** An exhibit whose file has a password that nobody gave. */
export interface Locked {
  exhibit: number;
  file: string;
}

/** What the reading of a case's exhibits came to. */
export interface ReadAll extends Reconciliation {
  locked: Locked[];
  /** What no reader could make anything of, and why. */
  failed: (Locked & { why: string })[];
}

/** What became of files that were taken in, and of all readings when they were read too. */
export interface TakenIn extends TakeIn {
  reconciliation?: ReadAll;
}

export interface ReadAllOptions {
  /** Opens encrypted files. */
  password?: string | undefined;
  /** Only these exhibits; all without a reading when left out. */
  only?: readonly number[];
  /** Read again what was read before; the older readings stay. */
  again?: boolean;
  signal?: AbortSignal;
  /** What is known already of what the bytes are, by exhibit. */
  mediaTypes?: ReadonlyMap<number, string>;
  /** The exhibit under way, counted from 0. */
  onReading?: (done: number, total: number, name: string) => void;
  /** All are read, or the work was broken off. */
  onRead?: () => void;
  /** Asks for the password of a file; empty when it is not at hand. Left out, nobody is asked. */
  askPassword?: ((locked: Locked) => Promise<string>) | undefined;
  /** The password that was given did not open the file. */
  onWrongPassword?: () => void;
}

export interface TakeInPathsOptions {
  /** Where relative paths start. */
  cwd: string;
  /** What the user says of all of these files. */
  labels: Pick<TakeInOptions, 'category' | 'kind' | 'note'>;
  /** How what is in the files is read; left out, it is not. */
  reading?: ReadAllOptions | undefined;
  signal: AbortSignal;
  /** Bytes taken in so far, of all; and the file under way. */
  onTaken?: (bytes: number, total: number, name: string) => void;
  /** All are in the case, or the work was broken off. */
  onTakenIn?: () => void;
}

/**
 * Takes in what the paths name, folders included, reads it, and brings the facts together.
 * @throws Cancelled, KamengError of takeInFiles
 */
export async function takeInPaths(
  file: OpenCase,
  paths: readonly string[],
  { cwd, labels, reading, signal, onTaken, onTakenIn }: TakeInPathsOptions,
): Promise<TakenIn> {
  const found = walk(paths, cwd, { caseFile: file.path });
  const total = found.files.reduce((sum, one) => sum + one.bytes, 0);
  let taken: TakeIn;
  try {
    const progress = (bytes: number, name: string): void => onTaken?.(bytes, total, name);
    taken = await takeInFiles(file, found.files, { ...labels, signal, progress });
  } finally {
    onTakenIn?.();
  }
  const refused = [...found.refused, ...taken.refused];
  return { ...taken, refused, ...(await readTaken(file, taken, reading)) };
}

/** The same for one stream under a name. @throws KamengError STREAM_EMPTY and of takeInStream */
export async function takeInNamed(
  file: OpenCase,
  stream: AsyncIterable<Uint8Array>,
  name: string,
  { labels, reading, signal }: Pick<TakeInPathsOptions, 'labels' | 'reading' | 'signal'>,
): Promise<TakenIn> {
  const taken = await takeInStream(file, stream, name, { ...labels, signal });
  return { ...taken, ...(await readTaken(file, taken, reading)) };
}

const readTaken = async (file: OpenCase, { mediaTypes }: TakeIn, reading: ReadAllOptions | undefined) =>
  reading ? { reconciliation: await readAll(file, { ...reading, mediaTypes }) } : {};

/** Reads every exhibit without a reading and reconciles; keeps what is read when interrupted. @throws Cancelled */
export async function readAll(file: OpenCase, options: ReadAllOptions): Promise<ReadAll> {
  const { password, only, again, signal, mediaTypes, onReading } = options;
  const locked: Locked[] = [];
  const failed: ReadAll['failed'] = [];
  try {
    const { read } = await readExhibits(file, {
      ...(password === undefined ? {} : { password }),
      ...(only ? { only } : {}),
      ...(again ? { again } : {}),
      ...(signal ? { signal } : {}),
      ...(mediaTypes ? { mediaTypes } : {}),
      ...(onReading ? { progress: onReading } : {}),
    });
    options.onRead?.();
    for (const { exhibit, status, notes } of read) {
      if (!isLocked(notes) && status !== 'failed') continue;
      const one = { exhibit, file: getExhibit(file, exhibit).file };
      const why = notes.find(({ severity }) => severity === 'error')?.message;
      if (isLocked(notes)) {
        if (!(await unlock(file, one, options))) locked.push(one);
      } else if (why !== undefined) failed.push({ ...one, why });
    }
  } finally {
    options.onRead?.();
  }
  return { ...reconcileFacts(file), locked, failed };
}

const LOCKED = /^(?:ZIP|PDF)_PASSWORD_(?:NEEDED|WRONG)$/;
const isLocked = (notes: Reading['notes']): boolean => notes.some((note) => LOCKED.test(note.code));
/** Mistyped more often, the password is not at hand. */
const TRIES = 3;

/** Asks for the password of a file until one opens it or none is given. @returns whether the file is open */
async function unlock(
  file: OpenCase,
  one: Locked,
  { askPassword, onWrongPassword, signal }: ReadAllOptions,
): Promise<boolean> {
  if (!askPassword) return false;
  for (let tries = 0; tries < TRIES; tries++) {
    const password = await askPassword(one);
    if (password === '') return false;
    const signalled = signal ? { signal } : {};
    const again = await readExhibits(file, { only: [one.exhibit], again: true, password, ...signalled });
    if (!isLocked(again.read[0]!.notes)) return true;
    onWrongPassword?.();
  }
  return false;
}
