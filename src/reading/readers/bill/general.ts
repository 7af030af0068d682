import { TABLE_COLUMNS } from '../../../knowledge/built/table-columns.ts';
import { WALLETS } from '../../../knowledge/built/wallets.ts';
import { anyOf } from '../../../knowledge/patterns.ts';
import type { TablePart } from '../../../knowledge/schema/tables.ts';
import { chinaMoment, parseTime, type Day, type Moment } from '../../../model/moment.ts';
import type { BillRow } from '../../../model/reading.ts';
import { ANY_TABLE } from '../../wallets.ts';
import { amountCell, numberCell, textCell, timeCell, type Cell } from './cells.ts';
import { columnName, type Header } from './columns.ts';
import type { BillLayout } from './layouts.ts';
import { isRefund, refundInStatus } from './refunds.ts';

const { columns, directions, closed, refunds, issuers } = TABLE_COLUMNS;

/** A table of payments that no wallet's bill is known by: its columns say what they are. */
export const GENERAL: BillLayout = {
  id: ANY_TABLE,
  name: '收支表格',
  menu: '在导出它的 App 或网银里重新导出，选含付款那天的日期',
  columns: [],
  needed: [],
  directions: new Map(),
  closed: anyOf(closed, 'i'),
  refunds: {
    words: anyOf(refunds.words, 'i'),
    products: anyOf(refunds.words, 'i'),
    whole: anyOf(refunds.whole),
    part: new RegExp(refunds.part),
    tiedBy: ['trade_no', 'merchant_order_no'],
  },
  totals: 'counted_otherwise',
  mistakenFor: [],
};

const DIRECTIONS = (['neutral', 'in', 'out'] as const).map(
  (direction) => [direction, anyOf(directions[direction], 'i')] as const,
);

const TIMES: readonly TablePart[] = ['paidAt', 'at'];
const NAMED: readonly TablePart[] = ['counterparty', 'product', 'merchantOrderNo', 'tradeNo'];
/** Names that a day stands under, so that a clock may stand beside it. */
const DAY_NAME = /日期|^(?:交易日|记账日|银行记账日|date)$|date$/;

/** Every name of a column that a time stands under: a line without one holds no head. */
export const TIME_NAMES: readonly string[] = columns.flatMap(({ part, names }) => (TIMES.includes(part) ? names : []));

/** Reads a row as the head of any table of payments: a time, an amount, and somebody or something that was paid. */
export function generalHeaderOf(cells: readonly string[]): Header | undefined {
  const names = cells.map((cell) => columnName(cell).toLowerCase());
  if (names.filter((name) => name !== '').length < 3) return undefined;
  const places: Header['places'] = {};
  const taken = new Set<number>();
  for (const { part, names: known } of columns) {
    const place = known.map((name) => names.findIndex((own, i) => own === name && !taken.has(i))).find((i) => i >= 0);
    if (place === undefined) continue;
    // 时间 is the clock only where another column has the day.
    if (part === 'clock' && !TIMES.some((time) => places[time] !== undefined && DAY_NAME.test(names[places[time]]!)))
      continue;
    places[part] = place;
    taken.add(place);
  }
  const has = (parts: readonly TablePart[]): boolean => parts.some((part) => places[part] !== undefined);
  if (!has(TIMES) || !has(['amount', 'out']) || !has(NAMED)) return undefined;
  const width = names.findLastIndex((name) => name !== '') + 1;
  return { layout: GENERAL, places, width, cells: cells.length, general: true };
}

/** Whose table it is, by the words above its head; {@link ANY_TABLE} where nothing says it. */
export function issuerOf(words: string): string {
  const wallet = WALLETS.find(({ bill }) => bill && anyOf(bill.titles).test(words));
  if (wallet) return wallet.id;
  const issuer = issuers.find(({ words: own }) => anyOf(own).test(words))?.wallet;
  return issuer !== undefined && WALLETS.some(({ id }) => id === issuer) ? issuer : ANY_TABLE;
}

export interface GeneralRow {
  row: BillRow;
  numberLost: boolean;
  /** The direction is only known by the sign, which the whole table explains. */
  sign?: 1 | -1;
}

const YUAN = /^(?:cny|rmb|人民币|156|元|¥)?$/i;
/** What may stand around an amount: a currency before, 元 or a remark in brackets behind. */
const AMOUNT = /^(?:([a-z]{3}|人民币)\s*)?([+-]?\s*¥?\s*[+-]?[\d,]+(?:\.\d+)?)\s*元?\s*(\([^()]*\))?$/i;

interface AmountRead {
  fen: number;
  negative: boolean;
  remark: string;
}

function amountIn(cell: Cell | undefined): AmountRead | 'foreign' | undefined {
  if (!cell || cell.text.trim() === '') return undefined;
  if (cell.number !== undefined) {
    const fen = amountCell(cell);
    return fen === undefined ? undefined : { fen, negative: cell.number < 0, remark: '' };
  }
  const match = AMOUNT.exec(cell.text.normalize('NFKC').trim());
  if (!match) return undefined;
  if (!YUAN.test(match[1] ?? '')) return 'foreign';
  const digits = match[2]!.replace(/[\s+¥-]/g, '');
  const fen = amountCell({ text: digits });
  return fen === undefined ? undefined : { fen, negative: match[2]!.includes('-'), remark: match[3] ?? '' };
}

/** `20240102` and `2024.01.02`, as banks write days, in the form that is read everywhere. */
const dayText = (text: string): string =>
  text
    .trim()
    .replace(/^(\d{4})(\d{2})(\d{2})(?=$|\s)/, '$1-$2-$3')
    .replace(/^(\d{4})\.(\d{1,2})\.(\d{1,2})/, '$1-$2-$3');
