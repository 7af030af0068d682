import type { Sharp } from 'sharp';

/** A piece of a picture that fills at most one page. */
export interface PictureSlice {
  data: Uint8Array;
  type: 'png' | 'jpg';
  /** Pixels of `data`. */
  width: number;
  height: number;
  /** Size on paper in points; the pieces of a picture share one scale. */
  shown: { width: number; height: number };
  /** It begins with rows that the slice before ended with: no empty row was found to cut at. */
  overlaps: boolean;
}

/** Room for a picture on a page, in points. */
export const PICTURE_ROOM = { width: 451, height: 630 } as const;

/** A phone's page should be at least this wide on paper (95 mm), or its text gets too small to read. */
const NARROWEST = 270;
const TALLEST_RATIO = PICTURE_ROOM.height / NARROWEST;
/** A pixel is never shown larger than on a screen of 72 dots an inch: small pictures stay small and sharp. */
const LARGEST_SCALE = 1;
/** A picture this little over the limit stays whole, a touch smaller. */
const TOLERANCE = 1.08;
/** The cut may move up by this share of a slice to meet an empty row. */
const SEARCH = 0.22;
const OVERLAP = 0.04;
/** Grey values within this are one colour: plain areas and the noise of compression. */
const QUIET = 10;
/** Shares of the width: an empty band this broad is as good a place as any; a band of equal rows must be broader. */
const BROAD = 0.02;
const BROAD_EQUAL = 0.05;
const MEASURE_WIDTH = 240;
/** 300 dots an inch across the page. */
const WIDEST_PIXELS = 1600;
const LARGEST_PNG = 700_000;

/**
 * Cuts a picture into pieces that are readable on A4: upright as it was taken,
 * on white where it was transparent, without EXIF, long screenshots cut at
 * empty rows.
 * @param mediaType as sniffed; HEIC needs the optional decoder
 * @throws Error when the bytes are no picture that can be decoded here
 */
export async function slicePicture(bytes: Uint8Array, mediaType: string): Promise<PictureSlice[]> {
  const sharp = (await import('sharp')).default;
  const picture = await openPicture(bytes, mediaType);
  const upright = picture.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
  const shrunk = upright.resize({ width: WIDEST_PIXELS, withoutEnlargement: true });
  const { data, info } = await shrunk.raw().toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  const cuts =
    info.height <= info.width * TALLEST_RATIO * TOLERANCE
      ? [{ top: 0, bottom: info.height, overlaps: false }]
      : findCuts(await measureRows(sharp(data, raw), info.height), info.width);
  const tallest = Math.max(...cuts.map((cut) => cut.bottom - cut.top));
  const scale = Math.min(PICTURE_ROOM.width / info.width, PICTURE_ROOM.height / tallest, LARGEST_SCALE);
  const slices: PictureSlice[] = [];
  for (const { top, bottom, overlaps } of cuts) {
    const piece = sharp(data, raw).extract({ left: 0, top, width: info.width, height: bottom - top });
    const [width, height] = [info.width, bottom - top];
    slices.push({
      ...(await encode(piece)),
      width,
      height,
      shown: { width: width * scale, height: height * scale },
      overlaps,
    });
  }
  return slices;
}

/**
 * A picture ready to be worked on; HEIC goes through its own decoder.
 * @throws Error when it cannot be decoded
 */
export async function openPicture(bytes: Uint8Array, mediaType: string): Promise<Sharp> {
  const sharp = (await import('sharp')).default;
  if (!/^image\/hei[cf]/.test(mediaType)) return sharp(bytes);
  // An optional package: absent, the picture counts as one that cannot be opened.
  const decode = (await import('heic-decode' as string)).default as (input: {
    buffer: Uint8Array;
  }) => Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
  const { width, height, data } = await decode({ buffer: bytes });
  return sharp(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } });
}

/** Lossless while that is small, as for most screenshots; photographs as JPEG without thinned colour. */
async function encode(piece: Sharp): Promise<{ data: Uint8Array; type: 'png' | 'jpg' }> {
  const png = await piece.clone().png({ compressionLevel: 9 }).toBuffer();
  if (png.length <= LARGEST_PNG) return { data: new Uint8Array(png), type: 'png' };
  const jpeg = await piece.jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toBuffer();
  return jpeg.length < png.length
    ? { data: new Uint8Array(jpeg), type: 'jpg' }
    : { data: new Uint8Array(png), type: 'png' };
}

/** `empty`: one colour from edge to edge. `equal`: as the row above, so that no line of text begins or ends there. */
export type Row = 'empty' | 'equal' | 'busy';

async function measureRows(picture: Sharp, height: number): Promise<Row[]> {
  const grey = await picture.greyscale().resize({ width: MEASURE_WIDTH, height, fit: 'fill' }).raw().toBuffer();
  return Array.from({ length: height }, (_, row): Row => {
    let [least, most, change] = [255, 0, 0];
    for (let i = row * MEASURE_WIDTH; i < (row + 1) * MEASURE_WIDTH; i++) {
      const value = grey[i]!;
      if (value < least) least = value;
      if (value > most) most = value;
      if (row > 0) change = Math.max(change, Math.abs(value - grey[i - MEASURE_WIDTH]!));
    }
    if (most - least <= QUIET) return 'empty';
    return row > 0 && change <= QUIET ? 'equal' : 'busy';
  });
}

interface Cut {
  top: number;
  bottom: number;
  overlaps: boolean;
}

/**
 * Where to cut a long picture: in an empty band near an even share; on pages
 * with a coloured margin in a broad band of equal rows; where there is neither,
 * with an overlap, so that no line of text is lost to the cut.
 * @param rows of the picture from the top
 * @param width of the picture in pixels
 */
export function findCuts(rows: readonly Row[], width: number): Cut[] {
  const tallest = Math.floor(width * TALLEST_RATIO);
  const cuts: Cut[] = [];
  let top = 0;
  let overlaps = false;
  while (rows.length - top > tallest * TOLERANCE) {
    const rest = rows.length - top;
    const share = rest / Math.ceil(rest / (tallest * (1 - SEARCH / 2)));
    const last = Math.min(top + tallest, top + Math.ceil(share * (1 + SEARCH / 2)));
    const first = top + Math.floor(share * (1 - SEARCH));
    const band =
      findBand(rows, first, last, (row) => row === 'empty', width * BROAD, 2) ??
      findBand(rows, first, last, (row) => row !== 'busy', width * BROAD_EQUAL, width * BROAD_EQUAL);
    const bottom = band ?? last;
    cuts.push({ top, bottom, overlaps });
    overlaps = band === undefined;
    top = overlaps ? bottom - Math.floor(tallest * OVERLAP) : bottom;
  }
  return [...cuts, { top, bottom: rows.length, overlaps }];
}

/** The middle of the last band in a range that is broad enough, else of the broadest of at least `least` rows. */
function findBand(
  rows: readonly Row[],
  from: number,
  to: number,
  fits: (row: Row) => boolean,
  broad: number,
  least: number,
): number | undefined {
  let best: { start: number; length: number } | undefined;
  let start = from;
  for (let row = from; row <= to; row++) {
    if (row < to && fits(rows[row]!)) continue;
    const length = row - start;
    if (length >= least && (length >= broad || length > (best?.length ?? 0))) best = { start, length };
    start = row + 1;
  }
  return best && best.start + Math.floor(best.length / 2);
}
