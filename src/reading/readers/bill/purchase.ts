import { type Fen, formatYuan, parseFen } from '../../../model/money.ts';
import { chinaDay, daysBetween, epochOf, type Day, type Moment } from '../../../model/moment.ts';
import type { BillReading, BillRow, FieldReading } from '../../../model/reading.ts';
import type { FactKey } from '../../../model/facts.ts';
import { GENERIC_GOODS } from '../../page/names.ts';
import { paidByOfRow } from '../../wallets.ts';

/** What other exhibits or the user say of the purchase. */
export interface PurchaseClues {
  /** Order number, trade number, merchant order number: whichever are known. */
  numbers?: readonly string[];
  amount?: Fen;
  /** Time of payment or of order; of a day alone, the day. */
  at?: Moment | Day;
  /** Names of the shop or payee. */
  names?: readonly string[];
  product?: string;
}

export interface PurchaseMatch {
  row: BillRow;
  /** The rows that gave money back for it. */
  refunds: BillRow[];
  /** 分 that came back, by the refunds and by what the payment's own row says. */
  refunded: Fen;
  /** Which clues the row answers. */
  by: ('number' | 'amount' | 'time' | 'day' | 'name' | 'product')[];
  /** True when a number agrees, or amount with time, day or name, and no other row answers as much. */
  certain: boolean;
}

const MINUTE = 60_000;
const NEAR = 15 * MINUTE;
const SAME_DAY = 24 * 60 * MINUTE;
const WEIGHTS = { number: 100, amount: 20, time: 15, day: 8, name: 6, product: 4 } as const;

/**
 * The rows that can be this purchase, the likeliest first. A number that agrees
 * settles it; else amount with time, then shop and product. Rows of another
 * amount are no purchase of this one unless the number says so.
 */
export function matchPurchase(bill: BillReading, clues: PurchaseClues): PurchaseMatch[] {
  const rows = bill.unit === 'unsure' ? bill.rows.map((row) => inUnitOf(row, clues.amount)) : bill.rows;
  const scored = rows
    .filter((row) => row.direction !== 'in' && !row.refund)
    .map((row) => ({ row, by: agreements(row, clues) }))
    .filter(({ by }) => by.includes('number') || (by.includes('amount') && by.length > 1))
    .map((match) => ({
      ...match,
      score: match.by.reduce((sum, clue) => sum + WEIGHTS[clue], closeness(match.row, clues)),
    }))
    .sort((a, b) => b.score - a.score);
  return scored.slice(0, MOST_SHOWN).map(({ row, by }, place) => ({
    row,
    by,
    ...refundsOf(bill, row),
    certain: place === 0 && decides(row, by, clues) && !scored.slice(1).some((other) => rival(other.by, by)),
  }));
}

/** The payments of one amount, few enough to choose among; none where there are more. */
export function sameAmount(bill: BillReading, yuan: string): BillRow[] {
  const amount = parseFen(yuan);
  const rows = bill.rows.filter((row) => row.direction !== 'in' && !row.refund && row.amount === amount);
  return rows.length > MOST_SHOWN ? [] : rows;
}

/** A number that may be 元 or 分 is what the amount that is known says it is. */
const inUnitOf = (row: BillRow, amount: Fen | undefined): BillRow =>
  amount !== undefined && row.amount === amount * 100 ? { ...row, amount } : row;

/** What the row of a match says; an amount whose unit nothing settles is left out. */
export function fieldsOfMatch({ row, by }: PurchaseMatch, bill: BillReading): FieldReading[] {
  const fields = purchaseFields(row, bill.wallet);
  return bill.unit === 'unsure' && !by.includes('amount') ? fields.filter(({ key }) => key !== 'amount') : fields;
}

/** More rows than these are no choice but a bill. */
const MOST_SHOWN = 10;
/** Beside the amount, one of these is enough. */
const DECIDING = ['time', 'day', 'name'] as const;

/** A name decides as long as the day does not speak against it. */
function decides(row: BillRow, by: PurchaseMatch['by'], clues: PurchaseClues): boolean {
  if (by.includes('number') || by.includes('time') || by.includes('day')) return true;
  const day = dayOf(row);
  const apart = day && clues.at ? Math.abs(daysBetween(day, chinaDay(clues.at))) : 0;
  return by.includes('name') && apart <= SETTLES_WITHIN;
}

/** A payment may be booked some days after it was made. */
const SETTLES_WITHIN = 3;
const dayOf = (row: BillRow): Day | undefined => row.day ?? (row.at && chinaDay(row.at));

/** Does another row answer all that decided for the best one? */
function rival(other: PurchaseMatch['by'], by: PurchaseMatch['by']): boolean {
  if (by.includes('number')) return other.includes('number');
  return DECIDING.every((clue) => !by.includes(clue) || other.includes(clue));
}

