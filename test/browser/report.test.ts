import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shrinkPicture } from '../../src/papers/report/pictures.ts';
import { renderReport } from '../../src/papers/report/report.ts';
import { aReport } from '../papers/a-report.ts';
import { openBrowser } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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
  input.exhibits[0] = { ...input.exhibits[0]!, picture };
  writeFileSync(path, renderReport(input));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['phone', 375, 'light'],
  ['phone', 375, 'dark'],
  ['desk', 1280, 'light'],
] as const)(
  'a %s %s wide, %s: nothing is asked of anybody, no rule of accessibility is broken',
  async (name, width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => expect(message.type(), message.text()).not.toBe('error'));
    await page.goto(pathToFileURL(path).href);
    const own = asked.filter((url) => !url.startsWith('data:'));
    expect(own).toEqual([pathToFileURL(path).href]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    for (const details of await page.locator('details').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `report-${name}-${colorScheme}.png`), fullPage: true });
    await page.addScriptTag({ content: AXE });
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    await context.close();
  },
);

test('on paper it has no links list and breaks between articles', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav').isVisible()).toBe(false);
  if (SHOTS) await page.pdf({ path: join(SHOTS, 'report.pdf'), format: 'A4' });
});
