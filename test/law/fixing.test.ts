import { describe, expect, test } from 'vitest';
import { FIXING } from '../../src/knowledge/built/fixing.ts';
import { fixingAdvice } from '../../src/law/coverage/fixing.ts';
import type { Kind } from '../../src/model/evidence.ts';
import type { CaseSnapshot } from '../../src/model/snapshot.ts';
import { cardInvalid } from '../letters/cases.ts';

/** A case with exhibits of these kinds alone. */
function holding(...kinds: Kind[]): CaseSnapshot {
  const snapshot = cardInvalid();
  const [model] = snapshot.exhibits;
  snapshot.exhibits = kinds.map((kind, i) => ({ ...model!, no: i + 1, kind, labelledByUser: true }));
  delete snapshot.facts.promise;
  return snapshot;
}
const idsFor = (...kinds: Kind[]): string[] => fixingAdvice(holding(...kinds)).map(({ id }) => id);

describe('how the proof of a case is fixed', () => {
  test('a case without anything is told to record and to ask, not to pay', () => {
    expect(idsFor()).toEqual(['one_take', 'ask_third_party']);
  });

  test('what can vanish is worth more than a screenshot; a bill and a recording need no more', () => {
    expect(idsFor('chat')).toContain('timestamp');
    expect(idsFor('chat')).not.toContain('notary');
    expect(idsFor('promise')).toContain('notary');
    expect(idsFor('bill', 'recording')).not.toContain('one_take');
    expect(idsFor('bill', 'recording')).not.toContain('ask_third_party');
  });

  test('the originals are kept whatever there is', () => {
    for (const kind of ['chat', 'recording', 'order', 'failure'] as const)
      expect(idsFor(kind)).toContain('keep_original');
  });

  test('every way is reached by some case', () => {
    const reached = new Set([...idsFor(), ...idsFor('promise', 'chat', 'failure')]);
    expect([...reached].toSorted()).toEqual(FIXING.map(({ id }) => id).toSorted());
  });

  test('no sum is named but where a rule has it with its source', () => {
    for (const { id, how, why } of FIXING) expect(`${how}${why}`, id).not.toMatch(/\d+\s*元|百元|千元/);
  });
});
