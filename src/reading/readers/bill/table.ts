import { type BillReading, type BillRow } from '../../../model/reading.ts';
import { amountCell, numberCell, textCell, timeCell, type Cell } from './cells.ts';
import { BILL_TITLE, headerOf, isLedgerHeader, type Header, type Role } from './columns.ts';
import { isRefund, linkRefunds, refundInStatus } from './refunds.ts';
import { noteStated } from './stated.ts';

/** More rows than any person's bill has; beyond it rows are counted and not kept. */
export const MAX_ROWS = 50_000;
const MAX_UNREAD_LINES = 200;
const DIRECTIONS: Record<string, BillRow['direction']> = {
  支出: 'out',
  收入: 'in',
  不计收支: 'neutral',
  中性交易: 'neutral',
  其他: 'neutral',
  '/': 'neutral',
  '': 'neutral',
};

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
  ledger: boolean;
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
    ledger: false,
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
    const row = rowOf(cells, line, header, table, date1904);
    if (row === undefined) {
      table.unread += 1;
      if (table.unreadLines.length < MAX_UNREAD_LINES) table.unreadLines.push(line);
      return;
    }
    table.found += 1;
    if (row.direction !== 'neutral') table.sums[row.direction] += row.amount;
    table.rows.push(row);
  };

  return {
    take(cells, line) {
      if (!table.header) {
        table.header = headerOf(cells.map((cell) => cell.text));
        if (table.header) return;
        table.ledger ||= isLedgerHeader(cells.map((cell) => cell.text));
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
      if (table.header) linkRefunds(table.rows, table.header.wallet);
      return table;
    },
  };
}

/** A rule of dashes, the words "end of list", or totals: nothing after it is a payment. */
function isFooter(cells: readonly Cell[]): boolean {
  const text = cells.map((cell) => cell.text.trim()).filter(Boolean);
  return text.length === 1 && /^-{10,}$|^-*交易记录明细列表结束|^共\s*\d+\s*笔/.test(text[0]!);
}

function rowOf(
  cells: readonly Cell[],
  line: number,
  header: Header,
  table: BillTable,
  date1904: boolean,
): BillRow | undefined {
  for (const candidate of readingsOf(cells, header)) {
    const cell = (role: Role): Cell | undefined => {
      const place = header.places[role];
      return place === undefined ? undefined : candidate[place];
    };
    const row = buildRow(cell, line, header, table, date1904);
    if (row) return row;
  }
  return undefined;
}

/**
 * The row as it stands and, when it has too many cells, with the surplus put
 * back into one text cell: Alipay writes commas of product names unquoted.
 */
function readingsOf(cells: readonly Cell[], header: Header): (readonly Cell[])[] {
  const filled = cells.findLastIndex((cell) => cell.text.trim() !== '') + 1 - header.width;
  const surpluses = [...new Set([cells.length - header.cells, filled])].filter((surplus) => surplus > 0);
  if (filled <= 0 && cells.length <= header.cells) return [cells];
  const merged = surpluses.flatMap((surplus) =>
    (['product', 'counterparty', 'note'] as const).flatMap((role) => {
      const place = header.places[role];
      if (place === undefined) return [];
      const text = cells
        .slice(place, place + surplus + 1)
        .map((cell) => cell.text)
        .join(',');
      return [[...cells.slice(0, place), { text }, ...cells.slice(place + surplus + 1)]];
    }),
  );
  // Empty cells at the end are no surplus; the row may stand as it is.
  return filled <= 0 ? [cells, ...merged] : merged;
}

function buildRow(
  cell: (role: Role) => Cell | undefined,
  line: number,
  header: Header,
  table: BillTable,
  date1904: boolean,
): BillRow | undefined {
  const empty: Cell = { text: '' };
  const created = timeCell(cell('at') ?? empty, date1904);
  const paid = timeCell(cell('paidAt') ?? empty, date1904);
  const amount = amountCell(cell('amount') ?? empty);
  const direction = DIRECTIONS[(cell('direction')?.text ?? '').trim()];
  const time = paid ?? created;
  if (!time || amount === undefined || direction === undefined) return undefined;

  const trade = numberCell(cell('tradeNo'));
  const order = numberCell(cell('merchantOrderNo'));
  if (trade.lost || order.lost) table.lostNumbers.push(line);
  if (time.coarse) table.coarseTimes += 1;

  const row: BillRow = {
    at: time.at,
    counterparty: textCell(cell('counterparty')),
    product: textCell(cell('product')),
    amount,
    direction,
    status: textCell(cell('status')),
    method: textCell(cell('method')),
    tradeNo: trade.value,
    merchantOrderNo: order.value,
    line,
  };
  const type = textCell(cell('type'));
  const note = textCell(cell('note'));
  if (type) row.type = type;
  if (note) row.note = note;
  if (isRefund(row)) row.refund = true;
  const refunded =
    row.refund || direction === 'in'
      ? undefined
      : amountCell(cell('refunded') ?? empty) || refundInStatus(row.status, amount);
  if (refunded) row.refunded = refunded;
  if (isUnpaid(row, header, cell)) row.unpaid = true;
  return row;
}

/** Closed before payment: the web bill leaves its funds column empty, the app the way of paying. */
function isUnpaid(row: BillRow, header: Header, cell: (role: Role) => Cell | undefined): boolean {
  if (row.refund || row.refunded || !/交易关闭/.test(row.status)) return false;
  if (header.places.funds !== undefined) return textCell(cell('funds')) === '' && !textCell(cell('paidAt'));
  return row.method === '';
}
