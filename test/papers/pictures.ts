import sharp from 'sharp';

/** Pictures drawn here, so that what is on them is known to the pixel. */

export interface Bar {
  top: number;
  height: number;
}

/** A white picture with black bars across, like lines of text far apart. */
export async function barredPicture(
  width: number,
  height: number,
  bars: readonly Bar[],
  background = '#ffffff',
): Promise<Buffer> {
  const boxes = await Promise.all(
    bars.map(async (bar) => ({
      input: await sharp({ create: { width: width - 80, height: bar.height, channels: 3, background: '#000000' } })
        .png()
        .toBuffer(),
      left: 40,
      top: bar.top,
    })),
  );
  return sharp({ create: { width, height, channels: 3, background } })
    .composite(boxes)
    .png()
    .toBuffer();
}

/** Random grey in each pixel: nowhere a row to cut at. */
export async function noisyPicture(width: number, height: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  let state = 12345;
  for (let i = 0; i < data.length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    data[i] = (state >> 16) & 0xff;
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

/** A photograph's file with place and device in its EXIF, lying on its side. */
export async function photoWithExif(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#8090a0' } })
    .composite([
      {
        input: await sharp({ create: { width: 40, height: 20, channels: 3, background: '#ff0000' } })
          .png()
          .toBuffer(),
        left: 0,
        top: 0,
      },
    ])
    .withExif({
      IFD0: { Make: 'SecretMaker', Model: 'SecretModel' },
      IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
}
