import { expect, test } from 'vitest';
import { currentFacts, recordFact } from '../../src/casefile/facts.ts';
import { standingOf } from '../../src/model/facts.ts';
import { verifyCase } from '../../src/casefile/verify.ts';
import { addReading } from '../../src/casefile/readings.ts';
import { reconcileFacts } from '../../src/clerk/intake/reconcile-facts.ts';
import { factsOf, giveFact, leaveOpen } from '../../src/clerk/intake/record-facts.ts';
import { aReading } from '../law/a-case.ts';
import { addBytes, temporaryCase } from '../support/case.ts';

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

// The guess came back as the first thing to do each time the case was looked at.
test('a guess that is wrong and that nobody knows better is left open, until an exhibit says something else', () => {
  const file = temporaryCase();
  const read = (name: string, value: string, by: 'guess' | 'label'): void => {
    const field = { key: 'account' as const, value, text: value, confidence: 0.9, certain: true, by };
    addReading(file, addBytes(file, name, Buffer.from(name)), aReading('order', { fields: [field] }));
    reconcileFacts(file);
  };
  read('一.png', '13143826408', 'guess');
  expect(standingOf(factsOf(file).account!)).toBe('asked');
  expect(leaveOpen(file, 'account')).toBe(true);
  expect(factsOf(file).account).toBeUndefined();
  reconcileFacts(file);
  expect(factsOf(file).account).toBeUndefined();
  expect(leaveOpen(file, 'account')).toBe(false);
  read('二.png', '13900001111', 'label');
  expect(factsOf(file).account).toBeDefined();
  expect(verifyCase(file).ok).toBe(true);
});
