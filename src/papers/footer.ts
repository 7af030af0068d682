import { type PaperDocument } from '../model/document.ts';

/** In full-width characters; half a line of the foot's size. */
const LONGEST_FOOTER = 24;

/** What a page's foot says of the document, in one line. */
export function footerWords(document: PaperDocument): string {
  const words = Array.from((document.footer ?? document.title).replace(/[\r\n\t]+/g, ' ').trim());
  return words.length > LONGEST_FOOTER ? `${words.slice(0, LONGEST_FOOTER - 1).join('')}…` : words.join('');
}
