import { KamengError } from '../../model/errors.ts';
import type { Box } from '../../model/evidence.ts';
import { openPicture } from '../catalogue/pictures.ts';

/** A place to cover, on the upright picture, and what stands there in words: `投诉人电话`. */
export interface Cover {
  box: Box;
  what: string;
}

export interface RedactedPicture {
  /** PNG, or JPEG where the original was a photograph's format. */
  bytes: Uint8Array;
  mediaType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  /** What was covered, in whole pixels of this copy, margins included. */
  covered: Cover[];
}

export interface RedactOptions {
  /** Pixels added on each side; default a fifth of the box's height, at least 4. */
  margin?: number;
}

const SMALLEST_MARGIN = 4;
const MARGIN_SHARE = 0.2;
const EDGE = 150;

/**
 * Covers places on a copy of a picture with solid boxes; the pixels beneath
 * are gone before anything is encoded, and so are transparency, EXIF, thumbnail
 * and every other frame. The bytes given are not touched.
 * @param mediaType as sniffed
 * @param covers boxes in pixels of the picture as shown upright; they may reach over its edge
 * @throws KamengError PICTURE_UNREADABLE when it cannot be decoded · REDACTION_MISSES
 *   when a box is no area or lies wholly beside the picture: better no copy than one that shows what it should not
 */
export async function redactPicture(
  bytes: Uint8Array,
  mediaType: string,
  covers: readonly Cover[],
  options: RedactOptions = {},
): Promise<RedactedPicture> {
  const sharp = (await import('sharp')).default;
  const { data, info } = await decodePixels(bytes, mediaType);
  const covered = covers.map(({ box, what }) => ({ what, box: grow(box, info, options.margin) }));
  for (const { box } of covered) fill(data, info.width, info.channels, box);
  const picture = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const photo = /^image\/(jpeg|hei[cf])/.test(mediaType);
  const encoded = photo
    ? await picture.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer()
    : await picture.png().toBuffer();
  return {
    bytes: new Uint8Array(encoded),
    mediaType: photo ? 'image/jpeg' : 'image/png',
    width: info.width,
    height: info.height,
    covered,
  };
}

type Pixels = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };

async function decodePixels(bytes: Uint8Array, mediaType: string): Promise<Pixels> {
  try {
    const picture = (await openPicture(bytes, mediaType))
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    return await picture.raw().toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw new KamengError('PICTURE_UNREADABLE', '图片打不开，不能遮盖', {
      hints: ['换成 PNG 或 JPEG 后重新收入案卷'],
      cause,
    });
  }
}

/** The box with its margin, in whole pixels, clipped to the picture. */
function grow(box: Box, picture: { width: number; height: number }, margin?: number): Box {
  const added = margin ?? Math.max(SMALLEST_MARGIN, box.height * MARGIN_SHARE);
  const left = Math.max(0, Math.floor(box.x - added));
  const top = Math.max(0, Math.floor(box.y - added));
  const right = Math.min(picture.width, Math.ceil(box.x + box.width + added));
  const bottom = Math.min(picture.height, Math.ceil(box.y + box.height + added));
  const inside = box.x < picture.width && box.y < picture.height && box.x + box.width > 0 && box.y + box.height > 0;
  if (!inside || !(box.width > 0) || !(box.height > 0)) {
    throw new KamengError(
      'REDACTION_MISSES',
      `要遮盖的位置不在图片上：左 ${box.x}，上 ${box.y}，宽 ${box.width}，高 ${box.height}`,
      {
        hints: ['请用看图软件打开原图核对位置，或不附这张图片'],
      },
    );
  }
  return {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    ...(box.page === undefined ? {} : { page: box.page }),
  };
}

/** Black, with a grey edge of one pixel that shows the box on a dark screen. */
function fill(data: Buffer, width: number, channels: number, box: Box): void {
  for (let y = box.y; y < box.y + box.height; y++) {
    const start = (y * width + box.x) * channels;
    const end = start + box.width * channels;
    const onEdge = y === box.y || y === box.y + box.height - 1;
    data.fill(onEdge ? EDGE : 0, start, end);
    data.fill(EDGE, start, start + channels);
    data.fill(EDGE, end - channels, end);
  }
}
