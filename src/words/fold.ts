import { FOLDED_CHARACTERS as FOLDED } from '../knowledge/built/characters.ts';

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
const FILLERS = new Set(Array.from(" \t*.-_~·•|/\\+^#@&=`'´°※★☆○●◆◇♀♂×", (mark) => mark.charCodeAt(0)));
const MAX_FILLERS = 3;
// Invisible: zero width, direction marks, soft hyphen, variation selectors, combining marks.
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\r]$/u;

function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}

const FOLDED_CHARACTERS: ReadonlyMap<string, string> = new Map(Object.entries(FOLDED));

const cache = new Map<string, string>();
// Bounded by what a text can hold in distinct characters; emptied before it grows large.
const CACHE_LIMIT = 8192;

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80 && code !== 0x0d) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character;
  const known = cache.get(character);
  if (known !== undefined) return known;
  let folded = INVISIBLE.test(character) ? '' : character.normalize('NFKC').toLowerCase();
  folded = Array.from(folded, (part) => FOLDED_CHARACTERS.get(part) ?? part).join('');
  if (folded === '\u2026') folded = '...';
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(character, folded);
  return folded;
}

/** Code units with their places, grown as needed. */
class Units {
  codes = new Uint16Array(1024);
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  length = 0;

  push(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.#grow();
    this.codes[this.length] = code;
    this.starts[this.length] = start;
    this.ends[this.length++] = end;
  }

  #grow(): void {
    const [codes, starts, ends] = [
      new Uint16Array(this.length * 2),
      new Int32Array(this.length * 2),
      new Int32Array(this.length * 2),
    ];
    codes.set(this.codes);
    starts.set(this.starts);
    ends.set(this.ends);
    [this.codes, this.starts, this.ends] = [codes, starts, ends];
  }
}

const CHUNK = 8192;

function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return text;
}

/** A text with each character put through `folded`, which gives what stands for it, or nothing. */
function foldedUnits(source: string, folded: (character: string) => string): Units {
  const units = new Units();
  for (let at = 0; at < source.length;) {
    const code = source.codePointAt(at)!;
    const end = at + (code > 0xffff ? 2 : 1);
    const stands = folded(source.slice(at, end));
    for (let i = 0; i < stands.length; i++) units.push(stands.charCodeAt(i), at, end);
    at = end;
  }
  return units;
}

function foldedText(source: string, { codes, starts, ends, length }: Units): FoldedText {
  return {
    source,
    text: textOf(codes.subarray(0, length)),
    starts: starts.slice(0, length),
    ends: ends.slice(0, length),
  };
}

/** Folds a text in one pass; every UTF-16 unit of the result knows its place in the source. */
export function foldText(source: string): FoldedText {
  const units = foldedUnits(source, foldCharacter);
  dropFillers(units);
  return foldedText(source, units);
}

// Spaces of all kinds, dashes, dots and invisible characters; a line break may fall inside a number.
const SEPARATOR = /^[\s\-‐‑‒–—−－.·_/\\|\p{Cf}\p{Mn}]$/u;

/** A text without what people put into numbers and names: width and case folded, separators left out. */
export function bareText(source: string): FoldedText {
  return foldedText(source, foldedUnits(source, bareCharacter));
}

function bareCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (isDigit(code) || isLetter(code) || (code >= 0x4e00 && code <= 0x9fff)) return character;
  return SEPARATOR.test(character) ? '' : character.normalize('NFKC').toLowerCase();
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Takes out, in place, what stands between two Chinese characters. */
function dropFillers(units: Units): void {
  const { codes, starts, ends, length } = units;
  let kept = 0;
  for (let i = 0; i < length;) {
    let next = i;
    while (next < length && next - i <= MAX_FILLERS && FILLERS.has(codes[next]!)) next++;
    const joins =
      next > i &&
      next - i <= MAX_FILLERS &&
      next < length &&
      kept > 0 &&
      isHan(codes[kept - 1]!) &&
      isHan(codes[next]!);
    if (joins) i = next;
    for (const stop = Math.max(next, i + 1); i < stop; i++, kept++) {
      codes[kept] = codes[i]!;
      starts[kept] = starts[i]!;
      ends[kept] = ends[i]!;
    }
  }
  units.length = kept;
}

/** The place in the source of a stretch of the folded text. */
export function placeOf(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  return { start: folded.starts[start]!, end: folded.ends[Math.max(start, end - 1)]! };
}
