import type { PaperDocument } from '../model/document.ts';

/** In characters; full-width ones leave room for the page number beside them. */
const LONGEST_FOOTER = 36;

/** How the head of the case stands on a paper. */
export const headWords = (head: string): string => `案卷指纹 ${head}`;

/** What a page's foot says of the document, in one line; with the head of the case that it was made from. */
export function footerWords(document: PaperDocument): string {
  const words = Array.from((document.footer ?? document.title).replace(/[\r\n\t]+/g, ' ').trim());
  const mark = document.head === undefined ? '' : `　${headWords(document.head)}`;
  // Digits are half as wide.
  const room = LONGEST_FOOTER - Math.ceil(mark.length / 2) - (mark === '' ? 0 : 3);
  return (words.length > room ? `${words.slice(0, room - 1).join('')}…` : words.join('')) + mark;
}
