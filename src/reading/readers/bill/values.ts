import { chinaDay, chinaMoment, parseTime, type Day, type Moment } from '../../../model/moment.ts';
import { amountCell, timeCell, type Cell } from './cells.ts';
import { ENGLISH_MONTHS, monthOf } from '../../../words/english-months.ts';

/** What a table as a whole says of the days in it. */
export interface DayForms {
  date1904: boolean;
  /** Which of two numbers before the year is the day. */
  order?: 'day first' | 'month first';
  /** The year of days that are written without one. */
  year?: string;
}

const YUAN = /^(?:cny|rmb|人民币|156|元|¥|rmb元|人民币元)?$/i;
/** Does the cell of a currency name the yuan, or nothing? */
export const isYuan = (text: string): boolean => YUAN.test(text.normalize('NFKC').trim());

/** What may stand around an amount: a currency before, 元, the side of the book or a remark in brackets behind. */
const AMOUNT = new RegExp(
  [
    /^(?:([a-z]{3}|人民币)\s*)?/,
    /([+-]?\s*¥?\s*[+-]?\d[\d,]*(?:\.\d+)?-?)/,
    /\s*(?:元|\/?\s*([a-z]{3}|人民币))?\s*(cr|dr)?\s*(\([^()]*\))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

export interface AmountRead {
  fen: number;
  negative: boolean;
  remark: string;
  /** Which way, where the amount itself says it. */
  flow?: 'in' | 'out';
}

/** Remarks that say which way the money went, as card statements put them behind each sum. */
const FLOWS = { out: /^\((?:支出|支|借)\)$/, in: /^\((?:存入|收入|收|贷)\)$/ } as const;

/**
 * `-96.50`, `1.096,50`, `(96.50)`, `96.50 DR`, `CNY 96.50`, `96.50/RMB(支出)`, `98.00(已退款10.00)`; `foreign` for
 * other money.
 */
export function amountIn(cell: Cell | undefined): AmountRead | 'foreign' | undefined {
  if (!cell || cell.text.trim() === '') return undefined;
  if (cell.number !== undefined) {
    const fen = amountCell(cell);
    return fen === undefined ? undefined : { fen, negative: cell.number < 0, remark: '' };
  }
  const text = pointed(
    cell.text
      .normalize('NFKC')
      .replace(/^["'=]+|["']$/g, '')
      .trim(),
  );
  const bracketed = /^\((¥?\s*\d[\d,]*(?:\.\d+)?)\)$/.exec(text);
  const match = AMOUNT.exec(bracketed ? `-${bracketed[1]!}` : text);
  if (!match) return undefined;
  const [, before = '', digits = '', behind = '', side, remark = ''] = match;
  if (!YUAN.test(before) || !YUAN.test(behind)) return 'foreign';
  const fen = amountCell({ text: digits.replace(/[\s+¥-]/g, '') });
  if (fen === undefined) return undefined;
  const said = (['in', 'out'] as const).find((way) => FLOWS[way].test(remark));
  const flow = side === undefined ? said : /^c/i.test(side) ? 'in' : 'out';
  return { fen, negative: digits.includes('-'), remark: said ? '' : remark, ...(flow ? { flow } : {}) };
}

/** `96,50` and `1.096,50`, where the comma parts off the cents, as amounts with a point. */
const pointed = (text: string): string =>
  /^[^\d]*\d{1,3}(?:\.\d{3})*,\d{2}\D*$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text;

const MONTH = `(${ENGLISH_MONTHS.join('|')})[a-z]*\\.?`;
const REST = '(?:,?\\s+(\\d{1,2}:\\d{2}.*))?$';
const DAY_MONTH_NAME = new RegExp(`^(\\d{1,2})[\\s-]+${MONTH}[\\s,-]+(\\d{4})${REST}`, 'i');
const MONTH_NAME_DAY = new RegExp(`^${MONTH}\\s+(\\d{1,2}),?\\s+(\\d{4})${REST}`, 'i');
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2}:\d{2}.*))?$/;
const NO_YEAR = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:\s+(\d{1,2}:\d{2}.*))?$/;
const CLOCK = /^\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}(?:\.\d+)?秒?)?分?$|^\d{6}$/;

