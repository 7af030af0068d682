import type { CaseFile } from '../../casefile/case-file.ts';
import { changeExhibit, listExhibits, type Exhibit } from '../../casefile/exhibits.ts';
import { addReading, newestReadings } from '../../casefile/readings.ts';
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
  progress?: (done: number, total: number, name: string) => void;
}

export interface ReadResult {
  read: { exhibit: number; reading: Reading }[];
}

/** A guess of the reader that may replace a guess from the name. */
const LABEL_CONFIDENCE = 0.5;

/**
 * Reads exhibits that have no reading yet, one at a time; each reading is kept
 * as soon as it is there, so that an interruption loses at most one.
 * @throws Cancelled
 */
export async function readExhibits(file: CaseFile, options: ReadOptions = {}): Promise<ReadResult> {
  const known = newestReadings(file);
  const wanted = listExhibits(file).filter((exhibit) => {
    if (options.only && !options.only.includes(exhibit.no)) return false;
    return options.again || !known.has(exhibit.no);
  });
  const result: ReadResult = { read: [] };
  for (const [i, exhibit] of wanted.entries()) {
    options.signal?.throwIfAborted();
    options.progress?.(i, wanted.length, exhibit.file);
    const reading = await readSource(contentSource(file, exhibit), {
      ...(options.password === undefined ? {} : { password: options.password }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    file.write(() => {
      addReading(file, exhibit.no, reading);
      relabel(file, exhibit, reading);
    });
    result.read.push({ exhibit: exhibit.no, reading });
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
