/**
 * Values in a letter are data. A product called `**VIP** {{x}} | 1. 月卡` must
 * come out as exactly these characters in every format and must not become a
 * heading, a table cell or a command. So every character that could mean
 * something to the template's markup travels under a private code point and is
 * turned back when the format is known.
 */
const FIRST = 0xe100;
const MARKUP = /[!-/:-@[-`{-~]/g;
const HIDDEN = /[\ue100-\ue17f]/g;
// Control characters, bidirectional marks and our own code points have no place in a value.
const UNPRINTABLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue100-\ue17f]/gu;

/** A value for a template: one line, printable, no markup. */
export function hideMarkup(value: string): string {
  return value
    .replace(UNPRINTABLE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(MARKUP, (char) => String.fromCharCode(FIRST + char.charCodeAt(0)));
}

const shown = (char: string): string => String.fromCharCode(char.charCodeAt(0) - FIRST);

/** Hidden characters as themselves: plain text. */
export function showPlain(text: string): string {
  return text.replace(HIDDEN, shown);
}

/** Hidden characters as Markdown that prints them and nothing else. */
export function showMarkdown(text: string): string {
  const opening = /^[\d\ue100-\ue17f]*/.exec(text)![0].length;
  return text.replace(HIDDEN, (char, at: number) => {
    const plain = shown(char);
    return /[\\`*_{}[\]<>#|~&$^]/.test(plain) || at < opening ? `\\${plain}` : plain;
  });
}
