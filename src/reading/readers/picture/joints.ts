import type { Box } from '../../../model/evidence.ts';
import { labelRow, likelyRow } from '../../page/labels/labels.ts';
import { placeOf, type ScoredLine } from '../../reader.ts';

/**
 * Lines as they stand on the page, where the recogniser read a letter twice or took one line for several: a letter
 * that two boxes share is of one of them, and letters set so far apart that a label fills its column are one word.
 */
export const rejoined = (lines: readonly ScoredLine[]): ScoredLine[] => joinSpread(withoutDoubles(lines)).map(closeUp);

const right = ({ x, width }: Box): number => x + width;
const middle = ({ y, height }: Box): number => y + height / 2;
const isRow = (a: Box, b: Box): boolean => Math.abs(middle(a) - middle(b)) < SAME_ROW * Math.min(a.height, b.height);
const SAME_ROW = 0.35;

/** In heights of a line: what stands in so much of an overlap was read twice. */
const OVERLAP = 0.25;
/** A sign that is no letter, read so badly in an overlap, is a piece of the other line's letter. */
const PIECE = 0.9;
/** Of whom a letter is that nobody can tell, is doubted in both. */
const EITHER = 0.6;
const LATIN = /[A-Za-z0-9]/;
const SIGN = /[^\p{L}\p{N}]/u;

/** Takes a letter that two boxes share out of the line that it is not of. */
function withoutDoubles(lines: readonly ScoredLine[]): ScoredLine[] {
  const all = [...lines];
  for (let i = 0; i < all.length; i++) {
    for (let j = 0; j < all.length; j++) {
      const [a, b] = [placeOf(all[i]!), placeOf(all[j]!)];
      if (i === j || !a || !b || a.x >= b.x || right(a) >= right(b) || !isRow(a, b)) continue;
      const overlap = right(a) - b.x;
      if (overlap > OVERLAP * Math.min(a.height, b.height)) [all[i], all[j]] = parted(all[i]!, all[j]!, overlap);
    }
  }
  return all;
}

function parted(one: ScoredLine, other: ScoredLine, overlap: number): [ScoredLine, ScoredLine] {
  const [a, b] = [one.text.trimEnd(), other.text];
  const [last, first] = [a.at(-1) ?? '', b[0] ?? ''];
  if (a.length < 2 || b.trim().length < 2) return [one, other];
  const without = {
    last: narrowed(stretch(one, 0, a.length - 1), 0, overlap),
    first: narrowed(stretch(other, 1), overlap, 0),
  };
  if (last.normalize('NFKC') !== first.normalize('NFKC')) {
    if (SIGN.test(last) && (one.scores?.[a.length - 1] ?? 1) < PIECE) return [without.last, other];
    return SIGN.test(first) && (other.scores?.[0] ?? 1) < PIECE ? [one, without.first] : [one, other];
  }
  switch (ownerOf(last, a, b)) {
    case 'one':
      return [one, without.first];
    case 'other':
      return [without.last, other];
    default:
      return [doubted(one, a.length - 1), doubted(other, 0)];
  }
}

/** Of which of two lines is the letter that one ends with and the other begins with? */
function ownerOf(letter: string, one: string, other: string): 'one' | 'other' | undefined {
  const [before, behind] = [one.at(-2)!, other[1]!];
  if (SIGN.test(letter)) return 'one';
  if (LATIN.test(letter) && LATIN.test(before) !== LATIN.test(behind)) return LATIN.test(before) ? 'one' : 'other';
  if (/\s/.test(behind) || labelRow(one)) return 'one';
  return /[\s:：]/.test(before) || labelRow(one.slice(0, -1)) ? 'other' : undefined;
}

function doubted(line: ScoredLine, at: number): ScoredLine {
  return line.scores
    ? { ...line, scores: line.scores.map((score, i) => (i === at ? Math.min(score, EITHER) : score)) }
    : line;
}

/** A line with only these of its letters, in its own boxes. */
function withLetters(line: ScoredLine, isKept: (at: number) => boolean): ScoredLine {
  const keep = <T>(of: readonly T[]): T[] => of.filter((_, i) => isKept(i));
  return {
    ...line,
    text: keep(line.text.split('')).join(''),
    ...(line.scores ? { scores: keep(line.scores) } : {}),
    ...(line.others ? { others: keep(line.others) } : {}),
  };
}

/** A stretch of a line without the spaces around it. */
function stretch(line: ScoredLine, from: number, to = line.text.length): ScoredLine {
  const text = line.text.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const end = start + text.trim().length;
  return withLetters(line, (at) => at >= start && at < end);
}

/** A line whose boxes lack so much at their left and right. */
function narrowed(line: ScoredLine, left: number, behind: number): ScoredLine {
  const less = (box: Box): Box => ({ ...box, x: box.x + left, width: Math.max(1, box.width - left - behind) });
  return {
    ...line,
    ...(line.box ? { box: less(line.box) } : {}),
    ...(line.flat ? { flat: less(line.flat) } : {}),
  };
}

/** In heights of a line: between letters that are spread over a label's column there is no more room. */
const SPREAD = 4;
/** Fills it more than this, no label of a column has so many letters. */
const MOST_LETTERS = 8;
const PIECE_OF_LABEL = /^\p{Script=Han}{1,4}[:：]?$/u;
const ONE_LETTER = /^\p{Script=Han}[:：]?$/u;

