import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, createServer as createTcp } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { devices } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startReceiving, type ReceivedFile, type Receiving } from '../../src/receive/server.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openBrowser } from './chromium.ts';
import { checkRules } from './page-checks.ts';

/** A way to the computer that breaks `breaks` times more, each in the middle of something long. */
interface Line {
  port: number;
  breaks: number;
}

async function openLine(): Promise<Line> {
  const server = createTcp((phone) => {
    const computer = connect(Number(new URL(running.url).port), '127.0.0.1');
    const end = (): void => void [phone, computer].map((socket) => socket.destroy());
    for (const socket of [phone, computer]) socket.on('error', end).on('close', end);
    computer.pipe(phone);
    let sent = 0;
    phone.on('data', (chunk) => {
      sent += chunk.length;
      computer.write(chunk);
      if (sent < 2_000_000 || line.breaks === 0) return;
      line.breaks -= 1;
      end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const line: Line = { port: (server.address() as { port: number }).port, breaks: 0 };
  return line;
}

let browser: Browser;
let running: Receiving;
let files: (ReceivedFile & { content: Buffer })[];
let refuse = 0;
beforeAll(async () => {
  // A name on the internet that its owner lets lead to this computer.
  browser = await openBrowser(['--host-resolver-rules=MAP rebound.example 127.0.0.1']);
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

async function phone(more: BrowserContextOptions = {}): Promise<{ page: Page; asked: string[] }> {
  const look = { ...devices['iPhone 13'], defaultBrowserType: undefined, ...more };
  const context = await browser.newContext(look as never);
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

test('a line that breaks in the middle of a file: the file is sent again, and is there once and whole', async () => {
  await open();
  const line = await openLine();
  const { page } = await phone({ proxy: { server: `http://127.0.0.1:${line.port}` } });
  page.removeAllListeners('console');
  await confirm(page);
  const content = randomBytes(6_000_000);
  // Where the connection served before, the browser tries once more by itself and tells the page nothing of it.
  line.breaks = 2;
  await page.setInputFiles('#files', [{ name: '录屏.mp4', mimeType: 'video/mp4', buffer: content }]);
  await page.locator('li .sum', { hasText: '断了，马上再传（第 2 次）' }).waitFor();
  expect(files).toEqual([]);
  expect(line.breaks).toBeLessThan(2);
  await page.locator('#count', { hasText: '已传好 1 个' }).waitFor();
  expect(line.breaks).toBe(0);
  expect(files.map((file) => file.content.equals(content))).toEqual([true]);
  expect(await page.textContent('li .sum')).toBe(`SHA-256 ${createHash('sha256').update(content).digest('hex')}`);
});

test('why the computer did not take a file is said on the phone, and the end only when the computer knows of it', async () => {
  await open();
  const { page } = await phone();
  page.removeAllListeners('console');
  await confirm(page);
  refuse = 1;
  await page.setInputFiles('#files', [{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('picture') }]);
  await page.locator('li .sum', { hasText: '电脑上没有收好，马上再传' }).waitFor();
  await page.locator('#count', { hasText: '已传好 1 个' }).waitFor();
  await page.context().setOffline(true);
  await page.click('#done');
  await page.locator('#word', { hasText: '连不上电脑' }).waitFor();
  expect(await page.locator('#over').isVisible()).toBe(false);
  await page.context().setOffline(false);
  await page.click('#done');
  await page.waitForSelector('#over:not([hidden])');
  expect(await running.ended).toBe('done');
});

test('a wrong token and a name that leads here from outside show nothing', async () => {
  await open();
  const page = await (await browser.newContext()).newPage();
  const { host, port } = new URL(running.url);
  const wrong = await page.goto(`http://${host}/${'0'.repeat(32)}/`);
  expect([wrong!.status(), await page.textContent('body')]).toEqual([404, 'not found']);
  const foreign = await page.goto(running.url.replace(host, `rebound.example:${port}`));
  expect([foreign!.status(), await page.textContent('body')]).toEqual([421, 'wrong host']);
});

test.each(['light', 'dark'] as const)('each part of the page can be read and used by everybody, %s', async (colors) => {
  await open();
  const { page } = await phone({ colorScheme: colors });
  await checkRules(page, `receive-ask-${colors}`);
  await confirm(page);
  await page.setInputFiles('#files', [{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('picture') }]);
  await page.locator('#count', { hasText: '已传好 1 个' }).waitFor();
  await checkRules(page, `receive-send-${colors}`);
  await page.click('#done');
  await page.waitForSelector('#over:not([hidden])');
  await checkRules(page, `receive-over-${colors}`);
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
