import type { Box, Category, GivenBy, Kind } from './evidence.ts';
import type { FactKey } from './facts.ts';
import type { Day, Moment } from './moment.ts';

/** One file to be read: its bytes stay where they are and are asked for piece by piece. */
export interface FileSource {
  /** As the user's folder named it; a hint at most, never proof of what it is. */
  name: string;
  size: number;
  /** Bytes from `offset`; shorter at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The whole file. @throws KamengError FILE_TOO_LARGE above `limit` bytes */
  all(limit: number): Promise<Uint8Array>;
}

/** A line of text with its place on the picture or page and the recogniser's certainty (0 to 1). */
export interface TextLine {
  text: string;
  box?: Box;
  confidence?: number;
}

export interface ChatMessage {
  /** Moment in China time, or absent when the export shows none. */
  at?: Moment;
  /** `11-19T21:03+08:00`: what a screen shows that leaves the year away. Beside `at`: its year was reckoned. */
  yearless?: string;
  /**
   * What a screen shows that hangs on when it was looked at, as days before or a weekday (Monday is 1) with the clock:
   * `-1T21:03+08:00`, `W3T14:20+08:00`. Beside `at`: its day was reckoned from `Reading.shown`.
   */
  relative?: string;
  sender?: string;
  /** Whose words: only `buyer` and `other` when the file shows it. */
  side: 'buyer' | 'other' | 'system' | 'unknown';
  text: string;
  /** Names of media that the message points to and the file does not hold. */
  missingMedia?: string[];
  recalled?: boolean;
}

/** One row of a payment bill; amounts in 分, negative never: `direction` says which way. */
export interface BillRow {
  at?: Moment;
  /** The day, where a table may have no more than that. */
  day?: Day;
  counterparty: string;
  product: string;
  amount: number;
  refunded?: number;
  direction: 'out' | 'in' | 'neutral';
  status: string;
  method: string;
  tradeNo: string;
  merchantOrderNo: string;
  /** What the wallet calls this kind of payment, and the remark; absent when empty. */
  type?: string;
  note?: string;
  /** Closed before anything was paid. */
  unpaid?: true;
  /** This row gives money back; `refundOf` is the line of the payment, when the bill shows which. */
  refund?: true;
  refundOf?: number;
  /** The line or sheet row in the file, from 1. */
  line: number;
}

export interface BillReading {
  /** Whose bill it is: the name of a file in `knowledge/wallets`, or `table` where the file does not say. */
  wallet: string;
  rows: BillRow[];
  /** What the bill says of itself, and what was found; a difference is a note. */
  stated: { count?: number; outTotal?: number; inTotal?: number };
  /** Whole amounts that may be 元 or 分; written down as 元. */
  unit?: 'unsure';
  /** Rows in the file; more than `rows` holds only when the bill is beyond every real size. */
  found?: number;
}

/** A value read off an exhibit, in the form of `normalizeFact`. */
export interface FieldReading {
  key: FactKey;
  value: string;
  /** The words it was read from. */
  text: string;
  box?: Box;
  /** 0 to 1. */
  confidence: number;
  /** False: seen, but below what may stand unasked; shown as not read, with its place. */
  certain: boolean;
  /** How it got its part; absent in readings of earlier versions and in rows of bills, whose columns were read. */
  by?: GivenBy;
  /** What it stands at is of its part: a label of the table, word for word; of goods their price and their count. */
  known?: true;
  /** 0 to 1: how far the second reader takes these words for the same; absent where it was not asked. */
  second?: number;
  /** 0 to 1: how sure the second reader is of a value that only it sees. */
  alone?: number;
  /** The value as its letters were read, where a letter of a name that everyone knows, or of a number, was mended. */
  mended?: string;
  /** Its letters were read alike more than once, yet the picture is too poor for them to stand: for a yes. */
  unclear?: true;
}

/** Something the user should know of a reading; `code` is stable, `message` Chinese. */
export interface ReadingNote {
  code: string;
  message: string;
  severity: 'info' | 'warning' | 'error';
}

/** All that was read off one file. Kept whole in the case with the reader's version. */
export interface Reading {
  reader: string;
  version: string;
  status: 'read' | 'partial' | 'failed' | 'unread';
  mediaType: string;
  category: Category;
  kind: Kind;
  /** Of category and kind, 0 to 1. */
  confidence: number;
  fields: FieldReading[];
  notes: ReadingNote[];
  lines?: TextLine[];
  messages?: ChatMessage[];
  bill?: BillReading;
  /** Pictures and video: pixels as shown; sound and video: length. */
  media?: { width?: number; height?: number; durationMs?: number; recordedAt?: Moment };
  /** When the screen of a talk was on show, and what says so; there only where messages are dated by it. */
  shown?: { at: Day | Moment; by: 'name' | 'exif' };
  /** 256-bit difference hash of a picture, 64 hex digits. */
  pictureHash?: string;
  /** What a container (ZIP, mail) holds; inner readings are not containers of containers deeper than two. */
  parts?: { name: string; reading: Reading }[];
  /** Days that stand in promises, with their words; `if`: what must come true first. */
  promises?: { text: string; said?: Moment; by?: Day | Moment; if?: string }[];
}

/** From here on the second reader takes words for the same as the first, below for something else altogether. */
export const AGREES = 0.9;
const DENIES = 0.1;

/** What the second reader says to a value of the first; `unasked` where it was not heard. */
export type HeardAs = 'agrees' | 'differs' | 'denies' | 'unasked';

/** `differs`: it takes some of the letters for the same, or more letters than the first took. */
export function heardAs({ second }: Pick<FieldReading, 'second'>): HeardAs {
  if (second === undefined) return 'unasked';
  return second >= AGREES ? 'agrees' : second < DENIES ? 'denies' : 'differs';
}

/** No more than this is the confidence of what was read alike more than once and does not stand for its picture. */
export const UNCLEAR = 0.5;

/** The note of a picture on which a word may be wrong without looking so. */
export const POOR_PICTURE = 'PICTURE_POOR';

/** Was it read off a picture too poor for its names to be sure? */
export const isPoor = ({ notes }: Pick<Reading, 'notes'>): boolean => notes.some(({ code }) => code === POOR_PICTURE);

/** A reading and those of the files it holds. */
export function readingsIn(reading: Reading): Reading[] {
  return [reading, ...(reading.parts ?? []).flatMap((part) => readingsIn(part.reading))];
}
