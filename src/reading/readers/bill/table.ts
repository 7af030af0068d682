import type { BillReading, BillRow } from '../../../model/reading.ts';
import type { Cell } from './cells.ts';
import { headerOf, mistakenOf, type Header, type Mistaken } from './columns.ts';
import { BILL_END, BILL_TITLE } from './layouts.ts';
import { linkRefunds } from './refunds.ts';
import { readRow } from './row.ts';
import { noteStated } from './stated.ts';

/** More rows than any person's bill has; beyond it rows are counted and not kept. */
export const MAX_ROWS = 50_000;
const MAX_UNREAD_LINES = 200;

/** What a table turned out to be, before it is judged. */
export interface BillTable {
  header?: Header;
  rows: BillRow[];
  /** Rows that are payments; beyond {@link MAX_ROWS} rows of any content, which are only counted. */
  found: number;
  /** In 分, over the rows kept. */
  sums: { out: number; in: number };
  /** Lines inside the table that hold something and could not be read. */
  unreadLines: number[];
  unread: number;
  /** Lines whose long numbers a spreadsheet program has destroyed, and those without seconds. */
  lostNumbers: number[];
  coarseTimes: number;
  stated: BillReading['stated'];
  titled: boolean;
  /** The table is another export, which people take for the bill. */
  mistaken?: Mistaken;
  /** The table stands under `Column1 | Column2 | …`: a copy made by a spreadsheet program. */
  copied: boolean;
}

export interface BillReader {
  /** Takes the next row of the file. @param line its number there, from 1 */
  take(cells: readonly Cell[], line: number): void;
  /** How many cells the table has; undefined before its header. */
  width(): number | undefined;
  finish(): BillTable;
}

/** Finds the header in a stream of rows and reads what stands under it. */
export function readTable(date1904 = false): BillReader {
  const table: BillTable = {
    rows: [],
    found: 0,
    sums: { out: 0, in: 0 },
    unreadLines: [],
    unread: 0,
    lostNumbers: [],
    coarseTimes: 0,
    stated: {},
    titled: false,
    copied: false,
  };
  let ended = false;

  const outside = (cells: readonly Cell[]): void => {
    const text = cells
      .map((cell) => cell.text.trim())
      .filter(Boolean)
      .join(' ');
    if (BILL_TITLE.test(text)) table.titled = true;
    if (/^Column1 Column2 /i.test(text)) table.copied = true;
    noteStated(table.stated, text);
  };

  const inside = (cells: readonly Cell[], line: number, header: Header): void => {
    if (table.rows.length >= MAX_ROWS) {
      table.found += 1;
      return;
    }
    const read = readRow(cells, line, header, date1904);
    if (read === undefined) {
      table.unread += 1;
      if (table.unreadLines.length < MAX_UNREAD_LINES) table.unreadLines.push(line);
      return;
    }
    const { row, numberLost, coarseTime } = read;
    if (numberLost) table.lostNumbers.push(line);
    if (coarseTime) table.coarseTimes += 1;
    table.found += 1;
    if (row.direction !== 'neutral') table.sums[row.direction] += row.amount;
    table.rows.push(row);
  };

  return {
    take(cells, line) {
      if (!table.header) {
        table.header = headerOf(cells.map((cell) => cell.text));
        if (table.header) return;
        table.mistaken ??= mistakenOf(cells.map((cell) => cell.text));
        outside(cells);
      } else if (ended || isFooter(cells)) {
        ended = true;
        outside(cells);
      } else if (cells.some((cell) => cell.text.trim() !== '')) {
        inside(cells, line, table.header);
      }
    },
    width: () => table.header?.width,
    finish() {
      if (table.header) linkRefunds(table.rows, table.header.layout);
      return table;
    },
  };
}

/** A rule of dashes, the words that end a list, or totals: nothing after it is a payment. */
function isFooter(cells: readonly Cell[]): boolean {
  const text = cells.map((cell) => cell.text.trim()).filter(Boolean);
  return text.length === 1 && (/^-{10,}$|^共\s*\d+\s*笔/.test(text[0]!) || BILL_END.test(text[0]!));
}
