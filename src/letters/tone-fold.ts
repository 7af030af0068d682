import { FOLDED_CHARACTERS } from './phrases/spellings.ts';

/**
 * A text as its reader hears it: full width, traditional forms and capitals
 * folded, marks between two Chinese characters left out (`骗*子`, `傻 逼`), with
 * the way back to the offsets of the source.
 */
export interface FoldedText {
  source: string;
  /** Folded characters; all rules run over this. */
  text: string;
  /** For each UTF-16 unit of `text`: where it starts and ends in `source`. */
  starts: Int32Array;
  ends: Int32Array;
}

// What people put between the characters of a word, and what wraps a word in rich text.
const FILLERS = new Set(' \t*.-_~·•|/\\+^#@&=`\'´°※★☆〇○●◆◇♀♂×');
const MAX_FILLERS = 3;
// Invisible: zero width, direction marks, soft hyphen, variation selectors, combining marks.
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\r]$/u;

function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}

const cache = new Map<string, string>();
// Bounded by what a text can hold in distinct characters; emptied before it grows large.
const CACHE_LIMIT = 8192;

function foldCharacter(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  let folded = INVISIBLE.test(character) ? '' : character.normalize('NFKC').toLowerCase();
  folded = Array.from(folded, (part) => FOLDED_CHARACTERS.get(part) ?? part).join('');
  if (folded === '\u2026') folded = '...';
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(character, folded);
  return folded;
}

/** Folds a text in one pass; every UTF-16 unit of the result knows its place in the source. */
export function foldText(source: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of source) {
    const code = character.charCodeAt(0);
    const folded = code < 0x80 && (code < 0x41 || code > 0x5a) && code !== 0x0d ? character : foldCharacter(character);
    const end = at + character.length;
    for (let i = 0; i < folded.length; i++) {
      units.push(folded[i]!);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return joinAcrossFillers(source, units, starts, ends);
}

function joinAcrossFillers(source: string, units: string[], starts: number[], ends: number[]): FoldedText {
  const kept: number[] = [];
  let i = 0;
  while (i < units.length) {
    if (FILLERS.has(units[i]!) && i > 0 && isHan(units[i - 1]!.charCodeAt(0))) {
      let next = i;
      while (next < units.length && next - i <= MAX_FILLERS && FILLERS.has(units[next]!)) next++;
      if (next - i <= MAX_FILLERS && next < units.length && isHan(units[next]!.charCodeAt(0))) {
        i = next;
        continue;
      }
      for (; i < next; i++) kept.push(i);
      continue;
    }
    kept.push(i++);
  }
  return {
    source,
    text: kept.map((index) => units[index]).join(''),
    starts: Int32Array.from(kept, (index) => starts[index]!),
    ends: Int32Array.from(kept, (index) => ends[index]!),
  };
}

/** The place in the source of a stretch of the folded text. */
export function placeOf(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  return { start: folded.starts[start]!, end: folded.ends[Math.max(start, end - 1)]! };
}
