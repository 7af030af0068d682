import { BUCKETS } from '../../src/reading/parts/features.ts';
import { HEAD, type Head, HIDDEN, MODEL_BYTES, SLOPE, VECTOR } from '../../src/reading/parts/model.ts';
import { PARTS } from '../../src/reading/parts/parts.ts';
import type { Draw } from '../looks/draw.ts';
import type { Example } from './data.ts';

export const N = PARTS.length;

export interface Model {
  name: string;
  learn(line: Example['lines'][number]): void;
  tags(line: Example['lines'][number]): Uint8Array;
  /** From now on the mean of all that the weights come to is noted. */
  settle?(): void;
  /** Takes the mean for the weights: from line to line they go up and down by what was learnt last. */
  settled?(): void;
}

function softmax(z: Float32Array, at: number): void {
  let top = -1e9;
  for (let k = 0; k < N; k++) if (z[at + k]! > top) top = z[at + k]!;
  let sum = 0;
  for (let k = 0; k < N; k++) sum += z[at + k] = Math.exp(z[at + k]! - top);
  for (let k = 0; k < N; k++) z[at + k]! /= sum;
}

/** Hashed features, one weight for each part; AdaGrad. */
class Linear {
  weights = new Float32Array(BUCKETS * N);
  g = new Float32Array(BUCKETS * N).fill(1e-3);
  rate: number;
  constructor(rate = 0.1) {
    this.rate = rate;
  }
  scoresOf(line: Example['lines'][number]): Float32Array {
    const n = line.tags.length;
    const z = new Float32Array(n * N);
    const base = new Float32Array(N);
    for (const f of line.shared) for (let k = 0; k < N; k++) base[k]! += this.weights[f * N + k]!;
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < N; k++) z[i * N + k] = base[k]!;
      for (let j = i * line.perLetter; j < (i + 1) * line.perLetter; j++) {
        const f = line.letters[j]! * N;
        for (let k = 0; k < N; k++) z[i * N + k]! += this.weights[f + k]!;
      }
    }
    return z;
  }
  /** @param d gradient of the loss by score */
  step(line: Example['lines'][number], d: Float32Array): void {
    const n = line.tags.length;
    const sum = new Float32Array(N);
    for (let i = 0; i < n; i++) {
      let any = 0;
      for (let k = 0; k < N; k++) {
        sum[k]! += d[i * N + k]!;
        any += Math.abs(d[i * N + k]!);
      }
      if (any < 0.01) continue;
      for (let j = i * line.perLetter; j < (i + 1) * line.perLetter; j++) this.#add(line.letters[j]! * N, d, i * N);
    }
    for (let k = 0; k < N; k++) sum[k]! /= Math.sqrt(n);
    for (const f of line.shared) this.#add(f * N, sum, 0);
  }
  #add(f: number, d: Float32Array, at: number): void {
    for (let k = 0; k < N; k++) {
      const x = d[at + k]!;
      if (x < 1e-4 && x > -1e-4) continue;
      this.g[f + k]! += x * x;
      this.weights[f + k]! -= (this.rate * x) / Math.sqrt(this.g[f + k]!);
    }
  }
}

export class Logistic implements Model {
  name = 'logistic regression, letter by letter';
  linear = new Linear();
  learn(line: Example['lines'][number]): void {
    const z = this.linear.scoresOf(line);
    for (let i = 0; i < line.tags.length; i++) {
      softmax(z, i * N);
      z[i * N + line.tags[i]!]! -= 1;
    }
    this.linear.step(line, z);
  }
  tags(line: Example['lines'][number]): Uint8Array {
    const z = this.linear.scoresOf(line);
    return Uint8Array.from(line.tags, (_, i) => argmax(z, i * N));
  }
}

function argmax(z: Float32Array, at: number): number {
  let best = 0;
  for (let k = 1; k < N; k++) if (z[at + k]! > z[at + best]!) best = k;
  return best;
}

/** What follows what along a line, over the scores that another part of a model gives each letter. */
class Chain {
  follows = new Float32Array(N * N);
  tg = new Float32Array(N * N).fill(1);

