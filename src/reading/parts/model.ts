import { BUCKETS } from './buckets.ts';
import { featuresOf, type LineFeatures, OF_LETTER } from './features.ts';
import { joinedLines, type JoinedLine } from './joined-lines.ts';
import type { PlacedLine } from './neighbours.ts';
import { PARTS, type Part } from './parts.ts';

const COUNT = PARTS.length;
/** Numbers that stand for a bucket, and those of the layer behind them. */
export const VECTOR = 16;
export const HIDDEN = 48;
/** Below nothing the hidden layer says so much less. */
export const SLOPE = 0.01;

/** What the weights are made of, in the order of the file; the vectors behind it have a byte for each number. */
export const HEAD = {
  scale: VECTOR,
  follows: COUNT * COUNT,
  first: VECTOR * HIDDEN,
  firstBias: HIDDEN,
  second: HIDDEN * COUNT,
  secondBias: COUNT,
} as const;
export type Head = Record<keyof typeof HEAD, Float32Array>;
const HEAD_NUMBERS = Object.values(HEAD).reduce((sum, count) => sum + count, 0);
export const MODEL_BYTES = 4 * HEAD_NUMBERS + BUCKETS * VECTOR;

/** A stretch of a line that plays one part. */
export interface PartRun {
  line: number;
  from: number;
  to: number;
  part: Part;
  /** 0 to 1: of its least sure letter. */
  sure: number;
}

/**
 * A linear-chain CRF over the letters of each line, whose scores come from the vectors of what stands around a letter
 * through one hidden layer. Pure: the weights are given.
 */
export class PartsModel {
  readonly #head: Head;
  readonly #follows: Float64Array;
  readonly #vectors: Int8Array;

