import { z } from 'zod';
import { isDay } from '../../model/moment.ts';
import { type Clock, type Rule, START_EVENTS, type StartEvent } from './rule.ts';
import { SOURCES, type SourceKey } from './sources.ts';
import { STATUTES, type StatuteKey } from './statutes.ts';

/**
 * What a row of the rule tables must be. Checked by the build and the tests, not
 * at start-up: the tables are part of the program.
 */
const day = z.string().refine(isDay, 'no such day');
const keysOf = <K extends string>(table: Record<K, unknown>): [K, ...K[]] => Object.keys(table) as [K, ...K[]];
const sentence = z.string().min(6).regex(/。$/, 'a sentence ends with 。');
/** A number of days in digits or Chinese numerals, with its unit. */
const COUNTED = /[0-9一二三四五六七八九十百两]+(?:个)?(?:工作日|小时|日|年|月)/;

const clock: z.ZodType<Clock> = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*$/),
  what: z.string().min(2),
  n: z.int().positive(),
  unit: z.enum(['hour', 'day', 'workday', 'month', 'year']),
  start: z.enum(keysOf<StartEvent>(START_EVENTS)),
  whose: z.enum(['buyer', 'other']),
  moves: z.enum(['rest_day', 'holiday', 'unstated', 'none']),
  extended: z.literal(true).optional(),
  hourZeroOut: z.literal(true).optional(),
});

export const ruleSchema: z.ZodType<Rule> = z
  .strictObject({
    id: z.string().regex(/^(?:[A-Z]{2,4}-\d{2}|REQ-ID)$/, 'an id is like REG-01'),
    cites: z.array(z.tuple([z.enum(keysOf<StatuteKey>(STATUTES)), z.string().regex(/^(?:第.+)?$/)])),
    quote: z.string().min(2).optional(),
    says: sentence,
    clocks: z.array(clock).min(1).optional(),
    values: z.record(z.string(), z.number()).optional(),
    inForceFrom: day.nullable(),
    inForceUntil: day.optional(),
    sources: z.array(z.enum(keysOf<SourceKey>(SOURCES))).min(1, 'a rule needs a source'),
    urls: z.array(z.string().regex(/^[\w.-]+\.[a-z]{2,}(?:\/\S*)?$/i)).optional(),
    certainty: z.enum(['V', 'V-1', 'S']),
    checkedOn: day,
  })
  .superRefine((rule, context) => {
    const fail = (message: string) => context.addIssue({ code: 'custom', message });
    if (rule.certainty !== 'S' && rule.cites.length === 0 && !rule.id.startsWith('FRM-')) fail('law without a statute');
    if (rule.sources.includes('S9') && rule.urls === undefined) fail('a web page needs its address');
    if (rule.inForceFrom !== null && rule.inForceUntil !== undefined && rule.inForceUntil < rule.inForceFrom) {
      fail('in force until before it began');
    }
    const clocks = rule.clocks ?? [];
    if (new Set(clocks.map((one) => one.id)).size !== clocks.length) fail('two clocks with one id');
    for (const one of clocks) {
      if (one.unit === 'workday' && one.moves !== 'none') fail(`${one.id}: a working day needs no moving`);
      if (one.unit === 'hour' && one.moves !== 'none') fail(`${one.id}: hours do not move`);
    }
    if (clocks.length > 0 && !COUNTED.test(rule.says)) fail('a rule with a clock says its length with a unit');
  });

/**
 * Everything that is wrong with a set of rules: rows that are no rules, and two
 * versions of one rule in force on one day.
 * @returns lines like `REG-01: a rule needs a source`; empty when all is well
 */
export function checkRules(rules: readonly unknown[]): string[] {
  const problems: string[] = [];
  const sound: Rule[] = [];
  for (const [i, row] of rules.entries()) {
    const parsed = ruleSchema.safeParse(row);
    if (parsed.success) {
      sound.push(parsed.data);
      continue;
    }
    const id = (row as { id?: unknown } | null)?.id;
    for (const issue of parsed.error.issues) {
      problems.push(`${typeof id === 'string' ? id : `row ${i}`}: ${[...issue.path, issue.message].join(' ')}`);
    }
  }
  for (const id of new Set(sound.map((rule) => rule.id))) {
    const sorted = sound
      .filter((rule) => rule.id === id)
      .toSorted((a, b) => (a.inForceFrom ?? '').localeCompare(b.inForceFrom ?? ''));
    for (let i = 1; i < sorted.length; i++) {
      const until = sorted[i - 1]!.inForceUntil;
      const from = sorted[i]!.inForceFrom;
      if (until === undefined || from === null || from <= until) problems.push(`${id}: two versions overlap in time`);
    }
  }
  return problems;
}
