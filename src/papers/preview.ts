import { openPicture } from './catalogue/pictures.ts';

/** Pixels that a preview may fill. */
export interface PreviewRoom {
  width: number;
  height: number;
}

/** A small picture: as PNG, and as rows of red, green and blue in at most 64 colours where those are wanted. */
export interface Preview {
  width: number;
  height: number;
  png: Uint8Array;
  pixels?: Uint8Array;
}

/** As many as a terminal shows without a colour map of its own for each row. */
const COLOURS = 64;

/**
 * A picture made small, upright, on white where it was transparent, without what a camera wrote into it.
 * @param pixels with its rows of pixels, in few colours
 * @throws Error when the bytes are no picture that can be decoded here
 */
export async function previewPicture(
  bytes: Uint8Array,
  mediaType: string,
  { room, pixels = false }: { room: PreviewRoom; pixels?: boolean },
): Promise<Preview> {
  const { default: sharp } = await import('sharp');
  const picture = await openPicture(bytes, mediaType);
  const upright = picture.autoOrient().flatten({ background: '#ffffff' });
  const small = upright.resize({ ...room, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
  const { data, info } = await small
    .png(pixels ? { palette: true, colours: COLOURS } : {})
    .toBuffer({ resolveWithObject: true });
  const preview = { width: info.width, height: info.height, png: new Uint8Array(data) };
  if (!pixels) return preview;
  return { ...preview, pixels: new Uint8Array(await sharp(data).removeAlpha().toColourspace('srgb').raw().toBuffer()) };
}
