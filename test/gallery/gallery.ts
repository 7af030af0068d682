import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { openBrowser } from '../browser/chromium.ts';
import { DISTORTIONS } from '../bench/distort.ts';

const FORMS = Object.keys(DISTORTIONS) as [string, ...string[]];

/** How a page of HTML becomes the picture that a buyer has. Sizes in the page's pixels. */
const shotSchema = z.strictObject({
  width: z.number(),
  /** Of the screen; without it the whole page is taken, as a long screenshot is. */
  height: z.number().optional(),
  /** Pixels of the picture for one of the page's. */
  scale: z.number().default(2),
  /** How far the screen is scrolled. */
  top: z.number().default(0),
  type: z.enum(['png', 'jpg']).default('png'),
  /** What made the copy poor. */
  form: z.enum(FORMS).optional(),
});

const truthSchema = z.strictObject({
  /** What is true of the dispute, by fact key; several values where each of them is right. */
  facts: z.record(z.string(), z.array(z.string()).min(1)),
  /** What may be said as well, and is no fault when it isn't. */
  half: z.record(z.string(), z.array(z.string())).default({}),
  files: z.array(
    z.strictObject({
      file: z.string(),
      /** Empty where a person could not say. */
      kind: z.string(),
      /** What stands in this file, in the form that facts have. */
      fields: z.record(z.string(), z.string()).default({}),
      /** A field as it is written in the file, where that is another form. */
      written: z.record(z.string(), z.string()).optional(),
      /** A page that is photographed; other files come as they are. */
      shot: shotSchema.optional(),
    }),
  ),
});

export type GalleryTruth = z.infer<typeof truthSchema>;
type Shot = z.infer<typeof shotSchema>;

/** A dispute as a buyer hands it over. */
export interface GalleryDispute {
  name: string;
  truth: GalleryTruth;
  /** In the order of `truth.files`. */
  files: { name: string; bytes: Buffer }[];
}

/** Folders with a truth.json in one folder, by name. */
export const galleryIn = (folder: string): string[] =>
  readdirSync(folder)
    .toSorted()
    .map((name) => path.join(folder, name))
    .filter((one) => existsSync(path.join(one, TRUTH)));
const TRUTH = 'truth.json';

/** What is true of a folder's dispute. @throws ZodError for a truth of another shape */
export const truthOf = (folder: string): GalleryTruth =>
  truthSchema.parse(JSON.parse(readFileSync(path.join(folder, TRUTH), 'utf8')));

/** Photographs pages with a Chromium that is opened for the first of them. */
export class Photographer {
  #browser: Promise<Browser> | undefined;

  /**
   * The dispute of a folder; its pictures are kept in `kept` and taken from there the next time.
   * @throws ZodError for a truth of another shape
   */
  async dispute(folder: string, kept: string): Promise<GalleryDispute> {
    const truth = truthOf(folder);
    const name = path.basename(folder);
    mkdirSync(path.join(kept, name), { recursive: true });
    const files: GalleryDispute['files'] = [];
    for (const { file, shot } of truth.files) {
      const source = path.join(folder, file);
      if (!shot) {
        files.push({ name: file, bytes: readFileSync(source) });
        continue;
      }
      const picture = file.replace(/\.html$/, `.${shot.form ? 'jpg' : shot.type}`);
      const place = path.join(kept, name, picture);
      if (!existsSync(place)) writeFileSync(place, await this.#photograph(source, shot));
      files.push({ name: picture, bytes: readFileSync(place) });
    }
    return { name, truth, files };
  }

  async close(): Promise<void> {
    await (await this.#browser)?.close();
  }

  async #photograph(source: string, { width, height, scale, top, type, form }: Shot): Promise<Buffer> {
    this.#browser ??= openBrowser();
    const browser = await this.#browser;
    const page = await browser.newPage({ deviceScaleFactor: scale, viewport: { width, height: height ?? 800 } });
    await page.goto(pathToFileURL(source).href);
    if (top > 0) await page.evaluate(`window.scrollTo(0, ${top})`);
    const png = await page.screenshot({ animations: 'disabled', fullPage: height === undefined });
    await page.close();
    if (form) return DISTORTIONS[form]!(png);
    return type === 'jpg' ? sharp(png).jpeg({ quality: 82 }).toBuffer() : png;
  }
}
