import type { Sharp } from 'sharp';

const SIDE = 16;
/** Of 256: the same picture in other bytes differs by at most this. */
const SAME_AT_MOST = 18;
/**
 * In steps of grey: what JPEG leaves beside letters on an empty ground is less. Without it, copies of one flat page
 * differed in 12 to 19 of 256 bits, in the middle of them, with it in 3 to 9.
 */
const LIGHTER_BY = 3;

/**
 * A 256-bit difference hash: is each of 16 × 16 cells clearly lighter than its right neighbour.
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
      bits = (bits << 1n) | (data[at]! - data[at + info.channels]! > LIGHTER_BY ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(64, '0');
}

const bitsOf = (hash: string): bigint => BigInt(`0x${hash}`);

function countOf(bits: bigint): number {
  let count = 0;
  for (let left = bits; left !== 0n; left &= left - 1n) count++;
  return count;
}

/** How many of the 256 bits differ. */
const hashDistance = (a: string, b: string): number => countOf(bitsOf(a) ^ bitsOf(b));

/** Without words to compare, of 256. */
const SAME_UNREAD = 6;
/** Of the cells that say anything: on an empty page hardly one does, and all empty pages are alike. */
const SAME_UNREAD_SHARE = 0.15;

/** Are two hashes so near that they are one picture, whatever stands on it? */
export function isOnePicture(a: string, b: string): boolean {
  const telling = Math.min(countOf(bitsOf(a)), countOf(bitsOf(b)));
  return telling > 0 && hashDistance(a, b) <= Math.min(SAME_UNREAD, telling * SAME_UNREAD_SHARE);
}

/** Do two hashes look like one picture? Screens of the same app do too: what was read on them decides. */
export function looksAlike(a: string, b: string): boolean {
  return hashDistance(a, b) <= SAME_AT_MOST;
}
