import { printable, printableLines } from '../../model/text.ts';

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark]!);

/** One line of somebody's text, as text of a page or the value of an attribute: nothing in it is markup. */
export function escapeHtml(text: string): string {
  return escape(printable(text));
}

/** The same for text of several lines. */
export function escapeLines(text: string): string {
  return escape(printableLines(text));
}
