/**
 * Text from files and strangers on its way to a screen, a file name or JSON.
 */

// C0, C1, bidirectional marks, invisible joiners and separators; a line feed is one of them.
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function showHidden(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * Takes away characters that steer or that nobody sees: controls, formats and joiners, tags, selectors, fillers,
 * private and unassigned ones. Words for a reader that is a machine have none of them.
 */
const withoutUnseen = (text: string): string =>
  text.replaceAll(
    /(?!\n)(?:[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|[\u17b4-\u17b5]|\p{Variation_Selector})/gu,
    '',
  );

/** A text with nothing hidden in it, cut to so many characters. */
export function seenText(text: string, most: number): string {
  const seen = withoutUnseen(text.replaceAll('\r\n', '\n').replaceAll('\t', ' '));
  const chars = [...seen];
  return chars.length > most ? `${chars.slice(0, most).join('')}…` : seen;
}

/** One line that can be shown anywhere: whatever steers a terminal is made visible. */
export function printable(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replace(HIDDEN, showHidden);
}

/** The same for text of several lines: line feeds stay, tabs become spaces. */
export function printableLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\t', '  ').split('\n').map(printable).join('\n');
}

/** JSON in which no character can steer the terminal that shows it. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(HIDDEN, (char) =>
    char === '\n' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Sorts ids, days and the like by their characters. `localeCompare` would load the tables of all languages first. */
export const byCharacter = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Single changes between two short texts (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Leaves room for a suffix below the 255 bytes that common file systems take. */
const NAME_BYTES = 200;

/**
 * A name that every file system takes, Windows included: no reserved character
 * or device name, no dot or space at its ends, at most 200 bytes; the extension stays.
 */
export function safeFileName(name: string): string {
  let safe = printable(name)
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (RESERVED.test(safe)) safe = `_${safe}`;
  const dot = safe.lastIndexOf('.');
  const extension = dot > 0 && safe.length - dot <= 10 ? safe.slice(dot) : '';
  let stem = extension ? safe.slice(0, dot) : safe;
  while (Buffer.byteLength(stem + extension) > NAME_BYTES) stem = [...stem].slice(0, -1).join('');
  // A cut may end on a space, and what is left without it may be the name of a device.
  const named = (stem + extension).replace(/[. ]+$/, '') || 'file';
  return RESERVED.test(named) ? `_${named}` : named;
}

/** How wide a text is in full-width characters; letters and digits of the alphabet take a little over half of one. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u0020-\u00ff]/.test(sign) ? 0.58 : 1), 0);
}
