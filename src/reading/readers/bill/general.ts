import { TABLE_COLUMNS } from '../../../knowledge/built/table-columns.ts';
import { WALLETS } from '../../../knowledge/built/wallets.ts';
import { anyOf } from '../../../knowledge/patterns.ts';
import type { TablePart } from '../../../knowledge/schema/tables.ts';
import type { BillRow } from '../../../model/reading.ts';
import { ANY_TABLE } from '../../wallets.ts';
import { amountCell, numberCell, textCell, type Cell } from './cells.ts';
import type { Header } from './columns.ts';
import type { BillLayout } from './layouts.ts';
import { isRefund, refundInStatus } from './refunds.ts';
import { amountIn, isYuan, whenIn, type DayForms } from './values.ts';

const { directions, transfers, closed, refunds, issuers } = TABLE_COLUMNS;
/** Amounts are read as 元 and kept in 分. */
const FEN = 100;
const TRANSFER = anyOf(transfers);

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

/** A row of any table as a payment; undefined when it is none, `foreign` for money that is no yuan. */
export function readGeneralRow(
  cells: readonly Cell[],
  line: number,
  { places, inFen }: Header,
  forms: DayForms,
): GeneralRow | 'foreign' | undefined {
  const cell = (part: TablePart): Cell | undefined => (places[part] === undefined ? undefined : cells[places[part]]);
  const text = (part: TablePart): string => textCell(cell(part)).replace(/^-{2,}\s*/, '');
  const when = whenIn(cell('paidAt'), cell('clock'), forms) ?? whenIn(cell('at'), cell('clock'), forms);
  if (!when) return undefined;
  if (!isYuan(text('currency'))) return 'foreign';
  const [paid, got, plain] = [amountIn(cell('out')), amountIn(cell('in')), amountIn(cell('amount'))];
  if (paid === 'foreign' || got === 'foreign' || plain === 'foreign') return 'foreign';
  const moved = paid?.fen ? paid : got?.fen ? got : (plain ?? paid ?? got);
  // What counts 分 has no part of one.
  if (!moved || (inFen && moved.fen % FEN !== 0)) return undefined;
  const type = text('type');
  const said = places.direction === undefined ? undefined : directionOf(text('direction'));
  const byColumn = paid?.fen ? 'out' : got?.fen ? 'in' : undefined;
  const direction = said ?? byColumn ?? moved.flow;
  const trade = numberCell(cell('tradeNo'));
  const order = numberCell(cell('merchantOrderNo'));
  const row: BillRow = {
    ...(when.at ? { at: when.at } : {}),
    day: when.day,
    counterparty: text('counterparty').replace(ACCOUNT_BEFORE, ''),
    product: text('product'),
    amount: inFen ? moved.fen / FEN : moved.fen,
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
    // Where nobody and nothing is named, money went from one's own account to another.
    else if (row.counterparty === '' && row.product === '' && TRANSFER.test(type)) row.direction = 'neutral';
  }
  noteRefund(row, cell('refunded'), inFen ? FEN : 1);
  return {
    row,
    numberLost: trade.lost || order.lost,
    ...(direction === undefined && row.direction !== 'in' ? { sign: moved.negative ? -1 : 1 } : {}),
  };
}

/** `243300133/财付通`: an account and whose it is in one cell. */
const ACCOUNT_BEFORE = /^[\d*]{6,}\s*[/|]\s*(?=\S)/;

const directionOf = (words: string): BillRow['direction'] | undefined =>
  words.trim() === '' ? undefined : DIRECTIONS.find(([, pattern]) => pattern.test(words.trim()))?.[0];

function noteRefund(row: BillRow, refunded: Cell | undefined, unit: number): void {
  if (isRefund(row, GENERAL.refunds)) row.refund = true;
  else if (row.direction !== 'in') {
    const back =
      (amountCell(refunded ?? { text: '' }) ?? 0) / unit || refundInStatus(row.status, row.amount, GENERAL.refunds);
    if (back) row.refunded = back;
    if (!back && GENERAL.closed.test(row.status)) row.unpaid = true;
  }
}

/**
 * Which sign pays: where a table has both, minus pays beside a balance; without one the sign that most rows have.
 * In place, for the rows whose direction only their sign tells.
 */
export function settleSigns(rows: readonly { row: BillRow; sign: 1 | -1 }[], hasBalance: boolean): void {
  // What its words call a repayment may be one to the account; without a balance only the words say so.
  const told = hasBalance ? rows : rows.filter(({ row }) => row.direction === 'out');
  const minus = told.filter(({ sign }) => sign === -1).length;
  if (minus === 0) {
    // A statement of an account on which nothing has a sign says nothing of the direction; a list of expenses does.
    return;
  }
  const pays = hasBalance || minus * 2 >= told.length ? -1 : 1;
  for (const { row, sign } of told) if (sign !== pays) row.direction = 'in';
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
