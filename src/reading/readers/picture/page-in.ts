import type { ScoredLine } from '../../reader.ts';

/** Pages leave about this much of their words' breadth free on either side. */
const MARGIN = 0.035;
/** On a page whose words take less of the picture nobody knows where it begins. */
const BROAD = 0.6;
/** Where they take less than this, the edge of one long line is that of the page only where another ends there too. */
const SURELY_BROAD = 0.72;
/** In heights of a line. */
const SAME_EDGE = 0.8;

/**
 * The lines of a photograph as on the page that it shows: the screen's edges stand nowhere near its own, but as far
 * from the words as pages leave free.
 */
export function pageIn(
  lines: readonly ScoredLine[],
  size: { width: number; height: number },
): [ScoredLine[], { width: number; height: number }] {
  const flats = lines.flatMap(({ flat }) => flat ?? []);
  const from = Math.min(...flats.map(({ x }) => x));
  const to = Math.max(...flats.map(({ x, width }) => x + width));
  const atEdge = flats.filter(({ x, width, height }) => x + width > to - SAME_EDGE * height).length;
  const shown = to - from >= size.width * (atEdge > 1 ? BROAD : SURELY_BROAD);
  if (flats.length === 0 || !shown) return [[...lines], size];
  const left = from - (to - from) * MARGIN;
  const width = Math.round((to - from) * (1 + 2 * MARGIN));
  const moved = lines.map((line) => (line.flat ? { ...line, flat: { ...line.flat, x: line.flat.x - left } } : line));
  return [moved, { ...size, width }];
}