  /** Learns what follows what. @returns the gradient of the loss by score */
  learn(z: Float32Array, tags: Uint8Array): Float32Array {
    const n = tags.length;
    // Forward and backward, each letter scaled to one.
    const e = new Float64Array(n * N);
    const a = new Float64Array(n * N);
    const b = new Float64Array(n * N).fill(1);
    const t = Float64Array.from(this.follows, Math.exp);
    for (let i = 0; i < n; i++) {
      let top = -1e9;
      for (let k = 0; k < N; k++) if (z[i * N + k]! > top) top = z[i * N + k]!;
      let sum = 0;
      for (let k = 0; k < N; k++) {
        e[i * N + k] = Math.exp(z[i * N + k]! - top);
        let before = 1;
        if (i > 0) {
          before = 0;
          for (let p = 0; p < N; p++) before += a[(i - 1) * N + p]! * t[p * N + k]!;
        }
        sum += a[i * N + k] = before * e[i * N + k]!;
      }
      for (let k = 0; k < N; k++) a[i * N + k]! /= sum;
    }
    const next = new Float64Array(N);
    for (let i = n - 2; i >= 0; i--) {
      let sum = 0;
      for (let q = 0; q < N; q++) next[q] = e[(i + 1) * N + q]! * b[(i + 1) * N + q]!;
      for (let k = 0; k < N; k++) {
        let after = 0;
        for (let q = 0; q < N; q++) after += t[k * N + q]! * next[q]!;
        sum += b[i * N + k] = after;
      }
      for (let k = 0; k < N; k++) b[i * N + k]! /= sum;
    }
    const d = new Float32Array(n * N);
    const dt = new Float64Array(N * N);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k < N; k++) sum += a[i * N + k]! * b[i * N + k]!;
      for (let k = 0; k < N; k++) d[i * N + k] = (a[i * N + k]! * b[i * N + k]!) / sum;
      d[i * N + tags[i]!]! -= 1;
      if (i === 0) continue;
      for (let k = 0; k < N; k++) next[k] = e[i * N + k]! * b[i * N + k]!;
      let all = 0;
      for (let p = 0; p < N; p++) for (let k = 0; k < N; k++) all += a[(i - 1) * N + p]! * t[p * N + k]! * next[k]!;
      for (let p = 0; p < N; p++) {
        const before = a[(i - 1) * N + p]! / all;
        if (before < 1e-9) continue;
        for (let k = 0; k < N; k++) dt[p * N + k]! += before * t[p * N + k]! * next[k]!;
      }
      dt[tags[i - 1]! * N + tags[i]!]! -= 1;
    }
    for (let k = 0; k < N * N; k++) {
      this.tg[k]! += dt[k]! * dt[k]!;
      this.follows[k]! -= (0.1 * dt[k]!) / Math.sqrt(this.tg[k]!);
    }
    return d;
  }

  /** The likeliest parts of a line. The scores are used up. */
  tags(z: Float32Array, n: number): Uint8Array {
    const out = new Uint8Array(n);
    if (n === 0) return out;
    const from = new Uint8Array(n * N);
    for (let i = 1; i < n; i++)
      for (let k = 0; k < N; k++) {
        let best = -1e9;
        for (let p = 0; p < N; p++) {
          const s = z[(i - 1) * N + p]! + this.follows[p * N + k]!;
          if (s > best) {
            best = s;
            from[i * N + k] = p;
          }
        }
        z[i * N + k]! += best;
      }
    out[n - 1] = argmax(z, (n - 1) * N);
    for (let i = n - 1; i > 0; i--) out[i - 1] = from[i * N + out[i]!]!;
    return out;
  }
}

/** The same with what follows what: a linear-chain CRF. */
export class Crf implements Model {
  name = 'linear-chain CRF';
  linear = new Linear();
  chain = new Chain();
  learn(line: Example['lines'][number]): void {
    if (line.tags.length > 0) this.linear.step(line, this.chain.learn(this.linear.scoresOf(line), line.tags));
  }
  tags(line: Example['lines'][number]): Uint8Array {
    return this.chain.tags(this.linear.scoresOf(line), line.tags.length);
  }
}

const E = VECTOR;
const H = HIDDEN;

