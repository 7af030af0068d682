import { z } from 'zod';
import { type Day, isDay } from '../../model/moment.ts';
import { PLEAS, type Plea } from './pleas.ts';

/**
 * What stands in `knowledge/law`. The shapes are given twice: as interfaces, which the program imports, and as
 * schemas, which only the build loads; TypeScript holds one to the other.
 */
export type Unit = 'hour' | 'day' | 'workday' | 'month' | 'year';

/**
 * How sure a rule is. `V`: read in a full text of the instrument. `V-1`: read in one copy or one official excerpt.
 * Both are stated as law. `S`: second-hand, stated as reported and never as a hard deadline.
 */
export type Certainty = 'V' | 'V-1' | 'S';

/**
 * What happens when the last day is no working day. `rest_day`: the period runs on to the first day that is none
 * (民法典203, 民诉法85). `holiday`: the text names only 法定节假日, so a plain weekend is open (办法45). `unstated`:
 * no text at hand says it for this period; the day after the rest is shown beside the nominal one. `none`: it ends
 * when it ends.
 */
export type Moves = 'rest_day' | 'holiday' | 'unstated' | 'none';

/** One period of a rule. */
export interface Clock<Start extends string = string> {
  /** Unique within its rule, stable: part of the ids of deadlines, and the name that slots use. */
  id: string;
  /** What must have happened when it ends, Chinese. */
  what: string;
  n: number;
  unit: Unit;
  /** A key of `starts.yaml`. */
  start: Start;
  /** Whose time it is: the buyer loses something by missing it, or somebody else owes it. */
  whose: 'buyer' | 'other';
  moves: Moves;
  /** Only after an extension was granted; `n` is then the whole length. */
  extended?: true;
  /** Hours of court procedure leave out the hour in which they start (民诉法85). */
  hourZeroOut?: true;
}

/** A number of a rule that is no period. Money is in 分; a share is a part of one, 0.5 for one half. */
export interface RuleNumber {
  kind: 'money' | 'multiple' | 'share' | 'days' | 'years';
  n: number;
}

/** A place in a statute: its key in `statutes.yaml` and the article as cited, `第十五条`. */
export type Cite<Statute extends string = string> = readonly [statute: Statute, article: string];

/**
 * One version of one rule. Two rows may share an id when the law changed; then their days of force must not overlap.
 */
export interface Rule<Statute extends string = string, Source extends string = string, Start extends string = string> {
  /** As in `docs/rules.md`: `REG-01`. Never given to another rule. */
  id: string;
  /** The first is the one that letters cite. Empty for what portals and platforms ask. */
  cites: readonly Cite<Statute>[];
  /** Exact words of the text, Chinese. */
  quote?: string;
  /** What it means for the buyer: one sentence. */
  says: string;
  clocks?: readonly Clock<Start>[];
  /** Other numbers of the rule that code or texts work with, by name. */
  values?: Readonly<Record<string, RuleNumber>>;
  /** First day in force; null where no text at hand gives the day and it is old law. */
  inForceFrom: Day | null;
  /** Last day in force. */
  inForceUntil?: Day;
  /** Keys of `sources.yaml`. */
  sources: readonly Source[];
  /** Pages beyond the keyed sources. */
  urls?: readonly string[];
  certainty: Certainty;
  checkedOn: Day;
}

/** One file of rules: a subject area. */
export interface RuleTable<
  Statute extends string = string,
  Source extends string = string,
  Start extends string = string,
> {
  /** Heading in `docs/rules.md`. */
  title: string;
  /** Place among the headings, from 1. */
  order: number;
  rules: readonly Rule<Statute, Source, Start>[];
}

/** An instrument that rules cite. */
export interface Statute {
  /** Full title without the marks 《》; inner titles stand in 〈〉. */
  name: string;
  short: string;
  /** Documents that are cited by their number carry no title marks. */
  byNumber?: true;
  /** First day in force of the text that is cited; null where no text at hand gives it. */
  from: Day | null;
}

/** Where a text was read. */
export interface Source {
  text: string;
  url?: string;
}

/** What letters say of one place of the law. Two rows may share a key when the law changed, as with rules. */
export interface Ground<Key extends string = string, StatuteKey extends string = string> {
  key: Key;
  /** The rule it comes from; a letter cites it only on days on which the rule is stated as law. */
  rule: string;
  statute: StatuteKey;
  /** As cited: `第二十条`. One of the places of the rule. */
  article: string;
  /** What it says, short, in the words of the rule; numbers are slots. */
  says: string;
  /** A letter cites it only where the legal relation allows all of these; without them, always. */
  pleas?: Plea[];
  inForceFrom?: Day;
  inForceUntil?: Day;
}

const day = z.string().refine(isDay, 'no such day');
const sentence = z.string().min(6).regex(/。$/, 'a sentence ends with 。');
const RULE_ID = /^(?:[A-Z]{2,4}-\d{2}|REQ-ID)$/;

