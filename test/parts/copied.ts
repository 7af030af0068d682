import { laidOut } from '../../src/reading/page/laid-out.ts';
import type { DrawnPage } from '../looks/lines.ts';
import { inStretches, partsOf, type TaggedLine, type TaggedPage } from './tagged.ts';

/**
 * A page as the program lays out text that a browser copied off it, with the part of each letter; undefined where the
 * text has other letters than the page, as when a style writes them otherwise.
 */
export function copiedPage({ copied, copiedParts }: DrawnPage): TaggedPage | undefined {
  if (copiedParts.length === 0) return undefined;
  const texts = copied
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const page = laidOut(texts.map((text) => ({ text })));
  const tags = partsOf(copiedParts);
  let at = 0;
  const lines = page.lines.map(({ text, box }): TaggedLine => {
    const parts = Array.from(text.split(''), (letter) => (/\s/.test(letter) ? undefined : (tags[at++] ?? 'none')));
    return { text, box: box!, parts: inStretches(withSpaces(parts)) };
  });
  return { width: page.size.width, lines };
}

/** A space between two letters of one part is of it. */
function withSpaces(parts: readonly (string | undefined)[]): string[] {
  return parts.map((part, i) => {
    if (part !== undefined) return part;
    const before = parts.slice(0, i).findLast((one) => one !== undefined);
    const behind = parts.slice(i).find((one) => one !== undefined);
    return before !== undefined && before === behind ? before : 'none';
  });
}
