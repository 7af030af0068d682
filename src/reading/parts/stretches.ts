import type { Box } from '../../model/evidence.ts';
import type { PartRun } from './model.ts';
import type { Part } from './parts.ts';

/** What the second reader takes for one value: a stretch of a line, and the lines that it goes on in. */
export interface Stretch {
  part: Part;
  runs: PartRun[];
  /** Of its least sure stretch. */
  sure: number;
}

/** A line as stretches need it. */
interface Line {
  text: string;
  box: Box;
}

/** In heights of a line: how far below another its continuation may stand. */
const NEXT_LINE = 0.9;
/** A sign or a space at an end of a line is no letter that was left out. */
const SLACK = 1;

/** Puts together what runs on from the end of a line to the beginning of the next. */
export function stretchesIn(runs: readonly PartRun[], lines: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = [];
  const inOrder = runs
    .filter(({ part }) => part !== 'label')
    .toSorted((a, b) => lines[a.line]!.box.y - lines[b.line]!.box.y || a.line - b.line || a.from - b.from);
  for (const run of inOrder) {
    const before = stretches.findLast((one) => one.part === run.part && goesOn(one.runs.at(-1)!, run, lines));
    if (before) {
      before.runs.push(run);
      before.sure = Math.min(before.sure, run.sure);
    } else stretches.push({ part: run.part, runs: [run], sure: run.sure });
  }
  return stretches;
}

function goesOn(above: PartRun, below: PartRun, lines: readonly Line[]): boolean {
  const [upper, lower] = [lines[above.line]!, lines[below.line]!];
  if (above.line === below.line || above.to < upper.text.length - SLACK || below.from > SLACK) return false;
  const gap = lower.box.y - (upper.box.y + upper.box.height);
  const [right, other] = [upper.box.x + upper.box.width, lower.box.x + lower.box.width];
  return (
    gap > -0.4 * upper.box.height &&
    gap < NEXT_LINE * upper.box.height &&
    lower.box.x < right &&
    other > upper.box.x - upper.box.height
  );
}
