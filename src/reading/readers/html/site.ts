import type { FieldReading } from '../../../model/reading.ts';
import { lettersOnly, nameIn, namesInHost } from '../../page/site-names.ts';

/** What stands between the pieces of a page's title. */
const BETWEEN = /\s*[·•|｜–—:]\s*|\s+-\s+|\s{2,}|\t/;
const LONGEST = 200;

/** Whose page it is: a name on it that is that of the address which it was saved from. */
export function siteOf(url: string | undefined, lines: readonly string[]): FieldReading[] {
  if (url === undefined) return [];
  const names = new Set(namesInHost(new URL(url).hostname));
  for (const text of lines) {
    if (text.length > LONGEST) continue;
    const found = text
      .split(BETWEEN)
      .map((piece) => nameIn(piece))
      .find((name) => name !== undefined && names.has(lettersOnly(name)));
    if (found !== undefined)
      return [{ key: 'platform', value: found, text, confidence: 0.95, certain: true, by: 'label' }];
  }
  return [];
}
