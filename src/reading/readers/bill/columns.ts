import type { TablePart } from '../../../knowledge/schema/tables.ts';
import { BILL_LAYOUTS, type BillLayout } from './layouts.ts';

export interface Header {
  layout: BillLayout;
  /** Place of each column that is there. */
  places: Partial<Record<TablePart, number>>;
  width: number;
  /** Cells of the header, the empty one after a trailing comma too. */
  cells: number;
  /** No wallet's bill: each column has its part by its name alone. */
  general?: true;
  /** The names of its columns of money say that they count 分. */
  inFen?: true;
}

/** An export that people take for the bill: what it is and how to get the real one. */
export interface Mistaken {
  layout: BillLayout;
  called: string;
  lacks: string;
}

/** A header cell in the form of the tables: no spaces, half-width brackets. */
export function columnName(cell: string): string {
  return cell.normalize('NFKC').replace(/[\s\ufeff"'`]/g, '');
}

/** Reads a row as the header of a bill by the names of its columns, whatever their order; undefined when it is none. */
export function headerOf(cells: readonly string[]): Header | undefined {
  const names = cells.map(columnName);
  for (const layout of BILL_LAYOUTS) {
    const places: Header['places'] = {};
    for (const { part, names: known } of layout.columns) {
      const place = names.findIndex((name) => known.includes(name));
      if (place >= 0) places[part] = place;
    }
    if (layout.needed.every((part) => places[part] !== undefined)) {
      const width = names.findLastIndex((name) => name !== '') + 1;
      return { layout, places, width, cells: cells.length };
    }
  }
  return undefined;
}

/** Is this row the header of another export, such as Alipay's bookkeeping (记账本)? */
export function mistakenOf(cells: readonly string[]): Mistaken | undefined {
  const names = cells.map(columnName);
  for (const layout of BILL_LAYOUTS) {
    const found = layout.mistakenFor.find(({ columns }) => columns.every((name) => names.includes(name)));
    if (found) return { layout, called: found.called, lacks: found.lacks };
  }
  return undefined;
}

const PAYEE_COLUMNS = BILL_LAYOUTS.flatMap(({ columns }) =>
  columns.flatMap(({ part, names }) => (part === 'counterparty' ? names : [])),
);

/** Can this line hold a header? Cheap, for files of any size. */
export function mayHoldHeader(line: string): boolean {
  return PAYEE_COLUMNS.some((name) => line.includes(name));
}
