import { z } from 'zod';
import { expression, expressions, said } from './words.ts';

/** The part that a column plays in a bill. */
export const COLUMN_PARTS = [
  'paidAt',
  'at',
  'type',
  'counterparty',
  'product',
  'direction',
  'amount',
  'method',
  'status',
  'tradeNo',
  'merchantOrderNo',
  'note',
  'refunded',
  'funds',
] as const;
export type ColumnPart = (typeof COLUMN_PARTS)[number];

/** Without a column for each of these a row says too little to be a payment. */
const LEAST: readonly ColumnPart[] = ['at', 'counterparty', 'direction', 'amount'];

const columnSchema = z.strictObject({
  part: z.enum(COLUMN_PARTS),
  /** All that the column was ever called, with half-width brackets and no spaces. */
  names: z
    .array(said.refine((name) => name === name.normalize('NFKC').replace(/\s/g, ''), 'half-width, without spaces'))
    .min(1),
  /** A table without it is no bill of this wallet. */
  needed: z.literal(true).optional(),
});

/** Several words of one cell, compared whole. */
const cells = z.array(z.string());

const billSchema = z.strictObject({
  /** How to get the bill, in the words of the app's own menu. */
  menu: said,
  /** What stands above the table; a file with such a title and no table that can be read is a damaged bill. */
  titles: expressions,
  /** Order and number of columns, and of lines above them, change every few months: a bill is known by names alone. */
  columns: z.array(columnSchema).superRefine((columns, context) => {
    for (const part of LEAST) {
      const column = columns.find((one) => one.part === part);
      if (!column) context.addIssue({ code: 'custom', message: `no column plays the part ${part}` });
      else if (!column.needed) context.addIssue({ code: 'custom', message: `the column ${part} must be needed` });
    }
    if (!columns.some(({ part, needed }) => needed && (part === 'tradeNo' || part === 'merchantOrderNo')))
      context.addIssue({ code: 'custom', message: 'no needed column has a number: tradeNo or merchantOrderNo' });
    const seen = new Set<string>();
    for (const { part, names } of columns) {
      if (seen.has(part)) context.addIssue({ code: 'custom', message: `two columns play the part ${part}` });
      for (const name of names)
        if (seen.has(name)) context.addIssue({ code: 'custom', message: `two columns are called ${name}` });
      for (const one of [part, ...names]) seen.add(one);
    }
  }),
  /** What the column of directions says of money that goes out, comes in, or does neither. */
  directions: z.strictObject({ out: cells.min(1), in: cells.min(1), neutral: cells }),
  /** A line that ends the table, besides a rule of dashes and a line of totals. */
  ends: expressions.optional(),
  /** In the status: closed before anything was paid. */
  closed: expressions.optional(),
  refunds: z.strictObject({
    /** In the type or the status of a row that gives money back. */
    words: expressions,
    /** In the goods of such a row. */
    products: expressions.optional(),
    /** In the status of a payment of which all came back. */
    whole: expressions.optional(),
    /** The same for a part of it; its first group is the amount in yuan. */
    part: expression.refine((source) => /\((?!\?)/.test(source), 'has no group for the amount').optional(),
    /**
     * What ties a refund to its payment. `trade_no`: its number begins with the payment's; `merchant_order_no`: both
     * carry the merchant's number.
     */
    tiedBy: z.array(z.enum(['trade_no', 'merchant_order_no'])),
  }),
  /** Whether the totals that a bill states are the sums of its rows. */
  totals: z.enum(['sum_of_rows', 'counted_otherwise']),
  /** Other exports of the wallet that people take for its bill. */
  mistakenFor: z.array(z.strictObject({ called: said, columns: z.array(said).min(2), lacks: said })).optional(),
});
export type Bill = z.infer<typeof billSchema>;

/** Where several files have words that fit, the lowest counts; the default is that of a wallet of its own. */
const rank = z.int().min(0).max(99).default(50);

/** What a way of paying is, as one of the choices of `paidBy`; the file's name is its value. */
const choiceSchema = z.strictObject({
  /** Among the choices, the lowest first. */
  place: z.int().min(0).max(99).default(50),
  /** On the screen, where that is not its name. */
  shown: said.optional(),
  /** As an answer to “怎么付的款？”, where that is not its name. */
  asked: said.optional(),
  /** Whom the letter to the payment service addresses. */
  service: said,
});

/** The form of the wallet's own numbers of payments, which shops and vouchers call 订单号 too. */
const tradeNumbersSchema = z
  .strictObject({
    /** A number that begins so and has not `digits` digits, or no day where it should be, was misread. */
    begin: expression,
    digits: z.int().min(8).max(40),
    /** Where the eight digits of the day stand, from 0. */
    dayAt: z.int().min(0).max(32),
    /** A number of this form is the wallet's on every page but an order's, whatever it is called there. */
    onVouchers: expression,
    /** No shop numbers its orders so: on an order's page too it is the wallet's. */
    neverOfShops: z.literal(true).optional(),
  })
  .refine(({ digits, dayAt }) => dayAt + 8 <= digits, 'the day does not fit into the digits');

export const walletSchema = z
  .strictObject({
    /** As letters call it: 通过…实付96.50元. */
    name: said,
    choice: choiceSchema.optional(),
    /** Of a bank or shop that is no choice of its own: the choice that its payments are, or what each row says. */
    paidBy: z.union([z.literal('by_row'), said]).optional(),
    /** How pages call it as a way of paying; capitals are no matter. */
    called: z.strictObject({ rank, words: expressions }).optional(),
    /** What only its own vouchers say. */
    marks: z.strictObject({ rank, words: expressions, onlyWithoutLabel: z.literal(true).optional() }).optional(),
    /** Names under which banks write it before the payee: 财付通-青柠网络. */
    beforePayee: expressions.optional(),
    tradeNumbers: tradeNumbersSchema.optional(),
    bill: billSchema.optional(),
  })
  .superRefine(({ choice, paidBy, called, marks, bill }, context) => {
    const issue = (message: string): void => context.addIssue({ code: 'custom', message });
    if (!choice && paidBy === undefined)
      issue('neither choice (a way of paying of its own) nor paidBy (which one it is)');
    if (choice && paidBy !== undefined) issue('choice and paidBy exclude each other');
    if (choice && !called && !marks) issue('nothing says how pages call it: called or marks');
    if (!choice && !bill) issue('a wallet that is no choice of its own is here for its bill');
    if (!choice && marks) issue('marks belong to a choice of its own');
    if (!choice && called && paidBy === 'by_row') issue('called needs a way of paying that it stands for');
    if (paidBy === 'by_row' && !bill?.columns.some(({ part }) => part === 'method'))
      issue('paidBy: by_row needs a column method');
  });

/** One wallet, bank or shop; `id` is the file's name. */
export type Wallet = z.infer<typeof walletSchema> & { id: string };
