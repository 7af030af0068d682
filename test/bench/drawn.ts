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

/** How well they are read, and how long that took in milliseconds; reading is loaded here and not before. */
export async function readDrawings(
  drawings: readonly Drawing[],
  seed: number,
  noise: number,
): Promise<{ score: Score; spent: number }> {
  const { noisy, readingOfPage, Score: Counting } = await import('../looks/measure.ts');
  const score = new Counting();
  let spent = 0;
  for (const [i, { dispute, drawn }] of drawings.entries()) {
    const draw = new Draw(seed * 7_919 + i);
    const before = performance.now();
    score.add(
      dispute,
      drawn.map(({ look, page }) => readingOfPage(noisy(draw, page, noise), look.width, page.height)),
    );
    spent += performance.now() - before;
  }
  return { score, spent };
}
