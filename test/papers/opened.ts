import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { fromBuffer } from 'yauzl';
import { fontFiles } from '../../src/papers/pdf/fonts.ts';

/** What a reader's program finds in a file that was written. */

/** Entries of a ZIP file, by name. */
export async function openArchive(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () => {
              entries.set(entry.fileName, Buffer.concat(chunks));
              zip.readEntry();
            });
        }),
      );
      zip.on('end', resolve).on('error', reject);
      zip.readEntry();
    });
  });
  return entries;
}

/** Text of each page, without any space, so that line breaks do not matter. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replace(/\s/g, ''));
}

export interface PlacedText {
  page: number;
  text: string;
  left: number;
  right: number;
  /** From the page's foot, in points. */
  base: number;
}

/** Every piece of text with its place, in points. */
export async function placedTexts(pdf: Uint8Array): Promise<PlacedText[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const placed: PlacedText[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const left = item.transform[4] as number;
      placed.push({ page, text: item.str, left, right: left + item.width, base: item.transform[5] as number });
    }
  }
  return placed;
}

export function hasProgram(name: string, versionFlag: string): boolean {
  return spawnSync(name, [versionFlag], { stdio: 'ignore' }).error === undefined;
}

export const hasPoppler = hasProgram('pdftoppm', '-v') && hasProgram('pdftotext', '-v');
export const hasOffice = hasProgram('soffice', '--version');

export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  const leave = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const result = work(folder);
    if (result instanceof Promise) return result.finally(leave) as T;
    leave();
    return result;
  } catch (error) {
    leave();
    throw error;
  }
}

/** Settings of fontconfig under which a program sees the project's own fonts besides those of the machine. */
function ownFonts(folder: string): string {
  const path = join(folder, 'fonts.conf');
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
       <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
       <dir>${dirname(fontFiles().regular)}</dir><cachedir>${join(folder, 'fonts')}</cachedir>
     </fontconfig>`,
  );
  return path;
}

/** What LibreOffice makes of Word files, also where the machine has no Chinese font. */
export function officePdfs(files: readonly Uint8Array[]): Uint8Array[] {
  return inFolder((folder) => {
    const paths = files.map((bytes, i) => {
      const path = join(folder, `paper${i}.docx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      stdio: 'ignore',
      timeout: 55_000,
      env: { ...process.env, FONTCONFIG_FILE: ownFonts(folder) },
    });
    return paths.map((path) => new Uint8Array(readFileSync(path.replace(/docx$/, 'pdf'))));
  });
}

export interface WordPlace {
  page: number;
  text: string;
  box: { left: number; top: number; right: number; bottom: number };
}

/** Words with their places in points from the top left, as poppler sees them. */
export function popplerWords(pdf: Uint8Array): WordPlace[] {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    const html = execFileSync('pdftotext', ['-bbox', join(folder, 'paper.pdf'), '-'], { encoding: 'utf8' });
    return html
      .split('<page ')
      .slice(1)
      .flatMap((page, i) =>
        [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)].map(
          (m) => ({
            page: i + 1,
            text: m[5]!,
            box: { left: Number(m[1]), top: Number(m[2]), right: Number(m[3]), bottom: Number(m[4]) },
          }),
        ),
      );
  });
}

export interface RasterPage {
  width: number;
  height: number;
  /** One grey value a pixel. */
  grey: Buffer;
}

/** The pages as pixels. */
export async function rasterPages(pdf: Uint8Array, dpi: number): Promise<RasterPage[]> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    execFileSync('pdftoppm', ['-gray', '-png', '-r', String(dpi), join(folder, 'paper.pdf'), join(folder, 'page')]);
    const pages: RasterPage[] = [];
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.png'))
      .sort()) {
      const { data, info } = await sharp(join(folder, name)).greyscale().raw().toBuffer({ resolveWithObject: true });
      pages.push({ width: info.width, height: info.height, grey: data });
    }
    return pages;
  });
}

/** Share of dark pixels in a part of a page; `scale`: pixels a point. */
export function inkShare(page: RasterPage, box: WordPlace['box'], scale: number): number {
  let [dark, all] = [0, 0];
  for (let y = Math.floor(box.top * scale); y < Math.ceil(box.bottom * scale); y++) {
    for (let x = Math.floor(box.left * scale); x < Math.ceil(box.right * scale); x++) {
      all += 1;
      if (page.grey[y * page.width + x]! < 128) dark += 1;
    }
  }
  return all === 0 ? 0 : dark / all;
}
