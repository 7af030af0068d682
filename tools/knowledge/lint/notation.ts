/**
 * How patterns are written in `knowledge/words/lint`: regular expressions in which
 * blanks and line ends mean nothing, `(…)` does not capture, `{name}` is a class
 * or a pattern by its name, `…8` up to eight signs inside a clause, and `……8` up
 * to eight inside a sentence. A blank is written `\x20`.
 */

/** The source of a RegExp. @throws Error with what is wrong */
export function patternSource(written: string, named: (name: string) => string): string {
  const source = written
    .replace(/\s+/g, '')
    .replace(/\{([a-z][a-z0-9-]*)\}/g, (_whole, name: string) => named(name))
    .replace(/……(\d+)/g, '[^。!?;\\n]{0,$1}')
    .replace(/…(\d+)/g, '[^,。!?;\\n]{0,$1}');
  return RegExp(withoutCapture(source)).source;
}

/** Words parted by blanks as one of them. */
export function oneOf(words: string): string {
  return `(${words.trim().split(/\s+/).join('|')})`;
}

/** Every `(` that opens a plain group becomes `(?:`; not inside `[…]` and not after a backslash. */
function withoutCapture(source: string): string {
  let result = '';
  let inSet = false;
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    if (sign === '\\') result += sign + (source[++i] ?? '');
    else {
      if (sign === '[') inSet = true;
      else if (sign === ']') inSet = false;
      result += sign === '(' && !inSet && source[i + 1] !== '?' ? '(?:' : sign;
    }
  }
  return result;
}
