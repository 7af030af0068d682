const LATIN_WORDS = /[A-Za-z][A-Za-z'’]+/g;
const HAN = /\p{Script=Han}/gu;
/** In fewer words nobody answers. */
const FEWEST = 3;

/** Are these words English, but for a name or two? */
export function isEnglish(text: string): boolean {
  const words = text.match(LATIN_WORDS)?.length ?? 0;
  return words >= FEWEST && (text.match(HAN)?.length ?? 0) * 2 < words;
}

/** A line of a letter that was broken because it was full has at least so many letters. */
const FULL_LINE = 45;
const ENDS = /(?<=[.!?;:])["')]?\s+(?=["'(]?[A-Z0-9])|\n+/;
/** Behind these a point ends no sentence. */
const SHORTENED =
  /\b(?:Mr|Mrs|Ms|Dr|No|Nr|Inc|Ltd|Co|vs|approx|e\.g|i\.e|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;

/** The sentences of an English text, lines that were broken for want of room joined. */
export function englishSentences(text: string): string[] {
  const lines = text.replace(/’/g, "'").split('\n');
  let whole = '';
  lines.forEach((line, i) => {
    const above = lines[i - 1]?.trim() ?? '';
    const goesOn = above.length >= FULL_LINE && !/[.!?:;]$/.test(above) && /^[a-z0-9("']/.test(line.trim());
    whole += i === 0 ? line.trim() : `${goesOn ? ' ' : '\n'}${line.trim()}`;
  });
  const sentences: string[] = [];
  for (const piece of whole.split(ENDS)) {
    const last = sentences.at(-1);
    if (last !== undefined && SHORTENED.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else sentences.push(piece);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}
