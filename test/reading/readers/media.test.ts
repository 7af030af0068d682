import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readVideo } from '../../../src/reading/readers/media/video.ts';
import { codes, read, sourceOf } from '../made/source.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../../fixtures/intake', name));

describe('a video', () => {
  it('gives length, size as seen, and time of recording', async () => {
    expect(await read(fixture('screen.mp4'))).toMatchObject({
      status: 'read',
      kind: 'recording',
      category: 'defect',
      media: { durationMs: 1500, width: 64, height: 96, recordedAt: '2026-09-01T18:00:00+08:00' },
      notes: [],
    });
  });

  it('held upright by a quarter turn gives the turned size', async () => {
    expect((await read(fixture('screen-turned.mp4'))).media).toMatchObject({ width: 96, height: 64 });
  });

  it('of WebM gives length and size', async () => {
    const reading = await read(fixture('screen.webm'));
    expect(reading.media).toMatchObject({ width: 64, height: 96, durationMs: 1000 });
    expect(codes(reading)).toContain('MEDIA_TIME_UNKNOWN');
  });

  it('is never loaded whole', async () => {
    const whole = fixture('screen.mp4');
    const index = Buffer.from(whole).indexOf('mdat') - 4;
    const media = Buffer.from(whole).readUInt32BE(index);
    const grown = Buffer.alloc(whole.length + 50_000_000);
    grown.set(whole.subarray(0, index + media));
    grown.writeUInt32BE(media + 50_000_000, index);
    grown.set(whole.subarray(index + media), index + media + 50_000_000);
    const source = sourceOf(grown);
    const reading = await readVideo(source, {
      mediaType: 'video/mp4',
      depth: 0,
      readPart: () => Promise.reject(new Error('no parts')),
    });
    expect(reading.media!.durationMs).toBe(1500);
    expect(source.bytesRead).toBeLessThan(3_000_000);
  });

  it('that broke off before its index was written is a clear failure, and nothing is written to the terminal', async () => {
    const spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
    for (const cut of [40, 600]) {
      const reading = await read(fixture('screen.mp4').subarray(0, cut));
      expect(reading).toMatchObject({ status: 'failed', notes: [{ code: 'MEDIA_DAMAGED' }] });
    }
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

describe('a sound', () => {
  it('of MP3 is a call with its length', async () => {
    const reading = await read(fixture('call.mp3'));
    expect(reading).toMatchObject({ kind: 'call', category: 'communication', status: 'read' });
    expect(reading.media!.durationMs).toBeGreaterThan(950);
    expect(reading.media!.durationMs).toBeLessThan(1200);
  });

  it('of WAV', async () => {
    const wav = Buffer.alloc(44 + 16_000);
    wav.write('RIFF', 0);
    wav.writeUInt32LE(36 + 16_000, 4);
    wav.write('WAVEfmt ', 8);
    wav.writeUInt32LE(16, 16);
    wav.writeUInt16LE(1, 20);
    wav.writeUInt16LE(1, 22);
    wav.writeUInt32LE(8000, 24);
    wav.writeUInt32LE(8000, 28);
    wav.writeUInt16LE(1, 32);
    wav.writeUInt16LE(8, 34);
    wav.write('data', 36);
    wav.writeUInt32LE(16_000, 40);
    expect((await read(wav)).media).toMatchObject({ durationMs: 2000 });
  });

  it('of a phone (AMR) and of a voice message (SILK): by their frames of 20 ms', async () => {
    const amr = Buffer.concat([
      Buffer.from('#!AMR\n'),
      ...Array.from({ length: 100 }, () => Buffer.concat([Buffer.of(0x3c), Buffer.alloc(31)])),
    ]);
    const silk = Buffer.concat([
      Buffer.from('\x02#!SILK_V3', 'latin1'),
      ...Array.from({ length: 75 }, () => Buffer.concat([Buffer.of(5, 0), Buffer.alloc(5, 9)])),
      Buffer.of(0xff, 0xff),
    ]);
    expect((await read(amr)).media).toMatchObject({ durationMs: 2000 });
    expect((await read(silk)).media).toMatchObject({ durationMs: 1500 });
  });
});
