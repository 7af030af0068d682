import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { devices } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startReceiving, type ReceivedFile, type Receiving } from '../../src/receive/server.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openBrowser } from './chromium.ts';

let browser: Browser;
let running: Receiving;
let files: (ReceivedFile & { content: Buffer })[];
let refuse = 0;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => running.close());

async function open(): Promise<void> {
  files = [];
  running = await startReceiving({
    address: '127.0.0.1',
    folder: temporaryFolder(),
    receive: async (file) => {
      if (refuse > 0) {
        refuse -= 1;
        throw new Error('not now');
      }
      files.push({ ...file, content: readFileSync(file.path) });
    },
  });
}

async function phone(): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({ ...devices['iPhone 13'], defaultBrowserType: undefined } as never);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => expect(message.type(), message.text()).not.toBe('error'));
  await page.goto(running.url);
  return { page, asked };
}

async function confirm(page: Page): Promise<void> {
  await page.fill('#code', running.code);
  await page.click('text=开始');
  await page.waitForSelector('#send:not([hidden])');
}

test('a phone types the code, sends sixty pictures and ends it; nothing is asked of anybody else', async () => {
  await open();
  const { page, asked } = await phone();
  await confirm(page);
  const sent = Array.from({ length: 60 }, (_, i) => ({
    name: `截图_${i}.png`,
    mimeType: 'image/png',
    buffer: randomBytes(20_000 + i),
  }));
  await page.setInputFiles('#files', sent);
  await page.locator('#count', { hasText: '已传好 60 个' }).waitFor();
  expect(files.map(({ name }) => name)).toEqual(sent.map(({ name }) => name));
  expect(files.every((file, i) => file.content.equals(sent[i]!.buffer))).toBe(true);
  const shown = await page.$$eval('li .sum', (all) => all.map((one) => one.textContent));
  expect(shown[0]).toBe(`SHA-256 ${createHash('sha256').update(sent[0]!.buffer).digest('hex')}`);
  await page.click('#done');
  await page.waitForSelector('#over:not([hidden])');
  expect(await running.ended).toBe('done');
  expect(asked.every((url) => url.startsWith(running.url))).toBe(true);
});

test('a wrong code is said, a reload keeps the phone, a second phone is told no', async () => {
  await open();
  const { page } = await phone();
  page.removeAllListeners('console');
  await page.fill('#code', running.code === '000000' ? '111111' : '000000');
  await page.click('text=开始');
  await page.locator('#word', { hasText: '数字不对' }).waitFor();
  await confirm(page);
  await page.reload();
  await page.waitForSelector('#send:not([hidden])');
  const other = await phone();
  other.page.removeAllListeners('console');
  await other.page.fill('#code', running.code);
  await other.page.click('text=开始');
  await other.page.locator('#word', { hasText: '另一部手机' }).waitFor();
});

test('a file that did not get through is sent again by itself', async () => {
  await open();
  const { page } = await phone();
  page.removeAllListeners('console');
  await confirm(page);
  refuse = 2;
  await page.setInputFiles('#files', [{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('picture') }]);
  await page.locator('#count', { hasText: '已传好 1 个' }).waitFor();
  expect(files.map(({ content }) => content.toString())).toEqual(['picture']);
});

test('a page of another site cannot use the phone to send', async () => {
  await open();
  const other = createServer((_request, response) => response.end('<!doctype html><title>x</title>'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as { port: number }).port}/`);
    const status = await page.evaluate(
      async ([url, code]) =>
        fetch(`${url}confirm`, { method: 'POST', body: code!, mode: 'no-cors' }).then(
          (response) => response.type,
          () => 'failed',
        ),
      [running.url, running.code],
    );
    expect(['opaque', 'failed']).toContain(status);
    // It could knock, but was not let in: the true phone still is the first.
    const { page: own } = await phone();
    await confirm(own);
  } finally {
    other.close();
  }
});