  constructor(bytes: Uint8Array) {
    if (bytes.length !== MODEL_BYTES) throw new Error(`weights of parts: ${bytes.length} bytes, not ${MODEL_BYTES}`);
    const numbers = new DataView(bytes.buffer, bytes.byteOffset);
    let at = 0;
    this.#head = Object.fromEntries(
      Object.entries(HEAD).map(([part, count]) => [
        part,
        Float32Array.from({ length: count }, () => numbers.getFloat32(4 * at++, true)),
      ]),
    ) as Head;
    this.#follows = Float64Array.from(this.#head.follows, Math.exp);
    this.#vectors = new Int8Array(bytes.buffer, bytes.byteOffset + 4 * HEAD_NUMBERS, BUCKETS * VECTOR);
  }

  /** What plays which part on a page, labels among it; letters of no part are left out. */
  runsOf(lines: readonly PlacedLine[], width: number): PartRun[] {
    const joined = joinedLines(lines);
    return featuresOf(joined, width).flatMap((features, i) => {
      const { text, pieces } = joined[i]!;
      if (text === '') return [];
      const runs = stretches(text.length, this.#marginals(text.length, features));
      return pieces.flatMap((piece) => runs.flatMap((run) => within(run, piece)));
    });
  }

  #marginals(n: number, { shared, letters, perLetter }: LineFeatures): Float64Array {
    const base = new Int32Array(VECTOR);
    const add = (into: Int32Array, bucket: number): void => {
      const at = bucket * VECTOR;
      for (let k = 0; k < VECTOR; k++) into[k]! += this.#vectors[at + k]!;
    };
    for (const bucket of shared) add(base, bucket);
    const here = new Float64Array(n * COUNT);
    const [stretch, sum] = [new Int32Array(VECTOR), new Int32Array(VECTOR)];
    const [hidden, score] = [new Float64Array(HIDDEN), new Float64Array(COUNT)];
    for (let i = 0; i < n; i++) {
      const [from, end] = [i * perLetter, (i + 1) * perLetter];
      // The letters of a stretch share most of what they have.
      if (i === 0 || !isAgain(letters, from + OF_LETTER, end, perLetter)) {
        stretch.set(base);
        for (let j = from + OF_LETTER; j < end; j++) add(stretch, letters[j]!);
      }
      sum.set(stretch);
      for (let j = from; j < from + OF_LETTER; j++) add(sum, letters[j]!);
      this.#score(sum, hidden, score);
      const top = Math.max(...score);
      for (let k = 0; k < COUNT; k++) here[i * COUNT + k] = Math.exp(score[k]! - top);
    }
    return this.#both(n, here);
  }

  /** What the sum of all that stands around a letter says for each part. */
  #score(sum: Int32Array, hidden: Float64Array, score: Float64Array): void {
    const { scale, first, firstBias, second, secondBias } = this.#head;
    hidden.set(firstBias);
    for (let a = 0; a < VECTOR; a++) {
      const x = sum[a]! * scale[a]!;
      for (let b = 0; b < HIDDEN; b++) hidden[b]! += x * first[a * HIDDEN + b]!;
    }
    score.set(secondBias);
    for (let b = 0; b < HIDDEN; b++) {
      const h = hidden[b]! < 0 ? SLOPE * hidden[b]! : hidden[b]!;
      for (let k = 0; k < COUNT; k++) score[k]! += h * second[b * COUNT + k]!;
    }
  }

  /** Forward and backward over the line, each letter scaled to one. */
  #both(n: number, here: Float64Array): Float64Array {
    const follows = this.#follows;
    const forward = new Float64Array(n * COUNT);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < COUNT; k++) {
        let before = i === 0 ? 1 : 0;
        if (i > 0) for (let p = 0; p < COUNT; p++) before += forward[(i - 1) * COUNT + p]! * follows[p * COUNT + k]!;
        forward[i * COUNT + k] = before * here[i * COUNT + k]!;
      }
      scaled(forward, i);
    }
    const after = new Float64Array(COUNT).fill(1);
    const next = new Float64Array(COUNT);
    for (let i = n - 1; i >= 0; i--) {
      for (let k = 0; k < COUNT; k++) next[k] = after[k]! * here[i * COUNT + k]!;
      for (let k = 0; k < COUNT; k++) forward[i * COUNT + k]! *= after[k]!;
      scaled(forward, i);
      after.fill(0);
      let sum = 0;
      for (let p = 0; p < COUNT; p++) {
        for (let k = 0; k < COUNT; k++) after[p]! += follows[p * COUNT + k]! * next[k]!;
        sum += after[p]!;
      }
      for (let p = 0; p < COUNT; p++) after[p]! /= sum;
    }
    return forward;
  }
}

/** Are these numbers the same as those so far before them? */
function isAgain(of: Uint32Array, from: number, to: number, before: number): boolean {
  for (let i = from; i < to; i++) if (of[i] !== of[i - before]) return false;
  return true;
}

function scaled(of: Float64Array, i: number): void {
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum += of[i * COUNT + k]!;
  for (let k = 0; k < COUNT; k++) of[i * COUNT + k]! /= sum;
}

/** What of a stretch stands in one of the lines that were put together. */
function within(run: Omit<PartRun, 'line'>, { line, from, length }: JoinedLine['pieces'][number]): PartRun[] {
  const [start, end] = [Math.max(0, run.from - from), Math.min(length, run.to - from)];
  return start < end ? [{ ...run, line, from: start, to: end }] : [];
}

function stretches(n: number, sure: Float64Array): Omit<PartRun, 'line'>[] {
  const best = Array.from({ length: n }, (_, i) => {
    let top = 0;
    for (let k = 1; k < COUNT; k++) if (sure[i * COUNT + k]! > sure[i * COUNT + top]!) top = k;
    return top;
  });
  const runs: Omit<PartRun, 'line'>[] = [];
  for (let from = 0; from < n;) {
    let to = from;
    let least = 1;
    while (to < n && best[to] === best[from]) {
      least = Math.min(least, sure[to * COUNT + best[to]!]!);
      to++;
    }
    const part = PARTS[best[from]!]!;
    if (part !== 'none') runs.push({ from, to, part, sure: least });
    from = to;
  }
  return runs;
}
