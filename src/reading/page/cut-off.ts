import type { Found } from './found.ts';
import type { Cell, Page } from './page.ts';

/** A line that reaches so far towards the edge of the page's words was full. */
const FULL_LINE = 0.86;
/** A label before its value, in one line. */
const LABELLED = /^(?:\p{Script=Han}[^:：]{1,11}[:：]\s*\S|【)/u;
/** So near, in heights of a line, is the next line of a text; a photograph held crooked may have lost one between. */
const NEAR = { straight: 0.8, crooked: 2.2 };

/**
 * Of a value that a full line ends with, or that begins a line under a full one, a part may stand in the other line,
 * where no rule has put them together: then only its look speaks for it.
 */
export function doubtCutOff(found: readonly Found[], page: Page): Found[] {
  const edge = Math.max(0, ...page.rows.flat().map(({ place }) => (place ? place.x + place.width : 0)));
  if (edge === 0) return [...found];
  const rows = page.rows.map((row) => ({ first: row[0]!, last: row.at(-1)!, alone: row.length === 1 }));
  return found.map((field) => {
    const own = new Set(field.cells.map(({ line }) => line));
    const [first, last] = [field.cells[0], field.cells.at(-1)];
    if (!first?.place || !last?.place) return field;
    const at = rows.findIndex((row) => row.last.line === last.line);
    const below = at === -1 ? undefined : rows[at + 1];
    const goesOn =
      below?.alone &&
      last.text.length < last.line.text.length &&
      last.line.text.trimEnd().endsWith(last.text.trim()) &&
      !own.has(below.first.line) &&
      !LABELLED.test(below.first.text) &&
      continuesIn(rows[at]!.last, below.first, rows[at]!.first, edge);
    const above = rows[rows.findIndex((row) => row.first.line === first.line) - 1];
    const wentOn =
      above &&
      !own.has(above.last.line) &&
      first.line.text.trimStart().startsWith(first.text.trim()) &&
      LABELLED.test(above.last.text) &&
      continuesIn(above.last, first, above.first, edge);
    return goesOn || wentOn ? { ...field, by: 'guess' as const } : field;
  });
}

function continuesIn(above: Cell, below: Cell, begins: Cell, edge: number): boolean {
  const [a, b] = [above.place, below.place];
  return (
    a !== undefined &&
    b !== undefined &&
    begins.place !== undefined &&
    a.x + a.width > edge * FULL_LINE - a.height &&
    Math.abs(begins.place.x - b.x) < a.height * 0.6 &&
    Math.abs(a.height - b.height) < a.height * 0.3 &&
    b.y - (a.y + a.height) < a.height * NEAR[above.line.flat ? 'crooked' : 'straight']
  );
}
