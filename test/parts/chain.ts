import { argmax, N } from './model-kinds.ts';

/** What follows what along a line, over the scores that another part of a model gives each letter. */
export class Chain {
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
