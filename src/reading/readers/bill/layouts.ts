import { WALLETS } from '../../../knowledge/built/wallets.ts';
import { anyOf } from '../../../knowledge/patterns.ts';
import type { Bill, ColumnPart } from '../../../knowledge/schema/wallets.ts';
import type { BillRow } from '../../../model/reading.ts';

/** What is known of the bills of one wallet, ready for use. */
export interface BillLayout {
  /** Of the wallet: a file in `knowledge/wallets`. */
  id: string;
  name: string;
  menu: string;
  columns: Bill['columns'];
  /** Parts without which a table is no bill of this wallet. */
  needed: readonly ColumnPart[];
  directions: ReadonlyMap<string, BillRow['direction']>;
  closed: RegExp;
  refunds: {
    words: RegExp;
    products: RegExp;
    whole: RegExp;
    /** Its first group is an amount in yuan. */
    part: RegExp;
    tiedBy: Bill['refunds']['tiedBy'];
  };
  totals: Bill['totals'];
  mistakenFor: NonNullable<Bill['mistakenFor']>;
}

const NOTHING = /(?!)/;
const patternOr = (words: readonly string[] | undefined): RegExp => (words ? anyOf(words) : NOTHING);

const BILLS = WALLETS.flatMap(({ id, name, bill }) => (bill ? [{ id, name, bill }] : []));

export const BILL_LAYOUTS: readonly BillLayout[] = BILLS.map(({ id, name, bill }) => ({
  id,
  name,
  menu: bill.menu,
  columns: bill.columns,
  needed: bill.columns.filter(({ needed }) => needed).map(({ part }) => part),
  directions: new Map(
    (['out', 'in', 'neutral'] as const).flatMap((direction) =>
      bill.directions[direction].map((word) => [word, direction] as const),
    ),
  ),
  closed: patternOr(bill.closed),
  refunds: {
    words: anyOf(bill.refunds.words),
    products: patternOr(bill.refunds.products),
    whole: patternOr(bill.refunds.whole),
    part: bill.refunds.part === undefined ? NOTHING : new RegExp(bill.refunds.part),
    tiedBy: bill.refunds.tiedBy,
  },
  totals: bill.totals,
  mistakenFor: bill.mistakenFor ?? [],
}));

/** The titles that the wallets put above their bills. */
export const BILL_TITLE = anyOf(BILLS.flatMap(({ bill }) => bill.titles));

/** What ends the table of a bill. */
export const BILL_END = patternOr(
  BILLS.some(({ bill }) => bill.ends) ? BILLS.flatMap(({ bill }) => bill.ends ?? []) : undefined,
);