/** Letters that stand apart in a row so that they fill the column of labels: `交 易 时 间` in four boxes. */
function joinSpread(lines: readonly ScoredLine[]): ScoredLine[] {
  const placed = lines.flatMap((line) => {
    const place = placeOf(line);
    return place ? [{ line, place }] : [];
  });
  const joined = new Map<ScoredLine, ScoredLine | undefined>();
  for (const { line, place } of placed) {
    if (joined.has(line) || !PIECE_OF_LABEL.test(line.text.trim())) continue;
    const row = placed.filter((other) => isRow(place, other.place)).toSorted((a, b) => a.place.x - b.place.x);
    if (row[0]!.line !== line) continue;
    const pieces = leading(row);
    if (pieces.length < 2 || !pieces.some((piece) => ONE_LETTER.test(piece.line.text.trim()))) continue;
    const whole = together(pieces.map((piece) => piece.line));
    const fills = labelRow(whole.text) ?? likelyRow(whole.text) ?? fillsColumn(placeOf(whole)!, placed);
    if (!fills) continue;
    for (const piece of pieces) joined.set(piece.line, undefined);
    joined.set(line, whole);
  }
  return lines.flatMap((line) => (joined.has(line) ? (joined.get(line) ?? []) : [line]));
}

type Placed = { line: ScoredLine; place: Box };

/** The pieces of a label that a row begins with. */
function leading(row: readonly Placed[]): Placed[] {
  const pieces: Placed[] = [];
  for (const piece of row) {
    const before = pieces.at(-1);
    const text = piece.line.text.trim();
    if (!PIECE_OF_LABEL.test(text) || (before && /[:：]$/.test(before.line.text.trim()))) break;
    if (before && piece.place.x - right(before.place) > SPREAD * piece.place.height) break;
    pieces.push(piece);
  }
  const letters = pieces.reduce((sum, { line }) => sum + line.text.trim().length, 0);
  return letters <= MOST_LETTERS ? pieces : [];
}

/** So many other lines must begin and end where the letters do. */
const OTHERS_IN_COLUMN = 2;
const EDGE = 0.6;

/** Do other lines of more letters reach from the same left to the same right, as labels that fill their column do? */
function fillsColumn(place: Box, lines: readonly Placed[]): boolean {
  const near = (p: number, q: number): boolean => Math.abs(p - q) < EDGE * place.height;
  const others = lines.filter(
    (other) =>
      /^\p{Script=Han}{3,8}[:：]?$/u.test(other.line.text.replace(/\s/g, '')) &&
      near(other.place.x, place.x) &&
      near(right(other.place), right(place)),
  );
  return others.length >= OTHERS_IN_COLUMN;
}

/** Several lines of one row as one, with nothing between. */
function together(lines: readonly ScoredLine[]): ScoredLine {
  const own = lines.map((line) => stretch(line, 0));
  const [first] = own;
  const all = <T>(of: (line: ScoredLine) => readonly T[] | undefined): T[] | undefined =>
    own.every((line) => of(line)) ? own.flatMap((line) => of(line)!) : undefined;
  const [scores, others] = [all(({ scores: each }) => each), all(({ others: each }) => each)];
  const confidence = own.reduce((sum, line) => sum + (line.confidence ?? 1), 0) / own.length;
  const { scores: _scores, others: _others, ...rest } = first!;
  return {
    ...rest,
    text: own.map(({ text }) => text).join(''),
    ...(first!.confidence === undefined ? {} : { confidence }),
    ...(scores ? { scores } : {}),
    ...(others ? { others } : {}),
    ...around('box', own),
    ...around('flat', own),
  };
}

function around(key: 'box' | 'flat', lines: readonly ScoredLine[]): Partial<ScoredLine> {
  const boxes = lines.flatMap((line) => line[key] ?? []);
  if (boxes.length < lines.length) return {};
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const [width, height] = [Math.max(...boxes.map(right)) - x, Math.max(...boxes.map((box) => box.y + box.height)) - y];
  return { [key]: { ...boxes[0]!, x, y, width, height } };
}

/** `对 方 商 户 北野小店`: three letters or more that stand apart, and no more of them with the next word. */
const SPACED = /^\p{Script=Han}(?:\s\p{Script=Han}){2,7}(?=$|[\s:：¥￥])/u;
/** `已支付时 间 2026-09-04`: pieces of a label that spaces were read into. */
const TORN = /^\p{Script=Han}{1,5}(?:\s\p{Script=Han}{1,5}){1,3}?(?=$|[\s:：¥￥])/u;

/** A line whose label was read with spaces between its letters, without them. */
function closeUp(line: ScoredLine): ScoredLine {
  const apart = SPACED.exec(line.text)?.[0] ?? tornLabel(line.text);
  if (apart === undefined) return line;
  return withLetters(line, (at) => at >= apart.length || !/\s/.test(line.text[at]!));
}

/** A label in pieces that a line begins with, where its first piece is none. */
function tornLabel(text: string): string | undefined {
  const [torn] = TORN.exec(text) ?? [];
  if (torn === undefined) return undefined;
  const pieces = torn.split(/\s/);
  const isTorn = pieces.some((piece) => piece.length === 1) && !labelRow(pieces[0]!) && labelRow(pieces.join(''));
  return isTorn ? torn : undefined;
}
