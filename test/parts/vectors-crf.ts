import { HEAD, type Head, MODEL_BYTES, VECTOR } from '../../src/reading/parts/model.ts';
import type { Draw } from '../looks/draw.ts';
import { Chain } from './chain.ts';
import type { Example } from './data.ts';
import { Hidden } from './hidden.ts';
import type { Model } from './model-kinds.ts';

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
