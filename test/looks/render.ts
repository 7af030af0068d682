import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser/chromium.ts';
import type { Draw } from './draw.ts';
import { LINES_OF, type DrawnPage } from './lines.ts';
import type { Look } from './pieces.ts';

/** A screen as a phone's picture file, and where its lines stand in it. */
export interface Shot {
  png: Buffer;
  page: DrawnPage;
  /** Pixels for one of the page's. */
  scale: number;
}

/** Letters as phones and browsers in China have them; what is not installed falls back to the next. */
const FONTS = ['Noto Sans CJK SC', 'WenQuanYi Micro Hei', 'WenQuanYi Zen Hei', 'Noto Serif CJK SC', 'AR PL UMing CN'];
const OFTEN = 'Noto Sans CJK SC';
/** Turned over as a phone does it at night: light letters on a dark ground, colours kept. */
const DARK = 'filter:invert(0.92) hue-rotate(180deg);';
/** Screens are drawn 720 wide and photographed as by a phone of 1080; web pages keep their size. */
const PHONE = { width: 720, height: 1560, scale: 1.5 };

export class Camera {
  readonly #browser: Browser;
  readonly #pages = new Map<number, Page>();
  readonly #leastHeight: number;

  private constructor(browser: Browser, leastHeight: number) {
    this.#browser = browser;
    this.#leastHeight = leastHeight;
  }

  /** @param leastHeight of a phone's screen, in the page's pixels; below it the ground is empty */
  static async open(leastHeight = PHONE.height): Promise<Camera> {
    return new Camera(await openBrowser(), leastHeight);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** A picture of a screen, in a theme and letters by chance. */
  async shoot(look: Look, draw: Draw): Promise<Shot> {
    const phone = look.width <= PHONE.width;
    const scale = phone ? PHONE.scale : 1;
    const font = draw.chance(0.5) ? OFTEN : draw.pick(FONTS);
    const ground = draw.pick(['#fff', '#f4f4f4', '#fafafa']);
    const dark = draw.chance(0.25) ? DARK : '';
    const page = await this.#page(scale);
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><body style="margin:0;font-family:'${font}','${OFTEN}',sans-serif;line-height:1.4">` +
        `<section style="position:relative;width:${look.width}px;overflow:hidden;padding-bottom:40px;min-height:${phone ? this.#leastHeight : 0}px;background:${ground};${dark}">${look.html}</section></body>`,
    );
    const drawn = await page.evaluate<DrawnPage>(
      `(() => {${LINES_OF}; return linesOf(document.querySelector('section'));})()`,
    );
    const png = await page.locator('section').screenshot({ animations: 'disabled' });
    return { png, page: drawn, scale };
  }

  async #page(scale: number): Promise<Page> {
    const known = this.#pages.get(scale);
    if (known) return known;
    const page = await this.#browser.newPage({ deviceScaleFactor: scale, viewport: { width: 1300, height: 1600 } });
    this.#pages.set(scale, page);
    return page;
  }
}

/** A part of a screen as people cut it out: some way from above and below, at times through a line. */
export async function cutOut(shot: Shot, draw: Draw): Promise<Shot> {
  const { width = 0, height = 0 } = await sharp(shot.png).metadata();
  const kept = Math.round(height * (0.45 + 0.4 * draw.next()));
  const top = Math.round((height - kept) * draw.next());
  const side = draw.int(0, 12);
  const png = await sharp(shot.png)
    .extract({ left: side, top, width: width - 2 * side, height: kept })
    .png()
    .toBuffer();
  const [from, to] = [top / shot.scale, (top + kept) / shot.scale];
  const lines = shot.page.lines.filter(({ box }) => box.y >= from && box.y + box.height <= to);
  return { png, page: { ...shot.page, height: Math.round(kept / shot.scale), lines }, scale: shot.scale };
}
