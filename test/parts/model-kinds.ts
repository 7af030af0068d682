import { PARTS } from '../../src/reading/parts/parts.ts';
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

export function softmax(z: Float32Array, at: number): void {
  let top = -1e9;
  for (let k = 0; k < N; k++) if (z[at + k]! > top) top = z[at + k]!;
  let sum = 0;
  for (let k = 0; k < N; k++) sum += z[at + k] = Math.exp(z[at + k]! - top);
  for (let k = 0; k < N; k++) z[at + k]! /= sum;
}

export function argmax(z: Float32Array, at: number): number {
  let best = 0;
  for (let k = 1; k < N; k++) if (z[at + k]! > z[at + best]!) best = k;
  return best;
}
