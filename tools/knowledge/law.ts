import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  groundsSchema,
  ratesSchema,
  ruleTableSchema,
  sourcesSchema,
  startsSchema,
  statutesSchema,
  type Rule,
} from '../../src/knowledge/schema/law.ts';
import { checkLaw, type Law, rulesOfTables, unknownSlots } from '../../src/knowledge/schema/law-checks.ts';
import type { KnowledgeFile, KnowledgeSource } from './source.ts';
import type { Subject } from './subject.ts';

const RULE_ID = /(?<![A-Z\d])(?:([A-Z]{2,4})-\d{2}|REQ-ID)(?![\w-])/g;

/** What every knowledge file names of the law, in a slot or as the id of a rule, is there: files of other subjects too. */
function checkMentions(source: KnowledgeSource, rules: readonly Rule[]): void {
  const ids = new Set(rules.map(({ id }) => id));
  const prefixes = new Set(rules.map(({ id }) => id.split('-')[0]));
  for (const path of source.all()) {
    for (const [i, line] of readFileSync(path, 'utf8').split('\n').entries()) {
      if (line.trimStart().startsWith('#')) continue;
      for (const slot of unknownSlots(line, rules)) source.problems.add(path, i + 1, `no rule has the number ${slot}`);
      for (const [id, prefix = 'REQ'] of line.matchAll(RULE_ID))
        if (prefixes.has(prefix) && !ids.has(id)) source.problems.add(path, i + 1, `there is no rule ${id}`);
    }
  }
}

const READ = new WeakMap<KnowledgeSource, Law | undefined>();

/** The law as its files give it; undefined, with the problems noted, where one of them does not pass. Read once. */
export function readLaw(source: KnowledgeSource): Law | undefined {
  if (!READ.has(source)) READ.set(source, readFiles(source));
  return READ.get(source);
}

function readFiles(source: KnowledgeSource): Law | undefined {
  const file = (name: string): string => join(source.root, 'law', `${name}.yaml`);
  const tables = source.folder('law/rules', ruleTableSchema);
  const statutes = source.yaml(file('statutes'), statutesSchema);
  const sources = source.yaml(file('sources'), sourcesSchema);
  const starts = source.yaml(file('starts'), startsSchema);
  const grounds = source.yaml(file('grounds'), groundsSchema);
  // What does not pass by itself is mended first; between the files it would only bring up false alarms.
  const all = tables.length === source.list('law/rules', '.yaml').length;
  if (!all || !statutes || !sources || !starts || !grounds) return undefined;
  const whole = {
    tables: Object.fromEntries(tables.map((table) => [table.name, table.data])),
    statutes: statutes.data,
    sources: sources.data,
    starts: starts.data,
    grounds: grounds.data,
  };
  const files: readonly KnowledgeFile<unknown>[] = [...tables, statutes, sources, starts, grounds];
  for (const problem of checkLaw(whole)) {
    const at = files.find(({ path }) => path === file(problem.file))!;
    source.problems.add(at.path, at.lineOf(problem.place), problem.message);
  }
  return whole;
}

/** `knowledge/law`: the rules by subject area, the instruments and sources they name, and what letters say of them. */
export const law: Subject = (source) => {
  const whole = readLaw(source);
  if (!whole) return [];
  const rates = source.yaml(join(source.root, 'law', 'rates.yaml'), ratesSchema);
  if (!rates) return [];
  checkMentions(source, rulesOfTables(whole.tables));
  const keys = 'keyof typeof STATUTES, keyof typeof SOURCES, keyof typeof STARTS';
  return [
    {
      name: 'law',
      imports: ["import type { RuleTable } from '../schema/law.ts';"],
      exports: [
        { name: 'STATUTES', type: 'const', value: whole.statutes },
        { name: 'SOURCES', type: 'const', value: whole.sources },
        { name: 'STARTS', type: 'const', value: whole.starts },
        {
          name: 'RULE_TABLES',
          type: `readonly RuleTable<${keys}>[]`,
          value: Object.values(whole.tables).toSorted((a, b) => a.order - b.order),
        },
      ],
    },
    // What only letters ask for, in modules of their own: who looks at a case does not load them.
    {
      name: 'rates',
      imports: ["import type { Rate } from '../schema/law.ts';"],
      exports: [{ name: 'RATES', type: 'readonly Rate[]', value: rates.data }],
    },
    {
      name: 'grounds',
      imports: ["import type { Ground } from '../schema/law.ts';", "import type { STATUTES } from './law.ts';"],
      exports: [
        { name: 'GROUND_KEYS', type: 'const', value: [...new Set(whole.grounds.map(({ key }) => key))] },
        {
          name: 'GROUNDS',
          type: 'readonly Ground<(typeof GROUND_KEYS)[number], keyof typeof STATUTES>[]',
          value: whole.grounds,
        },
      ],
    },
  ];
};
