/**
 * node test/looks/make-pictures.ts
 *
 * Renders the pictures of test/fixtures/pictures with their truth anew (CHROMIUM=path): ten disputes in all forms,
 * made small. Other fonts give other pictures; `npm run test:pictures` says what is read of them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { Draw } from './draw.ts';
import { picturesOf, type Form } from './forms-of-pictures.ts';
import { Camera } from './render.ts';
import { disputeOf } from './screens.ts';
import { SHOWN } from './shown-words.ts';

const OUT = path.resolve(import.meta.dirname, '../fixtures/pictures');
const SEED = 40;
const PICTURES = 40;
const FORMS: readonly Form[] = ['plain', 'shrunk', 'plain', 'photographed', 'cropped', 'long'];
/** Photographs are all noise and weigh ten times the rest: they come smaller, as a chat sends them. */
const PHOTO = { width: 900, quality: 42 };

rmSync(OUT, { recursive: true, force: true });
const camera = await Camera.open(0);
let left = PICTURES;
for (let i = 0; left > 0; i++) {
  const form = FORMS[i % FORMS.length]!;
  const name = `${String(i + 1).padStart(2, '0')}-${form}`;
  const drawn = disputeOf(new Draw(SEED * 1009 + i), SHOWN, name);
  if (drawn.looks.length > left) drawn.looks.length = left;
  const { dispute, files } = await picturesOf(camera, new Draw(SEED * 7919 + i), SHOWN, drawn, form);
  const folder = path.join(OUT, name);
  mkdirSync(folder, { recursive: true });
  for (const [at, bytes] of files.entries()) {
    const picture = sharp(bytes);
    const small =
      form === 'photographed'
        ? picture.resize({ width: PHOTO.width }).webp({ quality: PHOTO.quality })
        : picture.webp({ quality: 60 });
    await small.toFile(path.join(folder, `${at + 1}.webp`));
  }
  const looks = dispute.looks.map(({ html: _html, ...look }) => look);
  writeFileSync(path.join(folder, 'truth.json'), `${JSON.stringify({ ...dispute, looks })}\n`);
  left -= files.length;
}
await camera.close();
