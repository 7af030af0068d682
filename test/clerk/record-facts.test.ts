import { expect, test } from 'vitest';
import { currentFacts, recordFact } from '../../src/casefile/facts.ts';
import { giveFact } from '../../src/clerk/intake/record-facts.ts';
import { temporaryCase } from '../support/case.ts';

const source = [{ exhibit: 1, text: '付款时间 2026-11-26 08:20:29' }];

test('a moment still to come is refused when typed, and can be confirmed when an exhibit shows it', () => {
  const file = temporaryCase();
  expect(() => giveFact(file, 'paidAt', '2026-11-26 08:20:29')).toThrow('还没到');
  recordFact(file, 'paidAt', { value: '2026-11-26T08:20:29+08:00', status: 'read', sources: source });
  expect(giveFact(file, 'paidAt', '2026-11-26 08:20:29')).toEqual({
    value: '2026-11-26T08:20:29+08:00',
    status: 'confirmed',
    sources: source,
  });
});

test('settling a conflict keeps the sources of the side that was right', () => {
  const file = temporaryCase();
  recordFact(file, 'amount', {
    value: '',
    status: 'conflict',
    sources: [],
    candidates: [
      { value: '96.50', sources: [{ exhibit: 1, text: '¥96.50' }] },
      { value: '98.50', sources: [{ exhibit: 2, text: '-98.50' }] },
    ],
  });
  expect(giveFact(file, 'amount', '98.5')).toEqual({
    value: '98.50',
    status: 'confirmed',
    sources: [{ exhibit: 2, text: '-98.50' }],
  });
  giveFact(file, 'amount', '1');
  expect(currentFacts(file).amount).toEqual({ value: '1.00', status: 'given', sources: [] });
});
