import { RULES } from '../../src/law/rules/index.ts';
import { GROUNDS } from '../../src/letters/story/law.ts';
import { type KnowledgeFile, type KnowledgeSource } from './source.ts';

const SLOT = /\{([A-Z]{2,4}-\d{2}|REQ-ID)\.(\w+)\}/g;

/** What other knowledge may name of the law. */
export interface KnownLaw {
  /** Rules by id, with the names of the clocks and values that a slot can say. */
  rules: ReadonlyMap<string, ReadonlySet<string>>;
  /** What letters can cite. */
  grounds: ReadonlySet<string>;
}

export function knownLaw(): KnownLaw {
  const rules = new Map<string, Set<string>>();
  for (const rule of RULES) {
    const slots = rules.get(rule.id) ?? new Set();
    for (const clock of rule.clocks ?? []) slots.add(clock.id);
    for (const value of Object.keys(rule.values ?? {})) slots.add(value);
    rules.set(rule.id, slots);
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
        if (!law.rules.get(rule!)?.has(slot!)) note(place, `rule ${rule} has no clock or value ${slot}`);
      }
    } else if (Array.isArray(value)) {
      for (const [i, one] of value.entries()) walk(one, [...place, i]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, [...place, key]);
    }
  };
  walk(file.data, []);
}
