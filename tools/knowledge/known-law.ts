import { rulesOfTables } from '../../src/knowledge/schema/law-checks.ts';
import { readLaw } from './law.ts';
import type { KnowledgeSource } from './source.ts';

/** What other knowledge may name of the law. */
export interface KnownLaw {
  /** Rules by id, with the names of their clocks and of their other numbers. */
  rules: ReadonlyMap<string, { clocks: ReadonlySet<string>; values: ReadonlySet<string> }>;
  /** What letters can cite. */
  grounds: ReadonlySet<string>;
}

/** What the files of the law give; nothing where they do not pass. That rules and slots exist is checked with the law. */
export function knownLaw(source: KnowledgeSource): KnownLaw | undefined {
  const law = readLaw(source);
  if (!law) return undefined;
  const rules = new Map<string, { clocks: Set<string>; values: Set<string> }>();
  for (const rule of rulesOfTables(law.tables)) {
    const numbers = rules.get(rule.id) ?? { clocks: new Set(), values: new Set() };
    for (const clock of rule.clocks ?? []) numbers.clocks.add(clock.id);
    for (const value of Object.keys(rule.values ?? {})) numbers.values.add(value);
    rules.set(rule.id, numbers);
  }
  return { rules, grounds: new Set(law.grounds.map(({ key }) => key)) };
}
