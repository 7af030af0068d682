import { takeSnapshot } from '../../casefile/snapshot.ts';
import { sameAmount, type PurchaseMatch } from '../../reading/readers/bill/purchase.ts';
import { standingValue, type FactKey } from '../../model/facts.ts';
import { readingsIn, type BillRow } from '../../model/reading.ts';
import type { OpenCase } from '../cases/open-case.ts';
import { assignFacts } from './reconcile-facts.ts';
import { matchingRows, shownRow, type ShownRow } from './purchase-row.ts';

/** A bill in which several rows can be this purchase, and nothing says which. */
export interface PurchaseChoice {
  exhibit: number;
  rows: ShownRow[];
}

/**
 * The bills whose row only the buyer can tell: those that agree with what is known, else all of that amount.
 * None while no amount is known.
 */
export function purchaseChoices(file: OpenCase): PurchaseChoice[] {
  return openBills(file).map(({ exhibit, rows }) => ({ exhibit, rows: rows.map(shownRow) }));
}

/**
 * Takes the row that the buyer has picked for the purchase: by its number where it has one, else by its time. What the
 * row says of the rest is then read off the bill as ever.
 */
export function choosePurchase(file: OpenCase, exhibit: number, line: number): void {
  const row = openBills(file)
    .find((one) => one.exhibit === exhibit)
    ?.rows.find((one) => one.line === line);
  if (row) assignFacts(file, deciding(row));
}

function deciding(row: BillRow): [FactKey, string][] {
  if (row.tradeNo) return [['tradeNo', row.tradeNo]];
  if (row.merchantOrderNo) return [['merchantOrderNo', row.merchantOrderNo]];
  const when = row.at ?? row.day;
  return when ? [['paidAt', when]] : [];
}

function openBills(file: OpenCase): { exhibit: number; rows: BillRow[] }[] {
  const { exhibits, facts } = takeSnapshot(file);
  if (standingValue(facts, 'amount') === undefined) return [];
  return exhibits.flatMap(({ no, reading, withdrawn, nearDuplicateOf }) => {
    if (!reading || withdrawn || nearDuplicateOf !== undefined) return [];
    return readingsIn(reading).flatMap(({ bill }) => {
      const matches: PurchaseMatch[] = bill ? matchingRows(bill, facts) : [];
      if (!bill || matches[0]?.certain) return [];
      const rows = matches.length > 0 ? matches.map(({ row }) => row) : sameAmount(bill, facts.amount!.value);
      return rows.length > 0 ? [{ exhibit: no, rows }] : [];
    });
  });
}
