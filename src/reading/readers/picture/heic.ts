import { KamengError } from '../../../model/errors.ts';

/**
 * Decodes an iPhone photo.
 * @throws KamengError HEIC_MISSING where the optional decoder is not installed, PICTURE_TOO_LARGE, PICTURE_DAMAGED
 */
export async function decodeHeic(
  bytes: Uint8Array,
  maxPixels: number,
): Promise<{ width: number; height: number; data: Uint8Array }> {
  const decode = await load();
  let images: Awaited<ReturnType<typeof decode.all>>;
  try {
    images = await decode.all({ buffer: bytes });
  } catch (cause) {
    throw new KamengError('PICTURE_DAMAGED', 'HEIC 图片不完整或已损坏，打不开；原文件已完整保存', { cause });
  }
  try {
    const first = images[0];
    if (!first) throw new KamengError('PICTURE_DAMAGED', 'HEIC 文件里没有图片；原文件已完整保存');
    if (first.width * first.height > maxPixels) {
      throw new KamengError(
        'PICTURE_TOO_LARGE',
        `图片太大，没有识别：${first.width}×${first.height} 像素；原图已完整保存`,
      );
    }
    const { width, height, data } = await first.decode();
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
  } finally {
    images.dispose();
  }
}

async function load(): Promise<typeof import('heic-decode').default> {
  try {
    return (await import('heic-decode')).default;
  } catch (cause) {
    throw new KamengError('HEIC_MISSING', '没有装上 HEIC 图片组件，这张照片读不出来；原文件已完整保存', {
      hints: [
        '运行 npm install heic-decode 后，用 kameng evidence --read-again 重新读取',
        '也可以在手机上把照片另存为 JPEG 后再加入',
      ],
      cause,
    });
  }
}
