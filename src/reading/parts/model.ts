import { BUCKETS, featuresOf } from './features.ts';
import type { PlacedLine } from './neighbours.ts';
import { PARTS, type Part } from './parts.ts';

const COUNT = PARTS.length;
/** Scale of each part, what follows what, then a byte for each bucket and part. */
export const HEAD_BYTES = 4 * (COUNT + COUNT * COUNT);
export const MODEL_BYTES = HEAD_BYTES + BUCKETS * COUNT;

/** A stretch of a line that plays one part. */
export interface PartRun {
  line: number;
  from: number;
  to: number;
  part: Part;
  /** 0 to 1: of its least sure letter. */
  sure: number;
}

/** A linear-chain CRF over the letters of each line. Pure: the weights are given. */
export class PartsModel {
  readonly #scale: Float32Array;
  readonly #follows: Float64Array;
  readonly #weights: Int8Array;

  constructor(bytes: Uint8Array) {
    if (bytes.length !== MODEL_BYTES) throw new Error(`weights of parts: ${bytes.length} bytes, not ${MODEL_BYTES}`);
    const head = new Float32Array(bytes.slice(0, HEAD_BYTES).buffer);
    this.#scale = head.slice(0, COUNT);
    this.#follows = Float64Array.from(head.slice(COUNT), Math.exp);
    this.#weights = new Int8Array(bytes.buffer, bytes.byteOffset + HEAD_BYTES, BUCKETS * COUNT);
  }

  /** What plays which part on a page, labels among it; letters of no part are left out. */
  runsOf(lines: readonly PlacedLine[], width: number): PartRun[] {
    return featuresOf(lines, width).flatMap((features, line) => {
      const n = lines[line]!.text.length;
      if (n === 0) return [];
      const sure = this.#marginals(n, features);
      return stretches(n, sure).map((run) => ({ line, ...run }));
    });
  }

  #marginals(n: number, { shared, letters, perLetter }: ReturnType<typeof featuresOf>[number]): Float64Array {
    const base = new Float64Array(COUNT);
    const add = (into: Float64Array, bucket: number): void => {
      const at = bucket * COUNT;
      for (let k = 0; k < COUNT; k++) into[k]! += this.#weights[at + k]!;
    };
    for (const bucket of shared) add(base, bucket);
    const here = new Float64Array(n * COUNT);
    const score = new Float64Array(COUNT);
    for (let i = 0; i < n; i++) {
      score.set(base);
      for (let j = i * perLetter; j < (i + 1) * perLetter; j++) add(score, letters[j]!);
      let top = -Infinity;
      for (let k = 0; k < COUNT; k++) {
        score[k]! *= this.#scale[k]!;
        if (score[k]! > top) top = score[k]!;
      }
      for (let k = 0; k < COUNT; k++) here[i * COUNT + k] = Math.exp(score[k]! - top);
    }
    return this.#both(n, here);
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

function scaled(of: Float64Array, i: number): void {
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum += of[i * COUNT + k]!;
  for (let k = 0; k < COUNT; k++) of[i * COUNT + k]! /= sum;
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
