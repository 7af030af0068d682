import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A headless Chromium of this machine. @param more words of its command line @throws Error that names where it was looked for */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const path = PLACES.find((one) => one !== undefined && existsSync(one));
  if (path === undefined) throw new Error(`no Chromium in ${PLACES.filter(Boolean).join(', ')}; set CHROMIUM`);
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', ...more],
  });
}
