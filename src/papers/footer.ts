import type { PaperDocument } from '../model/document.ts';

/** In characters; full-width ones leave room for the page number beside them. */
const LONGEST_FOOTER = 36;

/** What a page's foot says of the document, in one line. */
export function footerWords(document: PaperDocument): string {
  const words = Array.from((document.footer ?? document.title).replace(/[\r\n\t]+/g, ' ').trim());
  return words.length > LONGEST_FOOTER ? `${words.slice(0, LONGEST_FOOTER - 1).join('')}…` : words.join('');
}
