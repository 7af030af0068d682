import type { FileSource } from '../../../model/reading.ts';
import { splitLoosely, splitRecord } from '../text/csv.ts';
import type { Encoding } from '../text/encoding.ts';
import { lineBatches } from '../text/lines.ts';
import { isBill } from './judge.ts';
import type { Cell } from './cells.ts';
import { headerOf, mayHoldHeader } from './columns.ts';
import { generalHeaderOf, mayNameTime } from './heads.ts';
import { readTable, type BillTable } from './table.ts';

/** How far down the header of a bill is looked for; real ones have 16 to 25 lines above it. */
const HEADER_WITHIN = 400;
/** A quoted cell may run over this many lines; beyond it the quote was only a character. */
const MAX_RECORD_LINES = 20;
const DELIMITERS = [',', '\t', '|', ';'];

/**
 * Reads a delimited text as a bill, line by line, whatever its size.
 * @returns undefined when it is no bill
 */
export async function readBillText(source: FileSource, encoding: Encoding): Promise<BillTable | undefined> {
  const reader = readTable();
  let delimiter = ',';
  let number = 0;
  let open: { lines: string[]; first: number } | undefined;

  const closeLoosely = (): void => {
    const record = open!;
    open = undefined;
    reader.take(asCells(splitLoosely(record.lines[0]!, delimiter)), record.first);
    record.lines.slice(1).forEach((line, i) => takeLine(line, record.first + 1 + i));
  };

  /** Is this line a whole row? Then the quote before it was never closed. */
  const isRecord = (line: string): boolean => (splitRecord(line, delimiter)?.length ?? 0) >= reader.width()!;

  const takeLine = (line: string, at: number): void => {
    if (reader.width() === undefined) delimiter = delimiterOfHeader(line) ?? delimiter;
    if (open && isRecord(line)) closeLoosely();
    if (open) {
      open.lines.push(line);
      const cells = splitRecord(open.lines.join('\n'), delimiter);
      if (cells && cells.length >= reader.width()!) {
        reader.take(asCells(cells), open.first);
        open = undefined;
      } else if (cells || open.lines.length >= MAX_RECORD_LINES) closeLoosely();
      return;
    }
    const cells = splitRecord(line, delimiter);
    if (cells) reader.take(asCells(cells), at);
    else if (reader.width() === undefined) reader.take(asCells(splitLoosely(line, delimiter)), at);
    else open = { lines: [line], first: at };
  };

  for await (const batch of lineBatches(source, encoding)) {
    for (const line of batch) {
      number += 1;
      takeLine(line, number);
    }
    if (reader.width() === undefined && number > HEADER_WITHIN) break;
  }
  if (open) closeLoosely();
  const table = reader.finish();
  return isBill(table) ? table : undefined;
}

const asCells = (cells: readonly string[]): Cell[] => cells.map((text) => ({ text }));

function delimiterOfHeader(line: string): string | undefined {
  if (!mayHoldHeader(line) && !mayNameTime(line)) return undefined;
  const known = DELIMITERS.find((delimiter) => headerOf(splitLoosely(line, delimiter)) !== undefined);
  return known ?? DELIMITERS.find((delimiter) => generalHeaderOf(splitLoosely(line, delimiter)) !== undefined);
}
