import type { TablePart } from '../../../knowledge/schema/tables.ts';
import type { BillRow } from '../../../model/reading.ts';
import { amountCell, numberCell, textCell, timeCell, type Cell } from './cells.ts';
import type { Header } from './columns.ts';
import { isRefund, refundInStatus } from './refunds.ts';

export interface ReadRow {
  row: BillRow;
  /** A spreadsheet program has destroyed a long number. */
  numberLost: boolean;
  /** The time has no seconds. */
  coarseTime: boolean;
}

/** The cell that plays a part; undefined where the bill has no such column. */
type CellOf = (part: TablePart) => Cell | undefined;

/**
 * One row of the table as a payment; undefined when it is none.
 * @param line its number in the file, from 1
 * @param date1904 the workbook counts its days from 1904
 */
export function readRow(cells: readonly Cell[], line: number, header: Header, date1904: boolean): ReadRow | undefined {
  for (const candidate of readingsOf(cells, header)) {
    const cell: CellOf = (part) => {
      const place = header.places[part];
      return place === undefined ? undefined : candidate[place];
    };
    const read = buildRow(cell, line, header, date1904);
    if (read) return read;
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

function buildRow(cell: CellOf, line: number, header: Header, date1904: boolean): ReadRow | undefined {
  const created = timeCell(cell('at') ?? EMPTY, date1904);
  const paid = timeCell(cell('paidAt') ?? EMPTY, date1904);
  const amount = amountCell(cell('amount') ?? EMPTY);
  const direction = header.layout.directions.get((cell('direction')?.text ?? '').trim());
  const time = paid ?? created;
  if (!time || amount === undefined || direction === undefined) return undefined;

  const trade = numberCell(cell('tradeNo'));
  const order = numberCell(cell('merchantOrderNo'));
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
  noteRefund(row, header, cell);
  return { row, numberLost: trade.lost || order.lost, coarseTime: time.coarse };
}

const EMPTY: Cell = { text: '' };

/** Adds what the row says of money that came back or never went. */
function noteRefund(row: BillRow, header: Header, cell: CellOf): void {
  const { refunds } = header.layout;
  if (isRefund(row, refunds)) row.refund = true;
  const refunded =
    row.refund || row.direction === 'in'
      ? undefined
      : amountCell(cell('refunded') ?? EMPTY) || refundInStatus(row.status, row.amount, refunds);
  if (refunded) row.refunded = refunded;
  if (isUnpaid(row, header, cell)) row.unpaid = true;
}

/** Closed before payment: a bill with a column of funds leaves it empty, others the way of paying. */
function isUnpaid(row: BillRow, header: Header, cell: CellOf): boolean {
  if (row.refund || row.refunded || !header.layout.closed.test(row.status)) return false;
  if (header.places.funds !== undefined) return textCell(cell('funds')) === '' && !textCell(cell('paidAt'));
  return row.method === '';
}
