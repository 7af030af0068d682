import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk } from '../support/kameng.ts';
import { openBrowser } from './chromium.ts';
import { checkPage, LOOKS } from './page-checks.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../docs/example');

/** The case of the README's example with talks, a filing and a letter, written as a page, whole and covered. */
function writeReports(): { whole: string; covered: string } {
  const desk = openDesk();
  const run = (...args: string[]) => {
    const ran = desk.run([...args, '-c', './例.kameng']);
    expect(ran.status, ran.stderr).toBe(0);
  };
  run('new', '-y', '--dispute', 'card_invalid', '--demand', 'refund', EXAMPLE);
  run('facts', 'buyerName=林晓', 'buyerPhone=13512348162', 'buyerAddress=杭州市西湖区文三路 1 号');
  run('followup', '-y', '--channel', 'merchant', '--at', '2026-11-21', '--said', '三天内给您答复');
  run('letter', '-y', '--to', 'platform');
  run('followup', '-y', '--channel', 'platform', '--filed', '2026-11-23', '--reference', 'TS20261123001');
  run('export', '--report');
  run('export', '--report', '--redacted', '--out', '给别人看.html');
  return { whole: join(desk.cwd, '案卷报告.html'), covered: join(desk.cwd, '给别人看.html') };
}

describe('the page that the program writes of a case', () => {
  let browser: Browser;
  beforeAll(async () => (browser = await openBrowser()));
  afterAll(() => browser.close());

  test('shows the case on every screen, asks nobody for anything, and hides in the covered copy what is private', async () => {
    const { whole, covered } = writeReports();
    for (const look of LOOKS) {
      await checkPage(browser, whole, 'case', look);
      await checkPage(browser, covered, 'case-covered', look);
    }
    const [open, hidden] = [whole, covered].map((path) => readFileSync(path, 'utf8').replace(/base64,[^"]+/g, ''));
    for (const words of ['QK2026110919581177', 'TS20261123001', '三天内给您答复', '林晓'])
      expect(open).toContain(words);
    for (const words of ['QK2026110919581177', '林晓', '13512348162', '文三路', 'RAMXZ'])
      expect(hidden).not.toContain(words);
    const page = await browser.newPage();
    await page.goto(`file://${whole}`);
    // Each picture of the example is drawn, with what was read framed on it.
    expect(await page.locator('figure image').count()).toBe(4);
    expect(await page.locator('figure rect').count()).toBeGreaterThan(8);
    for (const lane of ['purchase', 'contact', 'filing', 'ahead'])
      expect(await page.locator(`svg.timeline g.${lane}`).count(), lane).toBeGreaterThan(0);
    await page.goto(`file://${covered}`);
    expect(await page.locator('.next').count()).toBe(0);
    await page.close();
  });
});