/** Nearer in time counts a little more, so that two equal payments are told apart. */
function closeness(row: BillRow, clues: PurchaseClues): number {
  if (!row.at?.includes('T') || !clues.at?.includes('T')) return 0;
  return Math.max(0, 1 - Math.abs(epochOf(row.at) - epochOf(clues.at)) / SAME_DAY);
}

function agreements(row: BillRow, clues: PurchaseClues): PurchaseMatch['by'] {
  const by: PurchaseMatch['by'] = [];
  const own = [row.tradeNo, row.merchantOrderNo].filter((number) => number !== '');
  if (clues.numbers?.some((number) => own.includes(number))) by.push('number');
  if (clues.amount !== undefined && row.amount === clues.amount) by.push('amount');
  if (clues.at?.includes('T') && row.at && Math.abs(epochOf(row.at) - epochOf(clues.at)) <= NEAR) by.push('time');
  if (clues.at && dayOf(row) === chinaDay(clues.at)) by.push('day');
  if (
    clues.names?.some(
      (name) => meets(row.counterparty, name) || holds(row.product, name) || holds(row.note ?? '', name),
    )
  )
    by.push('name');
  if (clues.product !== undefined && meets(row.product, clues.product)) by.push('product');
  return by;
}

/** Wallets mask and shorten names: one holding the other is the same name; a mask stands for anything. */
function meets(own: string, other: string): boolean {
  const [a, b] = [own, other].map((text) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase());
  return a!.length > 1 && b!.length > 1 && (a!.includes(b!) || b!.includes(a!));
}

/** A statement of a bank names the payee within its words: 财付通-青柠网络. */
const holds = (words: string, name: string): boolean =>
  name.length > 2 && words.normalize('NFKC').replace(/\s/g, '').includes(name.normalize('NFKC').replace(/\s/g, ''));

/** The refunds of a payment and what they come to. */
function refundsOf(bill: Pick<BillReading, 'rows'>, row: BillRow): { refunds: BillRow[]; refunded: Fen } {
  return { refunds: bill.rows.filter((other) => other.refundOf === row.line), refunded: row.refunded ?? 0 };
}

/**
 * The values of a row as fields, each with the words it was read from.
 * @param wallet whose bill it is; where it or the row names no way of paying, none is given
 */
export function purchaseFields(row: BillRow, wallet?: BillReading['wallet']): FieldReading[] {
  const fields: FieldReading[] = [];
  const add = (key: FactKey, value: string | undefined, text: string): void => {
    if (value) fields.push({ key, value, text: `第 ${row.line} 行：${text}`, confidence: 1, certain: true });
  };
  add('amount', formatYuan(row.amount), formatYuan(row.amount));
  add('paidAt', row.unpaid ? undefined : row.at, row.at ?? '');
  add('payee', row.counterparty, row.counterparty);
  const goods = goodsIn(row.product);
  if (goods === row.product) add('product', goods, goods);
  else if (goods)
    fields.push({
      key: 'product',
      value: goods,
      text: `第 ${row.line} 行：${row.product}`,
      confidence: 0.6,
      certain: true,
      by: 'guess',
    });
  add('tradeNo', row.tradeNo, row.tradeNo);
  add('merchantOrderNo', row.merchantOrderNo, row.merchantOrderNo);
  add('refunded', row.refunded ? formatYuan(row.refunded) : undefined, row.status);
  const paid = wallet === undefined ? undefined : paidByOfRow(wallet, row.method);
  if (paid) add('paidBy', paid.paidBy, paid.text);
  return fields;
}

/** An order's number that a till wrote behind or instead of the goods. */
const ORDER_RUN =
  /[\s\-_—:：#(（]*(?:订单(?:编?号)?|单号|编号)?[\s\-_:：#]*[A-Za-z]{0,6}[-_]?\d{8,}[A-Za-z0-9_-]*[)）]?/g;
/** What is left of it where no goods were named: whose order it is, that something is paid. */
const NO_GOODS = /订单$|^(?:在线|网上|线上|扫码|二维码)?(?:收款|付款|支付|购物|购买|消费|交易)$/;

/** The goods that a row names without the order's number; none where it names only that, or that something was paid. */
function goodsIn(written: string): string {
  if (GENERIC_GOODS.test(written.trim()) || NO_GOODS.test(written.trim())) return '';
  const goods = written.replace(ORDER_RUN, '').trim();
  const isOrder = goods !== written && /订单|单号/.test(written);
  return isOrder || NO_GOODS.test(goods) || !/\p{L}{2}/u.test(goods) ? '' : goods;
}

/** A bill with one payment in it needs no other exhibit to say which it is. */
export function onlyPurchaseFields(rows: readonly BillRow[], wallet: BillReading['wallet']): FieldReading[] {
  const payments = rows.filter((row) => row.direction === 'out' && !row.refund && !row.unpaid);
  return payments.length === 1 ? purchaseFields(payments[0]!, wallet) : [];
}
