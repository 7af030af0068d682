/** A stretch of a line in one look. */
export interface Run {
  text: string;
  bold?: true;
  dim?: true;
  /** The number of its colour in a terminal: 30 to 37, 90 to 97. */
  color?: number;
}

interface Cell extends Omit<Run, 'text'> {
  sign: string;
}

const CODES = /\u001b\[([0-9;?]*)([A-Za-z])|\u001b[=>78]|\r|\n|[^\u001b\r\n]/gu;

/**
 * What stands on a terminal after all that was written to it, line by line. Knows what our program and its prompts
 * write: colours, the line begun anew, wiped, gone up.
 */
export function screenOf(written: string): Run[][] {
  const lines: Cell[][] = [[]];
  let [row, column] = [0, 0];
  let look: Omit<Run, 'text'> = {};
  for (const [whole, digits = '', code] of written.matchAll(CODES)) {
    const count = Number(digits.split(';')[0]) || 1;
    const line = (lines[row] ??= []);
    if (whole === '\r') column = 0;
    else if (whole === '\n') row += 1;
    else if (code === 'm') look = looked(look, digits);
    else if (code === 'K') line.length = digits === '2' ? 0 : Math.min(line.length, column);
    else if (code === 'A') row = Math.max(0, row - count);
    else if (code === 'G') column = count - 1;
    else if (code === 'J') lines.length = row + 1;
    else if (code === undefined && !whole.startsWith('\u001b')) {
      for (let i = line.length; i < column; i++) line[i] = { sign: ' ' };
      line[column] = { sign: whole, ...look };
      column += 1;
    }
  }
  return lines.map(runsOf);
}

function looked(look: Omit<Run, 'text'>, digits: string): Omit<Run, 'text'> {
  const next = { ...look };
  for (const code of digits.split(';').map(Number)) {
    if (code === 0) for (const key of ['bold', 'dim', 'color'] as const) delete next[key];
    if (code === 1) next.bold = true;
    if (code === 2) next.dim = true;
    if (code === 22) for (const key of ['bold', 'dim'] as const) delete next[key];
    if (code === 39) delete next.color;
    if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) next.color = code;
  }
  return next;
}

function runsOf(cells: readonly Cell[]): Run[] {
  const runs: Run[] = [];
  for (const { sign, ...look } of cells) {
    const last = runs.at(-1);
    const same = last && last.bold === look.bold && last.dim === look.dim && last.color === look.color;
    if (same) last.text += sign;
    else runs.push({ text: sign, ...look });
  }
  return runs;
}
