/** What a judge of words was taught for: its kinds in the order of its weights, and what it hears words by. */
export interface Hearing<Kind extends string> {
  /** What it judges, as an error names it. */
  of: string;
  kinds: readonly Kind[];
  /** What words are heard by falls into so many places; two that fall into one are not told apart. */
  buckets: number;
  /** The places of what stands in the words, each once. */
  signsOf(words: string): Int32Array;
}

/** How sure a judge is of each kind; together 1. */
export type Sureness<Kind extends string> = Readonly<Record<Kind, number>>;

/** How strongly each kind speaks, and what a step of a byte is worth for it; behind that a byte for each place and kind. */
const headOf = ({ kinds }: Hearing<string>): number => 4 * 2 * kinds.length;
export const judgeBytes = (hearing: Hearing<string>): number =>
  headOf(hearing) + hearing.buckets * hearing.kinds.length;

/** What the scores of the kinds say for each, together 1. */
export function shares(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((all, one) => all + one, 0);
  return raised.map((one) => one / sum);
}

/** The place of a sign of one sort among so many, the same on every machine. */
export function placeOf(sort: number, sign: string, buckets: number): number {
  let hash = 0x811c9dc5 ^ sort;
  for (let i = 0; i < sign.length; i++) hash = Math.imul(hash ^ sign.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % buckets;
}

/** A logistic regression over the signs of words. Pure: the weights are given. */
export class Judge<Kind extends string> {
  readonly #hearing: Hearing<Kind>;
  readonly #bias: Float32Array;
  readonly #steps: Float32Array;
  readonly #weights: Int8Array;

  constructor(hearing: Hearing<Kind>, bytes: Uint8Array) {
    const wanted = judgeBytes(hearing);
    if (bytes.length !== wanted) throw new Error(`weights of ${hearing.of}: ${bytes.length} bytes, not ${wanted}`);
    const count = hearing.kinds.length;
    const numbers = new DataView(bytes.buffer, bytes.byteOffset);
    const floats = (from: number): Float32Array =>
      Float32Array.from({ length: count }, (_, i) => numbers.getFloat32(4 * (from + i), true));
    this.#hearing = hearing;
    this.#bias = floats(0);
    this.#steps = floats(count);
    this.#weights = new Int8Array(bytes.buffer, bytes.byteOffset + headOf(hearing), hearing.buckets * count);
  }

  /** How surely words are of each kind. */
  judge(words: string): Sureness<Kind> {
    const { kinds, signsOf } = this.#hearing;
    const signs = signsOf(words);
    const sums = new Int32Array(kinds.length);
    for (const place of signs)
      for (let k = 0; k < kinds.length; k++) sums[k]! += this.#weights[place * kinds.length + k]!;
    const share = 1 / Math.sqrt(signs.length);
    const sure = shares(Float64Array.from(sums, (sum, k) => this.#bias[k]! + sum * this.#steps[k]! * share));
    return Object.fromEntries(kinds.map((kind, k) => [kind, sure[k]!])) as Record<Kind, number>;
  }
}

/** A logistic regression while it learns: by steps that grow smaller where much was learnt. */
export class Pupil<Kind extends string> {
  readonly #hearing: Hearing<Kind>;
  readonly #weights: Float32Array;
  readonly #steps: Float32Array;
  readonly #bias: Float32Array;
  readonly #biasSteps: Float32Array;

  constructor(hearing: Hearing<Kind>) {
    const { kinds, buckets } = hearing;
    this.#hearing = hearing;
    this.#weights = new Float32Array(buckets * kinds.length);
    this.#steps = new Float32Array(buckets * kinds.length).fill(1e-3);
    this.#bias = new Float32Array(kinds.length);
    this.#biasSteps = new Float32Array(kinds.length).fill(1);
  }

  /** Hears words whose kind is told. */
  hear(kind: Kind, words: string, rate: number): void {
    const { kinds, signsOf } = this.#hearing;
    const count = kinds.length;
    const signs = signsOf(words);
    const share = 1 / Math.sqrt(signs.length);
    const scores = Float64Array.from(this.#bias);
    for (const place of signs) for (let k = 0; k < count; k++) scores[k]! += share * this.#weights[place * count + k]!;
    const sure = shares(scores);
    for (let k = 0; k < count; k++) {
      const off = sure[k]! - (kinds[k] === kind ? 1 : 0);
      if (Math.abs(off) < 1e-4) continue;
      this.#biasSteps[k]! += off * off;
      this.#bias[k]! -= (0.1 * rate * off) / Math.sqrt(this.#biasSteps[k]!);
      const by = off * share;
      for (const place of signs) {
        const at = place * count + k;
        this.#steps[at]! += by * by;
        this.#weights[at]! -= (rate * by) / Math.sqrt(this.#steps[at]!);
      }
    }
  }

  /** What it knows, as a judge takes it: a byte for each weight, so many steps of its kind. */
  knows(): Uint8Array {
    const count = this.#hearing.kinds.length;
    const bytes = new Uint8Array(judgeBytes(this.#hearing));
    const numbers = new DataView(bytes.buffer);
    for (let k = 0; k < count; k++) {
      let most = 0;
      for (let at = k; at < this.#weights.length; at += count) most = Math.max(most, Math.abs(this.#weights[at]!));
      numbers.setFloat32(4 * k, this.#bias[k]!, true);
      numbers.setFloat32(4 * (count + k), most / 127, true);
      for (let at = k; at < this.#weights.length; at += count)
        numbers.setInt8(8 * count + at, Math.round((this.#weights[at]! / most) * 127));
    }
    return bytes;
  }
}
