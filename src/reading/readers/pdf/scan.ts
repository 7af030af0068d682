import { openPdf, picturesOf, runsOf } from './document.ts';
import { encodePng, type Pixels } from './png.ts';

/** A page with fewer letters has no text worth the name: a stamp, a page number. */
export const FEW_LETTERS = 20;
/** Sides in pixels from which a picture on such a page is read. */
export const SMALLEST_SCAN = 200;

/** What a picture of a page is called among the parts of a reading. */
export const pictureName = (page: number, i: number, all: number): string =>
  `第 ${page} 页图片${all > 1 ? ` ${i + 1}` : ''}`;

export interface Scan {
  png: Uint8Array;
  /** The part of the reading that was read off it. */
  part: string;
}

/**
 * The picture that the first page of a scanned PDF is; of several the largest.
 * @returns undefined where the page is text, has no picture, or cannot be opened
 */
export async function scanOfFirstPage(bytes: Uint8Array): Promise<Scan | undefined> {
  const pdf = await openPdf(bytes, undefined).catch(() => undefined);
  if (!pdf) return undefined;
  try {
    const page = await pdf.getPage(1);
    const letters = (await runsOf(page)).reduce((sum, { text }) => sum + text.trim().length, 0);
    if (letters >= FEW_LETTERS) return undefined;
    const pictures = await picturesOf(page, SMALLEST_SCAN);
    const area = ({ width, height }: Pixels): number => width * height;
    const largest = pictures.toSorted((a, b) => area(b) - area(a))[0];
    return largest && { png: encodePng(largest), part: pictureName(1, pictures.indexOf(largest), pictures.length) };
  } catch {
    return undefined;
  } finally {
    await pdf.loadingTask.destroy();
  }
}
