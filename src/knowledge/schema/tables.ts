import { z } from 'zod';
import { COLUMN_PARTS } from './wallets.ts';
import { expression, expressions, said } from './words.ts';

/** What a column of any table of payments can be, besides the parts of a wallet's bill. */
export const TABLE_PARTS = [...COLUMN_PARTS, 'clock', 'out', 'in', 'balance', 'currency'] as const;
export type TablePart = (typeof TABLE_PARTS)[number];

/** As names of columns are compared: half-width, small, without spaces. */
const name = said.refine(
  (text) => text === text.normalize('NFKC').replace(/\s/g, '').toLowerCase(),
  'half-width, small, without spaces',
);

export const tableColumnsSchema = z.strictObject({
  /** Where the names were found. */
  sources: z.array(said).min(1),
  columns: z.array(
    z.strictObject({ part: z.enum(TABLE_PARTS), names: z.array(name).min(1), like: expressions.optional() }),
  ),
  aside: expressions,
  sums: expression,
  directions: z.strictObject({ out: expressions, in: expressions, neutral: expressions }),
  /** Types of rows that go from account to account. */
  transfers: expressions,
  closed: expressions,
  refunds: z.strictObject({ words: expressions, whole: expressions, part: expression }),
  issuers: z.array(z.strictObject({ wallet: said, words: expressions })),
});
export type TableColumns = z.infer<typeof tableColumnsSchema>;
