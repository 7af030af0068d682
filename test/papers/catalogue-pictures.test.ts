import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findCuts, PICTURE_ROOM, type Row, slicePicture } from '../../src/papers/catalogue/pictures.ts';
import { type Bar, barredPicture, noisyPicture, photoWithExif } from './pictures.ts';

const RATIO = PICTURE_ROOM.height / 270;

describe('slicePicture', () => {
  it('leaves a phone screenshot whole, in the room of a page', async () => {
    const [slice, ...rest] = await slicePicture(
      await barredPicture(1170, 2532, [{ top: 100, height: 60 }]),
      'image/png',
    );
    expect(rest).toEqual([]);
    expect(slice).toMatchObject({ width: 1170, height: 2532, overlaps: false, type: 'png' });
    expect(slice!.shown.height).toBeLessThanOrEqual(PICTURE_ROOM.height + 0.01);
    expect(slice!.shown.width / slice!.shown.height).toBeCloseTo(1170 / 2532, 3);
  });

  it('cuts a long screenshot between its lines, loses no row and keeps one scale', async () => {
    const bars: Bar[] = Array.from({ length: 60 }, (_, i) => ({ top: 30 + i * 80, height: 45 }));
    const slices = await slicePicture(await barredPicture(500, 4900, bars), 'image/png');
    expect(slices.length).toBeGreaterThan(3);
    expect(slices.reduce((sum, slice) => sum + slice.height, 0)).toBe(4900);
    let top = 0;
    for (const slice of slices) {
      expect(slice.overlaps).toBe(false);
      for (const bar of bars) expect(top <= bar.top || top >= bar.top + bar.height, `cut at ${top}`).toBe(true);
      top += slice.height;
    }
    expect(new Set(slices.map(({ shown, width }) => (shown.width / width).toFixed(6))).size).toBe(1);
    for (const { shown } of slices) expect(shown.height).toBeLessThanOrEqual(PICTURE_ROOM.height + 0.01);
  });

  it('overlaps where there is no empty row, so that no line is lost', async () => {
    const slices = await slicePicture(await noisyPicture(300, 2000), 'image/png');
    expect(slices.length).toBeGreaterThan(2);
    expect(slices[0]!.overlaps).toBe(false);
    expect(slices.slice(1).every(({ overlaps }) => overlaps)).toBe(true);
    expect(slices.reduce((sum, slice) => sum + slice.height, 0)).toBeGreaterThan(2000);
  });

  it('sets a photograph upright and leaves its EXIF behind', async () => {
    const photo = await photoWithExif(600, 400);
    expect(photo.toString('latin1')).toContain('SecretMaker');
    const [slice] = await slicePicture(photo, 'image/jpeg');
    expect([slice!.width, slice!.height]).toEqual([400, 600]);
    expect(Buffer.from(slice!.data).toString('latin1')).not.toContain('Secret');
    expect((await sharp(slice!.data).metadata()).exif).toBeUndefined();
  });

  it('puts what is transparent on white', async () => {
    const clear = await sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const [slice] = await slicePicture(clear, 'image/png');
    expect((await sharp(slice!.data).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  it('reads WebP and shrinks what is finer than paper', async () => {
    const wide = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#336699' } })
      .webp()
      .toBuffer();
    const [slice] = await slicePicture(wide, 'image/webp');
    expect([slice!.width, slice!.height]).toEqual([1600, 1200]);
    expect(slice!.shown.width).toBeLessThanOrEqual(PICTURE_ROOM.width);
  });

  it('reads HEIC by its own decoder', async () => {
    const heic = readFileSync(join(import.meta.dirname, '../fixtures/papers/gradient.heic'));
    const [slice] = await slicePicture(heic, 'image/heic');
    expect([slice!.width, slice!.height]).toEqual([320, 240]);
    // Red above, blue below, a white box at the top left.
    const { data, info } = await sharp(slice!.data).raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
    ];
    expect(pixel(300, 4)[0]).toBeGreaterThan(200);
    expect(pixel(300, 235)[2]).toBeGreaterThan(200);
    expect(Math.min(...pixel(60, 40))).toBeGreaterThan(230);
  });

  it('fails on what is no picture', async () => {
    await expect(slicePicture(Buffer.from('no picture'), 'image/png')).rejects.toThrow();
  });
});

describe('findCuts', () => {
  const rowKinds = fc
    .array(fc.tuple(fc.constantFrom<Row>('empty', 'equal', 'busy'), fc.integer({ min: 1, max: 400 })), {
      minLength: 1,
      maxLength: 40,
    })
    .map((runs) => runs.flatMap(([kind, length]) => Array.from({ length }, (): Row => kind)));

  it('covers every row, never more than a page a piece, and cuts in a busy row only with an overlap', () => {
    fc.assert(
      fc.property(rowKinds, fc.integer({ min: 60, max: 400 }), (rows, width) => {
        const cuts = findCuts(rows, width);
        expect(cuts[0]!.top).toBe(0);
        expect(cuts.at(-1)!.bottom).toBe(rows.length);
        cuts.forEach((cut, i) => {
          expect(cut.bottom).toBeGreaterThan(cut.top);
          expect(cut.bottom - cut.top).toBeLessThanOrEqual(width * RATIO * 1.08 + 1);
          if (i === 0) return;
          const before = cuts[i - 1]!;
          if (cut.overlaps) expect(cut.top).toBeLessThan(before.bottom);
          else {
            expect(cut.top).toBe(before.bottom);
            expect(rows[cut.top]).not.toBe('busy');
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('takes an empty band before one of equal rows, and equal rows before an overlap', () => {
    // Two and a bit pages: the first cut is looked for around two thirds of a page.
    const page = Math.floor(100 * RATIO);
    const rows = (...bands: [Row, number, number][]) => {
      const all: Row[] = Array.from({ length: page * 2 }, () => 'busy');
      for (const [kind, from, to] of bands) all.fill(kind, from, to);
      return all;
    };
    const cut = (...bands: [Row, number, number][]) => findCuts(rows(...bands), 100)[0]!.bottom;
    expect(cut(['empty', 130, 140])).toBe(135);
    expect(cut(['equal', 130, 140])).toBe(135);
    expect(cut(['empty', 130, 140], ['equal', 145, 165])).toBe(135);
    expect(cut(['empty', 130, 140], ['empty', 150, 153])).toBe(151);
    expect(cut(['empty', 130, 131], ['equal', 145, 165])).toBe(155);
    expect(cut(['equal', 145, 148])).toBe(cut());
    expect(findCuts(rows(), 100)[1]!.overlaps).toBe(true);
  });
});
