import { once } from '../../model/once.ts';

const COLOUR = /\u001b\[[0-9;]*m/g;

/** A table asks for the same cells several times, a cut for every character, and to measure takes its time. */
const measured = new Map<string, number>();
const MOST_MEASURED = 20_000;

/** How wide a text is on the screen, without its colours: letters take one cell, Chinese characters two. */
export function cellsOf(text: string): number {
  let cells = measured.get(text);
  if (cells === undefined) {
    if (measured.size >= MOST_MEASURED) measured.clear();
    const bare = text.replace(COLOUR, '');
    measured.set(text, (cells = plainCellsOf(bare) ?? anyCellsOf(bare)));
  }
  return cells;
}

/** Chinese characters and the signs that are as wide as they. */
const WIDE_ONES = String.raw`\u3000-\u3029\u4e00-\u9fff\uff01-\uff60\uffe5`;
/** ASCII, and the signs that screens draw with. */
const NARROW_ONES = String.raw` -~\u00a5\u00b7\u00d7\u2010-\u2027\u2192\u2500-\u25d0\u270e\u2713\u2717`;
const WIDE = new RegExp(`[${WIDE_ONES}]`, 'g');
const NARROW_OR_WIDE = new RegExp(`^[${NARROW_ONES}${WIDE_ONES}]*$`);

/** What nearly all texts are made of; undefined where there is more in one. */
function plainCellsOf(text: string): number | undefined {
  return NARROW_OR_WIDE.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : undefined;
}

/** What it takes to measure any text is milliseconds in the making: it is made when one is met. */
const rare = once(() => ({
  segments: new Intl.Segmenter(),
  unseen: /^[\p{Cc}\p{Cf}\p{M}]/u,
  wide: new RegExp(`^(?:[${WIDE_RANGES.join('')}]|\\p{Emoji_Presentation})|\\ufe0f`, 'u'),
}));

/** Any text, by what one sees as a character, as Unicode has it (East Asian Width, emoji, marks). */
function anyCellsOf(text: string): number {
  const { segments, unseen, wide } = rare();
  let cells = 0;
  for (const { segment } of segments.segment(text)) {
    if (!unseen.test(segment)) cells += wide.test(segment) ? 2 : 1;
  }
  return cells;
}

/** Where Unicode has characters of two cells: scripts of East Asia, their signs and their full-width letters. */
const WIDE_RANGES = [
  String.raw`\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff`,
  String.raw`\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6`,
  String.raw`\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}`,
];
