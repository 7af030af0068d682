import type { FactKey } from '../../model/facts.ts';
import { CODES } from './code-rest.ts';
import { isLastLetters } from './form/paragraph.ts';
import type { Found } from './found.ts';
import { labelRow, likelyRow } from './labels/labels.ts';
import { isFullLine, rightEdge, type Cell, type Page } from './page.ts';

/** A label before its value, in one line. */
const LABELLED = /^(?:\p{Script=Han}[^:：]{1,11}[:：]\s*\S|【)/u;
/** In heights of a line: a note below a value is smaller than its next line would be. */
const SAME_SIZE = 0.2;
/** So near, in heights of a line, is the next line of a text; a photograph held crooked may have lost one between. */
const NEAR = { straight: 0.8, crooked: 2.2 };

/**
 * Of a value that a full line ends with, or that begins a line under a full one, a part may stand in the other line,
 * where no rule has put them together: then only its look speaks for it.
 */
export function doubtCutOff(found: readonly Found[], page: Page): Found[] {
  const isCutOff = cutOffOn(found, page);
  return found.map((field) => (isCutOff(field) ? { ...field, by: 'guess' as const } : field));
}

/** Of what only the second reader sees, what may be cut off is not certain: what it left out, nobody else read. */
export function doubtAloneCutOff(found: readonly Found[], page: Page): Found[] {
  if (found.every(({ alone }) => alone === undefined)) return [...found];
  const isCutOff = cutOffOn(found, page);
  return found.map((field) => (field.alone !== undefined && isCutOff(field) ? { ...field, certain: false } : field));
}

function cutOffOn(found: readonly Found[], page: Page): (field: Found) => boolean {
  const edge = rightEdge(page.rows);
  if (edge === 0) return () => false;
  const rows = page.rows.map((row) => ({ first: row[0]!, last: row.at(-1)!, alone: row.length === 1 }));
  const cells = page.rows.flat();
  const told = new Set(found.flatMap((field) => field.cells.map(({ line }) => line)));
  return (field) => {
    const own = new Set(field.cells.map(({ line }) => line));
    const [first, last] = [field.cells[0], field.cells.at(-1)];
    if (!first?.place || !last?.place) return false;
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
    const broken = WORDS.has(field.key) && cells.some((cell) => !told.has(cell.line) && isNextLine(last, cell));
    const begun = CODES.has(field.key) && cells.some((cell) => BEGUN.test(cell.text.trim()) && isNextLine(cell, first));
    return goesOn || wentOn || broken || begun;
  };
}

/** What may be broken anywhere and go on in a line that is no label and nobody's value. */
const WORDS = new Set<FactKey>([
  'product',
  'merchant',
  'payee',
  'account',
  'cardCode',
  'orderNo',
  'tradeNo',
  'merchantOrderNo',
]);
/** What a code that goes on in the next line ends with. */
const BEGUN = /[A-Za-z0-9]{2}-$/;
/** In heights of a line: so near, so much of one size and so straight under each other are two lines of one text. */
const ONE_TEXT = { gap: 0.5, size: 0.12, lastLetters: 0.25, shift: 0.35 };

/** Is the other cell the next line of the text that the first is the end of, in the same column? */
function isNextLine(above: Cell, below: Cell): boolean {
  const [a, b] = [above.place, below.place];
  if (!a || !b || above.line === below.line || above.line.text.trim() !== above.text.trim()) return false;
  const gap = b.y - (a.y + a.height);
  const shift = ONE_TEXT.shift * a.height;
  const [over, under] = [above.line.box?.x ?? a.x, b.x];
  const straight = Math.abs(over - under) < shift || Math.abs(a.x + a.width - b.x - b.width) < shift;
  const words = below.text.trim();
  return (
    straight &&
    gap > -0.2 * a.height &&
    gap < ONE_TEXT.gap * a.height &&
    Math.abs(a.height - b.height) < ONE_TEXT[isLastLetters(below) ? 'lastLetters' : 'size'] * a.height &&
    b.width <= a.width + shift &&
    !/[:：]$|^[¥￥]/.test(words) &&
    !labelRow(words) &&
    !likelyRow(words)
  );
}

function continuesIn(above: Cell, below: Cell, begins: Cell, edge: number): boolean {
  const [a, b] = [above.place, below.place];
  return (
    a !== undefined &&
    b !== undefined &&
    begins.place !== undefined &&
    isFullLine(a, edge) &&
    Math.abs(begins.place.x - b.x) < a.height * 0.6 &&
    Math.abs(a.height - b.height) < a.height * SAME_SIZE &&
    b.y - (a.y + a.height) < a.height * NEAR[above.line.flat ? 'crooked' : 'straight']
  );
}
