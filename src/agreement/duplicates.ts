import { isOnePicture, looksAlike } from '../reading/readers/picture/hash.ts';
import type { ReadExhibit } from './candidates.ts';
import type { Reading } from '../model/reading.ts';

export interface NearDuplicate {
  exhibit: number;
  /** The earlier one that it is a copy of. */
  of: number;
}

/** So much of the words must be the same; a recompressed copy loses some to misreading. */
const SHARED = 0.8;

/**
 * Pictures that are the same picture in other bytes. Two screens of one app
 * look alike to a hash, so the words on them, above all the numbers, must agree too.
 */
export function findNearDuplicates(exhibits: readonly ReadExhibit[]): NearDuplicate[] {
  const found: NearDuplicate[] = [];
  const firsts: ReadExhibit[] = [];
  for (const exhibit of exhibits.toSorted((a, b) => a.no - b.no)) {
    if (exhibit.withdrawn || !exhibit.reading.pictureHash) continue;
    const first = firsts.find((other) => isCopy(other.reading, exhibit.reading));
    if (first) found.push({ exhibit: exhibit.no, of: first.no });
    else firsts.push(exhibit);
  }
  return found;
}

export function isCopy(a: Reading, b: Reading): boolean {
  if (!a.pictureHash || !b.pictureHash || !looksAlike(a.pictureHash, b.pictureHash)) return false;
  if (!a.lines?.length || !b.lines?.length) return isOnePicture(a.pictureHash, b.pictureHash);
  return (
    overlap(numbersOf(a), numbersOf(b)) >= SHARED && overlap(wordsOf(a), wordsOf(b)) >= SHARED && !valuesDiffer(a, b)
  );
}

/** A value that both read with certainty and differently: two screens, not one. */
function valuesDiffer(a: Reading, b: Reading): boolean {
  return a.fields.some(
    (field) =>
      field.certain &&
      b.fields.some(
        (other) =>
          other.certain &&
          other.key === field.key &&
          other.key !== 'dispute' &&
          bare(other.value) !== bare(field.value),
      ),
  );
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The digits of each line that has some: a space that one reading lost is no difference. */
function numbersOf(reading: Reading): string[] {
  return (reading.lines ?? []).map((line) => line.text.replace(/\D/g, '')).filter((digits) => digits.length >= 4);
}

function wordsOf(reading: Reading): string[] {
  const text = bare((reading.lines ?? []).map((line) => line.text).join(''));
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** Shared items of two lists, against the longer one; 1 for two empty ones. */
function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  const left = [...b];
  let shared = 0;
  for (const item of a) {
    const at = left.indexOf(item);
    if (at === -1) continue;
    left.splice(at, 1);
    shared++;
  }
  return shared / Math.max(a.length, b.length);
}
