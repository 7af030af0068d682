/** Printed in place of a character that the font cannot draw: the mark printers use for a missing type. */
export const MISSING_MARK = '〓';

/** A character the font cannot draw, and what stands on the page instead. */
export interface Substitution {
  original: string;
  printed: string;
}

export interface PrintableText {
  text: string;
  /** In order of appearance, each once. */
  substitutions: Substitution[];
}

// A sign with what modifies it: accents, variation selectors, skin tones, keycaps, signs joined to it.
const CLUSTER = /.(?:[\p{M}\p{EMod}]|\u200d.)*/gsu;
// Draws nothing, or turns the direction of what follows: never belongs on a page that must read as it was meant.
const INVISIBLE = /[\p{Cf}\p{Cc}\p{VS}]/gu;
const SPACE = /[\p{Zs}\t]/gu;

/**
 * Makes a text one that the font can draw in full. Line breaks stay; other
 * controls and invisible marks go; a character without a glyph becomes its
 * plain form where it has one (𝐕 → V), else 〓, and is reported. Nothing is
 * ever left to come out blank.
 * @param coverage code points the font has a glyph for
 */
export function printableText(text: string, coverage: ReadonlySet<number>): PrintableText {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').split('\n');
  const substitutions = new Map<string, string>();
  const printed = lines.map((line) =>
    line
      .replace(SPACE, (space) => (space === '\u3000' || space === '\u00a0' ? space : ' '))
      .replace(CLUSTER, (cluster) => {
        const visible = cluster.replace(INVISIBLE, '');
        if (covers(coverage, visible)) return visible;
        const plain = visible.normalize('NFKC');
        const instead = covers(coverage, plain) ? plain : MISSING_MARK;
        substitutions.set(cluster, instead);
        return instead;
      }),
  );
  return {
    text: printed.join('\n'),
    substitutions: [...substitutions].map(([original, shown]) => ({ original, printed: shown })),
  };
}

function covers(coverage: ReadonlySet<number>, text: string): boolean {
  for (const character of text) if (!coverage.has(character.codePointAt(0)!)) return false;
  return true;
}

/** Collects the substitutions of a whole document while its texts are made printable. */
export class PrintableWriter {
  readonly coverage: ReadonlySet<number>;
  readonly #seen = new Map<string, string>();

  constructor(coverage: ReadonlySet<number>) {
    this.coverage = coverage;
  }

  /** The text as the font can draw it. */
  print(text: string): string {
    const result = printableText(text, this.coverage);
    for (const { original, printed } of result.substitutions) this.#seen.set(original, printed);
    return result.text;
  }

  get substitutions(): Substitution[] {
    return [...this.#seen].map(([original, printed]) => ({ original, printed }));
  }
}

const MOST_NAMED = 12;

/** What the page says of its own substitutions; undefined when there are none. */
export function substitutionNote(substitutions: readonly Substitution[]): string | undefined {
  if (substitutions.length === 0) return undefined;
  const named = substitutions.slice(0, MOST_NAMED).map(({ original, printed }) => {
    const codes = Array.from(
      original,
      (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
    );
    return `${codes.join(' ')} 印作“${printed}”`;
  });
  const more = substitutions.length > MOST_NAMED ? `等 ${substitutions.length} 个` : '';
  return `说明：PDF 的字库没有下列字符，已用别的字符代替：${named.join('；')}${more}。文字版和 Word 版保留原字符。`;
}
