import type { BillReading, BillRow } from '../../../model/reading.ts';
import type { Cell } from './cells.ts';
import { headerOf, mistakenOf, type Header, type Mistaken } from './columns.ts';
import { issuerOf } from './general.ts';
import { GeneralTable } from './general-table.ts';
import { generalHeaderOf, joinHeads } from './heads.ts';
import { BILL_END, BILL_TITLE } from './layouts.ts';
import { linkRefunds } from './refunds.ts';
import { readRow } from './row.ts';
import { noteStated } from './stated.ts';
import type { UnsureDay } from './values.ts';

/** More rows than any person's bill has; beyond it rows are counted and not kept. */
export const MAX_ROWS = 50_000;
const MAX_UNREAD_LINES = 200;
/** Letters above the head of a table that are asked whose it is. */
const MAX_ABOVE = 4000;

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
  /** Of a table that is no wallet's bill: whose it is, the words of its head, rows of money that is no yuan. */
  issuer?: string;
  names?: readonly string[];
  foreign: number;
  /** Nothing was read, for days are written like this one. */
  unsureDay?: UnsureDay;
  /** Whole amounts that may be 元 or 分. */
  unitUnsure?: boolean;
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
    foreign: 0,
    copied: false,
  };
  let ended = false;
  let above = '';
  let general: GeneralTable | undefined;
  /** The row before, which may be the upper half of a head. */
  let before: string[] = [];

  const outside = (cells: readonly Cell[]): void => {
    const text = cells
      .map((cell) => cell.text.trim())
      .filter(Boolean)
      .join(' ');
    if (!table.header && above.length < MAX_ABOVE) above += `${text}\n`;
    if (BILL_TITLE.test(text)) table.titled = true;
    if (/^Column1 Column2 /i.test(text)) table.copied = true;
    noteStated(table.stated, text);
  };

  const keep = (row: BillRow): void => {
    table.found += 1;
    if (table.rows.length >= MAX_ROWS) return;
    if (row.direction !== 'neutral') table.sums[row.direction] += row.amount;
    table.rows.push(row);
  };

  const leave = (line: number): void => {
    table.unread += 1;
    if (table.unreadLines.length < MAX_UNREAD_LINES) table.unreadLines.push(line);
  };

  const inside = (cells: readonly Cell[], line: number, header: Header): void => {
    if ((general?.size ?? table.rows.length) >= MAX_ROWS) {
      table.found += 1;
      return;
    }
    if (general) {
      general.take(cells, line);
      return;
    }
    const read = readRow(cells, line, header, date1904);
    if (read === undefined) {
      leave(line);
      return;
    }
    if (read.numberLost) table.lostNumbers.push(line);
    if (read.coarseTime) table.coarseTimes += 1;
    keep(read.row);
  };

  /** The head of a table that is no wallet's: a row of names, or two of them. */
  const generalHead = (names: string[]): void => {
    const own = generalHeaderOf(names);
    const joined = own || !isNames(before) || !isNames(names) ? undefined : joinHeads(before, names);
    const header = own ?? (joined && generalHeaderOf(joined));
    if (!header) return;
    table.header = header;
    table.issuer = issuerOf(above);
    general = new GeneralTable(header, joined ?? names, above, date1904);
  };

  const finishGeneral = (): void => {
    const { header, names, read, foreign, unread, unsureDay } = general!.finish();
    table.header = header;
    table.names = names;
    table.foreign = foreign;
    for (const { row, numberLost } of read) {
      if (numberLost) table.lostNumbers.push(row.line);
      keep(row);
    }
    unread.forEach(leave);
    // Names of columns over something else: no table of payments.
    if (table.found === 0 && foreign === 0) {
      delete table.header;
      if (unsureDay) table.unsureDay = unsureDay;
    }
  };

  return {
    take(cells, line) {
      if (!table.header) {
        table.header = headerOf(cells.map((cell) => cell.text));
        if (table.header) return;
        const names = cells.map((cell) => cell.text.trim());
        table.mistaken ??= mistakenOf(names);
        if (!table.mistaken) generalHead(names);
        before = names;
        if (!table.header) outside(cells);
      } else if (ended || isFooter(cells)) {
        ended = true;
        outside(cells);
      } else if (cells.some((cell) => cell.text.trim() !== '')) {
        inside(cells, line, table.header);
      }
    },
    width: () => table.header?.width,
    finish() {
      if (general) finishGeneral();
      if (table.header) linkRefunds(table.rows, table.header.layout);
      return table;
    },
  };
}

/** Short words without numbers, several of them. */
const isNames = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 1 && filled.every((cell) => cell.length < 20 && !/\d{2}/.test(cell));
};

/** A rule of dashes, the words that end a list, or totals: nothing after it is a payment. */
function isFooter(cells: readonly Cell[]): boolean {
  const text = cells.map((cell) => cell.text.trim()).filter(Boolean);
  return text.length === 1 && (/^-{10,}$|^共\s*\d+\s*笔/.test(text[0]!) || BILL_END.test(text[0]!));
}
