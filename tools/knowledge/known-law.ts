import { RULES } from '../../src/law/rules/index.ts';
import { GROUNDS } from '../../src/letters/story/law.ts';
import { type KnowledgeFile, type KnowledgeSource } from './source.ts';

const SLOT = /\{([A-Z]{2,4}-\d{2}|REQ-ID)\.(\w+)\}/g;

/** What other knowledge may name of the law. */
export interface KnownLaw {
  /** Rules by id, with the names of their clocks and of their other numbers. */
  rules: ReadonlyMap<string, { clocks: ReadonlySet<string>; values: ReadonlySet<string> }>;
  /** What letters can cite. */
  grounds: ReadonlySet<string>;
}

export function knownLaw(): KnownLaw {
  const rules = new Map<string, { clocks: Set<string>; values: Set<string> }>();
  for (const rule of RULES) {
    const numbers = rules.get(rule.id) ?? { clocks: new Set(), values: new Set() };
    for (const clock of rule.clocks ?? []) numbers.clocks.add(clock.id);
    for (const value of Object.keys(rule.values ?? {})) numbers.values.add(value);
    rules.set(rule.id, numbers);
  }
  return { rules, grounds: new Set(Object.keys(GROUNDS)) };
}

/** Names every rule in a file (`rule: …`) and every slot in its texts (`{PLT-12.refuse}`) that the law does not have. */
export function checkLaw(source: KnowledgeSource, file: KnowledgeFile<unknown>, law: KnownLaw): void {
  const note = (place: readonly PropertyKey[], message: string): void =>
    source.problems.add(file.path, file.lineOf(place), message);
  const walk = (value: unknown, place: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      if (place.at(-1) === 'rule' && !law.rules.has(value)) note(place, `there is no rule ${value}`);
      for (const [, rule, slot] of value.matchAll(SLOT)) {
        const known = law.rules.get(rule!);
        if (!known?.clocks.has(slot!) && !known?.values.has(slot!))
          note(place, `rule ${rule} has no clock or value ${slot}`);
      }
    } else if (Array.isArray(value)) {
      for (const [i, one] of value.entries()) walk(one, [...place, i]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, [...place, key]);
    }
  };
  walk(file.data, []);
}
