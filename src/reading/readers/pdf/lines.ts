import type { TextLine } from '../../../model/reading.ts';
import { cleanLine } from '../text/clean.ts';
import { plainLetters } from './letters.ts';

/** A run of letters as the PDF draws it, from the top left of the page in points. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Runs this much of a letter's height apart are one word; further, with a space; beyond, another line. */
const WORD_GAP = 0.25;
const COLUMN_GAP = 1.5;
/** Columns of a statement stand this near; what belongs together is found by the columns. */
export const TABLE_GAP = 0.2;

/**
 * The runs of a page as lines in reading order. A wide gap parts a row into
 * several lines, as label and value stand on receipts.
 * @param gap in heights of a letter; columns of a statement stand closer than those of a receipt
 */
export function linesOfRuns(runs: readonly Run[], page: number, gap = COLUMN_GAP): TextLine[] {
  const rows: Run[][] = [];
  for (const run of [...runs].filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x)) {
    const middle = run.y + run.height / 2;
    const row = rows.findLast((one, i) => i >= rows.length - 4 && sameRow(one[0]!, middle, run.height));
    if (row) row.push(run);
    else rows.push([run]);
  }
  return rows
    .flatMap((row) =>
      splitRow(
        row.sort((a, b) => a.x - b.x),
        gap,
      ).map((part) => lineOf(part, page)),
    )
    .filter((line) => line.text !== '');
}

function sameRow(first: Run, middle: number, height: number): boolean {
  return Math.abs(first.y + first.height / 2 - middle) < Math.min(first.height, height) * 0.5;
}

function splitRow(row: readonly Run[], gap: number): Run[][] {
  const parts: Run[][] = [];
  for (const run of row) {
    const last = parts.at(-1)?.at(-1);
    if (last && run.x - (last.x + last.width) < Math.max(last.height, run.height) * gap) parts.at(-1)!.push(run);
    else parts.push([run]);
  }
  return parts;
}

function lineOf(part: readonly Run[], page: number): TextLine {
  let text = '';
  let end: number | undefined;
  for (const run of part) {
    if (end !== undefined && run.x - end > run.height * WORD_GAP) text += ' ';
    text += run.text;
    end = run.x + run.width;
  }
  const left = Math.min(...part.map((run) => run.x));
  const top = Math.min(...part.map((run) => run.y));
  const right = Math.max(...part.map((run) => run.x + run.width));
  const bottom = Math.max(...part.map((run) => run.y + run.height));
  const round = (n: number): number => Math.round(n * 10) / 10;
  return {
    text: cleanLine(plainLetters(text)),
    box: { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top), page },
  };
}
