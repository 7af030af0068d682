import { type Box, KINDS, type Kind } from '../model/evidence.ts';
import type { FileSource, Reading, ReadingNote, TextLine } from '../model/reading.ts';

/** What a reader is given besides the file. */
export interface ReadContext {
  /** As the bytes say, not as the name says. */
  mediaType: string;
  /** How many containers this file lies in; 0 for a file of its own. */
  depth: number;
  /** Opens a locked container; undefined when none was given. */
  password?: string;
  signal?: AbortSignal;
  /** Reads a file held by this one (ZIP, mail, PDF page picture). Never throws but when aborted. */
  readPart(part: FileSource): Promise<Reading>;
}

/**
 * Takes one file and says what stands in it. A reader may throw: `readSource`
 * turns that into a reading with status `failed` that keeps its words.
 */
export type Reader = (source: FileSource, context: ReadContext) => Promise<Reading>;

/** A line with the recogniser's certainty of each character; `scores` is never stored. */
export interface ScoredLine extends TextLine {
  /** One per UTF-16 unit of `text`; absent for text that was not recognised. */
  scores?: readonly number[];
  /** One per UTF-16 unit of `text`: the letters that a picture allows there as well; never stored. */
  others?: readonly string[];
  /** `box` as if the camera had been held straight; only for pictures that lean. */
  flat?: Box;
  /** The same, as high as all lines of such letters; only for pictures. */
  level?: Box;
  /** The colour behind the words; only for pictures. */
  ground?: Colour;
}

/** Where a line stands, as if the camera had been held straight where that is known. */
export const placeOf = ({ level, flat, box }: ScoredLine): Box | undefined => level ?? flat ?? box;

/** Red, green, blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

/** A reading that has nothing in it yet. */
export function blankReading(reader: string, version: string, mediaType: string): Reading {
  return {
    reader,
    version,
    mediaType,
    status: 'read',
    category: 'other',
    kind: 'other',
    confidence: 0,
    fields: [],
    notes: [],
  };
}

/** The same with a kind and the category that belongs to it. */
export function readingOf(reader: string, version: string, mediaType: string, kind: Kind, confidence: number): Reading {
  return { ...blankReading(reader, version, mediaType), kind, category: KINDS[kind].category, confidence };
}

export function failedReading(reader: string, version: string, mediaType: string, note: ReadingNote): Reading {
  return { ...blankReading(reader, version, mediaType), status: 'failed', notes: [note] };
}
