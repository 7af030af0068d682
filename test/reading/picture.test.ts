import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { looksAlike, pictureHash } from '../../src/reading/readers/picture/hash.ts';
import { MAX_PIXELS } from '../../src/reading/readers/picture/decode.ts';
import { closeRecogniser, openRecogniser } from '../../src/reading/readers/picture/recogniser.ts';
import { isCut, isSamePlace, tilesOf } from '../../src/reading/readers/picture/tiles.ts';
import { reconcile } from '../../src/agreement/reconcile.ts';
import { isCopy } from '../../src/agreement/duplicates.ts';
import { fontFiles } from '../../src/papers/pdf/fonts.ts';
import type { FactKey } from '../../src/model/facts.ts';
import type { Reading } from '../../src/model/reading.ts';
import { CARD_FACTS, cardDossier } from './made/dossier.ts';
import { codes, read } from './made/source.ts';

const LOOKS = path.join(import.meta.dirname, '../fixtures/looks');
const PAGES = path.join(import.meta.dirname, '../fixtures/pictures');
const look = (name: string): Buffer => readFileSync(path.join(LOOKS, name));
const values = (reading: Reading): Partial<Record<FactKey, string>> =>
  Object.fromEntries(reading.fields.map(({ key, value, certain }) => [key, certain ? value : `?${value}`]));

const VOUCHER = {
  tradeNo: '2026080322001423591406627714',
  orderNo: 'ZX8825091340071562',
  amount: '68.00',
  paidAt: '2026-08-03T21:07:44+08:00',
  paidBy: 'personal_transfer',
};

afterAll(closeRecogniser);

describe('a picture', () => {
  it('in dark mode gives its values with places', async () => {
    const reading = await read(look('alipay-dark.png'));
    expect(reading).toMatchObject({
      status: 'read',
      kind: 'payment',
      category: 'transaction',
      mediaType: 'image/png',
      media: { width: 780, height: 1688 },
    });
    expect(values(reading)).toMatchObject(VOUCHER);
    const { box } = reading.fields.find(({ key }) => key === 'tradeNo')!;
    // The number stands at the right, in the lower half of the list.
    expect(box!.x).toBeGreaterThan(200);
    expect(box!.y).toBeGreaterThan(700);
    expect(box!.y + box!.height).toBeLessThan(1000);
    expect(reading.lines!.every((line) => !('scores' in line))).toBe(true);
  });

  it('that is small shows a name that everyone knows as it is written, and what was read', async () => {
    const { lines, fields } = await read(look('misread-name.jpg'));
    expect(lines?.map(({ text }) => text)).toContain('哗哩哗哩大会员季度卡');
    expect(fields.find(({ key }) => key === 'product')).toMatchObject({
      value: '哔哩哔哩大会员季度卡',
      mended: '哗哩哗哩大会员季度卡',
      certain: false,
    });
  });

  it('held crooked takes no bubble for a message of an error', async () => {
    const { fields } = await read(look('crooked-talk.webp'));
    expect(fields.filter(({ key, certain }) => key === 'failure' && certain)).toEqual([]);
  });

  it('of a web page 1440 wide reads its table', async () => {
    expect(values(await read(look('web-order.png')))).toMatchObject({
      orderNo: 'ZX8825091340071562',
      product: 'Windows 11 专业版激活码',
      amount: '68.00',
      platform: '蓝鲸发卡网',
      cardCode: 'VK7JG-NPHTM-C97JM-9MPGT-3V66T',
    });
  });

  it('shows a number that stands alone in its cell', async () => {
    expect(values(await read(look('number-alone.webp')))).toMatchObject({
      orderNo: 'XH8KQ2026110700317',
      quantity: '1',
    });
  });

  it('of a talk has sides, times, promise and refusal', async () => {
    const reading = await read(look('chat-dark.png'));
    expect(reading.kind).toBe('chat');
    expect(reading.messages!.map(({ side }) => side)).toEqual(['buyer', 'other', 'buyer', 'other', 'buyer', 'other']);
    expect(reading.messages![0]).toMatchObject({
      at: '2026-07-21T20:15+08:00',
      text: '老板，号被封了，登录提示封停到2036年',
    });
    expect(reading.promises).toEqual([
      expect.objectContaining({ text: expect.stringContaining('三天内给你退款'), by: '2026-07-24' }),
    ]);
    expect(values(reading)).toMatchObject({
      merchant: '阿泽游戏小铺',
      dispute: 'account_banned',
      refusal: '是你自己操作的问题，不退',
    });
  });

  it('of a message gives the message', async () => {
    const reading = await read(look('banned.webp'));
    expect(reading).toMatchObject({ kind: 'failure', category: 'defect', mediaType: 'image/webp' });
    expect(values(reading)).toMatchObject({
      failure: '该账号因涉嫌违规交易已被封停,解封时间2036-07-21',
      dispute: 'account_banned',
    });
  });

  it('turned by 90 degrees is read upright', async () => {
    const reading = await read(await sharp(look('alipay-dark.png')).rotate(90).jpeg({ quality: 80 }).toBuffer());
    expect(values(reading)).toMatchObject(VOUCHER);
    expect(codes(reading)).toEqual(['PICTURE_TURNED']);
    expect(reading.media).toEqual({ width: 780, height: 1688 });
  });

  it('that stands on its head is read upright, without a word where a camera marked it', async () => {
    const flipped = await sharp(look('banned.webp')).rotate(180).toBuffer();
    const turned = await read(flipped);
    const marked = await read(await sharp(flipped).withMetadata({ orientation: 3 }).jpeg().toBuffer());
    expect([turned, marked].map((reading) => values(reading).dispute)).toEqual(['account_banned', 'account_banned']);
    expect([turned, marked].map(codes)).toEqual([['PICTURE_TURNED'], []]);
  });

  it('blurred, shrunk or leaning gives right values or doubtful ones', async () => {
    const poor: boolean[] = [];
    const worse = [
      sharp(look('alipay-dark.png')).resize({ width: 540 }).jpeg({ quality: 30 }),
      sharp(look('alipay-dark.png')).resize({ width: 320 }).blur(0.7).jpeg({ quality: 25 }),
      sharp(look('alipay-dark.png')).rotate(3, { background: '#444' }).blur(0.8).jpeg({ quality: 60 }),
    ];
    let right = 0;
    for (const picture of worse) {
      const reading = await read(await picture.toBuffer());
      const found = values(reading);
      poor.push(codes(reading).includes('PICTURE_POOR'));
      for (const [key, truth] of Object.entries(VOUCHER)) {
        const value = found[key as FactKey];
        if (value === truth) right++;
        else expect(value ?? '?', key).toMatch(/^\?/);
      }
    }
    expect(right).toBeGreaterThanOrEqual(9);
    // Only the one of 320 pixels is so bad that the buyer is told.
    expect(poor).toEqual([false, true, false]);
  });

  it('scrolled to 20,000 pixels is read to its end, each line once', async () => {
    const width = 720;
    // Drawn with the font that the project carries: a machine may have none for Chinese.
    const written = (text: string): Promise<Buffer> =>
      sharp({ text: { text, font: 'Noto Sans S Chinese 30', fontfile: fontFiles().regular, dpi: 72 } })
        .negate()
        .png()
        .toBuffer();
    const pieces = [
      ['第一行 开头', 45],
      ['中间 1563 像素', 1555],
      ['订单编号 88120039447001', 9_995],
      ['最后一行 结尾', 19_915],
    ] as const;
    const picture = await sharp({ create: { width, height: 20_000, channels: 3, background: '#fff' } })
      .composite(
        await Promise.all(pieces.map(async ([words, top]) => ({ input: await written(words), top, left: 40 }))),
      )
      .png()
      .toBuffer();
    const reading = await read(picture);
    expect(reading.lines!.map((line) => line.text.replace(/\s/g, ''))).toEqual(
      pieces.map(([words]) => words.replace(/\s/g, '')),
    );
    expect(Math.abs(reading.lines!.at(-1)!.box!.y - 19_915)).toBeLessThan(20);
  });
});

