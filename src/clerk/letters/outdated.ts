import { listContacts } from '../../casefile/contacts.ts';
import { listLetters } from '../../casefile/letters.ts';
import type { DocumentId } from '../../model/dispute.ts';
import { FACT_KEYS, standingValue, type FactKey, type Facts } from '../../model/facts.ts';
import type { OpenCase } from '../cases/open-case.ts';
import { factsOf } from '../intake/record-facts.ts';

/** A letter that states facts as they were before they were changed. */
export interface Outdated {
  no: number;
  document: DocumentId;
  keys: FactKey[];
  /** It is out of the buyer's hands already. */
  handedIn: boolean;
}

/**
 * The letters that say what has just been changed: a frozen letter is never rendered again.
 * @param before the facts until then
 */
export function outdatedLetters(file: OpenCase, before: Facts): Outdated[] {
  const after = factsOf(file);
  const changed = FACT_KEYS.filter((key) => {
    const was = standingValue(before, key);
    return was !== undefined && was !== standingValue(after, key);
  });
  if (changed.length === 0) return [];
  const handed = new Set(listContacts(file).map(({ letter }) => letter));
  return listLetters(file).flatMap(({ no, document, detail }) => {
    const keys = changed.filter((key) =>
      detail.spans?.some(({ origin }) => origin.from === 'fact' && origin.key === key),
    );
    return keys.length === 0 ? [] : [{ no, document, keys, handedIn: handed.has(no) }];
  });
}
