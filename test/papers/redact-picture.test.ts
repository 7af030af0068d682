import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { redactPicture } from '../../src/papers/redact/picture.ts';
import { redactionText } from '../../src/papers/redact/picture-list.ts';
import { noisyPicture, photoWithExif } from './pictures.ts';

const WIDTH = 200;
const HEIGHT = 120;
const original = await noisyPicture(WIDTH, HEIGHT);
const pixels = async (bytes: Uint8Array) => await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
const box = { x: 50, y: 40, width: 60, height: 20 };

describe('redactPicture', () => {
  it('covers the box and its margin with one colour and an edge, and nothing else', async () => {
    const copy = await redactPicture(original, 'image/png', [{ box, what: '手机号' }]);
    expect(copy.covered).toEqual([{ what: '手机号', box: { x: 46, y: 36, width: 68, height: 28 } }]);
    const [before, after] = [await pixels(original), await pixels(copy.bytes)];
    const inside = copy.covered[0]!.box;
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const at = (y * WIDTH + x) * 3;
        const pixel = [...after.data.subarray(at, at + 3)];
        const within = x >= inside.x && x < inside.x + inside.width && y >= inside.y && y < inside.y + inside.height;
        const edge =
          within &&
          (x === inside.x || y === inside.y || x === inside.x + inside.width - 1 || y === inside.y + inside.height - 1);
        if (
          pixel.join() !== (within ? (edge ? '150,150,150' : '0,0,0') : [...before.data.subarray(at, at + 3)].join())
        ) {
          throw new Error(`pixel ${x},${y} is ${pixel.join()}`);
        }
      }
    }
  });

  it('leaves the bytes it was given alone', async () => {
    const given = Buffer.from(original);
    await redactPicture(given, 'image/png', [{ box, what: 'x' }]);
    expect(given.equals(original)).toBe(true);
  });

  it('clips a box that reaches over the edge', async () => {
    const { covered } = await redactPicture(
      original,
      'image/png',
      [
        { box: { x: -20, y: -10, width: 40.5, height: 30.2 }, what: 'a' },
        { box: { x: 190, y: 110, width: 500, height: 500 }, what: 'b' },
      ],
      { margin: 2 },
    );
    expect(covered.map((cover) => cover.box)).toEqual([
      { x: 0, y: 0, width: 23, height: 23 },
      { x: 188, y: 108, width: 12, height: 12 },
    ]);
  });

  it.each([
    ['beside the picture', { x: 300, y: 10, width: 10, height: 10 }],
    ['above it', { x: 10, y: -50, width: 10, height: 10 }],
    ['without area', { x: 10, y: 10, width: 0, height: 10 }],
    ['without a number', { x: Number.NaN, y: 10, width: 10, height: 10 }],
  ])('gives no copy when a box lies %s', async (_, wrong) => {
    await expect(
      redactPicture(original, 'image/png', [
        { box, what: 'x' },
        { box: wrong, what: 'y' },
      ]),
    ).rejects.toMatchObject({ code: 'REDACTION_MISSES' });
  });

  it('counts on the upright picture and strips place and device', async () => {
    // Lying on its side: the red mark at the file's top left is at the top right when upright.
    const copy = await redactPicture(
      await photoWithExif(600, 400),
      'image/jpeg',
      [{ box: { x: 378, y: 0, width: 22, height: 42 }, what: '标记' }],
      { margin: 4 },
    );
    expect(copy).toMatchObject({ mediaType: 'image/jpeg', width: 400, height: 600 });
    const { data, info } = await pixels(copy.bytes);
    let red = 0;
    for (let at = 0; at < data.length; at += info.channels) if (data[at]! > 180 && data[at + 1]! < 100) red += 1;
    expect(red).toBe(0);
    expect(Buffer.from(copy.bytes).toString('latin1')).not.toMatch(/Secret|Exif/);
    const { exif, orientation } = await sharp(copy.bytes).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
  });

  it('leaves nothing beneath transparency', async () => {
    const hidden = Buffer.alloc(20 * 20 * 4);
    for (let i = 0; i < hidden.length; i += 4) hidden.set([200, 10, 10, 0], i);
    const png = await sharp(hidden, { raw: { width: 20, height: 20, channels: 4 } })
      .png()
      .toBuffer();
    const copy = await redactPicture(png, 'image/png', []);
    const { data, info } = await pixels(copy.bytes);
    expect(info.channels).toBe(3);
    expect(data.every((value) => value === 255)).toBe(true);
  });

  it('covers a grey picture too', async () => {
    const grey = await sharp(original).greyscale().png().toBuffer();
    const copy = await redactPicture(grey, 'image/png', [{ box, what: 'x' }]);
    const { data, info } = await pixels(copy.bytes);
    expect(data[(50 * info.width + 60) * info.channels]).toBe(0);
  });

  it('says when a picture cannot be read', async () => {
    await expect(redactPicture(Buffer.from('x'), 'image/png', [])).rejects.toMatchObject({
      code: 'PICTURE_UNREADABLE',
    });
  });
});

describe('the list that goes with copies', () => {
  const copies = [
    {
      exhibit: 3,
      copy: '证据3-遮盖.png',
      originalSha256: 'a'.repeat(64),
      copySha256: 'b'.repeat(64),
      covered: [{ box, what: '手机号' }],
    },
  ];

  it('names what and where, and both hashes, for who reads the copies', () => {
    const text = redactionText(copies);
    for (const expected of ['手机号', '左 50，上 40，宽 60，高 20', 'a'.repeat(64), 'b'.repeat(64), '证据3-遮盖.png']) {
      expect(text).toContain(expected);
    }
    expect(redactionText([])).toBe('');
  });
});
