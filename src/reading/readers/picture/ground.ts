import type { Colour } from '../../reader.ts';
import type { Pixels, Quad } from './recogniser.ts';

/** Points along each long edge of a line, where there are hardly any strokes. */
const POINTS = 16;
/** How far inside the line's edges, as a share of its height. */
const INSET = 0.06;

/** The colour behind a line of words: of the points along its upper and lower edge, the middle one of each channel. */
export function groundOf({ width, height, data }: Pixels, [a, b, c, d]: Quad): Colour | undefined {
  const channels: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < POINTS; i++) {
    const along = (i + 0.5) / POINTS;
    for (const down of [INSET, 1 - INSET]) {
      const x = Math.round((a.x + (b.x - a.x) * along) * (1 - down) + (d.x + (c.x - d.x) * along) * down);
      const y = Math.round((a.y + (b.y - a.y) * along) * (1 - down) + (d.y + (c.y - d.y) * along) * down);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      channels.forEach((channel, k) => channel.push(data[(y * width + x) * 3 + k]!));
    }
  }
  if (channels[0].length < POINTS / 2) return undefined;
  return channels.map((channel) => channel.toSorted((p, q) => p - q)[channel.length >> 1]!) as unknown as Colour;
}
