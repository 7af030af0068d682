import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { letterOfExample } from '../docs/shown/letter.ts';
import { DOCS, filledTour, readTour, sessionPicture } from '../docs/shown/pages.ts';
import { screenOf } from '../docs/shown/screen.ts';

const AGAIN = 'out of date: npm run docs:session';

it('docs/tour.md shows what its commands give', async () => {
  const tour = readTour();
  expect(await filledTour(tour), AGAIN).toBe(tour);
});

it('docs/tour.md can be walked on any day by copying its commands', async () => {
  expect(await filledTour(readTour(), '2027-03-01')).not.toMatch(/错误|kameng: /);
});

it('docs/pictures/session.svg is a session of the program as it is', async () => {
  const drawn = readFileSync(join(DOCS, 'pictures/session.svg'), 'utf8').replaceAll('\r\n', '\n');
  expect(await sessionPicture(), AGAIN).toBe(drawn);
  expect(drawn).toMatch(/prefers-color-scheme:dark/);
  expect(drawn.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|href/);
});

it('docs/pictures/letter.webp shows the letter as it is written now', async () => {
  const { exif } = await sharp(join(DOCS, 'pictures/letter.webp')).metadata();
  expect(exif!.toString('latin1'), AGAIN).toContain((await letterOfExample()).print);
});

it('a screen is what stands after lines were written over', () => {
  const told = screenOf('识别 1/3\r\u001b[K\u001b[32m✓\u001b[39m 证据 1\r\n一\r\n\u001b[1A\u001b[2K二');
  expect(told.slice(0, 2)).toEqual([[{ text: '✓', color: 32 }, { text: ' 证据 1' }], [{ text: '二' }]]);
});
