import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cutPixels, held, openPicture } from '../../src/reading/readers/picture/decode.ts';

const drawn = (): Promise<Buffer> =>
  sharp(
    Buffer.from(
      '<svg width="300" height="120"><rect width="300" height="60" fill="#a52"/><circle r="40" cx="90" cy="60"/></svg>',
    ),
  )
    .jpeg({ quality: 60 })
    .toBuffer();

describe('a picture held in memory', () => {
  it('is the same picture at every place and size', async () => {
    const picture = await openPicture(await drawn(), 'image/jpeg');
    const inMemory = await held(picture);
    for (const scale of [1, 1.8, 0.6]) {
      const [a, b] = await Promise.all(
        [picture, inMemory].map((one) => cutPixels(one, { x: 20, y: 10, width: 150, height: 90 }, scale)),
      );
      expect(Buffer.compare(Buffer.from(a!.data), Buffer.from(b!.data))).toBe(0);
    }
  });

  it('is decoded once, however often it is looked at', async () => {
    const picture = await openPicture(await drawn(), 'image/jpeg');
    let opened = 0;
    const inMemory = await held({ ...picture, open: () => ((opened += 1), picture.open()) });
    for (let i = 0; i < 3; i++) await cutPixels(inMemory, { x: 0, y: 0, width: 300, height: 120 });
    expect(opened).toBe(1);
  });

  it('stays as it is where it would fill the memory', async () => {
    const picture = { ...(await openPicture(await drawn(), 'image/jpeg')), width: 6000, height: 4000 };
    expect(await held(picture)).toBe(picture);
  });
});
