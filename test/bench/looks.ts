/**
 * npm run bench:looks [-- --set train|more|wide|fold|fresh|sealed|unseen|veiled|real|apart|kept-out] [--disputes 200] [--seed 1] [--noise 0.01] [-v]
 *   [--as drawn|copied|saved] [--out FILE]
 *
 * Draws disputes of three to five screens by chance, with Chromium (CHROMIUM=path), reads their lines and
 * prints how much was right and which goals are met. `fold` draws labels by composition and layouts that the reader of parts did not learn with.
 * `--hide` takes a share of the known labels away, to see how a reading does with words that nobody wrote down.
 * `--as copied` reads all but talks as text that was copied off the page, `--as saved` as its HTML.
 * `--out` writes the lines and the truth as JSON. With `-v` everything that was not right is shown; never look so at
 * a set for measuring, or it measures no more.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hideLabels } from '../looks/hide.ts';
import { SETS } from '../looks/sets.ts';
import { foldWords } from '../parts/learn.ts';
import { drawingsOf, readDrawings, type Drawing } from './drawn.ts';
import { goalsOf } from './goals.ts';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'train' },
    disputes: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    noise: { type: 'string', default: '0.002' },
    hide: { type: 'string', default: '0' },
    as: { type: 'string', default: 'drawn' },
    out: { type: 'string' },
    verbose: { type: 'boolean', short: 'v' },
  },
});
const set = SETS[options.set];
const wordsOf = options.set === 'fold' ? foldWords : set && (() => set);
if (!wordsOf) throw new Error(`no set ${options.set}`);
const seed = Number(options.seed);
// The labels are looked up in tables that are made when the reading is loaded.
hideLabels(Number(options.hide), seed);
const drawings = drawingsOf(options.set, wordsOf, seed, Number(options.disputes));
const screens = drawings.flatMap(({ drawn }) => drawn).length;
const { score, spent } = await readDrawings(drawings, { seed, noise: Number(options.noise), as: options.as });
if (options.out) writeFileSync(options.out, `${JSON.stringify(drawings.map(kept))}\n`);
console.log(score.report(`${options.set}, ${drawings.length} disputes, ${screens} screens, seed ${seed}`));
console.log(goalsOf(score));
console.log(score.standings());
console.log(`${(spent / screens).toFixed(1)} ms a screen`);
const tops = (map: Map<string, number>): string =>
  [...map]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 40)
    .map(([key, n]) => `${key} ${n}`)
    .join(', ');
if (options.verbose) {
  console.log(`missed: ${tops(score.missed)}`);
  console.log(`kinds: ${tops(score.kindErrors)}`);
  for (const one of score.wrong)
    console.log(`   WRONG ${one.dispute} ${one.key}: ${one.read} (${one.truth}) from ${one.from}`);
  for (const line of score.problems) console.log(`   ${line}`);
}

/** The lines and the truth, for whoever wants to look at them otherwise. */
function kept({ dispute, drawn }: Drawing): unknown {
  return {
    name: dispute.name,
    facts: dispute.facts,
    looks: drawn.map(({ look: { name, kind, width, fields }, page }) => ({
      name,
      kind,
      width,
      fields,
      height: page.height,
      lines: page.lines.map(({ text, box }) => [text, box.x, box.y, box.width, box.height]),
    })),
  };
}
