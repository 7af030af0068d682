import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { cellsFor, drawPicture, roomFor } from '../../src/cli/pictures/draw.ts';
import { sixel } from '../../src/cli/pictures/sixel.ts';
import { pictureWay } from '../../src/cli/pictures/terminal.ts';
import { previewPicture } from '../../src/papers/preview.ts';

describe('how a terminal takes pictures is known by what it says of itself', () => {
  test.each<[string | undefined, Record<string, string>]>([
    ['kitty', { TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1' }],
    ['kitty', { TERM: 'xterm-ghostty', TERM_PROGRAM: 'ghostty' }],
    ['kitty', { TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' }],
    ['iterm', { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app' }],
    ['iterm', { TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2' }],
    ['iterm', { TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' }],
    ['iterm', { TERM: 'xterm', TERM_PROGRAM: 'mintty' }],
    ['sixel', { TERM: 'foot' }],
    ['sixel', { TERM: 'mlterm' }],
    ['sixel', { TERM: 'xterm-256color', KONSOLE_VERSION: '230801' }],
    // Not drawn where it is not known, or where another program stands between.
    [undefined, {}],
    [undefined, { TERM: 'xterm-256color' }],
    [undefined, { TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal' }],
    [undefined, { TERM: 'xterm-256color', TERM_PROGRAM: 'vscode', KITTY_WINDOW_ID: '1' }],
    [undefined, { TERM: 'xterm-256color', KONSOLE_VERSION: '210800' }],
    [undefined, { WT_SESSION: 'a' }],
    [undefined, { TERM: 'tmux-256color', TMUX: '/tmp/tmux', KITTY_WINDOW_ID: '1' }],
    [undefined, { TERM: 'screen', STY: '1', LC_TERMINAL: 'iTerm2' }],
    // Said outright.
    ['sixel', { WT_SESSION: 'a', KAMENG_PICTURES: 'sixel' }],
    [undefined, { TERM: 'xterm-kitty', KAMENG_PICTURES: 'off' }],
  ])('%s for %o', (way, env) => expect(pictureWay(env)).toBe(way));
});

/** A phone's screen in two colours, whose left upper corner is red. */
async function screen(): Promise<Uint8Array> {
  const corner = await sharp({ create: { width: 200, height: 300, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  const page = sharp({ create: { width: 600, height: 1300, channels: 3, background: '#ffffff' } });
  return page
    .composite([{ input: corner, left: 0, top: 0 }])
    .png()
    .toBuffer();
}

const CELLS = cellsFor(40, 100);

test('kitty gets a PNG in pieces that it takes, and is told not to answer', async () => {
  const noise = await sharp({
    create: {
      width: 300,
      height: 500,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer();
  const picture = await previewPicture(noise, 'image/png', { room: roomFor('kitty', CELLS) });
  const drawn = drawPicture('kitty', picture, CELLS);
  const pieces = [...drawn.matchAll(/\u001b_G([^;]*);([^\u001b]*)\u001b\\/g)];
  expect(pieces.map((match) => match[0]).join('')).toBe(drawn);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.every(([, keys, data]) => /(?:^|,)q=2/.test(keys!) && data!.length <= 4_096)).toBe(true);
  expect(pieces[0]![1]).toBe('a=T,f=100,r=16,c=19,q=2,m=1');
  expect(pieces.slice(1).map(([, keys]) => keys)).toEqual([...pieces.slice(2).map(() => 'q=2,m=1'), 'q=2,m=0']);
  const png = Buffer.from(pieces.map(([, , data]) => data).join(''), 'base64');
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 300, height: 500 });
});

test('iTerm gets the file with its size and the rows that it may fill', async () => {
  const picture = await previewPicture(await screen(), 'image/png', { room: roomFor('iterm', CELLS) });
  const drawn = drawPicture('iterm', picture, CELLS);
  const [, keys, data] = /^\u001b\]1337;File=([^:]*):([A-Za-z0-9+/=]*)\u0007$/.exec(drawn)!;
  expect(keys).toBe(`inline=1;size=${picture.png.byteLength};height=16;width=auto;preserveAspectRatio=1`);
  expect(Buffer.from(data!, 'base64').equals(picture.png)).toBe(true);
});

test('a broad picture gets fewer rows, so that it is not broader than the window', async () => {
  const broad = await sharp({ create: { width: 4_000, height: 100, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const cells = cellsFor(40, 60);
  const picture = await previewPicture(broad, 'image/png', { room: roomFor('kitty', cells) });
  expect(drawPicture('kitty', picture, cells)).toMatch(/^\u001b_Ga=T,f=100,r=1,c=60,/);
});

test('sixels give back the pixels that they were made of', async () => {
  const room = roomFor('sixel', CELLS);
  const picture = await previewPicture(await screen(), 'image/png', { room, pixels: true });
  expect(picture.height).toBe(room.height);
  const drawn = drawPicture('sixel', picture, CELLS);
  expect(drawn).toMatch(/^\u001bPq"1;1;\d+;\d+#/);
  const { width, height, pixels } = readSixel(drawn);
  expect([width, height]).toEqual([picture.width, picture.height]);
  // Its colours are whole percents.
  expect(Math.max(...pixels.map((byte, i) => Math.abs(byte - picture.pixels![i]!)))).toBeLessThanOrEqual(2);
});

test('a last band of fewer than six rows ends where the picture ends', () => {
  const pixels = Uint8Array.from({ length: 3 * 5 * 7 }, (_value, i) => (Math.floor(i / 15) % 2 === 0 ? 255 : 0));
  expect(readSixel(sixel(5, 7, pixels)).pixels).toEqual(pixels);
});

/** What a terminal would draw. */
function readSixel(drawn: string): { width: number; height: number; pixels: Uint8Array } {
  const body = /^\u001bPq([^\u001b]*)\u001b\\$/.exec(drawn)![1]!;
  const [, wide, high] = /^"1;1;(\d+);(\d+)/.exec(body)!;
  const [width, height] = [Number(wide), Number(high)];
  const pixels = new Uint8Array(3 * width * height);
  const palette = new Map<number, number[]>();
  let [x, y, colour] = [0, 0, [0, 0, 0]];
  for (const [token, register, , parts, times, mark] of body
    .replace(/^"[\d;]*/, '')
    .matchAll(/#(\d+)(;2;([\d;]+))?|!(\d+)([?-~])|[?-~$-]/g)) {
    if (token === '$') x = 0;
    else if (token === '-') [x, y] = [0, y + 6];
    else if (register !== undefined) {
      if (parts !== undefined)
        palette.set(
          Number(register),
          parts.split(';').map((part) => Math.round(Number(part) * 2.55)),
        );
      else colour = palette.get(Number(register))!;
    } else {
      const bits = (mark ?? token).charCodeAt(0) - 63;
      for (let i = 0; i < Number(times ?? 1); i++, x++)
        for (let row = 0; row < 6; row++)
          if (bits & (1 << row)) {
            expect(y + row).toBeLessThan(height);
            pixels.set(colour, 3 * ((y + row) * width + x));
          }
    }
  }
  return { width, height, pixels };
}