/** Sums of learnt vectors, one hidden layer. */
class Hidden {
  e: Float32Array;
  eg = new Float32Array(BUCKETS * E).fill(1e-2);
  w1: Float32Array;
  g1 = new Float32Array(E * H).fill(1e-2);
  b1 = new Float32Array(H);
  w2: Float32Array;
  g2 = new Float32Array(H * N).fill(1e-2);
  b2 = new Float32Array(N);
  rate = 0.05;
  /** Of the line that was looked at last, letter by letter. */
  #x = new Float32Array(0);
  #h = new Float32Array(0);
  #gain = 1;
  constructor(draw: Draw) {
    const random = (length: number, width: number): Float32Array =>
      Float32Array.from({ length }, () => (draw.next() - 0.5) * width);
    this.e = random(BUCKETS * E, 0.1);
    this.w1 = random(E * H, 2 * Math.sqrt(6 / (E + H)));
    this.w2 = random(H * N, 2 * Math.sqrt(6 / (H + N)));
  }
  /** @param gain what stands for features that were left out */
  scoresOf(line: Example['lines'][number], gain = 1): Float32Array {
    this.#gain = gain;
    const n = line.tags.length;
    const base = new Float32Array(E);
    for (const f of line.shared) for (let k = 0; k < E; k++) base[k]! += this.e[f * E + k]!;
    const x = (this.#x = new Float32Array(n * E));
    const h = (this.#h = new Float32Array(n * H));
    const z = new Float32Array(n * N);
    for (let i = 0; i < n; i++) {
      x.set(base, i * E);
      for (let j = i * line.perLetter; j < (i + 1) * line.perLetter; j++) {
        const f = line.letters[j]! * E;
        for (let k = 0; k < E; k++) x[i * E + k]! += this.e[f + k]!;
      }
      if (gain !== 1) for (let k = 0; k < E; k++) x[i * E + k]! *= gain;
      h.set(this.b1, i * H);
      for (let a = 0; a < E; a++) {
        const xa = x[i * E + a]!;
        for (let b = 0; b < H; b++) h[i * H + b]! += xa * this.w1[a * H + b]!;
      }
      for (let b = 0; b < H; b++) if (h[i * H + b]! < 0) h[i * H + b]! *= SLOPE;
      z.set(this.b2, i * N);
      for (let b = 0; b < H; b++) {
        const hb = h[i * H + b]!;
        for (let k = 0; k < N; k++) z[i * N + k]! += hb * this.w2[b * N + k]!;
      }
    }
    return z;
  }
  /** @param d gradient of the loss by score, of the line that was looked at last */
  step(line: Example['lines'][number], d: Float32Array): void {
    const n = line.tags.length;
    const sum = new Float32Array(E);
    const dh = new Float32Array(H);
    const dx = new Float32Array(E);
    const [d1, d2] = [new Float32Array(E * H), new Float32Array(H * N)];
    const [c1, c2] = [new Float32Array(H), new Float32Array(N)];
    for (let i = 0; i < n; i++) {
      let any = 0;
      for (let k = 0; k < N; k++) any += Math.abs(d[i * N + k]!);
      if (any < 0.01) continue;
      for (let k = 0; k < N; k++) c2[k]! += d[i * N + k]!;
      for (let b = 0; b < H; b++) {
        const hb = this.#h[i * H + b]!;
        let s = 0;
        for (let k = 0; k < N; k++) {
          s += d[i * N + k]! * this.w2[b * N + k]!;
          d2[b * N + k]! += d[i * N + k]! * hb;
        }
        dh[b] = hb < 0 ? SLOPE * s : s;
        c1[b]! += dh[b]!;
      }
      for (let a = 0; a < E; a++) {
        const xa = this.#x[i * E + a]!;
        let s = 0;
        for (let b = 0; b < H; b++) {
          s += dh[b]! * this.w1[a * H + b]!;
          d1[a * H + b]! += dh[b]! * xa;
        }
        dx[a] = s * this.#gain;
      }
      for (let j = i * line.perLetter; j < (i + 1) * line.perLetter; j++) this.#add(line.letters[j]! * E, dx);
      for (let k = 0; k < E; k++) sum[k]! += dx[k]!;
    }
    adapt(this.w1, this.g1, d1, this.rate);
    adapt(this.w2, this.g2, d2, this.rate);
    for (let b = 0; b < H; b++) this.b1[b]! -= 0.002 * c1[b]!;
    for (let k = 0; k < N; k++) this.b2[k]! -= 0.002 * c2[k]!;
    for (let k = 0; k < E; k++) sum[k]! /= Math.sqrt(n || 1);
    for (const f of line.shared) this.#add(f * E, sum);
  }
  #add(f: number, d: Float32Array): void {
    for (let k = 0; k < E; k++) {
      this.eg[f + k]! += d[k]! * d[k]!;
      this.e[f + k]! -= (this.rate * d[k]!) / Math.sqrt(this.eg[f + k]!);
    }
  }
}

/** AdaGrad, once for a line. */
function adapt(weights: Float32Array, seen: Float32Array, d: Float32Array, rate: number): void {
  for (let i = 0; i < d.length; i++) {
    const x = d[i]!;
    if (x === 0) continue;
    seen[i]! += x * x;
    weights[i]! -= (rate * x) / Math.sqrt(seen[i]!);
  }
}

export class Vectors implements Model {
  name = 'hashed vectors, one hidden layer';
  hidden: Hidden;
  constructor(draw: Draw) {
    this.hidden = new Hidden(draw);
  }
  learn(line: Example['lines'][number]): void {
    const z = this.hidden.scoresOf(line);
    for (let i = 0; i < line.tags.length; i++) {
      softmax(z, i * N);
      z[i * N + line.tags[i]!]! -= 1;
    }
    this.hidden.step(line, z);
  }
  tags(line: Example['lines'][number]): Uint8Array {
    const z = this.hidden.scoresOf(line);
    return Uint8Array.from(line.tags, (_, i) => argmax(z, i * N));
  }
}

/** So many features of a line are left out when it is learnt: no label, no neighbour may decide by itself. */
const LEFT_OUT = 0.2;
/** So many lines apart the weights are noted of which the mean is kept. */
const NOTED_EACH = 1000;

/** The same with what follows what. */
export class VectorsCrf implements Model {
  name = 'hashed vectors, one hidden layer, CRF';
  hidden: Hidden;
  chain = new Chain();
  readonly #draw: Draw;
  readonly #leftOut: number;
  #learnt = 0;
  #mean: { sums: Float64Array[]; count: number } | undefined;
  constructor(draw: Draw, leftOut = LEFT_OUT) {
    this.hidden = new Hidden(draw);
    this.#draw = draw;
    this.#leftOut = leftOut;
  }
  learn(line: Example['lines'][number]): void {
    if (line.tags.length === 0) return;
    const left = this.#leftOut;
    const seen = left > 0 ? without(line, left, this.#draw) : line;
    this.hidden.step(seen, this.chain.learn(this.hidden.scoresOf(seen, 1 / (1 - left)), line.tags));
    if (this.#mean && ++this.#learnt % NOTED_EACH === 0) this.#note();
  }
  settle(): void {
    this.#mean = { sums: this.#weights().map(({ length }) => new Float64Array(length)), count: 0 };
  }
  #weights(): Float32Array[] {
    const { e, w1, b1, w2, b2 } = this.hidden;
    return [e, w1, b1, w2, b2, this.chain.follows];
  }
  #note(): void {
    const { sums } = this.#mean!;
    this.#mean!.count++;
    for (const [i, weights] of this.#weights().entries()) {
      const sum = sums[i]!;
      for (let k = 0; k < sum.length; k++) sum[k]! += weights[k]!;
    }
  }
  settled(): void {
    const { sums, count } = this.#mean!;
    for (const [i, weights] of this.#weights().entries())
      for (let k = 0; k < weights.length; k++) weights[k] = sums[i]![k]! / count;
  }
  tags(line: Example['lines'][number]): Uint8Array {
    return this.chain.tags(this.hidden.scoresOf(line), line.tags.length);
  }
  /** The weights as the program reads them. */
  bytes(): Uint8Array {
    const { e, w1, b1, w2, b2 } = this.hidden;
    return bytesOf({ follows: this.chain.follows, first: w1, firstBias: b1, second: w2, secondBias: b2 }, e);
  }
}

/** A line without a share of its features, the same for all its letters. */
function without(line: Example['lines'][number], share: number, draw: Draw): Example['lines'][number] {
  const { perLetter, letters, tags } = line;
  const kept: number[] = [];
  for (let j = 0; j < perLetter; j++) if (!draw.chance(share)) kept.push(j);
  const width = kept.length;
  const left = new Uint32Array(tags.length * width);
  for (let i = 0; i < tags.length; i++)
    for (let j = 0; j < width; j++) left[i * width + j] = letters[i * perLetter + kept[j]!]!;
  return { ...line, shared: line.shared.filter(() => !draw.chance(share)), letters: left, perLetter: width };
}

/** The weights as they are kept: all but the vectors as they were learnt, of the vectors a byte for each number. */
function bytesOf(learnt: Omit<Head, 'scale'>, vectors: Float32Array): Uint8Array {
  const scale = new Float32Array(VECTOR).fill(1e-9);
  for (let i = 0; i < vectors.length; i++)
    scale[i % VECTOR] = Math.max(scale[i % VECTOR]!, Math.abs(vectors[i]!) / 127);
  const bytes = new Uint8Array(MODEL_BYTES);
  const numbers = new DataView(bytes.buffer);
  let at = 0;
  for (const part of Object.keys(HEAD) as (keyof Head)[])
    for (const number of part === 'scale' ? scale : learnt[part]) {
      numbers.setFloat32(at, number, true);
      at += 4;
    }
  for (let i = 0; i < vectors.length; i++) numbers.setInt8(at + i, Math.round(vectors[i]! / scale[i % VECTOR]!));
  return bytes;
}
