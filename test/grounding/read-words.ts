import { groundLetter } from '../../src/grounding/ground.ts';
import type { ComposedLetter, ComputedValue } from '../../src/model/letter.ts';
import type { Finding } from '../../src/model/outcome.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';

/** Holds words against a case that a person wrote from the first to the last: nothing was composed before them. */
export function groundWords(text: string, snapshot: CaseSnapshot, values: readonly ComputedValue[] = []): Finding[] {
  const letter: ComposedLetter = {
    document: 'merchant',
    title: '',
    addressee: '',
    no: 1,
    writtenOn: snapshot.today,
    text,
    markdown: text,
    blocks: [],
    sections: { facts: '', demands: '', evidence: '' },
    exhibits: [],
    laws: [],
    values: [],
    spans: [],
    fixed: values.map((value) => value.text),
    base: { text: '' },
  };
  return groundLetter(letter, snapshot);
}
