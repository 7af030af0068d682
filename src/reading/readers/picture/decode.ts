import type { Sharp } from 'sharp';
import { KamengError } from '../../../model/errors.ts';
import type { Moment } from '../../../model/moment.ts';
import type { Pixels } from './recogniser.ts';
import { takenAt } from './shown-at.ts';

/** More pixels than any screen or phone camera makes; above it a file of some kilobytes can fill the memory. */
export const MAX_PIXELS = 120_000_000;
/** A picture that is larger than this on disk is kept and not read. */
export const MAX_PICTURE_BYTES = 80 * 1024 * 1024;

export interface Picture {
  /** Pixels as shown, after the camera's turn has been undone. */
  width: number;
  height: number;
  /** When the camera or the phone says it took it. */
  takenAt?: Moment;
  /** How far its lines fall to the right, in radians, where that is known. */
  lean?: number;
  /** A copy of the picture to cut pieces from, upright and without transparency. */
  open(): Sharp;
}

/** @throws KamengError PICTURES_MISSING where its part for this machine was not installed */
async function loadSharp(): Promise<typeof import('sharp').default> {
  try {
    return (await import('sharp')).default;
  } catch (cause) {
    throw new KamengError('PICTURES_MISSING', '没有装上图片组件 sharp，图片打不开、也识别不了；图片本身已完整保存', {
      hints: [
        '运行 npm install --include=optional 后，用 kameng evidence --read-again 重新读取',
        '也可以直接用 kameng facts 写入图片里的信息',
      ],
      cause,
    });
  }
}

/**
 * Opens the bytes of a picture with limits.
 * @throws KamengError PICTURE_TOO_LARGE, PICTURE_DAMAGED, PICTURES_MISSING
 */
export async function openPicture(bytes: Uint8Array, mediaType: string): Promise<Picture> {
  const sharp = await loadSharp();
  // Every picture is read once: what is kept for a second time only fills the memory.
  sharp.cache(false);
  const heic = /^image\/hei[cf]/.test(mediaType);
  const input = heic ? await (await import('./heic.ts')).decodeHeic(bytes, MAX_PIXELS) : bytes;
  const make = (): Sharp =>
    input instanceof Uint8Array
      ? sharp(input, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', sequentialRead: true, pages: 1 })
      : sharp(input.data, { raw: { width: input.width, height: input.height, channels: 4 } });
  try {
    const { width, height, autoOrient, exif } = await make().metadata();
    const taken = takenAt(exif);
    const shown = autoOrient ?? { width, height };
    if (shown.width * shown.height > MAX_PIXELS) throw tooLarge(shown.width, shown.height);
    return {
      width: shown.width,
      height: shown.height,
      ...(taken === undefined ? {} : { takenAt: taken }),
      open: () => make().autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb'),
    };
  } catch (cause) {
    const error = asPictureError(cause);
    throw error.code === 'PICTURE_DAMAGED' && !DECODED.test(mediaType) ? unsupported(mediaType) : error;
  }
}

/** What the decoders know; anything else that fails is not damaged but unknown to them. */
const DECODED = /^image\/(?:png|jpeg|webp|gif|tiff|avif|hei[cf])/;

function unsupported(mediaType: string): KamengError {
  return new KamengError(
    'PICTURE_UNSUPPORTED',
    `这种图片（${mediaType.replace('image/', '')}）读不了，请另存为 PNG 或 JPEG 后再加入；原文件已完整保存`,
  );
}

/** As many as a phone's camera makes; three bytes each. */
const HELD_PIXELS = 16_000_000;

/**
 * The picture with its pixels in memory: places are looked at again and again, and each look at a photograph of twelve
 * million pixels decoded all of it. Larger ones stay as they are.
 */
export async function held(picture: Picture): Promise<Picture> {
  if (picture.width * picture.height > HELD_PIXELS) return picture;
  const sharp = await loadSharp();
  const { data, info } = await rawOf(picture.open());
  return { ...picture, open: () => sharp(data, { raw: info }) };
}

/** @throws KamengError PICTURE_DAMAGED and the like */
async function rawOf(
  piece: Sharp,
): Promise<{ data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } }> {
  try {
    const { data, info } = await piece.removeAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return { data, info };
  } catch (cause) {
    throw asPictureError(cause);
  }
}

/** Cuts a piece out of the picture, scaled when `scale` is not 1. */
export async function cutPixels(
  picture: Picture,
  box: { x: number; y: number; width: number; height: number },
  scale = 1,
): Promise<Pixels> {
  let piece = picture.open().extract({ left: box.x, top: box.y, width: box.width, height: box.height });
  if (scale !== 1) piece = piece.resize({ width: Math.max(1, Math.round(box.width * scale)) });
  const { data, info } = await rawOf(piece);
  if (info.channels === 3) return { width: info.width, height: info.height, data };
  const rgb = new Uint8Array(info.width * info.height * 3);
  for (let i = 0; i < info.width * info.height; i++) rgb.fill(data[i * info.channels]!, i * 3, i * 3 + 3);
  return { width: info.width, height: info.height, data: rgb };
}

function tooLarge(width: number, height: number): KamengError {
  return new KamengError(
    'PICTURE_TOO_LARGE',
    `图片太大，没有识别：${width}×${height} 像素，最多 ${MAX_PIXELS / 10_000} 万像素；原图已完整保存`,
  );
}

/** Says what is wrong with the file in words; an error that is already said stays. */
export function asPictureError(cause: unknown): KamengError {
  if (cause instanceof KamengError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  if (/pixel limit|too large|exceeds/i.test(words)) {
    return new KamengError(
      'PICTURE_TOO_LARGE',
      `图片太大，没有识别：超过 ${MAX_PIXELS / 10_000} 万像素；原图已完整保存`,
      { cause },
    );
  }
  return new KamengError('PICTURE_DAMAGED', '图片不完整或已损坏，打不开；原文件已完整保存', {
    hints: ['从手机相册或聊天里重新导出一次原图，再用 kameng add 加入'],
    cause,
  });
}
