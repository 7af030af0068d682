import type { Sharp } from 'sharp';

const SIDE = 16;
/** Of 256: the same picture in other bytes differs by at most this. */
const SAME_AT_MOST = 18;

/**
 * A 256-bit difference hash: is each of 16 × 16 cells lighter than its right neighbour.
 * @returns 64 hex digits
 */
export async function pictureHash(picture: Sharp): Promise<string> {
  const { data, info } = await picture
    .greyscale()
    .resize(SIDE + 1, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let bits = 0n;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = (y * (SIDE + 1) + x) * info.channels;
      bits = (bits << 1n) | (data[at]! > data[at + info.channels]! ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(64, '0');
}

/** How many of the 256 bits differ. */
export function hashDistance(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; differing !== 0n; differing &= differing - 1n) count++;
  return count;
}

/** Do two hashes look like one picture? Screens of the same app do too: what was read on them decides. */
export function looksAlike(a: string, b: string): boolean {
  return hashDistance(a, b) <= SAME_AT_MOST;
}
