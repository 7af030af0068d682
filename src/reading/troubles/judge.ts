import type { Dispute } from '../../model/dispute.ts';
import { BUCKETS, signsOf } from './signs.ts';

/** What a sentence can say is wrong, or that nothing is; in the order of the weights. */
export const SAID = [
  'none',
  'not_delivered',
  'card_invalid',
  'account_banned',
  'not_as_described',
  'vanished',
  'service',
  'platform_fault',
] as const satisfies readonly ('none' | Dispute)[];
export type Said = (typeof SAID)[number];

const COUNT = SAID.length;
/** How strongly each kind speaks at all, and what a step of a byte is worth for it; a byte for each bucket and kind behind. */
const HEAD_BYTES = 4 * 2 * COUNT;
export const JUDGE_BYTES = HEAD_BYTES + BUCKETS * COUNT;
/** Longer than this nobody complains in one sentence. */
const LONGEST = 240;

/** How sure it is of each kind; together 1. */
export type Sureness = Readonly<Record<Said, number>>;

/** What the scores of the kinds say for each, together 1. */
export function shares(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((all, one) => all + one, 0);
  return raised.map((one) => one / sum);
}

/** A logistic regression over the signs of a sentence. Pure: the weights are given. */
export class TroubleJudge {
  readonly #bias: Float32Array;
  readonly #steps: Float32Array;
  readonly #weights: Int8Array;

  constructor(bytes: Uint8Array) {
    if (bytes.length !== JUDGE_BYTES) throw new Error(`weights of troubles: ${bytes.length} bytes, not ${JUDGE_BYTES}`);
    const numbers = new DataView(bytes.buffer, bytes.byteOffset);
    const floats = (from: number): Float32Array =>
      Float32Array.from({ length: COUNT }, (_, i) => numbers.getFloat32(4 * (from + i), true));
    this.#bias = floats(0);
    this.#steps = floats(COUNT);
    this.#weights = new Int8Array(bytes.buffer, bytes.byteOffset + HEAD_BYTES, BUCKETS * COUNT);
  }

  /** How surely one sentence says that each thing is wrong. */
  judge(sentence: string): Sureness {
    const signs = signsOf(sentence.slice(0, LONGEST));
    const sums = new Int32Array(COUNT);
    for (const bucket of signs) for (let k = 0; k < COUNT; k++) sums[k]! += this.#weights[bucket * COUNT + k]!;
    const share = 1 / Math.sqrt(signs.length);
    const scores = Float64Array.from(sums, (sum, k) => this.#bias[k]! + sum * this.#steps[k]! * share);
    const sure = shares(scores);
    return Object.fromEntries(SAID.map((kind, k) => [kind, sure[k]!])) as Record<Said, number>;
  }
}