/** A day as banks and shops of all places write it, in the form that is read everywhere; else as it is. */
function dayText(written: string, { order, year }: DayForms): string {
  const text = written
    .normalize('NFKC')
    .trim()
    .replace(/^["'=`]+|["']$/g, '')
    .replace(/\s*\(?(?:星期|周)[一二三四五六日天]\)?\s*/, ' ')
    .replace(/(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+(?=\d)/g, '')
    .trim();
  const date = (y: string, m: string | number, d: string, rest = ''): string => `${y}-${m}-${d} ${rest}`.trim();
  const named = DAY_MONTH_NAME.exec(text);
  if (named) return date(named[3]!, monthOf(named[2]!), named[1]!, named[4]);
  const american = MONTH_NAME_DAY.exec(text);
  if (american) return date(american[3]!, monthOf(american[1]!), american[2]!, american[4]);
  const last = YEAR_LAST.exec(text);
  if (last && order)
    return order === 'day first'
      ? date(last[3]!, last[2]!, last[1]!, last[4])
      : date(last[3]!, last[1]!, last[2]!, last[4]);
  const short = NO_YEAR.exec(text);
  if (short && year) return date(year, short[1]!, short[2]!, short[3]);
  return text
    .replace(/^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3 $4:$5:$6')
    .replace(/^(\d{4})(\d{2})(\d{2})(?=$|\s)/, '$1-$2-$3')
    .replace(/^(\d{4})\.(\d{1,2})\.(\d{1,2})/, '$1-$2-$3');
}

/** A day as it is written that lacks what is needed to know it. */
export interface UnsureDay {
  written: string;
  /** Whether its day or its month comes first, or its year. */
  lacks: 'order' | 'year';
}

/** What a cell that should hold a day lacks, where it holds one of two numbers or with its year behind. */
export function unsureDay(cell: Cell | undefined): UnsureDay | undefined {
  const written = cell?.text.normalize('NFKC').trim() ?? '';
  const lacks = YEAR_LAST.test(written) ? 'order' : NO_YEAR.test(written) ? 'year' : undefined;
  return lacks && { written, lacks };
}

const clockText = (text: string): string => text.trim().replace(/^(\d{2})(\d{2})(\d{2})$/, '$1:$2:$3');
const isCompact = (text: string): boolean => /^(?:19|20)\d{6}(?:\d{6})?$/.test(text.trim());

/** The moment, or the day alone, in a cell and the clock beside it; China time where no zone is written. */
export function whenIn(
  cell: Cell | undefined,
  clock: Cell | undefined,
  forms: DayForms,
): { at?: Moment; day: Day } | undefined {
  if (!cell) return undefined;
  const time = clock ? clockText(clock.text) : '';
  if (cell.number !== undefined && !isCompact(cell.text)) {
    const epoch = cell.number > 1e11 ? cell.number : cell.number > 1e9 ? cell.number * 1000 : undefined;
    // A serial without a part of a day is a day; its clock may stand beside it.
    const at = epoch === undefined ? timeCell(withClock(cell, clock), forms.date1904)?.at : chinaMoment(epoch);
    if (!at) return undefined;
    const day = chinaDay(at);
    if (epoch !== undefined || !/T00:00:00/.test(at)) return { at, day };
    const beside = time === '' ? undefined : parseTime(`${day} ${time}`);
    return { day, ...(beside?.moment ? { at: beside.moment } : {}) };
  }
  if (/^1\d{9}(?:\d{3})?$/.test(cell.text.trim())) {
    const at = chinaMoment(Number(cell.text.trim().padEnd(13, '0')));
    return { at, day: chinaDay(at) };
  }
  const text = dayText(cell.text, forms);
  const parsed = (/\d:\d/.test(text) || time === '' ? undefined : parseTime(`${text} ${time}`)) ?? parseTime(text);
  if (!parsed || parsed.day < '2004' || parsed.day >= '2100') return undefined;
  return parsed.moment ? { day: chinaDay(parsed.moment), at: parsed.moment } : { day: parsed.day };
}

/** A workbook may hold the day and the part of it in two cells. */
function withClock(cell: Cell, clock: Cell | undefined): Cell {
  const whole = cell.number !== undefined && Number.isInteger(cell.number);
  const part = clock?.number;
  return whole && part !== undefined && part > 0 && part < 1 ? { ...cell, number: cell.number! + part } : cell;
}

const ANY_FORM: DayForms = { date1904: false, order: 'day first', year: '2024' };
const MONTH_FIRST: DayForms = { ...ANY_FORM, order: 'month first' };

/** Can this cell be a day, whatever the form? */
export const isDay = (cell: Cell): boolean =>
  whenIn(cell, undefined, ANY_FORM) !== undefined || whenIn(cell, undefined, MONTH_FIRST) !== undefined;
/** Is it a clock without a day? */
export const isClock = (cell: Cell): boolean =>
  cell.number === undefined || isClockDigits(cell) ? CLOCK.test(cell.text.trim()) : cell.number > 0 && cell.number < 1;
const isClockDigits = (cell: Cell): boolean => /^\d{6}$/.test(cell.text.trim());
/** Is it an amount, of whatever money? */
export const isAmount = (cell: Cell): boolean => amountIn(cell) !== undefined;

/**
 * Which of the two numbers before the year is the day: one above twelve says it for all; where none is, the order that
 * runs one way through the table.
 */
export function dayOrder(cells: readonly (Cell | undefined)[]): DayForms['order'] {
  const days = cells.flatMap((cell) => {
    const match =
      cell &&
      YEAR_LAST.exec(
        cell.text
          .normalize('NFKC')
          .replace(/^["'=`]+|["']$/g, '')
          .trim(),
      );
    return match ? [[Number(match[3]), Number(match[1]), Number(match[2])] as const] : [];
  });
  const first = days.some(([, a]) => a > 12);
  const second = days.some(([, , b]) => b > 12);
  if (first !== second) return first ? 'day first' : 'month first';
  if (first) return undefined;
  const byDay = runsOneWay(days.map(([y, a, b]) => y * 10_000 + b * 100 + a));
  const byMonth = runsOneWay(days.map(([y, a, b]) => y * 10_000 + a * 100 + b));
  return byDay === byMonth ? undefined : byDay ? 'day first' : 'month first';
}

function runsOneWay(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  return steps.some((step) => step !== 0) && (steps.every((step) => step >= 0) || steps.every((step) => step <= 0));
}
