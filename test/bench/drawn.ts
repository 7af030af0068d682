import type { Reading } from '../../src/model/reading.ts';
import { Draw } from '../looks/draw.ts';
import { drawnPages, type DrawnPage } from '../looks/lines.ts';
import type { Score } from '../looks/measure.ts';
import type { Look } from '../looks/pieces.ts';
import { disputeOf, type LookDispute } from '../looks/screens.ts';
import type { Words } from '../looks/words.ts';

export interface Drawing {
  dispute: LookDispute;
  drawn: { look: Look; page: DrawnPage }[];
}

/** Disputes by chance with the lines of their screens, as Chromium lays them out; the same for the same seed. */
export function drawingsOf(name: string, wordsOf: (draw: Draw) => Words, seed: number, count: number): Drawing[] {
  const disputes = Array.from({ length: count }, (_, i) => {
    const draw = new Draw(seed * 100_003 + i);
    return disputeOf(draw, wordsOf(draw), `${name}-${i}`);
  });
  const pages = drawnPages(disputes.flatMap(({ looks }) => looks));
  let at = 0;
  return disputes.map((dispute) => ({
    dispute,
    drawn: dispute.looks.map((look) => ({ look, page: pages[at++]! })),
  }));
}

/** What a screen may come as beside its lines: the text that a browser copies off it, or its HTML. */
const FILES: Record<string, (look: Look, page: DrawnPage) => string> = {
  copied: (_, page) => page.copied,
  saved: ({ html }) => `<!doctype html><meta charset="utf-8"><body>${html}</body>`,
};

/**
 * How well they are read, and how long that took in milliseconds; reading is loaded here and not before.
 * @param as drawn, copied or saved; talks stay drawn
 */
export async function readDrawings(
  drawings: readonly Drawing[],
  { seed, noise, as = 'drawn' }: { seed: number; noise: number; as?: string },
): Promise<{ score: Score; spent: number }> {
  if (as !== 'drawn' && !FILES[as]) throw new Error(`screens do not come ${as}`);
  const { noisy, readingOfPage, Score: Counting } = await import('../looks/measure.ts');
  const { read } = await import('../reading/made/source.ts');
  const score = new Counting();
  let spent = 0;
  for (const [i, { dispute, drawn }] of drawings.entries()) {
    const draw = new Draw(seed * 7_919 + i);
    const before = performance.now();
    const readings: Reading[] = [];
    for (const { look, page } of drawn) {
      const lines = noisy(draw, page, noise);
      const file = look.kind === 'chat' ? undefined : FILES[as]?.(look, page);
      readings.push(file === undefined ? readingOfPage(lines, look.width, page.height) : await read(file));
    }
    score.add(dispute, readings);
    spent += performance.now() - before;
  }
  return { score, spent };
}
