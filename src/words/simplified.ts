import { SIMPLIFIED_CHARACTERS as SIMPLIFIED } from '../knowledge/built/characters.ts';

const TRADITIONAL = new RegExp(`[${Object.keys(SIMPLIFIED).join('')}]`, 'gu');

/** A text with the traditional characters of the table as simplified ones, at the same offsets: for comparing only. */
export function simplified(text: string): string {
  return text.replace(TRADITIONAL, (character) => SIMPLIFIED[character]!);
}
