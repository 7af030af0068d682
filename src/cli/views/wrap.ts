import { cellsOf } from './cells.ts';

/**
 * A command in running text: it is copied whole, so it is never broken, a quoted value with commas in it neither; nor is
 * a count parted from what shows it all.
 */
const COMMAND = /(?:共 \d+：)?kameng(?: (?:"[^"]*"|[^\s"，。；：（）、])+)+/g;
/** Signs that do not begin a line. */
const CLOSING = /^[，。；：、！？）》”’」％%,.;:!?)\]}…]/u;
/** Signs that do not end one. */
const OPENING = /^[（《“‘([{「]+$/u;

/** The pieces between which a line may break: a command, a word of Latin letters or digits, a Chinese character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(COMMAND)) {
    pieces.push(...wordsOf(text.slice(from, match.index)), match[0]);
    from = match.index + match[0].length;
  }
  pieces.push(...wordsOf(text.slice(from)));
  // An opening sign goes with what it opens, a closing one with what it closes: neither stands alone at an end of a line.
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1) ?? '';
    if (OPENING.test(before) || (CLOSING.test(piece) && before.trim() !== '')) joined.push(joined.pop()! + piece);
    else joined.push(piece);
  }
  return joined;
}

const wordsOf = (text: string): string[] =>
  text.match(/证据 \d+|(?:\u001b\[[0-9;]*m)+|[A-Za-z0-9_\-./:+@#%=,"'“”￥¥$~]+(?:\u001b\[[0-9;]*m)*| +|[^]/gu) ?? [];

/**
 * Breaks a text at a width, in cells; a Chinese character is two. Commands stay whole, closing signs stay with what
 * they close.
 * @param hang how far each further line is set in
 */
export function wrap(text: string, width: number, hang = 0): string[] {
  if (!Number.isFinite(width) || cellsOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let cells = 0;
  let started = false;
  const most = Math.max(width, hang + 16);
  for (const piece of piecesOf(text)) {
    const wide = cellsOf(piece);
    if (started && cells + wide > most && piece.trim() !== '') {
      lines.push(line.trimEnd());
      line = ' '.repeat(hang);
      cells = hang;
      started = false;
    }
    if (!started && lines.length > 0 && piece.trim() === '') continue;
    line += piece;
    cells += wide;
    started ||= piece.trim() !== '' && wide > 0;
  }
  return [...lines, line];
}

/** The same for a text behind a first part of its line: further lines begin below where the text began. */
export function hanging(first: string, text: string, width: number): string[] {
  return wrap(first + text, width, cellsOf(first));
}

/**
 * Columns whose last one is broken at the width, each further line set in below it.
 * @param most how wide each column but the last may become
 */
export function columns(rows: readonly (readonly string[])[], width: number, gap = 2): string[] {
  const widths = widthsOf(rows.map((row) => row.slice(0, -1)));
  return rows.flatMap((row) => {
    const heads = row.slice(0, -1);
    const last = row.at(-1) ?? '';
    const first = heads.map((cell, i) => cell + ' '.repeat(widths[i]! - cellsOf(cell) + gap)).join('');
    // Cells are measured already; a whole line is another text each time.
    const cells = heads.reduce((sum, _cell, i) => sum + widths[i]! + gap, cellsOf(last));
    return cells <= width ? [first + last] : hanging(first, last, width);
  });
}

/** How wide each column of a table is. */
export function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cellsOf(cell))));
  return widths;
}