describe('a bad picture', () => {
  it('cut short is failed with a word, and the next one is read', async () => {
    for (const cut of [
      look('alipay-dark.png').subarray(0, 20_000),
      (await sharp(look('web-order.png')).jpeg().toBuffer()).subarray(0, 9_000),
    ]) {
      const reading = await read(cut);
      expect(reading.status).toBe('failed');
      expect(codes(reading)).toEqual(['PICTURE_DAMAGED']);
    }
    expect((await read(look('banned.webp'))).status).toBe('read');
  });

  it('of a kind that is not read says so', async () => {
    const bmp = Buffer.alloc(70);
    bmp.write('BM');
    bmp.writeUInt32LE(70, 2);
    bmp.writeUInt32LE(54, 10);
    bmp.writeUInt32LE(40, 14);
    bmp.writeUInt32LE(2, 18);
    bmp.writeUInt32LE(2, 22);
    expect(codes(await read(bmp))).toEqual(['PICTURE_UNSUPPORTED']);
    expect(
      (await read('<svg xmlns="http://www.w3.org/2000/svg"><text>订单号</text></svg>', { name: 'a.svg' })).status,
    ).not.toBe('partial');
  });

  it('with damage inside is failed or read, never thrown', async () => {
    const bytes = Buffer.from(look('web-order.png'));
    for (let at = 3_000; at < 3_200; at++) bytes[at] = at % 251;
    expect(['failed', 'read', 'partial']).toContain((await read(bytes)).status);
  });

  it('that would fill the memory is refused', async () => {
    const side = Math.ceil(Math.sqrt(MAX_PIXELS)) + 200;
    const bomb = await sharp({
      create: { width: side, height: side, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    const reading = await read(bomb);
    expect(reading.status).toBe('failed');
    expect(codes(reading)).toEqual(['PICTURE_TOO_LARGE']);
  });

  it('of nothing is read, and is nothing', async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919 + (i >> 5) * 104_729) % 256));
    const bare = [
      sharp({ create: { width: 600, height: 900, channels: 3, background: '#fff' } }),
      sharp(noise, { raw: { width: 300, height: 300, channels: 3 } }),
      sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } }),
    ];
    for (const picture of bare) {
      const reading = await read(await picture.png().toBuffer());
      expect(reading).toMatchObject({ status: 'read', kind: 'other', category: 'other', fields: [] });
      expect(reading.confidence).toBeLessThan(0.5);
    }
  });

  it('stops where it is told to', async () => {
    const { readSource } = await import('../../src/reading/read-source.ts');
    const { sourceOf } = await import('./made/source.ts');
    await expect(readSource(sourceOf(look('banned.webp')), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('the recogniser', () => {
  beforeEach(closeRecogniser);

  it('is one, and starts again after it was closed', async () => {
    const [a, b] = await Promise.all([openRecogniser(), openRecogniser()]);
    expect(a).toBe(b);
    await closeRecogniser();
    expect(await openRecogniser()).not.toBe(a);
  });

  it('that dies midway leaves size, hash and a word, and the next picture is read', async () => {
    const recogniser = await openRecogniser();
    const own = recogniser.read;
    recogniser.read = () => Promise.reject(new Error('session released'));
    const reading = await read(look('banned.webp'));
    expect(reading).toMatchObject({ status: 'partial', fields: [], media: { width: 1624, height: 750 } });
    expect(codes(reading)).toEqual(['OCR_FAILED']);
    expect(reading.pictureHash).toMatch(/^[0-9a-f]{64}$/);
    recogniser.read = own;
    expect((await read(look('banned.webp'))).kind).toBe('failure');
  });
});

describe('tiles', () => {
  it('cover a picture without gaps and overlap by more than a line', () => {
    for (const [width, height] of [
      [720, 20_000],
      [1440, 9_001],
      [200, 6_000],
      [1080, 2_400],
      [4_000, 3_000],
    ] as const) {
      const tiles = tilesOf(width, height);
      expect(tiles[0]!.y).toBe(0);
      expect(tiles.at(-1)!.y + tiles.at(-1)!.height).toBe(height);
      for (let i = 1; i < tiles.length; i++)
        expect(tiles[i - 1]!.y + tiles[i - 1]!.height - tiles[i]!.y).toBeGreaterThanOrEqual(90);
    }
    expect(tilesOf(1170, 2532)).toHaveLength(1);
  });

  it('know a cut line and one seen twice', () => {
    const [first, second] = tilesOf(720, 4_000);
    expect(isCut({ x: 0, y: first!.height - 30, width: 100, height: 30 }, first!, 4_000)).toBe(true);
    expect(isCut({ x: 0, y: second!.y, width: 100, height: 30 }, second!, 4_000)).toBe(true);
    expect(isCut({ x: 0, y: 0, width: 100, height: 30 }, first!, 4_000)).toBe(false);
    expect(isSamePlace({ x: 0, y: 0, width: 100, height: 30 }, { x: 3, y: 5, width: 98, height: 30 })).toBe(true);
    expect(isSamePlace({ x: 0, y: 0, width: 100, height: 30 }, { x: 0, y: 40, width: 100, height: 30 })).toBe(false);
  });
});

describe('near duplicates', () => {
  it('are known through JPEG and another size, not across pictures', async () => {
    const original = look('alipay-dark.png');
    const copy = await sharp(original).resize({ width: 600 }).jpeg({ quality: 45 }).toBuffer();
    const [a, b, c] = await Promise.all(
      [original, copy, look('chat-dark.png')].map((bytes) => pictureHash(sharp(bytes))),
    );
    expect(looksAlike(a!, b!)).toBe(true);
    expect(looksAlike(a!, c!)).toBe(false);
    expect(isCopy(await read(original), await read(copy))).toBe(true);
  });

  it.each([85, 50, 25])('are known on a flat page through JPEG %i', async (quality) => {
    const hashes = await Promise.all(
      readdirSync(PAGES).map(async (folder) => {
        const page = readFileSync(path.join(PAGES, folder, '1.webp'));
        const flat = await sharp(page).resize({ width: 720 }).png().toBuffer();
        const copy = await sharp(flat).jpeg({ quality }).toBuffer();
        return Promise.all([pictureHash(sharp(flat)), pictureHash(sharp(copy))]);
      }),
    );
    expect(hashes.filter(([a, b]) => !looksAlike(a!, b!))).toEqual([]);
  });
});

describe('a dossier', () => {
  it('is complete with nothing typed', async () => {
    const exhibits = [];
    for (const [index, { name, kind, bytes }] of cardDossier().entries()) {
      const reading = await read(bytes, { name });
      expect(reading.kind, name).toBe(kind);
      exhibits.push({ no: index + 1, reading });
    }
    const { facts, conflicts, foreign } = reconcile(exhibits);
    expect(Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, fact.value]))).toEqual(CARD_FACTS);
    expect([conflicts, foreign]).toEqual([[], []]);
  });
});
