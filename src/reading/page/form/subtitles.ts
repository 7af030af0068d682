import { labelRow } from '../labels/labels.ts';
import type { Cell, Row } from '../page.ts';

/** A few words of Latin letters and no figure: `Order No.`, `Paid at`. */
const LATIN_WORDS = /^[A-Za-z][A-Za-z .#/'()-]{1,24}$/;
/** Chinese words such as labels are made of. */
const HAN_LABEL = /^\p{Script=Han}[\p{Script=Han}A-Za-z/（）()]{1,11}\s*[:：]?$/u;
/** In heights of the upper line: how small, how near and how straight below a second language stands. */
const SECOND_LINE = { size: 0.9, gap: 0.6, shift: 0.4 };
/** So many on one page say by themselves that it writes each label twice. */
const ENOUGH = 2;

/**
 * The small lines under labels that say the same in another language. They are no label of what stands beside or below
 * them, and no piece of a value that goes on beside them.
 */
export function subtitlesIn(rows: readonly Row[]): ReadonlySet<Cell> {
  const cells = rows.flat();
  const found = rows.flatMap((row) => row.filter((cell, i) => i === 0 && titled(cell, cells)));
  const known = found.some(({ text }) => labelRow(text.trim()) !== undefined);
  return new Set(known || found.length >= ENOUGH ? found : []);
}

/** Does a Chinese label with something to its right stand right over these words? */
function titled(cell: Cell, cells: readonly Cell[]): boolean {
  const below = cell.place;
  if (!below || !LATIN_WORDS.test(cell.text.trim())) return false;
  return cells.some((other) => {
    const above = other.place;
    if (!above || other === cell || !HAN_LABEL.test(other.text.trim())) return false;
    const gap = below.y - (above.y + above.height);
    return (
      below.height < SECOND_LINE.size * above.height &&
      gap > -0.3 * above.height &&
      gap < SECOND_LINE.gap * above.height &&
      Math.abs(above.x - below.x) < SECOND_LINE.shift * above.height &&
      cells.some(
        ({ place }) =>
          place !== undefined &&
          place.x > above.x + above.width &&
          place.y < below.y + below.height &&
          place.y + place.height > above.y,
      )
    );
  });
}
