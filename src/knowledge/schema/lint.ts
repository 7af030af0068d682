import { z } from 'zod';
import { DOCUMENT_IDS } from '../../model/dispute.ts';

/** Ids are kebab case and stay: `lint --json` names them. */
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is written in kebab case');
const level = z.enum(['error', 'warning']);
const kind = z.enum(['emotion', 'insult', 'accusation', 'threat', 'privacy']);
const document = z.enum(DOCUMENT_IDS);
/** Words parted by spaces; in classes and terms each is a piece of pattern. */
const words = z.string().min(1);
const pattern = z.string().min(1);

/** A sentence that a rule must fire at, or must not: alone, or with what is known beside it. */
const sentence = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    audience: document.optional(),
    /** 分. */
    claimFen: z.int().optional(),
    knownPrivate: z.array(z.strictObject({ key: z.string(), value: z.string() })).optional(),
    unredeemedCodes: z.array(z.string()).optional(),
  }),
]);
export type RuleSentence = z.infer<typeof sentence>;

const common = {
  id,
  kind: kind.optional(),
  level: level.optional(),
  /** What to write instead; Chinese. */
  suggestion: z.string().optional(),
  /** Why it is held against the writer; Chinese. */
  why: z.string().optional(),
  /** Ids of `excuses.yaml`; without it those of the file. */
  excuses: z.array(id).optional(),
  /** Readers for whom it is not looked for. */
  notFor: z.array(document).optional(),
  /** Classes of this rule alone. */
  terms: z.record(z.string(), words).optional(),
  yes: z.array(sentence).min(2, 'a rule has at least two sentences that it must fire at'),
  no: z.array(sentence).min(2, 'a rule has at least two sentences that it must not fire at'),
};
const find = z.array(pattern).min(1);

/** The kinds of rule; each has its own code in `src/words/lint/forms`. */
export const ruleSchema = z.discriminatedUnion('form', [
  /** Existence of words, also with marks in between and characters doubled. */
  z.strictObject({ ...common, form: z.literal('words'), words }),
  /** Latin letters: pinyin and abbreviations; `beside: people` where a word alone says nothing. */
  z.strictObject({ ...common, form: z.literal('latin'), words, beside: z.literal('people').optional() }),
  /** A sequence of words and classes. */
  z.strictObject({ ...common, form: z.literal('sequence'), find }),
  /** A sequence that counts only with one of these patterns in the same thought. */
  z.strictObject({
    ...common,
    form: z.literal('near'),
    find,
    with: z.array(id).min(1),
    addressed: z.boolean().optional(),
  }),
  /** A step announced for the near future, with a wish in the same thought, or (`demand: false`) without one. */
  z.strictObject({ ...common, form: z.literal('announced'), find, demand: z.boolean().optional() }),
  /** A condition, and within reach behind it what `act` names. */
  z.strictObject({ ...common, form: z.literal('consequence'), find, act: id }),
  /** Two sides, `one` and `other`; one of them is no remedy. */
  z.strictObject({ ...common, form: z.literal('choice'), find, remedy: id }),
  /** Small signs that add up. */
  z.strictObject({ ...common, form: z.literal('signs'), dark: z.array(id), signs: z.array(id), calm: id }),
  /** Money asked for beyond the claim: with a condition, without one (`plainWhy`), or tied to a complaint. */
  z.strictObject({ ...common, form: z.literal('money'), plainWhy: z.string(), tiedSuggestion: z.string() }),
  /** Data known by its shape. */
  z.strictObject({
    ...common,
    form: z.literal('shape'),
    find,
    /** What the data are called; stands for `{what}` in the texts. */
    what: z.string(),
    /** `label`: only behind one; else a check digit, or a label. */
    check: z.enum(['id-number', 'luhn', 'label']).optional(),
    label: pattern.optional(),
    publicLevel: level.optional(),
    onlyBesideOthers: z.boolean().optional(),
  }),
  /** A card code that still works. */
  z.strictObject({ ...common, form: z.literal('code'), find, stillGood: pattern, sealedFor: z.array(document) }),
  /** Facts of the case that a reader does not need. */
  z.strictObject({ ...common, form: z.literal('known'), publicWhy: z.string() }),
  /** Likeness to sentences of its kind. */
  z.strictObject({ ...common, form: z.literal('likeness'), lead: z.number().positive() }),
]);
export type RuleData = z.infer<typeof ruleSchema>;

/** How findings of a family that overlap become one. */
const family = z.enum(['tone', 'threats', 'admissions', 'private', 'likeness']);

/** `knowledge/words/lint/<subject>.yaml`: rules and what they have in common. */
export const ruleFileSchema = z.strictObject({
  family,
  kind,
  level,
  suggestion: z.string().optional(),
  why: z.string().optional(),
  excuses: z.array(id).optional(),
  notFor: z.array(document).optional(),
  rules: z.array(ruleSchema).min(1),
});

/** `classes.yaml`, `patterns.yaml`, `speech.yaml`: words and patterns by their names. */
export const namedSchema = z.record(id, pattern);

const window = z.enum([
  'clause',
  'sentence',
  'near',
  'upto',
  'upto-near',
  'around',
  'thought',
  'hit',
  'then',
  'between',
]);
const look = { window, reach: z.int().positive().optional(), find: pattern };

/** `excuses.yaml`. */
export const excusesSchema = z.array(
  z.strictObject({
    id,
    /** For the buyer: why the words are let pass; Chinese. */
    reason: z.string(),
    ...look,
    audience: z.array(document).optional(),
    terms: z.record(z.string(), words).optional(),
    unless: z.array(z.strictObject(look)).optional(),
    /** Does not hold where more money than the claim is asked for. */
    unlessBeyondClaim: z.boolean().optional(),
  }),
);

/** `harmless.yaml`: words in which an ugly one is only letters. */
export const harmlessSchema = z.array(z.strictObject({ id, reason: z.string(), words }));

/** What a sentence of `knowledge/sentences/lint.tsv` is: a kind of finding, or nothing to find. */
export const lintKind = z.enum(['none', 'threat', 'insult', 'accusation', 'emotion']);
export type LintSentenceKind = z.infer<typeof lintKind>;

/** `knowledge/words/characters.yaml`. */
export const charactersSchema = z.strictObject({
  /** Pairs: traditional, simplified. */
  traditional: z.string(),
  disguised: z.record(z.string(), z.string()),
});

type Built<Form extends RuleData['form']> = Omit<
  Extract<RuleData, { form: Form }>,
  'kind' | 'level' | 'suggestion' | 'why' | 'excuses' | 'notFor' | 'terms' | 'yes' | 'no' | 'words'
>;
interface Resolved {
  family: z.infer<typeof family>;
  kind: z.infer<typeof kind>;
  level: z.infer<typeof level>;
  suggestion: string;
  why: string;
  excuses: readonly string[];
  notFor: readonly string[];
}
/** A rule as the program has it: classes put in, defaults of its file filled in; patterns are sources of RegExp. */
export type LintRule<Form extends RuleData['form'] = RuleData['form']> = Form extends 'words' | 'latin'
  ? Built<Form> & Resolved & { words: readonly string[] }
  : Built<Form> & Resolved;

export interface Look {
  window: z.infer<typeof window>;
  reach?: number | undefined;
  find: string;
}
/** An excuse as the program has it. */
export interface Excuse extends Look {
  id: string;
  reason: string;
  audience?: readonly string[] | undefined;
  unless?: readonly Look[] | undefined;
  unlessBeyondClaim?: boolean | undefined;
}
/** Harmless words as the program has them. */
export interface Harmless {
  id: string;
  reason: string;
  words: readonly string[];
}
