import { z } from 'zod';
import { KIND_IDS } from '../../model/evidence.ts';
import { FACT_KEYS } from '../../model/fact-keys.ts';
import { compiles, expressions, said, wordsRow } from './words.ts';

const kind = z.enum(KIND_IDS);

/** What a label may stand for; `none`: known, so that it is never taken for a value, and of no use here. */
const meaning = z.enum([...FACT_KEYS, 'none']);

const labelFields = {
  means: meaning,
  /** What it means on pages of one kind, where that is something else. */
  on: z.partialRecord(kind, meaning).optional(),
  /** `colon`: without a colon behind it, or a cell of its own, it is a word of a sentence; absent: a gap, a number or a sign of money ends it too. */
  separator: z.literal('colon').optional(),
};

const labelSchema = z.strictObject({ ...labelFields, words: z.array(said).min(1) });
/** A label put together from parts, each of them one of several words. */
const composedSchema = z.strictObject({
  ...labelFields,
  parts: z
    .array(
      z.union([
        z.strictObject({ one: expressions }),
        z.strictObject({ may: expressions }),
        z.strictObject({ any: expressions }),
      ]),
    )
    .min(2)
    .refine((parts) => parts.some((part) => 'one' in part), 'has no part that must be there'),
});
/** What a label is most likely of that no table has, by what it has and what it ends with. */
const likelySchema = z.strictObject({
  means: meaning,
  on: labelFields.on,
  has: expressions.optional(),
  ends: expressions.optional(),
  not: expressions.optional(),
});
export const labelsSchema = z.strictObject({
  labels: z.array(labelSchema),
  composed: z.array(composedSchema),
  likely: z.array(likelySchema),
});

/** How a label is to be understood; its words are the table's own business. */
export type LabelRow = Omit<z.infer<typeof labelSchema>, 'words'>;
export type Label = z.infer<typeof labelSchema>;
export type ComposedLabel = z.infer<typeof composedSchema>;
export type LikelyLabel = z.infer<typeof likelySchema>;

const markSchema = z
  .strictObject({
    kind,
    weight: z.number().positive().max(10),
    upTo: z.int().min(2).optional(),
    over: z.literal('page').optional(),
    ...wordsRow,
  })
  .superRefine(compiles);
const fileNameSchema = z.strictObject({ kind, words: expressions });
export const marksSchema = z.strictObject({ marks: z.array(markSchema), fileNames: z.array(fileNameSchema) });
export type PageMark = z.infer<typeof markSchema>;
export type FileNameWords = z.infer<typeof fileNameSchema>;

const names = z.array(said).min(1);
/** `{name}` is the name that a frame stands around, `{names}` one that may have spaces in it: one of them, once. */
const frames = expressions.refine(
  (rows) => rows.every((row) => row.match(/\{names?\}/g)?.length === 1),
  'a frame has not one name in it',
);
export const namesSchema = z.strictObject({
  notNames: z.strictObject({ whole: expressions, has: expressions, goods: expressions }),
  payees: z.strictObject({ companies: expressions }),
  pageParts: expressions,
  pages: expressions,
  platforms: z.strictObject({
    endings: expressions,
    known: expressions,
    frames: z.strictObject({
      leads: expressions,
      own: frames,
      nobody: expressions,
      slogans: expressions,
      loose: frames,
    }),
  }),
  offers: z.strictObject({ heads: expressions, sold: expressions }),
  tills: expressions,
  links: expressions,
  refunds: z.strictObject({ open: expressions, back: expressions, unless: expressions }),
  shops: z.strictObject({ endings: expressions, likely: expressions, badges: names, notBeginning: names }),
  goods: z.strictObject({ generic: expressions }),
  notes: z.strictObject({
    own: expressions,
    acts: expressions,
    reports: expressions,
    asks: expressions,
    days: expressions,
    labels: expressions,
    others: expressions,
  }),
  chats: z.strictObject({
    titleExtras: expressions,
    titleLeads: expressions,
    agents: expressions,
    states: expressions,
    ofProgram: expressions,
    speakers: z.strictObject({
      sellers: expressions,
      buyers: expressions,
      owners: expressions,
      ofPlace: expressions,
    }),
    nobody: expressions,
  }),
  dialogs: z.strictObject({
    titles: expressions,
    failed: expressions,
    emptyTitles: expressions,
    buttons: expressions,
    ofProgram: expressions,
    unreachable: expressions,
    permissions: expressions,
    denies: expressions,
  }),
  besideValues: expressions,
  serves: expressions,
  badges: z.strictObject({ before: expressions, behind: expressions }),
  samples: z.strictObject({ begin: expressions, labels: expressions, search: expressions }),
  statusBar: z.strictObject({ pieces: expressions, signs: expressions }),
});
/** A shorter name has too many neighbours. */
const SHORTEST_KNOWN = 4;
const SHORTEST_COMPANY = 8;
export const wellKnownSchema = z.strictObject({
  names: z.array(said.min(SHORTEST_KNOWN)).min(1),
  companies: z.array(said.min(SHORTEST_COMPANY)).min(1),
  alike: z.array(said.min(2)).min(1),
});
export type WellKnown = z.infer<typeof wellKnownSchema>;
export type PageNames = z.infer<typeof namesSchema>;
