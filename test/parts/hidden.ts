import { BUCKETS } from '../../src/reading/parts/buckets.ts';
import { HIDDEN, SLOPE, VECTOR } from '../../src/reading/parts/model.ts';
import type { Draw } from '../looks/draw.ts';
import type { Example } from './data.ts';
import { N } from './model-kinds.ts';

const E = VECTOR;
const H = HIDDEN;

/** Sums of learnt vectors, one hidden layer. */
export class Hidden {
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
