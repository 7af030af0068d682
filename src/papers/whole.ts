import type { DocumentBlock, Inline } from '../model/document.ts';

/** What stays in one piece on a page; longer things may run over its end. In characters. */
export const LONGEST_WHOLE_PARAGRAPH = 120;
export const LONGEST_WHOLE_ITEM = 200;
const LONGEST_WHOLE_LIST = 300;

/** Of a form's line, the share of its label in a hundred: eleven characters stand on one line. */
export const LABEL_SHARE = 28;

export function plainLength(inline: Inline): number {
  return typeof inline === 'string' ? inline.length : inline.reduce((sum, run) => sum + run.text.length, 0);
}

/** A short numbered list is what is asked for: none of it is read without the rest. */
export function staysWhole({ ordered, items }: Extract<DocumentBlock, { kind: 'list' }>): boolean {
  return ordered && items.reduce((sum, item) => sum + plainLength(item), 0) <= LONGEST_WHOLE_LIST;
}
