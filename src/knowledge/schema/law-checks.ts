import { SLOT } from '../slots.ts';
import { chineseNumeral } from '../../model/numeral.ts';
import type { Clock, Ground, Rule, RuleTable, Source, Statute, Unit } from './law.ts';

/** The law as its files give it, each passed by its own schema. */
export interface Law {
  /** By the name of the file under `rules/`. */
  tables: Readonly<Record<string, RuleTable>>;
  statutes: Readonly<Record<string, Statute>>;
  sources: Readonly<Record<string, Source>>;
  starts: Readonly<Record<string, string>>;
  grounds: readonly Ground[];
}

/** What is wrong between the files: `file` under `knowledge/law` without its ending, `place` within it. */
export interface LawProblem {
  file: string;
  place: readonly PropertyKey[];
  message: string;
}

interface Placed<Row> {
  row: Row;
  file: string;
  place: readonly PropertyKey[];
}

interface InForce {
  inForceFrom?: string | null;
  inForceUntil?: string;
}

/** Rows of one id or key whose days of force touch; rows without a day reach back, or on, without end. */
function overlaps<Row extends InForce>(rows: readonly Placed<Row>[], idOf: (row: Row) => string): LawProblem[] {
  return [...Map.groupBy(rows, ({ row }) => idOf(row))].flatMap(([id, versions]) => {
    const sorted = versions.toSorted((a, b) => (a.row.inForceFrom ?? '').localeCompare(b.row.inForceFrom ?? ''));
    return sorted.slice(1).flatMap((later, i): LawProblem[] => {
      const until = sorted[i]!.row.inForceUntil;
      const from = later.row.inForceFrom ?? null;
      const apart = until !== undefined && from !== null && from > until;
      return apart ? [] : [{ file: later.file, place: later.place, message: `${id}: two versions overlap in time` }];
    });
  });
}

const UNIT_WORDS: Record<Unit, string> = {
  hour: '小时',
  day: '(?:日|天)',
  workday: '个?工作日',
  month: '个?月',
  year: '年',
};

/** Does the rule's own sentence say the length of a clock? That of an extension is said as what is added. */
function saysLength({ says }: Rule, { n, unit, extended }: Clock): boolean {
  const numeral = `(?<![一二三四五六七八九十百\\d])(?:${n}|${chineseNumeral(n)}${n === 2 ? '|两' : ''})\\s*`;
  return extended === true || new RegExp(`${numeral}${UNIT_WORDS[unit]}`).test(says);
}

function checkRule({ row, file, place }: Placed<Rule>, law: Law): LawProblem[] {
  const problems: LawProblem[] = [];
  const miss = (at: readonly PropertyKey[], message: string) =>
    problems.push({ file, place: [...place, ...at], message: `${row.id}: ${message}` });
  for (const [i, [statute]] of row.cites.entries())
    if (!(statute in law.statutes)) miss(['cites', i], `cites: statutes.yaml has no ${statute}`);
  for (const [i, source] of row.sources.entries())
    if (!(source in law.sources)) miss(['sources', i], `sources: sources.yaml has no ${source}`);
  for (const [i, { start }] of (row.clocks ?? []).entries())
    if (!(start in law.starts)) miss(['clocks', i, 'start'], `start: starts.yaml has no ${start}`);
  for (const [i, clock] of (row.clocks ?? []).entries())
    if (!saysLength(row, clock))
      miss(['clocks', i], `the sentence does not say the length of ${clock.id} with its unit`);
  return problems;
}

const meets = (a: InForce, b: InForce): boolean =>
  (a.inForceFrom ?? '') <= (b.inForceUntil ?? '9999') && (b.inForceFrom ?? '') <= (a.inForceUntil ?? '9999');

/** A ground rests on a rule that is stated as law, and on a place that every version of its time has. */
function checkGround({ row, file, place }: Placed<Ground>, rules: readonly Rule[]): LawProblem[] {
  const fail = (message: string): LawProblem[] => [{ file, place, message: `${row.key}: ${message}` }];
  const versions = rules.filter((rule) => rule.id === row.rule && meets(rule, row));
  if (versions.length === 0) return fail(`no rule ${row.rule}`);
  return versions.flatMap((rule) => {
    const since = rule.inForceFrom === null ? '' : ` of ${rule.inForceFrom}`;
    if (rule.certainty === 'S') return fail(`${rule.id}${since} is second-hand, letters do not state it`);
    const has = rule.cites.some(([statute, article]) => statute === row.statute && article === row.article);
    return has ? [] : fail(`${rule.id}${since} has no place ${row.statute} ${row.article}`);
  });
}

/** Names in a text's slots that some version of the rule does not have; empty when all is well. */
export function unknownSlots(text: string, rules: readonly Rule[]): string[] {
  return [...text.matchAll(SLOT)].flatMap(([slot, id, name]) => {
    const versions = rules.filter((rule) => rule.id === id);
    const known = (rule: Rule): boolean =>
      rule.values?.[name!] !== undefined || (rule.clocks ?? []).some((clock) => clock.id === name);
    return versions.length > 0 && versions.every(known) ? [] : [slot];
  });
}

export const rulesOfTables = (tables: Law['tables']): Rule[] => Object.values(tables).flatMap(({ rules }) => rules);

/** Everything that is wrong between the files of the law, each with its place; empty when all is well. */
export function checkLaw(law: Law): LawProblem[] {
  const rules = Object.entries(law.tables).flatMap(([name, table]) =>
    table.rules.map((row, i): Placed<Rule> => ({ row, file: `rules/${name}`, place: ['rules', i] })),
  );
  const grounds = law.grounds.map((row, i): Placed<Ground> => ({ row, file: 'grounds', place: [i] }));
  const rows = rules.map(({ row }) => row);
  const cited = new Set(rows.flatMap((rule) => rule.cites.map(([statute]) => statute)));
  const orders = Object.entries(law.tables).toSorted(([, a], [, b]) => a.order - b.order);
  return [
    ...rules.flatMap((rule) => checkRule(rule, law)),
    ...overlaps(rules, (rule) => rule.id),
    ...grounds.flatMap((ground) => checkGround(ground, rows)),
    ...overlaps(grounds, (ground) => ground.key),
    ...Object.keys(law.statutes)
      .filter((key) => !cited.has(key))
      .map((key) => ({ file: 'statutes', place: [key], message: `no rule cites ${key}` })),
    ...orders
      .filter(([, table], i) => orders[i - 1]?.[1].order === table.order)
      .map(([name]) => ({ file: `rules/${name}`, place: ['order'], message: 'another file has this order' })),
  ];
}
