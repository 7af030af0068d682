import { secondsInDay } from 'date-fns/constants';
import { parseFen, type Fen } from '../../../model/money.ts';
import { chinaMoment, epochOf, isMoment, parseTime, type Moment } from '../../../model/moment.ts';

/** A cell as text; `number` when the sheet holds a number and not letters. */
export interface Cell {
  text: string;
  number?: number;
}

/** As many digits of a number as a spreadsheet program keeps. */
const SPREADSHEET_DIGITS = 15;
/** Day 0 of the two calendars that workbooks count in. */
const EPOCH_1900 = epochOf('1899-12-30');
const EPOCH_1904 = epochOf('1904-01-01');

export interface TimeCell {
  at?: Moment;
  /** Day without a time, or no seconds: a spreadsheet program has rewritten the bill. */
  coarse: boolean;
}

/** The time of a payment; undefined when the cell holds none. China time. */
export function timeCell(cell: Cell, date1904 = false): TimeCell | undefined {
  if (cell.number !== undefined) return serialTime(cell.number, date1904);
  const time = parseTime(cell.text);
  if (!time || !inReach(time.day)) return undefined;
  return { at: time.moment, coarse: time.moment === undefined || !/T\d{2}:\d{2}:\d{2}/.test(time.moment) };
}

/** 46289.48678240741 → 2026-09-24T11:40:58+08:00; sheets count days and know no zone. */
function serialTime(days: number, date1904: boolean): TimeCell | undefined {
  const ms = Math.round(days * secondsInDay) * 1000 + (date1904 ? EPOCH_1904 : EPOCH_1900);
  if (!Number.isFinite(ms) || Math.abs(ms) > 8e15) return undefined;
  const at = chinaMoment(ms);
  return isMoment(at) && inReach(at) ? { at, coarse: false } : undefined;
}

/** Wallets exist since 2004; a bill row from before or far ahead is no bill row. */
const inReach = (day: string): boolean => day >= '2004' && day < '2100';

/** `¥5,000.00`, `-20.00` or a bare number as 分; undefined when it is no amount. */
export function amountCell(cell: Cell): Fen | undefined {
  if (cell.number !== undefined) {
    const fen = Math.round(Math.abs(cell.number) * 100);
    return Math.abs(fen - Math.abs(cell.number) * 100) < 1e-4 && Number.isSafeInteger(fen) ? fen : undefined;
  }
  return parseFen(
    cell.text
      .normalize('NFKC')
      .trim()
      .replace(/^([¥]?)\s*[+-]/, '$1'),
  );
}

/** Free text of a cell; `/` is how WeChat writes "nothing". */
export function textCell(cell: Cell | undefined): string {
  const text = (cell?.text ?? '').replace(/\s+/g, ' ').trim();
  return text === '/' ? '' : text;
}

/**
 * An order or trade number, always text. Spreadsheets keep 15 digits and write
 * the rest as zeros or as 4.2E+27: such a number is lost, not shortened.
 */
export function numberCell(cell: Cell | undefined): { value: string; lost: boolean } {
  if (cell === undefined) return { value: '', lost: false };
  const value = cell.text.replace(/\s+/g, '').replace(/^=?["'`]+|["'`]+$/g, '');
  if (value === '/' || value === '') return { value: '', lost: false };
  const rounded =
    /^\d\.?\d*E\+?\d+$/i.test(value) ||
    /^[1-9]\d{14}0{6,}$/.test(value) ||
    (cell.number !== undefined && value.length > SPREADSHEET_DIGITS);
  return rounded ? { value: '', lost: true } : { value, lost: false };
}
