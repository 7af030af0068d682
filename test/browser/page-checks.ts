import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env['SHOTS'];

export interface Look {
  name: string;
  width: number;
  colorScheme: 'light' | 'dark';
}

/** The screens on which a page is looked at. */
export const LOOKS: Look[] = [
  { name: 'phone', width: 375, colorScheme: 'light' },
  { name: 'phone', width: 375, colorScheme: 'dark' },
  { name: 'desk', width: 1280, colorScheme: 'light' },
  { name: 'desk', width: 1280, colorScheme: 'dark' },
];

/**
 * Opens a page of the disk: it asks nobody for anything, says no error, needs no scrolling sideways and breaks no rule
 * of accessibility.
 */
export async function checkPage(browser: Browser, path: string, name: string, look: Look): Promise<void> {
  const { width, colorScheme } = look;
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
  await checkRules(page, `${name}-${look.name}-${colorScheme}`);
  await context.close();
}

/** The page as it stands breaks no rule of accessibility. With SHOTS set to a folder, it is kept there as a picture. */
export async function checkRules(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
}
