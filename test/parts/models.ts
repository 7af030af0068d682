import { BUCKETS } from '../../src/reading/parts/buckets.ts';
import type { Draw } from '../looks/draw.ts';
import { Chain } from './chain.ts';
import type { Example } from './data.ts';
import { Hidden } from './hidden.ts';
import { argmax, type Model, N, softmax } from './model-kinds.ts';

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
