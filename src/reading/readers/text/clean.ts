// Control characters, marks that turn the direction of writing, and line separators: none
// belongs to what a file says, each can change what a terminal or a letter shows.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const CELL_ENDS = /\t|[ \u00a0]{3,}/;
const HALF_PAIR = /\p{Cs}/gu;
const TERMINAL_CODE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]{0,500}(?:\u0007|\u001b\\))/g;

/**
 * Text from a file without what cannot be seen. Keeps line feeds and tabs, and
 * the joiner that emoji are built with.
 */
export function cleanText(text: string): string {
  return text.replace(TERMINAL_CODE, '').replace(/\r\n?/g, '\n').replace(HIDDEN, '').replace(HALF_PAIR, '\ufffd');
}

/** The same on one line, without space around it; for names and single values. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** The same of a row of a table: a TAB stays where a cell ends, so that its words are not taken for one sentence. */
export function cleanRow(text: string): string {
  return cleanText(text)
    .split(CELL_ENDS)
    .map((cell) => cleanLine(cell))
    .filter(Boolean)
    .join('\t');
}

/** A name from inside a container for a message: one line, no folders to climb, not long. */
export function showName(name: string, limit = 80): string {
  const clean = cleanLine(name);
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
}
