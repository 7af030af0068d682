import { pageOf } from '../../src/reading/page/page.ts';
import { type Classification, classify as classifyPage } from '../../src/reading/kinds/classify.ts';
import { fieldOf, readPage } from '../../src/reading/page/read-page.ts';
import type { ScoredLine } from '../../src/reading/reader.ts';
import type { Kind } from '../../src/model/evidence.ts';
import type { FieldReading } from '../../src/model/reading.ts';

/** The values that stand on a page of this kind, as they are stored. */
export function readFields(
  lines: readonly ScoredLine[],
  kind: Kind,
  size?: { width: number; height: number },
): FieldReading[] {
  return readPage(pageOf(lines, size), kind).fields.map(fieldOf);
}

/** A page 720 wide with 40-pixel lines: `left | right` is a label with its value at the right edge, `= text` is centred, `> text` and `< text` are bubbles. */
export function screen(rows: readonly string[], { score = 0.999 } = {}): ScoredLine[] {
  const lines: ScoredLine[] = [];
  rows.forEach((row, index) => {
    const y = 60 + index * 64;
    const put = (text: string, x: number): void => {
      lines.push({
        text,
        box: { x, y, width: widthOf(text), height: 36 },
        confidence: score,
        scores: Array.from(text, () => score),
      });
    };
    if (row.startsWith('= ')) put(row.slice(2), Math.round((720 - widthOf(row.slice(2))) / 2));
    else if (row.startsWith('> ')) put(row.slice(2), 590 - widthOf(row.slice(2)));
    else if (row.startsWith('< ')) put(row.slice(2), 125);
    else if (row.includes(' | ')) {
      const cells = row.split(' | ');
      put(cells[0]!, 48);
      cells
        .slice(1)
        .forEach((cell, i) =>
          put(cell, cells.length === 2 ? 674 - widthOf(cell) : 48 + (i + 1) * Math.floor(640 / cells.length)),
        );
    } else if (row !== '') put(row, 48);
  });
  return lines;
}

export const SIZE = { width: 720, height: 1558 };

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 29 : 16), 0);
}

/** The same page with one character of a text doubted. */
export function doubt(lines: ScoredLine[], text: string, at: number, score: number): ScoredLine[] {
  return lines.map((line) =>
    line.text === text ? { ...line, scores: line.scores!.map((own, i) => (i === at ? score : own)) } : line,
  );
}

/** Which kind of page lines are. @param heard what the second reader would find on it */
export const classify = (
  lines: readonly ScoredLine[],
  size?: { width: number; height: number },
  heard: Parameters<typeof classifyPage>[1] = new Set(),
): Classification => classifyPage(pageOf(lines, size), heard);
