import type { Box } from '../../model/evidence.ts';
import { openPicture } from '../catalogue/pictures.ts';
import type { ReportPicture } from './input.ts';

/** Wide enough to read a phone's screen, and small enough for forty of them in one file. */
const WIDTH = 720;
const QUALITY = 72;
/** Of a very long screenshot the upper part; the whole is in the case. */
const MAX_HEIGHT = 8_000;

/** A picture for the page, with what was read off it marked where it stands. */
export interface PictureToShow {
  bytes: Uint8Array;
  /** As sniffed. */
  mediaType: string;
  /** Pixels of the picture as it was read (upright). */
  width: number;
  marks: readonly { label: string; box: Box }[];
}

/**
 * Shrinks a picture to WebP, upright, without what a camera wrote into it.
 * @throws Error when the bytes are no picture that can be decoded here
 */
export async function shrinkPicture({ bytes, mediaType, width, marks }: PictureToShow): Promise<ReportPicture> {
  const picture = await openPicture(bytes, mediaType);
  const upright = picture.autoOrient().flatten({ background: '#ffffff' });
  const { data, info } = await upright
    .resize({ width: WIDTH, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { default: sharp } = await import('sharp');
  const height = Math.min(info.height, MAX_HEIGHT);
  const webp = await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .extract({ left: 0, top: 0, width: info.width, height })
    .webp({ quality: QUALITY })
    .toBuffer();
  const scale = info.width / width;
  const scaled = (n: number): number => Math.round(n * scale);
  const shown = marks.map(({ label, box }) => ({
    label,
    x: scaled(box.x),
    y: scaled(box.y),
    width: scaled(box.width),
    height: scaled(box.height),
  }));
  return {
    webp: new Uint8Array(webp),
    width: info.width,
    height,
    cut: height < info.height,
    marks: shown.filter(({ y }) => y < height),
  };
}

/**
 * Lets a page stay sendable: pictures in order until they fill it.
 * @param cap bytes of all pictures together
 * @returns for each, whether it goes in
 */
export function fitPictures(sizes: readonly number[], cap: number): boolean[] {
  let left = cap;
  return sizes.map((size) => {
    if (size > left) return false;
    left -= size;
    return true;
  });
}
