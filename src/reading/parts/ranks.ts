/** What kinds of value are compared with the others of their page. */
const KINDS = {
  sum: /[¥￥]\s*(\d[\d,]*(?:\.\d{1,2})?)|(?<![\d.])(\d[\d,]*\.\d{2})(?![\d.])|(?<![\d.])(\d[\d,]*)\s*元/g,
  moment: /(20\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:\s*(\d{1,2}):(\d\d)(?::(\d\d))?)?/g,
  code: /(?<![A-Za-z\d-])(?!20\d\d-\d{1,2}-\d{1,2}(?!\d))(?=(?:[A-Za-z-]*\d){6})([A-Za-z\d-]{10,})/g,
} as const;
type Kind = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** Where a value stands among those of its kind. */
export interface Rank {
  /** 0 of no kind; else 1 sum, 2 moment, 3 code. */
  kind: number;
  /** Of several: 1 alone, 2 and 3 first and second of two, 4 first, 5 last and 6 between of more. */
  at: number;
  /** Does the page have it more than once? */
  again: boolean;
}

const NONE: Rank = { kind: 0, at: 0, again: false };

/**
 * Tells of a stretch of words which of the page's sums, moments or long numbers it has: the smaller of two sums is what
 * was paid, the first of two moments is when it was ordered, whatever their labels are called. Pure.
 */
export function ranksOn(texts: readonly string[]): (words: string) => Rank {
  const all = KIND_NAMES.map((kind) => {
    const found = texts.flatMap((text) => valuesOf(kind, text));
    const once = [...new Set(found)];
    return { found, order: kind === 'code' ? once : once.toSorted((a, b) => (a < b ? -1 : 1)) };
  });
  return (words) => {
    for (const [i, kind] of KIND_NAMES.entries()) {
      const [value] = valuesOf(kind, words);
      if (value === undefined) continue;
      const { found, order } = all[i]!;
      const again = found.filter((one) => one === value).length > 1;
      return { kind: i + 1, at: placeIn(order.length, order.indexOf(value)), again };
    }
    return NONE;
  };
}

function placeIn(count: number, at: number): number {
  if (count < 2) return 1;
  if (count === 2) return at === 0 ? 2 : 3;
  return at === 0 ? 4 : at === count - 1 ? 5 : 6;
}

/** Values of a kind in words, so written that they sort as they are; sums by their 分, nothing paid left out. */
function valuesOf(kind: Kind, text: string): string[] {
  return [...text.matchAll(KINDS[kind])].flatMap((match) => {
    const parts = match.slice(1).filter((part) => part !== undefined);
    if (kind === 'code') return parts;
    if (kind === 'moment') return [parts.map((part) => part.padStart(2, '0')).join('')];
    const fen = Math.round(Number(parts[0]!.replaceAll(',', '')) * 100);
    return fen > 0 ? [String(fen).padStart(12, '0')] : [];
  });
}
