import { TABLE_COLUMNS } from '../../../knowledge/built/table-columns.ts';
import type { BillRow } from '../../../model/reading.ts';
import type { Cell } from './cells.ts';
import type { Header } from './columns.ts';
import { readGeneralRow, settleSigns, type GeneralRow } from './general.ts';
import { generalHeaderOf, joinHeads } from './heads.ts';
import { dayOrder, isDay, unsureDay, type DayForms, type UnsureDay } from './values.ts';

/** Rows that are asked what stands in a column. */
const SAMPLE = 200;
const SUMS = new RegExp(TABLE_COLUMNS.sums, 'i');
/** A row that only says to which month the rows under it belong. */
const MONTH_HEAD = /^(20\d{2})\s*(?:[-/.年]\s*\d{1,2}\s*月?|年)$/;
const YEARS = /(?<!\d)(20\d{2})\s*(?:[-/.年]\s*\d{1,2}|\d{4}(?!\d))/g;

const textsOf = (cells: readonly Cell[]): string[] => cells.map((cell) => cell.text.trim());
const filledOf = (cells: readonly Cell[]): string[] => textsOf(cells).filter((text) => text !== '');

/** What the rows of a table without a known wallet are, once all of them are there. */
export interface GeneralRows {
  header: Header;
  names: readonly string[];
  read: GeneralRow[];
  /** Rows of money that is no yuan, and lines that hold something and say no payment. */
  foreign: number;
  unread: number[];
  /** A day of those lines that cannot be known as it is written. */
  unsureDay?: UnsureDay;
}

interface Taken {
  cells: readonly Cell[];
  line: number;
}

/**
 * Takes the rows under a head that was known by its names alone. What a column is and how its days are written is said
 * by the whole of it, so that nothing is read before the end.
 */
export class GeneralTable {
  private names: string[];
  private readonly rows: Taken[] = [];
  private readonly header: Header;
  private readonly years: ReadonlySet<string>;
  private readonly date1904: boolean;

  /** @param above the words over the head; a period within one year dates the days that are written without theirs */
  constructor(header: Header, names: readonly string[], above: string, date1904: boolean) {
    this.header = header;
    this.date1904 = date1904;
    this.names = [...names];
    this.years = new Set([...above.matchAll(YEARS)].map(([, year]) => year!));
  }

  /** How many rows are held. */
  get size(): number {
    return this.rows.length;
  }

  /** @returns false for a row that is no part of the table's body: a second row of names */
  take(cells: readonly Cell[], line: number): boolean {
    const texts = textsOf(cells);
    if (this.rows.length === 0 && this.isLowerHead(texts)) {
      this.names = joinHeads(this.names, texts);
      return false;
    }
    // The head again, on the next page, or the same in another language.
    if (!cells.some(isDay) && generalHeaderOf(texts)) return false;
    this.rows.push({ cells, line });
    return true;
  }

  /** Names under the names: without a number, and where the upper row left cells open. */
  private isLowerHead(texts: readonly string[]): boolean {
    const filled = texts.filter((text) => text !== '');
    return (
      filled.length > 1 &&
      filled.every((text) => !/\d{2}/.test(text)) &&
      texts.some((text, i) => text !== '' && (this.names[i] ?? '') === '') &&
      generalHeaderOf(joinHeads(this.names, texts)) !== undefined
    );
  }

  finish(): GeneralRows {
    const sample = this.rows.slice(0, SAMPLE).map(({ cells }) => cells);
    const header = generalHeaderOf(this.names, sample) ?? this.header;
    const place = header.places.paidAt ?? header.places.at ?? 0;
    const order = dayOrder(this.rows.map(({ cells }) => cells[place]));
    let year = this.years.size === 1 ? [...this.years][0] : undefined;
    const result: GeneralRows = { header, names: this.names, read: [], foreign: 0, unread: [] };
    for (const { cells, line } of this.rows) {
      const filled = filledOf(cells);
      const month = filled.length === 1 ? MONTH_HEAD.exec(filled[0]!)?.[1] : undefined;
      if (month) year = month;
      if (filled.length <= 1) continue;
      const forms: DayForms = { date1904: this.date1904, ...(order ? { order } : {}), ...(year ? { year } : {}) };
      const read = readGeneralRow(cells, line, header, forms);
      if (read === 'foreign') result.foreign += 1;
      else if (read) result.read.push(read);
      else if (!SUMS.test(filled[0]!)) result.unread.push(line);
    }
    const unsure = this.rows.map(({ cells }) => unsureDay(cells[place])).find((one) => one !== undefined);
    if (unsure) result.unsureDay = unsure;
    const signed: { row: BillRow; sign: 1 | -1 }[] = result.read.flatMap(({ row, sign }) =>
      sign ? [{ row, sign }] : [],
    );
    settleSigns(signed, header.places.balance !== undefined);
    return result;
  }
}
