import { BUCKETS } from '../../src/reading/parts/features.ts';
import { PARTS } from '../../src/reading/parts/parts.ts';
import type { Draw } from '../looks/draw.ts';
import type { Example } from './data.ts';

export const N = PARTS.length;

export interface Model {
  name: string;
  learn(line: Example['lines'][number]): void;
  tags(line: Example['lines'][number]): Uint8Array;
  endEpoch?(): void;
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

/** The same with what follows what: a linear-chain CRF. */
export class Crf implements Model {
  name = 'linear-chain CRF';
  linear = new Linear();
  follows = new Float32Array(N * N);
  tg = new Float32Array(N * N).fill(1);
  learn(line: Example['lines'][number]): void {
    const n = line.tags.length;
    if (n === 0) return;
    const z = this.linear.scoresOf(line);
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
      d[i * N + line.tags[i]!]! -= 1;
      if (i === 0) continue;
      for (let k = 0; k < N; k++) next[k] = e[i * N + k]! * b[i * N + k]!;
      let all = 0;
      for (let p = 0; p < N; p++) for (let k = 0; k < N; k++) all += a[(i - 1) * N + p]! * t[p * N + k]! * next[k]!;
      for (let p = 0; p < N; p++) {
        const before = a[(i - 1) * N + p]! / all;
        if (before < 1e-9) continue;
        for (let k = 0; k < N; k++) dt[p * N + k]! += before * t[p * N + k]! * next[k]!;
      }
      dt[line.tags[i - 1]! * N + line.tags[i]!]! -= 1;
    }
    this.linear.step(line, d);
    for (let k = 0; k < N * N; k++) {
      this.tg[k]! += dt[k]! * dt[k]!;
      this.follows[k]! -= (0.1 * dt[k]!) / Math.sqrt(this.tg[k]!);
    }
  }
  tags(line: Example['lines'][number]): Uint8Array {
    const n = line.tags.length;
    const out = new Uint8Array(n);
    if (n === 0) return out;
    const z = this.linear.scoresOf(line);
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

const E = 24;
const H = 48;

/** Sums of learnt vectors, one hidden layer. */
export class Vectors implements Model {
  name = 'hashed vectors, one hidden layer';
  e: Float32Array;
  eg = new Float32Array(BUCKETS * E).fill(1e-2);
  w1: Float32Array;
  g1 = new Float32Array(E * H).fill(1e-2);
  b1 = new Float32Array(H);
  w2: Float32Array;
  g2 = new Float32Array(H * N).fill(1e-2);
  b2 = new Float32Array(N);
  rate = 0.05;
  constructor(draw: Draw) {
    const random = (length: number, width: number): Float32Array =>
      Float32Array.from({ length }, () => (draw.next() - 0.5) * width);
    this.e = random(BUCKETS * E, 0.1);
    this.w1 = random(E * H, 2 * Math.sqrt(6 / (E + H)));
    this.w2 = random(H * N, 2 * Math.sqrt(6 / (H + N)));
  }
  #forward(
    line: Example['lines'][number],
    visit: (i: number, x: Float32Array, h: Float32Array, z: Float32Array) => void,
  ): void {
    const base = new Float32Array(E);
    const x = new Float32Array(E);
    const h = new Float32Array(H);
    const z = new Float32Array(N);
    for (const f of line.shared) for (let k = 0; k < E; k++) base[k]! += this.e[f * E + k]!;
    for (let i = 0; i < line.tags.length; i++) {
      x.set(base);
      for (let j = i * line.perLetter; j < (i + 1) * line.perLetter; j++) {
        const f = line.letters[j]! * E;
        for (let k = 0; k < E; k++) x[k]! += this.e[f + k]!;
      }
      h.set(this.b1);
      for (let a = 0; a < E; a++) for (let b = 0; b < H; b++) h[b]! += x[a]! * this.w1[a * H + b]!;
      for (let b = 0; b < H; b++) if (h[b]! < 0) h[b] = 0.01 * h[b]!;
      z.set(this.b2);
      for (let b = 0; b < H; b++) for (let k = 0; k < N; k++) z[k]! += h[b]! * this.w2[b * N + k]!;
      visit(i, x, h, z);
    }
  }
  learn(line: Example['lines'][number]): void {
    const dx = new Float32Array(E);
    const sum = new Float32Array(E);
    const dh = new Float32Array(H);
    this.#forward(line, (i, x, h, z) => {
      softmax(z, 0);
      z[line.tags[i]!]! -= 1;
      let any = 0;
      for (let k = 0; k < N; k++) any += Math.abs(z[k]!);
      if (any < 0.01) return;
      for (let b = 0; b < H; b++) {
        let s = 0;
        for (let k = 0; k < N; k++) {
          s += z[k]! * this.w2[b * N + k]!;
          const g = z[k]! * h[b]!;
          this.g2[b * N + k]! += g * g;
          this.w2[b * N + k]! -= (this.rate * g) / Math.sqrt(this.g2[b * N + k]!);
        }
        dh[b] = h[b]! < 0 ? 0.01 * s : s;
        this.b1[b]! -= 0.002 * dh[b]!;
      }
      for (let k = 0; k < N; k++) this.b2[k]! -= 0.002 * z[k]!;
      dx.fill(0);
      for (let a = 0; a < E; a++)
        for (let b = 0; b < H; b++) {
          dx[a]! += dh[b]! * this.w1[a * H + b]!;
          const g = dh[b]! * x[a]!;
          this.g1[a * H + b]! += g * g;
          this.w1[a * H + b]! -= (this.rate * g) / Math.sqrt(this.g1[a * H + b]!);
        }
      for (let j = i * line.perLetter; j < (i + 1) * line.perLetter; j++) this.#add(line.letters[j]! * E, dx);
      for (let k = 0; k < E; k++) sum[k]! += dx[k]!;
    });
    for (let k = 0; k < E; k++) sum[k]! /= Math.sqrt(line.tags.length || 1);
    for (const f of line.shared) this.#add(f * E, sum);
  }
  #add(f: number, d: Float32Array): void {
    for (let k = 0; k < E; k++) {
      this.eg[f + k]! += d[k]! * d[k]!;
      this.e[f + k]! -= (this.rate * d[k]!) / Math.sqrt(this.eg[f + k]!);
    }
  }
  tags(line: Example['lines'][number]): Uint8Array {
    const out = new Uint8Array(line.tags.length);
    this.#forward(line, (i, _x, _h, z) => void (out[i] = argmax(z, 0)));
    return out;
  }
}