const clock: z.ZodType<Clock> = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*$/),
  what: z.string().min(2),
  n: z.int().positive(),
  unit: z.enum(['hour', 'day', 'workday', 'month', 'year']),
  start: z.string(),
  whose: z.enum(['buyer', 'other']),
  moves: z.enum(['rest_day', 'holiday', 'unstated', 'none']),
  extended: z.literal(true).optional(),
  hourZeroOut: z.literal(true).optional(),
});

/** `{ yuan: 500 }`, `{ multiple: 3 }`, `{ share: 0.5 }`, `{ days: 30 }`, `{ years: 5 }`. */
const value = z.union([
  z.strictObject({ yuan: z.number().positive().multipleOf(0.01) }).transform(({ yuan }) => number('money', yuan * 100)),
  z.strictObject({ multiple: z.int().positive() }).transform(({ multiple }) => number('multiple', multiple)),
  z
    .strictObject({ share: z.number().positive().max(1).multipleOf(0.01) })
    .transform((one) => number('share', one.share)),
  z.strictObject({ days: z.int().positive() }).transform(({ days }) => number('days', days)),
  z.strictObject({ years: z.int().positive() }).transform(({ years }) => number('years', years)),
]);
const number = (kind: RuleNumber['kind'], n: number): RuleNumber => ({
  kind,
  n: kind === 'money' ? Math.round(n) : n,
});

const rate = z.strictObject({
  from: day,
  until: day,
  percent: z.number().positive().max(20),
  source: z.string().min(10),
  checkedOn: day,
});
/** The 一年期 LPR over some days. */
export type Rate = z.infer<typeof rate>;
/** `knowledge/law/rates.yaml`: in the order of time, no day twice. */
export const ratesSchema = z
  .array(rate)
  .refine(
    (rates) => rates.every((one, i) => one.from <= one.until && (i === 0 || rates[i - 1]!.until < one.from)),
    'rates follow each other, and no day has two',
  );

const rule = z
  .strictObject({
    id: z.string().regex(RULE_ID, 'an id is like REG-01'),
    cites: z.array(z.tuple([z.string(), z.string().regex(/^(?:第.+)?$/)])),
    quote: z.string().min(2).optional(),
    says: sentence,
    clocks: z.array(clock).min(1).optional(),
    values: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), value).optional(),
    inForceFrom: day.nullable(),
    inForceUntil: day.optional(),
    sources: z.array(z.string()).min(1, 'a rule needs a source'),
    urls: z.array(z.string().regex(/^[\w.-]+\.[a-z]{2,}(?:\/\S*)?$/i)).optional(),
    certainty: z.enum(['V', 'V-1', 'S']),
    checkedOn: day,
  })
  .superRefine((one, context) => {
    const fail = (message: string) => context.addIssue({ code: 'custom', message: `${one.id}: ${message}` });
    if (one.certainty !== 'S' && one.cites.length === 0 && !one.id.startsWith('FRM-')) fail('law without a statute');
    if (one.sources.includes('S9') && one.urls === undefined) fail('a web page needs its address');
    if (one.inForceFrom !== null && one.inForceUntil !== undefined && one.inForceUntil < one.inForceFrom) {
      fail('in force until before it began');
    }
    const names = [...(one.clocks ?? []).map(({ id }) => id), ...Object.keys(one.values ?? {})];
    if (new Set(names).size !== names.length) fail('two clocks or values with one id');
    for (const { id, unit, moves } of one.clocks ?? []) {
      if (unit === 'workday' && moves !== 'none') fail(`${id}: a working day needs no moving`);
      if (unit === 'hour' && moves !== 'none') fail(`${id}: hours do not move`);
    }
  });

export const ruleTableSchema: z.ZodType<RuleTable> = z.strictObject({
  title: z.string().min(2),
  order: z.int().positive(),
  rules: z.array(rule).min(1),
});

const key = z.string().regex(/^[a-z][a-z0-9_]*$/);

export const statutesSchema: z.ZodType<Record<string, Statute>> = z.record(
  key,
  z.strictObject({
    name: z.string().min(2),
    short: z.string().min(2),
    byNumber: z.literal(true).optional(),
    from: day.nullable(),
  }),
);

export const sourcesSchema: z.ZodType<Record<string, Source>> = z.record(
  z.string().regex(/^S\d+$/),
  z.strictObject({ text: z.string().min(4), url: z.url().optional() }),
);

export const startsSchema: z.ZodType<Record<string, string>> = z.record(key, z.string().min(2));

export const groundsSchema: z.ZodType<Ground[]> = z.array(
  z.strictObject({
    key,
    rule: z.string().regex(RULE_ID),
    statute: z.string(),
    article: z.string().regex(/^第.+$/),
    says: z.string().min(6),
    pleas: z.array(z.enum(PLEAS)).min(1).optional(),
    inForceFrom: day.optional(),
    inForceUntil: day.optional(),
  }),
);
