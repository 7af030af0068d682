import type { CaseFile } from '../../casefile/case-file.ts';
import { changeExhibit, listExhibits, type Exhibit } from '../../casefile/exhibits.ts';
import { addReading, readExhibitNumbers } from '../../casefile/readings.ts';
import { readSource } from '../../reading/read-source.ts';
import type { Reading } from '../../model/reading.ts';
import { contentSource } from './content-source.ts';

export interface ReadOptions {
  /** Only these exhibits; all without a reading when left out. */
  only?: readonly number[];
  /** Read again what was read before; the older readings stay. */
  again?: boolean;
  password?: string;
  signal?: AbortSignal;
  /** What is known already of what the bytes are, by exhibit. */
  mediaTypes?: ReadonlyMap<number, string>;
  progress?: (done: number, total: number, name: string) => void;
}

export interface ReadResult {
  read: { exhibit: number; status: Reading['status']; notes: Reading['notes'] }[];
}

/** A guess of the reader that may replace a guess from the name. */
const LABEL_CONFIDENCE = 0.5;

/**
 * Readings that are kept in one transaction: a sync of the disk for each takes longer than reading a small file. Slow
 * ones, of pictures, are kept one by one, since the second is soon over.
 */
const BATCH_READINGS = 2_048;
const BATCH_MS = 1_000;

/**
 * Reads exhibits that have no reading yet, one at a time. What is read is kept within a second, and before anything is
 * thrown; a process that is killed loses the readings of that second, and the next one makes them again.
 * @throws Cancelled, KamengError of `CaseFile.write`
 */
export async function readExhibits(file: CaseFile, options: ReadOptions = {}): Promise<ReadResult> {
  const known = options.again ? new Set<number>() : readExhibitNumbers(file);
  const wanted = listExhibits(file).filter((exhibit) => {
    if (options.only && !options.only.includes(exhibit.no)) return false;
    return !known.has(exhibit.no);
  });
  const result: ReadResult = { read: [] };
  let batch: { exhibit: Exhibit; reading: Reading }[] = [];
  let keptAt = performance.now();
  const keep = (): void => {
    const readings = batch;
    batch = [];
    keptAt = performance.now();
    if (readings.length === 0) return;
    file.write(() => {
      for (const { exhibit, reading } of readings) {
        addReading(file, exhibit.no, reading);
        relabel(file, exhibit, reading);
      }
    });
  };
  try {
    for (const [i, exhibit] of wanted.entries()) {
      options.signal?.throwIfAborted();
      options.progress?.(i, wanted.length, exhibit.file);
      const mediaType = options.mediaTypes?.get(exhibit.no);
      const reading = await readSource(contentSource(file, exhibit), {
        ...(options.password === undefined ? {} : { password: options.password }),
        ...(options.signal ? { signal: options.signal } : {}),
        ...(mediaType === undefined ? {} : { mediaType }),
      });
      batch.push({ exhibit, reading });
      result.read.push({ exhibit: exhibit.no, status: reading.status, notes: reading.notes });
      if (batch.length >= BATCH_READINGS || performance.now() - keptAt >= BATCH_MS) {
        keep();
        // Ctrl-C is heard only when the event loop gets a turn.
        await new Promise<void>((resolve) => void setImmediate(resolve));
      }
    }
  } finally {
    keep();
  }
  return result;
}

/** What was read decides over what the name suggested, never over what the user said. */
function relabel(file: CaseFile, exhibit: Exhibit, reading: Reading): void {
  const mediaType =
    reading.mediaType !== exhibit.mediaType && reading.mediaType !== 'application/octet-stream'
      ? reading.mediaType
      : undefined;
  const better =
    exhibit.labelledBy !== 'user' &&
    reading.kind !== 'other' &&
    (reading.confidence >= LABEL_CONFIDENCE || reading.confidence > exhibit.confidence);
  if (!better && mediaType === undefined) return;
  changeExhibit(file, exhibit.no, {
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(better
      ? {
          label: {
            category: reading.category,
            kind: reading.kind,
            labelledBy: 'reading' as const,
            confidence: reading.confidence,
          },
        }
      : {}),
  });
}
