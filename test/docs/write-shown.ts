// Run by `npm run docs:session`: what the documents show of the program, made anew by running it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { DOCS, filledTour, readTour, sessionPicture } from './shown/pages.ts';
import { letterOfExample } from './shown/letter.ts';

writeFileSync(join(DOCS, 'pictures/session.svg'), await sessionPicture());
writeFileSync(join(DOCS, 'tour.md'), await filledTour(readTour()));

const { pdf, print } = await letterOfExample();
const folder = mkdtempSync(join(tmpdir(), 'kameng-letter-'));
try {
  writeFileSync(join(folder, 'letter.pdf'), pdf);
  execFileSync('pdftoppm', ['-r', '110', '-f', '1', '-l', '1', '-png', 'letter.pdf', 'page'], { cwd: folder });
  const page = readdirSync(folder).find((name) => name.endsWith('.png'))!;
  // The words that the picture shows stand in it as their hash, so that a test sees when they have changed.
  await sharp(join(folder, page))
    .webp({ quality: 70, effort: 6 })
    .withExif({ IFD0: { ImageDescription: print } })
    .toFile(join(DOCS, 'pictures/letter.webp'));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
