import type { FactKey } from '../model/facts.ts';
import { parseFen } from '../model/money.ts';
import { readingsIn, type BillRow, type FieldReading } from '../model/reading.ts';
import { fieldsOfMatch, matchPurchase } from '../reading/readers/bill/purchase.ts';
import type { Candidate, ReadExhibit } from './candidates.ts';

/** A row of a bill that is the purchase, and what it says: the fields of that exhibit. */
export interface PurchaseRow {
  exhibit: number;
  row: BillRow;
  fields: FieldReading[];
}

/**
 * The row of each bill that is this purchase, where one is for certain.
 * @param own what the other pages offer; what is not certain there finds no row
 * @param typed values that a person gave: they decide before what was read
 */
export function purchaseRows(
  exhibits: readonly ReadExhibit[],
  own: readonly Candidate[],
  typed: Partial<Record<FactKey, string>>,
): PurchaseRow[] {
  const known = (key: FactKey): string[] => {
    const value = typed[key];
    if (value !== undefined) return [value];
    const certain = own.filter((candidate) => candidate.key === key && candidate.certain);
    return [...new Set(certain.toSorted((a, b) => b.authority - a.authority).map((candidate) => candidate.value))];
  };
  const amount = known('amount')[0];
  const at = known('paidAt')[0] ?? known('orderedAt')[0];
  const product = known('product')[0];
  const clues = {
    numbers: [...known('orderNo'), ...known('tradeNo'), ...known('merchantOrderNo')],
    names: [...known('merchant'), ...known('payee')],
    ...(amount ? { amount: parseFen(amount)! } : {}),
    ...(at ? { at } : {}),
    ...(product ? { product } : {}),
  };
  return exhibits.flatMap((exhibit) =>
    readingsIn(exhibit.reading).flatMap((reading) => {
      const match = reading.bill && matchPurchase(reading.bill, clues)[0];
      if (!match?.certain) return [];
      const fields = fieldsOfMatch(match, reading.bill!);
      // A small shop's own number goes through to the wallet; whether it did, the other exhibits say.
      const number = fields.find((field) => field.key === 'merchantOrderNo');
      return [
        {
          exhibit: exhibit.no,
          row: match.row,
          fields: number ? [...fields, { ...number, key: 'orderNo' as const }] : fields,
        },
      ];
    }),
  );
}
