import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shrinkPicture } from '../../src/papers/report/pictures.ts';
import { renderReport } from '../../src/papers/report/report.ts';
import { aReport } from '../papers/a-report.ts';
import { openBrowser } from './chromium.ts';
import { checkPage, LOOKS } from './page-checks.ts';

const SHOTS = process.env['SHOTS'];

let browser: Browser;
let folder: string;
let path: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'kameng-report-'));
  path = join(folder, 'report.html');
  const bytes = readFileSync(join(import.meta.dirname, '../fixtures/looks/web-order.png'));
  const box = { x: 100, y: 200, width: 500, height: 40 };
  const picture = await shrinkPicture({
    bytes,
    mediaType: 'image/png',
    width: 1440,
    marks: [{ label: '订单号', box }],
  });
  const input = aReport();
  const line = { x: 6, y: 42, width: 162, height: 10.5 };
  const sketch = { width: 189, height: 120, lines: [{ text: '订单编号 QK20261109', ...line }], marks: [] };
  input.exhibits.push({ ...input.exhibits[0]!, no: 3, file: '电子凭证.pdf', sketch });
  input.exhibits[0] = { ...input.exhibits[0]!, picture };
  writeFileSync(path, renderReport(input));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test.each(LOOKS)('a $name $width wide, $colorScheme: nothing is asked of anybody, nothing breaks', (look) =>
  checkPage(browser, path, 'report', look),
);

test('on paper it has no list of links, and its letters are printed without being opened', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav').isVisible()).toBe(false);
  expect((await page.locator('details.letter pre').boundingBox())!.height).toBeGreaterThan(20);
  if (SHOTS) await page.pdf({ path: join(SHOTS, 'report.pdf'), format: 'A4' });
});
