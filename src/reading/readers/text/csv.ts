/**
 * One line of a delimited text as wallets and exporters write it, which is not
 * always RFC 4180: a TAB or spaces may follow a closing quote, and a quote that
 * is part of a shop's name may stand unescaped anywhere.
 *
 * @returns the cells, or undefined while a quoted cell is still open at the end
 *   of the line (the next line belongs to it)
 */
export function splitRecord(line: string, delimiter = ','): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const start = skipBlanks(line, at, delimiter);
    if (line[start] === '"') {
      const end = closingQuote(line, start, delimiter);
      if (end === undefined) return undefined;
      if (end >= 0) {
        cells.push(line.slice(start + 1, end).replaceAll('""', '"'));
        const next = line.indexOf(delimiter, end + 1);
        if (next < 0) return cells;
        at = next + 1;
        continue;
      }
    }
    const next = line.indexOf(delimiter, at);
    if (next < 0) {
      cells.push(line.slice(at));
      return cells;
    }
    cells.push(line.slice(at, next));
    at = next + 1;
  }
}

/**
 * The place of the quote that closes the cell opened at `start`; -1 when the
 * first quote is only a character of the text; undefined when the line ends first.
 */
function closingQuote(line: string, start: number, delimiter: string): number | undefined {
  for (let i = line.indexOf('"', start + 1); i >= 0; i = line.indexOf('"', i + 1)) {
    if (line[i + 1] === '"') {
      i += 1;
      continue;
    }
    const after = skipBlanks(line, i + 1, delimiter);
    return after === line.length || line[after] === delimiter ? i : -1;
  }
  return undefined;
}

function skipBlanks(line: string, from: number, delimiter: string): number {
  let at = from;
  while (at < line.length && line[at] !== delimiter && (line[at] === ' ' || line[at] === '\t')) at += 1;
  return at;
}

/** The cells of a line that is a record of its own: an open quote is then a character. */
export function splitLoosely(line: string, delimiter = ','): string[] {
  return splitRecord(line, delimiter) ?? line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''));
}

/** Which character parts these lines into the same number of cells; undefined for prose. */
export function delimiterOf(lines: readonly string[]): string | undefined {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 50);
  let best: { delimiter: string; score: number } | undefined;
  for (const delimiter of [',', '\t', '|', ';']) {
    const counts = new Map<number, number>();
    for (const line of filled) {
      const cells = splitLoosely(line, delimiter).length;
      if (cells > 2) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    const score = Math.max(0, ...counts.values());
    if (score >= 2 && score > filled.length / 3 && score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter;
}
