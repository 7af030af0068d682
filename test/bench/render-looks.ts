/**
 * node test/bench/render-looks.ts OUT [seen|unseen|fresh|second|third]
 *
 * Renders the made-up screens of test/bench/looks with Chromium into dossiers
 * with a truth.json each, for `npm run bench:intake -- OUT`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { SECOND } from './looks/second.ts';
import { SEEN } from './looks/seen.ts';
import { FRESH } from './looks/fresh.ts';
import { THIRD } from './looks/third.ts';
import { UNSEEN } from './looks/unseen.ts';

const [out, which = 'all'] = process.argv.slice(2);
if (!out) {
  console.error('usage: node test/bench/render-looks.ts OUT [seen|unseen|fresh|second|third]');
  process.exit(2);
}
const chromium = process.env['CHROMIUM'] ?? 'chromium';
const scratch = mkdtempSync(path.join(os.tmpdir(), 'looks-'));
const sets = { seen: SEEN, unseen: UNSEEN, fresh: FRESH, second: SECOND, third: THIRD };
for (const dossier of Object.entries(sets).flatMap(([name, set]) => (which === 'all' || which === name ? set : []))) {
  const folder = path.join(out, dossier.name);
  mkdirSync(folder, { recursive: true });
  for (const look of dossier.looks) {
    const html = path.join(scratch, 'page.html');
    const shot = path.join(scratch, 'page.png');
    writeFileSync(html, look.html);
    execFileSync(
      chromium,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        `--force-device-scale-factor=${look.scale}`,
        `--window-size=${look.width},${look.height}`,
        `--screenshot=${shot}`,
        `file://${html}`,
      ],
      { stdio: 'ignore', timeout: 60_000 },
    );
    const picture = sharp(shot);
    const file = path.join(folder, look.file);
    if (/\.jpe?g$/.test(look.file)) await picture.jpeg({ quality: 72 }).toFile(file);
    else if (look.file.endsWith('.webp')) await picture.webp({ quality: 75 }).toFile(file);
    else await picture.png().toFile(file);
  }
  const files = dossier.looks.map(({ file, category, kind, fields, foreign }) => ({
    file,
    category,
    kind,
    fields,
    ...(foreign ? { foreign } : {}),
  }));
  writeFileSync(path.join(folder, 'truth.json'), JSON.stringify({ facts: dossier.facts, files }, null, 1));
}
rmSync(scratch, { recursive: true });
