import {
  CHUNK_BYTES,
  findContent,
  hasContentOfSize,
  storeBytes,
  storeContent,
  type ChunkReader,
  type StoredContent,
} from '../../casefile/contents.ts';
import type { CaseFile } from '../../casefile/case-file.ts';
import { Cancelled } from '../../model/errors.ts';
import { chinaMoment } from '../../model/moment.ts';
import type { Piece, ToRead } from './file-reader.ts';
import { nothingTaken, numberContent, type TakeIn, type TakeInOptions } from './number-content.ts';
import { readAhead, type Read } from './read-ahead.ts';
import type { FoundFile } from './walk.ts';

/** One transaction for many small files: a sync of the disk for each would take ten times as long. */
const BATCH_FILES = 2_048;
const BATCH_BYTES = 64 * 1024 * 1024;

/**
 * Takes files into the case, bytes first. Each file is kept whole or not at
 * all; on a cancel the files that were complete stay.
 * @throws Cancelled, KamengError DISK_FULL, CASE_BUSY, CASE_READ_ONLY
 */
export async function takeInFiles(
  file: CaseFile,
  files: readonly FoundFile[],
  options: TakeInOptions = {},
): Promise<TakeIn> {
  const result = nothingTaken();
  const pieces = readAhead(
    twinsByDigest(file, files),
    files.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  const intake: Intake = { file, files, options, pieces, bytes: 0 };
  try {
    for (;;) {
      const taken = nothingTaken();
      const ended = await file.writeAsync(async () => {
        try {
          return (await takeInSome(intake, taken)) ? 'all' : undefined;
        } catch (error) {
          if (error instanceof Cancelled) return 'cancelled';
          throw error;
        }
      });
      result.added.push(...taken.added);
      result.duplicates.push(...taken.duplicates);
      result.refused.push(...taken.refused);
      for (const [no, mediaType] of taken.mediaTypes) result.mediaTypes.set(no, mediaType);
      if (ended === 'all') return result;
      if (ended === 'cancelled') {
        const kept = result.added.length;
        throw new Cancelled('已取消', [`已收入的 ${kept} 个文件都在案卷里；再运行一次会从剩下的继续`]);
      }
    }
  } finally {
    await pieces.return(undefined);
  }
}

/** A taking in under way. */
interface Intake {
  file: CaseFile;
  files: readonly FoundFile[];
  options: TakeInOptions;
  pieces: AsyncGenerator<Read>;
  /** Bytes of the files that are done. */
  bytes: number;
}

/** A large file that may be there already is hashed before it is written: one of its size is, or comes before it. */
function twinsByDigest(file: CaseFile, files: readonly FoundFile[]): ToRead[] {
  const sizes = new Set<number>();
  return files.map(({ path, name, bytes }) => {
    const large = bytes >= CHUNK_BYTES;
    const digestOnly = large && (sizes.has(bytes) || hasContentOfSize(file, bytes));
    if (large) sizes.add(bytes);
    return { path, name, digestOnly };
  });
}

/** Takes in as many files as one transaction is to hold. @returns whether there are no more */
async function takeInSome(intake: Intake, result: TakeIn): Promise<boolean> {
  const from = intake.bytes;
  for (let count = 0; count < BATCH_FILES && intake.bytes - from < BATCH_BYTES; count++) {
    intake.options.signal?.throwIfAborted();
    const { value: piece, done } = await intake.pieces.next();
    if (done) return true;
    const { path, name } = intake.files[piece.of]!;
    try {
      await takeInPiece(intake, piece, name, result);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      result.refused.push({ path, code: error.piece.code, why: error.piece.why });
    }
  }
  return false;
}

class Refused extends Error {
  readonly piece: Extract<Piece, { is: 'refused' }>;
  constructor(piece: Extract<Piece, { is: 'refused' }>) {
    super(piece.why);
    this.piece = piece;
  }
}

/** A file from its first piece on. @throws Refused */
async function takeInPiece(intake: Intake, piece: Read, name: string, result: TakeIn): Promise<void> {
  const { file, options } = intake;
  if (piece.is === 'refused') throw new Refused(piece);
  let read: { modifiedMs: number; mediaType?: string };
  let content: StoredContent;
  if (piece.is === 'whole') {
    read = piece;
    content = storeBytes(file, piece.data, piece.sha256);
  } else if (piece.is === 'digest') {
    const known = findContent(file, piece.sha256);
    // Another of the same size: now its bytes are wanted.
    if (!known) return takeInAgain(intake, piece.of, result);
    read = piece;
    content = known;
  } else {
    const large = largeFile(intake, piece, name);
    content = await storeContent(file, large.next, large.sha256);
    read = large.end();
  }
  intake.bytes += content.bytes;
  options.progress?.(intake.bytes, name);
  const modifiedAt = options.timeUnknown ? undefined : chinaMoment(read.modifiedMs);
  await numberContent(file, content, { name, modifiedAt, mediaType: read.mediaType }, options, result);
}

/** The chunks of a large file from its first on, and what is known at its end. */
function largeFile({ pieces, options, bytes }: Intake, first: Read, name: string) {
  let piece = first;
  let at = 0;
  const end = (): Extract<Piece, { is: 'end' }> => {
    if (piece.is !== 'end') throw new Error(`piece ${piece.is} where a file ends`);
    return piece;
  };
  const next: ChunkReader = async () => {
    if (at > 0) {
      options.signal?.throwIfAborted();
      piece = (await pieces.next()).value as Read;
    }
    if (piece.is === 'refused') throw new Refused(piece);
    at += piece.data.length;
    options.progress?.(bytes + at, name);
    return piece.data;
  };
  return { next, end, sha256: () => end().sha256 };
}

/** A file of which only the digest was read, and is not in the case: from its beginning, in this thread. */
async function takeInAgain(intake: Intake, of: number, result: TakeIn): Promise<void> {
  const { path, name } = intake.files[of]!;
  const pieces = readAhead([{ path, name, digestOnly: false }], 0);
  const again: Intake = { ...intake, pieces };
  try {
    const { value: piece } = await pieces.next();
    await takeInPiece(again, piece as Read, name, result);
    intake.bytes = again.bytes;
  } finally {
    await pieces.return(undefined);
  }
}