const clockText = (text: string): string => text.trim().replace(/^(\d{2})(\d{2})(\d{2})$/, '$1:$2:$3');

function whenIn(
  cell: Cell | undefined,
  clock: Cell | undefined,
  date1904: boolean,
): { at?: Moment; day: Day } | undefined {
  if (!cell) return undefined;
  const days = /^\d{8}$/.test(cell.text.trim());
  if (cell.number !== undefined && !days) {
    const at =
      cell.number > 1e11 ? chinaMoment(cell.number) : cell.number > 1e9 ? chinaMoment(cell.number * 1000) : undefined;
    const serial = at ? undefined : timeCell(cell, date1904)?.at;
    const moment = at ?? serial;
    return moment ? { at: moment, day: moment.slice(0, 10) } : undefined;
  }
  const text = dayText(cell.text);
  const time = clock ? clockText(clock.text) : '';
  const parsed = (/\d:\d/.test(text) || time === '' ? undefined : parseTime(`${text} ${time}`)) ?? parseTime(text);
  if (!parsed || parsed.day < '2004' || parsed.day >= '2100') return undefined;
  return { day: parsed.day, ...(parsed.moment ? { at: parsed.moment } : {}) };
}

/** A row of any table as a payment; undefined when it is none, `foreign` for money that is no yuan. */
export function readGeneralRow(
  cells: readonly Cell[],
  line: number,
  { places }: Header,
  date1904: boolean,
): GeneralRow | 'foreign' | undefined {
  const cell = (part: TablePart): Cell | undefined => (places[part] === undefined ? undefined : cells[places[part]]);
  const text = (part: TablePart): string => textCell(cell(part)).replace(/^-{2,}\s*/, '');
  const when = whenIn(cell('paidAt'), cell('clock'), date1904) ?? whenIn(cell('at'), cell('clock'), date1904);
  if (!when) return undefined;
  if (!YUAN.test(text('currency'))) return 'foreign';
  const [paid, got, plain] = [amountIn(cell('out')), amountIn(cell('in')), amountIn(cell('amount'))];
  if (paid === 'foreign' || got === 'foreign' || plain === 'foreign') return 'foreign';
  const moved = paid?.fen ? paid : got?.fen ? got : (plain ?? paid ?? got);
  if (!moved) return undefined;
  const type = text('type');
  const said = places.direction === undefined ? undefined : directionOf(text('direction'));
  const byColumn = paid?.fen ? 'out' : got?.fen ? 'in' : undefined;
  const direction = said ?? byColumn;
  const trade = numberCell(cell('tradeNo'));
  const order = numberCell(cell('merchantOrderNo'));
  const row: BillRow = {
    ...(when.at ? { at: when.at } : {}),
    day: when.day,
    counterparty: text('counterparty'),
    product: text('product'),
    amount: moved.fen,
    direction: direction ?? 'out',
    status: [text('status'), moved.remark.replace(/^\(|\)$/g, '')].filter(Boolean).join(' '),
    method: text('method'),
    tradeNo: trade.value,
    merchantOrderNo: order.value,
    line,
    ...(type ? { type } : {}),
    ...(text('note') ? { note: text('note') } : {}),
  };
  if (direction === undefined) {
    const named = directionOf(`${type} ${row.product}`);
    if (named === 'neutral' || named === 'in') row.direction = named;
  }
  noteRefund(row, cell('refunded'));
  return {
    row,
    numberLost: trade.lost || order.lost,
    ...(direction === undefined && row.direction === 'out' ? { sign: moved.negative ? -1 : 1 } : {}),
  };
}

const directionOf = (words: string): BillRow['direction'] | undefined =>
  words.trim() === '' ? undefined : DIRECTIONS.find(([, pattern]) => pattern.test(words.trim()))?.[0];

function noteRefund(row: BillRow, refunded: Cell | undefined): void {
  if (isRefund(row, GENERAL.refunds)) row.refund = true;
  else if (row.direction !== 'in') {
    const back = amountCell(refunded ?? { text: '' }) || refundInStatus(row.status, row.amount, GENERAL.refunds);
    if (back) row.refunded = back;
    if (!back && GENERAL.closed.test(row.status)) row.unpaid = true;
  }
}

/**
 * Which sign pays: where a table has both, minus pays beside a balance; without one the sign that most rows have.
 * In place, for the rows whose direction only their sign tells.
 */
export function settleSigns(rows: readonly { row: BillRow; sign: 1 | -1 }[], hasBalance: boolean): void {
  const minus = rows.filter(({ sign }) => sign === -1).length;
  if (minus === 0) {
    // A statement of an account on which nothing has a sign says nothing of the direction; a list of expenses does.
    return;
  }
  const pays = hasBalance || minus * 2 >= rows.length ? -1 : 1;
  for (const { row, sign } of rows) if (sign !== pays) row.direction = 'in';
}

/** How the parts were given, for the user to check: 时间“交易日期”、金额“实付金额”. */
export function partsTold(header: Header, names: readonly string[]): string {
  const told: readonly (readonly [TablePart, string])[] = [
    ['paidAt', '时间'],
    ['at', '时间'],
    ['counterparty', '对方'],
    ['product', '内容'],
    ['out', '支出'],
    ['amount', '金额'],
    ['merchantOrderNo', '订单号'],
    ['tradeNo', '交易号'],
  ];
  return told
    .flatMap(([part, word]) => {
      const place = header.places[part];
      return place === undefined ? [] : [`${word}“${names[place] ?? ''}”`];
    })
    .join('、');
}
